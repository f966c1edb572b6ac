"""The rows of each table, in a stable order; dates stay dates until they are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any

from briefbook.derive.at import At
from briefbook.derive.changes import rating
from briefbook.derive.columns import TABLES, Table
from briefbook.derive.entries import Life, is_overdue
from briefbook.derive.evidence import checked_by, verdict
from briefbook.derive.findings import tie_anchor
from briefbook.derive.links import plain
from briefbook.derive.origins import contradicting, provenance
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell, Statement
from briefbook.export.address import Addresses
from briefbook.export.cells import Row, render_csv
from briefbook.export.fields import given_fields, keys_of, marking_of
from briefbook.export.records import ties_of
from briefbook.model.book import KINDS, iter_entries
from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Evidence,
    Figure,
    Question,
    Record,
    Reply,
    spans,
)

_COLUMNS = frozenset(column.name for table in TABLES for column in table.columns)

_LINKED = frozenset(
    "about title text why summary condition reason answer basis note bottom_line key_messages assumptions "
    "limitations alternatives".split()
)
"""Keys whose text may hold `[[links]]`; an actor's is one of them, a question's `about` holds ids."""


def iter_tables(situation: Situation) -> Iterator[tuple[Table, Callable[[], bytes]]]:
    """Each table with what makes its bytes."""
    rows = Rows(situation)
    for table in TABLES:
        yield table, _maker(table, getattr(rows, table.name))


def _maker(table: Table, ask: Callable[[], Iterable[Row]]) -> Callable[[], bytes]:
    return lambda: render_csv(table, ask())


class Rows:
    """The rows of one situation; each method is a table's name."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.released = situation.released
        self.entries = situation.entries
        self.at = At(situation, "")
        self.addresses = Addresses(situation)

    def briefs(self) -> Iterator[Row]:
        """Briefs, oldest first."""
        for brief in self.situation.briefs:
            yield {
                **self._fields(brief),
                "corrections": len(self.situation.corrections.by_brief.get(brief.id, ())),
                "url": self.addresses.page(f"briefs/{brief.id}"),
            }

    def actors(self) -> Iterator[Row]:
        """Actors by id."""
        return self._documents("actors", self.released.actors.values())

    def issues(self) -> Iterator[Row]:
        """Issues by id."""
        return self._documents("issues", self.released.issues.values())

    def sources(self) -> Iterator[Row]:
        """Sources by id."""
        for row in self._documents("sources", self.released.sources.values()):
            source = self.released.sources[str(row["id"])]
            yield {
                **row,
                "source_url": source.url,
                "checked_by": checked_by(source.id, self.situation),
            }

    def _documents(self, section: str, records: Iterable[Any]) -> Iterator[Row]:
        mentions = self.situation.mentions.briefs
        for record in sorted(records, key=lambda record: record.id):
            briefs = mentions.get(record.id)
            yield {
                **self._fields(record),
                "first_brief": briefs[0].id if briefs else "",
                "last_brief": briefs[-1].id if briefs else "",
                "briefs": len(briefs or ()),
                "url": self.addresses.page(f"{section}/{record.id}"),
            }

    def posts(self) -> Iterator[Row]:
        """Offices, by person, as written."""
        actors: dict[str, Actor] = self.released.actors
        for id in sorted(actors):
            for post in actors[id].posts:
                yield {"actor": id, **{key: getattr(post, key) for key in post.__struct_fields__}}

    def positions(self) -> Iterator[Row]:
        """Reports of positions, by actor and issue, oldest first."""
        cells = self.situation.stances.cells
        for key in sorted(cells):
            cell = cells[key]
            for statement in sorted((*cell.stated, *cell.attributed), key=lambda each: each.order):
                yield self._position(statement, cell)

    def _position(self, statement: Statement, cell: Cell) -> Row:
        return {
            **self._fields(statement.position),
            "said": statement.said,
            "attributed": not statement.is_stated,
            "according_to": statement.according_to,
            "change": statement.change,
            "was": statement.was,
            "present": statement is cell.present,
            "capacity": statement.position.capacity or "",
            **_reported(statement.brief),
            "url": self.addresses.statement(statement),
        }

    def claims(self) -> Iterator[Row]:
        """Claims as they now stand, oldest first."""
        for life in self.entries.claims:
            found = provenance(life, self.situation)
            yield {
                **self._entry(life),
                "origins": tuple(origin.root for origin in found.origins),
                "speakers": found.speakers,
                "contradicts": contradicting(life, self.situation),
            }

    def events(self) -> Iterator[Row]:
        """Events as they now stand, oldest first."""
        return map(self._entry, self.entries.events)

    def questions(self) -> Iterator[Row]:
        """Questions as they now stand, oldest first."""
        for life in self.entries.questions:
            assert isinstance(life.now, Question)
            yield {**self._entry(life), "overdue": is_overdue(life.now, self.situation.today)}

    def judgements(self) -> Iterator[Row]:
        """Judgements as they now stand, oldest first."""
        for brief in self.situation.briefs:
            for judgement in brief.judgements:
                life = self.entries.lives[judgement.id]
                yield {**self._entry(life), "likelihood_first": rating(life.first)}

    def _entry(self, life: Life) -> Row:
        return {
            **self._fields(life.now),
            "status_first": rating(life.first),
            **_reported(life.brief),
            "updates": len(life.steps),
            "url": self.addresses.entry(life),
        }

    def replies(self) -> Iterator[Row]:
        """Replies to claims, in the order of the claims."""
        for life in self.entries.claims:
            assert isinstance(life.now, Claim)
            for reply in life.now.replies:
                yield {
                    **self._fields(reply),
                    "claim": life.id,
                    "said": reply.said or life.brief.as_of.to_day,
                }

    def figures(self) -> Iterator[Row]:
        """Figures of claims and events, in the order of these."""
        for life in (*self.entries.claims, *self.entries.events):
            figures: tuple[Figure, ...] = getattr(life.now, "figures", ())
            by = getattr(life.now, "by", "")
            for figure in figures:
                yield {**self._fields(figure), "entry": life.id, "by": figure.by or by}

    def updates(self) -> Iterator[Row]:
        """Updates, by entry, oldest first."""
        lives = self.entries.lives
        for id in sorted(self.entries.updates):
            for step in lives[id].steps:
                given = given_fields(step.update, self.at)
                yield {
                    **self._fields(step.update),
                    "entry": id,
                    "kind": KINDS[type(lives[id].now)],
                    "said": step.said,
                    "was": rating(step.before),
                    "became": rating(step.after),
                    "fields": tuple(
                        sorted(given.keys() - {"update", "reason", "said", "note", "tlp", "evidence"})
                    ),
                    **_reported(step.brief),
                }

    def ties(self) -> Iterator[Row]:
        """Reports of ties, by address, oldest first."""
        for _, reports in sorted(ties_of(self.situation.briefs).items()):
            for tie, brief in reports:
                url = self.addresses.page(f"briefs/{brief.id}", tie_anchor(tie))
                yield {**self._fields(tie), **_reported(brief), "url": url}

    def corrections(self) -> Iterator[Row]:
        """Corrections, newest first."""
        for correction, brief, stood in self.situation.corrections.all:
            yield {
                **self._fields(correction),
                "stood_in": stood.id if stood else "",
                "stood_since": stood.as_of if stood else None,
                "brief": brief.id,
            }

    def quotations(self) -> Iterator[Row]:
        """Passages, by brief, as written."""
        for brief in self.situation.briefs:
            for entry in iter_entries(brief):
                about: Row = {"brief": brief.id, "kind": KINDS[type(entry.record)], "entry": entry.key}
                for part, record in _parts(entry.record):
                    for piece in getattr(record, "evidence", ()):
                        yield from self._passages(piece, {**about, "part": part})

    def _passages(self, piece: Evidence, about: Row) -> Iterator[Row]:
        quote, words = spans(piece.quote), spans(piece.words)
        about |= self._fields(piece)
        about["checked"] = verdict((*quote, *words), piece.source, self.at)
        for form, passages in (("quote", quote), ("words", words)):
            for passage in passages:
                yield {**about, "form": form, "passage": passage}
        if piece.paraphrase:
            yield {**about, "form": "paraphrase", "passage": piece.paraphrase, "checked": "paraphrase"}

    def _fields(self, record: Record) -> Row:
        """The record's keys, its links as plain words."""
        keys, values, texts = _columns_of(type(record))
        row: Row = dict(zip(keys, values(record), strict=True))
        for key in texts:
            value = row[key]
            if type(value) is str:
                if "[[" in value:
                    row[key] = plain(value, self.at)
            elif type(value) is tuple and value:
                row[key] = tuple(plain(each, self.at) for each in value)
        row["tlp"] = marking_of(record)
        return row


@cache
def _columns_of(
    kind: type[Record],
) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]], tuple[str, ...]]:
    """Keys of a kind of record that columns show, what gets them, and those that may hold links."""
    keys = tuple(key for key in keys_of(kind) if key in _COLUMNS)
    return keys, attrgetter(*keys), tuple(key for key in keys if key in _LINKED)


def _reported(brief: Brief) -> Row:
    return {"brief": brief.id, "as_of": brief.as_of}


def _parts(record: Record) -> Iterator[tuple[str, Record]]:
    """An entry itself, then its replies and figures."""
    yield "evidence", record
    for name in ("replies", "figures"):
        parts: tuple[Reply | Figure, ...] = getattr(record, name, ())
        for part in parts:
            yield name, part
