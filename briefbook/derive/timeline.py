"""What happened, what is claimed to have happened, and what is to come, by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.dates import last_day
from briefbook.derive.entries import Life
from briefbook.derive.links import inline_html
from briefbook.derive.situation import Situation
from briefbook.derive.views import Html, TimelineRow
from briefbook.model.records import Claim, Event
from briefbook.text.edtf import When


def moment(life: Life) -> When:
    """The date of an event or a dated claim."""
    record = life.now
    assert isinstance(record, (Claim, Event))
    assert record.date is not None
    return record.date


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
        title_html=inline_html(record.text if isinstance(record, Claim) else record.title, at, brief),
        url=at.href(f"claims/{life.id}") if is_claim else at.href(f"briefs/{brief.id}", life.id),
        status=record.status,
        place=record.place,
        by=at.actor(record.by, brief.as_of) if isinstance(record, Claim) and record.by else None,
    )


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
        title_html=Html(""),
        url="",
        status="scheduled",
        place="",
        by=None,
    )


def past(situation: Situation) -> list[Life]:
    """All that is not ahead, newest first."""
    lives = by_date((*situation.entries.events, *situation.entries.claims))
    return [life for life in reversed(lives) if not is_ahead(life, situation)]


def _ahead(situation: Situation) -> Iterable[Life]:
    return (life for life in situation.entries.events if is_ahead(life, situation))
