"""How much of a text its quotations repeat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.text.words import has_words

FREE_WORDS = 50
"""Words of any text, however short, that may always be quoted."""


class Stretch(NamedTuple):
    """A part of a text that a passage repeats."""

    start: int
    end: int
    words: float
    """How many words of the passage fall to it."""


def words_taken(passages: Iterable[tuple[tuple[tuple[int, int], ...], str]]) -> int:
    """Words of a text that passages repeat, each given by its ranges in code points and its words.

    What two passages share counts once. The text itself is not asked, so a lock gives the same figure.
    """
    reached, taken = 0, 0.0
    for start, end, words in sorted(_iter_stretches(passages)):
        new = max(0, end - max(start, reached))
        taken += words * new / (end - start)
        reached = max(reached, end)
    return round(taken)


def words_allowed(length: int, percent: int) -> int:
    """Words of a text of so many words that may be quoted."""
    return max(FREE_WORDS, length * percent // 100)


def _iter_stretches(passages: Iterable[tuple[tuple[tuple[int, int], ...], str]]) -> Iterable[Stretch]:
    for ranges, passage in passages:
        size = sum(end - start for start, end in ranges)
        words = sum(map(has_words, passage.split()))
        yield from (Stretch(start, end, words * (end - start) / size) for start, end in ranges)
