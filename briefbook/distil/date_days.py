"""What the days, weekdays and months that an article names are on the calendar; else ValueError."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from briefbook.distil import date_doubts as doubts
from briefbook.distil import date_values as values
from briefbook.distil.date_patterns import MONTHS, ORDINALS, PARTS, STEPS, WEEKDAYS
from briefbook.distil.date_setting import Match, Reader, Setting, count_of, day_text, number, said, year_of
from briefbook.distil.leaning import Leaning
from briefbook.distil.table import words_of

_NEAREST = frozenset(words_of("dates", "nearest"))
_LATE = 10
"""Days; an ordinal before that is hardly one of a month: `came in by the third`."""

# Days


def _iso(match: Match, _: Setting) -> str:
    return match[0].partition("T")[0]


def _slashed(match: Match, setting: Setting) -> str:
    """`25/11/2024`, `11/25/2024`; where it could be either, the nearer one."""
    one, two, year = int(match["d"]), int(match["e"]), int(match["y"])
    days = {dt.date(year, b, a) for a, b in ((one, two), (two, one)) if values.is_day(year, b, a)}
    if len(days) > 1 and "." in match[0]:
        return day_text(year, two, one)
    today = setting.day if len(days) > 1 else dt.date(year, 1, 1)
    return min(sorted(days), key=lambda day: abs((day - today).days)).isoformat()


def _one_day(match: Match, setting: Setting) -> str:
    if doubts.is_body(match.string, match.end()):
        raise ValueError("a name")
    month, day = MONTHS[match["m"]], number(match["d"])
    return day_text(year_of(match, setting, month, day), month, day)


def _named_day(match: Match, setting: Setting) -> str:
    month, day = MONTHS[match["m"]], ORDINALS[said(match, "ordinal")]
    return day_text(year_of(match, setting, month, day), month, day)


def _nth_weekday(match: Match, setting: Setting) -> str:
    """`the first Monday of October`."""
    month, nth = MONTHS[match["m"]], said(match, "nth")
    year = year_of(match, setting, month, 0)
    count = -1 if nth in STEPS or PARTS[nth] > 4 else PARTS[nth]
    return values.nth_weekday(year, month, WEEKDAYS[match["w"]], count).isoformat()


def _week_of(match: Match, setting: Setting) -> str:
    """`the first week of March`."""
    month, nth = MONTHS[match["m"]], PARTS[said(match, "nth")]
    return values.nth_week(year_of(match, setting, month, 0), month, nth if nth <= 4 else -1)


def _bare_day(match: Match, setting: Setting) -> str:
    """`on the 14th`, `Sunday the 16th`."""
    day, which = number(match["d"]), said(match, "which")
    weekday = WEEKDAYS[match["w"]] if match["w"] else None
    if weekday is None and not doubts.is_day(match.string, match.start()):
        raise ValueError("another ordinal")
    if which:
        return day_text(*values.month_beside(setting.day, STEPS.get(which, 0)), day)
    return values.day_near(day, weekday, setting.day, setting.leaning()).isoformat()


def _ordinal_day(match: Match, setting: Setting) -> str:
    """`the fifteenth of next month`; without the month only where days stand, and late ones alone."""
    day, which = ORDINALS[said(match, "ordinal")], said(match, "which")
    if which:
        return day_text(*values.month_beside(setting.day, STEPS.get(which, 0)), day)
    if day < _LATE or not doubts.is_day(match.string, match.start()):
        raise ValueError("another ordinal")
    return values.day_near(day, None, setting.day, setting.leaning()).isoformat()


def _some_days(match: Match, setting: Setting) -> str:
    """`29 and 30 January`, `28 January to 3 February`; the later one says the year."""
    if doubts.is_moved(match.string, match.start()) or doubts.is_serial(match.string, match.start()):
        raise ValueError("two times")
    first, last = number(match["d"]), number(match["e"])
    one = MONTHS[match["m"]]
    two = MONTHS[match.groupdict().get("n") or match["m"]]
    year = year_of(match, setting, two, last)
    return f"{day_text(year - (one > two), one, first)}/{day_text(year, two, last)}"


# Months and their edges


def _month(match: Match, setting: Setting) -> str:
    name = match["m"]
    has_year = said(match, "y") or said(match, "year_by")
    if not has_year and not doubts.is_month(name, match.string, match.start("m"), match.end("m")):
        raise ValueError("another word")
    return values.month_text(year_of(match, setting, MONTHS[name], 0), MONTHS[name])


def _months(match: Match, setting: Setting) -> str:
    """`from January to March`."""
    if doubts.is_moved(match.string, match.start()):
        raise ValueError("two times")
    one, two = MONTHS[match["m"]], MONTHS[match["n"]]
    year = year_of(match, setting, two, 0)
    return f"{values.month_text(year - (one > two), one)}/{values.month_text(year, two)}"


def _joined_months(match: Match, setting: Setting) -> str:
    """`August and September`: a month and the next one."""
    is_next = MONTHS[match["n"]] == MONTHS[match["m"]] % 12 + 1
    if not is_next or not doubts.is_month(match["m"], match.string, match.start(), match.end("m")):
        raise ValueError("two times")
    return _months(match, setting)


def _full_months(match: Match, _: Setting) -> str:
    """`between May 2021 and January 2027`."""
    first = values.month_text(int(match["y"]), MONTHS[match["m"]])
    return f"{first}/{values.month_text(int(match['z']), MONTHS[match['n']])}"


def _month_by(match: Match, setting: Setting) -> str:
    """`last September`: never the month in which the article was written, unless it says `this`."""
    month, step = MONTHS[match["m"]], STEPS[said(match, "which")]
    return values.month_by(month, step, setting.day)


def _middle(match: Match, setting: Setting) -> str:
    if not match.groupdict().get("m"):
        return match["y"]
    return values.month_text(year_of(match, setting, MONTHS[match["m"]], 0), MONTHS[match["m"]])


# Weekdays


def _weekday(match: Match, setting: Setting) -> str:
    if not doubts.is_weekday(match.string, match.start(), match.end()):
        raise ValueError("a name, or each of them")
    which = said(match, "which")
    if which in _NEAREST:
        return values.weekday_of(WEEKDAYS[match["w"]], setting.day, 1, None).isoformat()
    step = STEPS[which] if which else None
    is_ahead = setting.is_spoken or (setting.is_told and doubts.is_dated(match.string, match.start()))
    leaning: Leaning = 0 if step else setting.leaning() or (1 if is_ahead else 0)
    return values.weekday_of(WEEKDAYS[match["w"]], setting.day, leaning, step).isoformat()


def _weekdays(match: Match, setting: Setting) -> str:
    """`from Monday to Thursday`: the one behind the other."""
    if doubts.is_moved(match.string, match.start()):
        raise ValueError("two times")
    first = values.weekday_of(WEEKDAYS[match["w"]], setting.day, setting.leaning(), None)
    away = (WEEKDAYS[match["v"]] - first.weekday()) % 7
    return values.between(first, first + dt.timedelta(away))


def _weekdays_ago(match: Match, setting: Setting) -> str:
    """`two Mondays ago`."""
    last = values.weekday_of(WEEKDAYS[match["w"]], setting.day, 0, -1)
    return (last - dt.timedelta(7 * (count_of(match) - 1))).isoformat()


def _weekday_in(match: Match, setting: Setting) -> str:
    """`Friday next week`."""
    monday = values.monday_of(setting.day) + dt.timedelta(7 * STEPS[said(match, "which")])
    return (monday + dt.timedelta(WEEKDAYS[match["w"]])).isoformat()


def _weekday_after(match: Match, setting: Setting) -> str:
    """`Thursday week`, `a week on Thursday`."""
    if match[0] == match["w"]:
        raise ValueError("the day itself")
    first = values.weekday_of(WEEKDAYS[match["w"]], setting.day, 1, None)
    return (first + dt.timedelta(7)).isoformat()


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _one_day,
    "named_day": _named_day,
    "ordinal_day": _ordinal_day,
    "nth_weekday": _nth_weekday,
    "week_of": _week_of,
    "bare_day": _bare_day,
    "days": _some_days,
    "month": _month,
    "months": _months,
    "joined_months": _joined_months,
    "full_months": _full_months,
    "month_by": _month_by,
    "middle": _middle,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "weekdays_ago": _weekdays_ago,
    "weekday_in": _weekday_in,
    "weekday_after": _weekday_after,
}
"""Each reader by the name that the table calls it."""
