"""Whose a post is, where the words for it tell so: `the head of its Lom office`."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.table import words_of
from briefbook.text.cues import PREPOSITIONS
from briefbook.text.narrative import Token

_BODIES_OWN = frozenset(words_of("references", "bodies_own"))


def owner_within(tokens: Sequence[Token], start: int, end: int) -> str:
    """`its` of `the head of its Lom office`; empty where no such word stands behind a preposition."""
    inner = (at for at in range(start, end - 1) if tokens[at].low in PREPOSITIONS)
    return next((tokens[at + 1].low for at in inner if tokens[at + 1].low in _BODIES_OWN), "")
