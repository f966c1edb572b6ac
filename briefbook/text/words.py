"""The words of a text, and where one ends."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from briefbook.text.folding import INVISIBLE

_APOSTROPHES = "'\u2019\u02bc"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_HYPHENS = "-\u2010\u2011"
_PREFIX = re.compile(
    rf"(?<!\w)(?:anti|counter|de|ex|former|half|near|no|non|not|pseudo|quasi|self|semi|so|un|vice)[{_HYPHENS}]$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(rf"[{_HYPHENS}](?:free|ish|less|like|style)\b", re.IGNORECASE)
_BROKEN = re.compile(r"[^\W\d_][-\u2010]\s*\n\s*$")
_SIGN = re.compile(r"(?:^|[\s(])[-\u2212\u2013]$")
_UNIT = re.compile(r"\s?(?:[%‰°]|per ?cent\b|(?:hundred|thousand|million|billion|trillion)s?\b)")
WORD = (
    r"(?:[^\W\d_]\.){2,}(?!\w)|"
    rf"[^\W_](?:(?:[{_APOSTROPHES}./\-\u2010\u2011{INVISIBLE}]|(?<=\d)[,:](?=\d))?[\w\u0300-\u036f])*"
)
"""A word, as a pattern: `U.S.`, `won't`, `1,700` and `part-time` are one each."""
_WORD = re.compile(WORD)
_REACH = 12


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def is_one_word(text: str) -> bool:
    """Whether a text, which has words, has no second one."""
    return next(islice(_WORD.finditer(text), 1, None), None) is None


def has_words(passage: str) -> bool:
    """Whether a passage has a letter or digit that could be found."""
    return any(character.isalnum() for character in passage)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch cuts no word, as `art` of `part`, `can` of `can't` or `700` of `1,700` would."""
    return is_edge(text, start) and is_edge(text, end)


def is_edge(text: str, at: int) -> bool:
    """Whether a place does not stand within a word or number."""
    left = text[max(0, at - _REACH) : at].rstrip(INVISIBLE)
    right = text[at : at + _REACH].lstrip(INVISIBLE)
    if not left or not right:
        return True
    before, after = left[-1], right[0]
    if _is_mark(after) or ((before.isalnum() or _is_mark(before)) and after.isalnum()):
        return False
    if (len(left) > 1 and _joins(left[-2], before, after)) or (
        len(right) > 1 and _joins(before, after, right[1])
    ):
        return False
    if after.isdigit():
        return before not in "$€£¥" and _SIGN.search(left) is None
    if before.isdigit():
        return _UNIT.match(right) is None
    return _PREFIX.search(left) is None and _BROKEN.search(left) is None and _SUFFIX.match(right) is None


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _joins(before: str, sign: str, after: str) -> bool:
    """Whether a sign between two characters makes one word of them."""
    if before.isdigit() and after.isdigit():
        return sign in ".,:/" or sign in _APOSTROPHES or sign in _DASHES
    if sign in _APOSTROPHES:
        return before.isalnum() and after.isalpha()
    if sign == ".":
        return before.isalpha() and after.isalpha() and before.isupper() is after.isupper()
    return False
