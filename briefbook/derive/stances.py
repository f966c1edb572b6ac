"""Where everyone stands: the statements of each actor on each issue, stated or attributed, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.model.book import ARTICLE
from briefbook.model.records import Actor, Brief, Position, Post
from briefbook.release import Released
from briefbook.text.edtf import When


class Statement(NamedTuple):
    """One position as one brief reports it."""

    position: Position
    brief: Brief
    said: When
    order: tuple[object, ...]
    """Sorts statements: by when it was said, then by the brief's date, then by the brief's id."""
    is_stated: bool
    according_to: str
    """Id of who attributes it; empty where that is the article, or where it is stated."""
    anchor: str
    """In its brief: `actor.issue`, with `.speaker` where it is attributed."""
    change: str
    """What it changed when it was reported: position-new, moved, condition, attributed, reported-late, or
    reaffirmed where it changed nothing."""
    was: str
    """The stance from which it moved."""


class Cell:
    """All statements of one actor on one issue, oldest first."""

    __slots__ = ("actor", "attributed", "issue", "stated")

    def __init__(self, actor: Actor, issue: str) -> None:
        self.actor = actor
        self.issue = issue
        self.stated: list[Statement] = []
        self.attributed: list[Statement] = []

    @property
    def has_history(self) -> bool:
        """Whether the actor is one party over time."""
        return self.actor.kind != "unnamed"

    @property
    def present(self) -> Statement:
        """Where the actor stands now: as stated, or as attributed where it has stated nothing."""
        return (self.stated or self.attributed)[-1]

    def add(self, position: Position, brief: Brief, index: int, by: str | None, anchor: str) -> Statement:
        """Take in a statement; those of earlier briefs are there already.

        `by` is who attributes it (empty for the article), None where it is stated.
        """
        said = position.said or brief.as_of.to_day
        order = (said.order, brief.as_of.order, brief.id, index)
        before = self.stated if by is None else self.attributed
        change, was = self._change(position, order, by)
        statement = Statement(position, brief, said, order, by is None, by or "", anchor, change, was)
        before.append(statement)
        if len(before) > 1 and before[-2].order > order:
            before.sort(key=_order)
        return statement

    def _change(self, position: Position, order: tuple[object, ...], by: str | None) -> tuple[str, str]:
        if by is not None:
            known = next((each for each in reversed(self.attributed) if each.according_to == by), None)
            return ("reaffirmed" if known and _same(known.position, position) else "attributed"), ""
        if not self.stated:
            return "position-new", ""
        latest = self.stated[-1]
        if not self.has_history:
            return ("reaffirmed" if _same(latest.position, position) else "position-new"), ""
        if order < latest.order:
            return "reported-late", ""
        if position.stance != latest.position.stance:
            return "moved", latest.position.stance
        return ("reaffirmed" if _same(latest.position, position) else "condition"), ""


class Stances:
    """The cells of the book, and the ways into them."""

    def __init__(self, released: Released, briefs: Iterable[Brief]) -> None:
        """`briefs` come oldest first."""
        self._actors = released.actors
        self.cells: dict[tuple[str, str], Cell] = {}
        self.by_actor: dict[str, list[Cell]] = {}
        self.by_issue: dict[str, list[Cell]] = {}
        """Issues in the order in which they came up."""
        self.by_brief: dict[str, list[Statement]] = {}
        """As written."""
        self._taken: dict[tuple[str, str], int] = {}
        for brief in briefs:
            for index, position in enumerate(brief.positions):
                self._add(position, brief, index)

    def _add(self, position: Position, brief: Brief, index: int) -> None:
        key = position.actor, position.issue
        cell = self.cells.get(key)
        if cell is None:
            cell = self.cells[key] = Cell(self._actors[position.actor], position.issue)
            self.by_actor.setdefault(position.actor, []).append(cell)
            self.by_issue.setdefault(position.issue, []).append(cell)
        speakers = tuple(piece.speaker for piece in position.evidence) or (
            position.speaker or position.actor,
        )
        by = None
        if not self._is_stated(position, speakers, position.said or brief.as_of.to_day):
            by = "" if ARTICLE in speakers else speakers[0]
        statement = cell.add(position, brief, index, by, self._anchor(brief, position, by))
        self.by_brief.setdefault(brief.id, []).append(statement)

    def _anchor(self, brief: Brief, position: Position, by: str | None) -> str:
        anchor = f"{position.actor}.{position.issue}"
        if by is not None:
            anchor += f".{by or ARTICLE}"
        taken = self._taken.get((brief.id, anchor), 0) + 1
        self._taken[brief.id, anchor] = taken
        return anchor if taken == 1 else f"{anchor}..{taken}"

    def _is_stated(self, position: Position, speakers: tuple[str, ...], said: When) -> bool:
        """Whether the actor speaks for itself, or through the holder of a post at it."""
        if position.actor in speakers:
            return True
        if position.capacity == "personal":
            return False
        return any(
            speaker in self._actors and find_post(self._actors[speaker], position.actor, said) is not None
            for speaker in speakers
        )


def find_post(person: Actor, at: str, when: When) -> Post | None:
    """The post that a person held at a body at that time; unknown bounds are open."""
    for post in person.posts:
        if post.at == at and was_held(post, when):
            return post
    return None


def was_held(post: Post, when: When) -> bool:
    """Whether the post was held at any moment that `when` can mean."""
    return (post.since is None or post.since.first <= when.last) and (
        post.until is None or when.first <= post.until.last
    )


def _same(one: Position, other: Position) -> bool:
    return one.stance == other.stance and one.condition == other.condition


def _order(statement: Statement) -> tuple[object, ...]:
    return statement.order
