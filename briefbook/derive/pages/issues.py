"""The list of issues, and each issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefbook.derive import dates, timeline
from briefbook.derive.at import At, changed
from briefbook.derive.changes import of_statement
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim_row, question_row
from briefbook.derive.histories import change
from briefbook.derive.links import inline_html
from briefbook.derive.pages.page import Page, make_page
from briefbook.derive.pages.questions import sorted_by_deadline
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell
from briefbook.derive.statements import STANCE_ORDER, history, position, stance_counts, standing
from briefbook.derive.views import BodyVoices, IssueGroup, IssuePage, IssueRow, IssuesPage
from briefbook.model.vocabulary import STANCES


def iter_issues(situation: Situation) -> Iterator[Page]:
    """The list in the order in which the issues came up, then each issue."""
    yield make_page(situation, "issues", "issues.html", issues_page)
    for id in situation.issues:
        yield make_page(situation, f"issues/{id}", "issue.html", partial(issue_page, id=id))


def issues_page(situation: Situation) -> IssuesPage:
    """The view of the list."""
    at = At(situation, "issues")
    rows = tuple(issue_row(id, at) for id in situation.issues)
    return IssuesPage(rows=rows, head=at.head(stamp=changed(situation.latest(situation.issues))))


def issue_row(id: str, at: At) -> IssueRow:
    """An issue in the list."""
    cells = at.situation.stances.by_issue.get(id, ())
    last = at.situation.mentions.last(id)
    return IssueRow(
        issue=at.issue(id),
        counts=stance_counts(cells),
        attributed=sum(not cell.stated for cell in cells),
        last=dates.date(last.as_of) if last else None,
    )


def issue_page(situation: Situation, *, id: str) -> IssuePage:
    """The view of an issue."""
    at = At(situation, f"issues/{id}", has_notes=True)
    issue = situation.released.issues[id]
    at.show(issue)
    entries, most = situation.entries, situation.settings.page_size
    cells = sorted(situation.stances.by_issue.get(id, ()), key=lambda cell: situation.order(cell.actor.id))
    groups = tuple(stance_groups(cells, at))
    attributed = [cell.attributed[-1] for cell in cells if cell.attributed]
    others = tuple(position(statement, at) for statement in attributed)
    moves = sorted(
        (each for cell in cells for each in cell.stated if each.change in ("moved", "condition")),
        key=lambda statement: statement.order,
        reverse=True,
    )
    claims = entries.claims_on.get(id, [])
    questions = sorted_by_deadline(entries.questions_on.get(id, ()), situation)
    dated = timeline.by_date((*entries.events_with.get(id, ()), *claims))
    briefs = situation.mentions.briefs.get(id, [])
    spoken = {cell.actor.id for cell in cells}
    return IssuePage(
        id=id,
        name=issue.name,
        proposition=issue.proposition,
        why_html=inline_html(issue.why, at),
        note_html=inline_html(issue.note, at),
        counts=stance_counts(cells),
        stated_count=sum(bool(cell.stated) for cell in cells),
        attributed_count=len(attributed),
        actors_count=len(situation.parties),
        groups=groups,
        silent=tuple(at.actor(actor.id) for actor in situation.parties if actor.id not in spoken),
        moved=tuple(change(of_statement(statement), at) for statement in moves[:most]),
        is_first=len({each.brief.id for cell in cells for each in cell.stated}) < 2,
        others=others,
        voices=tuple(body_voices(cells, at)),
        claims=tuple(claim_row(life, at) for life in claims[: -most - 1 : -1]),
        claims_count=len(claims),
        questions=tuple(question_row(life, at) for life in questions[:most]),
        questions_count=len(questions),
        timeline=tuple(timeline.row(life, at) for life in dated[-most:]),
        timeline_count=len(dated),
        briefs=tuple(at.brief(brief) for brief in briefs[: -most - 1 : -1]),
        briefs_count=len(briefs),
        sources=notes(at),
        head=at.head(
            issue.proposition,
            crumb=issue.name or issue.proposition,
            stamp=changed(briefs[-1] if briefs else None),
        ),
    )


def stance_groups(cells: Sequence[Cell], at: At) -> Iterator[IssueGroup]:
    """Those who have stated a position, by stance."""
    stated = [cell for cell in cells if cell.stated]
    most = at.situation.settings.page_size
    for stance in sorted({cell.stated[-1].position.stance for cell in stated}, key=STANCES.index):
        members = [cell for cell in stated if cell.stated[-1].position.stance == stance]
        yield IssueGroup(stance=stance, positions=tuple(history(cell, at, most) for cell in members))


def body_voices(cells: Sequence[Cell], at: At) -> Iterator[BodyVoices]:
    """The bodies whose people have positions of their own on the issue."""
    situation = at.situation
    by_actor = {cell.actor.id: cell for cell in cells}
    for body in sorted(situation.voices, key=situation.order):
        voices = [by_actor[actor.id] for actor in situation.voices[body] if actor.id in by_actor]
        if voices:
            own = by_actor.get(body)
            yield BodyVoices(
                body=at.actor(body),
                own=standing(own.present, at) if own else None,
                voices=tuple(
                    standing(cell.present, at)
                    for cell in sorted(voices, key=lambda cell: STANCE_ORDER[cell.present.position.stance])
                ),
            )
