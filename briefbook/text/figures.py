"""The numbers, shares and sums of money that English prose names, whatever they are dressed in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from briefbook.text.starts import iter_matches

Kind = Literal["count", "percent", "money", "magnitude"]

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = dict(zip(_ONES, range(1, 20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
}
MAGNITUDES = {
    "dozens": (20, 500),
    "scores": (20, 500),
    "hundreds": (100, 10_000),
    "thousands": (1e3, 1e5),
    "millions": (1e6, 1e9),
    "billions": (1e9, 1e12),
}
"""Words for a number of which only the size is known, with its range."""
_SHARES = {"half": 50, "third": 100 / 3, "quarter": 25, "fifth": 20, "tenth": 10}

_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_UNDER_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONE}))?|{_ONE})"
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion)"
_GROUP = rf"(?:an?|{_UNDER_HUNDRED})(?:[\s-]{_SCALE}\b)+"
_WORDS = rf"{_GROUP}(?:[\s-](?:and\s)?{_GROUP})*(?:[\s-](?:and\s)?{_UNDER_HUNDRED})?|{_UNDER_HUNDRED}"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009’']\d{3})+|\d+)(?:\.\d+)?"
_UNIT = (
    r"(?:\s?%|[\s-]per\s?cent\b|[\s-]percent(?:age\s points?)?\b|\s(?:U\.?S\.?\s)?"
    r"(?:dollar|euro|pound|yen|yuan|rouble|ruble|rupee|dinar|riyal|lira|shekel|franc)s?\b|\s(?:USD|EUR|GBP|JPY)\b)?"
)
_NUMBER = re.compile(
    rf"(?:(?<![^\W_])(?<![^\W\d_][-.])(?<!\d[.,])(?P<digits>{_DIGITS})(?P<ordinal>st\b|nd\b|rd\b|th\b)?"
    rf"(?:(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|bn|mn|tn)|(?P<letter>[kKmMbB]))\b)?"
    rf"|\b(?P<words>{_WORDS})\b)(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:(?P<many>one|two|three|four)[\s-](?P<part>third|quarter|fifth|tenth)s?"
    r"|an?\s(?P<single>third|quarter|fifth|tenth)(?=\s(?:of|less|more|fewer|lower|higher|in)\b|[^\w\s]|\n|$)"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|a\s(?:million|billion))\b))\b",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(
    r"\b(?:tens\sof\s|hundreds\sof\s)?(?:dozen|score|hundred|thousand|million|billion)s\b", re.IGNORECASE
)
_BEGINNINGS = "|".join(
    rf"[{letter}{letter.upper()}](?i:{'|'.join(word[1:] for word in words)})"
    for letter, words in groupby(sorted({*_SMALL, *MAGNITUDES, "half", "tens"}), itemgetter(0))
)
_START = re.compile(rf"[^a-zA-Z0-9](?:\d|[aA](?=[nN]?[\s-][b-tB-T])|{_BEGINNINGS})")
"""The sign before whatever may be a number; a quick pattern, where those of numbers are slow."""
_PHASE = re.compile(r"\b(?:first|second|third|last|other|latter|next|previous)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:(?P<near>about|around|some|roughly|approximately|close\sto|an\sestimated|nearly|almost)"
    r"|(?P<above>over|above|more\sthan|at\sleast|upwards\sof)"
    r"|(?P<below>under|below|(?:fewer|less)\sthan|up\sto|at\smost|as\s(?:many|much)\sas))\s(?:US)?[$€£]?$",
    re.IGNORECASE,
)
FIGURE_WORDS = {
    f"{before}{form}{after}": word
    for word in (*_SMALL, *_SHARES, *MAGNITUDES, "thirds", "quarters", "fifths", "tenths")
    for form in (word, word.capitalize())
    for before in ("", "(", "“", "‘", '"', "*", "**")
    for after in ("", ",", ".", ";", ":", ")", "?", "”", "*", "**")
}
"""What stands between spaces where a text names a number in words; `million` needs one of them, or digits."""
_CURRENCIES = {
    "dollar": "$",
    "usd": "$",
    "euro": "€",
    "eur": "€",
    "pound": "£",
    "gbp": "£",
    "yen": "¥",
    "jpy": "¥",
}
_SIGNS = "$€£¥₹₽"


class Quantity(NamedTuple):
    """A number in a text."""

    start: int
    end: int
    kind: Kind
    """magnitude: `hundreds`, which stands for a range."""
    low: float
    high: float
    """Equal to `low`, except for a magnitude."""
    currency: str = ""
    about: str = ""
    """near, above or below, where its text gives it as a round one or as a bound: `nearly 2,000`."""
    is_digits: bool = False
    """Whether it is written in digits."""

    def agrees(self, other: Quantity) -> bool:
        """Whether the two say the same number, `other` being the one that is known."""
        if self.currency and other.currency and self.currency != other.currency:
            return False
        if "magnitude" in (self.kind, other.kind):
            return self.low <= other.high and other.low <= self.high
        if "percent" in (self.kind, other.kind):
            return abs(self.low - other.low) <= _POINT
        if self.low == other.low or _rounds_to(other.low, self.low):
            return True
        below, above = _REACH.get(self.about, (1, 1))
        return self.about != "" and below * self.low <= other.low <= above * self.low


_POINT = 0.7
"""How far shares may be apart: a third, 33% and 33.3% are one."""
_REACH = {"near": (0.945, 1.055), "above": (1, 1.15), "below": (0.85, 1)}
"""How far a number may be from the round one that stands for it."""


def _rounds_to(exact: float, round_: float) -> bool:
    """Whether a number of millions is the other one, rounded: 1.7 million for 1,683,000."""
    return round_ >= 1e6 and exact > 0 and f"{exact:.1e}" == f"{round_:.1e}"


def find_figures(text: str) -> Iterator[Quantity]:
    """Each number in a text, in order; ordinals in words and parts of names (`F-16`) are none."""
    # With a line before the first word, each sign found stands where the number does in the text itself.
    places = [sign.start() for sign in _START.finditer(f"\n{text}")]
    shares = list(_find_shares(text, places))
    found = [*shares, *_find_magnitudes(text, places)]
    found += [each for each in _find_numbers(text, places) if not _is_within(each, shares)]
    return iter(sorted(found))


def _is_within(number: Quantity, shares: list[Quantity]) -> bool:
    at = bisect_right(shares, number.start, key=lambda share: share.start)
    return at > 0 and number.start < shares[at - 1].end


def _find_shares(text: str, places: list[int]) -> Iterator[Quantity]:
    for match in iter_matches(_SHARE, text, places):
        if _PHASE.search(text, max(0, match.start() - 12), match.start()):
            continue
        part = (match["part"] or match["single"] or match["half"]).lower()
        many = _SMALL[match["many"].lower()] if match["many"] else 1
        share = many * _SHARES[part]
        yield Quantity(match.start(), match.end(), "percent", share, share)


def _find_magnitudes(text: str, places: list[int]) -> Iterator[Quantity]:
    for match in iter_matches(_MAGNITUDE, text, places):
        *more, last = match[0].lower().split()
        low, high = MAGNITUDES[last]
        factor = {"tens": 10.0, "hundreds": 100.0}[more[0]] if more else 1.0
        yield Quantity(match.start(), match.end(), "magnitude", low * factor, high * factor)


def _find_numbers(text: str, places: list[int]) -> Iterator[Quantity]:
    for match in iter_matches(_NUMBER, text, places):
        value = _in_digits(match) if match["digits"] else _in_words(match["words"])
        start, unit = match.start(), match["unit"].strip(" \n\t-").lower()
        currency = text[start - 1] if start and text[start - 1] in _SIGNS else ""
        kind: Kind = "money" if currency else "count"
        if unit.startswith(("%", "per")):
            kind = "percent"
        elif unit:
            kind, currency = "money", next((sign for word, sign in _CURRENCIES.items() if word in unit), unit)
        about = _ABOUT.search(text, max(0, start - 16), start)
        if text[max(0, start - 5) : start].lower() == "half ":
            value /= 2
        first = start - 1 if currency and text[start - 1 : start] == currency else start
        yield Quantity(
            first,
            match.end(),
            kind,
            value,
            value,
            currency,
            (about.lastgroup or "") if about else "",
            bool(match["digits"]),
        )


def _in_digits(match: re.Match[str]) -> float:
    plain = re.sub(r"[,\u00a0\u202f\u2009’']", "", match["digits"])
    value = float(plain[:_LONGEST])
    scale = (match["scale"] or match["letter"] or "").lower()
    return round(value * _SCALES.get(scale, 1), 6)


_LONGEST = 30
"""Longer numbers are no numbers that anybody reports."""


def _in_words(words: str) -> float:
    """The value of a number in words: `two hundred and fifty thousand`."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in ("a", "an"):
            current += 1
        elif word in _SCALES and _SCALES[word] < 1e3:
            current *= _SCALES[word]
        elif word in _SCALES:
            total, current = total + current * _SCALES[word], 0.0
    return total + current
