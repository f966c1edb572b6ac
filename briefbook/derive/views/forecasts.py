"""Questions and judgements: what may come, and how likely it is held to be."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Link, Listed, View
from briefbook.derive.views.evidence import Correction, Evidence
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef


class Likelihood(View, frozen=True, kw_only=True):
    """A word of estimative probability with its range."""

    words: str
    low: int
    """Percent; low and high are both 0 where the scale does not know the words."""
    high: int
    scale: str
    """icd-203 or phia."""


class Indicator(View, frozen=True, kw_only=True):
    """What would be seen if a question were being answered."""

    name: str
    text: str
    seen: Date | None
    reason_html: Html
    """Of the update that reports it; empty where the asking did."""
    evidence: tuple[Evidence, ...]
    """Of that update."""
    brief: BriefRef | None
    """That reports it; None where it has not been seen."""


class QuestionRow(View, frozen=True, kw_only=True):
    """A question in a list."""

    id: str
    url: str
    """Of its own page."""
    text_html: Html
    status: str
    """open, partly-answered, answered or overtaken."""
    overdue: bool
    """Open after its due date, judged by `head.judged`."""
    due: Date | None
    owner: str
    asked: Date
    answer_html: Html
    outcome: str
    """yes or no, where it was asked so and is answered."""
    corrected: Date | None
    """When it was last corrected by us."""


class Question(View, frozen=True, kw_only=True):
    """A question whole: as it was asked on its brief's page, as it stands now on its own."""

    id: str
    anchor: str
    """Its id."""
    url: str
    permalink: str
    text_html: Html
    status: str
    status_now: str
    """Where it has been answered since (only on its brief's page); else empty."""
    overdue: bool
    """On its brief's page judged by the brief's own date."""
    due: Date | None
    owner: str
    asked: Date
    why_html: Html
    answer_html: Html
    outcome: str
    """yes or no, once known."""
    likelihood: Likelihood | None
    about: tuple[Link, ...]
    """Claims that it is about."""
    issues: tuple[IssueRef, ...]
    actors: tuple[ActorRef, ...]
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class Revision(View, frozen=True, kw_only=True):
    """A judgement at one time: as it was made, or as an update left it."""

    date: Date
    """When it was made, or revised."""
    likelihood: Likelihood
    confidence: str
    """high, moderate or low."""
    reason_html: Html
    brief: BriefRef


class Judgement(View, frozen=True, kw_only=True):
    """What we think; likelihood and confidence stand on lines of their own.

    As it was made on its brief's page, as it stands now in the list of judgements.
    """

    id: str
    anchor: str
    permalink: str
    """In its brief."""
    text_html: Html
    likelihood: Likelihood
    likelihood_now: str
    """Where an update has changed it since (only on its brief's page); else empty."""
    confidence_now: str
    """In the same way."""
    confidence: str
    """high, moderate or low."""
    basis_html: Html
    alternatives_html: tuple[Html, ...]
    history: Listed[Revision]
    """Oldest first, the first included; empty where nothing has changed."""
    issues: tuple[IssueRef, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class JudgementRow(View, frozen=True, kw_only=True):
    """A judgement in one line, as it stands now."""

    url: str
    """Of the judgement in its brief."""
    text_html: Html
    likelihood: Likelihood
    confidence: str
    made: Date
    """As-of date of its brief."""
    revised: Date | None
    """When an update last changed it."""
    corrected: Date | None
    """When it was last corrected by us."""


class Estimate(View, frozen=True, kw_only=True):
    """How likely yes was held to be at one time."""

    date: Date
    until: Date | None
    """When another took its place, or the question was closed."""
    is_now: bool
    """Held still; with neither this nor `until`, it came no earlier than the answer."""
    likelihood: Likelihood
    reason_html: Html
    brief: BriefRef
