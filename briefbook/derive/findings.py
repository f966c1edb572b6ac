"""Claims, events, questions, judgements and ties as pages show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.changes import rating
from briefbook.derive.entries import Life, is_overdue
from briefbook.derive.evidence import evidence
from briefbook.derive.figures import Given, figure, figures, given_so_far
from briefbook.derive.links import entry_link, inline_html, text_html
from briefbook.derive.listed import last, whole
from briefbook.derive.notices import corrected, corrections, corrections_of
from briefbook.derive.origins import contradictions, origins, provenance
from briefbook.derive.views.base import Listed
from briefbook.derive.views.claims import Claim, ClaimRow, Contradiction, Rating, Reply
from briefbook.derive.views.events import Event
from briefbook.derive.views.figures import Figure
from briefbook.derive.views.forecasts import (
    Judgement,
    JudgementRow,
    Likelihood,
    Question,
    QuestionRow,
    Revision,
)
from briefbook.derive.views.references import ActorRef, IssueRef
from briefbook.derive.views.ties import Tie
from briefbook.model import records
from briefbook.model.book import ARTICLE, address
from briefbook.model.records import Brief, Record
from briefbook.model.vocabulary import LIKELIHOODS
from briefbook.text.edtf import When

MOST_REPLIES = 5
"""Replies, and figures, of a claim in a list."""
MOST_RATINGS = 6
"""Findings that are told beside a claim in a list, the latest; its own page has all."""


def claim(
    life: Life,
    at: At,
    replies: Listed[Reply],
    figures: Listed[Figure],
    *,
    contradicts: Listed[Contradiction] | None = None,
    in_brief: bool = False,
    has_evidence: bool = True,
) -> Claim:
    """A claim: on its brief's page as it was reported there, elsewhere as it stands now."""
    record, brief = life.first if in_brief else life.now, life.brief
    assert isinstance(record, records.Claim)
    at.show(record)
    pieces = record.evidence
    return Claim(
        id=record.id,
        anchor=record.id,
        url=at.href(f"claims/{record.id}"),
        permalink=at.href(f"briefs/{brief.id}", record.id),
        text_html=inline_html(record.text, at, brief if in_brief else life.worded_by),
        by=at.actor(record.by, brief.as_of) if record.by else None,
        described_as=record.described_as
        or next((p.described_as for p in pieces if p.speaker == record.by), ""),
        date=dates.maybe_date(record.date),
        place=record.place,
        status=record.status,
        status_now=rating_since(life, at) if in_brief else "",
        credibility=record.credibility or 0,
        origins=origins(life, at, is_first=in_brief),
        contradicts=contradictions(life, at) if contradicts is None else contradicts,
        replies=replies,
        figures=figures,
        issues=issues(record.issues, at),
        actors=actors(record.actors, at, brief.as_of),
        evidence=evidence(pieces, at, brief, brief.as_of, record.by) if has_evidence else (),
        note_html=inline_html(record.note, at, brief),
        corrections=corrections(record.id, at, brief) if in_brief else corrections_of(record.id, at),
        tlp=tlp(record),
        brief=at.brief(brief, record.id),
    )


def claim_in_brief(life: Life, at: At) -> Claim:
    """A claim as its brief reports it."""
    record, brief = life.first, life.brief
    assert isinstance(record, records.Claim)
    given = whole(replies(record.replies, at, brief))
    numbers = figures(record.figures, at, brief, record.id, record.by)
    return claim(life, at, given, whole(numbers), in_brief=True)


def claim_in_short(life: Life, at: At) -> Claim:
    """A claim as it stands now, with the latest that is said of it, without evidence."""
    record, brief = life.now, life.brief
    assert isinstance(record, records.Claim)

    def row(given: Given, at: At) -> Figure:
        return figure(given, at, has_evidence=False)

    return claim(
        life,
        at,
        latest_replies(record, at, brief),
        last(given_so_far(life), row, MOST_REPLIES, at, f"claims/{record.id}"),
        has_evidence=False,
    )


def latest_replies(record: records.Claim, at: At, brief: Brief) -> Listed[Reply]:
    """The last replies to a claim, without evidence."""
    return last(
        record.replies,
        lambda each, at: reply(each, at, brief, has_evidence=False),
        MOST_REPLIES,
        at,
        f"claims/{record.id}",
    )


def claim_row(life: Life, at: At) -> ClaimRow:
    """A claim in a list."""
    record, brief = life.now, life.brief
    assert isinstance(record, records.Claim)
    found = provenance(life, at.situation)
    at.show(record)
    return ClaimRow(
        id=record.id,
        url=at.href(f"claims/{record.id}"),
        text_html=text_html(life, at),
        by=at.actor(record.by, brief.as_of) if record.by else None,
        status=record.status,
        date=dates.maybe_date(record.date),
        ratings=ratings(life),
        credibility=record.credibility or 0,
        sources=len(found.sources),
        origins=len(found.origins),
        contradicts=contradictions(life, at),
        replies=latest_replies(record, at, brief),
        reported=dates.date(brief.as_of),
        corrected=corrected(record.id, at),
        actor_ids=tuple(dict.fromkeys(filter(None, (record.by, *record.actors)))),
        issue_ids=record.issues,
    )


def ratings(life: Life) -> tuple[Rating, ...]:
    """What the desk has found of a claim over time, oldest first; empty where it has found one thing only."""
    assert isinstance(life.first, records.Claim)
    found = [Rating(date=dates.date(life.brief.as_of.to_day), status=life.first.status)]
    for step in life.steps:
        if (status := rating(step.after)) != found[-1].status:
            found.append(Rating(date=dates.date(step.said.to_day), status=status))
    return tuple(found[-MOST_RATINGS:]) if len(found) > 1 else ()


def replies(given: Iterable[records.Reply], at: At, brief: Brief) -> tuple[Reply, ...]:
    """What others say of a claim."""
    return tuple(reply(each, at, brief) for each in given)


def reply(record: records.Reply, at: At, brief: Brief, *, has_evidence: bool = True) -> Reply:
    """What one actor says of a claim."""
    at.show(record)
    said = record.said or brief.as_of.to_day
    return Reply(
        by=at.actor(record.by, said),
        says=record.says,
        said=dates.date(said),
        evidence=evidence(record.evidence, at, brief, said, record.by) if has_evidence else (),
        note_html=inline_html(record.note, at, brief),
    )


def event(life: Life, at: At) -> Event:
    """An event on its brief's page, as it was reported there."""
    record, brief = life.first, life.brief
    assert isinstance(record, records.Event)
    at.show(record)
    return Event(
        id=record.id,
        anchor=record.id,
        title_html=inline_html(record.title, at, brief),
        date=dates.date(record.date),
        status=record.status,
        status_now=rating_since(life, at),
        place=record.place,
        actors=actors(record.actors, at, brief.as_of),
        issues=issues(record.issues, at),
        figures=figures(record.figures, at, brief, record.id, ""),
        evidence=evidence(record.evidence, at, brief, brief.as_of),
        note_html=inline_html(record.note, at, brief),
        corrections=corrections(record.id, at, brief),
        tlp=tlp(record),
    )


def question(life: Life, at: At, today: dt.date | None, *, in_brief: bool = False) -> Question:
    """A question: on its brief's page as it was asked there, elsewhere as it stands now."""
    record, brief = life.first if in_brief else life.now, life.brief
    assert isinstance(record, records.Question)
    at.show(record)
    return Question(
        id=record.id,
        anchor=record.id,
        url=at.href(f"questions/{record.id}"),
        permalink=at.href(f"briefs/{brief.id}", record.id),
        text_html=inline_html(record.text, at, brief if in_brief else life.worded_by),
        status=record.status,
        status_now=rating_since(life, at) if in_brief else "",
        overdue=is_overdue(record, today),
        due=dates.maybe_date(record.due),
        owner=record.owner,
        asked=dates.date(brief.as_of),
        why_html=inline_html(record.why, at, brief if in_brief else life.wrote("why")),
        answer_html=inline_html(record.answer, at, brief if in_brief else life.wrote("answer")),
        outcome=record.outcome,
        likelihood=likelihood(record.likelihood, at) if record.likelihood else None,
        about=tuple(entry_link(id, at, brief) for id in record.about),
        issues=issues(record.issues, at),
        actors=actors(record.actors, at, brief.as_of),
        evidence=evidence(record.evidence, at, brief, brief.as_of),
        note_html=inline_html(record.note, at, brief),
        corrections=corrections(record.id, at, brief) if in_brief else corrections_of(record.id, at),
        tlp=tlp(record),
        brief=at.brief(brief, record.id),
    )


def question_row(life: Life, at: At) -> QuestionRow:
    """A question in a list; its deadline is judged by the site's day."""
    record, brief = life.now, life.brief
    assert isinstance(record, records.Question)
    at.show(record)
    overdue = is_overdue(record, at.situation.today)
    at.is_judged |= overdue
    return QuestionRow(
        id=record.id,
        url=at.href(f"questions/{record.id}"),
        text_html=text_html(life, at),
        status=record.status,
        overdue=overdue,
        due=dates.maybe_date(record.due),
        owner=record.owner,
        asked=dates.date(brief.as_of),
        answer_html=inline_html(record.answer, at, life.wrote("answer")),
        outcome=record.outcome,
        corrected=corrected(record.id, at),
    )


def judgement(life: Life, at: At, history: Listed[Revision], *, in_brief: bool = False) -> Judgement:
    """A judgement: on its brief's page as it was made there, elsewhere as it stands now."""
    record, brief = life.first if in_brief else life.now, life.brief
    assert isinstance(record, records.Judgement)
    at.show(record)
    return Judgement(
        id=record.id,
        anchor=record.id,
        permalink=at.href(f"briefs/{brief.id}", record.id),
        text_html=inline_html(record.text, at, brief if in_brief else life.worded_by),
        likelihood=likelihood(record.likelihood, at),
        likelihood_now=rating_since(life, at) if in_brief else "",
        confidence_now=confidence_since(life, at) if in_brief else "",
        confidence=record.confidence,
        basis_html=inline_html(record.basis, at, brief if in_brief else life.wrote("basis")),
        alternatives_html=tuple(inline_html(each, at, brief) for each in record.alternatives),
        history=history,
        issues=issues(record.issues, at),
        note_html=inline_html(record.note, at, brief),
        corrections=corrections(record.id, at, brief) if in_brief else corrections_of(record.id, at),
        tlp=tlp(record),
        brief=at.brief(brief, record.id),
    )


def judgement_row(life: Life, at: At) -> JudgementRow:
    """A judgement in one line."""
    record, brief = life.now, life.brief
    assert isinstance(record, records.Judgement)
    at.show(record)
    return JudgementRow(
        url=at.href(f"briefs/{brief.id}", record.id),
        text_html=text_html(life, at),
        likelihood=likelihood(record.likelihood, at),
        confidence=record.confidence,
        made=dates.date(brief.as_of.to_day),
        revised=dates.date(life.steps[-1].said) if life.steps else None,
        corrected=corrected(record.id, at),
    )


def rating_since(life: Life, at: At) -> str:
    """The status (of a judgement, the likelihood) to which updates have changed an entry; else empty."""
    now = rating(life.now)
    if now == rating(life.first):
        return ""
    at.show(life.now)
    return now


def confidence_since(life: Life, at: At) -> str:
    """The confidence to which updates have changed a judgement; else empty."""
    first, now = life.first, life.now
    assert isinstance(first, records.Judgement)
    assert isinstance(now, records.Judgement)
    if now.confidence == first.confidence:
        return ""
    at.show(now)
    return now.confidence


def likelihood(words: str, at: At) -> Likelihood:
    """The words with their range on the site's scale."""
    scale = at.situation.settings.scale
    low, high = LIKELIHOODS[scale].get(words.lower(), (0, 0))
    return Likelihood(words=words, low=low, high=high, scale=scale)


def tie(record: records.Tie, at: At, brief: Brief) -> Tie:
    """A tie with who says so."""
    at.show(record)
    speakers = dict.fromkeys(piece.speaker for piece in record.evidence if piece.speaker != ARTICLE)
    anchor = tie_anchor(record)
    return Tie(
        anchor=anchor,
        permalink=at.href(f"briefs/{brief.id}", anchor),
        actor=at.actor(record.actor, brief.as_of),
        tie=record.tie,
        other=at.actor(record.other, brief.as_of),
        since=dates.maybe_date(record.since),
        until=dates.maybe_date(record.until),
        according_to=tuple(at.actor(id).name for id in speakers),
        evidence=evidence(record.evidence, at, brief, brief.as_of),
        note_html=inline_html(record.note, at, brief),
        corrections=corrections(address(record), at, brief),
        tlp=tlp(record),
    )


def tie_anchor(record: records.Tie) -> str:
    """Where a tie stands in its brief: `iran.backs.maliki`."""
    return address(record).replace("/", ".")


def issues(ids: Iterable[str], at: At) -> tuple[IssueRef, ...]:
    """The issues as they are named here."""
    return tuple(at.issue(id) for id in ids)


def actors(ids: Iterable[str], at: At, when: When) -> tuple[ActorRef, ...]:
    """The actors as they are named here."""
    return tuple(at.actor(id, when) for id in ids)


def tlp(record: Record) -> str:
    """The record's marking, without its prefix."""
    return record.tlp.value if record.tlp else ""
