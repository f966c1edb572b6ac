"""The first page, and the page of an earlier day."""

from __future__ import annotations

from briefbook.derive.views.base import Count, Date, Html, Listed, View
from briefbook.derive.views.changes import Changes
from briefbook.derive.views.claims import Claim
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction
from briefbook.derive.views.forecasts import JudgementRow, QuestionRow
from briefbook.derive.views.positions import Stand
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.site import Head


class Facts(View, frozen=True, kw_only=True):
    """The book in numbers."""

    stated: int
    """Positions: actor and issue pairs with a statement of the actor's own."""
    attributed: int
    """Pairs with statements by others alone; with `stated`, every pair is counted once."""
    claims: int
    claims_by_status: tuple[Count, ...]
    questions_open: int
    """Open or partly answered."""
    questions_overdue: int
    sources: int
    actors: int
    issues: int
    briefs: int


class Home(View, frozen=True, kw_only=True):
    """`/` (home.html). An empty book has no as_of and no brief; everything else is empty then."""

    head: Head
    as_of: Date | None
    next_report: Date | None
    brief: BriefRef | None
    """The newest."""
    bottom_line_html: Html
    key_messages_html: tuple[Html, ...]
    facts: Facts
    changes: Changes
    """At most 7."""
    questions: tuple[QuestionRow, ...]
    """Open ones, overdue first, then by deadline."""
    questions_more: int
    stand: tuple[Stand, ...]
    stand_more: int
    """Issues left out."""
    silent: int
    """Actors of the matrix without any position."""
    actors: int
    """Actors of the matrix."""
    claims: tuple[Claim, ...]
    """Unverified and disputed, without evidence; first what the newest brief leans on or others dispute."""
    claims_more: int
    judgements: Listed[JudgementRow]
    """Made last, at most 3."""
    limitations: Listed[Html]
    """What the newest brief does not know, at most 3."""
    assumptions: Listed[Html]
    """What it takes for granted, at most 3."""
    coming: Listed[TimelineRow]
    """Scheduled and still ahead, with the next report; at most 7."""
    latest: tuple[BriefRef, ...]
    corrections: Listed[Correction]
    """Newest first, at most 5."""
