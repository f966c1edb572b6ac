"""The lists of questions, how they turned out, and a question."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Listed, View
from briefbook.derive.views.claims import ClaimRow
from briefbook.derive.views.drawing import Drawing
from briefbook.derive.views.evidence import Correction, SourceNote
from briefbook.derive.views.forecasts import Estimate, Indicator, Likelihood, Question, QuestionRow
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.derive.views.site import Head, Pager
from briefbook.derive.views.updates import Step


class Board(View, frozen=True, kw_only=True):
    """A way to list the questions."""

    code: str
    """deadline, issue or actor."""
    url: str
    """Empty for the one at hand."""


class Calibration(View, frozen=True, kw_only=True):
    """What came of the questions for which one likelihood was held when their outcome came."""

    likelihood: Likelihood
    answered: int
    yes: int


class QuestionsPage(View, frozen=True, kw_only=True):
    """`/questions/` (questions.html): overdue, then by deadline, without one, closed (newest first)."""

    head: Head
    boards: tuple[Board, ...]
    """Empty where there is no question."""
    calendar: str
    """The way to the calendar; empty where there is none."""
    forecasts: int
    """Questions for which a likelihood was held when their outcome came; on the first page only."""
    calibration: tuple[Calibration, ...]
    """Likelihoods with enough of them, from the least likely up; on the first page only."""
    open: int
    overdue: int
    drawing: Drawing | None
    """Of the deadlines to come and those passed; on the first page only."""
    rows: tuple[QuestionRow, ...]
    pager: Pager


class QuestionGroup(View, frozen=True, kw_only=True):
    """The questions on one issue, or about one actor."""

    issue: IssueRef | None
    actor: ActorRef | None
    """Neither: the questions that name none."""
    goes_on: bool
    """Whether it began on an earlier page."""
    count: int
    """Questions in all."""
    rows: tuple[QuestionRow, ...]


class QuestionBoardPage(View, frozen=True, kw_only=True):
    """`/questions/by/issue/` and `/questions/by/actor/` (board.html): a question stands under each."""

    head: Head
    by: str
    """issue or actor."""
    boards: tuple[Board, ...]
    groups: tuple[QuestionGroup, ...]
    """The most urgent first."""
    pager: Pager


class QuestionPage(View, frozen=True, kw_only=True):
    """`/questions/<id>/` (question.html)."""

    head: Head
    question: Question
    indicators: tuple[Indicator, ...]
    likelihoods: Listed[Estimate]
    """Oldest first; the latest ones where the list is cut."""
    before_outcome: Likelihood | None
    """Held when the outcome came."""
    answered: Date | None
    """When the outcome came, or the question was closed."""
    drawing: Drawing | None
    """Of the likelihoods, where they changed."""
    claims: Listed[ClaimRow]
    """That it is about."""
    history: Listed[Step]
    """Oldest first, the asking included; the latest ones where the list is cut."""
    mentioned: Listed[BriefRef]
    """Briefs that name it, newest first."""
    corrections: Listed[Correction]
    """Of claims that it is about, newest first, at most 3; those of the question itself stand with it."""
    sources: tuple[SourceNote, ...]
