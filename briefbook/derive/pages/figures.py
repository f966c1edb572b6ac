"""Numbers side by side: each claim and event that gives any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.derive.at import At, changed
from briefbook.derive.changes import rating
from briefbook.derive.entries import Life
from briefbook.derive.figures import figure, given_so_far
from briefbook.derive.links import entry_link
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, named, pager
from briefbook.derive.place import FIGURES
from briefbook.derive.situation import Situation
from briefbook.derive.views.figures import FigureRow
from briefbook.derive.views.pages.figures import FiguresPage
from briefbook.model.records import Claim

MOST_FIGURES = 12
"""Figures of one entry, the latest; the page of a claim has all."""
MOST_ENTRIES = 30
"""Claims and events on one page."""


def iter_figures(situation: Situation) -> Iterator[Page]:
    """The figures, where the book has any."""
    if rows := counting(situation):
        yield from iter_sheets(situation, FIGURES, rows, figures_page, most=MOST_ENTRIES)


def counting(situation: Situation) -> list[Life]:
    """The claims and events with figures, those that got one last first."""
    lives = (*situation.entries.claims, *situation.entries.events)
    last = {life.id: given[-1].brief for life in lives if (given := given_so_far(life))}
    counted = (situation.entries.lives[id] for id in last)
    return sorted(counted, key=lambda life: (situation.rank[last[life.id].id], life.id), reverse=True)


def figures_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> FiguresPage:
    """The view of one sheet of the figures."""
    at = At(situation, sheet.path)
    shown = tuple(figure_row(life, at) for life in rows)
    return FiguresPage(
        rows=shown,
        actors=named(each.by for row in shown for each in row.figures if each.by),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def figure_row(life: Life, at: At) -> FigureRow:
    """A claim or event with its numbers."""
    given = given_so_far(life)
    return FigureRow(
        id=life.id,
        entry=entry_link(life.id, at, None),
        status=rating(life.now),
        is_claim=isinstance(life.now, Claim),
        figures=tuple(figure(each, at, has_evidence=False) for each in given[-MOST_FIGURES:]),
        count=len(given),
    )
