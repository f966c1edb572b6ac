"""The list of figures."""

from __future__ import annotations

from briefbook.derive.views.base import View
from briefbook.derive.views.figures import FigureRow
from briefbook.derive.views.references import ActorRef
from briefbook.derive.views.site import Head, Pager


class FiguresPage(View, frozen=True, kw_only=True):
    """`/figures/` (figures.html): claims and events with numbers, those with the newest first."""

    head: Head
    rows: tuple[FigureRow, ...]
    actors: tuple[ActorRef, ...]
    """Who gives them, by name."""
    pager: Pager
