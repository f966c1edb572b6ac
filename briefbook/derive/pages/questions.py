"""The list of questions, and each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from briefbook.derive import dates, entries
from briefbook.derive.at import At, changed
from briefbook.derive.entries import UNANSWERED, Life, is_overdue
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim_row, likelihood, question, question_row
from briefbook.derive.links import inline_html, plain
from briefbook.derive.pages.lists import Section, history, in_brief, iter_lists_of
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views import BriefRef, ClaimRow, Estimate, Html, QuestionPage, QuestionsPage, Step
from briefbook.model.records import Brief, Claim, Question


class QuestionLists(NamedTuple):
    """The lists of a question, each newest first where nothing else is said."""

    likelihoods: Section[entries.Step | None, Estimate]
    """The asking, which no update brought, is None."""
    claims: Section[Life, ClaimRow]
    """As the question names them."""
    history: Section[entries.Step | None, Step]
    mentioned: Section[Brief, BriefRef]


def iter_questions(situation: Situation) -> Iterator[Page]:
    """The list by deadline, then each question."""
    yield from iter_sheets(situation, "questions", by_deadline(situation), questions_page)
    for life in situation.entries.questions:
        path = f"questions/{life.id}"
        yield make_page(situation, path, "question.html", partial(question_page, id=life.id))
        yield from iter_lists_of(life, path, situation, question_lists(life, situation))


def by_deadline(situation: Situation) -> list[Life]:
    """All questions: open ones by deadline, those without one, then closed ones, newest first."""
    return sorted_by_deadline(situation.entries.questions, situation)


def sorted_by_deadline(lives: Iterable[Life], situation: Situation) -> list[Life]:
    """The questions in the order in which readers need them."""

    def order(life: Life) -> tuple[object, ...]:
        record = life.now
        assert isinstance(record, Question)
        if record.status not in UNANSWERED:
            return 2, -situation.rank[life.brief.id], life.id
        if record.due is None:
            return 1, -situation.rank[life.brief.id], life.id
        return 0, record.due.last, life.id

    return sorted(lives, key=order)


def questions_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> QuestionsPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    at.is_judged = sheet.is_first and bool(rows)
    lives = situation.entries.questions if sheet.is_first else ()
    records = [life.now for life in lives if isinstance(life.now, Question)]
    return QuestionsPage(
        open=sum(record.status in UNANSWERED for record in records),
        overdue=sum(is_overdue(record, situation.today) for record in records),
        rows=tuple(question_row(life, at) for life in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def question_lists(life: Life, situation: Situation) -> QuestionLists:
    """The lists of a question."""
    record, lives = life.now, situation.entries.lives
    assert isinstance(record, Question)
    about = [lives[id] for id in record.about if id in lives]
    claims = [each for each in about if isinstance(each.now, Claim)]
    return QuestionLists(
        likelihoods=Section(
            "likelihoods", "likelihoods", estimates(life)[::-1], lambda each, at: estimate(life, each, at)
        ),
        claims=Section("claims", "claims", claims, claim_row),
        history=history(life),
        mentioned=Section("mentioned", "briefs", situation.mentions.briefs.get(life.id, ())[::-1], in_brief),
    )


def question_page(situation: Situation, *, id: str) -> QuestionPage:
    """The view of a question."""
    at = At(situation, f"questions/{id}", has_notes=True)
    life = situation.entries.lives[id]
    record = life.now
    assert isinstance(record, Question)
    at.is_judged = is_overdue(record, situation.today)
    briefs = situation.mentions.briefs.get(id, [])
    lists = question_lists(life, situation)
    return QuestionPage(
        question=question(life, at, situation.today),
        likelihoods=lists.likelihoods.last(at),
        claims=lists.claims.first(at),
        history=lists.history.last(at),
        mentioned=lists.mentioned.first(at),
        sources=notes(at),
        head=at.head(
            plain(record.text, at),
            description=plain(record.why, at),
            crumb=plain(record.text, at),
            stamp=changed(briefs[-1] if briefs else life.brief),
        ),
    )


def estimates(life: Life) -> list[entries.Step | None]:
    """When it was said how likely yes is, oldest first; None stands for the asking."""
    assert isinstance(life.first, Question)
    asked: list[entries.Step | None] = [None] if life.first.likelihood else []
    return asked + [step for step in life.steps if step.update.likelihood]


def estimate(life: Life, step: entries.Step | None, at: At) -> Estimate:
    """How likely yes was held to be."""
    if step is None:
        assert isinstance(life.first, Question)
        return Estimate(
            date=dates.date(life.brief.as_of),
            likelihood=likelihood(life.first.likelihood, at),
            reason_html=Html(""),
            brief=at.brief(life.brief, life.id),
        )
    return Estimate(
        date=dates.date(step.said),
        likelihood=likelihood(step.update.likelihood, at),
        reason_html=inline_html(step.update.reason, at, step.brief),
        brief=at.brief(step.brief),
    )
