"""The one fact of a camera's notes that a page needs: which way up the picture is."""

from __future__ import annotations

_ORIENTATION = 0x0112
_HEAD = b"Exif\0\0"
_UPRIGHT = 1
_LAST = 8


def orientation_alone(exif: bytes) -> bytes:
    """A TIFF block that holds the orientation and nothing else; empty where the picture is upright."""
    found = _orientation(exif.removeprefix(_HEAD))
    if not _UPRIGHT < found <= _LAST:
        return b""
    return b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + found.to_bytes(2, "big") + b"\0\0\0\0\0\0"


def _orientation(tiff: bytes) -> int:
    """The value of the tag in the first directory; 0 where there is none that can be read."""
    order: dict[bytes, str] = {b"II*\0": "little", b"MM\0*": "big"}
    endian = order.get(tiff[:4])
    if endian is None:
        return 0

    def number(start: int, count: int) -> int:
        return int.from_bytes(tiff[start : start + count], "little" if endian == "little" else "big")

    directory = number(4, 4)
    for entry in range(directory + 2, min(directory + 2 + 12 * number(directory, 2), len(tiff) - 11), 12):
        if number(entry, 2) == _ORIENTATION:
            return number(entry + 8, 2)
    return 0
