"""Each claim, event, question and judgement as it now stands: its first entry and the updates since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from briefbook.derive.dates import last_day
from briefbook.model.marking import Marking
from briefbook.model.records import Brief, Claim, Event, Figure, Judgement, Question, Reply, Tie, Update
from briefbook.text.edtf import When

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
"""Lists that an update replaces; replies and figures are added, like evidence, and indicators are merged."""

UNANSWERED = ("open", "partly-answered")


class Step(NamedTuple):
    """One update, and the entry before and after it."""

    update: Update
    brief: Brief
    said: When
    before: Lasting
    after: Lasting


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


class Entries:
    """The entries of the book that last, and the ways into them; lists are oldest first."""

    def __init__(self, briefs: Iterable[Brief]) -> None:
        """`briefs` come oldest first."""
        self.lives: dict[str, Life] = {}
        self.updates: dict[str, list[tuple[Update, Brief]]] = {}
        self.claims: list[Life] = []
        self.events: list[Life] = []
        self.questions: list[Life] = []
        self.claims_by: dict[str, list[Life]] = {}
        """By the actor who makes them."""
        self.claims_about: dict[str, list[Life]] = {}
        self.claims_on: dict[str, list[Life]] = {}
        """By issue."""
        self.replies_by: dict[str, list[tuple[Life, Reply]]] = {}
        self.events_with: dict[str, list[Life]] = {}
        """By actor or issue."""
        self.questions_on: dict[str, list[Life]] = {}
        """By actor, issue or claim."""
        self.ties_of: dict[str, list[tuple[Tie, Brief]]] = {}
        """By either end."""
        for brief in briefs:
            self._add(brief)
        for id, updates in self.updates.items():
            self.lives[id].fold(updates)
        self._index()

    def _add(self, brief: Brief) -> None:
        for records, lives in (
            (brief.claims, self.claims),
            (brief.events, self.events),
            (brief.questions, self.questions),
            (brief.judgements, []),
        ):
            for record in records:
                life = self.lives[record.id] = Life(record, brief)
                lives.append(life)
        for update in brief.updates:
            self.updates.setdefault(update.update, []).append((update, brief))
        for tie in brief.ties:
            for end in dict.fromkeys((tie.actor, tie.other)):
                self.ties_of.setdefault(end, []).append((tie, brief))

    def _index(self) -> None:
        for life in self.claims:
            claim = life.now
            assert isinstance(claim, Claim)
            if claim.by:
                self.claims_by.setdefault(claim.by, []).append(life)
            for actor in claim.actors:
                self.claims_about.setdefault(actor, []).append(life)
            for issue in claim.issues:
                self.claims_on.setdefault(issue, []).append(life)
            for reply in claim.replies:
                self.replies_by.setdefault(reply.by, []).append((life, reply))
        for life in self.events:
            event = life.now
            assert isinstance(event, Event)
            for id in (*event.actors, *event.issues):
                self.events_with.setdefault(id, []).append(life)
        for life in self.questions:
            question = life.now
            assert isinstance(question, Question)
            for id in (*question.actors, *question.issues, *question.about):
                self.questions_on.setdefault(id, []).append(life)


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


def _stricter(one: Marking | None, other: Marking | None) -> Marking | None:
    marks = [each for each in (one, other) if each is not None]
    return max(marks) if marks else None


def _order(item: tuple[Update, Brief]) -> tuple[object, ...]:
    update, brief = item
    return (update.said or brief.as_of.to_day).order, brief.as_of.order, brief.id, brief.updates.index(update)
