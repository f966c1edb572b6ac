"""Positions as pages show them: whole with their evidence, in one line, or by issue in words."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.evidence import evidence
from briefbook.derive.links import inline_html
from briefbook.derive.listed import NOTHING, first
from briefbook.derive.notices import corrected, corrections
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell, Statement, same
from briefbook.derive.views.base import Count
from briefbook.derive.views.positions import (
    Before,
    Earlier,
    Position,
    PositionHistory,
    StanceGroup,
    Stand,
    Standing,
    Turn,
)
from briefbook.model import records
from briefbook.model.book import address
from briefbook.model.vocabulary import STANCES

MOST_EARLIER = 3
"""Earlier statements beneath a position."""
MOST_TURNS = 6
"""Turns of a position that are told, the latest; half as many among the positions of many actors."""

STANCE_ORDER = {stance: rank for rank, stance in enumerate(STANCES)}


def position(statement: Statement, at: At, *, in_brief: bool = False) -> Position:
    """A statement whole; in its own brief it stands under its own anchor."""
    record, brief = statement.position, statement.brief
    at.show(record)
    return Position(
        anchor=statement.anchor if in_brief else at.anchor(statement),
        permalink=at.href(f"briefs/{brief.id}", statement.anchor),
        actor=at.actor(record.actor, statement.said),
        issue=at.issue(record.issue),
        stance=record.stance,
        attributed=not statement.is_stated,
        according_to=attributed_by(statement, at),
        condition_html=inline_html(record.condition, at, brief),
        summary_html=inline_html(record.summary, at, brief),
        reason_html=inline_html(record.reason, at, brief),
        note_html=inline_html(record.note, at, brief),
        personal=record.capacity == "personal",
        said=dates.date(statement.said),
        was=statement.was,
        evidence=evidence(record.evidence, at, brief, statement.said, record.actor),
        corrections=corrections(address(record), at, brief),
        tlp=record.tlp.value if record.tlp else "",
        brief=at.brief(brief, statement.anchor),
    )


def history(current: Statement, at: At, *, is_beside: bool = True) -> PositionHistory:
    """What the actor last stated, and before it the latest earlier statements, newest first.

    Where they conflict, the words of both stand side by side if `is_beside` says so.
    """
    cell = at.situation.stances.cells[current.position.actor, current.position.issue]
    before = cell.stated[-2::-1] if cell.has_history else []
    return PositionHistory(
        current=position(current, at),
        track=track(cell, at, MOST_TURNS if is_beside else MOST_TURNS // 2),
        against=against(current, before, at) if is_beside else None,
        earlier=first(before, earlier, MOST_EARLIER, at, statements_path(cell)),
    )


def history_in_short(current: Statement, at: At) -> PositionHistory:
    """The same among those of many actors, which the page of each tells with the words of then."""
    return history(current, at, is_beside=False)


def attributed_position(statement: Statement, at: At) -> PositionHistory:
    """A position that others attribute; it has no history."""
    return PositionHistory(current=position(statement, at), track=(), against=None, earlier=NOTHING)


def track(cell: Cell, at: At, most: int) -> tuple[Turn, ...]:
    """The latest turns of what an actor has stated, oldest first."""
    turns: list[Statement] = []
    for each in cell.stated if cell.has_history else ():
        if not turns or not same(each.position, turns[-1].position):
            turns.append(each)
    return tuple(turn(each, at) for each in turns[-most:]) if len(turns) > 1 else ()


def turn(statement: Statement, at: At) -> Turn:
    """A stance or condition with the day on which it was first stated."""
    record = statement.position
    at.show(record)
    return Turn(
        said=dates.date(statement.said),
        stance=record.stance,
        conditional=bool(record.condition),
        url=at.href(f"briefs/{statement.brief.id}", statement.anchor),
    )


def against(current: Statement, before: Iterable[Statement], at: At) -> Before | None:
    """The first statement of those before, newest first, that conflicts with the current one."""
    for each in before:
        if conflict(each.position, current.position):
            record, brief = each.position, each.brief
            at.show(record)
            return Before(
                stance=record.stance,
                condition_html=inline_html(record.condition, at, brief),
                evidence=evidence(record.evidence, at, brief, each.said, record.actor),
                brief=at.brief(brief, each.anchor),
            )
    return None


def conflict(one: records.Position, other: records.Position) -> bool:
    """Whether one position is on another side than the other, or makes another condition."""
    return _side(one.stance) != _side(other.stance) or one.condition != other.condition


def _side(stance: str) -> str:
    return stance.removeprefix("leans-").removesuffix("s")


def earlier(statement: Statement, at: At) -> Earlier:
    """A statement in a list of what an actor has stated on one issue."""
    record = statement.position
    at.show(record)
    return Earlier(
        said=dates.date(statement.said),
        stance=record.stance,
        condition_html=inline_html(record.condition, at, statement.brief),
        summary_html=inline_html(record.summary, at, statement.brief),
        reason_html=inline_html(record.reason, at, statement.brief),
        corrected=corrected(address(record), at, statement.brief),
        brief=at.brief(statement.brief, statement.anchor),
    )


def statements_path(cell: Cell) -> str:
    """Where all statements of an actor on an issue are listed, if they are many."""
    return f"actors/{cell.actor.id}/on/{cell.issue}"


def standing(statement: Statement, at: At) -> Standing:
    """A statement in one line."""
    record = statement.position
    at.show(record)
    return Standing(
        actor=at.actor(record.actor, statement.said),
        issue=at.issue(record.issue),
        stance=record.stance,
        attributed=not statement.is_stated,
        according_to=attributed_by(statement, at),
        condition_html=inline_html(record.condition, at, statement.brief),
        said=dates.date(statement.said),
        corrected=corrected(address(record), at, statement.brief),
        url=at.href_to(statement),
    )


def present(cell: Cell, at: At) -> Standing:
    """Where an actor now stands, in one line."""
    return standing(cell.present, at)


def stand(issue: str, at: At, most: int) -> Stand:
    """Who stands where on an issue, with at most `most` names of one stance."""
    situation = at.situation
    cells = situation.stances.by_issue.get(issue, [])
    groups: dict[tuple[int, bool], list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: situation.order(cell.actor.id)):
        now = cell.present
        key = STANCE_ORDER[now.position.stance], not now.is_stated
        groups.setdefault(key, []).append(cell)
    actors = len(situation.parties)
    return Stand(
        issue=at.issue(issue),
        groups=tuple(
            StanceGroup(
                stance=STANCES[rank],
                attributed=attributed,
                members=first(groups[rank, attributed], present, most, at, f"issues/{issue}"),
            )
            for rank, attributed in sorted(groups)
        ),
        silent=actors - len(cells),
        actors=actors,
    )


def newest_first(statements: Iterable[Statement], situation: Situation) -> list[Statement]:
    """The statements, those of one moment by actor: states first, then by name."""
    by_name = sorted(statements, key=lambda each: situation.order(each.position.actor))
    return sorted(by_name, key=lambda each: each.order[:2], reverse=True)


def stance_counts(cells: Iterable[Cell]) -> tuple[Count, ...]:
    """How many actors have last stated which stance."""
    stances = [cell.stated[-1].position.stance for cell in cells if cell.stated]
    return tuple(Count(code=stance, number=stances.count(stance)) for stance in STANCES if stance in stances)


def attributed_by(statement: Statement, at: At) -> str:
    """Who attributes the position, by name; empty for the article."""
    return at.actor(statement.according_to).name if statement.according_to else ""
