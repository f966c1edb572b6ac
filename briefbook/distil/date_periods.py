"""What periods, years and counted times are on the calendar; else ValueError."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import cast

from briefbook.distil import date_doubts as doubts
from briefbook.distil import date_values as values
from briefbook.distil.date_patterns import (
    DECADES,
    EDGES,
    MONTHS,
    NEAR,
    PARTS,
    SEASONS,
    STEPS,
    WEEKDAYS,
)
from briefbook.distil.date_setting import Match, Reader, Setting, count_of, said, unit_of, year_of
from briefbook.distil.table import either, words_of
from briefbook.text.edtf import parse_when

_GRANTED = re.compile(rf"\b(?P<verb>{either(words_of('dates', 'granting'))})\b(?:\s[\w’'-]+){{0,7}}\s$")
_ISSUED = re.compile(rf"\b{either(words_of('dates', 'issuing'))}\b(?:\s[\w’'-]+){{0,4}}\s$")
_STILL = re.compile(rf"\b{either(words_of('dates', 'still_so'))}\b[^.;]*$")
_GRANTED_NOW = frozenset(words_of("dates", "granting_now"))
_NO_SEASON = frozenset(words_of("dates", "after_no_season"))
_UNSURE_SEASONS = frozenset(words_of("dates", "unsure_seasons"))
_LONG_AGO = 14
"""Days; a term set before that has run out, or is told of as history."""


# Periods


def _edge(match: Match, setting: Setting) -> str:
    """`the end of March`, `the middle of next week`, `end-2025`, `the start of summer`."""
    edge = cast(values.Edge, EDGES.get(said(match, "edge"), "middle"))
    if said(match, "season"):
        period = _season(match, setting)
    elif said(match, "half"):
        period = _part(match, setting)
    elif said(match, "period"):
        step = STEPS.get(said(match, "which"), 0)
        period = values.period_of(said(match, "period"), setting.day, step)
    elif said(match, "m"):
        month = MONTHS[match["m"]]
        period = values.month_text(year_of(match, setting, month, 0), month)
    else:
        period = match["y"]
    return values.edge_of(period, edge)


def _part(match: Match, setting: Setting) -> str:
    """`the second half of 2026`, `the first quarter of next year`, `Q3 2026`, `the second quarter`."""
    part = said(match, "part")
    is_half = (said(match, "half") or part) in ("half", "h1", "h2")
    nth = PARTS.get(part) or int(part[-1])
    has_year = bool(said(match, "whole") or said(match, "y"))
    if part in STEPS and not has_year:
        raise ValueError("the one before this one")
    year = int(match["y"]) if said(match, "y") else setting.day.year + STEPS.get(said(match, "which"), 0)
    length = 6 if is_half else 3
    if not has_year and is_half and not doubts.is_half(match.string, match.start(), match.end()):
        raise ValueError("a half of something else")
    if not has_year:
        year = values.year_of_part(nth, length, setting.day, setting.leaning())
    return values.part_of(year, nth, length)


def _some_months(match: Match, setting: Setting) -> str:
    """`the first nine months of the year`."""
    count = count_of(match)
    if unit_of(match) != "month" or count > 12:
        raise ValueError("not months of a year")
    year = int(match["y"]) if said(match, "y") else setting.day.year
    return values.months_of(year, PARTS[said(match, "part")], count)


def _period(match: Match, setting: Setting) -> str:
    return values.period_of(said(match, "period"), setting.day, STEPS[said(match, "which")])


def _year_of_now(match: Match, setting: Setting) -> str:
    return values.period_of(said(match, "period"), setting.day, 0)


def _beyond(match: Match, setting: Setting) -> str:
    """`the week after next`, `the year before last`."""
    step = -2 if match["back"] else 2
    return values.period_of(said(match, "period"), setting.day, step)


def _weekend(_: Match, setting: Setting) -> str:
    """`over the weekend`: the one behind us, unless the sentence looks ahead."""
    is_over = setting.leaning() <= 0 and setting.day.weekday() < 5
    return values.period_of("weekend", setting.day, -1 if is_over else 0)


def _season(match: Match, setting: Setting) -> str:
    name = match["season"]
    month = SEASONS[name]
    if said(match, "y") or said(match, "year_by"):
        return values.season_in(month, year_of(match, setting, month, 0))
    is_bare = match[0].lower() == f"the {name}"
    after = doubts.words_after(match.string, match.end())[0]
    if is_bare and name in _UNSURE_SEASONS and after in _NO_SEASON:
        raise ValueError("another word")
    which = said(match, "which")
    return values.season_of(month, setting.day, STEPS[which] if which else None, setting.leaning())


# What is counted


def _moved(match: Match, day: dt.date, direction: int) -> str:
    """The time so much before (-1) or after (1) a day."""
    count, unit = count_of(match), unit_of(match)
    if unit == "hour":
        count, unit = max(1, count // 24), "day"
    return values.ago(-direction * count, unit, day)


def _ago(match: Match, setting: Setting) -> str:
    if unit_of(match) == "hour":
        raise ValueError("a time of day")
    return _moved(match, setting.day, -1)


def _ago_today(match: Match, setting: Setting) -> str:
    """`a year ago today`: the very day."""
    if unit_of(match) == "year":
        return setting.day.replace(year=setting.day.year - count_of(match)).isoformat()
    return _ago(match, setting)


def _ahead(match: Match, setting: Setting) -> str:
    return _moved(match, setting.day, 1)


def _from_day(match: Match, setting: Setting) -> str:
    """`72 hours from noon today`, `two days from Monday`."""
    first = setting.day + dt.timedelta(NEAR.get(said(match, "near"), 0))
    if said(match, "w"):
        first = values.weekday_of(WEEKDAYS[match["w"]], setting.day, 1, None)
    return _moved(match, first, 1)


def _this_time(match: Match, setting: Setting) -> str:
    """`this time last year`, `this day last week`."""
    step, period = STEPS[said(match, "which")], said(match, "period")
    if period == "week":
        return values.ago(-step, "week", setting.day)
    if period == "year" and said(match, "same") == "day":
        return setting.day.replace(year=setting.day.year + step).isoformat()
    return values.month_text(setting.day.year, setting.day.month + step * (12 if period == "year" else 1))


def _within(match: Match, setting: Setting) -> str:
    """`within 10 days`, `in two weeks`: counted from the article where it speaks of what is to come."""
    is_limit = match.groupdict().get("limit") is not None
    if setting.leaning() < (0 if is_limit else 1) or not (is_limit or count_of(match) > 1):
        raise ValueError("a stretch of time, not its end")
    return _moved(match, setting.day, 1)


def _granted(match: Match, setting: Setting) -> str:
    """`has 14 days to appeal`: counted from the day that the paragraph named, if that was just now."""
    before = match.string[max(0, match.start() - 90) : match.start()]
    granted = _GRANTED.search(before)
    if granted is None:
        raise ValueError("a stretch of time")
    first = _first_day(setting)
    if first is None and granted["verb"] not in _GRANTED_NOW and not _STILL.search(before):
        raise ValueError("long over")
    return _moved(match, first or setting.day, 1)


def _first_day(setting: Setting) -> dt.date | None:
    """From when a term runs: the day that was just named, else that of the article; None if long over."""
    if not setting.before:
        return setting.day
    named = parse_when(setting.before).last.date()
    if (setting.day - named).days > _LONG_AGO:
        return None
    return min(named, setting.day) if len(setting.before) == len("2025-11-19") else setting.day


def _notice(match: Match, setting: Setting) -> str:
    """`issued a 48-hour ultimatum on Friday`: from the day that is named, else from that of the article."""
    if not _ISSUED.search(match.string[max(0, match.start() - 40) : match.start()]):
        raise ValueError("a length of time")
    if said(match, "w"):
        first: dt.date | None = values.weekday_of(WEEKDAYS[match["w"]], setting.day, -1, None)
    else:
        first = _first_day(setting)
    if first is None:
        raise ValueError("long over")
    return _moved(match, first, 1)


def _near(match: Match, setting: Setting) -> str:
    words = said(match, "near")
    if not doubts.is_near(words, match.string, match.start(), is_told=setting.leaning() < 0):
        raise ValueError("at night, and not in one night")
    return (setting.day + dt.timedelta(NEAR[words])).isoformat()


# Years


def _one_year(match: Match, _: Setting) -> str:
    if not doubts.is_year(match.string, match.start(), match.end()):
        raise ValueError("a number")
    return match["y"]


def _old_year(match: Match, _: Setting) -> str:
    if not doubts.is_old_year(match.string, match.start(), match.end()):
        raise ValueError("a number")
    return match["y"]


def _some_years(match: Match, _: Setting) -> str:
    """`2011-14`, `2024/25`, `from 2011 to 2014`."""
    first, last = match["y"], match["z"]
    return f"{first}/{first[: 4 - len(last)]}{last}"


def _fiscal(match: Match, _: Setting) -> str:
    return f"20{match['y']}"[-4:]


def _decade(match: Match, _: Setting) -> str:
    first = int(match.groupdict().get("y") or DECADES[said(match, "decade")])
    return f"{first}/{first + 9}"


READERS: Mapping[str, Reader] = {
    "edge": _edge,
    "part": _part,
    "some_months": _some_months,
    "period": _period,
    "year_of_now": _year_of_now,
    "beyond": _beyond,
    "weekend": _weekend,
    "season": _season,
    "ago": _ago,
    "ago_today": _ago_today,
    "ahead": _ahead,
    "from_day": _from_day,
    "this_time": _this_time,
    "within": _within,
    "granted": _granted,
    "notice": _notice,
    "near": _near,
    "year": _one_year,
    "old_year": _old_year,
    "years": _some_years,
    "fiscal": _fiscal,
    "decade": _decade,
}
"""Each reader by the name that the table calls it."""
