"""Dates as people report them: EDTF level 1 (ISO 8601-2:2019), as a range of days and as words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal

from briefbook.text.date_words import ENGLISH, MONTHS, ONE_DATE

Precision = Literal["time", "day", "month", "season", "year", "interval"]

_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first month of spring, summer, autumn and winter."""


class When:
    """A date or a stretch of time; `order` sorts it by the moments that it can mean."""

    __slots__ = ("first", "last", "precision", "text")

    def __init__(self, text: str, first: dt.datetime, last: dt.datetime, precision: Precision) -> None:
        self.text = text
        """As it was written."""
        self.first = first
        """Earliest moment, UTC; datetime.min where the start is open."""
        self.last = last
        """Latest moment, UTC; datetime.max where the end is open."""
        self.precision = precision

    @property
    def words(self) -> str:
        """The date in English words, always absolute: `8 to 14 June 2014`, `about June 2014`."""
        return ENGLISH.say(self.text)

    @property
    def day(self) -> dt.date:
        """The latest day that the date can mean; the day itself where it is one."""
        return self.last.date()

    @property
    def to_day(self) -> When:
        """The same without its time of day."""
        return parse_when(self.text[:10]) if self.precision == "time" else self

    @property
    def is_exact(self) -> bool:
        """Whether the date names one day (or a moment of it) without doubt."""
        return self.precision in ("day", "time") and self.text[-1] not in "~?%"

    @property
    def order(self) -> tuple[dt.datetime, dt.datetime]:
        """The key that sorts dates: by the earliest moment, then by the latest."""
        return self.first, self.last

    def __eq__(self, other: object) -> bool:
        return isinstance(other, When) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"When({self.text!r})"

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse_when(text: str) -> When:
    """The date written in `text`.

    Raises:
        ValueError: it is not EDTF level 1, names a day that does not exist, or ends before it begins.
    """
    if "/" in text:
        start, _, end = text.partition("/")
        if (start in ("", "..") and end in ("", "..")) or "/" in end:
            raise ValueError(f"{_shown(text)!r} is not an interval of two dates")
        first = dt.datetime.min if start in ("", "..") else _parse_one(start)[0]
        last = dt.datetime.max if end in ("", "..") else _parse_one(end)[1]
        if last < first:
            raise ValueError(f"the range ends before it begins: {text}")
        return When(text, first, last, "interval")
    return When(text, *_parse_one(text))


def _parse_one(text: str) -> tuple[dt.datetime, dt.datetime, Precision]:
    match = ONE_DATE.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{_shown(text)!r} is not a date; write 2014-06-15, 2014-06, 2014 or 2014-06-08/2014-06-14"
        )
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    if year == 0:
        raise ValueError("there is no year 0")
    assert year is not None
    if month is None:
        return dt.datetime(year, 1, 1), _end(dt.date(year, 12, 31)), "year"
    if month in _SEASONS and day is None:
        start = dt.datetime(year, _SEASONS[month], 1)
        following = dt.date(year + (month == 24), (_SEASONS[month] + 2) % 12 or 12, 1)
        return start, _end(following.replace(day=_days_in(following.year, following.month))), "season"
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {match['month']}")
    if day is None:
        return dt.datetime(year, month, 1), _end(dt.date(year, month, _days_in(year, month))), "month"
    if not 1 <= day <= _days_in(year, month):
        raise ValueError(f"{MONTHS[month - 1]} {year} has no day {match['day']}")
    if match["hour"] is None:
        return dt.datetime(year, month, day), _end(dt.date(year, month, day)), "day"
    moment = _moment(year, month, day, match)
    return moment, moment, "time"


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _moment(year: int, month: int, day: int, match: re.Match[str]) -> dt.datetime:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59:
        raise ValueError(f"there is no time {match['hour']}:{match['minute']}")
    moment = dt.datetime(year, month, day, hour, minute)
    zone = match["zone"]
    if zone in (None, "Z"):
        return moment
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 14 or minutes > 59:
        raise ValueError(f"there is no UTC offset {zone}")
    offset = dt.timedelta(hours=hours, minutes=minutes)
    try:
        return moment - offset if zone[0] == "+" else moment + offset
    except OverflowError:
        raise ValueError("the moment lies outside the calendar") from None


def _end(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 23, 59, 59)


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
