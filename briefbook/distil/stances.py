"""Which words show where somebody stands, and how strongly."""

from __future__ import annotations

import re

from briefbook.distil.draft import Stance
from briefbook.distil.table import either, read_table, words_of

_TABLE = read_table()["positions"]


def _pattern(*keys: str) -> re.Pattern[str]:
    words = "|".join(word for key in keys for word in _TABLE[key])
    return re.compile(rf"\b(?:{words})(?!\w)".replace(" ", r"\s"))


def _viewed(key: str) -> str:
    """A pattern of what somebody takes a thing for: `calls the toll an insult`."""
    return rf"\b{_TABLE['viewing']} {either(words_of('positions', key))}(?!\w)".replace(" ", r"\s")


ACTS = re.compile(
    rf"(?P<against>{_pattern('acts_against').pattern}|{_viewed('viewed_against')})"
    rf"|{_pattern('acts_for').pattern}|{_viewed('viewed_for')}"
)
"""Verbs by which an article tells where somebody stands: `rejected`, `called for`."""
JUDGES = re.compile(rf"\b(?:{'|'.join(words_of('positions', 'judging'))})\b")
_GOOD = re.compile(rf"\b(?:{'|'.join(words_of('positions', 'good'))})\b")
_NONE, _HALF, _UNOPPOSED = _pattern("none"), _pattern("half"), _pattern("unopposed")
_HOSTILE = _pattern("hostile")
_OWN = _pattern("own_against"), _pattern("own_for")
_ANY = _pattern("any_against"), _pattern("any_for")
_SPOKEN = _pattern("spoken_against"), _pattern("spoken_for")


def has_none(words: str) -> bool:
    """Whether words only say that somebody would not speak, or what would follow."""
    return _NONE.search(words) is not None


def is_hostile(words: str) -> bool:
    """Whether what is vowed is against something: `to block the road`."""
    return _HOSTILE.match(words) is not None


def stance_of_words(words: str, *, is_own: bool) -> Stance:
    """-2 to 2 after the words of a statement; `is_own` where it is about the one who makes it."""
    return _stance(words, *([_OWN, _ANY] if is_own else [_ANY]))


def stance_of_speech(words: str) -> Stance:
    """-2 to 2 after the words between two marks; 0 where they show none."""
    return 0 if words.rstrip('”" ').endswith("?") else _stance(words, _SPOKEN)


def stance_of_judgement(words: str) -> Stance:
    """2 for a good word, -2 for any other: `called the plan “hysterical”`."""
    return 2 if _GOOD.search(words) else -2


def _stance(words: str, *pairs: tuple[re.Pattern[str], re.Pattern[str]]) -> Stance:
    if has_none(words):
        return 0
    if _UNOPPOSED.search(words):
        return 1
    is_half = _HALF.search(words) is not None
    if any(against.search(words) for against, _ in pairs):
        return -1 if is_half else -2
    if any(in_favour.search(words) for _, in_favour in pairs):
        return 1 if is_half else 2
    return 0
