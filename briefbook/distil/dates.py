"""The times that an article names, on the calendar, each as a deadline, a plan, an event or a reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from briefbook.distil.article import Article
from briefbook.distil.date_forms import Found, iter_found
from briefbook.distil.date_patterns import MONTHS, NEAR, STEPS, WEEKDAYS
from briefbook.distil.date_setting import Setting
from briefbook.distil.deadlines import (
    before_of,
    is_ahead,
    is_awaited_first,
    is_bound,
    is_called,
    is_conditional,
    is_foretold,
    is_joined,
    is_lasting,
    is_limit,
    is_outstanding,
    is_past_limit,
    is_promised,
    start_of,
)
from briefbook.distil.draft import Dated, DateKind
from briefbook.distil.leaning import Leaning, find_leaning
from briefbook.distil.table import either, words_of
from briefbook.text.edtf import parse_when

_SINCE = re.compile(
    rf"\b{either(words_of('dates', 'since'))}\s+(?:the\s+|early\s+|late\s+|last\s+)?$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![-/–])")
_OPENING = re.compile(rf"(?:{either(words_of('dates', 'opening'))}\s+)+", re.IGNORECASE)
_OPENED = re.compile(rf",?\s+{either(words_of('dates', 'opened'))}\b")
_FAR = 300
"""Characters before a time in which a year is looked for that it is of."""
_TIME = re.compile(r"\d+\S*\s[A-Z]\w+\.?(?:\s\d{4})?|\w+\.?(?:\s\d\S*){0,2}")
_WITHIN = re.compile(rf"{either(words_of('dates', 'within'))}\b", re.IGNORECASE)
_DAY = re.compile(rf"\d|{either([*MONTHS, *WEEKDAYS])}|{either([*NEAR, *STEPS])}\b")
_OWNING = re.compile(r"[’']s?\b")
_LIMITED = ("limit", "granted")
_SKIPPED = frozenset(("byline", "contact"))
_UNSAID: Leaning = 0


def find_dates(article: Article) -> tuple[Dated, ...]:
    """Each time that the article names, in order; what is said a second time in other words is left out."""
    return tuple(_Reader(article).read())


class _Reader:
    """Reads the times of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text
        self._ends = [each.end for each in article.sentences]
        self._leanings: dict[int, Leaning] = {}

    def read(self) -> Iterator[Dated]:
        for paragraph in self._article.paragraphs:
            if paragraph.part not in _SKIPPED:
                yield from self._paragraph(paragraph.start, paragraph.end)

    def _paragraph(self, start: int, end: int) -> Iterator[Dated]:
        said: list[str] = []
        last: Dated | None = None
        for found in iter_found(self._text, start, end, self._setting):
            if found.form == "ago" and found.value in said:
                continue
            said.append(found.value[:4])
            dated = self._dated(found)
            if last and dated.kind == "scheduled" and self._is_of(last, found):
                dated = msgspec.structs.replace(dated, kind=last.kind)
            yield dated
            last = dated

    def _is_of(self, last: Dated, found: Found) -> bool:
        """Whether a time is a limit because the one right before it is: `due on 15 May and 15 August`."""
        return last.kind == "deadline" and is_joined(self._text[last.end : found.start])

    def _setting(self, at: int, before: str) -> Setting:
        return Setting(
            self._article.date,
            lambda: self._leaning(at),
            before,
            opening=self._opening(at),
            is_spoken=self._article.speech_at(at) is not None,
            is_told=self._article.part_at(at) == "body",
        )

    def _opening(self, at: int) -> int:
        """The year of which the words before a place tell, as far as they say so; else 0."""
        first, _ = self._sentence(at)
        years = list(_YEAR.finditer(self._text, max(first, at - _FAR), at))
        if not years:
            return 0
        is_first = _OPENING.fullmatch(self._text, first, years[-1].start())
        return int(years[-1][0]) if is_first or _OPENED.match(self._text, years[-1].end(), at) else 0

    def _leaning(self, at: int) -> Leaning:
        """What the sentence says of the time at a place; a deadline is always to come."""
        if at not in self._leanings:
            self._leanings[at] = self._find_leaning(at)
        return self._leanings[at]

    def _find_leaning(self, at: int) -> Leaning:
        first, last = self._sentence(at)
        if last == at:
            return _UNSAID
        before = before_of(self._text, first, at)
        end = self._end_of_word(at, last)
        if is_outstanding(before, self._text, end):
            return -1
        if is_conditional(before) or is_awaited_first(before):
            return 1
        if _SINCE.search(before) or is_past_limit(before, self._text, end):
            return -1
        limited = is_limit(before, self._text, end)
        if is_ahead(before) or (is_called(before) and self._is_day(at, end)):
            return 1
        leaning = find_leaning(self._text, at, end, first, last)
        if is_promised(before) and _WITHIN.match(self._text, at):
            return 1
        if limited and (leaning >= 0 or (len(before.split()) > 2 and is_bound(before))):
            return 1
        return leaning

    def _is_day(self, at: int, end: int) -> bool:
        """Whether what begins at a place is a day or month of its own, and not one's: `Monday’s`."""
        return _DAY.match(self._text, at) is not None and not _OWNING.match(self._text, end)

    def _sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends; the place itself twice where there is none."""
        sentences = self._article.sentences
        index = bisect_right(self._ends, at)
        if index == len(sentences) or at < sentences[index].start:
            return at, at
        return sentences[index].start, sentences[index].end

    def _end_of_word(self, at: int, last: int) -> int:
        """Where the time at a place ends, as far as can be told before it is read."""
        found = _TIME.match(self._text, at, last)
        return found.end() if found else at

    def _dated(self, found: Found) -> Dated:
        return Dated(
            start=found.start,
            end=found.end,
            text=self._text[found.start : found.end],
            value=found.value,
            kind=self._kind(found),
            confidence="high" if found.form in ("day", "month", "year") else "review",
            why="" if found.form in ("day", "month", "year") else "counted from the day of the article",
        )

    def _kind(self, found: Found) -> DateKind:
        today = self._article.date
        when = parse_when(found.value)
        is_open = today is None or when.last.date() >= today
        if self._is_limit(found) if is_open else self._is_outstanding(found):
            return "deadline"
        leaning = self._leaning(found.start)
        is_to_come = today is not None and (
            when.first.date() > today or (leaning > 0 and when.last.date() > today)
        )
        if is_to_come:
            return "scheduled"
        return "event" if leaning < 0 else "reference"

    def _is_outstanding(self, found: Found) -> bool:
        """Whether what was due at a time that is over has still not come."""
        first, _ = self._sentence(found.start)
        return is_outstanding(before_of(self._text, first, found.start), self._text, found.end)

    def _is_limit(self, found: Found) -> bool:
        """Whether the words around a time make it the last one for something."""
        if found.form in _LIMITED:
            return True
        first, _ = self._sentence(found.start)
        before = before_of(self._text, first, start_of(self._text, found.start))
        is_kept = found.form == "day" or self._leaning(found.start) >= (1 if found.form == "near" else 0)
        return (
            is_kept
            and is_limit(before, self._text, found.end)
            and not is_lasting(before)
            and not is_foretold(before, self._text, found.end)
        )
