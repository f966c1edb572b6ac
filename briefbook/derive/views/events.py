"""What happened, and what is planned."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, View
from briefbook.derive.views.evidence import Correction, Evidence
from briefbook.derive.views.figures import Figure
from briefbook.derive.views.references import ActorRef, IssueRef


class Event(View, frozen=True, kw_only=True):
    """An event in its brief."""

    id: str
    anchor: str
    """Its id."""
    title_html: Html
    date: Date
    status: str
    """happened, scheduled, postponed or cancelled."""
    status_now: str
    """Where an update has changed it since; else empty."""
    place: str
    actors: tuple[ActorRef, ...]
    issues: tuple[IssueRef, ...]
    figures: tuple[Figure, ...]
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str


class TimelineRow(View, frozen=True, kw_only=True):
    """A dated line: an event, a dated claim, the deadline of a question, or the next report."""

    kind: str
    """event, claim, due or report (a report has no title: the template says `Next report`)."""
    date: Date
    reported: Date | None
    """Day of the brief that first tells of it, where that was more than a day after it."""
    title_html: Html
    url: str
    """Of the event in its brief, of the claim's page, or of nothing."""
    status: str
    """Of an event: happened, scheduled, postponed, cancelled. Of a claim: its status, to be printed as
    `Claimed, unverified`. Of a question: overdue, or its status."""
    place: str
    by: ActorRef | None
    """Who claims it."""
    corrected: Date | None
    """When it was last corrected by us."""
    actor_ids: tuple[str, ...]
    """Whom it concerns; a filter asks them."""
    issue_ids: tuple[str, ...]
