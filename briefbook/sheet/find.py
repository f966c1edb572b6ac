"""The brief that somebody means, by its id or its file."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from briefbook.diagnostics import Diagnostic
from briefbook.load.book import Loaded
from briefbook.model.records import Brief
from briefbook.text.near import did_you_mean


class NoBriefError(Exception):
    """There is no such brief; the message says which one is near."""


class DamagedBriefError(Exception):
    """The brief's file has mistakes that hide what is in it."""

    def __init__(self, found: list[Diagnostic]) -> None:
        super().__init__("the brief cannot be read")
        self.found = found


def find_brief(name: str, loaded: Loaded, root: Path) -> Brief:
    """The brief of an id, or of a path to its file; `root` holds the content.

    Raises:
        NoBriefError: no brief of the book has this id or file.
        DamagedBriefError: it has one, but its file cannot be read.
    """
    book = loaded.book
    file = Path(os.path.relpath(name or ".", root)).as_posix()
    id = book.files.get(file, name)
    if id in book.briefs:
        return book.briefs[id]
    damaged = [each for each in loaded.diagnostics if _is_of(each.file, name, file)]
    if damaged:
        raise DamagedBriefError(damaged)
    help = did_you_mean(PurePosixPath(name).stem, book.briefs) or "briefs stand in content/briefs"
    raise NoBriefError(f"there is no brief {name!r}; {help}")


def _is_of(found: str, name: str, file: str) -> bool:
    """Whether a finding is in the brief's file."""
    path = PurePosixPath(found)
    return path.parent.name == "briefs" and (found == file or path.stem == name)
