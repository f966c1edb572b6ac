"""The hidden folder beside a site in which the next one is made, held by one process at a time."""

from __future__ import annotations

import datetime as dt
import errno
import fcntl
import os
import socket
import time
from contextlib import suppress

from briefbook.publish import system
from briefbook.publish.tree import FILE_MODE, FOLDER_MODE, is_there, remove_tree, write_file

_held: set[int] = set()
"""The locks that this process holds; a worker process that it forks must not keep them alive."""


def _let_go() -> None:
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go)


class HeldError(Exception):
    """Another build is at work; the words name its process."""


class Scaffold:
    """The scaffold of a site: `.build.briefbook/` beside `build/`.

    It holds `new`, the site in the making. Where the system cannot exchange two folders at once, two more
    names are the journal: `old` is the last site, whole, moved aside for an instant; as `gone` it is waste.
    """

    def __init__(self, out: str, patience: float) -> None:
        """Takes the scaffold, and mends what a killed build left.

        Raises:
            HeldError: another build still has it after `patience` seconds.
            OSError: nothing can be written here.
        """
        self.out = out
        self.path = self.beside(out)
        self.new, self._old, self._gone = (f"{self.path}/{each}" for each in ("new", "old", "gone"))
        self._lock, self._ignore = f"{self.path}/lock", f"{self.path}/.gitignore"
        self._handle: int | None = None
        self._spare = os.open(
            os.devnull, os.O_RDONLY
        )  # a process at its limit of open files can still tidy up
        try:
            self._handle = self._take(patience)
            self._sign()
            self._mend()
        except BaseException:
            with suppress(OSError):
                self.leave()
            raise

    @staticmethod
    def beside(out: str) -> str:
        """The path of the scaffold of a site."""
        parent, name = os.path.split(out)
        return os.path.join(parent, f".{name}.briefbook")

    def put(self) -> None:
        """The new site stands at `out`; the last one, if there was one, is out of the way."""
        if not is_there(self.out):
            os.rename(self.new, self.out)
        elif not system.exchange(self.new, self.out):
            os.rename(self.out, self._old)
            os.rename(self.new, self.out)
        with suppress(OSError):  # the site stands, and some file systems cannot flush a folder
            system.flush_one(os.path.dirname(self.out))

    def leave(self) -> None:
        """Nothing of the scaffold is left, and another build can have the place.

        In a worker process that was forked it does nothing: the scaffold is its parent's.
        """
        os.close(self._spare)
        try:
            if self._handle in _held:
                self._mend()
                for path in (self._ignore, self._lock):
                    _unlink(path)
        finally:
            with suppress(OSError):  # the next build is already in it
                os.rmdir(self.path)
            self._release()

    def _mend(self) -> None:
        if is_there(self._old):
            os.rename(self._old, self._gone if is_there(self.out) else self.out)
        remove_tree(self._gone)
        remove_tree(self.new)

    def _take(self, patience: float) -> int:
        deadline = time.monotonic() + patience
        while (handle := self._try()) is None:
            if time.monotonic() >= deadline:
                raise HeldError(self._holder())
            time.sleep(0.05)
        return handle

    def _try(self) -> int | None:
        handle = self._open()
        is_ours = False
        try:
            with suppress(BlockingIOError):
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                is_ours = self._is_current(handle)
        finally:
            if not is_ours:
                os.close(handle)
        if is_ours:
            _held.add(handle)
            return handle
        return None

    def _open(self) -> int:
        while True:
            with suppress(FileExistsError):
                os.mkdir(self.path, FOLDER_MODE)
            if os.path.islink(self.path):
                raise NotADirectoryError(errno.ENOTDIR, "a link is in the way", self.path)
            with suppress(FileNotFoundError):  # the last holder has just removed the folder
                return os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, FILE_MODE)

    def _is_current(self, handle: int) -> bool:
        """Whether a lock is on the file that has the name now: the last holder removed its own."""
        try:
            return os.path.samestat(os.fstat(handle), os.lstat(self._lock))
        except FileNotFoundError:
            return False

    def _sign(self) -> None:
        assert self._handle is not None
        since = dt.datetime.now().astimezone().isoformat(" ", "seconds")
        os.ftruncate(self._handle, 0)
        os.write(self._handle, f"process {os.getpid()} on {socket.gethostname()}, since {since}\n".encode())
        _unlink(self._ignore)
        write_file(self._ignore, b"*\n")

    def _holder(self) -> str:
        """Who has the scaffold, in its own words."""
        with suppress(OSError, UnicodeDecodeError), open(self._lock, encoding="utf-8") as lock:
            return lock.readline(200).strip() or "a process that has just begun"
        return "a process that has just ended"

    def _release(self) -> None:
        if self._handle in _held:
            _held.remove(self._handle)
            os.close(self._handle)


def _unlink(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)
