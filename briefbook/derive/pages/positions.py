"""Where everyone stands: by issue in words, and as a matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefbook.derive import dates
from briefbook.derive.at import At, situation_stamp
from briefbook.derive.pages.page import Page, make_page
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Statement
from briefbook.derive.statements import attributed_by, stand
from briefbook.derive.views import Bloc, Cell, Matrix, MatrixRow, PositionsPage

MOST_COLUMNS = 6
"""Issues in one table."""


def iter_positions(situation: Situation) -> Iterator[Page]:
    """The one page of positions."""
    yield make_page(situation, "positions", "positions.html", positions_page)


def positions_page(situation: Situation) -> PositionsPage:
    """The view of all positions."""
    at = At(situation, "positions")
    issues = [issue for issue in situation.issues if issue in situation.stances.by_issue]
    starts = range(0, len(issues), MOST_COLUMNS)
    return PositionsPage(
        as_of=dates.maybe_date(situation.as_of),
        actors=len(situation.parties),
        issues=len(issues),
        on_record=len(situation.stances.cells),
        cells=len(situation.parties) * len(issues),
        stand=tuple(stand(issue, at) for issue in issues),
        tables=tuple(matrix(issues[start : start + MOST_COLUMNS], at) for start in starts),
        head=at.head(stamp=situation_stamp(situation)),
    )


def matrix(issues: Sequence[str], at: At) -> Matrix:
    """One table; actors without a word on any of its issues stand in it too, since silence is shown."""
    return Matrix(
        issues=tuple(at.issue(issue) for issue in issues),
        blocs=tuple(
            Bloc(name=name, rows=tuple(row(actor.id, issues, at) for actor in actors))
            for name, actors in groupby(at.situation.parties, key=lambda actor: actor.bloc)
        ),
    )


def row(actor: str, issues: Sequence[str], at: At) -> MatrixRow:
    """What an actor says on each issue."""
    cells = at.situation.stances.cells
    found = (cells.get((actor, issue)) for issue in issues)
    return MatrixRow(
        actor=at.actor(actor),
        cells=tuple(None if each is None else cell(each.present, at) for each in found),
    )


def cell(statement: Statement, at: At) -> Cell:
    """A position in the matrix."""
    at.show(statement.position)
    return Cell(
        stance=statement.position.stance,
        attributed=not statement.is_stated,
        according_to=attributed_by(statement, at),
        conditional=bool(statement.position.condition),
        url=at.href_to(statement),
    )
