"""JPEG: segments, of which those that draw the picture are kept."""

from __future__ import annotations

import re

from briefbook.pictures.exif import orientation_alone
from briefbook.pictures.piece import Pieces

SIGNATURE = b"\xff\xd8\xff"

_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x00, 0x01, *range(0xD0, 0xD9)))
"""Markers that have no length, and have no place between segments."""
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ICC = b"ICC_PROFILE\0"
_EXIF = b"Exif\0\0"


def bare(data: bytes) -> bytes:
    """The picture without the camera's notes, thumbnails and comments, and without what follows its end."""
    pieces = Pieces(data, "JPEG")
    kept = [pieces.take(2)]
    seen = set[int]()
    while (marker := _marker(pieces)) != _END:
        body = pieces.take(max(pieces.number(2) - 2, 0))
        seen.add(marker)
        kept.append(_bare_segment(marker, body))
        if marker == _SCAN:
            after = _AFTER_SCAN.search(data, pieces.at)
            kept.append(pieces.take_until(after.start() if after else len(data)))
    if _SCAN not in seen or not seen & _FRAMES:
        raise pieces.fault("it has no pixels")
    return b"".join((*kept, b"\xff\xd9"))


def _marker(pieces: Pieces) -> int:
    """The next marker, past what fills up before it."""
    if pieces.number(1) != 0xFF:
        raise pieces.fault("a segment should begin here")
    marker = 0xFF
    while marker == 0xFF:
        marker = pieces.number(1)
    if marker in _BARE:
        raise pieces.fault("a segment should begin here")
    return marker


def _bare_segment(marker: int, body: bytes) -> bytes:
    if marker == _APP0:
        # the density is kept, the thumbnail is not
        body = body[:12] + b"\0\0" if body.startswith(b"JFIF\0") and len(body) >= 14 else b""
    elif marker == _APP1:
        tiff = orientation_alone(body) if body.startswith(_EXIF) else b""
        body = _EXIF + tiff if tiff else b""
    elif marker == _APP2:
        body = body if body.startswith(_ICC) else b""
    elif marker == _APP14:
        body = body[:12] if body.startswith(b"Adobe") else b""
    elif marker == _COMMENT or _APP0 <= marker <= _APP15:
        body = b""
    return b"" if not body else bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
