"""Which words of a sentence report what somebody says: verbs of speech with a subject that speaks."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, PASSIVE, RELATIVES, SPEAKERS_OF_BARE
from briefbook.text.narrative import Token

SAYING = frozenset(words_of("speech", "saying"))
FREELY = frozenset(words_of("speech", "freely"))
NOUNED = frozenset(words_of("speech", "nouned"))
BINDING = frozenset(words_of("speech", "binding"))
ACCUSING = frozenset(words_of("speech", "accusing"))
BLAMING = frozenset(words_of("speech", "blaming"))
CLAIMING = frozenset(words_of("speech", "claiming"))
DENYING = frozenset(words_of("speech", "denying"))
SILENT = frozenset(words_of("speech", "silent"))
INTENDING = frozenset(words_of("speech", "intending"))
DOING = frozenset(words_of("speech", "doing"))
TELLING = frozenset(words_of("speech", "telling"))
PUTTING = frozenset(words_of("speech", "putting"))
GROUNDS = frozenset(words_of("speech", "grounds"))
CUES = SAYING | BINDING | ACCUSING | BLAMING | PUTTING
_STOCK = frozenset(words_of("speech", "stock"))
_STOCKED = frozenset(each.partition(":")[0] for each in _STOCK)
PHRASAL = frozenset(words_of("speech", "phrasal"))
BARE = frozenset(words_of("speech", "bare"))
_NOUNS = frozenset(words_of("speech", "nouns_too"))
_ANSWERING = frozenset(words_of("speech", "answering"))
_DETERMINERS = frozenset(words_of("speech", "determiners"))
_PLURALS = frozenset(words_of("speech", "plurals"))
_DEPENDING = frozenset(words_of("speech", "depending"))
_WISHING = frozenset(words_of("speech", "wishing"))
_NEGATIONS = ("not", "never")
_IRREGULAR = ("s", "men")
"""How a plural ends."""
_REACH = 8
"""Words before a bare verb in which its plural stands."""


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a place; empty outside."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _word_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a place, unless its letters are a name: the WHO is no `who`."""
    is_letters = at >= 0 and len(tokens[at].words) > 1 and tokens[at].words.isupper()
    return "" if is_letters else low_at(tokens, at)


def verb_of(tokens: Sequence[Token], at: int) -> int:
    """The verb that a word of speech belongs to: `let` of `let it be known`; -1 where there is none."""
    if tokens[at].low not in _STOCKED:
        return at
    near = range(at - 1, max(-1, at - 4), -1)
    return next((each for each in near if f"{tokens[at].low}:{tokens[each].low}" in _STOCK), -1)


def first_of_verb(tokens: Sequence[Token], at: int) -> int:
    """The first of the auxiliaries before a verb, else the verb."""
    while at and tokens[at - 1].low in AUXILIARIES:
        at -= 1
    return at


def is_reporting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a cue is a verb that somebody does: no noun, no `was told`, no `declined to say`."""
    verb = verb_of(tokens, at)
    if verb < 0:
        return False
    low, left = tokens[at].low, first_of_verb(tokens, verb)
    if low in PUTTING and not _puts_to(tokens, at):
        return False
    if at and tokens[at].is_capital:
        return False  # `Schools Without Fear`
    previous = _word_at(tokens, left - 1)
    if _is_negated(tokens, left, at) or previous in PASSIVE or previous.endswith("n't"):
        return False
    if previous in RELATIVES and low_at(tokens, left - 2) not in (",", "—", "–"):
        return False  # `a man who said he was ill`
    if (
        low_at(tokens, at - 1) in _DETERMINERS
        or _is_asked(tokens, left)
        or (low in _NOUNS and _is_noun(tokens, at))
    ):
        return False
    if previous == "to" and low_at(tokens, left - 2) in _WISHING:
        return True
    if low in BARE:
        return left < at or previous in SPEAKERS_OF_BARE or _is_plural(tokens, left)
    return previous not in SILENT and previous != "to"


def _puts_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether `put` leads to a clause: `put it to the witness that`."""
    return low_at(tokens, at + 1) == "it" and low_at(tokens, at + 2) == "to"


def _is_negated(tokens: Sequence[Token], left: int, at: int) -> bool:
    return any(each.low in _NEGATIONS or each.low.endswith("n't") for each in tokens[left:at])


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that is a noun too is one: `denied the union's claims`, `raised fears`."""
    before = tokens[max(0, at - 4) : at]
    return any(each.low in _ANSWERING for each in before) or low_at(tokens, at - 1) in (
        "'s",
        "of",
        "and",
        "or",
        *PHRASAL,
    )


def _is_asked(tokens: Sequence[Token], left: int) -> bool:
    """Whether a verb stands in a question that is told of: `asked whether she believed it`."""
    return any(each.low in _DEPENDING for each in tokens[max(0, left - 4) : left])


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural stands in the words right before a bare verb, so that it is no noun or infinitive."""
    before = tokens[max(0, at - _REACH * (2 if low_at(tokens, at - 1) == "," else 1)) : at]
    return low_at(tokens, at - 1) not in ("to", *_NEGATIONS) and any(
        each.low.endswith(_IRREGULAR) or each.low in SPEAKERS_OF_BARE | _PLURALS for each in before
    )
