"""What a locator names in a text: a paragraph, a line, or words near by."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from briefbook.text.paragraphs import find_paragraphs

_PARAGRAPH = re.compile(r"(?:¶|§|\bpar(?:a|agraph)?\.?)\s*(\d{1,5})\b", re.IGNORECASE)
_NEAR = re.compile(
    r"[\"“‘']([^\"”’]{3,200})[\"”’']|\b(?:near|after|before|beside)\s+(.{3,200})$", re.IGNORECASE
)
_SURE = re.compile(
    r"\s*(?:(?P<paragraph>¶|par(?:a|agraph)?\b\.?)|line\b)\s*(?P<number>\d{1,9})\s*"
    r"(?:,?\s(?:near|after|before|beside)\s.*)?",
    re.IGNORECASE,
)
_LINE = re.compile(r"^.*\S.*$", re.MULTILINE)
_FEWEST_WORDS = 4
"""Words that a printed line has at least."""


class Place(NamedTuple):
    """A paragraph or line that a locator names and nothing else."""

    is_paragraph: bool
    number: int


def paragraph_in(locator: str) -> int | None:
    """The paragraph that a locator names, whatever else stands in it."""
    found = _PARAGRAPH.search(locator)
    return int(found[1]) if found else None


def words_in(locator: str) -> str:
    """The words that a locator names: `near “the lower gate”`, `after the collision`."""
    found = _NEAR.search(locator)
    return (found[1] or found[2]) if found else ""


def find_place(locator: str) -> Place | None:
    """The one paragraph or line that a locator surely names; None for pages, sections and several of them."""
    found = _SURE.fullmatch(locator)
    return Place(found["paragraph"] is not None, int(found["number"])) if found else None


class Paragraphs:
    """The paragraphs of a text, counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, at: int) -> int:
        """The number of the one at a place, where each line is one and a blank line is none."""
        return bisect_right(self._lines, at)

    def lacks(self, place: Place) -> str:
        """What the text has too little of for a locator to name anything in it; empty where it has enough."""
        if place.is_paragraph:
            count = len(self._lines)
            return f"{count} paragraph{'' if count == 1 else 's'}" if not 0 < place.number <= count else ""
        words = len(self._text.split())
        most = max(self._text.count("\n") + 1, words // _FEWEST_WORDS)
        return f"{words} words" if not 0 < place.number <= most else ""

    def stands_in(self, number: int, start: int, end: int) -> bool:
        """Whether a stretch reaches into a paragraph, be each line one or several lines together."""
        wrapped = bisect_right(self._wrapped, start), bisect_right(self._wrapped, end - 1)
        return self.of(start) <= number <= self.of(end - 1) or wrapped[0] <= number <= wrapped[1]

    @cached_property
    def _lines(self) -> list[int]:
        return [found.start() for found in _LINE.finditer(self._text)]

    @cached_property
    def _wrapped(self) -> list[int]:
        return [start for start, _ in find_paragraphs(self._text)]
