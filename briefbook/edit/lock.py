"""Locks for every source whose text is at hand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefbook.check.at import Lookup
from briefbook.check.proofs import Proofs
from briefbook.model.book import Book
from briefbook.text.lock import Lock, render_lock

MERGE = "seeds/*.lock merge=union"
"""The line of `.gitattributes` by which git merges locks that two branches added to."""


class Locked(NamedTuple):
    """What became of one source's lock."""

    file: str
    passages: int
    is_changed: bool


def write_locks(book: Book, root: Path) -> list[Locked]:
    """The lock of each quoted source with its text at hand, written to `seeds/<id>.lock` where it changed."""
    lookup = Lookup(book)
    quoted = sorted(id for id in lookup.passages if id in book.texts)
    proofs = Proofs(lookup)
    return [_write_lock(id, proofs.lock(id), root) for id in quoted]


def _write_lock(id: str, lock: Lock, root: Path) -> Locked:
    path = root / "seeds" / f"{id}.lock"
    text = render_lock(lock)
    is_changed = not path.exists() or path.read_text(encoding="utf-8") != text
    if is_changed:
        fresh = path.with_suffix(".lock.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    return Locked(f"seeds/{id}.lock", len(lock.proofs), is_changed)


def lacks_merge(root: Path) -> bool:
    """Whether a book in git has not told it how to merge locks."""
    repository = next((each for each in (root, *root.parents) if (each / ".git").exists()), None)
    if repository is None:
        return False
    files = [repository / ".gitattributes", root / ".gitattributes", root / "seeds" / ".gitattributes"]
    return not any(
        "merge=union" in each.read_text(encoding="utf-8", errors="replace")
        for each in files
        if each.is_file()
    )
