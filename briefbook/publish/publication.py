"""One site on its way into its place: all of it or nothing."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack, suppress
from itertools import takewhile
from pathlib import Path
from typing import Self

from briefbook.publish.place import PublishError, fault, place_of, refuse_strangers
from briefbook.publish.scaffold import HeldError, Scaffold
from briefbook.publish.sums import SUMS, file_digest, render_sums
from briefbook.publish.system import flush
from briefbook.publish.tree import FOLDER_MODE, is_file, is_folder, iter_tree, set_mode, write_file

PATIENCE = 10.0
"""Seconds for which a build waits for another one to end."""
_BREAKS = frozenset("\r\n")


class Publication:
    """One site on its way into its place."""

    folder: Path
    """Where the site is made; a host may write or link files there by itself."""

    def __init__(self, out: Path, patience: float = PATIENCE) -> None:
        """Holds the place of a site: no other build can have it before this one ends.

        Raises:
            PublishError: `out` holds something else than a site of ours, cannot be written, or is another's.
        """
        self._out = place_of(out)
        self._undo = ExitStack()
        try:
            self._scaffold = self._begin(patience)
        except HeldError as error:
            raise PublishError(
                f"another build writes {self._out}: {error}; wait for it, or end it"
            ) from error
        except OSError as error:
            self.abandon()
            raise fault(error, self._out, f"beside {self._out}") from error
        self._base = self._scaffold.new
        self.folder = Path(self._base)
        self._made = {self._base}
        self._written: dict[str, tuple[int, int, str]] = {}

    def _begin(self, patience: float) -> Scaffold:
        refuse_strangers(self._out)
        above = list(takewhile(lambda folder: not folder.exists(), self._out.parents))
        self._undo.callback(_remove_empty, above)
        self._out.parent.mkdir(parents=True, exist_ok=True)
        scaffold = Scaffold(os.fspath(self._out), patience)
        self._undo.push(suppress(OSError))  # what cannot be removed now, the next build removes
        self._undo.callback(scaffold.leave)
        os.mkdir(scaffold.new, FOLDER_MODE)
        return scaffold

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """What was not finished is abandoned."""
        self.abandon()

    def write(self, file: str, data: bytes) -> None:
        """A file of the site, by its path from the site's root.

        Raises:
            PublishError: it cannot be written, or stands there already.
        """
        if file.startswith("/") or "/../" in f"/{file}/":
            raise ValueError(f"{file!r} leads out of the site")
        path = f"{self._base}/{file}"
        try:
            self._make_folder(path.rpartition("/")[0])
            state = write_file(path, data)
        except OSError as error:
            raise fault(error, self._out, self._out / file) from error
        self._written[file] = (state.st_size, state.st_mtime_ns, hashlib.sha256(data).hexdigest())

    def finish(self) -> int:
        """The number of files of the site, which stands in its place now.

        Raises:
            PublishError: it could not be put there; or it stands there, and the last one cannot be removed.
        """
        with self:
            try:
                count = self._settle()
                refuse_strangers(self._out)
                self._scaffold.put()
            except OSError as error:
                raise fault(error, self._out, error.filename or self._out) from error
            self._undo.pop_all()
        try:
            self._scaffold.leave()
        except OSError as error:
            raise PublishError(
                f"the new site stands in {self._out}, "
                f"but the last one cannot be removed: {error.filename}: {error.strerror}"
            ) from error
        return count

    def abandon(self) -> None:
        """Nothing is left of a site that was not finished; what stood in its place stands."""
        self._undo.close()

    def _settle(self) -> int:
        """The number of files that are made: each readable for a web server, summed up, and on the disk."""
        base = self._base
        sums: dict[str, str] = {}
        set_mode(base, os.stat(base))
        for file, state in iter_tree(base):
            if not (is_file(state) or is_folder(state)) or not _BREAKS.isdisjoint(file):
                raise PublishError(f"cannot publish {file!r}: a site holds plain files with plain names")
            set_mode(f"{base}/{file}", state)
            if is_file(state):
                sums[file] = self._digest(file, state)
        self.write(SUMS, render_sums(sums))
        flush(base)
        return len(sums) + 1

    def _digest(self, file: str, state: os.stat_result) -> str:
        """The SHA-256 of a file: known where nobody changed it since we wrote it, else read from it."""
        size, time, digest = self._written.get(file, (-1, 0, ""))
        if (size, time) == (state.st_size, state.st_mtime_ns):
            return digest
        return file_digest(f"{self._base}/{file}")

    def _make_folder(self, path: str) -> None:
        if path not in self._made:
            self._make_folder(path.rpartition("/")[0])
            with suppress(FileExistsError):  # a host made it
                os.mkdir(path, FOLDER_MODE)
            self._made.add(path)


def _remove_empty(folders: list[Path]) -> None:
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()
