"""Each claim, event, question and judgement as it now stands: its first entry and the updates since."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefbook.derive.dates import last_day
from briefbook.model.marking import Marking
from briefbook.model.records import Brief, Claim, Event, Figure, Judgement, Question, Reply, Tie, Update
from briefbook.text.edtf import When

T = TypeVar("T")

Lasting = Claim | Event | Question | Judgement
"""What updates can change."""

CHANGING = (
    "status",
    "text",
    "title",
    "date",
    "place",
    "due",
    "owner",
    "answer",
    "likelihood",
    "outcome",
    "credibility",
    "why",
    "confidence",
    "basis",
)
"""Fields of one value that an update replaces."""

_LISTS = ("issues", "actors", "about", "alternatives")
"""Lists that an update replaces; replies, figures and contradictions are added, and indicators are merged."""

UNANSWERED = ("open", "partly-answered")


class Step(NamedTuple):
    """One update, and the entry before and after it."""

    update: Update
    brief: Brief
    said: When
    before: Lasting
    after: Lasting


def update_anchor(taken: Step) -> str:
    """Where an update stands in its brief: `mass-execution.update`, with a number from the second on."""
    same = [update for update in taken.brief.updates if update.update == taken.update.update]
    place = same.index(taken.update)
    return f"{taken.update.update}.update" + (f"..{place + 1}" if place else "")


class Life:
    """One entry over time."""

    __slots__ = ("brief", "first", "id", "now", "steps")

    def __init__(self, first: Lasting, brief: Brief) -> None:
        self.id = first.id
        self.first = first
        self.brief = brief
        """The brief that holds the first entry."""
        self.now = first
        self.steps: list[Step] = []

    def fold(self, updates: Iterable[tuple[Update, Brief]]) -> None:
        """Apply the updates in the order in which they were said."""
        for update, brief in sorted(updates, key=_order):
            said = update.said or brief.as_of.to_day
            before, self.now = self.now, updated(self.now, update, said)
            self.steps.append(Step(update, brief, said, before, self.now))

    def wrote(self, field: str) -> Brief:
        """The brief whose words stand in this field now."""
        for step in reversed(self.steps):
            if getattr(step.after, field) != getattr(step.before, field):
                return step.brief
        return self.brief

    @property
    def worded_by(self) -> Brief:
        """The brief in whose words the entry stands now."""
        return self.wrote("title" if isinstance(self.first, Event) else "text")

    def until(self, known: Set[str]) -> Life:
        """The entry as briefs of these ids report it; the one that holds its first is among them."""
        kept = [step for step in self.steps if step.brief.id in known]
        if len(kept) == len(self.steps):
            return self
        cut = Life(self.first, self.brief)
        cut.fold((step.update, step.brief) for step in kept)
        return cut


class Entries:
    """The entries of the book that last, and the ways into them; lists are oldest first."""

    def __init__(self, briefs: Iterable[Brief]) -> None:
        """`briefs` come oldest first."""
        self._briefs = tuple(briefs)
        self.lives: dict[str, Life] = {}
        self.claims: list[Life] = []
        self.events: list[Life] = []
        self.questions: list[Life] = []
        self._counts: list[tuple[int, int, int, int]] = []
        """By the rank of a brief, how many of all four there were with it."""
        for brief in self._briefs:
            self._add(brief)
        for id, updates in self.updates.items():
            self.lives[id].fold(updates)

    def _add(self, brief: Brief) -> None:
        kinds: tuple[tuple[Sequence[Lasting], list[Life]], ...] = (
            (brief.claims, self.claims),
            (brief.events, self.events),
            (brief.questions, self.questions),
            (brief.judgements, []),
        )
        for records, lives in kinds:
            for record in records:
                life = self.lives[record.id] = Life(record, brief)
                lives.append(life)
        self._counts.append((len(self.lives), len(self.claims), len(self.events), len(self.questions)))

    def until(self, briefs: Sequence[Brief]) -> Entries:
        """The entries as these briefs, the oldest of all, report them."""
        cut, known = Entries(()), {brief.id for brief in briefs}
        lives, claims, events, questions = self._counts[len(briefs) - 1]
        changed = self._updated_after(len(briefs))
        then = {life.id: life.until(known) for life in changed if life.brief.id in known}
        cut._briefs = tuple(briefs)
        cut.lives = {**dict(islice(self.lives.items(), lives)), **then}
        cut.claims = [then.get(life.id, life) for life in self.claims[:claims]]
        cut.events = [then.get(life.id, life) for life in self.events[:events]]
        cut.questions = [then.get(life.id, life) for life in self.questions[:questions]]
        return cut

    def _updated_after(self, rank: int) -> Iterator[Life]:
        """The entries that a brief of this rank or a later one updates."""
        start = bisect_left(self._by_last_update, rank, key=itemgetter(0))
        return (life for _, life in islice(self._by_last_update, start, None))

    @cached_property
    def _by_last_update(self) -> list[tuple[int, Life]]:
        rank = {brief.id: number for number, brief in enumerate(self._briefs)}
        lives = (life for life in self.lives.values() if life.steps)
        last = ((max(rank[step.brief.id] for step in life.steps), life) for life in lives)
        return sorted(last, key=itemgetter(0))

    @cached_property
    def updates(self) -> dict[str, list[tuple[Update, Brief]]]:
        """By the id of what they update."""
        return _grouped(((each.update,), (each, brief)) for brief in self._briefs for each in brief.updates)

    @cached_property
    def claims_by(self) -> dict[str, list[Life]]:
        """By the actor who makes them."""
        return _grouped((filter(None, (claim.by,)), life) for claim, life in self.iter_claims())

    @cached_property
    def claims_about(self) -> dict[str, list[Life]]:
        """By the actors whom they are about."""
        return _grouped((claim.actors, life) for claim, life in self.iter_claims())

    @cached_property
    def claims_on(self) -> dict[str, list[Life]]:
        """By issue."""
        return _grouped((claim.issues, life) for claim, life in self.iter_claims())

    @cached_property
    def replies_by(self) -> dict[str, list[tuple[Life, Reply]]]:
        """Claims with the reply of an actor, by that actor."""
        return _grouped(
            ((reply.by,), (life, reply)) for claim, life in self.iter_claims() for reply in claim.replies
        )

    @cached_property
    def contradicting(self) -> dict[str, list[Life]]:
        """For a claim, those that cannot be true together with it, whichever of the two says so."""
        opposed: dict[str, set[str]] = {}
        for claim, life in self.iter_claims():
            for id in claim.contradicts:
                opposed.setdefault(life.id, set()).add(id)
                opposed.setdefault(id, set()).add(life.id)
        return _grouped((opposed.get(life.id, ()), life) for life in self.claims) if opposed else {}

    @cached_property
    def events_with(self) -> dict[str, list[Life]]:
        """By actor or issue."""
        events = ((life.now, life) for life in self.events)
        return _grouped(
            ((*event.actors, *event.issues), life) for event, life in events if isinstance(event, Event)
        )

    @cached_property
    def questions_on(self) -> dict[str, list[Life]]:
        """By actor, issue or claim."""
        questions = ((life.now, life) for life in self.questions)
        return _grouped(
            ((*question.actors, *question.issues, *question.about), life)
            for question, life in questions
            if isinstance(question, Question)
        )

    @cached_property
    def ties_of(self) -> dict[str, list[tuple[Tie, Brief]]]:
        """By either end."""
        return _grouped(
            (dict.fromkeys((tie.actor, tie.other)), (tie, brief))
            for brief in self._briefs
            for tie in brief.ties
        )

    def iter_claims(self) -> Iterator[tuple[Claim, Life]]:
        """Each claim as it stands, and its life."""
        return ((life.now, life) for life in self.claims if isinstance(life.now, Claim))


def updated(record: Lasting, update: Update, said: When) -> Lasting:
    """The record after the update: changed fields replaced, replies, figures and indicators added."""
    changed: dict[str, object] = {"tlp": _stricter(record.tlp, update.tlp)}
    for field in (*CHANGING, *_LISTS):
        value = getattr(update, field)
        if value not in ("", None, ()) and hasattr(record, field):
            changed[field] = value
    if isinstance(record, Question):
        changed["indicators"] = {**record.indicators, **update.indicators}
        changed["seen"] = {**record.seen, **update.seen}
    if isinstance(record, Claim):
        changed["replies"] = (*record.replies, *dated(update.replies, said))
        changed["contradicts"] = tuple(dict.fromkeys((*record.contradicts, *update.contradicts)))
    if isinstance(record, (Claim, Event)):
        figures: tuple[Figure, ...] = (*record.figures, *update.figures)
        changed["figures"] = figures
    return replace(record, **changed)


def dated(replies: Iterable[Reply], said: When) -> tuple[Reply, ...]:
    """The replies, each with a date of its own."""
    return tuple(reply if reply.said else replace(reply, said=said) for reply in replies)


def is_overdue(question: Question, today: dt.date | None) -> bool:
    """Whether the question is open after its due date."""
    return (
        question.due is not None
        and question.status in UNANSWERED
        and today is not None
        and last_day(question.due) < today
    )


def _grouped(items: Iterable[tuple[Iterable[str], T]]) -> dict[str, list[T]]:
    """The items by each of their ids."""
    found: dict[str, list[T]] = {}
    for ids, item in items:
        for id in ids:
            found.setdefault(id, []).append(item)
    return found


def _stricter(one: Marking | None, other: Marking | None) -> Marking | None:
    marks = [each for each in (one, other) if each is not None]
    return max(marks) if marks else None


def _order(item: tuple[Update, Brief]) -> tuple[object, ...]:
    update, brief = item
    return (update.said or brief.as_of.to_day).order, brief.as_of.order, brief.id, brief.updates.index(update)
