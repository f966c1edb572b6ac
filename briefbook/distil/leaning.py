"""Whether a sentence speaks of what was or of what is to come, around a place in it."""

from __future__ import annotations

import re
from typing import Literal

from briefbook.distil.table import words_of

Leaning = Literal[-1, 0, 1]

_WORD = re.compile(r"[’'\w-]+|[“”\";:—]")
_FUTURE = frozenset(words_of("leaning", "future"))
_PAST = frozenset(words_of("leaning", "past"))
_INTENDING = frozenset(words_of("leaning", "intending"))
_NO_INFINITIVE = frozenset(words_of("leaning", "no_infinitive"))
_BREAKS = frozenset('“”";—')
_MOST = 18
_REACH = 240
"""Words and characters around a place that are looked at, so that no sentence takes long."""


def find_leaning(text: str, start: int, end: int, first: int, last: int) -> Leaning:
    """-1 for what was, 1 for what is to come, 0 where the sentence from `first` to `last` says neither."""
    before = _WORD.findall(text, max(first, start - _REACH), start)[-_MOST:]
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _BREAKS:
            break
        found = _of_word(before, at)
        if found:
            return found
    after = _WORD.findall(text, end, min(last, end + _REACH))[:_MOST]
    for at in range(len(after)):
        if after[at] in _BREAKS:
            break
        found = _of_word(after, at)
        if found:
            return found
    return 0


def _of_word(words: list[str], at: int) -> Leaning:
    """What one word says about the time."""
    word = words[at].lower()
    if word == "to":
        return _of_infinitive(words, at)
    if (
        word == "have"
        and at
        and words[at - 1].lower() in ("will", "would", "could", "may", "might", "must", "to")
    ):
        return 0
    if word in _FUTURE:
        return 1
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and words[at].islower()):
        return -1
    return 0


def _of_infinitive(words: list[str], at: int) -> Leaning:
    """`plans to vote` is to come; `failed to vote` says nothing by itself, nor does `went to town`."""
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if not following.isalpha() or following in _NO_INFINITIVE or words[at + 1][0].isupper():
        return 0
    return 1 if at and words[at - 1].lower() in _INTENDING else 0
