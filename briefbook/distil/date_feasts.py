"""On which days the feasts fall that an article names; else ValueError."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from briefbook.distil import date_doubts as doubts
from briefbook.distil import date_values as values
from briefbook.distil.date_patterns import (
    EASTER_FEASTS,
    FEASTS,
    MONTHS,
    PARTS,
    STEPS,
    WEEKDAY_FEASTS,
    WEEKDAYS,
)
from briefbook.distil.date_setting import Match, Reader, Setting, day_text, number, said, year_of


def _feast(match: Match, setting: Setting) -> str:
    """`Christmas Eve`, `last Easter`, `Thanksgiving`: in the year that is said or meant."""
    name = " ".join(match["feast"].split())
    if not doubts.is_feast(name, match.string, match.start(), match.end()):
        raise ValueError("another thing, or another feast")
    if name not in FEASTS:
        return _moving(name, match, setting).isoformat()
    month, _, day = FEASTS[name].partition("-")
    year = _year_by(match, setting, int(month), number(day))
    return day_text(year, int(month), int(day)) if day else values.month_text(year, int(month))


def _year_by(match: Match, setting: Setting, month: int, day: int) -> int:
    step = STEPS.get(said(match, "which"))
    if not step:
        return year_of(match, setting, month, day)
    now = setting.day.month, setting.day.day
    return setting.day.year - (step < 0 and (month, day) >= now) + (step > 0 and (month, day) <= now)


def _moving(name: str, match: Match, setting: Setting) -> dt.date:
    if said(match, "y") or said(match, "year_by"):
        return _day_in(year_of(match, setting, 1, 1), name)
    leaning = STEPS.get(said(match, "which")) or setting.leaning()
    days = [_day_in(setting.day.year + away, name) for away in (-1, 0, 1)]
    fitting = [each for each in days if (each - setting.day).days * leaning >= 0]
    return min(fitting, key=lambda day: abs(day - setting.day))


def _day_in(year: int, name: str) -> dt.date:
    """The day of a feast that moves, in a year."""
    if name in EASTER_FEASTS:
        return values.easter(year) + dt.timedelta(EASTER_FEASTS[name])
    nth, weekday, month = WEEKDAY_FEASTS[name]
    count = PARTS[nth] if PARTS[nth] <= 4 else -1
    return values.nth_weekday(year, MONTHS[month], WEEKDAYS[weekday], count)


READERS: Mapping[str, Reader] = {"feast": _feast}
"""Each reader by the name that the table calls it."""
