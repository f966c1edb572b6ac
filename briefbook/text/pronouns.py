"""Whom `he`, `she`, `it` and `they` stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefbook.text.cues import HE, HONORIFICS, MEN, SHE, VOICES, WOMEN
from briefbook.text.names import Mention, Names
from briefbook.text.narrative import Narrative, Token

PERSONS = HE | SHE
PRONOUNS = PERSONS | {"they", "it", "them"}
_STARTS = frozenset("the a an in on at but and when while after before as for this that its his her".split())
_ROLES = (
    HONORIFICS
    | VOICES
    | {"man", "woman", "lawyer", "resident", "neighbour", "neighbor", "witness", "counsel"}
)
_FARTHEST = 600
"""Words; nobody remembers longer for whom a pronoun stands."""
_OWNERS = ("'s", "’", "'")


def find_meant(
    names: Names, parts: Iterable[tuple[Narrative, int]], pronoun: str
) -> tuple[frozenset[str], bool]:
    """Ids of the one whom the nearest fitting sentence is about, and whether it is about anybody.

    `parts` are the stretches to look through, the nearest first, each up to a token.
    """
    behind = (
        (part, first, min(last, end))
        for part, end in parts
        for first, last in reversed(part.sentences)
        if first < end
    )
    seen = 0
    for part, first, last in behind:
        found = first_person(names, part.tokens, first, last, pronoun)
        seen += last - first
        if found is not None:
            return found, True
        if seen > _FARTHEST:
            break
    return frozenset(), False


def first_person(
    names: Names, tokens: Sequence[Token], first: int, last: int, pronoun: str = ""
) -> frozenset[str] | None:
    """Whom a sentence is about: its first fitting name; no id where that is a stranger, None where nobody."""
    is_person = pronoun in PERSONS or not pronoun
    if pronoun and tokens[first].low == pronoun:
        return None
    at = first
    while at < last:
        mentions = [each for each in names.starting_at(tokens, at, last) if each.kind != "demonym"]
        if mentions and _fits(mentions[0], tokens, first, last, pronoun, is_person=is_person):
            return mentions[0].ids if len(mentions[0].ids) == 1 else frozenset()
        if not mentions and is_person and _is_stranger(names, tokens, at, last):
            return frozenset()
        at = mentions[0].last if mentions else at + 1
    return None


def _fits(
    mention: Mention, tokens: Sequence[Token], first: int, last: int, pronoun: str, *, is_person: bool
) -> bool:
    """Whether a name may be what a pronoun stands for, and owns nothing."""
    if (mention.kind != "body") is not is_person:
        return False
    if mention.last < last and tokens[mention.last].low in _OWNERS:
        return False
    beside = {tokens[each].low for each in range(max(first, mention.first - 2), mention.last)}
    other = WOMEN if pronoun in HE else MEN if pronoun in SHE else frozenset()
    return not beside & other


def _is_stranger(names: Names, tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether `its leader`, two capitals, or a title before one stand for somebody without a name here."""
    if at + 1 >= last or names.starting_at(tokens, at + 1, last):
        return False
    one, two = tokens[at], tokens[at + 1]
    if one.low in _ROLES and not two.is_capital:
        return not _has_apposition(tokens, at, last)
    if not (one.is_capital and two.is_capital):
        return False
    ends = at + 2 >= last or not tokens[at + 2].is_capital
    return one.low in MEN | WOMEN or (one.low not in _STARTS and ends)


def _has_apposition(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a name follows an office between commas: `its leader in parliament, Dov Ransome, said`."""
    places = range(at + 1, min(at + 6, last - 1))
    return any(tokens[each].words == "," and tokens[each + 1].is_capital for each in places)
