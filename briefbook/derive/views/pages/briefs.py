"""The list of briefs, and a brief."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Listed, View
from briefbook.derive.views.changes import Changes
from briefbook.derive.views.claims import Claim
from briefbook.derive.views.events import Event
from briefbook.derive.views.evidence import Citation, Correction, SourceNote
from briefbook.derive.views.forecasts import Judgement, Question
from briefbook.derive.views.positions import IssuePositions
from briefbook.derive.views.references import ActorRef, BriefRef
from briefbook.derive.views.site import Head, Pager
from briefbook.derive.views.stood import Then
from briefbook.derive.views.ties import Tie
from briefbook.derive.views.updates import Update


class BriefRow(View, frozen=True, kw_only=True):
    """A brief in the list of briefs."""

    brief: BriefRef
    bottom_line_html: Html
    sources: int
    corrected: bool
    """Whether something in it was corrected."""
    tlp: str


class BriefsPage(View, frozen=True, kw_only=True):
    """`/briefs/` (briefs.html), newest first."""

    head: Head
    rows: tuple[BriefRow, ...]
    pager: Pager


class BriefPage(View, frozen=True, kw_only=True):
    """`/briefs/<id>/` (brief.html): a dated document, so its entries read as they were reported."""

    head: Head
    id: str
    title: str
    as_of: Date
    product: str
    status: str
    cleared_by: str
    authors: tuple[str, ...]
    tlp: str
    note_html: Html
    newer: BriefRef | None
    """The brief that follows."""
    previous: BriefRef | None
    next_report: Date | None
    bottom_line_html: Html
    key_messages_html: tuple[Html, ...]
    changes: Changes
    body_html: Html
    positions: tuple[IssuePositions, ...]
    claims: tuple[Claim, ...]
    updates: tuple[Update, ...]
    """Updates to entries of earlier briefs."""
    events: tuple[Event, ...]
    """Past by the brief's own date, oldest first."""
    coming: tuple[Event, ...]
    """Ahead of the brief's own date, soonest first."""
    questions: tuple[Question, ...]
    judgements: tuple[Judgement, ...]
    ties: tuple[Tie, ...]
    actors: tuple[ActorRef, ...]
    """Introduced here."""
    then: Then
    limitations_html: tuple[Html, ...]
    assumptions_html: tuple[Html, ...]
    corrections: Listed[Correction]
    """Of what stands in it, or of what it rests on, newest first, at most 7."""
    sources: tuple[SourceNote, ...]
    passages: int
    """Quotations and words, over all sources."""
    proved: int
    """Of these, found in the text or proved by a lock."""
    cite: Citation
