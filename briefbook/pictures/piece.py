"""Bytes of a picture, taken piece by piece."""

from __future__ import annotations


class PictureError(ValueError):
    """A picture that is broken; the message says where."""


_MOST = 250_000
"""Pieces of one picture; a file of small pieces alone would take seconds."""


class Pieces:
    """What is left of a picture while it is read."""

    def __init__(self, data: bytes, format: str) -> None:
        """`format` is what messages call the picture."""
        self._data = data
        self._at = 0
        self._left = _MOST
        self._format = format

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def take(self, count: int) -> bytes:
        """The next bytes.

        Raises:
            PictureError: there are fewer.
        """
        end = self._at + count
        if end > len(self._data):
            raise PictureError(f"the {self._format} picture breaks off after {len(self._data)} bytes")
        taken = self._data[self._at : end]
        self._at = end
        self._left -= 1
        if not self._left:
            raise self.fault("it has too many parts")
        return taken

    def number(self, count: int, *, is_little: bool = False) -> int:
        """The next bytes as a number."""
        return int.from_bytes(self.take(count), "little" if is_little else "big")

    def take_until(self, end: int) -> bytes:
        """The bytes up to a place in the picture."""
        return self.take(end - self._at)

    def take_blocks(self) -> bytes:
        """Blocks with a byte of length before each, up to and with the empty one."""
        at, end = self._at, len(self._data)
        while at < end and self._data[at]:
            at += self._data[at] + 1
        return self.take_until(at + 1)

    @property
    def at(self) -> int:
        """The place of the next byte."""
        return self._at

    def fault(self, what: str) -> PictureError:
        """The error that says what is wrong at this place."""
        return PictureError(f"the {self._format} picture is broken at byte {self._at}: {what}")
