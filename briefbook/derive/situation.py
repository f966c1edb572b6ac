"""The situation: what the released entries add up to, as indexes that each page asks."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from briefbook.derive.changes import Delta, changes_of
from briefbook.derive.dates import last_day
from briefbook.derive.entries import Entries
from briefbook.derive.mentions import Mentions
from briefbook.derive.stances import Stances
from briefbook.derive.views import ActorRef, BriefRef, IssueRef
from briefbook.model.records import Actor, Brief, Correction
from briefbook.release import Released

_RANK = {
    kind: rank
    for rank, kind in enumerate(
        ("state", "body", "coalition", "organisation", "armed-group", "person", "unnamed")
    )
}

_TELLING = ("state", "armed-group", "coalition")
"""Kinds of actor whose silence is shown; persons and bodies mostly speak for one of these."""


class Names:
    """Actors, issues and briefs as pages of one depth name them."""

    def __init__(self) -> None:
        self.actors: dict[tuple[str, str], ActorRef] = {}
        """By id and role."""
        self.issues: dict[str, IssueRef] = {}
        self.briefs: dict[str, BriefRef] = {}
        """By id; a link to an entry in one is made where it stands."""


class Situation:
    """A released book on one day; each index is built once, when it is first asked."""

    def __init__(self, released: Released, today: dt.date | None = None) -> None:
        self.released = released
        self.settings = released.settings
        self.briefs: tuple[Brief, ...] = tuple(
            sorted(released.briefs.values(), key=lambda brief: (brief.as_of.order, brief.id))
        )
        """Oldest first."""
        self.rank = {brief.id: rank for rank, brief in enumerate(self.briefs)}
        """The place of each brief in `briefs`."""
        self.newest = self.briefs[-1] if self.briefs else None
        self.as_of = self.newest.as_of if self.newest else None
        """The date of which the site speaks."""
        self.today = today or (last_day(self.as_of) if self.as_of else None)
        """The day by which deadlines are judged."""
        self.names: dict[str, Names] = {}
        """Names of records as links, by the way back to the root: pages of one depth share them."""
        self._changes: dict[str, tuple[list[Delta], int]] = {}

    @cached_property
    def stances(self) -> Stances:
        """Who stands where."""
        return Stances(self.released, self.briefs)

    @cached_property
    def entries(self) -> Entries:
        """Claims, events, questions, judgements and ties."""
        return Entries(self.briefs)

    @cached_property
    def mentions(self) -> Mentions:
        """Which briefs name what."""
        return Mentions(self.briefs, self.released)

    @cached_property
    def corrections(self) -> dict[str, list[tuple[Correction, Brief]]]:
        """Corrections by the id or address of the entry that they mend, oldest first."""
        found: dict[str, list[tuple[Correction, Brief]]] = {}
        for brief in self.briefs:
            for correction in brief.corrections:
                found.setdefault(correction.entry, []).append((correction, brief))
        for each in found.values():
            each.sort(key=lambda item: item[0].date.order)
        return found

    @cached_property
    def all_corrections(self) -> list[tuple[Correction, Brief]]:
        """All corrections, newest first."""
        return sorted(
            (pair for pairs in self.corrections.values() for pair in pairs),
            key=lambda pair: (pair[0].date.order, pair[1].id, pair[0].entry),
            reverse=True,
        )

    @cached_property
    def _corrected(self) -> dict[str, list[tuple[Correction, Brief]]]:
        """Corrections by the first brief that speaks of their day or a later one, else the newest brief."""
        found: dict[str, list[tuple[Correction, Brief]]] = {}
        days = [last_day(brief.as_of) for brief in self.briefs]
        for correction, brief in (each for pairs in self.corrections.values() for each in pairs):
            rank = min(bisect_left(days, last_day(correction.date)), len(days) - 1)
            found.setdefault(self.briefs[rank].id, []).append((correction, brief))
        return found

    @cached_property
    def parties(self) -> tuple[Actor, ...]:
        """The actors of the matrix, by bloc, then kind, then name."""
        actors = filter(self.is_party, self.released.actors.values())
        return tuple(
            sorted(actors, key=lambda actor: (not actor.bloc, actor.bloc.casefold(), *self.order(actor.id)))
        )

    def is_party(self, actor: Actor) -> bool:
        """Whether the matrix lists the actor: it has a position, or it is one whose silence is shown."""
        return actor.id in self.stances.by_actor or bool(actor.bloc and actor.kind in _TELLING)

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """Ids of all issues, in the order in which they came up; those without a position last."""
        spoken = tuple(self.stances.by_issue)
        return spoken + tuple(sorted(id for id in self.released.issues if id not in self.stances.by_issue))

    @cached_property
    def introduced(self) -> dict[str, list[Actor]]:
        """For each brief, the actors that no earlier one names."""
        found: dict[str, list[Actor]] = {}
        for id, actor in self.released.actors.items():
            briefs = self.mentions.briefs.get(id)
            if briefs:
                found.setdefault(briefs[0].id, []).append(actor)
        for actors in found.values():
            actors.sort(key=lambda actor: self.order(actor.id))
        return found

    @cached_property
    def voices(self) -> dict[str, list[Actor]]:
        """For each body, who holds a post there, is a member of it, or is an unnamed source from it."""
        found: dict[str, list[Actor]] = {}
        for actor in sorted(self.released.actors.values(), key=lambda actor: self.order(actor.id)):
            bodies = [actor.of]
            if actor.kind == "person":
                bodies += [post.at for post in actor.posts]
            if actor.kind in ("person", "unnamed"):
                bodies += actor.member_of
            for body in dict.fromkeys(bodies):
                if body in self.released.actors:
                    found.setdefault(body, []).append(actor)
        return found

    @cached_property
    def members(self) -> dict[str, list[Actor]]:
        """For each actor, those that are part of it, persons and unnamed sources left out."""
        found: dict[str, list[Actor]] = {}
        for actor in sorted(self.released.actors.values(), key=lambda actor: self.order(actor.id)):
            if actor.kind not in ("person", "unnamed"):
                for body in actor.member_of:
                    found.setdefault(body, []).append(actor)
        return found

    def order(self, actor: str) -> tuple[int, str, str]:
        """Sorts actors: states and bodies before persons and unnamed sources, then by name."""
        record = self.released.actors[actor]
        return _RANK[record.kind], record.name.casefold(), record.id

    def previous(self, brief: Brief) -> Brief | None:
        """The brief before this one."""
        rank = self.rank[brief.id]
        return self.briefs[rank - 1] if rank else None

    def following(self, brief: Brief) -> Brief | None:
        """The brief after this one."""
        rank = self.rank[brief.id] + 1
        return self.briefs[rank] if rank < len(self.briefs) else None

    def latest(self, ids: Iterable[str]) -> Brief | None:
        """The newest brief that names any of the records."""
        briefs = (self.mentions.last(id) for id in ids)
        return max(filter(None, briefs), key=lambda brief: self.rank[brief.id], default=None)

    def changes(self, brief: Brief) -> tuple[list[Delta], int]:
        """What a brief changed, heaviest first, and how many positions it found unchanged."""
        if brief.id not in self._changes:
            self._changes[brief.id] = changes_of(
                brief,
                self.stances.by_brief.get(brief.id, ()),
                self.entries,
                self.introduced.get(brief.id, ()),
                self._corrected.get(brief.id, ()),
            )
        return self._changes[brief.id]
