"""The names that English prose writes with capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CAPITAL = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z\u00c0-\u00de][\w’'-]*(?![\w$])")
_BEFORE = re.compile(r"[^\W_][”’'\")*]*,?\s+[“‘\"'(*_]{0,3}\s*$|[^\W_],\s+$|[^\W_]\s?[-–—&/]\s?$")
_POSSESSIVE = re.compile(r"(?:[’']s|[’'])$")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = frozenset(
    """
    i mr mrs ms dr sir messrs lord lady sen gen col lt capt president minister prime foreign secretary
    king queen prince chancellor ambassador governor mayor chairman general colonel senator north south
    east west northern southern eastern western central middle god internet january february march april
    may june july august september october november december sept monday tuesday wednesday thursday
    friday saturday sunday state government parliament ministry department council union republic court
    army we our
    """.split()
)
"""Capital words that name nobody by themselves."""


class Capital(NamedTuple):
    """A word that begins with a capital letter."""

    start: int
    end: int
    word: str
    """Without `'s`."""
    is_first: bool
    """Whether a capital letter would stand there anyway, at the beginning of a sentence."""


_INSIDE = re.compile(r"[A-Z\u00c0-\u00de](?<=[^\W_][ \n,’”)/*-].)")


def has_inner_capitals(text: str) -> bool:
    """Whether any capital letter stands inside a sentence, as far as a glance tells."""
    return _INSIDE.search(text) is not None


def find_capitals(text: str) -> Iterator[Capital]:
    """Each capital word of a text, titles, months and the like aside."""
    for match in _CAPITAL.finditer(text):
        word = _POSSESSIVE.sub("", match[0]).rstrip("-")
        if word.lower() not in _PLAIN and len(word) > 1:
            is_first = _BEFORE.search(text, max(0, match.start() - 8), match.start()) is None
            yield Capital(match.start(), match.start() + len(word), word, is_first)


def name_words(text: str) -> frozenset[str]:
    """Every word of a text as names are compared: small letters, `us` for `U.S.`."""
    return frozenset(_WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    return re.sub(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b|\W|$)", "", text).casefold()


def is_known(word: str, words: frozenset[str]) -> bool:
    """Whether a name stands among words, as itself or as one made of it: `Iraqi` of `Iraq`."""
    return all(part in words or _has_kin(part, words) for part in _WORD.findall(_plain(word)))


def _has_kin(part: str, words: frozenset[str]) -> bool:
    stem = part[: max(4, len(part) - 4)]
    return len(part) > 3 and any(
        each.startswith(stem) or (len(each) > 3 and part.startswith(each)) for each in words
    )


def is_short_for(word: str, text: str) -> bool:
    """Whether capital letters are the first ones of a name in a text: `UN` of `United Nations`."""
    letters = word.replace(".", "")
    if not (1 < len(letters) < 8 and letters.isupper() and letters.isalpha()):
        return False
    inner = r"[\w’'-]*\s(?:of\s|the\s|for\s|and\s|on\s){0,2}".join(letters)
    return re.search(rf"\b{inner}", text) is not None
