"""The published picture as plain values: what stands of each thing, once all entries are added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from briefbook.derive.entries import Life, is_overdue
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Statement
from briefbook.model.book import ARTICLE, KINDS, SECTIONS, address
from briefbook.model.marking import Marking
from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Evidence,
    Figure,
    FreePage,
    Issue,
    Post,
    Question,
    Record,
    Reply,
    Source,
)
from briefbook.text.edtf import When

Value = str | int | float | bool | None | tuple[str, ...]
State = Mapping[str, Value]
"""What is published of one thing, by field."""
Picture = Mapping[str, State]
"""The states by key: `actor/iran`, `position/iran/us-role`, `claim/mass-execution`."""

_ELSEWHERE = frozenset(
    (
        *(field for field in Evidence.__struct_fields__ if field not in Record.__struct_fields__),
        *("id", "evidence", "figures", "replies", "contradicts"),
    )
)
"""Fields of a record that are no value of its own, or that the picture words otherwise."""

_OF_BRIEFS = frozenset((*SECTIONS, "actors", "issues", "status"))
"""Fields of a brief that are things by themselves, or the same in all that is published."""


def picture_of(situation: Situation) -> Picture:
    """The published state of a situation, sorted by key; it holds no order of files."""
    return dict(sorted(dict(_iter_states(situation)).items()))


def _iter_states(situation: Situation) -> Iterator[tuple[str, State]]:
    released = situation.released
    for actor in released.actors.values():
        yield f"actor/{actor.id}", _actor(actor, situation)
    for records in (released.issues, released.sources, released.pages):
        for record in records.values():
            yield f"{KINDS[type(record)]}/{record.id}", _own(record)
    for brief in situation.briefs:
        yield f"brief/{brief.id}", _own(brief)
        yield from _corrections(brief)
        for tie in brief.ties:
            yield f"tie/{address(tie)}", {**_own(tie), "brief": brief.id}
    yield from _positions(situation)
    for life in situation.entries.lives.values():
        yield f"{KINDS[type(life.now)]}/{life.id}", _entry(life, situation)
        yield from _figures(life)


def _positions(situation: Situation) -> Iterator[tuple[str, State]]:
    """Where each actor stands by its own words, and where each of the others says that it stands."""
    for (actor, issue), cell in situation.stances.cells.items():
        if cell.stated:
            yield f"position/{actor}/{issue}", _position(cell.stated[-1], is_party=cell.has_history)
        for statement in cell.attributed:
            # They come oldest first, so that of one voice the last one stays.
            by = statement.according_to or ARTICLE
            yield f"attributed/{actor}/{issue}/{by}", _position(statement, is_party=False)


def _position(statement: Statement, *, is_party: bool) -> State:
    return {
        **_own(statement.position),
        "said": statement.said.text,
        "according_to": statement.according_to,
        "brief": statement.brief.id,
        "is_party": is_party,
    }


def _entry(life: Life, situation: Situation) -> State:
    """An entry as it stands, with the brief and the reason of what was last said of it."""
    state: dict[str, Value] = {**_own(life.now), "brief": life.brief.id, "reason": ""}
    if life.steps:
        state |= {"brief": life.steps[-1].brief.id, "reason": life.steps[-1].update.reason}
    if isinstance(life.now, Claim):
        opposed = situation.entries.contradicting.get(life.id, ())
        state["contradicts"] = tuple(sorted(each.id for each in opposed))
        state["replies"] = tuple(_replies(life.now.replies))
    if isinstance(life.now, Question):
        state["is_overdue"] = is_overdue(life.now, situation.today)
    return state


def _replies(replies: Iterable[Reply]) -> Iterator[str]:
    """What each actor last said of a claim."""
    yield from (f"{by}: {says}" for by, says in sorted({each.by: each.says for each in replies}.items()))


def _figures(life: Life) -> Iterator[tuple[str, State]]:
    """What each actor last gave as a number of each thing counted, and what the same actor gave before."""
    given: dict[str, list[tuple[Figure, str, str]]] = {}
    reports = [(getattr(life.first, "figures", ()), life.brief.id, "")]
    reports += [(step.update.figures, step.brief.id, step.update.reason) for step in life.steps]
    for figures, brief, reason in reports:
        for figure in figures:
            by = figure.by or getattr(life.now, "by", "") or ARTICLE
            what = " ".join(filter(None, (figure.what.casefold(), figure.unit.casefold())))
            key = f"figure/{life.id}/{by}/{what}"
            given.setdefault(key, []).append((figure, brief, reason))
    for key, (*earlier, (latest, brief, reason)) in given.items():
        before = tuple(each.reported for each, _, _ in earlier)
        yield key, {**_own(latest), "entry": life.id, "earlier": before, "brief": brief, "reason": reason}


def _corrections(brief: Brief) -> Iterator[tuple[str, State]]:
    seen: dict[str, int] = {}
    for record in brief.corrections:
        key = f"correction/{brief.id}/{record.entry}/{record.date.text}"
        seen[key] = seen.get(key, 0) + 1
        yield f"{key}/{seen[key]}", {**_own(record), "brief": brief.id}


def _actor(actor: Actor, situation: Situation) -> State:
    briefs = situation.mentions.briefs.get(actor.id)
    return {**_own(actor), "first_named": briefs[0].id if briefs else ""}


def _own(record: Record | Issue | Source | FreePage) -> dict[str, Value]:
    """The fields of a record that are values of its own."""
    left_out = _ELSEWHERE | _OF_BRIEFS if isinstance(record, Brief) else _ELSEWHERE
    fields = (field for field in record.__struct_fields__ if field not in left_out)
    return {field: _plain(getattr(record, field)) for field in fields}


def _plain(value: Any) -> Value:
    """A field's value without types of ours."""
    worded = _WORDED.get(type(value))
    return value if worded is None else worded(value)


_WORDED: dict[type, Callable[[Any], Value]] = {
    When: lambda when: when.text,
    Marking: lambda marking: marking.value,
    Post: lambda post: f"{post.title}, {post.at}, {_plain(post.since)}, {_plain(post.until)}, {post.source}",
    dict: lambda pairs: tuple(f"{key}: {_plain(pairs[key])}" for key in sorted(pairs)),
    tuple: lambda items: tuple(str(_plain(each)) for each in items),
}
