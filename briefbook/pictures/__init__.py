"""Pictures as they are published: the same pixels, and nothing that says who took them or where."""

from __future__ import annotations

from collections.abc import Callable

from briefbook.pictures import gif, jpeg, png, webp
from briefbook.pictures.piece import PictureError

__all__ = ["PictureError", "bare_picture"]

_FORMATS: dict[bytes, Callable[[bytes], bytes]] = {
    png.SIGNATURE: png.bare,
    jpeg.SIGNATURE: jpeg.bare,
    b"GIF87a": gif.bare,
    b"GIF89a": gif.bare,
    b"RIFF": webp.bare,
}


def bare_picture(data: bytes) -> bytes:
    """The picture with its pixels, colours and orientation, and without anything else.

    Raises:
        PictureError: it is broken, or none of the four formats; the message says where.
    """
    for start, bare in _FORMATS.items():
        if data.startswith(start):
            return bare(data)
    raise PictureError("it is no PNG, JPEG, GIF or WebP picture")
