"""What was made from each file, kept for as long as the file holds the same bytes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from briefbook.load.files import read_file

T = TypeVar("T")

_TICK = 50_000_000
"""Nanoseconds within which a file system may give two writes one time."""

Stamp = tuple[int, int, int]
"""When a file was last written, its size and its inode."""


class Reading:
    """Reads each file when it is asked, and keeps nothing."""

    def recall(self, path: Path, limit: int, make: Callable[[bytes], T]) -> T:
        """What `make` makes of the first `limit` + 1 bytes of a file.

        Raises:
            OSError: the file cannot be read.
        """
        return make(read_file(path, limit))

    def whole(self, listing: object, make: Callable[[], T]) -> T:  # noqa: ARG002  what remembers needs it
        """What `make` makes of all files that were recalled, and of the list of them."""
        return make()


class _Kept(NamedTuple):
    stamp: Stamp
    is_settled: bool
    """Whether a later write is sure to give another stamp."""
    digest: bytes
    value: Any


class Memory(Reading):
    """Reads only what has changed; the same files give the very same values as the last time."""

    def __init__(self) -> None:
        self._kept: dict[Path, _Kept] = {}
        self.news: frozenset[Path] = frozenset()
        """The files that gave another value than the time before."""
        self._changed: set[Path] = set()
        self._listing: object = None
        self._whole: Any = None

    def recall(self, path: Path, limit: int, make: Callable[[bytes], T]) -> T:
        """As `Reading.recall`; the value of last time where the file holds the same bytes."""
        try:
            return self._recall(path, limit, make)
        except OSError:
            if self._kept.pop(path, None) is not None:
                self._changed.add(path)
            raise

    def whole(self, listing: object, make: Callable[[], T]) -> T:
        """As `Reading.whole`; the value of last time where no file has changed, come or gone."""
        self.news, self._changed = frozenset(self._changed), set()
        if self.news or listing != self._listing:
            self._whole, self._listing = make(), listing
        whole: T = self._whole
        return whole

    def _recall(self, path: Path, limit: int, make: Callable[[bytes], T]) -> T:
        kept, stamp = self._kept.get(path), stamp_of(path)
        if kept is not None and kept.is_settled and kept.stamp == stamp:
            value: T = kept.value
            return value
        is_settled = time.time_ns() - stamp[0] > _TICK
        data = read_file(path, limit)
        digest = blake2b(data, digest_size=16).digest()
        if kept is not None and kept.digest == digest:
            value = kept.value
        else:
            value = make(data)
            self._changed.add(path)
        self._kept[path] = _Kept(stamp, is_settled, digest, value)
        return value


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file; a link is not followed.

    Raises:
        OSError: there is no such file.
    """
    status = os.stat(path, follow_symlinks=False)  # noqa: PTH116  thousands of files each second
    return status.st_mtime_ns, status.st_size, status.st_ino
