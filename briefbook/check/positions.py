"""Positions: each rests on evidence, each voice stands under its own name, no instant says two things."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import Book, evidence_of, has_evidence
from briefbook.model.records import Brief, Position
from briefbook.text.edtf import When


@rule("position-without-evidence", draft=WARNING)
def position_without_evidence(position: Position, _: At) -> Iterator[Finding]:
    """A position that no words of anybody bear out.

    Why: a stance without evidence is the desk's guess.
    Bad: a position with only `actor`, `issue` and `stance`
    Good: the same with `quote: We don't want that linked and mixed.`
    """
    if not has_evidence(position):
        help = "add `quote:`, `words:` or `paraphrase:`"
        yield Finding((), f"the position {position.actor}/{position.issue} has no evidence", help)


@rule("position-twice")
def position_twice(brief: Brief, at: At) -> Iterator[Finding]:
    """Two stances of one actor on one issue in one brief.

    Why: a body has one position at a time; two voices are two actors.
    Bad: `iran` twice on `act-together` in one brief
    Good: `iran` once, and `aboutalebi` under his own name
    """
    if len({(each.actor, each.issue) for each in brief.positions}) == len(brief.positions):
        return
    seen: dict[tuple[str, str, str], int] = {}
    for index, position in enumerate(brief.positions):
        spoken_by = {piece.speaker for piece in evidence_of(position, brief)}
        is_own = not spoken_by or any(_speaks_for(speaker, position, at) for speaker in spoken_by)
        key = (position.actor, position.issue, "" if is_own else " ".join(sorted(spoken_by)))
        first = seen.setdefault(key, index)
        if first != index:
            path = ("positions", first)
            file = at.place.file
            yield Finding(
                ("positions", index),
                f"{position.actor} has two stances on {position.issue} in one brief",
                "enter each voice under the person who speaks",
                related=((file, path, "the first stands here"),),
            )


def _speaks_for(speaker: str, position: Position, at: At) -> bool:
    """Whether a statement counts as the actor's own: by the actor, or by a holder of a post at it."""
    if speaker == position.actor:
        return True
    actor = at.book.actors.get(speaker)
    return actor is not None and any(post.at == position.actor for post in actor.posts)


@rule("condition-with-support")
def condition_with_support(position: Position, _: At) -> Iterator[Finding]:
    """A plain `supports` under a condition.

    Why: who supports something only if something else happens does not support it yet.
    Bad: `stance: supports` with `condition: the U.S. acts first`
    Good: `stance: leans-support` with `condition: the U.S. acts first`
    """
    if position.condition and position.stance == "supports":
        yield Finding(
            ("stance",), "the stance is plain support, but has a condition", "write `leans-support`"
        )


@rule("instant-twice")
def instant_twice(book: Book, at: At) -> Iterator[Finding]:
    """Two briefs of one instant that change the same position or entry.

    Why: neither is later, so no reader could say which one holds.
    Bad: two briefs `as_of: 2014-06-15` that both state `iran/act-together`
    Good: `as_of: 2014-06-15T18:00Z` on the later one
    """
    seen: dict[tuple[str, object, object], tuple[str, str, tuple[str | int, ...]]] = {}
    for brief in book.briefs.values():
        for entry in book.entries_of(brief):
            section = entry.path[0]
            if section not in ("positions", "updates"):
                continue
            said: When = getattr(entry.record, "said", None) or brief.as_of
            key = (entry.key, said.order, brief.as_of.order)
            first, file, path = seen.setdefault(key, (brief.id, at.lookup.file_of(brief.id), entry.path))
            if first != brief.id:
                yield Finding(
                    entry.path,
                    f"`{first}` changes {entry.key} at the same instant, {brief.as_of.words}",
                    "give the later brief a time of day in `as_of`",
                    related=((file, path, "the other change stands here"),),
                    file=at.lookup.file_of(brief.id),
                )
