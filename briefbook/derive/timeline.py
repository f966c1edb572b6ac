"""What happened, what is claimed to have happened, and what is to come, by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeVar

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.dates import last_day
from briefbook.derive.entries import UNANSWERED, Life, is_overdue
from briefbook.derive.links import text_html
from briefbook.derive.notices import corrected
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Date, Html
from briefbook.derive.views.events import TimelineRow
from briefbook.model.records import Claim, Event, Question
from briefbook.text.edtf import When

T = TypeVar("T", bound=Life | When)


def moment(life: Life) -> When:
    """The date of an event or a dated claim, or the day by which a question is to be answered."""
    record = life.now
    assert isinstance(record, (Claim, Event, Question))
    when = record.due if isinstance(record, Question) else record.date
    assert when is not None
    return when


def by_date(lives: Iterable[Life]) -> list[Life]:
    """Events and dated claims, oldest first."""
    dated = (life for life in lives if getattr(life.now, "date", None) is not None)
    return sorted(dated, key=lambda life: (place_in_time(moment(life)), life.id))


def place_in_time(when: When) -> tuple[dt.datetime, dt.datetime]:
    """Where a date stands among others: by its earliest moment, or its latest where the start is open."""
    return (when.last if when.first == dt.datetime.min else when.first), when.last


def is_ahead(life: Life, situation: Situation) -> bool:
    """Whether it is scheduled and has not passed by the site's day."""
    record, today = life.now, situation.today
    return (
        isinstance(record, Event)
        and record.status in ("scheduled", "postponed")
        and today is not None
        and last_day(record.date) >= today
    )


def row(life: Life, at: At) -> TimelineRow:
    """An event or a dated claim in a list."""
    record, brief = life.now, life.brief
    assert isinstance(record, (Claim, Event))
    at.show(record)
    is_claim = isinstance(record, Claim)
    return TimelineRow(
        kind="claim" if is_claim else "event",
        date=dates.date(moment(life)),
        reported=_reported(life),
        title_html=text_html(life, at),
        url=at.href(f"claims/{life.id}") if is_claim else at.href(f"briefs/{brief.id}", life.id),
        status=record.status,
        place=record.place,
        by=at.actor(record.by, brief.as_of) if isinstance(record, Claim) and record.by else None,
        corrected=corrected(life.id, at),
        actor_ids=_actors(record),
        issue_ids=record.issues,
    )


def _actors(record: Claim | Event) -> tuple[str, ...]:
    by = (record.by,) if isinstance(record, Claim) and record.by else ()
    return tuple(dict.fromkeys((*by, *record.actors)))


def _reported(life: Life) -> Date | None:
    """The day of the brief that first tells of it, where that was more than a day after it."""
    if getattr(life.now, "status", "") in ("scheduled", "postponed", "cancelled"):
        return None
    told = life.brief.as_of
    late = last_day(told) - last_day(moment(life))
    return dates.date(told.to_day) if late.days > 1 else None


def due_row(life: Life, at: At) -> TimelineRow:
    """The day by which a question is to be answered."""
    record = life.now
    assert isinstance(record, Question)
    at.show(record)
    return TimelineRow(
        kind="due",
        date=dates.date(moment(life)),
        reported=None,
        title_html=text_html(life, at),
        url=at.href(f"questions/{life.id}"),
        status="overdue" if is_overdue(record, at.situation.today) else record.status,
        place="",
        by=None,
        corrected=corrected(life.id, at),
        actor_ids=record.actors,
        issue_ids=record.issues,
    )


def any_row(each: Life | When, at: At) -> TimelineRow:
    """Anything dated: an event, a claim, a deadline, or the date of the next report."""
    is_due = isinstance(each, Life) and isinstance(each.now, Question)
    return due_row(each, at) if isinstance(each, Life) and is_due else coming_row(each, at)


def coming(situation: Situation) -> list[Life | When]:
    """What is scheduled and still ahead, with the date of the next report, soonest first."""
    found: list[Life | When] = list(by_date(_ahead(situation)))
    newest, today = situation.newest, situation.today
    if newest and newest.next_report and today and last_day(newest.next_report) >= today:
        found.append(newest.next_report)
        found.sort(key=lambda each: place_in_time(each if isinstance(each, When) else moment(each)))
    return found


def coming_row(each: Life | When, at: At) -> TimelineRow:
    """What is ahead in a list; a date is that of the next report."""
    if isinstance(each, Life):
        return row(each, at)
    return TimelineRow(
        kind="report",
        date=dates.date(each),
        reported=None,
        title_html=Html(""),
        url="",
        status="scheduled",
        place="",
        by=None,
        corrected=None,
        actor_ids=(),
        issue_ids=(),
    )


def past(situation: Situation) -> list[Life]:
    """All that is not ahead, newest first."""
    lives = by_date((*situation.entries.events, *situation.entries.claims))
    return [life for life in reversed(lives) if not is_ahead(life, situation)]


def so_far(situation: Situation) -> list[Life]:
    """All that is not ahead, deadlines that have passed included, newest first."""
    return _by_moment([*past(situation), *_deadlines(situation, are_ahead=False)])[::-1]


def ahead(situation: Situation) -> list[Life | When]:
    """All that is ahead, with the questions that wait for an answer, soonest first."""
    return _by_moment([*coming(situation), *_deadlines(situation, are_ahead=True)])


def _deadlines(situation: Situation, *, are_ahead: bool) -> Iterator[Life]:
    """Questions by whether they still wait for their day; one answered before it has no deadline any more."""
    today = situation.today
    for life in situation.entries.questions:
        record = life.now
        assert isinstance(record, Question)
        waits = record.status in UNANSWERED or not are_ahead
        if record.due and today and waits and are_ahead is (last_day(record.due) >= today):
            yield life


def _by_moment(found: list[T]) -> list[T]:
    def order(each: Life | When) -> tuple[dt.datetime, dt.datetime, str]:
        if isinstance(each, Life):
            return *place_in_time(moment(each)), each.id
        return *place_in_time(each), ""

    return sorted(found, key=order)


def _ahead(situation: Situation) -> Iterable[Life]:
    return (life for life in situation.entries.events if is_ahead(life, situation))
