"""Dates: nothing happened in the future, and nothing scheduled is forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import NOTE, WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import Actor, Brief, Event, Question, Tie, Update
from briefbook.text.edtf import When


@rule("event-in-future")
def event_in_future(record: Event | Update, at: At) -> Iterator[Finding]:
    """An event that happened after the brief that reports it.

    Why: what has not come yet is scheduled, not happened.
    Bad: `date: 2014-07-20` and `status: happened` in a brief of 15 June 2014
    Good: `date: 2014-07-20` and `status: scheduled`
    """
    entry = at.book.entries.get(record.update if isinstance(record, Update) else record.id)
    if entry is None or not isinstance(entry.record, Event) or at.brief is None:
        return
    date = record.date or entry.record.date
    if record.status == "happened" and date.first > at.brief.as_of.last:
        message = f"the event happened on {date.words}, after the brief's {at.brief.as_of.words}"
        path = ("date",) if record.date else ("status",)
        yield Finding(path, message, "write `status: scheduled`, or mend the date")


@rule("event-overtaken", WARNING)
def event_overtaken(event: Event, at: At) -> Iterator[Finding]:
    """A scheduled event whose date has passed without an update.

    Why: the site would still announce it.
    Bad: `status: scheduled` for 16 June while the newest brief is of 18 June
    Good: an update with `status: happened`, `postponed` or `cancelled`
    """
    date: When = at.lookup.latest(event, "date")
    if at.lookup.latest(event, "status") == "scheduled" and date.day < at.lookup.today:
        message = f"it was scheduled for {date.words}; what came of it?"
        yield Finding(("date",), message, f"add `- update: {event.id}` with its status to the newest brief")


@rule("range-impossible")
def range_impossible(record: Actor | Tie, _: At) -> Iterator[Finding]:
    """A tie or a post that ends before it begins.

    Why: whether a person spoke for a body depends on when they held the post.
    Bad: `since: 2014-06` and `until: 2013-08`
    Good: `since: 2013-08` and `until: 2014-06`
    """
    if isinstance(record, Tie):
        yield from _judge_range(record.since, record.until, ())
    else:
        for index, post in enumerate(record.posts):
            yield from _judge_range(post.since, post.until, ("posts", index))


def _judge_range(since: When | None, until: When | None, path: tuple[str | int, ...]) -> Iterator[Finding]:
    if since is not None and until is not None and until.last < since.first:
        message = f"it ends ({until.words}) before it begins ({since.words})"
        yield Finding((*path, "until"), message, "mend one of the two dates")


def _passes(due: When) -> dt.date:
    """The last day of a deadline; its first where it has no end, as the site judges it."""
    return due.first.date() if due.last == dt.datetime.max else due.day


@rule("deadline-passed", NOTE)
def deadline_passed(question: Question, at: At) -> Iterator[Finding]:
    """A question that is still open after the day on which the desk wanted its answer.

    Why: an overdue question is either answered by now or asked again with a new date.
    Bad: `due: 2014-06-20` and `status: open`, judged on 21 June
    Good: an update with an `answer`, or with a new `due`
    """
    status = at.lookup.latest(question, "status")
    due: When | None = at.lookup.latest(question, "due")
    if status in ("open", "partly-answered") and due is not None and _passes(due) < at.lookup.today:
        message = f"it was due {due.words} and is not answered"
        yield Finding(("due",), message, f"add `- update: {question.id}` with its answer or a new due date")


@rule("brief-older-than-source")
def brief_older_than_source(brief: Brief, at: At) -> Iterator[Finding]:
    """A brief that is dated before a source that it rests on.

    Why: nobody can report what was not published yet.
    Bad: `as_of: 2014-06-14` with a source of 15 June 2014
    Good: `as_of: 2014-06-15`
    """
    for index, id in enumerate(brief.sources):
        source = at.book.sources.get(id)
        if source is not None and source.published.first.date() > brief.as_of.day:
            message = (
                f"`{id}` was published on {source.published.words}, after the brief's {brief.as_of.words}"
            )
            yield Finding(("sources", index), message, "mend `as_of` or the source's `published`")


@rule("as-of-inexact")
def as_of_inexact(brief: Brief, _: At) -> Iterator[Finding]:
    """A brief whose date is not one day, or one moment of it.

    Why: briefs are put in order by it, and the situation is their sum.
    Bad: `as_of: 2014-06`
    Good: `as_of: 2014-06-15`, or `as_of: 2014-06-15T18:00Z`
    """
    if not brief.as_of.is_exact:
        yield Finding(("as_of",), f"`{brief.as_of}` is not one day", "write year, month and day")


@rule("next-report-past")
def next_report_past(brief: Brief, _: At) -> Iterator[Finding]:
    """A next report that is not after the brief itself.

    Why: readers plan by it.
    Bad: `next_report: 2014-06-15` in a brief of 15 June 2014
    Good: `next_report: 2014-06-17`
    """
    is_same = brief.next_report == brief.as_of
    if brief.next_report is not None and (is_same or brief.next_report.last <= brief.as_of.first):
        message = f"the next report is not after {brief.as_of.words}"
        yield Finding(("next_report",), message, "write a later date, or a time of day in both")
