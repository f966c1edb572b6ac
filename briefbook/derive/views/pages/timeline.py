"""Events in the order of time."""

from __future__ import annotations

from briefbook.derive.views.base import Listed, View
from briefbook.derive.views.drawing import Drawing
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.references import ActorRef, IssueRef
from briefbook.derive.views.site import Head, Pager


class TimelinePage(View, frozen=True, kw_only=True):
    """`/timeline/` (timeline.html)."""

    head: Head
    coming: Listed[TimelineRow]
    """Still ahead, soonest first; on the first page only."""
    rows: tuple[TimelineRow, ...]
    """Newest first."""
    actors: tuple[ActorRef, ...]
    """Those of both lists, by name."""
    issues: tuple[IssueRef, ...]
    drawing: Drawing | None
    """Of the newest rows, those ahead and the questions that are due; on the first page only."""
    calendar: str
    """The way to the calendar; empty where there is none, and on further pages."""
    pager: Pager
