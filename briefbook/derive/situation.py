"""The situation: what the released entries add up to, as indexes that each page asks."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from gettext import NullTranslations

from briefbook.derive.changes import Delta, changes_of
from briefbook.derive.concerns import Concern, concerns_of
from briefbook.derive.corrections import Corrections, Mended
from briefbook.derive.dates import last_day
from briefbook.derive.entries import Entries, Life
from briefbook.derive.mentions import Mentions
from briefbook.derive.overdue import fell_due
from briefbook.derive.stances import Stances
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.model.records import Actor, Brief, Issue
from briefbook.release import Released
from briefbook.words import Words

_RANK = {
    kind: rank
    for rank, kind in enumerate(
        ("state", "body", "coalition", "organisation", "armed-group", "person", "unnamed")
    )
}

MOST_MOMENTS = 24
"""The newest briefs as of which a site shows the whole situation."""

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

    def __init__(
        self, released: Released, today: dt.date | None = None, briefs: tuple[Brief, ...] | None = None
    ) -> None:
        """`briefs` are the oldest of the release in their order; by default all of them."""
        self.released = released
        self.settings = released.settings
        if briefs is None:
            briefs = tuple(sorted(released.briefs.values(), key=lambda brief: (brief.as_of.order, brief.id)))
        self.briefs = briefs
        """Oldest first."""
        self.actors: Mapping[str, Actor] = released.actors
        """Those that there are at its time."""
        self.propositions: Mapping[str, Issue] = released.issues
        """The issues that there are at its time."""
        self.rank = {brief.id: rank for rank, brief in enumerate(self.briefs)}
        """The place of each brief in `briefs`."""
        self.newest = self.briefs[-1] if self.briefs else None
        self.as_of = self.newest.as_of if self.newest else None
        """The date of which the site speaks."""
        self.today = today or (last_day(self.as_of) if self.as_of else None)
        """The day by which deadlines are judged."""
        self.words = Words(NullTranslations())
        """The words of drawings, which are measured; a host puts those of the site's language here."""
        self.lay_out: Callable[[str], Sequence[str]] = lambda _: ()
        """The nodes of a graph in dot's language from top to bottom; a host that can tell says so."""
        self.has_calendar = False
        """Whether its files include a calendar, where it has anything to put there; a host says so."""
        self.names: dict[str, Names] = {}
        """Names of records as links, by the way back to the root: pages of one depth share them."""
        self._changes: dict[str, tuple[list[Delta], int]] = {}

    @cached_property
    def moments(self) -> dict[str, Brief]:
        """The briefs, by id and oldest first, as of which its site shows the whole situation.

        They are the newest ones, and the last of each month.
        """
        months = {(brief.as_of.first.year, brief.as_of.first.month): brief.id for brief in self.briefs}
        newest = {brief.id for brief in self.briefs[-MOST_MOMENTS:]}
        return {brief.id: brief for brief in self.briefs if brief.id in newest.union(months.values())}

    @cached_property
    def stances(self) -> Stances:
        """Who stands where."""
        return Stances(self.released.actors, self.briefs)

    @cached_property
    def entries(self) -> Entries:
        """Claims, events, questions, judgements and ties."""
        return Entries(self.briefs)

    @cached_property
    def mentions(self) -> Mentions:
        """Which briefs name what."""
        return Mentions(self.briefs, self.released)

    @cached_property
    def corrections(self) -> Corrections:
        """What was corrected, and which pages depended on it."""
        return Corrections(self.briefs, self.released, self.entries, self.mentions)

    @cached_property
    def corrects(self) -> dict[str, list[str]]:
        """For each source, those that their publisher corrected with it, oldest first."""
        found: dict[str, list[str]] = {}
        sources = self.released.sources.values()
        for source in sorted(sources, key=lambda source: (source.published.order, source.id)):
            if source.corrected_by:
                found.setdefault(source.corrected_by, []).append(source.id)
        return found

    @cached_property
    def _corrected(self) -> dict[str, list[Mended]]:
        """Corrections by the first brief that speaks of their day or a later one, else the newest brief."""
        found: dict[str, list[Mended]] = {}
        days = [last_day(brief.as_of) for brief in self.briefs]
        for each in reversed(self.corrections.all):
            rank = min(bisect_left(days, last_day(each.record.date)), len(days) - 1)
            found.setdefault(self.briefs[rank].id, []).append(each)
        return found

    @cached_property
    def concerns(self) -> dict[str, list[Concern]]:
        """For each actor and issue, what changed about it, newest brief first, heaviest change first."""
        changes = ((brief, self.changes(brief)[0]) for brief in reversed(self.briefs))
        return concerns_of(changes, self.entries.lives)

    @cached_property
    def fell_due(self) -> dict[str, list[Life]]:
        """For each brief, the questions that had become overdue since the one before."""
        return fell_due(self.entries.questions, self.briefs)

    @cached_property
    def parties(self) -> tuple[Actor, ...]:
        """The actors of the matrix, by bloc, then kind, then name."""
        actors = filter(self.is_party, self.actors.values())
        return tuple(sorted(actors, key=self.in_blocs))

    def in_blocs(self, actor: Actor) -> tuple[bool, str, int, str, str]:
        """Sorts actors as the matrix does: by bloc, those without one last, then by kind, then by name."""
        return not actor.bloc, actor.bloc.casefold(), *self.order(actor.id)

    def is_party(self, actor: Actor) -> bool:
        """Whether the matrix lists the actor: it has a position, or it is one whose silence is shown."""
        return actor.id in self.stances.by_actor or bool(actor.bloc and actor.kind in _TELLING)

    def is_named(self, id: str) -> bool:
        """Whether a brief names the record."""
        return id in self.mentions.briefs

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """Ids of all issues, in the order in which they came up; those without a position last."""
        spoken = tuple(self.stances.by_issue)
        return spoken + tuple(sorted(id for id in self.propositions if id not in self.stances.by_issue))

    @cached_property
    def introduced(self) -> dict[str, list[Actor]]:
        """For each brief, the actors that no earlier one names."""
        found: dict[str, list[Actor]] = {}
        for id, actor in self.actors.items():
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
        for actor in sorted(self.actors.values(), key=lambda actor: self.order(actor.id)):
            bodies = [actor.of]
            if actor.kind == "person":
                bodies += [post.at for post in actor.posts]
            if actor.kind in ("person", "unnamed"):
                bodies += actor.member_of
            for body in dict.fromkeys(bodies):
                if body in self.actors:
                    found.setdefault(body, []).append(actor)
        return found

    @cached_property
    def members(self) -> dict[str, list[Actor]]:
        """For each actor, those that are part of it, persons and unnamed sources left out."""
        found: dict[str, list[Actor]] = {}
        for actor in sorted(self.actors.values(), key=lambda actor: self.order(actor.id)):
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
                self.fell_due.get(brief.id, ()),
            )
        return self._changes[brief.id]
