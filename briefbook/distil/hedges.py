"""The words with which an article says how far something is known, and what they make of a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefbook.distil.draft import ClaimStatus
from briefbook.distil.table import read_table

Sort = Literal["unproved", "past", "possible", "condition", "figure", "count", "rounded"]

_TABLE = read_table()["claims"]


def pattern_of(key: str) -> re.Pattern[str]:
    """Any of the patterns under a key, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(_TABLE[key])})(?!\w)".replace(" ", r"\s"))


_SORTS: Sequence[tuple[Sort, re.Pattern[str]]] = (
    ("unproved", pattern_of("unproved")),
    ("past", pattern_of("past")),
    ("possible", pattern_of("possible")),
    ("figure", pattern_of("figures")),
    ("count", pattern_of("counts")),
    ("rounded", pattern_of("rounded")),
)
_CONDITION, _CONDITIONED = pattern_of("conditions"), pattern_of("conditioned")
_OPEN = ("past", "possible")
_ALLEGED = re.compile(_TABLE["alleged"])
_REACHING = re.compile(_TABLE["reaching"])
_HARM = re.compile(_TABLE["harm"], re.IGNORECASE)


class Hedge(NamedTuple):
    """Words at a place that leave something open."""

    start: int
    end: int
    sort: Sort
    words: str


def find_hedges(text: str, start: int, end: int) -> list[Hedge]:
    """The hedges of a stretch in order; none overlaps another."""
    found: list[Hedge] = []
    for sort, pattern in _SORTS:
        for match in pattern.finditer(text, start, end):
            if not any(match.start() < each.end and each.start < match.end() for each in found):
                found.append(Hedge(*match.span(), sort, match[0]))
    is_open = any(each.sort in _OPEN for each in found)
    return sorted([*found, *_conditions(text, start, end, is_open=is_open)])


def _conditions(text: str, start: int, end: int, *, is_open: bool) -> Sequence[Hedge]:
    """`if` and what hangs on it: `the group would respect a pause if …`, `it could be lost if …`."""
    condition = _CONDITION.search(text, start, end)
    conditioned = _CONDITIONED.search(text, start, end)
    if condition is None or (conditioned is None and not is_open):
        return []
    return [Hedge(*each.span(), "condition", each[0]) for each in (condition, conditioned) if each]


def is_condition(hedge: Hedge) -> bool:
    """Whether a hedge is a condition, and not what hangs on it."""
    return hedge.sort == "condition" and _CONDITIONED.fullmatch(hedge.words) is None


def without_half_conditions(hedges: Sequence[Hedge]) -> Sequence[Hedge]:
    """Hedges, unless what is left of a condition is only its `would`."""
    is_open = any(each.sort in _OPEN for each in hedges)
    is_whole = is_open or sum(each.sort == "condition" for each in hedges) > 1
    return [each for each in hedges if is_whole or each.sort != "condition"]


def is_telling(hedges: Sequence[Hedge], text: str, start: int, end: int) -> bool:
    """Whether hedges make a claim of a stretch: a round number does not, a count only of harm."""
    sorts = {each.sort for each in hedges} - {"rounded"}
    return bool(sorts - {"count"}) or (bool(sorts) and _HARM.search(text, start, end) is not None)


def status_of(hedges: Sequence[Hedge], text: str) -> ClaimStatus:
    """What hedges make of a claim."""
    sorts = [each.sort for each in hedges]
    if any(_ALLEGED.search(each.words) for each in hedges):
        return "alleged"
    if "past" in sorts:
        return "estimated" if "figure" in sorts[: sorts.index("past")] else "unverified"
    coming = next((each for each in hedges if each.sort in ("possible", "condition")), None)
    figure = next((each for each in hedges if each.sort in ("figure", "count")), None)
    if coming and figure is None and hedges[0].sort == "unproved":
        return "unverified"
    if coming and (figure is None or coming.start < figure.start):
        is_figure = coming.sort == "possible" and _REACHING.match(text, coming.end) is not None
        return "estimated" if is_figure else "conditional"
    return "estimated" if {"figure", "count", "rounded"}.intersection(sorts) else "unverified"
