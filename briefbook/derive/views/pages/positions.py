"""Who stands where: the matrix of actors and issues."""

from __future__ import annotations

from briefbook.derive.views.base import Date, View
from briefbook.derive.views.drawing import Drawing
from briefbook.derive.views.positions import Stand
from briefbook.derive.views.references import ActorRef, IssueRef
from briefbook.derive.views.site import Head, Pager


class Cell(View, frozen=True, kw_only=True):
    """A position in the matrix."""

    stance: str
    attributed: bool
    according_to: str
    """As in `Position`."""
    conditional: bool
    moved: bool
    """What the actor states has changed from one stance to another, lately or before."""
    said: str
    """EDTF: `date|when` prints it without markup."""
    corrected: str
    """When it was last corrected by us, as `said`; empty where it never was."""
    url: str
    """Of its evidence."""


class MatrixRow(View, frozen=True, kw_only=True):
    """An actor in the matrix."""

    actor: ActorRef
    is_voice: bool
    """Speaks from within the last actor above that is none."""
    cells: tuple[Cell | None, ...]
    """One for each issue of the table; None is silence."""


class Bloc(View, frozen=True, kw_only=True):
    """A row group of the matrix."""

    name: str
    """Empty for actors without a bloc; they come last."""
    kind: str
    """Theirs, by which they are grouped; else empty."""
    rows: tuple[MatrixRow, ...]
    """A body's row, then those of its voices."""


class Matrix(View, frozen=True, kw_only=True):
    """A table of at most fifteen issues; a long one goes on in the next, with other actors."""

    issues: tuple[IssueRef, ...]
    blocs: tuple[Bloc, ...]
    """Actors without a position on any of these issues are left out."""
    silent: int
    """Actors left out; counted where the table ends."""


class IssueMoves(View, frozen=True, kw_only=True):
    """Who moved on an issue, as a drawing."""

    issue: IssueRef
    drawing: Drawing


class PositionsPage(View, frozen=True, kw_only=True):
    """`/positions/` (positions.html): list by issue first, then the matrix; so much as one page takes."""

    head: Head
    as_of: Date | None
    actors: int
    issues: int
    on_record: int
    """Cells of the matrix with a position."""
    cells: int
    stand: tuple[Stand, ...]
    """Each issue's anchor is its id."""
    paper: tuple[str, ...]
    """Urls of the sheets for paper."""
    paper_more: int
    """Sheets that the rest of the table would take, and that are not made."""
    network: Drawing | None
    """On the first page only, where `dot` of Graphviz lays it out."""
    moves: tuple[IssueMoves, ...]
    """On the first page only: the issues on which somebody moved last."""
    tables: tuple[Matrix, ...]
    """Here where list and table are short; long ones stand apart, with the table at `/positions/table/`."""
    table_url: str
    """The way to the table; empty where there is none."""
    list_url: str
    """On a page of the table alone: the way to the list by issue. Empty elsewhere."""
    pager: Pager
