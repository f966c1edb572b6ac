"""A passage with a little of its sentence on each side, so that a reader sees whether it is fairly taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.text.characters import one_line
from briefbook.text.sentences import Sentences

_SPACES = re.compile(r"\s+")


class Stretch(NamedTuple):
    """Some words on one line, and whether they are of the passage."""

    words: str
    is_passage: bool


def around(text: str, ranges: Sequence[tuple[int, int]], reach: int) -> tuple[Stretch, ...]:
    """The passage with what stands between its parts, and up to `reach` characters on each side.

    It goes no farther than the sentence, begins and ends with whole words, and is one line.
    """
    first, last = ranges[0][0], ranges[-1][1]
    opening, closing = Sentences(text).around(first, last)
    start, end = max(opening, first - reach), min(closing, last + reach)
    if start > opening:
        start = next((found.end() for found in _SPACES.finditer(text, start - 1, first)), first)
    if end < closing:
        end = max((found.start() for found in _SPACES.finditer(text, last, end + 1)), default=last)
    return tuple(each for each in _iter_stretches(text, ranges, start, end, (opening, closing)) if each.words)


def _iter_stretches(
    text: str, ranges: Sequence[tuple[int, int]], start: int, end: int, sentence: tuple[int, int]
) -> Iterator[Stretch]:
    lead = "… " if start > sentence[0] else ""
    yield Stretch(lead + one_line(text[start : ranges[0][0]]).lstrip(), is_passage=False)
    for index, (one, two) in enumerate(ranges):
        if index:
            yield Stretch(one_line(text[ranges[index - 1][1] : one]), is_passage=False)
        yield Stretch(one_line(text[one:two]), is_passage=True)
    rest = one_line(text[ranges[-1][1] : end]).rstrip()
    yield Stretch(rest + (" …" if end < sentence[1] else ""), is_passage=False)
