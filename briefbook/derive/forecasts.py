"""How likely yes was held to be over time, and how that compares with what came out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.derive.entries import UNANSWERED, Life, Step
from briefbook.model.records import Question
from briefbook.model.vocabulary import LIKELIHOODS, Scale
from briefbook.text.edtf import When

ENOUGH = 10
"""Answers to questions of one likelihood before a share of them says anything."""


class Held(NamedTuple):
    """A likelihood while it was held."""

    step: Step | None
    """What brought it; None is the asking."""
    words: str
    since: When
    until: When | None
    """When another took its place, or the question was closed; None where neither came after it."""


class Tally(NamedTuple):
    """What came of the questions for which one likelihood was held last."""

    words: str
    answered: int
    yes: int


def held(life: Life) -> list[Held]:
    """The likelihoods of a question, oldest first."""
    assert isinstance(life.first, Question)
    found: list[tuple[Step | None, str, When]] = []
    if life.first.likelihood:
        found.append((None, life.first.likelihood, life.brief.as_of.to_day))
    found += [(step, step.update.likelihood, step.said) for step in life.steps if step.update.likelihood]
    ends = [*(since for _, _, since in found[1:]), closed(life)] if found else []
    return [
        Held(step, words, since, until if until and since.order < until.order else None)
        for (step, words, since), until in zip(found, ends, strict=True)
    ]


def is_closed(record: object) -> bool:
    """Whether a question needs no answer any more."""
    return isinstance(record, Question) and (record.status not in UNANSWERED or bool(record.outcome))


def closed(life: Life) -> When | None:
    """When a question that is closed was closed; None for one that is open, or was asked closed."""
    if not is_closed(life.now):
        return None
    closing = (step.said for step in reversed(life.steps) if not is_closed(step.before))
    return next(closing, None)


def before_outcome(life: Life) -> str:
    """The likelihood that was held when the outcome came; empty where none was held, or none came."""
    for step in life.steps:
        if _outcome(step.after) and not _outcome(step.before):
            return getattr(step.before, "likelihood", "")
    return ""


def tallies(lives: Iterable[Life], scale: Scale) -> list[Tally]:
    """What came of the likelihoods that were held when an outcome came, from the least likely up."""
    outcomes: dict[str, list[bool]] = {words: [] for words in LIKELIHOODS[scale]}
    for life in lives:
        words = before_outcome(life).lower()
        if words in outcomes and _outcome(life.now):
            outcomes[words].append(_outcome(life.now) == "yes")
    return [Tally(words, len(came), sum(came)) for words, came in outcomes.items() if came]


def _outcome(record: object) -> str:
    return getattr(record, "outcome", "")
