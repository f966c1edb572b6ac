"""GIF: blocks, of which those that draw the picture are kept."""

from __future__ import annotations

from briefbook.pictures.piece import Pieces

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0\x03\x01", b"ANIMEXTS1.0\x03\x01")


def bare(data: bytes) -> bytes:
    """The picture without comments and what programs noted, and without what follows its end."""
    pieces = Pieces(data, "GIF")
    head = pieces.take(13)
    kept = [head, _colours(pieces, head[10])]
    has_pixels = False
    while (kind := pieces.number(1)) != _END:
        if kind == _IMAGE:
            kept += b"\x2c", *_image(pieces)
            has_pixels = True
        elif kind == _EXTENSION:
            kept.append(_extension(pieces))
        else:
            raise pieces.fault("a block should begin here")
    if not has_pixels:
        raise pieces.fault("it has no pixels")
    return b"".join((*kept, b"\x3b"))


def _colours(pieces: Pieces, flags: int) -> bytes:
    """The table of colours that the flags announce."""
    return pieces.take(3 << ((flags & 7) + 1)) if flags & 0x80 else b""


def _image(pieces: Pieces) -> tuple[bytes, ...]:
    descriptor = pieces.take(9)
    return descriptor, _colours(pieces, descriptor[8]), pieces.take(1), pieces.take_blocks()


def _extension(pieces: Pieces) -> bytes:
    """The extension, where it draws: how long a frame stands, how often all of them come again."""
    label, blocks = pieces.number(1), pieces.take_blocks()
    if label == _CONTROL and blocks[0] == 4:
        return b"\x21\xf9" + blocks[:5] + b"\0"
    if label == _APPLICATION and blocks[1:14] in _LOOPS:
        return b"\x21\xff" + blocks[:16] + b"\0"
    return b""
