"""What stood in the book before a brief: where an actor stood, what an entry held, who was known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefbook.check.at import iter_parts, iter_references
from briefbook.model.book import evidence_of
from briefbook.model.records import Actor, Brief, Position
from briefbook.sheet.review import Review, when


def stance_before(position: Position, review: Review) -> tuple[Position, Brief] | None:
    """The latest earlier position of the same voice on the issue; an unnamed actor is no party over time."""
    actor = review.book.actors.get(position.actor)
    if actor is None or actor.kind == "unnamed":
        return None
    voice, order = _voice(position, review.brief, review), _order(position, review.brief)
    known = [
        (_order(each, brief), each, brief)
        for brief in review.earlier
        for each in brief.positions
        if (each.actor, each.issue) == (position.actor, position.issue)
        and _voice(each, brief, review) == voice
    ]
    told = max((each for each in known if each[0] < order), key=lambda each: each[0], default=None)
    return told[1:] if told else None


def _order(position: Position, brief: Brief) -> tuple[object, ...]:
    return (position.said or brief.as_of.to_day).order, *when(brief)


def _voice(position: Position, brief: Brief, review: Review) -> str:
    """Who speaks for the actor: itself and the holders of its posts as one voice, else the others by id."""
    spoken = {piece.speaker for piece in evidence_of(position, brief)} - {position.actor}
    actors = review.book.actors
    return " ".join(
        sorted(
            each
            for each in spoken
            if each not in actors or all(post.at != position.actor for post in actors[each].posts)
        )
    )


def entry_before(id: str, field: str, review: Review) -> Any:
    """What a field of an entry held before this brief."""
    entry = review.book.entries.get(id)
    changes = [each for brief, each in review.lookup.updated.get(id, ()) if when(brief) < when(review.brief)]
    values = [getattr(each, field, None) for each in (entry.record if entry else None, *changes)]
    return next(filter(None, reversed(values)), None)


def new_actors(review: Review) -> list[Actor]:
    """The actors introduced here, then those that no earlier brief names, each in the order of this one."""
    introduced = {each.id: each for each in review.brief.actors}
    known = {id for brief in review.earlier for id in _iter_actors(brief, review)}
    named = dict.fromkeys(_iter_actors(review.brief, review))
    actors = review.book.actors
    found = {id: actors[id] for id in named if id in actors and id not in known}
    return [*introduced.values(), *(each for id, each in found.items() if id not in introduced)]


def _iter_actors(brief: Brief, review: Review) -> Iterator[str]:
    """Every actor that a brief names in a field or a text."""
    yield from (each.id for each in brief.actors)
    yield from (each.target for each in review.lookup.iter_mentions(brief))
    for entry in review.book.entries_of(brief):
        for record in (entry.record, *(part for _, part in iter_parts(entry.record))):
            yield from (id for _, kind, id in iter_references(record) if kind in ("actor", "speaker"))
            yield from (each.target for each in review.lookup.iter_mentions(record))
