"""The list of claims, and each claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from briefbook.derive import entries
from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim, claim_row, figure, figures_so_far, question_row, reply
from briefbook.derive.links import plain
from briefbook.derive.pages.home import counted, status
from briefbook.derive.pages.lists import Section, history, in_brief, iter_lists_of
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views import BriefRef, ClaimPage, ClaimsPage, Figure, QuestionRow, Reply, Step
from briefbook.model import records
from briefbook.model.records import Brief, Claim


class ClaimLists(NamedTuple):
    """The lists of a claim, each newest first."""

    replies: Section[records.Reply, Reply]
    figures: Section[tuple[records.Figure, Brief], Figure]
    history: Section[entries.Step | None, Step]
    """The first report, which no update brought, is None."""
    questions: Section[Life, QuestionRow]
    mentioned: Section[Brief, BriefRef]


def iter_claims(situation: Situation) -> Iterator[Page]:
    """The list, newest first, then each claim."""
    claims = situation.entries.claims
    yield from iter_sheets(situation, "claims", claims[::-1], claims_page)
    for life in claims:
        path = f"claims/{life.id}"
        yield make_page(situation, path, "claim.html", partial(claim_page, id=life.id))
        yield from iter_lists_of(life, path, situation, claim_lists(life, situation))


def claims_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> ClaimsPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    claims = situation.entries.claims if sheet.is_first else ()
    return ClaimsPage(
        by_status=tuple(counted([status(life) for life in claims])),
        rows=tuple(claim_row(life, at) for life in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def claim_lists(life: Life, situation: Situation) -> ClaimLists:
    """The lists of a claim."""
    record, brief = life.now, life.brief
    assert isinstance(record, Claim)
    questions = situation.entries.questions_on.get(life.id, ())
    return ClaimLists(
        replies=Section(
            "replies", "replies", record.replies[::-1], lambda each, at: reply(each, at, brief), is_heavy=True
        ),
        figures=Section(
            "figures",
            "figures",
            figures_so_far(life)[::-1],
            lambda each, at: figure(each[0], at, each[1], record.by),
            is_heavy=True,
        ),
        history=history(life),
        questions=Section("questions", "questions", questions, question_row),
        mentioned=Section("mentioned", "briefs", situation.mentions.briefs.get(life.id, ())[::-1], in_brief),
    )


def claim_page(situation: Situation, *, id: str) -> ClaimPage:
    """The view of a claim."""
    at = At(situation, f"claims/{id}", has_notes=True)
    life = situation.entries.lives[id]
    record = life.now
    assert isinstance(record, Claim)
    lists = claim_lists(life, situation)
    briefs = situation.mentions.briefs.get(id, [])
    return ClaimPage(
        claim=claim(life, at, lists.replies.last(at), lists.figures.last(at)),
        history=lists.history.last(at),
        questions=lists.questions.first(at),
        mentioned=lists.mentioned.first(at),
        sources=notes(at),
        head=at.head(
            plain(record.text, at),
            description=plain(record.text, at),
            crumb=plain(record.text, at),
            stamp=changed(briefs[-1] if briefs else life.brief),
        ),
    )
