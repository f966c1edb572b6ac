"""The front page: the situation at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.derive import dates, timeline
from briefbook.derive.at import At, situation_stamp
from briefbook.derive.entries import UNANSWERED, Life, is_overdue
from briefbook.derive.findings import claim_in_short, judgement_row, question_row
from briefbook.derive.histories import changes
from briefbook.derive.links import inline_html, plain
from briefbook.derive.listed import first
from briefbook.derive.notices import correction
from briefbook.derive.pages.judgements import newest_judgements
from briefbook.derive.pages.questions import by_deadline
from briefbook.derive.place import HOME, JUDGEMENTS
from briefbook.derive.situation import Situation
from briefbook.derive.statements import stand
from briefbook.derive.views.base import Count, Html, Listed
from briefbook.derive.views.pages.home import Facts, Home
from briefbook.model.records import Brief, Claim, Question
from briefbook.text.markdown import find_references

MOST_ROWS = 7
"""Questions and dates shown here; their lists hold the rest."""
MOST_CLAIMS = 5
MOST_ISSUES = 12
MOST_NAMES = 8
"""Actors of one stance on an issue."""
MOST_BRIEFS = 5
MOST_CORRECTIONS = 5
MOST_THOUGHTS = 3
"""Judgements, and as many limitations and assumptions."""

UNSETTLED = ("unverified", "disputed")


def home_page(situation: Situation) -> Home:
    """The view of the front page."""
    at = At(situation, HOME)
    at.is_judged = bool(situation.entries.questions)
    newest = situation.newest
    claims = to_treat_with_care(situation)
    questions = [life for life in by_deadline(situation) if status(life) in UNANSWERED]
    shown = set(
        sorted(situation.issues, key=lambda issue: last_said(issue, situation), reverse=True)[:MOST_ISSUES]
    )
    spoken = situation.stances.by_actor
    if newest is not None:
        at.show(newest)
    return Home(
        as_of=dates.maybe_date(situation.as_of),
        next_report=dates.maybe_date(newest.next_report) if newest else None,
        brief=at.brief(newest) if newest else None,
        bottom_line_html=inline_html(newest.bottom_line if newest else "", at, newest),
        key_messages_html=tuple(
            inline_html(message, at, newest) for message in (newest.key_messages if newest else ())
        ),
        facts=facts(situation),
        changes=changes(newest, at),
        questions=tuple(question_row(life, at) for life in questions[:MOST_ROWS]),
        questions_more=max(len(questions) - MOST_ROWS, 0),
        stand=tuple(stand(id, at, MOST_NAMES) for id in situation.issues if id in shown),
        stand_more=len(situation.issues) - len(shown),
        silent=sum(actor.id not in spoken for actor in situation.parties),
        actors=len(situation.parties),
        claims=tuple(claim_in_short(life, at) for life in claims[:MOST_CLAIMS]),
        claims_more=max(len(claims) - MOST_CLAIMS, 0),
        judgements=first(newest_judgements(situation), judgement_row, MOST_THOUGHTS, at, JUDGEMENTS),
        limitations=_thoughts("_unknown", newest.limitations if newest else (), newest, at),
        assumptions=_thoughts("_assumed", newest.assumptions if newest else (), newest, at),
        coming=first(
            timeline.coming(situation),
            timeline.coming_row,
            MOST_ROWS,
            at,
            "timeline",
        ),
        latest=tuple(at.brief(brief) for brief in situation.briefs[: -MOST_BRIEFS - 1 : -1]),
        corrections=first(
            situation.corrections.all,
            correction,
            MOST_CORRECTIONS,
            at,
            "changes",
        ),
        head=at.head(
            description=plain(newest.bottom_line, at) if newest else "",
            stamp=situation_stamp(situation),
        ),
    )


def _thoughts(anchor: str, texts: Sequence[str], brief: Brief | None, at: At) -> Listed[Html]:
    """What the newest brief does not know, or takes for granted."""
    shown = tuple(inline_html(each, at, brief) for each in texts[:MOST_THOUGHTS])
    url = at.href(f"briefs/{brief.id}", anchor) if brief and len(texts) > MOST_THOUGHTS else ""
    return Listed(rows=shown, count=len(texts), url=url)


def to_treat_with_care(situation: Situation) -> list[Life]:
    """The unsettled claims, those first that the newest brief leans on or that others dispute.

    Its bottom line counts before its key messages, a dispute before the number of replies; newest first.
    """
    newest = situation.newest
    said = (newest.bottom_line, " ".join(newest.key_messages)) if newest else ()
    named = [{reference.target for reference in find_references(text)} for text in said]

    def weight(life: Life) -> tuple[bool | int, ...]:
        assert isinstance(life.now, Claim)
        return *(life.id in ids for ids in named), life.now.status == "disputed", len(life.now.replies)

    unsettled = [life for life in reversed(situation.entries.claims) if status(life) in UNSETTLED]
    return sorted(unsettled, key=weight, reverse=True)


def facts(situation: Situation) -> Facts:
    """The book in numbers."""
    entries = situation.entries
    cells = situation.stances.cells.values()
    statuses = [status(life) for life in entries.claims]
    today = situation.today
    questions = [life.now for life in entries.questions if isinstance(life.now, Question)]
    return Facts(
        stated=sum(bool(cell.stated) for cell in cells),
        attributed=sum(not cell.stated for cell in cells),
        claims=len(statuses),
        claims_by_status=tuple(counted(statuses)),
        questions_open=sum(question.status in UNANSWERED for question in questions),
        questions_overdue=sum(is_overdue(question, today) for question in questions),
        sources=len(situation.released.sources),
        actors=len(situation.released.actors),
        issues=len(situation.released.issues),
        briefs=len(situation.briefs),
    )


def counted(codes: list[str]) -> list[Count]:
    """How many there are of each code, in alphabetical order."""
    return [Count(code=code, number=codes.count(code)) for code in sorted(set(codes))]


def status(life: Life) -> str:
    """The status of an entry as it now stands."""
    return str(getattr(life.now, "status", ""))


def last_said(issue: str, situation: Situation) -> tuple[object, ...]:
    """When the issue was last spoken on; sorts issues by news."""
    cells = situation.stances.by_issue.get(issue, ())
    return max((cell.present.order[:3] for cell in cells), default=())
