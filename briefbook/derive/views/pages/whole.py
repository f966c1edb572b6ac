"""A list that is too long for its record's page."""

from __future__ import annotations

from briefbook.derive.views.base import Link, View
from briefbook.derive.views.changes import Change
from briefbook.derive.views.claims import ClaimRow, Contradiction, Reply, ReplyRow
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction, Quotation, SourceNote
from briefbook.derive.views.figures import Figure
from briefbook.derive.views.forecasts import Estimate, QuestionRow, Revision
from briefbook.derive.views.positions import BodyVoices, Earlier, PositionHistory, Standing, Voice
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.derive.views.site import Head, Pager
from briefbook.derive.views.ties import Tie
from briefbook.derive.views.updates import Step


class WholePage(View, frozen=True, kw_only=True):
    """`/<kind>/<id>/<list>/` (whole.html): the whole of a list that the page of a record cuts.

    All fields of rows but one are empty.
    """

    head: Head
    of: tuple[Link, ...]
    """The record whose list it is (of `on`, the actor and the issue); empty for lists of the whole book."""
    code: str
    """Which list. Of an issue: a stance, silent, moved, others, voices, claims, questions, timeline, briefs,
    corrections. Of an actor: members, short, silent, changes, stated, others, voices, made, about, replies,
    events, ties, questions, mentioned, corrections, on (what it has stated on one issue). Of a claim:
    replies, figures, contradicts, history, questions, mentioned. Of a question: likelihoods, claims, history,
    mentioned, corrections. Of a judgement: history. Of a source: quotations, briefs. Of a brief, or of the
    whole book: corrections. Else: coming."""
    pager: Pager
    positions: tuple[PositionHistory, ...] = ()
    statements: tuple[Earlier, ...] = ()
    standings: tuple[Standing, ...] = ()
    changes: tuple[Change, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    issues: tuple[IssueRef, ...] = ()
    voices: tuple[Voice, ...] = ()
    bodies: tuple[BodyVoices, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    replies: tuple[Reply, ...] = ()
    answers: tuple[ReplyRow, ...] = ()
    """Replies that an actor gave."""
    figures: tuple[Figure, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    likelihoods: tuple[Estimate, ...] = ()
    history: tuple[Step, ...] = ()
    revisions: tuple[Revision, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    ties: tuple[Tie, ...] = ()
    briefs: tuple[BriefRef, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sources: tuple[SourceNote, ...] = ()
