"""What an update changed in an entry, field by field."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Link, View
from briefbook.derive.views.claims import Reply
from briefbook.derive.views.evidence import Correction, Evidence
from briefbook.derive.views.figures import Figure
from briefbook.derive.views.references import BriefRef


class FieldChange(View, frozen=True, kw_only=True):
    """A field that an update changed, as plain words."""

    field: str
    """Its key: status, text, title, date, place, due, owner, answer, likelihood, outcome, credibility, why,
    confidence, basis."""
    was: str
    now: str


class Step(View, frozen=True, kw_only=True):
    """One point in the history of a claim, event, question or judgement: its first entry, or an update."""

    date: Date
    """When it was said or became known."""
    is_first: bool
    was: str
    """Status (for a judgement its likelihood) before; empty at first."""
    status: str
    """And after."""
    fields: tuple[FieldChange, ...]
    """What the update changed."""
    reason_html: Html
    seen: tuple[str, ...]
    """Indicators seen, as sentences."""
    contradicts: tuple[Link, ...]
    """Claims that it found to contradict the entry."""
    replies: tuple[Reply, ...]
    """Replies that it added."""
    figures: tuple[Figure, ...]
    """Figures that it added."""
    evidence: tuple[Evidence, ...]
    note_html: Html
    brief: BriefRef


class Update(View, frozen=True, kw_only=True):
    """An update where its own brief prints it."""

    anchor: str
    kind: str
    """claim, event, question or judgement."""
    entry_html: Html
    """The entry's text as it now reads."""
    url: str
    """Of the entry."""
    step: Step
    corrections: tuple[Correction, ...]
    """What was wrong in it; where a brief updates an entry twice, with the last update."""
