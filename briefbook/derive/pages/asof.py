"""The situation as it stood on earlier days: a list of days, and each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice

from msgspec.structs import replace

from briefbook.derive import timeline
from briefbook.derive.at import At, changed, situation_stamp
from briefbook.derive.entries import UNANSWERED, Life, is_overdue
from briefbook.derive.findings import claim_row, question_row
from briefbook.derive.links import inline_html, plain
from briefbook.derive.pages.home import counted
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.pages.questions import sorted_by_deadline
from briefbook.derive.past import Past
from briefbook.derive.place import AS_OF
from briefbook.derive.situation import Situation
from briefbook.derive.statements import stand
from briefbook.derive.views.pages.asof import AsOfList, AsOfPage, AsOfRow
from briefbook.model.records import Brief, Question
from briefbook.text.markdown import find_references

MOST_ISSUES = 30
MOST_NAMES = 12
"""Actors of one stance on an issue."""
MOST_QUESTIONS = 30
MOST_CLAIMS = 30
MOST_COMING = 15


def iter_as_of(situation: Situation) -> Iterator[Page]:
    """The list, newest first, then each day."""
    days = tuple(situation.moments.values())
    yield from iter_sheets(situation, AS_OF, days[::-1], as_of_list, template="as-of-list.html")
    for brief in days:
        ask = partial(_as_of, brief=brief)
        yield make_page(situation, f"{AS_OF}/{brief.id}", "as-of.html", ask)


def as_of_list(situation: Situation, *, rows: Sequence[Brief], sheet: Sheet) -> AsOfList:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    return AsOfList(
        rows=tuple(_row(brief, at) for brief in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(rows[0]) if rows else None),
    )


def _row(brief: Brief, at: At) -> AsOfRow:
    after = at.situation.following(brief)
    return AsOfRow(
        brief=replace(at.brief(brief), url=at.href(f"{AS_OF}/{brief.id}")),
        ends_month=after is not None and _month(after) != _month(brief),
    )


def _as_of(situation: Situation, *, brief: Brief) -> AsOfPage:
    return as_of_page(Past(situation, brief))


def as_of_page(then: Situation) -> AsOfPage:
    """The view of a situation as it stood with its newest brief."""
    brief = then.newest
    assert brief is not None
    at = At(then, f"{AS_OF}/{brief.id}")
    at.is_judged = bool(then.entries.questions)
    at.show(brief)
    asked = [(life.now, life) for life in then.entries.questions if isinstance(life.now, Question)]
    unanswered = [(record, life) for record, life in asked if record.status in UNANSWERED]
    statuses: list[str] = [claim.status for claim, _ in then.entries.iter_claims()]
    claims = tuple(islice(_by_care(then, brief), MOST_CLAIMS))
    coming = timeline.coming(then)
    cells, issues = then.stances.cells.values(), tuple(then.stances.by_issue)
    parties = [actor for actor in then.parties if then.is_named(actor.id)]
    return AsOfPage(
        brief=at.brief(brief),
        bottom_line_html=inline_html(brief.bottom_line, at, brief),
        key_messages_html=tuple(inline_html(each, at, brief) for each in brief.key_messages),
        stated=sum(bool(cell.stated) for cell in cells),
        attributed=sum(not cell.stated for cell in cells),
        claims_by_status=tuple(counted(statuses)),
        open=len(unanswered),
        overdue=sum(is_overdue(record, then.today) for record, _ in unanswered),
        stand=tuple(stand(id, at, MOST_NAMES) for id in issues[:MOST_ISSUES]),
        stand_more=max(len(issues) - MOST_ISSUES, 0),
        silent=sum(actor.id not in then.stances.by_actor for actor in parties),
        actors=len(parties),
        questions=tuple(
            question_row(life, at)
            for life in islice(
                chain(sorted_by_deadline((life for _, life in unanswered), then), _closed(asked)),
                MOST_QUESTIONS,
            )
        ),
        questions_more=max(len(asked) - MOST_QUESTIONS, 0),
        claims=tuple(claim_row(life, at) for life in claims),
        claims_more=len(statuses) - len(claims),
        coming=tuple(timeline.coming_row(each, at) for each in coming[:MOST_COMING]),
        coming_more=max(len(coming) - MOST_COMING, 0),
        head=at.head(
            description=plain(brief.bottom_line, at),
            crumb=brief.as_of.text,
            stamp=situation_stamp(then),
        ),
    )


def _by_care(then: Situation, brief: Brief) -> Iterator[Life]:
    """The claims: what the brief leans on, then disputed, unverified and settled ones, newest first."""
    named = {
        reference.target
        for text in (brief.bottom_line, *brief.key_messages)
        for reference in find_references(text)
    }
    rated = [(claim.status, life) for claim, life in then.entries.iter_claims()][::-1]
    yield from (life for _, life in rated if life.id in named)
    for statuses in (("disputed",), ("unverified",), ("corroborated", "confirmed", "refuted")):
        yield from (life for status, life in rated if status in statuses and life.id not in named)


def _closed(asked: Sequence[tuple[Question, Life]]) -> Iterator[Life]:
    """The questions that were answered or overtaken, newest first."""
    return (life for record, life in reversed(asked) if record.status not in UNANSWERED)


def _month(brief: Brief) -> tuple[int, int]:
    return brief.as_of.first.year, brief.as_of.first.month
