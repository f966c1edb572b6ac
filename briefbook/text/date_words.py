"""Dates in words; the patterns are messages like all others, so each language says dates in its own way."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

ONE_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::[0-5]\d)? ?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?(?P<mark>[~?%])?",
    re.ASCII,
)
"""One date of EDTF level 1, as far as its form goes."""

MONTHS = "January February March April May June July August September October November December".split()
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
KINDS = ("day", "month", "year", "other")
"""What a preposition may depend on; a season, and a date in doubt, are other."""

_DOUBTS = {"~": "about %(date)s", "?": "possibly %(date)s", "%": "possibly about %(date)s"}
_FIRST_DAY = "1"
_DAY = "%(day)s %(month)s %(year)s"
_MONTH = "%(month)s %(year)s"
_SEASON = "%(season)s %(year)s"
_TIME = "%(date)s, %(hour)s:%(minute)s %(zone)s"
_UNTIL = "by %(date)s"
_SINCE = "since %(date)s"
_BETWEEN = "%(first)s to %(last)s"

MESSAGES: tuple[tuple[str, str], ...] = (
    *(("date", each) for each in (*MONTHS, *SEASONS, _FIRST_DAY, _DAY, _MONTH, _SEASON, _TIME)),
    *((kind, each) for each in (*_DOUBTS.values(), _UNTIL, _SINCE, _BETWEEN) for kind in KINDS),
)
"""Context and message of all that a date is made of; the context of a preposition is the kind of its date."""

_PLACE = re.compile(r"%\((\w+)\)s")


class Parts(NamedTuple):
    """One date, taken apart."""

    year: int
    month: int | None
    """21 to 24 for spring to winter."""
    day: int | None
    hour: str
    """Two digits, or empty."""
    minute: str
    offset: str
    """From UTC: `+03:00`, or empty."""
    mark: str
    """`~` about, `?` possibly, `%` both, or empty."""


def split_date(text: str) -> Parts:
    """The parts of one date that `edtf.parse_when` accepts, or of one end of an interval."""
    match = ONE_DATE.fullmatch(text)
    assert match is not None
    year, month, day, hour, minute, zone, mark = match.groups()
    return Parts(
        int(year),
        int(month) if month else None,
        int(day) if day else None,
        hour or "",
        minute or "",
        "" if zone in (None, "Z") else zone,
        mark or "",
    )


class DateWords:
    """Says dates in one language."""

    def __init__(self, pgettext: Callable[[str, str], str]) -> None:
        """`pgettext` gives the words for a context and a message."""
        self._patterns = {key: pgettext(*key) for key in MESSAGES}
        self.say = lru_cache(maxsize=65536)(self._say)
        """The words for a date or an interval, always absolute: `8 to 14 June 2014`, `about June 2014`."""

    def _say(self, text: str) -> str:
        start, slash, end = text.partition("/")
        if not slash or start == end:
            return self._one(start).words
        if start in ("", ".."):
            last = self._one(end)
            return self._fill(last.kind, _UNTIL, date=last.words)
        first = self._one(start)
        if end in ("", ".."):
            return self._fill(first.kind, _SINCE, date=first.words)
        return self._between(first, self._one(end), is_plain=not set(text) & set("~?%:"))

    def _between(self, first: _Said, last: _Said, *, is_plain: bool) -> str:
        """Both dates; what they end in alike is said once."""
        words, others = first.words.split(" "), last.words.split(" ")
        shared, most = 0, min(len(words), len(others)) - 1 if is_plain else 0
        while shared < most and words[-1 - shared] == others[-1 - shared]:
            shared += 1
        kind = first.kind if first.kind == last.kind else "other"
        return self._fill(kind, _BETWEEN, first=" ".join(words[: len(words) - shared]), last=last.words)

    def _one(self, text: str) -> _Said:
        parts = split_date(text)
        said = self._bare(parts)
        if parts.mark:
            return _Said(self._fill(said.kind, _DOUBTS[parts.mark], date=said.words), "other")
        return said

    def _bare(self, parts: Parts) -> _Said:
        """The date without its mark of doubt."""
        year = str(parts.year)
        if parts.month is None:
            return _Said(year, "year")
        if parts.month > 12:
            season = self._patterns["date", SEASONS[parts.month - 21]]
            return _Said(self._fill("date", _SEASON, season=season, year=year), "other")
        month = self._patterns["date", MONTHS[parts.month - 1]]
        if parts.day is None:
            return _Said(self._fill("date", _MONTH, month=month, year=year), "month")
        number = self._patterns["date", _FIRST_DAY] if parts.day == 1 else str(parts.day)
        day = self._fill("date", _DAY, day=number, month=month, year=year)
        if not parts.hour:
            return _Said(day, "day")
        zone = f"UTC{parts.offset}"
        return _Said(
            self._fill("date", _TIME, date=day, hour=parts.hour, minute=parts.minute, zone=zone), "day"
        )

    def _fill(self, context: str, message: str, **values: str) -> str:
        """The pattern with its values; a place that has none stays as it is written."""
        return _PLACE.sub(lambda place: values.get(place[1], place[0]), self._patterns[context, message])


class _Said(NamedTuple):
    """A date in words."""

    words: str
    kind: str


ENGLISH = DateWords(lambda _, message: message)
"""For diagnostics, which speak English."""
