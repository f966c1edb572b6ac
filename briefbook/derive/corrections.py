"""What was corrected: in which entry, in which brief the mistake stood, and which pages depended on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefbook.derive.dates import last_day
from briefbook.derive.entries import Entries, Life
from briefbook.derive.mentions import Mentions
from briefbook.model.book import address
from briefbook.model.corrected import Holders
from briefbook.model.records import Brief, Correction
from briefbook.release import Released
from briefbook.text.edtf import When


class Mended(NamedTuple):
    """A correction, and where the mistake stood."""

    record: Correction
    brief: Brief
    """The brief that carries the notice."""
    stood: Brief | None
    """The brief in which the mistake stood; None for a record with a file of its own."""

    @property
    def home(self) -> Brief:
        """The brief by which its entry is named and found."""
        return self.stood or self.brief


class Corrections:
    """The corrections of a released book, and the ways to them."""

    def __init__(
        self, briefs: Iterable[Brief], released: Released, entries: Entries, mentions: Mentions
    ) -> None:
        """`briefs` come oldest first."""
        self._entries, self._mentions, self._released = entries, mentions, released
        self.all: list[Mended] = []
        """Newest first."""
        self.of: dict[str, list[Mended]] = {}
        """By the id or address that they mend, oldest first."""
        self.by_brief: dict[str, list[Mended]] = {}
        """By the brief that had the mistake or carries the notice, newest first."""
        self.on: dict[str, list[Mended]] = {}
        """By the record whose page depended on what was wrong, newest first."""
        holders = Holders(released)
        for brief in briefs:
            for record in brief.corrections:
                self.all.append(Mended(record, brief, holders.of(record.entry, brief)))
        self.all.sort(key=_order, reverse=True)
        for each in self.all:
            for id in {found.id for found in (each.stood, each.brief) if found}:
                self.by_brief.setdefault(id, []).append(each)
            for id in {each.brief.id, each.home.id, *self._dependents(each)}:
                self.on.setdefault(id, []).append(each)
        for each in reversed(self.all):
            self.of.setdefault(each.record.entry, []).append(each)

    def of_entry(self, key: str, brief: Brief) -> list[Mended]:
        """What was corrected in an entry as a brief has it, oldest first."""
        return [each for each in self.of.get(key, ()) if each.stood is brief]

    def last_of(self, brief: Brief) -> When | None:
        """When a brief was last corrected."""
        found = self.by_brief.get(brief.id)
        return found[0].record.date if found else None

    def _dependents(self, mended: Mended) -> Iterator[str]:
        """The records, beside the brief with the mistake and that with the notice, that rested on it."""
        key = mended.record.entry
        life = self._entries.lives.get(key)
        if life is not None:
            yield from _named(life)
            yield from (asked.id for asked in self._entries.questions_on.get(key, ()) if asked.id != key)
        elif "/" in key:
            yield from key.split("/")
        else:
            yield key
        if life is not None or "/" in key or key in self._released.sources:
            yield from (brief.id for brief in self._misled(mended))

    def _misled(self, mended: Mended) -> Iterator[Brief]:
        """The briefs that named the entry while the mistake stood; none that reported it anew."""
        key, end = mended.record.entry, last_day(mended.record.date)
        for brief in self._mentions.briefs.get(key, ()):
            has_its_own = "/" in key and any(address(each) == key for each in (*brief.positions, *brief.ties))
            is_earlier = mended.stood is not None and brief.as_of.order < mended.stood.as_of.order
            if last_day(brief.as_of) <= end and not has_its_own and not is_earlier:
                yield brief


def _order(mended: Mended) -> tuple[object, ...]:
    return mended.record.date.order, mended.brief.id, mended.record.entry


def _named(life: Life) -> Iterator[str]:
    """The actors and issues on whose pages an entry is, as it was first reported or as it stands now."""
    for record in (life.first, life.now):
        yield from record.issues
        yield from getattr(record, "actors", ())
        yield from filter(None, (getattr(record, "by", ""),))
        yield from (reply.by for reply in getattr(record, "replies", ()))
