"""How noun phrases without names are cut out of a sentence: their owner, their words."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.phrases import ACTS, POSSESSIVES, ROLES
from briefbook.distil.roster import Roster
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, CONJUNCTIONS, PASSIVE, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

REGIONAL = frozenset(words_of("states", "regional"))
PERSON = frozenset(words_of("groups", "person")) | ROLES
PEOPLE = frozenset(words_of("groups", "people")) | {f"{each}s" for each in ROLES}
DETERMINERS = frozenset(words_of("groups", "determiners"))
FUNCTION = PREPOSITIONS | CONJUNCTIONS | RELATIVES | AUXILIARIES | PASSIVE | DETERMINERS | ACTS
"""Words that belong to no noun phrase, or begin one."""
_MOST_OWNER = 4


def owner_of(tokens: Sequence[Token], first: int, at: int) -> int:
    """The token at which the name of an owner before a noun begins; the noun itself without one."""
    start = at
    if start > first and tokens[start - 1].low in POSSESSIVES:
        start -= 1
    while start > first and at - start < _MOST_OWNER and _is_name(tokens[start - 1]):
        start -= 1
    return start if tokens[start].is_capital else at


def _is_name(token: Token) -> bool:
    return token.is_capital and not token.is_mark and token.low not in FUNCTION


def words_between(
    text: str, tokens: Sequence[Token], opening: int, start: int, stop: int, roster: Roster
) -> str:
    """The words of a phrase; the first of a sentence keeps its capital letter only in a name."""
    words = " ".join(text[tokens[start].start : tokens[stop - 1].end].split())
    first = tokens[start].words
    is_owner = stop > start + 1 and tokens[start + 1].low in POSSESSIVES
    is_name = (
        start != opening
        or is_owner
        or first in BY_FORM
        or first in BY_ADJECTIVE
        or first in roster.adjectives
        or first in REGIONAL
        or first.isupper()
        or roster.find(first) is not None
        or roster.find(" ".join(each.words for each in tokens[start : start + 2])) is not None
        or roster.short_for(first) is not None
    )
    return words if is_name else words[0].lower() + words[1:]
