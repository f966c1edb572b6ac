"""The picture as of an earlier day."""

from __future__ import annotations

from briefbook.derive.views.base import Count, Html, View
from briefbook.derive.views.claims import ClaimRow
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.positions import Stand
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.site import Head, Pager


class AsOfRow(View, frozen=True, kw_only=True):
    """A day in the list of earlier days."""

    brief: BriefRef
    """Its url is that of the situation as it stood when this brief was the newest."""
    ends_month: bool
    """Whether it is the last one of a month that is over."""


class AsOfList(View, frozen=True, kw_only=True):
    """`/as-of/` (as-of-list.html), newest first: the newest 24 briefs and the last one of each month."""

    head: Head
    rows: tuple[AsOfRow, ...]
    pager: Pager


class AsOfPage(View, frozen=True, kw_only=True):
    """`/as-of/<brief>/` (as-of.html): the situation as it stood when this brief was the newest.

    Nothing in it changes when a later brief is added, but for what that brief corrects.
    """

    head: Head
    brief: BriefRef
    bottom_line_html: Html
    key_messages_html: tuple[Html, ...]
    stated: int
    """Positions: actor and issue pairs with a statement of the actor's own."""
    attributed: int
    """Pairs with statements by others alone."""
    claims_by_status: tuple[Count, ...]
    open: int
    """Questions that were open or partly answered."""
    overdue: int
    """Of these, past their due date on that day."""
    stand: tuple[Stand, ...]
    """Of the issues on which somebody had spoken."""
    stand_more: int
    """Issues left out."""
    silent: int
    """Actors of the matrix, of those that a brief had named, without any position."""
    actors: int
    """Actors of the matrix that a brief had named."""
    questions: tuple[QuestionRow, ...]
    """Overdue, then by deadline, without one, closed (newest first)."""
    questions_more: int
    claims: tuple[ClaimRow, ...]
    """First what the brief leans on, then disputed, unverified and settled ones, newest first."""
    claims_more: int
    coming: tuple[TimelineRow, ...]
    """What was scheduled and still ahead."""
    coming_more: int
