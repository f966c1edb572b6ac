"""The timeline, and what each brief changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.derive import timeline
from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life
from briefbook.derive.findings import correction
from briefbook.derive.histories import changes
from briefbook.derive.listed import NOTHING
from briefbook.derive.pages.lists import Owner, Section, iter_lists
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views import BriefChanges, ChangesPage, Correction, TimelinePage, TimelineRow
from briefbook.model import records
from briefbook.model.records import Brief
from briefbook.text.edtf import When

TIMELINE = "timeline"
CHANGES = "changes"
MOST_COMING = 20
MOST_CORRECTIONS = 20
MOST_BRIEFS = 20
"""Briefs on one page of the changes."""


def iter_timeline(situation: Situation) -> Iterator[Page]:
    """The timeline, newest first."""
    yield from iter_sheets(situation, TIMELINE, timeline.past(situation), timeline_page)
    yield from iter_lists(situation, Owner(TIMELINE), (coming(situation),))


def coming(situation: Situation) -> Section[Life | When, TimelineRow]:
    """What is ahead, soonest first."""
    return Section("coming", "timeline", timeline.coming(situation), timeline.coming_row, MOST_COMING)


def timeline_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> TimelinePage:
    """The view of one sheet of the timeline."""
    at = At(situation, sheet.path)
    return TimelinePage(
        coming=coming(situation).first(at) if sheet.is_first else NOTHING,
        rows=tuple(timeline.row(life, at) for life in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def iter_changes(situation: Situation) -> Iterator[Page]:
    """The changes by brief, newest first."""
    yield from iter_sheets(situation, CHANGES, situation.briefs[::-1], changes_page, most=MOST_BRIEFS)
    yield from iter_lists(situation, Owner(CHANGES), (corrections(situation),))


def corrections(situation: Situation) -> Section[tuple[records.Correction, Brief], Correction]:
    """All corrections, newest first."""
    return Section(
        "corrections",
        "corrections",
        situation.all_corrections,
        lambda each, at: correction(each[0], at, each[1]),
        MOST_CORRECTIONS,
    )


def changes_page(situation: Situation, *, rows: Sequence[Brief], sheet: Sheet) -> ChangesPage:
    """The view of one sheet of the changes."""
    at = At(situation, sheet.path)
    return ChangesPage(
        rows=tuple(BriefChanges(brief=at.brief(brief), changes=changes(brief, at)) for brief in rows),
        corrections=corrections(situation).first(at) if sheet.is_first else NOTHING,
        pager=pager(sheet, at),
        head=at.head(stamp=changed(rows[0]) if rows else None),
    )
