"""What a time named in an article is on the calendar, counted from the day of the article."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

from briefbook.distil.leaning import Leaning

Unit = Literal["day", "week", "month", "year", "decade"]
Edge = Literal["first", "start", "middle", "end"]

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
    if not day or best == today.year or fitting.get(best, 0) <= _FAR:
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


def year_by_weekday(month: int, day: int, weekday: int, today: dt.date) -> int:
    """The year next to this one in which a day falls on a weekday; 0 where there is none."""
    fitting = [
        year
        for year in _years(today)
        if is_day(year, month, day) and dt.date(year, month, day).weekday() == weekday
    ]
    return min(fitting, key=lambda year: abs(year - today.year), default=0)


def weekday_of(weekday: int, today: dt.date, leaning: Leaning, step: int | None) -> dt.date:
    """The day meant by a weekday (0 for Monday); `step` is -1 for the last, 0 for this and 1 for the next."""
    if step == 1:
        return monday_of(today) + dt.timedelta(7 + weekday)
    away = (weekday - today.weekday()) % 7
    if step == -1:
        return today - dt.timedelta(7 - away)
    is_to_come = leaning > 0 or (step == 0 and leaning == 0)
    return today + dt.timedelta(away if is_to_come or not away else away - 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The first, second ... or (-1) last such weekday of a month."""
    most = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, most + 1) if dt.date(year, month, day).weekday() == weekday]
    return dt.date(year, month, days[nth if nth < 0 else nth - 1])


def nth_week(year: int, month: int, nth: int) -> str:
    """The first, second ... or (-1) last seven days of a month."""
    most = calendar.monthrange(year, month)[1]
    first = most - 6 if nth < 0 else nth * 7 - 6
    return between(dt.date(year, month, first), dt.date(year, month, min(most, first + 6)))


def months_of(year: int, nth: int, count: int) -> str:
    """So many months at the beginning or, if not the first, at the end of a year."""
    first = 1 if nth == 1 else 13 - count
    return f"{month_text(year, first)}/{month_text(year, first + count - 1)}"


def month_beside(today: dt.date, step: int) -> tuple[int, int]:
    """The year and month that lie `step` from the present one."""
    month = today.year * 12 + today.month - 1 + step
    return month // 12, month % 12 + 1


def day_near(day: int, weekday: int | None, today: dt.date, leaning: Leaning) -> dt.date:
    """The day of that number in this month or one beside it: on its weekday, or as the words lean."""
    months = [month_beside(today, step) for step in (0, leaning or -1, -leaning or 1)]
    days = [dt.date(year, month, day) for year, month in months if is_day(year, month, day)]
    if weekday is not None:
        days = [each for each in days if each.weekday() == weekday]
    fitting = [each for each in days if (each - today).days * leaning >= 0]
    if not fitting:
        raise ValueError("no such day")
    return fitting[0]


def month_by(month: int, step: int, today: dt.date) -> str:
    """The last (-1), this (0) or next (1) month of a name."""
    year = today.year
    if step < 0 and month >= today.month:
        year -= 1
    if step > 0 and month <= today.month:
        year += 1
    return month_text(year, month)


def monday_of(day: dt.date) -> dt.date:
    """The first day of a week."""
    return day - dt.timedelta(day.weekday())


def period_of(unit: str, today: dt.date, step: int) -> str:
    """The week, weekend, month, quarter or year that lies `step` from the present one."""
    if unit == "week":
        monday = monday_of(today) + dt.timedelta(7 * step)
        return between(monday, monday + dt.timedelta(6))
    if unit == "weekend":
        saturday = monday_of(today) + dt.timedelta(7 * step + 5)
        return between(saturday, saturday + dt.timedelta(1))
    if unit == "month":
        return month_text(today.year, today.month + step)
    if unit == "quarter":
        year, month = month_beside(today, 3 * step)
        return part_of(year, (month - 1) // 3 + 1, 3)
    return f"{today.year + step:04}"


def part_of(year: int, number: int, length: int) -> str:
    """A half or quarter of a year, by number and months; the last one may be called the fourth."""
    most = 12 // length
    if most < number <= 4:
        raise ValueError("no such part of a year")
    first = (min(number, most) - 1) * length + 1
    return f"{month_text(year, first)}/{month_text(year, first + length - 1)}"


def year_of_part(number: int, length: int, today: dt.date, leaning: Leaning) -> int:
    """The year of a half or quarter without one: the last that has begun, or the next that is not over."""
    first = (min(number, 12 // length) - 1) * length + 1
    if leaning > 0:
        return today.year + (first + length - 1 < today.month)
    return today.year - (first > today.month)


def between(first: dt.date, last: dt.date) -> str:
    """Two days as an interval."""
    return f"{first.isoformat()}/{last.isoformat()}"


def edge_of(value: str, edge: Edge) -> str:
    """The first, middle or last day of a month or longer; of a week its Monday, Wednesday or Friday."""
    first, _, last = value.partition("/")
    if len(first) == 10:
        if dt.date.fromisoformat(first).weekday():
            return last if edge == "end" else first
        days = {"first": 0, "start": 0, "middle": _WEDNESDAY, "end": _FRIDAY}[edge]
        return (dt.date.fromisoformat(first) + dt.timedelta(days)).isoformat()
    if len(first) == 4:
        return {
            "first": f"{first}-01-01",
            "start": f"{first}-01",
            "middle": f"{first}-06/{first}-07",
            "end": f"{first}-12-31",
        }[edge]
    if last and edge == "middle":
        return month_text(int(first[:4]), int(first[5:]) + 1)
    month = last if last and edge == "end" else first
    most = calendar.monthrange(int(month[:4]), int(month[5:]))[1]
    return f"{month}-{ {'first': 1, 'start': 1, 'middle': 15, 'end': most}[edge]:02}"


def year_beside(year: int, named: str, month: int, step: int) -> int:
    """The year of a month behind (1), before (-1) or in the year of (0) a time, `named` its month."""
    if not step or not named:
        return year + step
    is_later = month > int(named)
    return year + (step > 0 and not is_later) - (step < 0 and month >= int(named))


def beside(value: str, unit: str, step: int) -> str:
    """The time `step` days, weeks, months or years from another that is as exact as that."""
    least = {"day": 10, "week": 10, "month": 7, "year": 4}.get(unit, 99)
    first, _, last = value.partition("/")
    start = last if last and step > 0 and unit == "day" else first
    if len(start) < least:
        raise ValueError("nothing to count from")
    if unit in ("day", "week"):
        return ago(-step, unit, dt.date.fromisoformat(start))
    if unit == "month":
        return month_text(int(start[:4]), int(start[5:7]) + step)
    return f"{int(start[:4]) + step:04}"


def week_beside(value: str, step: int) -> str:
    """The week behind (1) or before (-1) the one of a day; behind or before a stretch of days one as long."""
    first, _, last = value.partition("/")
    if len(first) < len("2025-11-19"):
        raise ValueError("nothing to count from")
    if last:
        return between(*(dt.date.fromisoformat(each) + dt.timedelta(7 * step) for each in (first, last)))
    return period_of("week", dt.date.fromisoformat(first), step)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar."""
    century = year // 100
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return dt.date(year, 3, 28) + dt.timedelta(moon - weekday)


def season_of(month: int, today: dt.date, step: int | None, leaning: Leaning) -> str:
    """The three months from `month` on: last (-1), this (0), next (1) or as the words lean (None)."""
    begun = today.year - (month > today.month)
    is_on = (today.month - month) % 12 < 3
    if step is None:
        return season_in(month, begun if is_on or leaning <= 0 else begun + 1)
    if step == 0:
        return season_in(month, begun if is_on else today.year)
    return season_in(month, begun + 1 if step > 0 else begun - is_on)


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
