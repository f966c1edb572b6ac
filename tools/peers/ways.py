"""Common ways of looking a quotation up, each in a few lines of the standard library."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

ALIKE = 0.9
"""How alike two texts have to be for the third way."""

_SIGNS = str.maketrans(
    {**dict.fromkeys("‘’‚", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—−", "-")}
)


def contains(article: str, quotation: str) -> bool:
    """Whether the quotation is in the article, character by character."""
    return quotation in article


def contains_folded(article: str, quotation: str) -> bool:
    """The same, with straight marks, plain dashes, single spaces and small letters on both sides."""
    return _fold(quotation) in _fold(article)


def is_alike(article: str, quotation: str) -> bool:
    """Whether as many words in a row of the article are at least 90 % alike, folded."""
    wanted, words = _fold(quotation), _fold(article).split()
    size = len(wanted.split())
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    for start in range(max(1, len(words) - size + 1)):
        matcher.set_seq1(" ".join(words[start : start + size]))
        if matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            return True
    return False


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_SIGNS)).casefold().strip()


WAYS: dict[str, Callable[[str, str], bool]] = {
    "`in`": contains,
    "`in`, folded": contains_folded,
    "90 % alike": is_alike,
}
"""The ways by the words at the head of their column."""
