"""The runs of capital words of an article, each in its sentence, and whether it acts there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.phrases import ACTS
from briefbook.distil.runs import Parsed, Run, iter_runs, parse_run
from briefbook.text.narrative import Token

_MOST_ASIDE = 18


class Place(NamedTuple):
    """A run with what stands around it."""

    tokens: Sequence[Token]
    first: int
    last: int
    """The sentence, as tokens."""
    run: Run
    parsed: Parsed


def find_places(article: Article) -> list[Place]:
    """Every run of capital words in the report, in order."""
    found: list[Place] = []
    ordinary = frozenset(
        token.low
        for narrative in article.narratives
        for token in narrative.tokens
        if token.words[:1].islower()
    )
    for paragraph, narrative in zip(article.paragraphs, article.narratives, strict=True):
        if paragraph.part != "body" or not narrative.tokens:
            continue
        tokens = narrative.tokens
        for first, last in narrative.sentences:
            found += (
                Place(tokens, first, last, run, parse_run(article.text, tokens, run))
                for run in iter_runs(tokens, first, last, ordinary)
            )
    return found


def acts(place: Place, *, only_behind: bool = False) -> bool:
    """Whether a verb of speech or judgement stands right behind a name, or before it."""
    tokens, at = place.tokens, place.run.last
    while at < place.last and tokens[at].low in ("has", "have", "had", "also", "later", "then", ","):
        at += 1
    if at < place.last and tokens[at].low in ACTS:
        return True
    if _acts_past_aside(place):
        return True
    before = tokens[place.run.first - 1].low if place.run.first > place.first else ""
    after = tokens[place.run.last].words if place.run.last < place.last else "."
    return not only_behind and before in ACTS and after in (",", ".", ";")


def _acts_past_aside(place: Place) -> bool:
    """Whether such a verb follows what stands between commas behind a name: `X, the smaller one, calls`."""
    tokens, at = place.tokens, place.run.last
    if at >= place.last or tokens[at].words != ",":
        return False
    for index in range(at + 1, min(place.last - 1, at + _MOST_ASIDE)):
        if tokens[index].words == ",":
            return tokens[index + 1].low in ACTS
    return False
