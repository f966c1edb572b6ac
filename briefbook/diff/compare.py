"""Two states of a book, compared: what the release hides, and what it publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.derive.situation import Situation
from briefbook.diagnostics import Diagnostic, Severity
from briefbook.diff.markings import markings_between
from briefbook.diff.quotations import quotations_between
from briefbook.diff.rows import rows_between
from briefbook.diff.sources import sources_between
from briefbook.diff.value import Comparison, DraftChange, Fault
from briefbook.model.book import Book


class Side(NamedTuple):
    """One of the two states."""

    label: str
    book: Book
    """All of it."""
    situation: Situation
    """What is published of it."""
    found: Sequence[Diagnostic]
    """What reading it brought to light."""


def compare(old: Side, new: Side) -> Comparison:
    """All that lies between two states."""
    ceilings = old.situation.released.ceiling, new.situation.released.ceiling
    return Comparison(
        old=old.label,
        new=new.label,
        markings=markings_between(old.book, new.book, ceilings),
        faults=tuple(_fault(side, each) for side in (old, new) for each in _errors(side)),
        drafts=tuple(_iter_drafts(old.book, new.book)),
        changes=rows_between(old.situation, new.situation),
        sources=sources_between(old.book, new.book),
        quotations=quotations_between(old.book, new.book),
    )


def _errors(side: Side) -> Iterator[Diagnostic]:
    return (each for each in side.found if each.severity is Severity.ERROR)


def _fault(side: Side, found: Diagnostic) -> Fault:
    return Fault(state=side.label, file=found.file, line=found.line, message=found.message, rule=found.rule)


def _iter_drafts(old: Book, new: Book) -> Iterator[DraftChange]:
    """The briefs whose status is another, and new drafts: what is new and cleared readers see anyway."""
    for id in sorted(new.briefs):
        brief, before = new.briefs[id], old.briefs.get(id)
        was = before.status if before else ""
        if brief.status != was and (was or brief.status == "draft"):
            yield DraftChange(brief=id, title=brief.title, was=was, now=brief.status)
