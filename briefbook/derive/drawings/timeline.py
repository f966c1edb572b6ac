"""What happened above a line of time, what is claimed below it, and what is to come on its shaded part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from briefbook.derive import timeline
from briefbook.derive.at import At
from briefbook.derive.dates import last_day
from briefbook.derive.drawings import flags
from briefbook.derive.drawings.axis import Axis
from briefbook.derive.drawings.canvas import Canvas, measure
from briefbook.derive.drawings.flags import Entry, Flag
from briefbook.derive.drawings.names import claim_words, event_words
from briefbook.derive.entries import UNANSWERED, Life
from briefbook.derive.links import plain
from briefbook.derive.views.drawing import Drawing
from briefbook.model.records import Claim, Event, Question
from briefbook.text.edtf import When

MOST_PAST = 14
"""Events and claims behind us, the newest."""
MOST_AHEAD = 6
"""Of what is scheduled, and of questions that are due: the soonest."""
WIDTH = 900
_LEFT = 8
_RIGHT = WIDTH - flags.WIDTH - flags.BESIDE - 8
_TOP = 4
_STRIP = 32
"""Beneath the line, for the dates on it."""
_FAR = 0.5
"""A gap of this share of the whole time cuts off what lies beyond it."""


class Item(NamedTuple):
    """One thing on the line."""

    when: When
    entry: Entry

    @property
    def day(self) -> dt.date:
        """The first day that its date can mean, or the last where the first is open."""
        return timeline.place_in_time(self.when)[0].date()

    @property
    def is_claim(self) -> bool:
        """Whether it stands below the line."""
        return self.entry.kind == "claim"


def draw_timeline(at: At) -> Drawing | None:
    """The newest part of the timeline; None where there are not two dates to set apart."""
    past = timeline.past(at.situation)
    found = [*_iter_items(past[:MOST_PAST], at)]
    items, left_out = _near(sorted(found, key=lambda item: (item.day, item.when.text)))
    if len({item.day for item in items}) < 2:
        return None
    return _Timeline(at, items).drawing(left_out + len(past[MOST_PAST:]))


def _iter_items(past: Iterable[Life], at: At) -> Iterator[Item]:
    words = at.situation.words
    for life in past:
        yield _of_life(life, at)
    for each in timeline.coming(at.situation)[:MOST_AHEAD]:
        if isinstance(each, Life):
            yield _of_life(each, at)
        else:
            yield Item(each, Entry("report", words.gettext("Next report"), ""))
    for due, question in _due(at)[:MOST_AHEAD]:
        at.show(question)
        yield Item(due, Entry("due", plain(question.text, at), words.gettext("Question, answer due")))


def _due(at: At) -> list[tuple[When, Question]]:
    """Questions that wait for an answer, by deadlines still to come."""
    found: list[tuple[When, Question]] = []
    for life in at.situation.entries.questions:
        record, today = life.now, at.situation.today
        assert isinstance(record, Question)
        if record.due and today and record.status in UNANSWERED and last_day(record.due) >= today:
            found.append((record.due, record))
    return sorted(found, key=lambda each: (*each[0].order, each[1].id))


def _of_life(life: Life, at: At) -> Item:
    record, words = life.now, at.situation.words
    at.show(record)
    if isinstance(record, Claim):
        assert record.date is not None
        return Item(record.date, Entry("claim", plain(record.text, at), claim_words(words)[record.status]))
    assert isinstance(record, Event)
    return Item(record.date, Entry(record.status, plain(record.title, at), event_words(words)[record.status]))


def _near(items: list[Item]) -> tuple[list[Item], int]:
    """The items but for the few so far off that the rest would be crowded, and how many those are."""
    most = len(items) // 4
    start, end = 0, len(items)
    while start < most and _is_far(items, start, end, start + 1):
        start += 1
    while len(items) - end < most and _is_far(items, start, end, end - 1):
        end -= 1
    return items[start:end], start + len(items) - end


def _is_far(items: list[Item], start: int, end: int, after: int) -> bool:
    whole = (items[end - 1].day - items[start].day).days
    return (items[after].day - items[after - 1].day).days > whole * _FAR


class _Timeline:
    """One timeline while it is drawn."""

    def __init__(self, at: At, items: list[Item]) -> None:
        self.today = at.situation.today
        self.words = at.situation.words
        self.items = items
        self.axis = Axis(items[0].day, items[-1].day, _LEFT, _RIGHT)
        self.canvas = Canvas()

    def drawing(self, left_out: int) -> Drawing:
        """The whole of it; `left_out` counts what the list alone names."""
        upper, untold = flags.place(self._flags(item for item in self.items if not item.is_claim))
        lower, unclaimed = flags.place(self._flags(item for item in self.items if item.is_claim))
        line = _TOP + flags.height_of(upper)
        foot = line + _STRIP
        height = foot + flags.height_of(lower) + (24 if lower or unclaimed else 0)
        self._line(line)
        self._dates(line)
        for each in upper:
            flags.fly(self.canvas, each, line)
        for each in lower:
            flags.fly(self.canvas, each, foot, is_below=True)
        for flag in untold:
            self._dot(flag, line)
        for flag in unclaimed:
            self._dot(flag, foot + 8)
        notes = self._notes(left_out, bool(untold or unclaimed))
        return self.canvas.drawing("timeline", WIDTH, height, self._title(), self._description(), notes)

    def _flags(self, items: Iterable[Item]) -> list[Flag]:
        grouped = groupby(items, key=lambda item: (item.day, item.when.text))
        return [
            Flag(self.axis.x(day), self.words.date(text), tuple(item.entry for item in group))
            for (day, text), group in grouped
        ]

    def _dot(self, flag: Flag, y: int) -> None:
        """What has no room for its words is still seen, and names itself under the pointer."""
        words = "; ".join(entry.words for entry in flag.entries)
        self.canvas.mark(flag.entries[0].kind, flag.x, y, f"{flag.date}: {words}")

    def _line(self, y: int) -> None:
        """The line, broken where it is to come, with bars for what lasts or may be on any of several days."""
        now = self._now()
        for item in self.items:
            end = item.when.last.date()
            if not item.is_claim and item.day < end and item.when.last.year < dt.MAXYEAR:
                x = self.axis.x(item.day)
                kind = "range" if item.when.precision == "interval" else "span"
                self.canvas.line(kind, f"M{x} {y}H{max(self.axis.x(end), x + 4)}")
        self.canvas.line("axis", f"M{_LEFT} {y}H{now}")
        if now < WIDTH:
            self.canvas.line("ahead", f"M{now} {y}H{WIDTH}")

    def _now(self) -> int:
        """Where what was ends and what is to come begins."""
        if self.today is None or self.today >= self.axis.last:
            return WIDTH
        return max(self.axis.x(self.today), _LEFT)

    def _dates(self, y: int) -> None:
        """The dates beneath the line: the day of the site first, then those that have room beside it."""
        now, taken = self._now(), (0, 0)
        if self.today is not None and now < WIDTH:
            words = self.words.date(self.today.isoformat())
            half = measure(words, "strong") // 2
            middle = max(now, half)
            taken = middle - half - 12, middle + half + 12
            self.canvas.line("now", f"M{now} {y - 7}v14")
            self.canvas.text("strong", middle, y + 22, words, align="middle")
        for tick in self.axis.ticks(self.words, WIDTH):
            half = measure(tick.words, "small") // 2
            if tick.x + half <= taken[0] or taken[1] <= tick.x - half:
                self.canvas.line("axis", f"M{tick.x} {y}v6")
                self.canvas.text("small", tick.x, y + 22, tick.words, align="middle")

    def _title(self) -> str:
        first, last = self.items[0].day, self.items[-1].day
        return self.words.gettext("Timeline, %(dates)s") % {"dates": self.words.date(f"{first}/{last}")}

    def _description(self) -> str:
        claims = sum(item.is_claim for item in self.items)
        reported = self.words.ngettext(
            "%(num)s event or deadline above the line",
            "%(num)s events and deadlines above the line",
            len(self.items) - claims,
        ) % {"num": len(self.items) - claims}
        claimed = self.words.ngettext("%(num)s claim below it.", "%(num)s claims below it.", claims) % {
            "num": claims
        }
        return f"{reported}, {claimed}"

    def _notes(self, left_out: int, has_dots: bool) -> Iterator[str]:
        say = self.words.gettext
        yield say("Above the line: what happened and what is to come. Below it: what is claimed.")
        if self._now() < WIDTH:
            yield say("The line is broken where it is still to come.")
        if has_dots:
            yield say("Marks without words stand too close to others.")
        if left_out:
            yield self.words.ngettext(
                "%(num)s entry is left out here.", "%(num)s entries are left out here.", left_out
            ) % {"num": left_out}
