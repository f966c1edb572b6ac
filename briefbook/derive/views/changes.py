"""What a brief changed in the picture."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, View
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef


class Change(View, frozen=True, kw_only=True):
    """One thing that a brief changed."""

    kind: str
    """Heaviest first: moved, withdrawn, correction, claim-rated, question-answered, question-overdue,
    condition, position-new, figure-revised, claim-new, question-new, event-changed, event-scheduled,
    question-changed, judgement-new, judgement-changed, claim-changed, attributed, reported-late,
    actor-new."""
    date: Date
    """When it was said or became known."""
    url: str
    """Of the entry."""
    text_html: Html
    """Text of the claim, question, judgement or event; empty for positions and actors."""
    actor: ActorRef | None
    """Of a position; who claims; the new actor."""
    issue: IssueRef | None
    """Of a position."""
    was: str
    """Stance or status before; of a figure, the words as given before."""
    now: str
    """Stance or status after; of a figure, the words as given now."""
    what: str
    """Of a figure: what is counted."""
    according_to: str
    """For `attributed`: who says so; empty where the article does."""
    condition_html: Html
    reason_html: Html


class Changes(View, frozen=True, kw_only=True):
    """What a brief changed against all briefs before it."""

    is_first: bool
    """There is no earlier brief: `First brief. Nothing to compare yet.`"""
    since: BriefRef | None
    """The brief before."""
    changes: tuple[Change, ...]
    """Heaviest first; empty for the first brief."""
    more: int
    """Changes left out here."""
    reaffirmed: int
    """Positions stated again without a change."""
