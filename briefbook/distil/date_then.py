"""What a time is on the calendar that is counted from the one named before it; else ValueError."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.distil import date_doubts as doubts
from briefbook.distil import date_values as values
from briefbook.distil.date_patterns import MONTHS, SEASONS, THEN, THENCE
from briefbook.distil.date_setting import Match, Reader, Setting, count_of, said, unit_of
from briefbook.distil.table import words_of

_COMPARED = frozenset(words_of("dates", "compared"))
_NO_COMPARISON = frozenset(words_of("dates", "no_comparison"))


def _then(match: Match, setting: Setting) -> str:
    """`the following day`, counted from the time named before it."""
    return _beside(setting.before, unit_of(match), THEN[said(match, "then")])


def _beside(value: str, unit: str, step: int) -> str:
    return values.week_beside(value, step) if unit == "week" else values.beside(value, unit, step)


def _then_part(match: Match, setting: Setting) -> str:
    """`the same evening`, `the next morning`, counted from the day named before it."""
    return values.beside(setting.before, "day", THEN.get(said(match, "then"), 0))


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
    return _beside(setting.before, unit_of(match), step)


def _thence(match: Match, setting: Setting) -> str:
    """`two days later`, `a week earlier`, counted from the time named before it; from now, only back."""
    is_compared = said(match, "thence") not in _NO_COMPARISON
    if is_compared and doubts.word_before(match.string, match.start()) in _COMPARED:
        raise ValueError("a comparison")
    step, unit = THENCE[said(match, "thence")] * count_of(match), unit_of(match)
    if unit == "hour" and step % 24 == 0:
        step, unit = step // 24, "day"
    from_now = setting.day.isoformat() if step < 0 and unit == "day" else ""
    return values.beside(setting.before or from_now, unit, step)


def _hour(_: Match, setting: Setting) -> str:
    """`before ten o’clock`: on the day named before it, if that is still to come."""
    is_day = len(setting.before) == len("2025-11-19")
    if not is_day or setting.before < setting.day.isoformat() or setting.leaning() <= 0:
        raise ValueError("some day")
    return setting.before


READERS: Mapping[str, Reader] = {
    "then": _then,
    "then_part": _then_part,
    "then_side": _then_side,
    "then_named": _then_named,
    "thence": _thence,
    "hour": _hour,
}
"""Each reader by the name that the table calls it."""
