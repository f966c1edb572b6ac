"""The list of issues, and each issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from briefbook.derive import dates, timeline
from briefbook.derive.at import At, changed
from briefbook.derive.changes import Delta
from briefbook.derive.concerns import movements
from briefbook.derive.corrections import Mended
from briefbook.derive.drawings.moves import draw_moves
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim_row, question_row
from briefbook.derive.histories import change
from briefbook.derive.links import inline_html, plain
from briefbook.derive.listed import first
from briefbook.derive.pages.lists import MOST_NAMES, MOST_ROWS, Owner, Section, in_brief, iter_lists, notices
from briefbook.derive.pages.page import MOST_ENTRIES, Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.pages.questions import sorted_by_deadline
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell, Statement
from briefbook.derive.statements import (
    STANCE_ORDER,
    attributed_position,
    history_in_short,
    newest_first,
    present,
    stance_counts,
    standing,
)
from briefbook.derive.views.changes import Change
from briefbook.derive.views.claims import ClaimRow
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.pages.issues import IssueGroup, IssuePage, IssueRow, IssuesPage
from briefbook.derive.views.positions import BodyVoices, PositionHistory
from briefbook.derive.views.references import ActorRef, BriefRef
from briefbook.model.records import Actor, Brief
from briefbook.model.vocabulary import STANCES

MOST_ISSUES = 50
"""Issues on one page of their list."""


class IssueLists(NamedTuple):
    """The lists of an issue, each newest first where nothing else is said."""

    stances: tuple[Section[Statement, PositionHistory], ...]
    """Those who have stated a position, by stance."""
    silent: Section[Actor, ActorRef]
    moved: Section[Delta, Change]
    others: Section[Statement, PositionHistory]
    voices: Section[tuple[str, list[Cell]], BodyVoices]
    """Bodies by kind and name."""
    claims: Section[Life, ClaimRow]
    questions: Section[Life, QuestionRow]
    """By deadline."""
    timeline: Section[Life, TimelineRow]
    briefs: Section[Brief, BriefRef]
    corrections: Section[Mended, Correction]
    """Of what its page depended on."""


def iter_issues(situation: Situation) -> Iterator[Page]:
    """The list in the order in which the issues came up, then each issue."""
    yield from iter_sheets(situation, "issues", situation.issues, issues_page, most=MOST_ISSUES)
    for id in situation.issues:
        issue, path = situation.released.issues[id], f"issues/{id}"
        lists = issue_lists(id, situation)
        yield make_page(situation, path, "issue.html", partial(issue_page, id=id))
        owner = Owner(path, ((path, issue.proposition),), (issue,))
        yield from iter_lists(situation, owner, (*lists.stances, *lists[1:]))


def issues_page(situation: Situation, *, rows: Sequence[str], sheet: Sheet) -> IssuesPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    return IssuesPage(
        rows=tuple(issue_row(id, at) for id in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(rows))),
    )


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


def issue_lists(id: str, situation: Situation) -> IssueLists:
    """The lists of an issue."""
    entries, cells = situation.entries, situation.stances.by_issue.get(id, ())
    spoken = {cell.actor.id for cell in cells}
    silent = [actor for actor in situation.parties if actor.id not in spoken]
    others = newest_first((cell.attributed[-1] for cell in cells if cell.attributed), situation)
    claims = entries.claims_on.get(id, ())
    dated = timeline.by_date((*entries.events_with.get(id, ()), *claims))
    questions = sorted_by_deadline(entries.questions_on.get(id, ()), situation)
    return IssueLists(
        stances=tuple(stance_sections(cells, situation)),
        silent=Section("silent", "actors", silent, lambda each, at: at.actor(each.id), MOST_NAMES),
        moved=Section("moved", "changes", movements(id, situation), change),
        others=Section("others", "positions", others, attributed_position, is_heavy=True),
        voices=Section("voices", "bodies", list(bodies(cells, situation)), body_voices),
        claims=Section("claims", "claims", claims[::-1], claim_row),
        questions=Section("questions", "questions", questions, question_row),
        timeline=Section("timeline", "timeline", dated[::-1], timeline.row),
        briefs=Section("briefs", "briefs", situation.mentions.briefs.get(id, ())[::-1], in_brief),
        corrections=notices(id, situation),
    )


def stance_sections(
    cells: Sequence[Cell], situation: Situation
) -> Iterator[Section[Statement, PositionHistory]]:
    """Those who have stated a position, by stance; the page's places are shared out among the stances."""
    stated = newest_first((cell.stated[-1] for cell in cells if cell.stated), situation)
    groups = {stance: [each for each in stated if each.position.stance == stance] for stance in STANCES}
    share = fair_share([len(group) for group in groups.values()], MOST_ENTRIES)
    for stance, group in groups.items():
        if group:
            yield Section(stance, "positions", group, history_in_short, share, is_heavy=True)


def fair_share(counts: Sequence[int], places: int) -> int:
    """How many of each group fit, if none gets more while another could have them."""
    return max(
        share for share in range(1, places + 1) if sum(min(count, share) for count in counts) <= places
    )


def issue_page(situation: Situation, *, id: str) -> IssuePage:
    """The view of an issue."""
    at = At(situation, f"issues/{id}", has_notes=True)
    issue = situation.released.issues[id]
    at.show(issue)
    lists, cells = issue_lists(id, situation), situation.stances.by_issue.get(id, ())
    # What stands here whole comes first, so that lines about it lead to it.
    groups = [(section.code, section.first(at), section.rows[section.most :]) for section in lists.stances]
    others = lists.others.first(at)
    briefs = situation.mentions.briefs.get(id, [])
    return IssuePage(
        id=id,
        name=issue.name,
        proposition=issue.proposition,
        why_html=inline_html(issue.why, at),
        note_html=inline_html(issue.note, at),
        counts=stance_counts(cells),
        stated_count=sum(bool(cell.stated) for cell in cells),
        attributed_count=others.count,
        actors_count=len(situation.parties),
        groups=tuple(
            IssueGroup(
                stance=stance,
                positions=positions,
                also=tuple(standing(each, at) for each in left[:MOST_NAMES]),
            )
            for stance, positions, left in groups
        ),
        silent=lists.silent.first(at),
        moved=lists.moved.first(at),
        moves=draw_moves(id, at),
        is_first=len({each.brief.id for cell in cells for each in cell.stated}) < 2,
        others=others,
        voices=lists.voices.first(at),
        claims=lists.claims.first(at),
        questions=lists.questions.first(at),
        timeline=lists.timeline.last(at),
        briefs=lists.briefs.first(at),
        corrections=lists.corrections.first(at),
        sources=notes(at),
        head=at.head(
            issue.proposition,
            description=plain(issue.why, at),
            crumb=issue.name or issue.proposition,
            stamp=changed(briefs[-1] if briefs else None),
        ),
    )


def bodies(cells: Sequence[Cell], situation: Situation) -> Iterator[tuple[str, list[Cell]]]:
    """The bodies whose people have positions of their own on the issue."""
    by_actor = {cell.actor.id: cell for cell in cells}
    for body in sorted(situation.voices, key=situation.order):
        voices = [by_actor[actor.id] for actor in situation.voices[body] if actor.id in by_actor]
        if voices:
            voices.sort(key=lambda cell: STANCE_ORDER[cell.present.position.stance])
            yield body, voices


def body_voices(item: tuple[str, list[Cell]], at: At) -> BodyVoices:
    """A body's own position and those of its people."""
    body, voices = item
    own = at.situation.stances.cells.get((body, voices[0].issue))
    return BodyVoices(
        body=at.actor(body),
        own=standing(own.present, at) if own else None,
        voices=first(voices, present, MOST_ROWS, at, f"actors/{body}"),
    )
