"""The times that an article names, on the calendar, each as a deadline, a plan, an event or a reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefbook.distil.article import Article
from briefbook.distil.date_forms import Found, iter_found
from briefbook.distil.date_setting import Setting
from briefbook.distil.deadlines import before_of, is_ahead, is_bound, is_foretold, is_limit, is_past_limit
from briefbook.distil.draft import Dated, DateKind
from briefbook.distil.leaning import Leaning, find_leaning
from briefbook.distil.table import either, words_of
from briefbook.text.edtf import parse_when

_SINCE = re.compile(
    rf"\b{either(words_of('dates', 'since'))}\s+(?:the\s+|early\s+|late\s+|last\s+)?$", re.IGNORECASE
)
_TIME = re.compile(r"\d+\S*\s[A-Z]\w+\.?(?:\s\d{4})?|\w+\.?(?:\s\d\S*){0,2}")
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
        for found in iter_found(self._text, start, end, self._setting):
            if found.form == "ago" and found.value in said:
                continue
            said.append(found.value[:4])
            yield self._dated(found)

    def _setting(self, at: int, before: str) -> Setting:
        return Setting(
            self._article.date, lambda: self._leaning(at), before, self._article.speech_at(at) is not None
        )

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
        if _SINCE.search(before) or is_past_limit(before, self._text, end):
            return -1
        limited = is_limit(before, self._text, end)
        if is_ahead(before):
            return 1
        leaning = find_leaning(self._text, at, end, first, last)
        if limited and (leaning >= 0 or (len(before.split()) > 2 and is_bound(before))):
            return 1
        return leaning

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
        if (today is None or when.last.date() >= today) and self._is_limit(found):
            return "deadline"
        leaning = self._leaning(found.start)
        is_to_come = today is not None and (
            when.first.date() > today or (leaning > 0 and when.last.date() > today)
        )
        if is_to_come:
            return "scheduled"
        return "event" if leaning < 0 else "reference"

    def _is_limit(self, found: Found) -> bool:
        """Whether the words around a time make it the last one for something."""
        if found.form in _LIMITED:
            return True
        first, _ = self._sentence(found.start)
        before = before_of(self._text, first, found.start)
        is_kept = self._leaning(found.start) >= (1 if found.form == "near" else 0)
        return (
            is_kept
            and is_limit(before, self._text, found.end)
            and not is_foretold(before, self._text, found.end)
        )
