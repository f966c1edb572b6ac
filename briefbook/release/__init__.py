"""What an audience may see: a book without all that is above its ceiling or not cleared for it.

A released book is what would come out if the withheld records had been deleted by hand: lists no longer name
them, and an entry that cannot stand without one of them is withheld too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from briefbook.check.proofs import Proofs
from briefbook.model.book import Book, Document
from briefbook.model.marking import Marking
from briefbook.model.records import (
    Brief,
    Evidence,
    FreePage,
    Record,
)
from briefbook.release.earlier import Earlier
from briefbook.release.sieve import Sieve
from briefbook.text.destinations import target_of
from briefbook.text.markdown import scan
from briefbook.then import Moment, book_then, is_later

T = TypeVar("T")


class _Key:
    """What only `release` holds."""


_KEY = _Key()


class Released(Book):
    """A book as one audience may see it; only `release` makes one.

    Every record carries its effective marking, and `evidence` of every entry is the whole of it, with source
    and speaker filled in.
    """

    def __init__(
        self,
        key: _Key,
        book: Book,
        documents: Mapping[str, Document],
        ceiling: Marking,
        statuses: frozenset[str],
        proofs: Proofs | None = None,
        earlier: Earlier | None = None,
        until: Moment | None = None,
        has_newer: bool = False,
    ) -> None:
        if key is not _KEY:
            raise TypeError("only release() makes a Released")
        super().__init__(book.settings, documents)
        self.ceiling = ceiling
        self.statuses = statuses
        self.until = until
        """The moment as of which it was asked; None for now."""
        self.has_newer = has_newer
        """Whether the audience may see a brief that came later; known only where a moment was asked."""
        self.earlier = earlier
        """What was made of these very briefs before, where a host keeps it."""
        earlier = earlier or Earlier()
        is_same = proofs is not None and len(self.actors) == len(book.actors)
        self.proofs = proofs if proofs and is_same else earlier.proofs(book, self.actors)
        """What is proved of its passages and their speakers, as if no other actor were known."""
        self.pictures = frozenset(_named_pictures(self)) & book.pictures

    @property
    def is_preview(self) -> bool:
        """Whether drafts are in it."""
        return "draft" in self.statuses


def release(
    book: Book,
    ceiling: Marking,
    statuses: frozenset[str],
    proofs: Proofs | None = None,
    earlier: Earlier | None = None,
    until: Moment | None = None,
) -> Released:
    """The book without what is stricter than `ceiling` or in a brief whose status is not in `statuses`.

    A record that has no marking at all is withheld. `proofs`, where the book was checked, and `earlier`,
    where little of it has changed, save time. With `until` it is the book as it stood at that moment.
    """
    has_newer = False
    if until is not None:
        has_newer = any(is_later(each, until) for each in released_briefs(book, ceiling, statuses).values())
        whole, book = book, book_then(book, until)
        # what is proved of a speaker depends on who else may be one
        proofs = proofs if len(book.actors) == len(whole.actors) else None
    sieve = Sieve(book, ceiling, statuses, earlier or Earlier())
    return Released(_KEY, book, sieve.documents(), ceiling, statuses, proofs, earlier, until, has_newer)


def released_briefs(book: Book, ceiling: Marking, statuses: frozenset[str]) -> dict[str, Brief]:
    """The briefs of the book of which the audience may know, as they were written."""
    marked = ((brief, book.marking_of(brief)) for brief in book.briefs.values() if brief.status in statuses)
    return {brief.id: brief for brief, tlp in marked if tlp is not None and tlp <= ceiling}


def iter_pieces(record: Record) -> Iterator[Evidence]:
    """All evidence of a released entry: its own, its replies' and its figures'."""
    yield from getattr(record, "evidence", ())
    for part in (*getattr(record, "replies", ()), *getattr(record, "figures", ())):
        yield from part.evidence


def _named_pictures(released: Released) -> Iterator[str]:
    """The files of the pictures that a released body shows."""
    documents: tuple[Brief | FreePage, ...] = (*released.briefs.values(), *released.pages.values())
    for document in documents:
        if "![" in document.body:
            file = released.places[document.id].file
            for found in scan(document.body).destinations:
                if found.is_image:
                    yield target_of(found.url, file)


def recall(released: Released | None, what: str, brief: Brief, make: Callable[[Brief], T]) -> T:
    """What `make` makes of a brief of a released book; kept under a name where its host keeps anything."""
    if released is None or released.earlier is None:
        return make(brief)
    return released.earlier.recall(what, brief, make)
