"""A whole book: its records by id, and the file and field in which each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from briefbook.model.marking import Marking
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
    spans,
)
from briefbook.model.settings import Settings
from briefbook.text.lock import Lock

ARTICLE = "article"
"""The speaker of what a reporter states in their own voice."""

Path = tuple[str | int, ...]
"""A way through a file's keys and list indexes: `("claims", 0, "text")`."""

Document = Source | Actor | Issue | Brief | FreePage
"""A record with a file of its own (actors and issues may also stand in a brief)."""

KINDS: dict[type[Record], str] = {
    Source: "source",
    Actor: "actor",
    Issue: "issue",
    Brief: "brief",
    FreePage: "page",
    Position: "position",
    Claim: "claim",
    Event: "event",
    Question: "question",
    Judgement: "judgement",
    Tie: "tie",
    Correction: "correction",
    Update: "update",
}
"""What each kind of record is called, in the singular."""

SECTIONS = ("positions", "claims", "events", "questions", "judgements", "ties", "corrections", "updates")
"""The lists of entries in a brief, in the order in which a brief shows them."""


class Place(NamedTuple):
    """Where a record stands; its line is found by reading the file again."""

    file: str
    """Path of the file, relative to the folder that holds `content/`."""
    path: Path = ()


class Entry(NamedTuple):
    """One entry of a brief."""

    key: str
    """Its id, or its address: `actor/issue` for a position, `actor/tie/other` for a tie."""
    record: Position | Claim | Event | Question | Judgement | Tie | Correction | Update
    brief: str
    """Id of its brief."""
    path: Path
    """Where it stands in the brief's file."""


class Book:
    """All records of a site by kind and id; content mistakes may still be in it."""

    def __init__(
        self,
        settings: Settings,
        documents: Mapping[str, Document],
        texts: Mapping[str, str] | None = None,
        pictures: frozenset[str] = frozenset(),
        broken: frozenset[str] = frozenset(),
        digests: Mapping[str, str] | None = None,
        locks: Mapping[str, Lock] | None = None,
    ) -> None:
        """`documents` maps a file's path to its record, `texts` a source's id to its text."""
        self.settings = settings
        self.texts: Mapping[str, str] = texts or {}
        self.locks: Mapping[str, Lock] = locks or {}
        """What proves quotations from each source whose text may be absent."""
        self.digests: Mapping[str, str] = digests or {}
        """SHA-256 of the bytes of each text that is present."""
        self.pictures = pictures
        """Paths of the pictures beside briefs and pages."""
        self.broken = broken
        """Ids that stand in files with mistakes; references to them are not judged."""
        self.places: dict[str, Place] = {}
        """Where the record of an id stands; of two with one id, the first."""
        self.collisions: list[tuple[str, Place]] = []
        """Records whose id was taken already."""
        self.files: dict[str, str] = {file: documents[file].id for file in sorted(documents)}
        """The id of the record in each file."""
        self.sources: dict[str, Source] = {}
        self.actors: dict[str, Actor] = {}
        self.issues: dict[str, Issue] = {}
        self.briefs: dict[str, Brief] = {}
        self.pages: dict[str, FreePage] = {}
        self.entries: dict[str, Entry] = {}
        """Claims, events, questions and judgements by id."""
        self._entries_of: dict[str, tuple[Entry, ...]] = {}
        self.introduced: dict[str, str] = {}
        """For an actor or issue that stands in a brief, that brief's id."""
        for file in sorted(documents):
            self._add(documents[file], Place(file))

    def _add(self, record: Document, place: Place) -> None:
        if not self._take(record.id, place._replace(path=(*place.path, "id"))):
            return
        if isinstance(record, Source):
            self.sources[record.id] = record
        elif isinstance(record, Actor):
            self.actors[record.id] = record
        elif isinstance(record, Issue):
            self.issues[record.id] = record
        elif isinstance(record, FreePage):
            self.pages[record.id] = record
        else:
            self.briefs[record.id] = record
            self._add_entries(record, place)

    def _add_entries(self, brief: Brief, place: Place) -> None:
        inline: tuple[tuple[str, tuple[Actor | Issue, ...]], ...] = (
            ("actors", brief.actors),
            ("issues", brief.issues),
        )
        for section, records in inline:
            for index, record in enumerate(records):
                self._add(record, Place(place.file, (section, index)))
                self.introduced.setdefault(record.id, brief.id)
        entries = self._entries_of[brief.id] = tuple(iter_entries(brief))
        for entry in entries:
            if isinstance(entry.record, (Claim, Event, Question, Judgement)) and self._take(
                entry.key, Place(place.file, (*entry.path, "id"))
            ):
                self.entries[entry.key] = entry

    def _take(self, id: str, place: Place) -> bool:
        if id in self.places:
            self.collisions.append((id, place))
            return False
        self.places[id] = place
        return True

    def entries_of(self, brief: Brief) -> tuple[Entry, ...]:
        """The entries of a brief of this book, in the order in which they stand."""
        return self._entries_of[brief.id]

    def find(self, id: str) -> Record | None:
        """The record of an id, of whatever kind."""
        for records in (self.actors, self.issues, self.sources, self.briefs, self.pages):
            if id in records:
                return records[id]
        entry = self.entries.get(id)
        return entry.record if entry else None

    def marking_of(self, record: Record, *parents: Record | None) -> Marking | None:
        """The stricter of a record's own marking and its parents'; the site's default where none has one."""
        marks = [each.tlp for each in (record, *parents) if each is not None and each.tlp is not None]
        return max(marks) if marks else self.settings.default_tlp


def iter_entries(brief: Brief) -> Iterator[Entry]:
    """The entries of a brief in the order in which they stand, section by section."""
    for section in SECTIONS:
        for index, record in enumerate(getattr(brief, section)):
            yield Entry(address(record), record, brief.id, (section, index))


def address(record: Record) -> str:
    """By what other records and pages name an entry."""
    make = _ADDRESSES.get(type(record))
    return make(record) if make else str(getattr(record, "id", ""))


_ADDRESSES: dict[type[Record], Callable[[Any], str]] = {
    Position: lambda position: f"{position.actor}/{position.issue}",
    Tie: lambda tie: f"{tie.actor}/{tie.tie}/{tie.other}",
    Correction: lambda correction: correction.entry,
    Update: lambda update: update.update,
}


def default_speaker(record: Evidence, owner: Evidence | None = None) -> str:
    """Who speaks where evidence names nobody: a position's actor, the `by` of a claim, reply or figure."""
    if isinstance(record, Position):
        return record.actor
    if isinstance(record, (Claim, Reply)):
        return record.by or ARTICLE
    if isinstance(record, Figure):
        return record.by or (default_speaker(owner) if owner is not None else ARTICLE)
    return ARTICLE


def evidence_of(record: Evidenced, brief: Brief, owner: Evidenced | None = None) -> tuple[Evidence, ...]:
    """All evidence of an entry with its source and speaker filled in: its own first, then its list's.

    `owner` is the claim of a reply or the claim or event of a figure.
    """
    own = Evidence(
        quote=spans(record.quote),
        words=spans(record.words),
        paraphrase=record.paraphrase,
        source=record.source,
        speaker=record.speaker,
        described_as=record.described_as,
        locator=record.locator,
        translation=record.translation,
    )
    pieces = [piece for piece in (own, *record.evidence) if piece.quote or piece.words or piece.paraphrase]
    given = (record.source, owner.source if owner else "", *brief.sources[: len(brief.sources) == 1])
    source = next(filter(None, given), "")
    speaker = record.speaker or default_speaker(record, owner)
    return tuple(
        Evidence(
            tlp=piece.tlp,
            note=piece.note,
            quote=spans(piece.quote),
            words=spans(piece.words),
            paraphrase=piece.paraphrase,
            source=piece.source or source,
            speaker=piece.speaker or speaker,
            described_as=piece.described_as or record.described_as,
            locator=piece.locator,
            translation=piece.translation,
        )
        for piece in pieces
    )


def has_evidence(record: Evidenced) -> bool:
    """Whether any words of anybody, or our sense of them, stand with a record."""
    pieces = (record, *record.evidence)
    return any(piece.quote or piece.words or piece.paraphrase for piece in pieces)


def iter_evidence(brief: Brief) -> Iterator[Evidence]:
    """All evidence in a brief, that of replies and figures too, with its source and speaker filled in."""
    for entry in iter_entries(brief):
        yield from evidence_in(entry, brief)


def evidence_in(entry: Entry, brief: Brief) -> Iterator[Evidence]:
    """All evidence in an entry of a brief, that of its replies and figures too."""
    record = entry.record
    if isinstance(record, Evidenced):
        yield from evidence_of(record, brief)
        for part in (*getattr(record, "replies", ()), *getattr(record, "figures", ())):
            yield from evidence_of(part, brief, record)
