"""Claims against each other and against their origins: nothing is settled by one voice, or settled twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.check.at import At, Lookup
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import Book, Path, evidence_of
from briefbook.model.origins import Provenance, iter_support, provenance_of
from briefbook.model.records import Brief, Claim, Source, Update

SETTLED = ("corroborated", "confirmed")
"""Findings by which a reader takes a claim for true."""


class Rating(NamedTuple):
    """The record that gave a claim its present status."""

    status: str
    record: Claim | Update
    brief: Brief
    claim: str

    def path(self, book: Book) -> Path:
        """Where the status stands in its brief."""
        entries = book.entries_of(self.brief)
        return *next(entry.path for entry in entries if entry.record is self.record), "status"

    def order(self, book: Book) -> tuple[object, ...]:
        """Sorts ratings by time; those of one brief as they stand there."""
        return self.brief.as_of.order, self.brief.id, self.path(book)


@rule("via-circular")
def via_circular(source: Source, at: At) -> Iterator[Finding]:
    """A source that repeats itself, directly or by way of others.

    Why: the report has to begin somewhere; in a ring nobody can say whose it is.
    Bad: `via: herald` in `seeds/wire.yaml`, where `seeds/herald.yaml` says `via: wire`
    Good: `via: wire` in `seeds/herald.yaml` alone
    """
    sources, seen, id = at.book.sources, set[str](), source.via
    while id in sources and id not in seen and id != source.id:
        seen.add(id)
        id = sources[id].via
    if id == source.id:
        message = f"`{source.id}` repeats itself by way of `{source.via}`"
        yield Finding(("via",), message, "remove `via` from the source that had the report first")


@rule("corroborated-by-one-origin", WARNING)
def corroborated_by_one_origin(record: Claim | Update, at: At) -> Iterator[Finding]:
    """A claim `corroborated` or `confirmed`, though all that bears it out has one origin or one speaker.

    Why: three papers that print one agency's report are one source, and so is one spokesman in three papers.
    Bad: `status: corroborated`, resting on `wire` and on `herald`, which says `via: wire`
    Good: the same with evidence from `courier`, whose own reporter spoke with somebody else
    """
    rating = _rating_by(record, at)
    if rating is None or rating.status not in SETTLED:
        return
    found = _provenance(rating.claim, at.lookup)
    if len(found.origins) == 1 or (found.origins and found.voices == 1):
        message = f"the claim is {rating.status}, but {_one_ground(found)}"
        help = "add evidence of an independent source, or rate it `unverified`"
        yield Finding(("status",), message, help, related=tuple(_repeats(found, at)))


def _one_ground(found: Provenance) -> str:
    """What the only origin or speaker is."""
    root = found.origins[0].root
    if len(found.sources) == 1:
        return f"rests on one source, `{found.sources[0]}`"
    if len(found.origins) == 1:
        return f"its {len(found.sources)} sources have one origin, `{root}`"
    return f"its {len(found.sources)} sources all quote `{found.speakers[0]}`"


def _repeats(found: Provenance, at: At) -> Iterator[tuple[str, Path, str]]:
    """Where sources say that they repeat others."""
    for id in (id for origin in found.origins for id in origin.repeating):
        told = f"`{id}` repeats `{at.book.sources[id].via}`"
        yield at.lookup.file_of(id), ("via",), told


@rule("contradicts-itself")
def contradicts_itself(record: Claim | Update, _: At) -> Iterator[Finding]:
    """A claim that is said to contradict itself.

    Why: then it could never be true; it is mostly a slip for another id.
    Bad: `id: gate-rammed` with `contradicts: [gate-rammed]`
    Good: `id: gate-rammed` with `contradicts: [gate-untouched]`
    """
    own = record.update if isinstance(record, Update) else record.id
    for index, id in enumerate(record.contradicts):
        if id == own:
            yield Finding(("contradicts", index), f"`{own}` contradicts itself", "name the other claim")


@rule("contradiction-settled-twice", when=lambda lookup: bool(_contradicting(lookup)))
def contradiction_settled_twice(record: Claim | Update, at: At) -> Iterator[Finding]:
    """Two claims that contradict each other, both of them `corroborated` or `confirmed`.

    Why: by our own word they cannot both be true, and the site would tell its readers that both are.
    Bad: `gate-rammed` and `gate-untouched` both `confirmed`, where one `contradicts` the other
    Good: one of them `refuted`; or both `disputed`, as long as neither can be settled
    """
    rating = _rating_by(record, at)
    if rating is None or rating.status not in SETTLED:
        return
    for id in sorted(_contradicting(at.lookup).get(rating.claim, ())):
        other = _rating(id, at.lookup)
        if other is None or other.status not in SETTLED:
            continue
        if other.order(at.book) < rating.order(at.book):
            place = at.lookup.file_of(other.brief.id), other.path(at.book)
            yield Finding(
                ("status",),
                f"the claim is {rating.status}, but `{id}`, which contradicts it, is {other.status}",
                "rate one of them `refuted`, or both `disputed`",
                related=((*place, f"`{id}` is {other.status} here"),),
            )


def _rating_by(record: Claim | Update, at: At) -> Rating | None:
    """The present rating of a claim, where this very record gives it."""
    rating = _rating(record.update if isinstance(record, Update) else record.id, at.lookup)
    return rating if rating is not None and rating.record is record else None


def _rating(id: str, lookup: Lookup) -> Rating | None:
    entry = lookup.book.entries.get(id)
    if entry is None or not isinstance(entry.record, Claim):
        return None
    for brief, update in reversed(lookup.updated.get(id, ())):
        if update.status:
            return Rating(update.status, update, brief, id)
    return Rating(entry.record.status, entry.record, lookup.book.briefs[entry.brief], id)


def _provenance(id: str, lookup: Lookup) -> Provenance:
    """Where a claim comes from, its updates included."""
    entry = lookup.book.entries[id]
    assert isinstance(entry.record, Claim)
    first: tuple[Brief, Claim | Update] = lookup.book.briefs[entry.brief], entry.record
    pieces = (
        piece
        for brief, record in (first, *lookup.updated.get(id, ()))
        for part in iter_support(record)
        for piece in evidence_of(part, brief)
    )
    return provenance_of(pieces, lookup.book.sources)


def _contradicting(lookup: Lookup) -> dict[str, set[str]]:
    """The claims that each contradicts, whichever of the two says so; empty in most books."""
    return lookup.remember("contradicting", lambda: _find_contradicting(lookup.book))


def _find_contradicting(book: Book) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for brief in book.briefs.values():
        named = [(claim.id, claim.contradicts) for claim in brief.claims]
        named += [(update.update, update.contradicts) for update in brief.updates]
        for id, others in named:
            for other in others:
                found.setdefault(id, set()).add(other)
                found.setdefault(other, set()).add(id)
    return found
