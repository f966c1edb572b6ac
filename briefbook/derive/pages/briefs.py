"""The list of briefs, and each brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefbook.derive import dates
from briefbook.derive.at import At, changed
from briefbook.derive.dates import last_day
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim_in_brief, event, question, tie
from briefbook.derive.histories import changes, updates
from briefbook.derive.links import inline_html, note_number, plain, prose_html
from briefbook.derive.pages.judgements import in_brief
from briefbook.derive.pages.lists import Owner, iter_lists, notices
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Statement
from briefbook.derive.statements import STANCE_ORDER, position
from briefbook.derive.stood import stood
from briefbook.derive.timeline import place_in_time
from briefbook.derive.views.events import Event
from briefbook.derive.views.evidence import Citation
from briefbook.derive.views.pages.briefs import BriefPage, BriefRow, BriefsPage
from briefbook.derive.views.positions import IssuePositions
from briefbook.derive.views.site import Stamp
from briefbook.model.records import Brief

MOST_NOTICES = 7
"""Corrections at the head of a brief."""


def iter_briefs(situation: Situation) -> Iterator[Page]:
    """The list, newest first, then each brief."""
    yield from iter_sheets(situation, "briefs", situation.briefs[::-1], briefs_page)
    for brief in situation.briefs:
        path = f"briefs/{brief.id}"
        yield make_page(situation, path, "brief.html", partial(brief_page, id=brief.id))
        owner = Owner(path, ((path, brief.title),), (brief,))
        yield from iter_lists(situation, owner, (notices(brief.id, situation, MOST_NOTICES),))


def briefs_page(situation: Situation, *, rows: Sequence[Brief], sheet: Sheet) -> BriefsPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    return BriefsPage(
        rows=tuple(brief_row(brief, at) for brief in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(rows[0]) if rows else None),
    )


def brief_row(brief: Brief, at: At) -> BriefRow:
    """A brief in the list."""
    return BriefRow(
        brief=at.brief(brief),
        bottom_line_html=inline_html(brief.bottom_line, at, brief),
        sources=len(brief.sources),
        corrected=brief.id in at.situation.corrections.by_brief,
        tlp=brief.tlp.value if brief.tlp else "",
    )


def brief_page(situation: Situation, *, id: str) -> BriefPage:
    """The view of a brief."""
    brief = situation.released.briefs[id]
    at = At(situation, f"briefs/{id}", has_notes=True, language=brief.language)
    at.show(brief)
    for source in brief.sources:
        note_number(source, at)
    before, after = situation.previous(brief), situation.following(brief)
    lives = situation.entries.lives
    day = last_day(brief.as_of)
    past, ahead = events(brief, at)
    return BriefPage(
        id=id,
        title=brief.title,
        as_of=dates.date(brief.as_of),
        product=brief.product,
        status=brief.status,
        cleared_by=brief.cleared_by,
        authors=brief.authors,
        tlp=brief.tlp.value if brief.tlp else "",
        note_html=inline_html(brief.note, at, brief),
        newer=at.brief(after) if after else None,
        previous=at.brief(before) if before else None,
        next_report=dates.maybe_date(brief.next_report),
        bottom_line_html=inline_html(brief.bottom_line, at, brief),
        key_messages_html=tuple(inline_html(each, at, brief) for each in brief.key_messages),
        changes=changes(brief, at, most=None),
        body_html=prose_html(brief.body, at, at.released.places[brief.id].file, brief),
        positions=positions(situation.stances.by_brief.get(id, ()), at),
        claims=tuple(claim_in_brief(lives[each.id], at) for each in brief.claims),
        updates=updates(brief, at),
        events=past,
        coming=ahead,
        questions=tuple(question(lives[each.id], at, day, in_brief=True) for each in brief.questions),
        judgements=tuple(in_brief(lives[each.id], at) for each in brief.judgements),
        ties=tuple(tie(each, at, brief) for each in brief.ties),
        actors=tuple(at.actor(actor.id, brief.as_of) for actor in situation.introduced.get(id, ())),
        then=stood(brief, at),
        limitations_html=tuple(inline_html(each, at, brief) for each in brief.limitations),
        assumptions_html=tuple(inline_html(each, at, brief) for each in brief.assumptions),
        corrections=notices(id, situation, MOST_NOTICES).first(at),
        sources=notes(at),
        passages=sum(tally[0] for tally in at.notes.values()),
        proved=sum(tally[1] for tally in at.notes.values()),
        cite=citation(brief, at),
        head=at.head(
            brief.title,
            description=plain(brief.bottom_line, at),
            crumb=brief.as_of.text,
            stamp=Stamp(
                kind="brief",
                date=dates.date(brief.as_of),
                next_report=dates.maybe_date(brief.next_report),
            ),
        ),
    )


def positions(statements: Sequence[Statement], at: At) -> tuple[IssuePositions, ...]:
    """What is said, by issue in the order in which the brief takes them up."""
    by_issue: dict[str, list[Statement]] = {}
    for statement in statements:
        by_issue.setdefault(statement.position.issue, []).append(statement)
    return tuple(
        IssuePositions(
            issue=at.issue(issue),
            positions=tuple(
                position(each, at, in_brief=True)
                for each in sorted(
                    found, key=lambda each: (not each.is_stated, STANCE_ORDER[each.position.stance])
                )
            ),
        )
        for issue, found in by_issue.items()
    )


def events(brief: Brief, at: At) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events of a brief, and those that lay ahead of it, each oldest first."""
    firsts = sorted(brief.events, key=lambda each: (place_in_time(each.date), each.id))
    day = last_day(brief.as_of)
    past: list[Event] = []
    ahead: list[Event] = []
    for record in firsts:
        is_ahead = record.status in ("scheduled", "postponed") and last_day(record.date) >= day
        (ahead if is_ahead else past).append(event(at.situation.entries.lives[record.id], at))
    return tuple(past), tuple(ahead)


def citation(brief: Brief, at: At) -> Citation:
    """How to cite a brief."""
    settings = at.situation.settings
    return Citation(
        title=brief.title,
        authors=brief.authors,
        site=settings.site_name,
        product=brief.product,
        as_of=dates.date(brief.as_of),
        url=f"{settings.site_url.rstrip('/')}/{at.url}" if settings.site_url else "",
        tlp=brief.tlp.value if brief.tlp else "",
    )
