"""Which actors and issues a change concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefbook.derive.changes import MOVES, Delta
from briefbook.derive.entries import Life
from briefbook.model.records import Brief

if TYPE_CHECKING:
    from briefbook.derive.situation import Situation


TOLD = (*MOVES, "claim-rated", "question-answered", "question-overdue", "figure-revised")
"""Kinds of change that the page of an actor or issue tells; what is new stands there by itself."""


class Concern(NamedTuple):
    """A change, and the brief that brought it."""

    delta: Delta
    brief: Brief


def concerns_of(
    changes: Iterable[tuple[Brief, Sequence[Delta]]], lives: Mapping[str, Life]
) -> dict[str, list[Concern]]:
    """For each actor and issue, what changed about it, in the order of the changes."""
    found: dict[str, list[Concern]] = {}
    for brief, deltas in changes:
        for delta in deltas:
            for id in dict.fromkeys(_concerned(delta, lives)):
                found.setdefault(id, []).append(Concern(delta, brief))
    return found


def movements(id: str, situation: Situation) -> list[Delta]:
    """How what concerns an actor or issue has moved, newest first."""
    found = [each.delta for each in situation.concerns.get(id, ()) if each.delta.kind in TOLD]
    return sorted(found, key=lambda delta: delta.date.order, reverse=True)


def _concerned(delta: Delta, lives: Mapping[str, Life]) -> Iterator[str]:
    if delta.statement is not None:
        yield from (delta.statement.position.actor, delta.statement.position.issue)
    elif delta.life is not None:
        yield from _named(delta.life)
    elif delta.actor is not None:
        yield delta.actor.id
    else:
        assert delta.correction is not None
        key = delta.correction.entry
        yield from _named(lives[key]) if key in lives else key.split("/")
    if delta.figure is not None:
        yield delta.figure.by


def _named(life: Life) -> Iterator[str]:
    """The actors and issues of an entry as it stands now."""
    yield from life.now.issues
    yield from getattr(life.now, "actors", ())
    yield getattr(life.now, "by", "")
