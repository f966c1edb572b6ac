"""Where a mistake stood: the brief that holds what a correction mends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from briefbook.model.book import Book, Entry, iter_entries
from briefbook.model.records import Brief, Correction, Position, Tie


class Holders:
    """For what each correction of a book mends, the brief that holds it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._briefs = sorted(book.briefs.values(), key=lambda brief: (brief.as_of.order, brief.id))
        self._rank = {brief.id: rank for rank, brief in enumerate(self._briefs)}
        self._reports: dict[str, list[int]] | None = None

    def of(self, key: str, brief: Brief) -> Brief | None:
        """The brief in which stood what a correction in `brief` says was wrong.

        Its own entry, or one that it updates, comes before the entry of another brief; a position or tie is
        the one that was last reported before. None for an actor, issue or source with a file of its own.
        """
        book = self._book
        if self.held(key, brief):
            return brief
        if key in book.entries:
            return book.briefs[book.entries[key].brief]
        if "/" in key:
            return self._last_report(key, brief)
        return book.briefs.get(book.introduced.get(key, key))

    def held(self, key: str, brief: Brief) -> list[Entry]:
        """What a brief of the book says under a key: first entries, updates, positions and ties."""
        return _under(key, self._book.entries_of(brief))

    def _last_report(self, address: str, brief: Brief) -> Brief | None:
        """The newest brief before this one with the position or tie; where none is, the first after it."""
        if self._reports is None:
            self._reports = self._find_reports()
        ranks = self._reports.get(address, [])
        if not ranks:
            return None
        before = bisect_right(ranks, self._rank[brief.id])
        return self._briefs[ranks[max(before - 1, 0)]]

    def _find_reports(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for rank, brief in enumerate(self._briefs):
            for entry in self._book.entries_of(brief):
                if isinstance(entry.record, (Position, Tie)):
                    found.setdefault(entry.key, []).append(rank)
        return found


def entries_under(key: str, brief: Brief) -> list[Entry]:
    """As `held`, for a brief of no book."""
    return _under(key, iter_entries(brief))


def _under(key: str, entries: Iterable[Entry]) -> list[Entry]:
    return [each for each in entries if each.key == key and not isinstance(each.record, Correction)]
