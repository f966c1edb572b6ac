"""What a time named in an article is on the calendar, counted from the day of the article."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

from briefbook.distil.leaning import Leaning

Unit = Literal["day", "week", "month", "year", "decade"]
Edge = Literal["start", "middle", "end"]

_FAR = 270
"""Days; a date without a year is hardly ever meant for a day beyond that."""
_FRIDAY = 4
_WEDNESDAY = 2


def month_text(year: int, month: int) -> str:
    """`2025-03`; months beyond the twelfth are those of the next year."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has a day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def year_of(month: int, day: int, today: dt.date, leaning: Leaning) -> int:
    """The year that is meant where a month (`day` is 0) or a day of it stands without one."""
    ordinals = {year: _ordinal(year, month, day, today) for year in _years(today)}
    distances = {year: ordinal - today.toordinal() for year, ordinal in ordinals.items()}
    fitting = {year: abs(away) for year, away in distances.items() if away * leaning >= 0}
    best = min(fitting, key=lambda year: fitting[year]) if fitting else today.year
    if not day or fitting.get(best, 0) <= _FAR:
        return best
    return min(distances, key=lambda year: abs(distances[year]))


def _years(today: dt.date) -> range:
    return range(max(1, today.year - 1), min(9999, today.year + 1) + 1)


def _ordinal(year: int, month: int, day: int, today: dt.date) -> int:
    """A day as a number; a month by its middle, the present one by today."""
    if not day and (year, month) == (today.year, today.month):
        return today.toordinal()
    most = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(day or 15, most)).toordinal()


def weekday_of(weekday: int, today: dt.date, leaning: Leaning, modifier: str) -> dt.date:
    """The day meant by a weekday (0 for Monday); `modifier` is last, next, this or empty."""
    if modifier == "next":
        return monday_of(today) + dt.timedelta(7 + weekday)
    away = (weekday - today.weekday()) % 7
    if modifier == "last":
        return today - dt.timedelta(7 - away)
    is_to_come = modifier == "this" or leaning > 0
    return today + dt.timedelta(away if is_to_come or not away else away - 7)


def monday_of(day: dt.date) -> dt.date:
    """The first day of a week."""
    return day - dt.timedelta(day.weekday())


def period_of(unit: str, today: dt.date, step: int) -> str:
    """The week, weekend, month or year that lies `step` from the present one."""
    if unit == "week":
        monday = monday_of(today) + dt.timedelta(7 * step)
        return between(monday, monday + dt.timedelta(6))
    if unit == "weekend":
        saturday = monday_of(today) + dt.timedelta(7 * step + 5)
        return between(saturday, saturday + dt.timedelta(1))
    if unit == "month":
        return month_text(today.year, today.month + step)
    return f"{today.year + step:04}"


def between(first: dt.date, last: dt.date) -> str:
    """Two days as an interval."""
    return f"{first.isoformat()}/{last.isoformat()}"


def edge_of(value: str, edge: Edge) -> str:
    """The first, middle or last day of a month or year; of a week its Monday, Wednesday or Friday."""
    if "/" in value:
        monday = dt.date.fromisoformat(value.partition("/")[0])
        days = {"start": 0, "middle": _WEDNESDAY, "end": _FRIDAY}[edge]
        return (monday + dt.timedelta(days)).isoformat()
    year, _, month = value.partition("-")
    if not month:
        return {"start": f"{year}-01", "middle": f"{year}-06/{year}-07", "end": f"{year}-12-31"}[edge]
    most = calendar.monthrange(int(year), int(month))[1]
    return f"{value}-{ {'start': 1, 'middle': 15, 'end': most}[edge]:02}"


def season_of(month: int, today: dt.date, step: int) -> str:
    """The three months from `month` on; `step` is -1 for the last such season, 1 for the next, else 0."""
    year = today.year
    if step < 0 and month + 2 >= today.month:
        year -= 1
    if step > 0 and month <= today.month:
        year += 1
    return season_in(month, year)


def season_in(month: int, year: int) -> str:
    """The three months from a month of a year on."""
    return f"{month_text(year, month)}/{month_text(year, month + 2)}"


def ago(count: int, unit: str, today: dt.date) -> str:
    """The time so many days, weeks, months, years or decades before (or, if negative, after) today."""
    if unit in ("day", "week"):
        return (today - dt.timedelta(count * (7 if unit == "week" else 1))).isoformat()
    if unit == "month":
        return month_text(today.year, today.month - count)
    return f"{today.year - count * (10 if unit == 'decade' else 1):04}"
