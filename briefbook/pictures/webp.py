"""WebP: chunks, of which those that draw the picture are kept."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.pictures.exif import orientation_alone
from briefbook.pictures.piece import PictureError, Pieces

_PIXELS = frozenset((b"VP8 ", b"VP8L", b"ANMF"))
_KEPT = _PIXELS | {b"ICCP", b"ALPH", b"ANIM"}
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_FRAME_HEAD = 16


def bare(data: bytes) -> bytes:
    """The picture without the camera's and the program's notes, and without what follows its end."""
    pieces = Pieces(data, "WebP")
    pieces.take(4)
    size = pieces.number(4, is_little=True)
    inner = Pieces(pieces.take(size), "WebP")
    if inner.take(4) != b"WEBP":
        raise PictureError("it is no PNG, JPEG, GIF or WebP picture")
    chunks = list(_chunks(inner))
    if not any(kind in _PIXELS for kind, _ in chunks):
        raise inner.fault("it has no pixels")
    turned = next((orientation_alone(body) for kind, body in chunks if kind == b"EXIF"), b"")
    kept = b"".join(_bare_chunk(kind, body, is_turned=bool(turned)) for kind, body in chunks)
    if turned:
        kept += _chunk(b"EXIF", turned)
    return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WEBP" + kept


def _chunks(pieces: Pieces) -> Iterator[tuple[bytes, bytes]]:
    while pieces:
        kind, size = pieces.take(4), pieces.number(4, is_little=True)
        body = pieces.take(size)
        if size % 2 and pieces:
            pieces.take(1)
        yield kind, body


def _bare_chunk(kind: bytes, body: bytes, *, is_turned: bool) -> bytes:
    if kind == b"VP8X" and len(body) == 10:
        flags = body[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if is_turned else 0)
        return _chunk(kind, bytes((flags,)) + body[1:])
    if kind == b"ANMF":
        frame = Pieces(body, "WebP")
        head = frame.take(_FRAME_HEAD)
        body = head + b"".join(_chunk(*inner) for inner in _chunks(frame) if inner[0] in _KEPT)
    return _chunk(kind, body) if kind in _KEPT else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
