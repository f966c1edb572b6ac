"""The list of claims, and each claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim, claim_row, question_row
from briefbook.derive.histories import steps
from briefbook.derive.links import plain
from briefbook.derive.pages.home import counted, status
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views import ClaimPage, ClaimsPage
from briefbook.model.records import Claim


def iter_claims(situation: Situation) -> Iterator[Page]:
    """The list, newest first, then each claim."""
    claims = situation.entries.claims
    yield from iter_sheets(situation, "claims", claims[::-1], claims_page)
    for life in claims:
        yield make_page(situation, f"claims/{life.id}", "claim.html", partial(claim_page, id=life.id))


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


def claim_page(situation: Situation, *, id: str) -> ClaimPage:
    """The view of a claim."""
    at = At(situation, f"claims/{id}", has_notes=True)
    life = situation.entries.lives[id]
    record = life.now
    assert isinstance(record, Claim)
    briefs = situation.mentions.briefs.get(id, [])
    return ClaimPage(
        claim=claim(life, at),
        history=steps(life, at),
        questions=tuple(question_row(each, at) for each in situation.entries.questions_on.get(id, ())),
        mentioned=tuple(at.brief(brief) for brief in reversed(briefs)),
        sources=notes(at),
        head=at.head(
            plain(record.text, at),
            crumb=plain(record.text, at),
            stamp=changed(briefs[-1] if briefs else life.brief),
        ),
    )
