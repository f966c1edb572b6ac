"""The timeline, and what each brief changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.derive import timeline
from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life
from briefbook.derive.findings import correction
from briefbook.derive.histories import changes
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views import BriefChanges, ChangesPage, Correction, TimelinePage
from briefbook.model.records import Brief


def iter_timeline(situation: Situation) -> Iterator[Page]:
    """The timeline, newest first."""
    yield from iter_sheets(situation, "timeline", timeline.past(situation), timeline_page)


def timeline_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> TimelinePage:
    """The view of one sheet of the timeline."""
    at = At(situation, sheet.path)
    return TimelinePage(
        coming=timeline.coming(at) if sheet.is_first else (),
        rows=tuple(timeline.row(life, at) for life in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def iter_changes(situation: Situation) -> Iterator[Page]:
    """The changes by brief, newest first."""
    yield from iter_sheets(situation, "changes", situation.briefs[::-1], changes_page)


def changes_page(situation: Situation, *, rows: Sequence[Brief], sheet: Sheet) -> ChangesPage:
    """The view of one sheet of the changes."""
    at = At(situation, sheet.path)
    return ChangesPage(
        rows=tuple(BriefChanges(brief=at.brief(brief), changes=changes(brief, at)) for brief in rows),
        corrections=tuple(corrections(at)) if sheet.is_first else (),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(rows[0]) if rows else None),
    )


def corrections(at: At) -> Iterator[Correction]:
    """All corrections, newest first."""
    for record, brief in at.situation.all_corrections:
        yield correction(record, at, brief)
