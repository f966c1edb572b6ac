"""Where everyone stands: by issue in words, and as a matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from briefbook.derive import dates
from briefbook.derive.at import At, situation_stamp
from briefbook.derive.pages.page import Page, Sheet, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Statement
from briefbook.derive.statements import attributed_by, stand
from briefbook.derive.views import Bloc, Cell, Matrix, MatrixRow, PositionsPage
from briefbook.model.records import Actor

MOST_COLUMNS = 6
"""Issues in one table."""
MOST_ACTORS = 60
"""Actors in one table."""
MOST_CELLS = 400
"""Cells of the tables on one page, the silent ones included; one table is never cut for it."""
MOST_NAMES = 12
"""Actors of one stance in the list of an issue; the issue's page has all."""


class Part(NamedTuple):
    """One table: some actors on some issues."""

    issues: tuple[str, ...]
    actors: tuple[Actor, ...]
    silent: int
    """Actors left out, counted in the last table of these issues."""


def iter_positions(situation: Situation) -> Iterator[Page]:
    """The pages of positions; there is always a first one."""
    pages = list(iter_pages(situation)) or [[]]
    tables = sum(map(len, pages))
    for number, parts in enumerate(pages, 1):
        sheet = Sheet("positions", number, len(pages), tables)
        made = partial(positions_page, parts=parts, sheet=sheet)
        yield make_page(situation, sheet.path, "positions.html", made)


def iter_pages(situation: Situation) -> Iterator[list[Part]]:
    """The tables of each page."""
    page: list[Part] = []
    cells = 0
    for part in iter_parts(situation):
        size = len(part.issues) * len(part.actors)
        if page and cells + size > MOST_CELLS:
            yield page
            page, cells = [], 0
        page.append(part)
        cells += size
    if page:
        yield page


def iter_parts(situation: Situation) -> Iterator[Part]:
    """The matrix cut into tables."""
    issues = [issue for issue in situation.issues if issue in situation.stances.by_issue]
    for start in range(0, len(issues), MOST_COLUMNS):
        columns = tuple(issues[start : start + MOST_COLUMNS])
        spoken = {cell.actor.id for issue in columns for cell in situation.stances.by_issue[issue]}
        actors = [actor for actor in situation.parties if actor.id in spoken]
        for first in range(0, len(actors), MOST_ACTORS):
            rows = tuple(actors[first : first + MOST_ACTORS])
            is_last = first + MOST_ACTORS >= len(actors)
            yield Part(columns, rows, len(situation.parties) - len(actors) if is_last else 0)


def positions_page(situation: Situation, *, parts: Sequence[Part], sheet: Sheet) -> PositionsPage:
    """The view of one page of positions."""
    at = At(situation, sheet.path)
    issues = dict.fromkeys(issue for part in parts for issue in part.issues)
    every = len(situation.stances.by_issue)
    return PositionsPage(
        as_of=dates.maybe_date(situation.as_of),
        actors=len(situation.parties),
        issues=every,
        on_record=len(situation.stances.cells),
        cells=len(situation.parties) * every,
        stand=tuple(stand(issue, at, MOST_NAMES) for issue in issues),
        tables=tuple(matrix(part, at) for part in parts),
        pager=pager(sheet, at),
        head=at.head(stamp=situation_stamp(situation)),
    )


def matrix(part: Part, at: At) -> Matrix:
    """One table."""
    return Matrix(
        issues=tuple(at.issue(issue) for issue in part.issues),
        blocs=tuple(
            Bloc(name=name, rows=tuple(row(actor.id, part.issues, at) for actor in actors))
            for name, actors in groupby(part.actors, key=lambda actor: actor.bloc)
        ),
        silent=part.silent,
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
