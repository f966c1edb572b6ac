"""What an audience may see: a book without all that is above its ceiling or not cleared for it.

A released book is what would come out if the withheld records had been deleted by hand: lists no longer name
them, and an entry that cannot stand without one of them is withheld too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from itertools import chain
from operator import is_not
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from briefbook.check.at import Lookup
from briefbook.check.proofs import Proofs
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
    FreePage,
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
from briefbook.text.destinations import target_of
from briefbook.text.markdown import scan
from briefbook.then import Moment, book_then, is_later

T = TypeVar("T")
R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Evidenced)


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


class Earlier:
    """What earlier releases made of parts of a book that may be the same still; it changes no outcome."""

    def __init__(self) -> None:
        self._key: object = None
        self._briefs: dict[str, tuple[tuple[Record | None, ...], Brief]] = {}
        self._later: dict[str, tuple[Brief, Brief]] = {}
        self._made: dict[tuple[str, str], tuple[Brief, Any]] = {}
        self._proofs: Proofs | None = None

    def brief(
        self, key: object, id: str, parts: tuple[Record | None, ...], make: Callable[[], Brief]
    ) -> Brief:
        """What `make` makes of the parts, the very records of which may be known, for an audience."""
        if key != self._key:
            self._key, self._briefs = key, {}
        kept = self._briefs.get(id)
        if kept is None or len(kept[0]) != len(parts) or any(map(is_not, kept[0], parts)):
            kept = self._briefs[id] = parts, make()
        return kept[1]

    def later(self, brief: Brief, sifted: Brief) -> Brief:
        """The brief, or the very one of the last time where that holds the same."""
        kept, made = self._later.get(brief.id, (None, None))
        if (
            made is not None
            and kept is sifted
            and all(
                getattr(made, field) == getattr(brief, field)
                for field in ("updates", "corrections", "questions", "claims")
            )
        ):
            return made
        self._later[brief.id] = sifted, brief
        return brief

    def recall(self, what: str, brief: Brief, make: Callable[[Brief], T]) -> T:
        """What `make` makes of a released brief, which is told by its name; made once for one brief."""
        kept = self._made.get((what, brief.id))
        if kept is None or kept[0] is not brief:
            kept = self._made[what, brief.id] = brief, make(brief)
        made: T = kept[1]
        return made

    def proofs(self, book: Book, actors: Mapping[str, Actor]) -> Proofs:
        """What is proved of the passages of a book, where these actors may be speakers."""
        self._proofs = Proofs(Lookup(book), actors, self._proofs)
        return self._proofs


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
    sieve = _Sieve(book, ceiling, statuses, earlier or Earlier())
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


class _Sieve:
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
