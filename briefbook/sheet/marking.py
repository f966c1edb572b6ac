"""How far a sheet may go: the strictest marking of anything that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import iter_parts, iter_references
from briefbook.model.marking import Marking
from briefbook.model.records import Record
from briefbook.sheet.review import Review


def strictest_marking(review: Review) -> Marking | None:
    """The strictest marking of the brief, of all in it, and of the records that it names."""
    book = review.book
    own = list(_iter_own(review))
    named = [book.find(id) for record in own for id in _iter_named(record, review)]
    found = [book.marking_of(each, review.brief) for each in own]
    found += [book.marking_of(each) for each in named if each is not None]
    return max((each for each in found if each is not None), default=None)


def _iter_own(review: Review) -> Iterator[Record]:
    brief = review.brief
    yield from (brief, *brief.actors, *brief.issues)
    for entry in review.entries.values():
        yield entry.record
        yield from (part for _, part in iter_parts(entry.record))


def _iter_named(record: Record, review: Review) -> Iterator[str]:
    yield from (id for _, _, id in iter_references(record))
    yield from (each.target for each in review.lookup.iter_mentions(record))
