"""A comparison on a terminal: wrapped at its width, and plain where colours are taken out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from briefbook.diff import phrases
from briefbook.diff.value import Comparison, MarkingChange, QuotationChange, Row
from briefbook.text.characters import one_line

NARROWEST, WIDEST = 40, 100
"""Columns of the text; longer lines tire the eye."""

_COLOURS = {"removed": "red", "altered": "yellow", "added": "green"}


def render_terminal(comparison: Comparison, columns: int) -> str:
    """The comparison for a terminal of so many columns; click takes the colours out elsewhere."""
    page = _Page(max(NARROWEST, min(columns, WIDEST)))
    return "".join(f"{line.rstrip()}\n" for line in page.lines(comparison))


class _Page:
    """Lines of one width."""

    def __init__(self, width: int) -> None:
        self._width = width

    def lines(self, comparison: Comparison) -> Iterator[str]:
        """All lines of the comparison."""
        yield from self._wrap(f"{comparison.old} → {comparison.new}", bold=True)
        yield from self._wrap(phrases.headline(comparison))
        if comparison.markings:
            yield from self._heading(phrases.MARKINGS)
            for change in comparison.markings:
                yield from self._marking(change)
        if comparison.faults:
            yield from self._heading(phrases.FAULTS)
            for fault in comparison.faults:
                place = f"{fault.state}: {fault.file}:{fault.line}"
                yield from self._item(f"{place}: {fault.message} [{fault.rule}]")
        if comparison.drafts:
            yield from self._heading(phrases.DRAFTS)
            for draft in comparison.drafts:
                yield from self._item(f"{draft.brief}, “{draft.title}”: {phrases.draft_turn(draft)}")
        yield from self._heading(phrases.CHANGES)
        yield from self._rows(comparison.changes)
        if comparison.sources:
            yield from self._heading(phrases.SOURCES)
            for source in comparison.sources:
                yield from self._item(f"{source.source}: {source.what}: {source.now}")
        if comparison.quotations:
            yield from self._heading(phrases.QUOTATIONS)
            yield from self._quotations(comparison.quotations)

    def _rows(self, rows: tuple[Row, ...]) -> Iterator[str]:
        if not rows:
            yield from self._wrap(phrases.NOTHING)
        for kind, group in groupby(rows, key=lambda row: row.kind):
            yield ""
            yield click.style(phrases.kind_words(kind), bold=True)
            for row in group:
                yield from self._row(row)

    def _row(self, row: Row) -> Iterator[str]:
        turn = phrases.turn(row)
        yield from self._item(f"{row.subject}: {turn}" if turn else row.subject)
        for field in row.fields:
            yield from self._more(f"{field.field}: {phrases.field_turn(field)}")
        if row.reason:
            yield from self._more(f"reason: {row.reason}")
        yield from self._more(row.key + (f" in {row.brief}" if row.brief else ""), dim=True)

    def _marking(self, change: MarkingChange) -> Iterator[str]:
        turn = phrases.marking_turn(change)
        styled = click.style(turn, fg="red" if change.loosened else "green", bold=change.loosened)
        verb = "loosened" if change.loosened else "tightened"
        words = ", ".join(filter(None, (f"{change.what} {change.id}", verb, phrases.follows(change))))
        first, *rest = self._wrap(f"{turn}: {words}", "  ", "      ")
        yield first.replace(turn, styled, 1)
        yield from rest
        yield from self._more(change.file, dim=True)

    def _quotations(self, changes: Iterable[QuotationChange]) -> Iterator[str]:
        for kind, group in groupby(changes, key=lambda change: change.kind):
            yield ""
            yield click.style(kind.capitalize(), bold=True, fg=_COLOURS[kind])
            for change in group:
                yield from self._item(f"{change.entry} in {change.brief}, {phrases.taken(change)}")
                for sign, words in (("-", change.was), ("+", change.now)):
                    if words:
                        yield from self._wrap(f"{sign} “{words}”", "      ", "        ")

    def _heading(self, words: str) -> Iterator[str]:
        yield from ("", click.style(f"── {words} ".ljust(self._width, "─"), bold=True))

    def _item(self, words: str) -> Iterator[str]:
        yield from self._wrap(words, "  ", "      ")

    def _more(self, words: str, *, dim: bool = False) -> Iterator[str]:
        yield from self._wrap(words, "      ", "        ", dim=dim)

    def _wrap(
        self, words: str, first: str = "", rest: str = "", *, bold: bool = False, dim: bool = False
    ) -> Iterator[str]:
        lines = textwrap.wrap(
            one_line(words), self._width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )
        yield from (click.style(each, bold=bold, dim=dim) if bold or dim else each for each in lines)
