"""Which briefs name a record, what is quoted from which source, and whose words stand under others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from briefbook.model.book import ARTICLE, address, iter_entries
from briefbook.model.records import Brief, Evidence, Record
from briefbook.release import Released, iter_pieces, recall
from briefbook.text.edtf import When

_REFERENCE = re.compile(r"\[\[([^\[\]|]+)")

_IDS = ("actor", "issue", "by", "other", "update", "entry", "speaker")
"""Fields that hold one id (or the address of an entry)."""

_LISTS = ("actors", "issues", "about", "contradicts")

_TEXTS = (
    "text",
    "title",
    "summary",
    "condition",
    "reason",
    "why",
    "answer",
    "basis",
    "note",
)
"""Inline fields of entries."""


class Quoted(NamedTuple):
    """A piece of evidence and the entry that rests on it."""

    piece: Evidence
    key: str
    """The entry's id or address."""
    brief: Brief
    said: When
    is_own: bool
    """The speaker is whose position, claim or reply it is; else they speak for somebody or about them."""


class Mentions:
    """For each id, the briefs that name it, oldest first; for each source, what is quoted from it.

    For each speaker, what they say under the entries of others, oldest first.
    """

    def __init__(self, briefs: Iterable[Brief], released: Released | None = None) -> None:
        """`briefs` come oldest first; `released` may remember what was made of them."""
        self.briefs: dict[str, list[Brief]] = {}
        self.quoted: dict[str, list[Quoted]] = {}
        self.spoken: dict[str, list[Quoted]] = {}
        for brief in briefs:
            named, quoted = recall(released, "mentions", brief, _mentions_of)
            for id in named:
                self.briefs.setdefault(id, []).append(brief)
            for each in quoted:
                self.quoted.setdefault(each.piece.source, []).append(each)
                if not each.is_own:
                    self.spoken.setdefault(each.piece.speaker, []).append(each)

    def until(self, known: Set[str]) -> Mentions:
        """What these briefs, the oldest of all, name and quote."""
        cut = Mentions(())
        for id, briefs in self.briefs.items():
            if briefs[0].id in known:
                cut.briefs[id] = [brief for brief in briefs if brief.id in known]
        for all, kept in ((self.quoted, cut.quoted), (self.spoken, cut.spoken)):
            for id, quoted in all.items():
                if quoted[0].brief.id in known:
                    kept[id] = [each for each in quoted if each.brief.id in known]
        return cut

    def last(self, id: str) -> Brief | None:
        """The newest brief that names the record."""
        found = self.briefs.get(id)
        return found[-1] if found else None


def named_by(brief: Brief, released: Released) -> frozenset[str]:
    """The ids that a brief names, itself left out."""
    return recall(released, "mentions", brief, _mentions_of)[0]


def _mentions_of(brief: Brief) -> tuple[frozenset[str], list[Quoted]]:
    """The ids that a brief names, itself left out, and what it quotes."""
    quoted: list[Quoted] = []
    return frozenset(_ids(brief, quoted)), quoted


def _ids(brief: Brief, quoted: list[Quoted]) -> Iterator[str]:
    """The ids, some of them more than once; fills `quoted`."""
    yield from brief.sources
    yield from (actor.id for actor in brief.actors)
    yield from (issue.id for issue in brief.issues)
    yield from _linked((brief.bottom_line, brief.body, *brief.key_messages))
    yield from _linked((*brief.assumptions, *brief.limitations))
    for entry in iter_entries(brief):
        record = entry.record
        yield address(record)
        yield from _named(record)
        own = {ARTICLE, getattr(record, "actor", ""), getattr(record, "by", "")}
        for part in (*getattr(record, "replies", ()), *getattr(record, "figures", ())):
            yield part.by
            own.add(part.by)
        said = getattr(record, "said", None) or brief.as_of
        for piece in iter_pieces(record):
            yield piece.source
            if piece.speaker != ARTICLE:
                yield piece.speaker
            quoted.append(Quoted(piece, entry.key, brief, said, piece.speaker in own))


def _named(record: Record) -> Iterator[str]:
    ids, lists, texts = _fields(type(record))
    for field in ids:
        yield from getattr(record, field).split("/")
    for field in lists:
        yield from getattr(record, field)
    for field in texts:
        if "[[" in getattr(record, field):
            yield from _linked((getattr(record, field),))


@cache
def _fields(kind: type[Record]) -> tuple[list[str], ...]:
    """The fields of a kind of record that hold ids, lists of ids and texts."""
    groups = (_IDS, _LISTS, _TEXTS)
    return tuple([field for field in group if field in kind.__struct_fields__] for group in groups)


def _linked(texts: Iterable[str]) -> Iterator[str]:
    """The ids in `[[...]]`, and those of which an address is made."""
    for text in texts:
        if "[[" in text:
            for target in _REFERENCE.findall(text):
                yield target
                yield from target.split("/")
