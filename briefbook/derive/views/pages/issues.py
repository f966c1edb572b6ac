"""The list of issues, and an issue."""

from __future__ import annotations

from briefbook.derive.views.base import Count, Date, Html, Listed, View
from briefbook.derive.views.changes import Change
from briefbook.derive.views.claims import ClaimRow
from briefbook.derive.views.drawing import Drawing
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction, SourceNote
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.positions import BodyVoices, PositionHistory, Standing
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.derive.views.site import Head, Pager


class IssueRow(View, frozen=True, kw_only=True):
    """An issue in the list of issues."""

    issue: IssueRef
    counts: tuple[Count, ...]
    """Latest stated stances."""
    attributed: int
    """Actors with an attributed position only."""
    last: Date | None


class IssuesPage(View, frozen=True, kw_only=True):
    """`/issues/` (issues.html), in the order in which they came up."""

    head: Head
    rows: tuple[IssueRow, ...]
    pager: Pager


class IssueGroup(View, frozen=True, kw_only=True):
    """Those who have stated one stance on the issue."""

    stance: str
    positions: Listed[PositionHistory]
    """Newest first; the places of the page are shared out evenly among the stances."""
    also: tuple[Standing, ...]
    """The next of those whose words stand on another page."""


class IssuePage(View, frozen=True, kw_only=True):
    """`/issues/<id>/` (issue.html). Long lists are cut, and go on at `/issues/<id>/<list>/`."""

    head: Head
    id: str
    name: str
    proposition: str
    why_html: Html
    note_html: Html
    counts: tuple[Count, ...]
    """Latest stated stances."""
    stated_count: int
    """Actors that have stated a position."""
    attributed_count: int
    """Actors with an attributed one."""
    actors_count: int
    """Actors of the matrix."""
    groups: tuple[IssueGroup, ...]
    """From supports to unclear; only stances that somebody has."""
    silent: Listed[ActorRef]
    """Actors of the matrix without a position on it."""
    moved: Listed[Change]
    """Newest first."""
    moves: Drawing | None
    """Those who moved last."""
    is_first: bool
    """Spoken on in one brief only: nothing to compare yet."""
    others: Listed[PositionHistory]
    """Latest attributed position of each actor, newest first."""
    voices: Listed[BodyVoices]
    claims: Listed[ClaimRow]
    """Newest first."""
    questions: Listed[QuestionRow]
    timeline: Listed[TimelineRow]
    """Oldest first; the latest ones where the list is cut."""
    briefs: Listed[BriefRef]
    """Newest first."""
    corrections: Listed[Correction]
    """Of what this page rests on, newest first, at most 3."""
    sources: tuple[SourceNote, ...]
