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
    FEASTS,
    MONTHS,
    NEAR,
    NUMBERS,
    PARTS,
    SEASONS,
    STEPS,
    THEN,
    THENCE,
    UNITS,
)
from briefbook.distil.date_setting import Match, Reader, Setting, day_text, number, said, year_of
from briefbook.distil.table import either, words_of

_COMPARED = frozenset(words_of("dates", "compared"))
_GRANTED = re.compile(rf"\b{either(words_of('dates', 'granting'))}\b(?:\s[\w’'-]+){{0,7}}\s$")
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
    count = _count(match)
    if _unit(match) != "month" or count > 12:
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


def _count(match: Match) -> int:
    words = said(match, "count")
    count = int(words) if words.isdigit() else NUMBERS[words]
    return count * UNITS[said(match, "unit")][1]


def _unit(match: Match) -> str:
    return UNITS[said(match, "unit")][0]


def _moved(match: Match, day: dt.date, direction: int) -> str:
    """The time so much before (-1) or after (1) a day."""
    count, unit = _count(match), _unit(match)
    if unit == "hour":
        count, unit = max(1, count // 24), "day"
    return values.ago(-direction * count, unit, day)


def _ago(match: Match, setting: Setting) -> str:
    if _unit(match) == "hour":
        raise ValueError("a time of day")
    return _moved(match, setting.day, -1)


def _ahead(match: Match, setting: Setting) -> str:
    return _moved(match, setting.day, 1)


def _within(match: Match, setting: Setting) -> str:
    """`within 10 days`, `in two weeks`: counted from the article where it speaks of what is to come."""
    is_limit = match.groupdict().get("limit") is not None
    if setting.leaning() < (0 if is_limit else 1) or not (is_limit or _count(match) > 1):
        raise ValueError("a stretch of time, not its end")
    return _moved(match, setting.day, 1)


def _granted(match: Match, setting: Setting) -> str:
    """`has 14 days to appeal`: counted from the day that the paragraph named, if that was just now."""
    if not _GRANTED.search(match.string[max(0, match.start() - 60) : match.start()]):
        raise ValueError("a stretch of time")
    first = dt.date.fromisoformat(setting.before) if len(setting.before) == 10 else setting.day
    if (setting.day - first).days > _LONG_AGO or (
        setting.before and setting.before[:4] < str(setting.day.year - 1)
    ):
        raise ValueError("long over")
    return _moved(match, min(first, setting.day), 1)


def _then(match: Match, setting: Setting) -> str:
    """`the following day`, counted from the time named before it."""
    return values.beside(setting.before, _unit(match), THEN[said(match, "then")])


def _then_named(match: Match, setting: Setting) -> str:
    """`that spring`, `the following March`, counted from the time named before it."""
    name = match.groupdict().get("season")
    month = SEASONS[name] if name else MONTHS[match["m"]]
    year = values.year_beside(
        setting.year_before,
        setting.before[5:7],
        month,
        -1 if match.groupdict().get("back") else THEN.get(said(match, "then"), 0),
    )
    return values.season_in(month, year) if name else values.month_text(year, month)


def _then_side(match: Match, setting: Setting) -> str:
    step = -1 if match["back"] else 1
    return values.beside(setting.before, _unit(match), step)


def _thence(match: Match, setting: Setting) -> str:
    """`two days later`, `a week earlier`, counted from the time named before it; from now, only back."""
    if doubts.word_before(match.string, match.start()) in _COMPARED:
        raise ValueError("a comparison")
    step = THENCE[said(match, "thence")] * _count(match)
    from_now = setting.day.isoformat() if step < 0 and _unit(match) == "day" else ""
    return values.beside(setting.before or from_now, _unit(match), step)


def _near(match: Match, setting: Setting) -> str:
    words = said(match, "near")
    if not doubts.is_near(words, match.string, match.start(), is_told=setting.leaning() < 0):
        raise ValueError("at night, and not in one night")
    return (setting.day + dt.timedelta(NEAR[words])).isoformat()


def _feast(match: Match, setting: Setting) -> str:
    month, _, day = FEASTS[" ".join(match["feast"].split())].partition("-")
    year = year_of(match, setting, int(month), number(day))
    return day_text(year, int(month), int(day)) if day else values.month_text(year, int(month))


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
    "ahead": _ahead,
    "within": _within,
    "granted": _granted,
    "then": _then,
    "then_side": _then_side,
    "then_named": _then_named,
    "thence": _thence,
    "near": _near,
    "feast": _feast,
    "year": _one_year,
    "old_year": _old_year,
    "years": _some_years,
    "fiscal": _fiscal,
    "decade": _decade,
}
"""Each reader by the name that the table calls it."""
