"""What is left of each record when all that an audience may not see is taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefbook.model.book import ARTICLE, Book, Document, address, evidence_of
from briefbook.model.corrected import Holders, entries_under
from briefbook.model.marking import Marking
from briefbook.model.named import named_sources, with_their_sources
from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Correction,
    Event,
    Evidence,
    Evidenced,
    Figure,
    Issue,
    Judgement,
    Position,
    Question,
    Record,
    Reply,
    Source,
    Tie,
    Update,
)
from briefbook.release.earlier import Earlier

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Evidenced)


class _Known(NamedTuple):
    """Ids that the audience may see, by what a reference to them is called."""

    actors: Collection[str]
    issues: Collection[str]
    sources: Collection[str]
    entries: set[str]


_REQUIRED: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Position: (("actor", "actors"), ("issue", "issues")),
    Claim: (("by", "actors"),),
    Reply: (("by", "actors"),),
    Figure: (("by", "actors"),),
    Tie: (("actor", "actors"), ("other", "actors")),
}
"""References without which a record says nothing, where they are given."""

_LISTS: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Claim: (("actors", "actors"), ("issues", "issues")),
    Event: (("actors", "actors"), ("issues", "issues")),
    Question: (("actors", "actors"), ("issues", "issues")),
    Judgement: (("issues", "issues"),),
    Update: (("actors", "actors"), ("issues", "issues")),
}
"""Lists of references from which withheld records are dropped."""

_BARE = {
    "quote": (),
    "words": (),
    "paraphrase": "",
    "translation": "",
    "locator": "",
    "speaker": "",
    "described_as": "",
}
"""An entry's own evidence fields, once all of it stands in its list."""


class Sieve:
    """Sifts one book for one audience."""

    def __init__(self, book: Book, ceiling: Marking, statuses: frozenset[str], earlier: Earlier) -> None:
        self.book = book
        self.earlier = earlier
        self.allowed = frozenset(marking for marking in Marking if marking <= ceiling)
        self.statuses = statuses

    def documents(self) -> dict[str, Document]:
        """The records that remain, by file."""
        book = self.book
        sources = self.marked(book.sources.values())
        briefs = [
            replace(brief, actors=self.marked(brief.actors, brief), issues=self.marked(brief.issues, brief))
            for brief in self.marked(brief for brief in book.briefs.values() if brief.status in self.statuses)
        ]
        actors = self.marked(actor for actor in book.actors.values() if self.has_file(actor))
        issues = self.marked(issue for issue in book.issues.values() if self.has_file(issue))
        self.known = _Known(
            actors={each.id for each in actors}.union(*({each.id for each in b.actors} for b in briefs)),
            issues={each.id for each in issues}.union(*({each.id for each in b.issues} for b in briefs)),
            sources={each.id for each in sources},
            entries=set(),
        )
        self.places = {*self.known.actors, *self.known.issues, *self.known.sources, *(b.id for b in briefs)}
        known = self.known
        key = book.settings, self.allowed, known.actors, known.issues, known.sources
        briefs = [
            self.earlier.brief(key, each.id, self.parts(each.id), partial(self.brief, each))
            for each in briefs
        ]
        known.entries.update(*map(_addresses, briefs))
        self.sifted = {each.id: each for each in briefs}
        self.holders = Holders(book)
        later = [self.earlier.later(self.later(brief), brief) for brief in briefs]
        others: tuple[Document, ...] = (
            *map(self.actor, actors),
            *issues,
            *self.marked(book.pages.values()),
        )
        named = (
            map(named_sources, others),
            (self.earlier.recall("sources", each, named_sources) for each in later),
        )
        used = with_their_sources(chain.from_iterable(chain(*named)), {each.id: each for each in sources})
        kept = (*(self.source(each) for each in sources if each.id in used), *others, *later)
        return {book.places[record.id].file: record for record in kept}

    def has_file(self, record: Actor | Issue) -> bool:
        """Whether the record stands in a file of its own, not in a brief."""
        return len(self.book.places[record.id].path) == 1

    def marked(self, records: Iterator[R] | Collection[R], parent: Record | None = None) -> tuple[R, ...]:
        """The records that may be seen, each with its effective marking."""
        outer = parent.tlp if parent is not None else None
        kept: list[R] = []
        for record in records:
            tlp = self.book.marking_of(record, parent) if record.tlp is not None or outer is None else outer
            if tlp is outer or tlp in self.allowed:
                kept.append(record if tlp is record.tlp else replace(record, tlp=tlp))
        return tuple(record for record in kept if record.tlp is not None)

    def source(self, source: Source) -> Source:
        """The source, naming only sources that may be seen."""
        via, corrected_by = (
            id if id in self.known.sources else "" for id in (source.via, source.corrected_by)
        )
        return replace(source, via=via, corrected_by=corrected_by)

    def actor(self, actor: Actor) -> Actor:
        """The actor with the memberships and posts that may be seen."""
        posts = tuple(
            post if post.source in self.known.sources else replace(post, source="")
            for post in actor.posts
            if post.at in self.known.actors
        )
        return replace(
            actor,
            posts=posts,
            member_of=tuple(id for id in actor.member_of if id in self.known.actors),
            of=actor.of if actor.of in self.known.actors else "",
        )

    def brief(self, brief: Brief) -> Brief:
        """The brief with the entries that may be seen, before what hangs on entries of other briefs."""
        return replace(
            brief,
            actors=tuple(self.actor(actor) for actor in brief.actors),
            positions=self.entries(brief.positions, brief),
            claims=self.entries(brief.claims, brief),
            events=self.entries(brief.events, brief),
            questions=self.entries(brief.questions, brief),
            judgements=tuple(self.trimmed(each) for each in self.marked(brief.judgements, brief)),
            ties=self.entries(brief.ties, brief),
            updates=self.entries(brief.updates, brief),
            corrections=self.marked(brief.corrections, brief),
            sources=tuple(id for id in brief.sources if id in self.known.sources),
        )

    def parts(self, id: str) -> tuple[Record | None, ...]:
        """The records that decide, beside who and what may be seen, what is left of a brief."""
        brief, entries = self.book.briefs[id], self.book.entries
        targets = (entries.get(each.update) for each in brief.updates)
        return brief, *(each.record if each else None for each in targets)

    def later(self, brief: Brief) -> Brief:
        """The brief without what names withheld entries: updates, corrections, other claims in lists."""
        entries = self.known.entries
        return replace(
            brief,
            updates=tuple(
                each
                for each in map(self.about, brief.updates)
                if each.update in entries and each.update in self.book.entries
            ),
            corrections=tuple(each for each in brief.corrections if self.stays(each, brief)),
            questions=tuple(map(self.about, brief.questions)),
            claims=tuple(map(self.about, brief.claims)),
        )

    def stays(self, correction: Correction, brief: Brief) -> bool:
        """Whether all that it may be about can be seen: the entry, in the brief that had the mistake."""
        key, holders = correction.entry, self.holders
        if key in self.places:
            return True
        had = holders.of(key, self.book.briefs[brief.id]) if key in self.known.entries else None
        kept = self.sifted.get(had.id) if had else None
        if had is None or kept is None:
            return False
        return len(holders.held(key, had)) == len(entries_under(key, kept))

    def about(self, record: R) -> R:
        """The record, naming only claims that may be seen."""
        for field in ("about", "contradicts"):
            ids: tuple[str, ...] = getattr(record, field, ())
            if not all(id in self.known.entries for id in ids):
                kept = tuple(id for id in ids if id in self.known.entries)
                record = replace(record, **{field: kept})
        return record

    def entries(self, records: Collection[E], brief: Brief) -> tuple[E, ...]:
        """The entries of a section that may be seen and can still stand."""
        sifted = (self.entry(record, brief) for record in self.marked(records, brief))
        return tuple(record for record in sifted if record is not None)

    def entry(self, record: E, brief: Brief, owner: Evidenced | None = None) -> E | None:
        """The entry without what is withheld from it; None where nothing that it rests on is left."""
        for field, kind in _REQUIRED.get(type(record), ()):
            id = getattr(record, field)
            if id and id not in getattr(self.known, kind):
                return None
        pieces = evidence_of(record, brief, owner)
        evidence = tuple(piece for piece in self.marked(pieces, record) if self.can_stand(piece))
        if pieces and not evidence:
            return None
        if not pieces and record.speaker and not self.is_speaker(record.speaker):
            return None
        changed: dict[str, object] = {**(_BARE if pieces else {}), "source": "", "evidence": evidence}
        if isinstance(record, (Claim, Event, Update)):
            for field in ("replies", "figures"):
                parts: tuple[Evidenced, ...] = getattr(record, field, ())
                sifted = (self.entry(part, brief, record) for part in self.marked(parts, record))
                if parts:
                    changed[field] = tuple(part for part in sifted if part is not None)
        return self.trimmed(replace(record, **changed))

    def can_stand(self, piece: Evidence) -> bool:
        """Whether source and speaker of a piece of evidence may be seen."""
        return (not piece.source or piece.source in self.known.sources) and self.is_speaker(piece.speaker)

    def is_speaker(self, id: str) -> bool:
        """Whether `id` is the article or an actor that may be seen."""
        return id == ARTICLE or id in self.known.actors

    def trimmed(self, record: R) -> R:
        """The record with its lists naming only what may be seen."""
        for field, kind in _LISTS.get(type(record), ()):
            ids: tuple[str, ...] = getattr(record, field)
            known = getattr(self.known, kind)
            if ids and not all(id in known for id in ids):
                record = replace(record, **{field: tuple(id for id in ids if id in known)})
        return record


def _addresses(brief: Brief) -> Iterator[str]:
    """By what other records name the entries of a brief."""
    sections: tuple[tuple[Record, ...], ...] = (
        brief.positions,
        brief.claims,
        brief.events,
        brief.questions,
        brief.judgements,
        brief.ties,
    )
    return (address(record) for section in sections for record in section)
