"""The list of claims, and a claim."""

from __future__ import annotations

from briefbook.derive.views.base import Count, Listed, View
from briefbook.derive.views.claims import Claim, ClaimRow, Contradiction, Pair
from briefbook.derive.views.evidence import SourceNote
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.derive.views.site import Head, Pager
from briefbook.derive.views.updates import Step


class ClaimsPage(View, frozen=True, kw_only=True):
    """`/claims/` (claims.html), newest first."""

    head: Head
    by_status: tuple[Count, ...]
    """On the first page."""
    pairs: Listed[Pair]
    """Contradictions, newest first, on the first page."""
    figures_url: str
    """Of the page of figures; empty where there are none."""
    actors: tuple[ActorRef, ...]
    """Those of its rows, by name."""
    issues: tuple[IssueRef, ...]
    rows: tuple[ClaimRow, ...]
    pager: Pager


class ClaimPage(View, frozen=True, kw_only=True):
    """`/claims/<id>/` (claim.html)."""

    head: Head
    claim: Claim
    this: Contradiction
    """The claim in short, to be set beside those that contradict it."""
    history: Listed[Step]
    """Oldest first, the first report included; the latest ones where the list is cut."""
    questions: Listed[QuestionRow]
    """That ask about it."""
    mentioned: Listed[BriefRef]
    """Briefs that name it, newest first."""
    sources: tuple[SourceNote, ...]
