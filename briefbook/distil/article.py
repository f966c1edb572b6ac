"""An article as paragraphs and sentences, its headline, byline, captions and contact lines set apart."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from briefbook.distil.table import either, words_of
from briefbook.text.narrative import Narrative
from briefbook.text.paragraphs import find_paragraphs
from briefbook.text.speech import Speech, find_speech

Part = Literal["headline", "heading", "byline", "caption", "contact", "body"]

_MONTHS = either(name for line in words_of("dates", "months") for name in line.split())
_PLACE = r"[A-Z\u00c0-\u00de][\w'’.-]+(?:\s[A-Z\u00c0-\u00de][\w'’.-]+){0,3}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,\s{_PLACE}){{0,2}})(?:,\s(?:{_MONTHS}\s\d{{1,2}}|\d{{1,2}}\s{_MONTHS})(?:,?\s\d{{4}})?)?"
    r"\s?(?:\([\w .’'/-]{2,40}\)\s?)?(?:—|–|--|-(?=\s))\s?(?=\S)"
)
_CAPITALS = re.compile(r"[^a-z(]*[A-Z]{3}")
_BULLET = re.compile(r"(?:[-–—•*▪◦·►]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_LABEL = re.compile(r"[A-Z][\w/& -]{0,40}:\s+(?=[^\s“„«‘\"'])")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w|https?://|www\.|\+\d[\d ()-]{7,}")
_CONTACT = re.compile(
    rf"\W*{either(words_of('article', 'contact'))}\b[^.]{{0,40}}(?:[:@]|$|\bat\b|\bus\b|\d)", re.IGNORECASE
)
_RELATED = re.compile(rf"\W*{either(words_of('article', 'related'))}\s*:", re.IGNORECASE)
_BYLINE = re.compile(
    rf"\W*{either(words_of('article', 'byline'))}[:\s]\s*(?-i:[A-Z\u00c0-\u00de])[^.?!]{{2,120}}[.)]?",
    re.IGNORECASE,
)
_IN_BYLINE = frozenset(words_of("article", "in_byline"))
_TIME = re.compile(
    either(
        name
        for line in (*words_of("dates", "months"), *words_of("dates", "weekdays"))
        for name in line.split()
    )
)
_CAPTION = re.compile(
    rf"\W*{either(words_of('article', 'caption'))}(?:\s(?:by|credit|shows))?\s?[:/©]", re.IGNORECASE
)
_AGENCY = either(words_of("article", "agencies"))
_CREDIT = re.compile(
    rf"[/(]\s?{_AGENCY}(?:\s(?:Photo|Images))?\s?\)?\.?$|\bPhoto(?:graph)?\s?(?:by|:|/)[^.]*\)?\.?$"
)
_FINAL = frozenset(".!?…:;,")
_TRAILING = " \u00a0\u202f\"'”’»›)]"
_LONGEST = 4_000
"""Characters of a paragraph; no reader looks back farther for whom a pronoun means."""
_STOP = re.compile(r"(?<=[.!?,”\"])\s+(?=\S)")
_MOST_HEADING, _MOST_FIRST = 14, 25
"""Words of a heading, and of the line at the top."""
_MOST_SMALL = 4
"""Small words of a byline: `By Ana Reed, chief foreign correspondent`."""


def has_address(words: str) -> bool:
    """Whether words hold an e-mail address, a web address or a telephone number."""
    return _MAIL.search(words) is not None


class Paragraph(NamedTuple):
    """A stretch of the article without an empty line."""

    start: int
    end: int
    part: Part
    lead: int
    """Where its words begin: behind a dateline, a bullet or a label such as `Water:`."""


class Sentence(NamedTuple):
    """A sentence with all the speech in it; one speech is never cut."""

    start: int
    end: int
    paragraph: int
    """The place of its paragraph."""


class Article:
    """The text of an article, and the day by which it names other days."""

    def __init__(self, text: str, date: dt.date | None = None) -> None:
        self.text = text
        self.date = date

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """What stands between quotation marks, outer before inner."""
        return find_speech(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order, each with what it is."""
        stretches = [piece for start, end in find_paragraphs(self.text) for piece in self._pieces(start, end)]
        has_body = len(stretches) > 1
        return tuple(
            _paragraph(self.text, start, end, is_first=has_body and not index)
            for index, (start, end) in enumerate(stretches)
        )

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A paragraph, or its pieces where it is so long that line ends were lost: no speech is cut."""
        while end - start > _LONGEST:
            at = start + _LONGEST
            speech = self.speech_at(at)
            found = _STOP.search(self.text, speech.end if speech else at, end)
            if found is None:
                break
            yield start, found.start()
            start = found.end()
        yield start, end

    @cached_property
    def narratives(self) -> tuple[Narrative, ...]:
        """Each paragraph as tokens, from its first word of the report on."""
        outer, starts = self._outer, self._outer_starts
        return tuple(
            Narrative(
                self.text,
                each.lead,
                each.end,
                outer[bisect_right(starts, each.lead - 1) : bisect_right(starts, each.end)],
            )
            for each in self.paragraphs
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs in order, those of headlines and captions too."""
        return tuple(
            Sentence(*_stretch(narrative, first, last), index)
            for index, narrative in enumerate(self.narratives)
            if narrative.tokens
            for first, last in narrative.sentences
        )

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the report itself."""
        return tuple(each for each in self.sentences if self.paragraphs[each.paragraph].part == "body")

    def speech_at(self, at: int) -> Speech | None:
        """The outermost speech around a place; None where the article speaks itself."""
        index = bisect_right(self._outer_starts, at) - 1
        found = self._outer[index] if index >= 0 else None
        return found if found is not None and at < found.end else None

    @cached_property
    def _outer(self) -> list[Speech]:
        """What stands between the outermost marks; a turn of an interview is read like the report itself."""
        found: list[Speech] = []
        for each in self.speeches:
            if each.mark and (not found or each.start >= found[-1].end):
                found.append(each)
        return found

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [each.start for each in self._outer]

    def part_at(self, at: int) -> Part:
        """What the paragraph around a place is."""
        return self.paragraphs[self.paragraph_at(at)].part

    def paragraph_at(self, at: int) -> int:
        """The place of the paragraph around, or before, a place in the text."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence around a place; None in a dateline, or between paragraphs."""
        index = bisect_right(self.sentences, at, key=lambda each: each.start) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found is not None and at < found.end else None

    @cached_property
    def headline(self) -> str:
        """The headline; empty where the article begins with its report."""
        first = next((each for each in self.paragraphs if each.part == "headline"), None)
        return self.text[first.start : first.end] if first else ""

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.paragraphs]


def _paragraph(text: str, start: int, end: int, *, is_first: bool) -> Paragraph:
    part = _part(text[start:end], is_first=is_first)
    return Paragraph(start, end, part, _lead(text, start, end) if part == "body" else start)


def _part(words: str, *, is_first: bool) -> Part:
    """What a paragraph is by its words alone."""
    if _is_contact(words):
        return "contact"
    if _BYLINE.fullmatch(words) and _is_signed(words):
        return "byline"
    if _CAPTION.match(words) or (len(words) < 600 and _CREDIT.search(words)):
        return "caption"
    count = words.count(" ") + 1
    is_open = words.rstrip(_TRAILING)[-1:] not in _FINAL and not _BULLET.match(words)
    if is_open and is_first and count <= _MOST_FIRST:
        return "headline"
    if is_open and count <= _MOST_HEADING and not _LABEL.match(words):
        return "heading"
    return "body"


def _is_signed(words: str) -> bool:
    """Whether a line holds names, and is no sentence such as `By Tuesday forty were found`."""
    small = [each for each in words.split()[1:] if each.islower() and each not in _IN_BYLINE]
    is_time = _TIME.match(words.partition(" ")[2]) is not None
    return len(small) <= _MOST_SMALL and not is_time


def _is_contact(words: str) -> bool:
    """Whether a paragraph tells how to reach somebody; one with a long report in it does not."""
    is_short = words.count(" ") < 40
    return is_short and (
        has_address(words) or _CONTACT.match(words) is not None or _RELATED.match(words) is not None
    )


def _lead(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph begin, behind what is set before them."""
    for pattern in (_BULLET, _DATELINE, _LABEL):
        found = pattern.match(text, start, end)
        if found and found.end() < end and (pattern is not _DATELINE or _is_dateline(found[0])):
            start = found.end()
    return start


def _is_dateline(words: str) -> bool:
    """Whether `MAROVA, Nov. 18 —` or `Marova (AP) —` is one, and no sentence that begins with a name."""
    return "(" in words or _CAPITALS.match(words) is not None or any(each.isdigit() for each in words)


def _stretch(narrative: Narrative, first: int, last: int) -> tuple[int, int]:
    """Where a sentence begins and ends, the marks around a speech included."""
    one, two = narrative.tokens[first], narrative.tokens[last - 1]
    start = one.start - len(one.speech.mark) if one.speech else one.start
    end = two.end
    if two.speech and two.speech.is_closed:
        end += len(two.speech.mark)
    return start, end
