"""The times that a stretch of text names, each with its value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefbook.distil import date_days, date_feasts, date_periods, date_then
from briefbook.distil.date_patterns import FORMS, STARTS
from briefbook.distil.date_setting import Setting
from briefbook.text.edtf import parse_when

_READERS = {**date_days.READERS, **date_feasts.READERS, **date_periods.READERS, **date_then.READERS}


class Found(NamedTuple):
    """A time in a text."""

    start: int
    end: int
    value: str
    form: str
    """What it says: a day, a month, a period, a limit and so on; `says` in the table of the language."""


def iter_found(text: str, start: int, end: int, setting_at: Callable[[int, str], Setting]) -> Iterator[Found]:
    """The times that a stretch of text names, in order; a setting may know the time named before."""
    at, before = start, ""
    for place in STARTS.finditer(text, start, end):
        found = _read(text, place.start(), setting_at, before) if place.start() >= at else None
        if found is not None and found.end <= end:
            yield found
            at, before = found.end, found.value


def _read(text: str, at: int, setting_at: Callable[[int, str], Setting], before: str) -> Found | None:
    """The time that begins at a place, in the first form that reads it."""
    for form in FORMS:
        match = form.pattern.match(text, at)
        if match is not None:
            try:
                value = _READERS[form.read](match, setting_at(at, before))
                parse_when(value)
                return Found(at, match.end(), value, form.says)
            except (ValueError, OverflowError):
                continue
    return None
