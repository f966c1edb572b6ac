"""Time from left to right, to scale, with the dates that are written beneath it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefbook.derive.drawings.canvas import measure
from briefbook.words import Words

_APART = 14
"""Between two dates on the axis, at least."""
_MOST = 30
"""Dates of which it is worth finding out whether they have room."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAYS = (1, 2, 7, 14)


class Tick(NamedTuple):
    """A date on the axis."""

    x: int
    words: str


class Axis(NamedTuple):
    """Days as places from `left` to `right`."""

    first: dt.date
    last: dt.date
    left: int
    right: int

    def x(self, day: dt.date) -> int:
        """Where a day stands; what lies outside stands at the edge."""
        days = max((self.last - self.first).days, 1)
        place = min(max((day - self.first).days, 0), days)
        return self.left + place * (self.right - self.left) // days

    def ticks(self, words: Words, end: int = 0) -> list[Tick]:
        """The dates to write: as many as have room, the last one ending before `end`."""
        found: list[Tick] = []
        for days in self._choices():
            found = [Tick(self.x(day), words.date(text)) for day, text in days]
            if _have_room(found):
                break
        while not _have_room(found):
            found = found[::2]
        most = end or self.right
        halves = (measure(tick.words, "small") // 2 for tick in found)
        return [tick for tick, half in zip(found, halves, strict=True) if half <= tick.x <= most - half]

    def _choices(self) -> Iterator[list[tuple[dt.date, str]]]:
        """Regular days, ever fewer."""
        days = (self.last - self.first).days
        for step in _DAYS:
            if days // step < _MOST:
                yield list(self._each_day(step))
        for step in _MONTHS:
            if days // 28 // step < _MOST or step == _MONTHS[-1]:
                yield list(self._each_month(step))

    def _each_day(self, step: int) -> Iterator[tuple[dt.date, str]]:
        start = self.first.toordinal()
        start += ((step > 2) - start) % step  # whole weeks begin on a Monday
        for day in range(start, self.last.toordinal() + 1, step):
            date = dt.date.fromordinal(day)
            yield date, date.isoformat()

    def _each_month(self, step: int) -> Iterator[tuple[dt.date, str]]:
        start = self.first.year * 12 + self.first.month - (self.first.day == 1)
        start += -start % step
        for month in range(start, self.last.year * 12 + self.last.month, step):
            year, rest = divmod(month, 12)
            date = dt.date(year, rest + 1, 1)
            yield date, f"{year:04d}" if step >= 12 else f"{year:04d}-{rest + 1:02d}"


def _have_room(ticks: list[Tick]) -> bool:
    halves = [(tick.x, measure(tick.words, "small") // 2) for tick in ticks]
    return all(x + half + _APART <= y - other for (x, half), (y, other) in pairwise(halves))
