"""PNG: chunks, of which those that draw the picture are kept."""

from __future__ import annotations

from zlib import crc32

from briefbook.pictures.exif import orientation_alone
from briefbook.pictures.piece import Pieces

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)
"""Pixels, their colours and, in an animation, their frames."""


def bare(data: bytes) -> bytes:
    """The picture without texts, times and notes, and without what follows its end."""
    pieces = Pieces(data, "PNG")
    kept = [pieces.take(len(SIGNATURE))]
    has_pixels = False
    kind = b""
    while kind != b"IEND":
        length, begins = pieces.number(4), not kind
        kind = pieces.take(4)
        body, check = pieces.take(length), pieces.number(4)
        if crc32(kind + body) != check:
            raise pieces.fault(f"the checksum of its {kind.decode('latin-1')!r} chunk does not fit")
        if begins and (kind != b"IHDR" or length != 13):
            raise pieces.fault("it does not begin with its size")
        has_pixels = has_pixels or kind == b"IDAT"
        kept.append(_bare_chunk(kind, body))
    if not has_pixels:
        raise pieces.fault("it has no pixels")
    return b"".join(kept)


def _bare_chunk(kind: bytes, body: bytes) -> bytes:
    if kind == b"eXIf":
        body = orientation_alone(body)
        return _chunk(kind, body) if body else b""
    if kind == b"iCCP":  # a profile's name is a text like any other
        body = b"icc\0" + body.partition(b"\0")[2]
    return _chunk(kind, body) if kind in _KEPT else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + crc32(kind + body).to_bytes(4, "big")
