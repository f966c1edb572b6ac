"""Where a text goes on in the words of another, as when a summary is an article's own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_SEED = 6
"""Words that are looked for at once: every sixth place is enough to meet a run of twice as many."""
_PLAIN = str.maketrans({**dict.fromkeys('“”„«»"', None), "‘": "'", "’": "'"})

LEAST_COPIED = 2 * _SEED
"""Words of a run that nobody writes twice by chance."""


class Run(NamedTuple):
    """A run of another text's words."""

    start: int
    end: int
    words: int


def plainly(text: str) -> str:
    """The text as runs are looked for in it: in small letters, without quotation marks and line ends."""
    return " ".join(text.translate(_PLAIN).lower().split())


def find_copied(text: str, others: Mapping[str, str]) -> Iterator[tuple[str, Run]]:
    """The runs of 12 words and more that a text shares with others, which are given as `plainly` has them."""
    words = plainly(text).split()
    places: list[tuple[int, int]] = []
    for id, other in others.items():
        for first, last in _find_runs(words, other):
            places = places or [match.span() for match in _WORD.finditer(text) if plainly(match[0])]
            yield id, Run(places[first][0], places[last - 1][1], last - first)


def _find_runs(words: list[str], other: str) -> Iterator[tuple[int, int]]:
    done = at = 0
    while at + _SEED <= len(words):
        first, last = at, at + _SEED
        at = last
        if not _stand(words[first:last], other):
            continue
        while first > done and _stand(words[first - 1 : last], other):
            first -= 1
        while last < len(words) and _stand(words[first : last + 1], other):
            last += 1
        if last - first >= LEAST_COPIED:
            yield first, last
            done = at = last


def _stand(words: list[str], other: str) -> bool:
    return " ".join(words) in other
