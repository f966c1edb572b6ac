"""The situation as it stood when one of its briefs was the newest, cut from the histories of now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from briefbook.derive.corrections import Corrections
from briefbook.derive.entries import Entries
from briefbook.derive.mentions import Mentions
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Stances
from briefbook.model.records import Brief

T = TypeVar("T")


class Past(Situation):
    """A situation whose later briefs nobody has written yet.

    It is what a release of the book as it stood then adds up to, but for one thing: what was found wrong
    since is mended in it too and says so, because it was wrong then. Records with files of their own have no
    date and are all there.
    """

    def __init__(self, now: Situation, newest: Brief) -> None:
        super().__init__(now.released, briefs=now.briefs[: now.rank[newest.id] + 1])
        self._now = now
        self._known = frozenset(self.rank)
        self.words = now.words
        self.lay_out = now.lay_out
        self.names = now.names
        self.actors = self._there(now.released.actors)
        self.propositions = self._there(now.released.issues)

    def _there(self, records: Mapping[str, T]) -> dict[str, T]:
        """The records that no later brief introduces."""
        introduced = self.released.introduced
        return {
            id: record
            for id, record in records.items()
            if id not in introduced or introduced[id] in self._known
        }

    @cached_property
    def stances(self) -> Stances:
        """Who stood where."""
        return self._now.stances.until(self._known)

    @cached_property
    def entries(self) -> Entries:
        """Claims, events, questions, judgements and ties as they stood."""
        return self._now.entries.until(self.briefs)

    @cached_property
    def mentions(self) -> Mentions:
        """Which briefs had named what."""
        return self._now.mentions.until(self._known)

    def is_named(self, id: str) -> bool:
        """Whether a brief had named the record."""
        briefs = self._now.mentions.briefs.get(id)
        return briefs is not None and briefs[0].id in self._known

    @property
    def corrections(self) -> Corrections:
        """What was corrected, until now."""
        return self._now.corrections
