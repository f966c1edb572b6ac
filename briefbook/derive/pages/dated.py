"""The timeline, and what each brief changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefbook.derive import dates, timeline
from briefbook.derive.at import At, changed
from briefbook.derive.calendar import calendar_href
from briefbook.derive.changes import WEIGHT
from briefbook.derive.corrections import Mended
from briefbook.derive.dates import last_day
from briefbook.derive.drawings.timeline import draw_timeline
from briefbook.derive.entries import Life
from briefbook.derive.histories import MOST_CHANGES, changes
from briefbook.derive.listed import NOTHING
from briefbook.derive.notices import correction
from briefbook.derive.pages.lists import Owner, Section, iter_lists
from briefbook.derive.pages.page import Page, Sheet, cut, iter_sheets, named, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction
from briefbook.derive.views.pages.changes import BriefChanges, ChangesPage, Month
from briefbook.derive.views.pages.timeline import TimelinePage
from briefbook.model.records import Brief
from briefbook.text.edtf import When, parse_when

TIMELINE = "timeline"
CHANGES = "changes"
MOST_COMING = 20
MOST_CORRECTIONS = 20
MOST_BRIEFS = 20
"""Briefs on one page of the changes."""
MOST_TOLD = 180
"""Changes there, where a reader filters them by kind; the briefs share the places, at least seven each."""


def iter_timeline(situation: Situation) -> Iterator[Page]:
    """The timeline, newest first."""
    yield from iter_sheets(situation, TIMELINE, timeline.so_far(situation), timeline_page)
    yield from iter_lists(situation, Owner(TIMELINE), (coming(situation),))


def coming(situation: Situation) -> Section[Life | When, TimelineRow]:
    """What is ahead, soonest first."""
    return Section("coming", "timeline", timeline.ahead(situation), timeline.any_row, MOST_COMING)


def timeline_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> TimelinePage:
    """The view of one sheet of the timeline."""
    at = At(situation, sheet.path)
    ahead = coming(situation).first(at) if sheet.is_first else NOTHING
    shown = tuple(timeline.any_row(life, at) for life in rows)
    return TimelinePage(
        coming=ahead,
        rows=shown,
        actors=named(at.actor(id) for row in (*ahead.rows, *shown) for id in row.actor_ids),
        issues=named(at.issue(id) for row in (*ahead.rows, *shown) for id in row.issue_ids),
        drawing=draw_timeline(at) if sheet.is_first else None,
        calendar=calendar_href(at) if sheet.is_first else "",
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def iter_changes(situation: Situation) -> Iterator[Page]:
    """The changes by brief, newest first."""
    yield from iter_sheets(situation, CHANGES, situation.briefs[::-1], changes_page, most=MOST_BRIEFS)
    yield from iter_lists(situation, Owner(CHANGES), (corrections(situation),))


def corrections(situation: Situation) -> Section[Mended, Correction]:
    """All corrections, newest first."""
    return Section("corrections", "corrections", situation.corrections.all, correction, MOST_CORRECTIONS)


def changes_page(situation: Situation, *, rows: Sequence[Brief], sheet: Sheet) -> ChangesPage:
    """The view of one sheet of the changes."""
    at = At(situation, sheet.path)
    newest = {brief.id: month for month, brief in newest_by_month(rows[::-1]).items()}
    most = _share([len(situation.changes(brief)[0]) for brief in rows])
    shown = tuple(
        BriefChanges(brief=at.brief(brief), month=newest.get(brief.id, ""), changes=changes(brief, at, most))
        for brief in rows
    )
    kinds = {change.kind for row in shown for change in row.changes.changes}
    return ChangesPage(
        rows=shown,
        kinds=tuple(sorted(kinds, key=WEIGHT.__getitem__)),
        months=tuple(months(situation, at)) if sheet.is_first else (),
        corrections=corrections(situation).first(at) if sheet.is_first else NOTHING,
        pager=pager(sheet, at),
        head=at.head(stamp=changed(rows[0]) if rows else None),
    )


def _share(counts: Sequence[int]) -> int:
    """How many changes of each brief have a place, where the briefs have so many."""
    most = MOST_CHANGES
    while most < max(counts, default=0) and sum(min(count, most + 1) for count in counts) <= MOST_TOLD:
        most += 1
    return most


def months(situation: Situation, at: At) -> Iterator[Month]:
    """The months with briefs, newest first, and where each begins."""
    sheets = cut(situation.briefs[::-1], min(MOST_BRIEFS, situation.settings.page_size))
    paths = {
        brief.id: Sheet(CHANGES, number, len(sheets), 0).path
        for number, briefs in enumerate(sheets, 1)
        for brief in briefs
    }
    for month, brief in reversed(newest_by_month(situation.briefs).items()):
        yield Month(date=dates.date(parse_when(month)), url=at.href(paths[brief.id], f"_{month}"))


def newest_by_month(briefs: Iterable[Brief]) -> dict[str, Brief]:
    """The newest brief of each month, oldest month first; the briefs come oldest first."""
    return {last_day(brief.as_of).isoformat()[:7]: brief for brief in briefs}
