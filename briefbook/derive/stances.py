"""Where everyone stands: the statements of each actor on each issue, stated or attributed, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Set
from operator import itemgetter
from typing import NamedTuple

from briefbook.model.book import ARTICLE
from briefbook.model.records import Actor, Brief, Position, Post
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
    """What it changed when it was reported: position-new, moved, withdrawn, condition, attributed,
    reported-late, or reaffirmed where it changed nothing."""
    was: str
    """The stance from which it moved."""


class Cell:
    """All statements of one actor on one issue, oldest first."""

    __slots__ = ("_reported", "actor", "attributed", "issue", "stated")

    def __init__(self, actor: Actor, issue: str) -> None:
        self.actor = actor
        self.issue = issue
        self.stated: list[Statement] = []
        self.attributed: list[Statement] = []
        self._reported: list[tuple[tuple[object, ...], Statement, str]] = []
        """For each report, by the order of the briefs: its place, what was present then, its brief's id."""

    @property
    def has_history(self) -> bool:
        """Whether the actor is one party over time."""
        return self.actor.kind != "unnamed"

    @property
    def present(self) -> Statement:
        """Where the actor stands now: as stated, or as attributed where it has stated nothing."""
        return (self.stated or self.attributed)[-1]

    @property
    def has_moved(self) -> bool:
        """Whether what the actor states has ever changed from one stance to another."""
        return any(each.was for each in self.stated)

    def then(self, brief: Brief) -> Statement | None:
        """Where the actor stood when a brief was the newest; None where nobody had said so yet."""
        before = bisect_right(self._reported, (brief.as_of.order, brief.id), key=itemgetter(0))
        return self._reported[before - 1][1] if before else None

    def until(self, known: Set[str]) -> Cell | None:
        """The cell as briefs of these ids report it, oldest first; None where none of them does."""
        if self._reported[-1][2] in known:
            return self
        if self._reported[0][2] not in known:
            return None
        cut = Cell(self.actor, self.issue)
        cut.stated = [each for each in self.stated if each.brief.id in known]
        cut.attributed = [each for each in self.attributed if each.brief.id in known]
        cut._reported = [each for each in self._reported if each[2] in known]
        return cut

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
        self._reported.append(((brief.as_of.order, brief.id), self.present, brief.id))
        return statement

    def _change(self, position: Position, order: tuple[object, ...], by: str | None) -> tuple[str, str]:
        if by is not None:
            known = next((each for each in reversed(self.attributed) if each.according_to == by), None)
            return ("reaffirmed" if known and same(known.position, position) else "attributed"), ""
        if not self.stated:
            return "position-new", ""
        latest = self.stated[-1]
        if not self.has_history:
            return ("reaffirmed" if same(latest.position, position) else "position-new"), ""
        if order < latest.order:
            return "reported-late", ""
        if position.stance != latest.position.stance:
            kind = "withdrawn" if position.stance == "withdrawn" else "moved"
            return kind, latest.position.stance
        return ("reaffirmed" if same(latest.position, position) else "condition"), ""


class Stances:
    """The cells of the book, and the ways into them."""

    def __init__(self, actors: Mapping[str, Actor], briefs: Iterable[Brief]) -> None:
        """`briefs` come oldest first."""
        self._actors = actors
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

    def until(self, known: Set[str]) -> Stances:
        """The cells as these briefs, the oldest of all, report them."""
        cut = Stances(self._actors, ())
        for key, cell in self.cells.items():
            was = cell.until(known)
            if was is None:
                break  # cells stand in the order of their first reports
            cut._take(key, was)
        cut.by_brief = {id: found for id, found in self.by_brief.items() if id in known}
        return cut

    def _take(self, key: tuple[str, str], cell: Cell) -> None:
        self.cells[key] = cell
        self.by_actor.setdefault(cell.actor.id, []).append(cell)
        self.by_issue.setdefault(cell.issue, []).append(cell)

    def _add(self, position: Position, brief: Brief, index: int) -> None:
        key = position.actor, position.issue
        cell = self.cells.get(key)
        if cell is None:
            cell = Cell(self._actors[position.actor], position.issue)
            self._take(key, cell)
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


def same(one: Position, other: Position) -> bool:
    """Whether two positions have the same stance and condition."""
    return one.stance == other.stance and one.condition == other.condition


def _order(statement: Statement) -> tuple[object, ...]:
    return statement.order
