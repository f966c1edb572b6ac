"""The list of claims, and each claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from briefbook.derive import entries
from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.figures import Given, figure, given_so_far
from briefbook.derive.findings import claim, claim_row, question_row, reply
from briefbook.derive.links import plain
from briefbook.derive.listed import NOTHING
from briefbook.derive.origins import contradiction
from briefbook.derive.pages.figures import counting
from briefbook.derive.pages.home import counted, status
from briefbook.derive.pages.lists import Section, history, in_brief, iter_lists_of
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, named, pager
from briefbook.derive.place import FIGURES
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Listed
from briefbook.derive.views.claims import Contradiction, Pair, Reply
from briefbook.derive.views.figures import Figure
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.pages.claims import ClaimPage, ClaimsPage
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.updates import Step
from briefbook.model import records
from briefbook.model.records import Brief, Claim

MOST_PAIRS = 8
"""Contradictions told above the list; the page of each claim has its own."""


class ClaimLists(NamedTuple):
    """The lists of a claim, newest first where nothing else is said."""

    replies: Section[records.Reply, Reply]
    figures: Section[Given, Figure]
    contradicts: Section[Life, Contradiction]
    """Oldest first."""
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
    shown = tuple(claim_row(life, at) for life in rows)
    return ClaimsPage(
        by_status=tuple(counted([status(life) for life in claims])),
        pairs=pairs(at) if sheet.is_first else NOTHING,
        figures_url=at.href(FIGURES) if sheet.is_first and counting(situation) else "",
        rows=shown,
        actors=named(at.actor(id) for row in shown for id in row.actor_ids),
        issues=named(at.issue(id) for row in shown for id in row.issue_ids),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def pairs(at: At) -> Listed[Pair]:
    """The claims that cannot both be true, two by two, newest first."""
    entries = at.situation.entries
    rank = {life.id: number for number, life in enumerate(entries.claims)}
    found = [
        (entries.lives[id], life)
        for id, others in entries.contradicting.items()
        for life in others
        if rank[id] < rank[life.id]
    ]
    found.sort(key=lambda pair: (rank[pair[1].id], rank[pair[0].id]), reverse=True)
    rows = tuple(Pair(one=contradiction(a, at), other=contradiction(b, at)) for a, b in found[:MOST_PAIRS])
    return Listed(rows=rows, count=len(found), url="")


def claim_lists(life: Life, situation: Situation) -> ClaimLists:
    """The lists of a claim."""
    record, brief = life.now, life.brief
    assert isinstance(record, Claim)
    questions = situation.entries.questions_on.get(life.id, ())
    contradicting = situation.entries.contradicting.get(life.id, ())
    return ClaimLists(
        replies=Section(
            "replies", "replies", record.replies[::-1], lambda each, at: reply(each, at, brief), is_heavy=True
        ),
        figures=Section(
            "figures",
            "figures",
            given_so_far(life)[::-1],
            figure,
            is_heavy=True,
        ),
        contradicts=Section("contradicts", "contradicts", contradicting, contradiction),
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
        this=contradiction(life, at),
        claim=claim(
            life, at, lists.replies.last(at), lists.figures.last(at), contradicts=lists.contradicts.first(at)
        ),
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
