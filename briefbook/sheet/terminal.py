"""A sheet on a terminal: wrapped at its width, and plain where colours are taken out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from briefbook.diagnostics import Diagnostic, Severity
from briefbook.sheet.around import Stretch
from briefbook.sheet.phrases import (
    DECIDE,
    ENTRIES,
    FINDINGS,
    NO_CALLS,
    NO_ENTRIES,
    OUR_TRANSLATION,
    OUR_WORDS,
    PROSE,
    about_findings,
    place_of,
    rests_on,
)
from briefbook.sheet.value import Decision, EntrySheet, Piece, Row, Sentence, Sheet
from briefbook.text.characters import one_line

NARROWEST, WIDEST = 40, 100
"""Columns of the text; longer lines tire the eye."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LABEL = 10
_SHORT = 24
"""A part of a line up to this length is not broken."""
_UNBROKEN = "\xa0"


def render_terminal(sheet: Sheet, columns: int) -> str:
    """The sheet for a terminal of so many columns; click takes the colours out elsewhere."""
    return "".join(f"{line.rstrip()}\n" for line in _Page(max(NARROWEST, min(columns, WIDEST))).lines(sheet))


class _Page:
    """Lines of one width."""

    def __init__(self, width: int) -> None:
        self._width = width

    def lines(self, sheet: Sheet) -> Iterator[str]:
        """All lines of the sheet."""
        yield from self._wrap(sheet.title, bold=True)
        yield from self._wrap(_joined(sheet.file, *sheet.facts))
        for source in sheet.sources:
            yield from self._labelled("Source", _joined(source.id, source.about, source.text))
        yield from self._heading(DECIDE)
        yield from () if sheet.decisions else self._wrap(NO_CALLS)
        for group in sheet.decisions:
            yield from ("", click.style(group.title, bold=True))
            longest = max(len(each.choice) for each in group.calls)
            for call in group.calls:
                yield from self._decision(call, longest)
        yield from self._heading(ENTRIES)
        yield from () if sheet.sections else self._wrap(NO_ENTRIES)
        for section in sheet.sections:
            yield from ("", click.style(section.title, bold=True))
            for entry in section.entries:
                yield ""
                yield from self._entry(entry)
        yield from self._heading(PROSE)
        where = ""
        for sentence in sheet.prose:
            if sentence.where != where:
                where = sentence.where
                yield from ("", click.style(where, bold=True))
            yield from self._sentence(sentence)
        yield from self._heading(FINDINGS)
        yield from self._findings(sheet.findings) if sheet.findings else self._wrap(about_findings(sheet))
        yield ""
        yield from self._wrap(_joined(*sheet.counts))

    def _heading(self, words: str) -> Iterator[str]:
        yield from ("", click.style(f"── {words} ".ljust(self._width, "─"), bold=True))

    def _decision(self, call: Decision, longest: int) -> Iterator[str]:
        """A box to tick, the choice, and in a column what it is about."""
        column = min(longest + 2, self._width // 3) if longest else 0
        words = _joined(call.subject, call.more, place_of(call))
        first, *rest = self._wrap(words, " " * (column + 4), " " * (column + 4))
        yield f"[ ] {click.style(call.choice.ljust(column), bold=True)}{first[column + 4 :]}"
        yield from rest

    def _entry(self, entry: EntrySheet) -> Iterator[str]:
        yield from self._wrap(f"{entry.number}. {entry.head}", "", "   ", bold=True)
        yield from self._wrap(_joined(entry.key, f"line {entry.line}"), "   ", "   ", dim=True)
        if entry.ours:
            yield from self._labelled("We write", entry.ours)
        for piece in entry.pieces:
            yield from self._piece(piece)
        yield from self._findings(entry.findings)

    def _piece(self, piece: Piece) -> Iterator[str]:
        if piece.part:
            yield from self._labelled(piece.part, piece.about)
        for row in piece.rows:
            yield from self._row(row)
        for kind, words in ((OUR_WORDS, piece.paraphrase), (OUR_TRANSLATION, piece.translation)):
            if words:
                yield from self._labelled("Sense", f"{words} ({kind})")

    def _row(self, row: Row) -> Iterator[str]:
        colour = "green" if row.is_proved and row.speaker != "unconfirmed" else "yellow"
        checked = _joined(*row.checks, row.where)
        if row.kind == "described as":
            yield from self._labelled("Described", f"{row.shown} · {checked}", colour)
            return
        if not row.is_proved and row.article:
            yield from self._labelled("We quote", row.shown)
        yield from self._labelled("Article", _article(row.article) or row.shown)
        yield from self._labelled("Checked", checked, colour)

    def _sentence(self, sentence: Sentence) -> Iterator[str]:
        yield from self._labelled(f"line {sentence.line}", sentence.words)
        rests = rests_on(sentence)
        if rests:
            yield from self._wrap(rests, " " * (_LABEL + 3) + "→ ", " " * (_LABEL + 5), dim=True)
        yield from self._findings(sentence.findings)

    def _findings(self, findings: Iterable[Diagnostic]) -> Iterator[str]:
        for each in findings:
            words = f"line {each.line}: {one_line(each.message)} [{each.rule}]"
            yield from self._labelled(each.severity.value.capitalize(), words, _COLOURS[each.severity])

    def _labelled(self, label: str, words: str, colour: str | None = None) -> Iterator[str]:
        first, *rest = self._wrap(words, " " * (_LABEL + 3), " " * (_LABEL + 3))
        yield f"   {click.style(label.ljust(_LABEL), fg=colour, dim=colour is None or None)}{first.lstrip()}"
        yield from rest

    def _wrap(
        self, words: str, first: str = "", rest: str = "", *, bold: bool = False, dim: bool = False
    ) -> Iterator[str]:
        lines = textwrap.wrap(
            words, self._width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )
        for each in lines:
            yield click.style(each.replace(_UNBROKEN, " "), bold=bold or None, dim=dim or None)


def _article(stretches: Iterable[Stretch]) -> str:
    """The article's words, the passage between stars."""
    return "".join(f"*{each.words}*" if each.is_passage else each.words for each in stretches).strip()


def _joined(*parts: str) -> str:
    whole = (each.replace(" ", _UNBROKEN) if len(each) <= _SHORT else each for each in parts if each)
    return f"{_UNBROKEN}· ".join(whole)
