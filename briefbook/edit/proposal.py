"""What a file says of itself that may go into its record, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from briefbook.text.characters import FORBIDDEN
from briefbook.text.edtf import parse_when

_LONGEST = 300
_MOST_AUTHORS = 50
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = "(" + "|".join(f"{each[:3]}(?:{each[3:]})?" for each in _MONTHS) + r")\.?"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(rf"(?i)(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<m>{_MONTH}),?\s+(?P<y>\d{{4}})(?!\d)"),
    re.compile(rf"(?i)\b(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)"),
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;·•|]|\s[–—]\s|\band\b|&)\s*", re.IGNORECASE)
_BYLINE = re.compile(r"by:?\s+(.+)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HEAD_LINES = 10


class Proposal(NamedTuple):
    """A value for a field of the record."""

    value: str | tuple[str, ...]
    origin: str
    """What says so: `og:title`."""
    is_unsure: bool = False


Proposals = dict[str, Proposal]
"""Proposals by the record's key."""


class Article(NamedTuple):
    """What a file gives for a source."""

    text: str
    proposals: Proposals
    notes: tuple[str, ...] = ()


def one_line(words: str) -> str:
    """Words on one line without invisible commands; empty where they are too many for a title."""
    line = " ".join(FORBIDDEN.sub(" ", words).split())
    return line if len(line) <= _LONGEST else ""


def find_date(words: str) -> str:
    """The first date in some words, as `2014-06-15`; empty where there is none."""
    for pattern in _DATES:
        for found in pattern.finditer(words[:_LONGEST]):
            month = found["m"]
            number = int(month) if month.isdigit() else _number_of(month)
            day = f"{found['y']}-{number:02}-{int(found['d']):02}"
            try:
                return str(parse_when(day))
            except ValueError:
                continue
    return ""


def _number_of(month: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(month[:3].lower()))


def split_names(words: Iterable[str]) -> tuple[str, ...]:
    """The names in bylines: `By Ada Moor and Ben Toll · 3 min read` holds two, and a web address none."""
    names: dict[str, None] = {}
    for each in words:
        line = one_line(each)
        byline = _BYLINE.fullmatch(line)
        for piece in _BETWEEN_NAMES.split(byline[1] if byline else line):
            name = piece.strip(" –—-")
            is_date = byline and _DIGIT.search(name)
            if name and "://" not in name and not is_date:
                names[name] = None
    return tuple(names)[:_MOST_AUTHORS]


def language_tag(words: str) -> str:
    """A language as BCP 47 writes it, out of `en_US` too; empty where it is none."""
    tag = words.strip()
    return tag.replace("_", "-") if _LANGUAGE.fullmatch(tag) else ""


def web_address(words: str) -> str:
    """An http or https address; empty where it is none."""
    address = words.strip()
    if not re.fullmatch(r"https?://\S+", address) or one_line(address) != address:
        return ""
    try:
        return address if urlsplit(address).hostname else ""
    except ValueError:  # brackets that hold no IPv6 address
        return ""


def propose_from_lines(text: str) -> Proposals:
    """What the first lines of a text look like: a headline, a byline, a date. Never sure."""
    lines = [one_line(line) for line in text.split("\n", 4 * _HEAD_LINES)[: 4 * _HEAD_LINES]]
    head = [line for line in lines if line][:_HEAD_LINES]
    found: Proposals = {}
    if head and head[0][-1:] not in '.,;”"':
        found["title"] = Proposal(head[0], "the first line", is_unsure=True)
    byline = next((line for line in head if _BYLINE.fullmatch(line) and len(line) < 120), "")
    if byline:
        found["authors"] = Proposal(split_names([byline]), "a line with “by”", is_unsure=True)
    day = next(filter(None, map(find_date, (line for line in head if len(line) < 120))), "")
    if day:
        found["published"] = Proposal(day, "a date near the top", is_unsure=True)
    return found
