"""Corrections as pages show them: at what was wrong, and on every page that depended on it."""

from __future__ import annotations

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.corrections import Mended
from briefbook.derive.links import entry_link, inline_html
from briefbook.derive.views.base import Date
from briefbook.derive.views.evidence import Correction
from briefbook.model.records import Brief

MOST_NOTICES = 3
"""Notices at the head of a page that depended on what was wrong."""


def corrections(key: str, at: At, brief: Brief) -> tuple[Correction, ...]:
    """What was corrected in an entry as `brief` has it, oldest first."""
    return tuple(correction(each, at) for each in at.situation.corrections.of_entry(key, brief))


def corrections_of(key: str, at: At) -> tuple[Correction, ...]:
    """What was corrected in a record over all briefs, oldest first."""
    return tuple(correction(each, at) for each in at.situation.corrections.of.get(key, ()))


def correction(mended: Mended, at: At) -> Correction:
    """The notice of a correction."""
    record, brief, stood = mended
    at.show(record)
    return Correction(
        key=record.entry,
        date=dates.date(record.date),
        entry=entry_link(record.entry, at, mended.home),
        was=record.was,
        now=record.now,
        reason=record.reason,
        note_html=inline_html(record.note, at, brief),
        stood_in=at.brief(stood) if stood else None,
        brief=at.brief(brief),
    )


def corrected(key: str, at: At, brief: Brief | None = None) -> Date | None:
    """When an entry, in a list, was last corrected: as `brief` has it, or over all briefs."""
    known = at.situation.corrections
    found = known.of_entry(key, brief) if brief else known.of.get(key, ())
    if not found:
        return None
    at.show(found[-1].record)
    return dates.date(found[-1].record.date)
