"""From where a time is counted, and what the words of a form say in common."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from briefbook.distil import date_values as values
from briefbook.distil.date_patterns import NUMBERS, STEPS, UNITS, WEEKDAYS
from briefbook.distil.leaning import Leaning

Match = re.Match[str]


class Setting(NamedTuple):
    """From where a time is counted."""

    today: dt.date | None
    leaning: Callable[[], Leaning]
    """Asked for only where a form leaves the direction open."""
    before: str = ""
    """The time that the paragraph named last."""
    opening: int = 0
    """The year with which the sentence opens: `In 2019 the town was taken, in June, and lost.`"""
    is_spoken: bool = False
    """Whether somebody is quoted: who says `Ask me on Monday` looks ahead."""
    is_told: bool = False
    """Whether the report tells it: `Teachers walk out on Thursday` looks ahead, a caption does not."""

    @property
    def day(self) -> dt.date:
        """The day of the article."""
        if self.today is None:
            raise ValueError("no day to count from")
        return self.today

    @property
    def year_before(self) -> int:
        """The year of the time that was named last: `in June of that year`."""
        if not self.before:
            raise ValueError("no time was named")
        return int(self.before[:4])


Reader = Callable[[Match, Setting], str]


def said(match: Match, name: str) -> str:
    """The words of a group in small letters; empty where the form has none."""
    return " ".join((match.groupdict().get(name) or "").split()).lower()


def number(day: str) -> int:
    """The number in `4th`; 0 where there is none."""
    return int(re.sub(r"\D", "", day) or 0)


def count_of(match: Match) -> int:
    """How many units a form counts: two weeks in `a fortnight`; of what has no unit, how many there are."""
    words = said(match, "count")
    count = int(words) if words.isdigit() else NUMBERS[words]
    return count * (UNITS[said(match, "unit")][1] if said(match, "unit") else 1)


def unit_of(match: Match) -> str:
    """hour, day, week, month or year."""
    return UNITS[said(match, "unit")][0]


def day_text(year: int, month: int, day: int) -> str:
    """A day as it is written in a draft; ValueError where the calendar lacks it."""
    return dt.date(year, month, day).isoformat()


def year_of(match: Match, setting: Setting, month: int, day: int) -> int:
    """The year that stands there, or the one that is meant: by its weekday if it has one."""
    if said(match, "y"):
        return int(match["y"])
    if said(match, "year_by") in STEPS:
        return setting.day.year + STEPS[said(match, "year_by")]
    if said(match, "year_by"):
        return setting.year_before
    if setting.opening and setting.leaning() <= 0:
        return setting.opening
    weekday = match.groupdict().get("w")
    if weekday and day:
        year = values.year_by_weekday(month, day, WEEKDAYS[weekday], setting.day)
        if year:
            return year
    return values.year_of(month, day, setting.day, setting.leaning())
