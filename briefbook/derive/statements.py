"""Positions as pages show them: whole with their evidence, in one line, or by issue in words."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.evidence import evidence
from briefbook.derive.findings import corrections
from briefbook.derive.links import inline_html
from briefbook.derive.stances import Cell, Statement
from briefbook.derive.views import (
    Count,
    Position,
    PositionHistory,
    StanceGroup,
    Stand,
    Standing,
)
from briefbook.model.vocabulary import STANCES

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
        corrections=corrections(f"{record.actor}/{record.issue}", at, brief),
        tlp=record.tlp.value if record.tlp else "",
        brief=at.brief(brief, statement.anchor),
    )


def history(cell: Cell, at: At, limit: int) -> PositionHistory:
    """What the actor last stated, and before it at most `limit` earlier statements, newest first."""
    current = position(cell.stated[-1], at)
    earlier = cell.stated[-2 : -limit - 2 : -1] if cell.has_history else []
    return PositionHistory(current=current, earlier=tuple(position(each, at) for each in earlier))


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
        url=at.href_to(statement),
    )


def stand(issue: str, at: At) -> Stand:
    """Who stands where on an issue."""
    situation = at.situation
    cells = situation.stances.by_issue.get(issue, [])
    groups: dict[tuple[int, bool], list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: situation.order(cell.actor.id)):
        present = cell.present
        key = STANCE_ORDER[present.position.stance], not present.is_stated
        groups.setdefault(key, []).append(cell)
    actors = len(situation.parties)
    return Stand(
        issue=at.issue(issue),
        groups=tuple(
            StanceGroup(
                stance=STANCES[rank],
                attributed=attributed,
                members=tuple(standing(cell.present, at) for cell in groups[rank, attributed]),
            )
            for rank, attributed in sorted(groups)
        ),
        silent=actors - len(cells),
        actors=actors,
    )


def stance_counts(cells: Iterable[Cell]) -> tuple[Count, ...]:
    """How many actors have last stated which stance."""
    stances = [cell.stated[-1].position.stance for cell in cells if cell.stated]
    return tuple(Count(code=stance, number=stances.count(stance)) for stance in STANCES if stance in stances)


def attributed_by(statement: Statement, at: At) -> str:
    """Who attributes the position, by name; empty for the article."""
    return at.actor(statement.according_to).name if statement.according_to else ""
