"""Where the phrases of a sentence begin and end that may name somebody: their marks, heads and verbs."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.phrases import BODY_WORDS
from briefbook.distil.sentence import PEOPLE, PERSON
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, FINITE, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

_PRONOUNS = frozenset(words_of("speech", "pronouns"))
_ENDS = frozenset(words_of("speech", "name_ends"))
_ARTICLES = frozenset(words_of("speech", "articles"))
_WISHING = frozenset(words_of("speech", "wishing"))
_BREAKS = (",", "—", "–", ";", ":", "(", ")")
_NOUNS = PERSON | PEOPLE | BODY_WORDS | frozenset(words_of("unnamed", "named_by"))


def low_of(tokens: Sequence[Token], at: int, end: int) -> str:
    """The word at a place before another; empty behind that."""
    return tokens[at].low if at < end else ""


def without_auxiliaries(tokens: Sequence[Token], first: int, verb: int) -> int:
    """The token behind the subject: `X has also said`."""
    end = verb
    if end - 1 > first and tokens[end - 1].low == "to" and tokens[end - 2].low in _WISHING:
        end -= 2
    while end > first and tokens[end - 1].low in AUXILIARIES:
        end -= 1
    return before_bracket(tokens, first, end)


def before_bracket(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a bracketed remark begins that ends before a token, else the token."""
    if end > first and tokens[end - 1].words == ")":
        return next((at for at in range(end - 1, first, -1) if tokens[at].words == "("), end)
    return end


def is_letters(token: Token) -> bool:
    """Whether a word is a name of capital letters: the WHO is no `who`."""
    return len(token.words) > 1 and token.words.isupper()


def is_relative(token: Token) -> bool:
    """Whether a word begins a clause about the one before it: `who`."""
    return token.low in RELATIVES and not is_letters(token)


def begins_clause(token: Token) -> bool:
    """Whether a clause's own subject stands behind a relative: `a militia that Dovra accuses`."""
    return token.is_capital or token.low in _PRONOUNS or token.low in _ARTICLES


def may_be_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb may stand behind the noun before a token: `laughs`, `received`."""
    low = tokens[at].low
    is_behind = tokens[at - 1].low in _NOUNS
    return is_behind and (low.endswith(("s", "ed")) or low in AUXILIARIES) and not tokens[at].is_capital


def is_finite(token: Token) -> bool:
    """Whether a token seems to be a verb with a subject: `urged`, `says`."""
    return token.low in FINITE or (token.low.endswith("ed") and not token.is_capital)


def head_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Behind the noun that a phrase is about: `drivers` in `drivers on the road`."""
    is_led = first < end and tokens[first].low in _ARTICLES  # `the ruling party`
    return next((at for at in range(first + 1 + is_led, end) if ends_head(tokens[at])), end)


def ends_head(token: Token) -> bool:
    """Whether the name before a token is over: `drivers blocking the road`, `people close to the panel`."""
    return (
        token.low in PREPOSITIONS
        or token.low in _ENDS
        or (token.low.endswith("ing") and not token.is_capital)
    )


def segment_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the stretch between marks that begins at a token ends."""
    while first < end and tokens[first].words not in _BREAKS and tokens[first].speech is None:
        first += 1
    return first


def segment(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the stretch between marks that ends before a token begins."""
    start = end
    while start > first and tokens[start - 1].words not in _BREAKS and tokens[start - 1].speech is None:
        start -= 1
    return start
