"""Where a rule stands: the book, the brief, and indexes over the book that several rules ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

import msgspec

from briefbook.diagnostics import Finding
from briefbook.model.book import Book, Place, iter_evidence
from briefbook.model.fields import inline_fields, reference_fields
from briefbook.model.records import (
    Brief,
    Claim,
    Event,
    Evidenced,
    Figure,
    FreePage,
    Position,
    Question,
    Record,
    Reply,
    Tie,
    Update,
    passages_of,
)
from briefbook.text.markdown import Scan, find_references, scan
from briefbook.text.verbatim import Judged, Text

T = TypeVar("T")

TEXTS_AT_HAND = 64
"""Texts of which what was read is kept; briefs of one time quote from the same few."""


class Mention(NamedTuple):
    """A `[[reference]]` in a text of a record."""

    path: tuple[str | int, ...]
    target: str
    words: str = ""
    """What to look for in the field; a body has offsets instead."""
    offsets: tuple[int, int] | None = None

    def finding(self, message: str, help: str) -> Finding:
        """A finding on this reference."""
        return Finding(self.path, message, help, self.words, self.offsets)


class Lookup:
    """What rules ask of a whole book, each answered once."""

    def __init__(self, book: Book, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self._of_texts: dict[str, dict[str, object]] = {}
        self._judged: dict[str, Judged] = {}
        self._scans: dict[str, Scan] = {}
        self._remembered: dict[str, object] = {}
        self._looked_at: object = None
        self._answers: dict[str, object] = {}

    def answer(self, name: str, record: Record, make: Callable[[], T]) -> T:
        """The answer to a question that several rules ask of one record; kept while it is looked at."""
        if self._looked_at is not record:
            self._looked_at, self._answers = record, {}
        if name not in self._answers:
            self._answers[name] = make()
        return cast(T, self._answers[name])

    def of_text(self, name: str, source: str, make: Callable[[], T]) -> T:
        """The answer to a question about a source's text, kept as long as its text is at hand."""
        known = self._of_texts.get(source)
        if known is None:
            if len(self._of_texts) >= TEXTS_AT_HAND:
                del self._of_texts[next(iter(self._of_texts))]
            known = self._of_texts[source] = {}
        if name not in known:
            known[name] = make()
        return cast(T, known[name])

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """The answer to a question that only one module asks, made once."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return cast(T, self._remembered[name])

    @cached_property
    def today(self) -> dt.date:
        """The day on which deadlines are judged: as given, else the newest brief's."""
        if self._today is not None:
            return self._today
        return max((brief.as_of.day for brief in self.book.briefs.values()), default=dt.date.min)

    @cached_property
    def addresses(self) -> dict[str, Place]:
        """Where the first position or tie of each address stands."""
        found: dict[str, Place] = {}
        for brief in self.book.briefs.values():
            for entry in self.book.entries_of(brief):
                if isinstance(entry.record, (Position, Tie)):
                    found.setdefault(entry.key, Place(self.file_of(brief.id), entry.path))
        return found

    @cached_property
    def referred(self) -> frozenset[str]:
        """Every id that some field or text refers to, a brief's list of sources aside."""
        found: set[str] = set()
        for record in self.iter_records():
            if not isinstance(record, Brief):
                found.update(id for _, _, id in iter_references(record))
            found.update(mention.target for mention in self.iter_mentions(record))
        for target in tuple(found):
            found.update(target.split("/"))
        return frozenset(found)

    @cached_property
    def updated(self) -> dict[str, list[tuple[Brief, Update]]]:
        """The updates of each entry, oldest first."""
        found: dict[str, list[tuple[Brief, Update]]] = {}
        for brief in sorted(self.book.briefs.values(), key=lambda brief: (brief.as_of.order, brief.id)):
            for update in brief.updates:
                found.setdefault(update.update, []).append((brief, update))
        return found

    @cached_property
    def passages(self) -> dict[str, frozenset[str]]:
        """Every passage that is taken from each source."""
        found: dict[str, set[str]] = {}
        for brief in self.book.briefs.values():
            for piece in iter_evidence(brief):
                found.setdefault(piece.source, set()).update(passages_of(piece))
        return {source: frozenset(passages) for source, passages in found.items()}

    def iter_records(self) -> Iterator[Record | msgspec.Struct]:
        """Every record of the book, nested ones too."""
        book = self.book
        tables: tuple[dict[str, Any], ...] = (book.sources, book.actors, book.issues, book.pages)
        for documents in tables:
            yield from documents.values()
        for actor in book.actors.values():
            yield from actor.posts
        for brief in book.briefs.values():
            yield brief
            for entry in self.book.entries_of(brief):
                yield entry.record
                for _, part in iter_parts(entry.record):
                    yield part

    def latest(self, record: Claim | Event | Question, field: str) -> Any:
        """What a field of an entry holds after all its updates."""
        updates = reversed(self.updated.get(record.id, ()))
        return next(filter(None, (getattr(each, field) for _, each in updates)), getattr(record, field))

    def file_of(self, id: str) -> str:
        """The file in which the record of an id stands."""
        return self.book.places[id].file

    def scan(self, id: str, body: str) -> Scan:
        """What a body refers to; each body is scanned once."""
        if id not in self._scans:
            settings = self.book.settings
            self._scans[id] = scan(
                body,
                nesting=settings.limits.markdown_nesting,
                engine=settings.markdown,
                extensions=settings.markdown_extensions,
                seconds=settings.limits.page_seconds,
            )
        return self._scans[id]

    def iter_mentions(self, record: object) -> Iterator[Mention]:
        """Each `[[reference]]` in a record's own texts: its inline fields, then its body."""
        for path, text in iter_texts(record):
            if "[[" in text:
                for reference in find_references(text):
                    yield Mention(path, reference.target, f"[[{reference.target}")
        if isinstance(record, (Brief, FreePage)) and "[[" in record.body:
            for reference in self.scan(record.id, record.body).references:
                yield Mention(("body",), reference.target, offsets=(reference.start, reference.end))

    def text(self, source: str) -> Text | None:
        """A source's text as the matcher sees it; None where it is absent."""
        text = self.book.texts.get(source)
        judged = self._judged.setdefault(source, {})
        return None if text is None else self.of_text("text", source, lambda: Text(text, judged))

    def knows(self, target: str) -> bool:
        """Whether a `[[target]]` names a record or an address."""
        return target in self.book.places or target in self.addresses or target in self.book.broken


class At(NamedTuple):
    """The record at hand: whose brief it is in, and where it stands."""

    lookup: Lookup
    brief: Brief | None
    place: Place
    parents: tuple[Record, ...] = ()
    """The records around it, the nearest first, its brief last."""

    @property
    def book(self) -> Book:
        """The whole book."""
        return self.lookup.book


def iter_references(record: object) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Path, kind and id of each reference in a record's own fields."""
    for field, kind in reference_fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, field)
        if not value:
            continue
        if isinstance(value, str):
            yield (field,), kind, value
        else:
            for position, id in enumerate(value):
                yield (field, position), kind, id


def iter_texts(record: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Path and text of each inline field that is not empty."""
    for field in inline_fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, field)
        if isinstance(value, str):
            if value:
                yield (field,), value
        else:
            for position, text in enumerate(value):
                yield (field, position), text


def iter_parts(record: Record) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    """The records inside an entry, with the path to each: evidence, replies, figures, and their evidence."""
    if isinstance(record, Evidenced):
        for position, piece in enumerate(record.evidence):
            yield ("evidence", position), piece
    if isinstance(record, (Claim, Update)):
        yield from _iter_nested("replies", record.replies)
    if isinstance(record, (Claim, Event, Update)):
        yield from _iter_nested("figures", record.figures)


def _iter_nested(
    field: str, records: Iterable[Reply | Figure]
) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    for position, record in enumerate(records):
        yield (field, position), record
        for path, part in iter_parts(record):
            yield (field, position, *path), part
