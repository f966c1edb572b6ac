"""What the words for a post say of its owner: `Tesmar Governor`, `Lom state minister`, `Health Secretary`."""

from __future__ import annotations

from collections.abc import Collection

from briefbook.distil.phrases import ARMED_WORDS, ROLES
from briefbook.distil.roster import Entry
from briefbook.distil.runs import HONORIFICS, OFFICES
from briefbook.distil.table import words_of
from briefbook.distil.titles import SEATS

_NO_BODIES = frozenset(words_of("persons", "no_bodies"))
_PORTFOLIOS = frozenset(words_of("persons", "portfolios"))


def origin_of(entry: Entry) -> str:
    """`Tesmar` of `Tesmar Governor X`, where no word of it is a title."""
    party, _, seat = entry.role.rpartition(" ")
    if seat in SEATS and party.istitle():
        return party
    words = entry.origin.split()
    is_title = any(word in OFFICES or word in HONORIFICS or word.lower() in ROLES for word in words)
    return "" if is_title else entry.origin


def leading_in(role: str) -> str:
    """`Uttar Pradesh` of `Uttar Pradesh state revenue minister`: capital words that are no office."""
    words = role.replace(",", "").split()
    stop = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
    is_office = any(word in OFFICES or word in HONORIFICS for word in words[:stop])
    if words[-1:] and words[-1].lower() in ROLES:
        words = words[:-1]
    is_kind = words[:1] and words[0].lower() in ARMED_WORDS | _NO_BODIES
    return "" if is_office or is_kind else " ".join(words[:stop])


def is_portfolio(words: Collection[str]) -> bool:
    """Whether a post is one of a government in these words alone: `health secretary`."""
    return bool(words) and _PORTFOLIOS.issuperset(words)
