"""The dates that English prose names: days, months, years and days of the week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefbook.text.date_words import MONTHS
from briefbook.text.edtf import When
from briefbook.text.starts import iter_matches

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?<!\d)(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?(?![\d%])"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%])"
_TO = r"\s?(?:[-–,]|to|and|or)\s?"
_DATE = re.compile(
    rf"(?P<iso>(?<![\d-])\d{{4}}-[01]\d-[0-3]\d(?![\d-]))"
    rf"|(?P<days>{_DAY}(?:{_TO}{_DAY})?)\s(?:of\s)?(?P<month>{_MONTH})(?![^\W_])(?:,?\s(?P<year>{_YEAR}))?"
    rf"|\b(?P<month2>{_MONTH})\s(?:the\s)?(?P<days2>{_DAY}(?:{_TO}{_DAY}(?!\s(?:{_MONTH})\b))?)(?:,?\s(?P<year2>{_YEAR}))?"
    rf"|\b(?P<month3>{_MONTH}),?\s(?P<year3>{_YEAR})"
    r"|\b(?P<month4>(?:(?<=[Ii]n\s)|(?<=[Bb]y\s)|(?<=[Uu]ntil\s)|(?<=[Ss]ince\s)|(?<=of\s)|(?<=last\s)|(?<=next\s)"
    r"|(?<=[Mm]id-)|(?<=early\s)|(?<=late\s)|(?<=this\s)|(?<=before\s)|(?<=after\s))(?:March|May)"
    r"|January|February|April|June|July|August|September|October|November|December)\b"
    rf"|(?<![\w.,$€£¥-])(?P<year5>{_YEAR})(?:[-–/]\d\d(?:\d\d)?|s)?(?!\w|[,.]\d)"
    rf"|\b(?P<weekday>{'|'.join(WEEKDAYS)})s?\b"
)
_START = re.compile(
    rf"[\d{''.join(sorted({name[0] for name in (*MONTHS, *WEEKDAYS)}))}](?<!\d.)"
    rf"(?:(?<=\d)|{'|'.join(sorted({name[1:3] for name in (*MONTHS, *WEEKDAYS)}))})"
)
"""Whatever may be the beginning of a date; a quick pattern, where that of dates is slow."""
_TIME = re.compile(
    r"(?<!\d)[0-2]?\d(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\b\.?|UTC|GMT|Z\b)|(?<![\d:])[0-2]?\d:[0-5]\d(?![\d:])"
)
_RELATIVE = re.compile(
    r"\bago\b|\b(?:last|next|this|past|coming|previous|following|earlier|later)\s(?:this\s|the\s)?"
    r"(?:week|month|year|fall|autumn|spring|summer|winter)|\b(?:within|for|after)\s(?:\S+\s){1,2}(?:days?|weeks?|nights?|months?)\b"
    r"|\b(?:fortnight|overnight|weekend)\b",
    re.IGNORECASE,
)
_MONTH_END = re.compile(rf"\b(?:end|close)\sof\s({_MONTH})")
_NEAR = 7


class Dated(NamedTuple):
    """A date in a text; what it leaves open is 0, and a decade leaves all open."""

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    """1 for Monday to 7 for Sunday."""


DATE_WORDS = frozenset(
    f"{before}{word}{after}"
    for word in (*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS))
    if word not in ("March", "May")
    for before in ("", "(", "“", "‘", '"', "*", "**", "[")
    for after in ("", ",", ".", ";", ":", ")", "?", "”", "*", "**", "’s", "'s", "]")
)
"""What stands between spaces where a text names a date without digits; two months are more often verbs."""


def find_dates(text: str) -> Iterator[Dated]:
    """Each date in a text, in order; `8 to 14 June` is two of them."""
    for match in iter_matches(_DATE, text, (found.start() for found in _START.finditer(text))):
        start, end = match.span()
        if match["iso"]:
            year, month, day = map(int, match["iso"].split("-"))
            yield Dated(start, end, year, month, day)
        elif match["weekday"]:
            yield Dated(start, end, weekday=WEEKDAYS.index(match["weekday"]) + 1)
        elif match["year5"]:
            yield Dated(start, end, 0 if match[0].endswith("s") else int(match["year5"]))
        else:
            name = match["month"] or match["month2"] or match["month3"] or match["month4"]
            year = int(match["year"] or match["year2"] or match["year3"] or 0)
            days = [int(each) for each in re.findall(r"\d+", match["days"] or match["days2"] or "0")]
            for day in days:
                yield Dated(start, end, year, _MONTH_NUMBERS[name[:3]], day)


def find_times(text: str) -> Iterator[tuple[int, int]]:
    """Where times of day stand, whose digits are no numbers of anything."""
    return (match.span() for match in _TIME.finditer(text))


class Calendar:
    """The days, months and years that are known from records and texts."""

    def __init__(self) -> None:
        self._days: dict[tuple[int, int], set[int]] = {}
        self._months: dict[int, set[int]] = {}
        self._years: set[int] = set()
        self._weekdays: set[int] = set()
        self.is_loose = False
        """Whether a text counts in `last week` or `two days ago`, which stand for days not known here."""

    def add_when(self, when: When | None) -> None:
        """A date of a record; an interval by both its ends."""
        if when is None:
            return
        for moment in {when.first, when.last} - {dt.datetime.min, dt.datetime.max}:
            self.add_day(moment.date())

    def add_day(self, day: dt.date) -> None:
        """One day, with its month, its year and its name in the week."""
        self._add(Dated(0, 0, day.year, day.month, day.day, day.isoweekday()))

    def add_text(self, text: str, told: dt.date | None) -> None:
        """The dates in a text; `told` is when it was written, from which its days of the week count."""
        for each in find_dates(text):
            self._add(each)
            if each.weekday and told is not None:
                for day in _around(told):
                    if day.isoweekday() == each.weekday:
                        self.add_day(day)
        for match in _MONTH_END.finditer(text):
            for last in range(28, 32):
                self._add(Dated(0, 0, 0, _MONTH_NUMBERS[match[1][:3]], last))
        if told is not None:
            for days in (-1, 0, 1):
                self.add_day(_shifted(told, days))
        self.is_loose = self.is_loose or _RELATIVE.search(text) is not None

    def _add(self, date: Dated) -> None:
        if date.day:
            self._days.setdefault((date.month, date.day), set()).add(date.year)
        if date.month:
            self._months.setdefault(date.month, set()).add(date.year)
        if date.year:
            self._years.add(date.year)
        if date.weekday:
            self._weekdays.add(date.weekday)

    def knows(self, date: Dated) -> bool:
        """Whether a date is among them, as far as both say what they mean."""
        if date.weekday:
            return date.weekday in self._weekdays
        if date.day:
            return _is_year(date.year, self._days.get((date.month, date.day), ()))
        if date.month:
            return _is_year(date.year, self._months.get(date.month, ()))
        return not date.year or date.year in self._years


def _is_year(year: int, known: Iterable[int]) -> bool:
    """Whether a year may be one of those known, where 0 is one that is not said."""
    years = frozenset(known)
    return bool(years) and (not year or 0 in years or year in years)


def _around(day: dt.date) -> Iterator[dt.date]:
    return (_shifted(day, days) for days in range(-_NEAR, _NEAR + 1))


def _shifted(day: dt.date, days: int) -> dt.date:
    """Another day, or the first or last that the calendar has."""
    ordinal = min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)
