"""The times that an article names, on the calendar, each as a deadline, a plan, an event or a reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefbook.distil.article import Article
from briefbook.distil.date_forms import Found, Setting, iter_found
from briefbook.distil.draft import Dated, DateKind
from briefbook.distil.leaning import Leaning, find_leaning
from briefbook.distil.table import either, words_of
from briefbook.text.edtf import parse_when

_LED = (
    r"\s+(?:(?:the|noon|midnight|midday|at|on|around|about|early|late)\s+|\d[\d:.]*\s*(?:[ap]\.?m\.?\s+)?)*$"
)
_LIMIT = re.compile(rf"\b{either(words_of('deadlines', 'before'))}{_LED}", re.IGNORECASE)
_MOVED = re.compile(
    rf"\b{either(words_of('deadlines', 'moved'))}\b[\w\s]{{0,30}}\s(?:to|until|till|for){_LED}"
)
_LIMIT_AFTER = re.compile(
    rf"\S+(?:\s\d\S*){{0,2}}[\s-]+(?:[a-z]+[\s-]+)?{either(words_of('deadlines', 'after'))}\b", re.IGNORECASE
)
_DUE = re.compile(rf"\b{either(words_of('deadlines', 'due'))}\s+(?:on\s+)?$")
_GATHERING = re.compile(rf"\b{either(words_of('deadlines', 'gatherings'))}\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+)?$", re.IGNORECASE)
_DONE_BY = re.compile(r"\bhad\b(?:\s+[\w’'-]+){0,6}\s+by\s+(?:\w+\s+)?$")
_SPAN = 60
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

    def _setting(self, at: int) -> Setting:
        return Setting(self._article.date, lambda: self._leaning(at))

    def _leaning(self, at: int) -> Leaning:
        """What the sentence says of the time at a place; a deadline is always to come."""
        if at not in self._leanings:
            self._leanings[at] = self._find_leaning(at)
        return self._leanings[at]

    def _find_leaning(self, at: int) -> Leaning:
        sentences = self._article.sentences
        index = bisect_right(self._ends, at)
        if index == len(sentences) or at < sentences[index].start:
            return _UNSAID
        first, last = sentences[index].start, sentences[index].end
        before = self._text[max(first, at - _SPAN) : at]
        if _SINCE.search(before) or _DONE_BY.search(before):
            return -1
        is_limit = _LIMIT.search(before) or _MOVED.search(before) or _LIMIT_AFTER.match(self._text, at, last)
        if is_limit and len(before.split()) > 2:
            return 1
        leaning = find_leaning(self._text, at, at, first, last)
        return leaning or (1 if is_limit else 0)

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
        if today is not None and when.first.date() > today:
            return "scheduled"
        return "event" if self._leaning(found.start) < 0 else "reference"

    def _is_limit(self, found: Found) -> bool:
        """Whether the words around a time make it the last one for something."""
        text = self._text
        if found.form == "within":
            return text[found.start : found.end].lower().startswith("within")
        before = text[max(0, found.start - _SPAN) : found.start]
        is_bound = _LIMIT.search(before) or _LIMIT_AFTER.match(text, found.start)
        if _DUE.search(before) and _GATHERING.search(before):
            return False
        is_kept = found.form != "near" and self._leaning(found.start) >= 0
        return bool(is_bound) and is_kept and not _MOVED.search(before)
