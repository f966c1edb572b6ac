"""Statements told as what somebody thinks: `The road, in her view, is shut`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.clauses import clause_end, is_clause, sentence_end
from briefbook.distil.cues import low_at
from briefbook.distil.phrases import OWNERS, POSSESSIVES
from briefbook.distil.table import words_of
from briefbook.text.narrative import Token

_VIEWS = frozenset(words_of("speech", "views"))
_OWN = frozenset(words_of("speech", "own_views"))
BEFORE_VIEW = frozenset(words_of("speech", "before_view"))
"""Prepositions before whoever has a view."""
_MOST_OWNER = 6
"""Words of whoever has a view."""


class View(NamedTuple):
    """Where a sentence says whose view it tells, and where the view itself stands."""

    first: int
    """The first word of whoever has it."""
    noun: int
    start: int
    end: int


def find_view(tokens: Sequence[Token], at: int, text: str) -> View | None:
    """The view of which a preposition tells; None where it tells of none."""
    near = range(at + 2, min(len(tokens), at + 2 + _MOST_OWNER))
    noun = next((each for each in near if tokens[each].low in _VIEWS), 0)
    if (
        not noun
        or tokens[at + 1].low in _OWN
        or not (tokens[at + 1].low in OWNERS or tokens[noun - 1].low in POSSESSIVES)
    ):
        return None
    return View(at + 1, noun, *_around(tokens, at, noun, text))


def _around(tokens: Sequence[Token], at: int, noun: int, text: str) -> tuple[int, int]:
    """The statement beside `in her view`: behind it where it opens a clause, else all around it."""
    last = sentence_end(tokens)
    is_joined = low_at(tokens, noun + 1) == "," and low_at(tokens, noun + 2) in ("and", "but")
    if is_joined and is_clause(tokens, 0, at):
        return 0, at - (tokens[at - 1].words == ",")  # `It drew 300, by his count, and 60, by hers`
    behind = noun + 1 + (low_at(tokens, noun + 1) == ",")
    is_opening = at == 0 or tokens[at - 1].words in (":", ";", "—", "–")
    if is_opening:
        return behind, clause_end(tokens, behind, last, text) if behind < last else last
    return 0, at - 1 if behind >= last and tokens[at - 1].words == "," else at if behind >= last else last
