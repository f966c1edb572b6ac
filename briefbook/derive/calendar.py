"""What a calendar of the situation holds: deadlines of questions, and events that are or were scheduled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefbook.derive.at import At
from briefbook.derive.dates import last_day
from briefbook.derive.entries import UNANSWERED, Lasting, Life
from briefbook.derive.place import CALENDAR
from briefbook.derive.situation import Situation
from briefbook.model.records import Brief, Event, Question
from briefbook.text.edtf import When

LONGEST = 92
"""Days: a season. A bar across a whole year tells nobody when to look up."""
KEPT = 366
"""Days for which what has passed stays; an open question stays until it is answered."""
MOST = 1000
"""Entries, those nearest to the site's day: programs that show a calendar take no more in good time."""
_AHEAD = ("scheduled", "postponed")

Stands = Literal["stands", "postponed", "cancelled", "happened", "closed"]


class Appointment(NamedTuple):
    """One entry of a calendar."""

    life: Life
    start: dt.date | dt.datetime
    """A day, or a moment in UTC."""
    end: dt.date | None
    """Its last day; None for a moment."""
    stands: Stands
    """closed: a question that needs no answer any more."""
    revision: int
    """How often what a calendar shows of it has changed."""
    changed: Brief
    """The brief that changed it last."""

    @property
    def when(self) -> When:
        """Its date as it was written."""
        when = _when(self.life.now)
        assert when is not None
        return when

    @property
    def day(self) -> dt.date:
        """Its last day."""
        return last_day(self.when)


def appointments(situation: Situation) -> list[Appointment]:
    """The entries of the calendar, by id; those without a day are in none."""
    found = list(_iter_all(situation))
    today = situation.today
    if len(found) > MOST and today is not None:
        found = sorted(found, key=lambda each: (abs(each.day - today), each.life.id))[:MOST]
    return sorted(found, key=lambda each: each.life.id)


def has_appointments(situation: Situation) -> bool:
    """Whether a calendar would hold anything."""
    return next(_iter_all(situation), None) is not None


def _iter_all(situation: Situation) -> Iterator[Appointment]:
    for life in situation.entries.lives.values():
        span = _span(life.now) if _belongs(life) else None
        if span is None:
            continue
        touched = (life.brief, *(step.brief for step in life.steps))
        changed = max(touched, key=lambda brief: situation.rank[brief.id])
        found = Appointment(life, *span, _stands(life.now), _revision(life), changed)
        if not _is_past(found, situation.today):
            yield found


def is_published(situation: Situation) -> bool:
    """Whether the site has a calendar: not in a preview, nor where nothing would stand in it."""
    return situation.has_calendar and not situation.released.is_preview and has_appointments(situation)


def calendar_href(at: At) -> str:
    """The way to the calendar; empty where there is none."""
    return f"{at.root}{CALENDAR}" if is_published(at.situation) else ""


def _belongs(life: Life) -> bool:
    """Whether it has a deadline, or has ever been scheduled."""
    if isinstance(life.first, Question):
        return True
    versions = (life.first, *(step.after for step in life.steps))
    return any(isinstance(each, Event) and each.status in _AHEAD for each in versions)


def _when(record: Lasting) -> When | None:
    return record.due if isinstance(record, Question) else record.date if isinstance(record, Event) else None


def _span(record: Lasting) -> tuple[dt.date | dt.datetime, dt.date | None] | None:
    """First and last day, or the moment; None for what has no day, or too many of them."""
    when = _when(record)
    if when is None:
        return None
    if when.precision == "time" and when.is_exact:
        return when.first.replace(tzinfo=dt.UTC), None
    last = last_day(when)
    if isinstance(record, Question):
        return last, last
    is_short = when.last != dt.datetime.max and (when.last - when.first).days < LONGEST
    return (when.first.date(), last) if is_short else None


def _is_past(given: Appointment, today: dt.date | None) -> bool:
    is_open = isinstance(given.life.now, Question) and given.stands == "stands"
    return not is_open and today is not None and given.day < today - dt.timedelta(days=KEPT)


def _stands(record: Lasting) -> Stands:
    if isinstance(record, Question):
        return "stands" if record.status in UNANSWERED else "closed"
    assert isinstance(record, Event)
    return "stands" if record.status == "scheduled" else record.status


def _revision(life: Life) -> int:
    """Counts the updates of what is shown, so that it never falls while updates are only added."""
    return sum(_shown(step.before) != _shown(step.after) for step in life.steps)


def _shown(record: Lasting) -> tuple[object, ...]:
    fields = ("status", "text", "title", "place", "answer", "why", "owner")
    return _when(record), *(getattr(record, field, "") for field in fields)
