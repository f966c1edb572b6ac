"""Which sources have another text, or another proof of what is quoted from them."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.diff.value import SourceChange
from briefbook.model.book import Book


def sources_between(old: Book, new: Book) -> tuple[SourceChange, ...]:
    """The sources of both books that something else proves now; that a text is absent is no change."""
    both = sorted(old.sources.keys() & new.sources.keys())
    return tuple(change for id in both for change in _iter_changes(id, old, new))


def _iter_changes(id: str, old: Book, new: Book) -> Iterator[SourceChange]:
    was, now = _digest(id, old), _digest(id, new)
    if was and now and was != now:
        yield SourceChange(source=id, what="text", now="other words than before")
    before, after = old.locks.get(id), new.locks.get(id)
    if before is None or after is None:
        if before is not after:
            yield SourceChange(source=id, what="lock", now="added" if after else "removed")
        return
    lost = len(before.proofs.keys() - after.proofs.keys())
    if lost:
        noun = "passage is" if lost == 1 else "passages are"
        yield SourceChange(source=id, what="lock", now=f"{lost} {noun} no longer proved")


def _digest(id: str, book: Book) -> str:
    """SHA-256 of a source's text, from the text or else from the lock that was made of it."""
    lock = book.locks.get(id)
    return book.digests.get(id) or (lock.text if lock else "")
