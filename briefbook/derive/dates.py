"""Dates as pages print them."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from briefbook.derive.views.base import Date
from briefbook.text.edtf import When

_FOR_PROGRAMS = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?)?)?")


def date(when: When) -> Date:
    """The date for people and for programs."""
    return _date(when.text)


def maybe_date(when: When | None) -> Date | None:
    """The date, where there is one."""
    return None if when is None else _date(when.text)


def day(of: dt.date) -> Date:
    """A calendar day."""
    return _date(of.isoformat())


def last_day(when: When) -> dt.date:
    """The day on which the date has passed; its first day where its end is open."""
    return when.first.date() if when.last == dt.datetime.max else when.last.date()


@lru_cache(maxsize=65536)
def _date(text: str) -> Date:
    written = text.replace(" Z", "Z").replace(" +", "+").replace(" -", "-")
    return Date(iso=written if _FOR_PROGRAMS.fullmatch(written) else "", text=text)
