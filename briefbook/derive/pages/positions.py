"""Where everyone stands: by issue in words, and as a matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from briefbook.derive import dates, stances
from briefbook.derive.at import At, situation_stamp
from briefbook.derive.drawings.moves import draw_moves, last_moved
from briefbook.derive.drawings.network import draw_network
from briefbook.derive.drawings.paper import sheets_of
from briefbook.derive.matrix import Line, Part, iter_pages
from briefbook.derive.notices import corrected
from briefbook.derive.pages.page import Page, Sheet, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.statements import attributed_by, stand
from briefbook.derive.views.pages.positions import Bloc, Cell, IssueMoves, Matrix, MatrixRow, PositionsPage
from briefbook.model.book import address

TABLE = "positions/table"
"""The table where it stands apart from the list."""
MOST_BESIDE = 100
"""Positions of a table that stands beneath the list."""
MOST_LISTED = 480
"""Names on one page of the list."""
MOST_NAMES = 12
"""Actors of one stance in the list of an issue; the issue's page has all."""

MOST_MOVED = 6
"""Issues whose moves are drawn here; the page of each issue has its own."""
MOST_TRACKS = 3
"""Actors in each of these drawings."""


def iter_positions(situation: Situation) -> Iterator[Page]:
    """The list by issue, and the table beneath it, or apart where they are long; there is always a page."""
    lists = list(_iter_lists(situation))
    tables = list(iter_pages(situation))
    is_short = len(lists) < 2 and sum(part.spoken for page in tables for part in page) <= MOST_BESIDE
    for number, issues in enumerate(lists or [[]], 1):
        sheet = Sheet("positions", number, len(lists) or 1, len(situation.stances.by_issue))
        parts = [part for page in tables for part in page] if is_short else []
        made = partial(positions_page, issues=issues, parts=parts, sheet=sheet, is_table=False)
        yield make_page(situation, sheet.path, "positions.html", made)
    for number, parts in enumerate([] if is_short else tables, 1):
        sheet = Sheet(TABLE, number, len(tables), len(situation.parties))
        made = partial(positions_page, issues=(), parts=parts, sheet=sheet, is_table=True)
        yield make_page(situation, sheet.path, "positions.html", made)


def _iter_lists(situation: Situation) -> Iterator[list[str]]:
    """The issues that each page lists; the drawings of the first take the place of some names."""
    page: list[str] = []
    names, most = 0, MOST_LISTED // 2
    for issue in situation.issues:
        cells = situation.stances.by_issue.get(issue)
        if not cells:
            continue
        alike = Counter((cell.present.position.stance, cell.present.is_stated) for cell in cells)
        shown = sum(min(count, MOST_NAMES) for count in alike.values())
        if page and names + shown > most:
            yield page
            page, names, most = [], 0, MOST_LISTED
        page.append(issue)
        names += shown
    if page:
        yield page


def positions_page(
    situation: Situation, *, issues: Sequence[str], parts: Sequence[Part], sheet: Sheet, is_table: bool
) -> PositionsPage:
    """The view of one page of positions: of the list, or of the table where it stands apart."""
    at = At(situation, sheet.path)
    every = len(situation.stances.by_issue)
    is_drawn = sheet.is_first and not is_table
    sheets = sheets_of(situation) if is_drawn else []
    return PositionsPage(
        as_of=dates.maybe_date(situation.as_of),
        actors=len(situation.parties),
        issues=every,
        on_record=len(situation.stances.cells),
        cells=len(situation.parties) * every,
        stand=tuple(stand(issue, at, MOST_NAMES) for issue in issues),
        paper=tuple(at.root + each.file for each in sheets),
        paper_more=sheets[0].sheets - len(sheets) if sheets else 0,
        network=draw_network(at) if is_drawn else None,
        moves=tuple(_iter_moves(at)) if is_drawn else (),
        tables=tuple(matrix(part, at) for part in parts),
        table_url="#_table" if parts else at.href(TABLE) if every else "",
        list_url=at.href("positions") if is_table else "",
        pager=pager(sheet, at),
        head=at.head(stamp=situation_stamp(situation)),
    )


def _iter_moves(at: At) -> Iterator[IssueMoves]:
    for issue in last_moved(at, MOST_MOVED):
        drawing = draw_moves(issue, at, MOST_TRACKS)
        if drawing is not None:
            yield IssueMoves(issue=at.issue(issue), drawing=drawing)


def matrix(part: Part, at: At) -> Matrix:
    """One table."""
    return Matrix(
        issues=tuple(at.issue(issue) for issue in part.issues),
        blocs=tuple(
            Bloc(name=name, kind=kind, rows=tuple(row(line, part.issues, at) for line in lines))
            for (name, kind), lines in groupby(part.lines, key=partial(_group, situation=at.situation))
        ),
        silent=part.silent,
    )


def _group(line: Line, situation: Situation) -> tuple[str, str]:
    """The bloc of a row, or its kind where there is none."""
    head = situation.actors[line.body]
    return head.bloc, "" if head.bloc else head.kind


def row(line: Line, issues: Sequence[str], at: At) -> MatrixRow:
    """What an actor says on each issue."""
    cells = at.situation.stances.cells
    found = (cells.get((line.actor.id, issue)) for issue in issues)
    return MatrixRow(
        actor=at.actor(line.actor.id, at.situation.as_of, line.body),
        is_voice=line.is_voice,
        cells=tuple(None if each is None else cell(each, at) for each in found),
    )


def cell(of: stances.Cell, at: At) -> Cell:
    """A position in the matrix."""
    statement = of.present
    at.show(statement.position)
    mended = corrected(address(statement.position), at, statement.brief)
    return Cell(
        stance=statement.position.stance,
        attributed=not statement.is_stated,
        according_to=attributed_by(statement, at),
        conditional=bool(statement.position.condition),
        moved=of.has_moved,
        said=statement.said.text,
        corrected=mended.text if mended else "",
        url=at.href_to(statement),
    )
