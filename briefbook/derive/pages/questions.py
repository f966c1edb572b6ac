"""The list of questions, and each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from briefbook.derive import dates, entries
from briefbook.derive.at import At, changed
from briefbook.derive.calendar import calendar_href
from briefbook.derive.corrections import Mended
from briefbook.derive.dates import last_day
from briefbook.derive.drawings.deadlines import draw_deadlines
from briefbook.derive.drawings.likelihoods import Point, draw_likelihoods
from briefbook.derive.entries import UNANSWERED, Life, is_overdue, update_anchor
from briefbook.derive.evidence import evidence, notes
from briefbook.derive.findings import claim_row, likelihood, question, question_row
from briefbook.derive.forecasts import ENOUGH, Held, before_outcome, closed, held, is_closed, tallies
from briefbook.derive.links import inline_html, plain
from briefbook.derive.pages.lists import MOST_ROWS, Section, history, in_brief, iter_lists_of, notices
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Html
from briefbook.derive.views.claims import ClaimRow
from briefbook.derive.views.drawing import Drawing
from briefbook.derive.views.evidence import Correction, Evidence
from briefbook.derive.views.forecasts import Estimate, Indicator
from briefbook.derive.views.pages.questions import Board, Calibration, QuestionPage, QuestionsPage
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.updates import Step
from briefbook.model.records import Brief, Claim, Question

BOARDS = {"deadline": "questions", "issue": "questions/by/issue", "actor": "questions/by/actor"}
"""Code and path; no id of a question, and none of its lists, can be taken for `by/issue`."""


class QuestionLists(NamedTuple):
    """The lists of a question, each newest first where nothing else is said."""

    likelihoods: Section[Held, Estimate]
    claims: Section[Life, ClaimRow]
    """As the question names them."""
    history: Section[entries.Step | None, Step]
    mentioned: Section[Brief, BriefRef]
    corrections: Section[Mended, Correction]
    """Of claims that it is about."""


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
        return 0, last_day(record.due), record.due.last, life.id

    return sorted(lives, key=order)


def questions_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> QuestionsPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    at.is_judged = sheet.is_first and bool(rows)
    lives = situation.entries.questions if sheet.is_first else ()
    records = [life.now for life in lives if isinstance(life.now, Question)]
    counted = tallies(lives, situation.settings.scale)
    return QuestionsPage(
        boards=boards(at, "deadline" if sheet.is_first else "") if rows else (),
        calendar=calendar_href(at) if sheet.is_first else "",
        forecasts=sum(each.answered for each in counted),
        calibration=tuple(
            Calibration(likelihood=likelihood(each.words, at), answered=each.answered, yes=each.yes)
            for each in counted
            if each.answered >= ENOUGH
        ),
        open=sum(record.status in UNANSWERED for record in records),
        overdue=sum(is_overdue(record, situation.today) for record in records),
        drawing=draw_deadlines(at) if sheet.is_first else None,
        rows=tuple(question_row(life, at) for life in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def boards(at: At, here: str) -> tuple[Board, ...]:
    """The ways to list the questions; `here` is the code of the one at hand."""
    return tuple(Board(code=code, url="" if code == here else at.href(path)) for code, path in BOARDS.items())


def question_lists(life: Life, situation: Situation) -> QuestionLists:
    """The lists of a question."""
    record, lives = life.now, situation.entries.lives
    assert isinstance(record, Question)
    about = [lives[id] for id in record.about if id in lives]
    claims = [each for each in about if isinstance(each.now, Claim)]
    return QuestionLists(
        likelihoods=Section(
            "likelihoods", "likelihoods", held(life)[::-1], lambda each, at: estimate(life, each, at)
        ),
        claims=Section("claims", "claims", claims, claim_row),
        history=history(life),
        mentioned=Section("mentioned", "briefs", situation.mentions.briefs.get(life.id, ())[::-1], in_brief),
        corrections=notices(life.id, situation),
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
    forecast = before_outcome(life)
    return QuestionPage(
        question=question(life, at, situation.today),
        likelihoods=lists.likelihoods.last(at),
        before_outcome=likelihood(forecast, at) if forecast else None,
        answered=dates.maybe_date(closed(life)),
        drawing=draw_held(life, at),
        claims=lists.claims.first(at),
        history=lists.history.last(at),
        indicators=indicators(life, at),
        mentioned=lists.mentioned.first(at),
        corrections=lists.corrections.first(at),
        sources=notes(at),
        head=at.head(
            plain(record.text, at),
            description=plain(record.why, at),
            crumb=plain(record.text, at),
            stamp=changed(briefs[-1] if briefs else life.brief),
        ),
    )


def indicators(life: Life, at: At) -> tuple[Indicator, ...]:
    """What would be seen if the question were being answered, and what has been; asked after its history."""
    record = life.now
    assert isinstance(record, Question)
    reports = {name: step for step in life.steps for name in step.update.seen}
    return tuple(
        Indicator(
            name=name,
            text=plain(text, at),
            seen=dates.maybe_date(record.seen.get(name)),
            reason_html=inline_html(step.update.reason, at, step.brief) if step else Html(""),
            evidence=_grounds(step, life, at) if step else (),
            brief=_seen_in(life, name, step, at),
        )
        for name, text in record.indicators.items()
        for step in (reports.get(name),)
    )


def _seen_in(life: Life, name: str, step: entries.Step | None, at: At) -> BriefRef | None:
    if step is not None:
        return at.brief(step.brief, update_anchor(step))
    return at.brief(life.brief, life.id) if name in getattr(life.now, "seen", ()) else None


def _grounds(step: entries.Step, life: Life, at: At) -> tuple[Evidence, ...]:
    """The evidence of an update, which counts once where the history on the page shows it too."""
    counted = {source: tuple(tally) for source, tally in at.notes.items()}
    found = evidence(step.update.evidence, at, step.brief, step.said)
    if step in life.steps[-MOST_ROWS:]:
        for source, tally in at.notes.items():
            tally[:] = counted.get(source, (0, 0, 0))
    return found


def draw_held(life: Life, at: At) -> Drawing | None:
    """The likelihoods of a question until it was closed, or until the site's day."""
    end = closed(life)
    points = [Point(last_day(each.since), each.words.lower()) for each in held(life)]
    day = last_day(end) if end else at.situation.today
    return draw_likelihoods("likelihoods", points, day, at) if day else None


def estimate(life: Life, each: Held, at: At) -> Estimate:
    """How likely yes was held to be."""
    step = each.step
    return Estimate(
        date=dates.date(each.since),
        until=dates.maybe_date(each.until),
        is_now=each.until is None and not is_closed(life.now),
        likelihood=likelihood(each.words, at),
        reason_html=inline_html(step.update.reason, at, step.brief) if step else Html(""),
        brief=at.brief(step.brief, update_anchor(step)) if step else at.brief(life.brief, life.id),
    )
