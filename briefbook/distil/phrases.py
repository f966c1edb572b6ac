"""What the words beside a name say of it: `spokeswoman X`, `X, president of Y,` `its chair, X`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefbook.distil.table import words_of
from briefbook.text.cues import CONJUNCTIONS, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

ROLES = frozenset(words_of("persons", "roles"))
BODY_WORDS = frozenset(words_of("bodies", "words"))
ARMED_WORDS = frozenset(words_of("bodies", "armed_words"))
STATE_WORDS = frozenset(words_of("states", "nouns"))
ACTS = frozenset(words_of("groups", "acts"))
OWNERS = frozenset("its their his her our my whose".split())
ARTICLES = frozenset("a an the one another".split())
POSSESSIVES = ("'s", "’", "'")

_MOST = 9
_NAMING = frozenset(("named", "surnamed", "nicknamed"))
_VERBS = frozenset("is are was were has have had be been will would".split())

Sort = Literal["person", "body", "armed", "state", ""]


class Said(NamedTuple):
    """What words beside a name say that it is."""

    sort: Sort
    role: str
    start: int
    end: int
    """Where those words stand in the text."""
    owner: str = ""
    """`its` or `their`, where they begin with it."""


NOTHING = Said("", "", 0, 0)


def before(text: str, tokens: Sequence[Token], first: int, at: int) -> Said:
    """What the words right before a name say: `political officer X`, `human rights group X`."""
    start = at
    while start > first and at - start < 4 and _is_plain(tokens[start - 1]):
        start -= 1
    if start == at:
        return NOTHING
    if tokens[at - 1].low in _NAMING and _head(tokens, start, at - 1) in ("", "man", "woman"):
        return Said("person", "", tokens[start].start, tokens[at - 1].end)
    return _said(text, tokens, first, start, at, tokens[at - 1].low)


def before_comma(text: str, tokens: Sequence[Token], first: int, at: int) -> Said:
    """What stands before the comma before a name: `its justice spokesman, X`."""
    if at - 1 <= first or tokens[at - 1].words != ",":
        return NOTHING
    start = at - 1
    while start > first and at - start < _MOST + 5 and not _ends_phrase(tokens[start - 1]):
        start -= 1
        is_inner = start > first and tokens[start - 1].low in PREPOSITIONS
        if (tokens[start].low in ARTICLES and not is_inner) or tokens[start].low in OWNERS:
            break
    if start == at - 1:
        return NOTHING
    has_owner = any(each.low in POSSESSIVES for each in tokens[start : at - 1])
    is_led = tokens[start].low in ARTICLES | OWNERS or tokens[start].is_capital or has_owner
    head = _head(tokens, start, at - 1)
    return _said(text, tokens, first, start, at - 1, head) if is_led and head else NOTHING


def behind_comma(text: str, tokens: Sequence[Token], last: int, end: int) -> Said:
    """What stands behind the comma behind a name: `X, president of Y,`."""
    if last + 1 >= end or tokens[last].words != ",":
        return NOTHING
    start = last + 1
    if tokens[start].low == "who":
        return Said("person", "", tokens[start].start, tokens[start].start)
    stop = start
    while (
        stop < end
        and stop - start < 14
        and not (
            (tokens[stop].is_mark and tokens[stop].low not in POSSESSIVES)
            or tokens[stop].low in RELATIVES
            or tokens[stop].low in ACTS
        )
    ):
        stop += 1
    if tokens[start].low in CONJUNCTIONS or tokens[start].low in PREPOSITIONS:
        return NOTHING
    head = _head(tokens, start, stop)
    return _said(text, tokens, start, start, stop, head) if head else NOTHING


def _is_plain(token: Token) -> bool:
    """Whether a word may belong to what stands before a name."""
    low = token.low
    return (
        not token.is_mark
        and not token.is_capital
        and low not in PREPOSITIONS
        and low not in CONJUNCTIONS
        and low not in RELATIVES
        and low not in ACTS
        and low not in ARTICLES
        and low not in OWNERS
        and low not in _VERBS
        and low not in POSSESSIVES
        and low[0].isalpha()
    )


def _ends_phrase(token: Token) -> bool:
    is_inner = token.low in POSSESSIVES
    return (
        (token.is_mark and not is_inner)
        or token.low in ACTS
        or token.low in _VERBS
        or token.low in ("that", "and", "but", "when", "as")
    )


def _head(tokens: Sequence[Token], start: int, end: int) -> str:
    """The noun of a phrase that says what something is: the last such before any `of` and the like."""
    found = ""
    for at in range(start, min(end, start + _MOST)):
        low = tokens[at].low
        is_owner = low in POSSESSIVES
        if at > start and not is_owner and (low in PREPOSITIONS or low in CONJUNCTIONS or tokens[at].is_mark):
            break
        if _sort(low) == "person" or (_sort(low) and not tokens[at].is_capital):
            found = low
        elif is_owner:
            found = ""
    return found


def _sort(low: str) -> Sort:
    if low in ROLES or (low.removesuffix("s") in ROLES and low.endswith("men")):
        return "person"
    if low.endswith(("ologist", "tician")):
        return "person"
    if low in ARMED_WORDS:
        return "armed"
    if low in BODY_WORDS:
        return "body"
    return "state" if low in STATE_WORDS else ""


def _said(text: str, tokens: Sequence[Token], first: int, start: int, end: int, head: str) -> Said:
    """The phrase between two tokens as what it says by its head, with the owner before it."""
    sort = _sort(head)
    if not sort:
        return NOTHING
    if sort == "body" and any(each.low in ARMED_WORDS for each in tokens[start:end]):
        sort = "armed"
    outer, owner = start, ""
    if tokens[start].low in OWNERS:
        owner = tokens[start].low
        start += 1
    elif tokens[start].low in ARTICLES:
        start += 1
    elif start > first and tokens[start - 1].low in OWNERS:
        owner = tokens[start - 1].low
    # The name of the owner stands before: `BSA political officer X`, `Iran’s chief negotiator, X`.
    while (
        outer > first
        and (tokens[outer - 1].is_capital or tokens[outer - 1].low in POSSESSIVES)
        and start - outer < 6
    ):
        outer -= 1
    has_office = (
        outer < start and tokens[start - 1].is_capital and tokens[start - 1].low not in ARTICLES | OWNERS
    )
    while has_office and tokens[outer].low in ARTICLES | OWNERS:
        outer += 1
    words = text[tokens[outer if has_office else start].start : tokens[end - 1].end] if start < end else ""
    role = re.sub(r"^.*[’']s\s", "", " ".join(words.split()))
    return Said(sort, role, tokens[outer].start, tokens[end - 1].end, owner)
