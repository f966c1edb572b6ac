"""Diagnostics for an author: place, sentence, the line at fault with a caret, and a way out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from briefbook.diagnostics import Diagnostic, Severity
from briefbook.text.characters import printable

_WIDTH = 110
"""Columns of an excerpt; a longer line is shown around the words at fault."""

_INVISIBLE = ("Mn", "Me", "Cf")
"""Marks that combine with the character before them, and signs without ink."""

_SHOWN = 3
"""How many findings of one rule in one file are shown whole, where they are many and none is an error."""

_MANY = 5
"""Findings of one rule in one file up to which each is shown whole."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render_plain(diagnostics: Iterable[Diagnostic]) -> str:
    """All diagnostics, each with its excerpt, as on a terminal; click takes the colours out elsewhere.

    Every error is shown whole; of a warning or note that a file has many of, the first few are, and then the
    lines of the others, so that a draft of sixty `TODO` does not hide the one thing that is wrong in it.
    """
    return "".join(_iter_blocks(tuple(diagnostics)))


def _iter_blocks(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    alike: dict[tuple[str, str, Severity], list[Diagnostic]] = {}
    for each in diagnostics:
        alike.setdefault((each.file, each.rule, each.severity), []).append(each)
    told: Counter[tuple[str, str, Severity]] = Counter()
    for each in diagnostics:
        key = each.file, each.rule, each.severity
        if each.severity is Severity.ERROR or len(alike[key]) <= _MANY or told[key] < _SHOWN:
            yield _render(each)
        elif told[key] == _SHOWN:
            yield _render_others(alike[key][_SHOWN:])
        told[key] += 1


def _render_others(found: Sequence[Diagnostic]) -> str:
    """One line for many findings of a rule in a file: how many there are, and on which lines."""
    first = found[0]
    lines = ", ".join(str(line) for line in sorted({each.line for each in found}))
    told = f"{len(found)} more, on the lines {lines}"
    return f"{_head(_line(first.file), first)}: {told}\n"


def render_summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many of each severity: `2 errors, 1 warning`; `nothing to report` where there are none."""
    counts = Counter(each.severity for each in diagnostics)
    parts = [
        f"{counts[severity]} {severity.value}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) or "nothing to report"


def _render(diagnostic: Diagnostic) -> str:
    where = f"{_line(diagnostic.file)}:{diagnostic.line}:{diagnostic.column}"
    lines = [f"{_head(where, diagnostic)}: {_line(diagnostic.message)}"]
    if diagnostic.excerpt.strip():
        ends_here = diagnostic.end_line == diagnostic.line
        end = diagnostic.end_column if ends_here else len(diagnostic.excerpt) + 1
        colour = _COLOURS[diagnostic.severity]
        lines += _excerpt(diagnostic.excerpt, diagnostic.line, diagnostic.column, end, colour)
    for each in diagnostic.related:
        lines.append(f"  {_line(each.file)}:{each.line}: {_line(each.message)}")
        if each.excerpt:
            lines += _excerpt(each.excerpt, each.line, each.column, each.end_column, "blue")
    if diagnostic.help:
        lines.append(f"  {click.style('help:', fg='green')} {_line(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _head(where: str, diagnostic: Diagnostic) -> str:
    """Where it is, how much it weighs and which rule says so."""
    severity = click.style(diagnostic.severity.value, fg=_COLOURS[diagnostic.severity], bold=True)
    return f"{click.style(where, bold=True)}: {severity}[{diagnostic.rule}]"


def _excerpt(line: str, number: int, column: int, end_column: int, colour: str) -> list[str]:
    """A line and a caret under each of the words that it is about; a long line is cut around them."""
    line = line.replace("\t", " ")
    start, end = column - 1, end_column - 1
    end = max(min(end, len(line)), start + 1)
    cut = max(0, min(start - 20, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    shown, before, fault = line[cut : cut + _WIDTH], line[cut:start], line[start : min(end, cut + _WIDTH)]
    lead = "…" if cut else ""
    head = f"{number:>5} | "
    margin = " " * (len(head) - 2) + "| "
    caret = click.style("^" * max(_columns(fault), 1), fg=colour)
    return [
        f"{head}{lead}{printable(shown)}{'…' if cut + _WIDTH < len(line) else ''}",
        f"{margin}{' ' * (len(lead) + _columns(before))}{caret}",
    ]


def _line(text: str) -> str:
    """A text on one line, so that no name or value can pass for a line of the report."""
    return printable(text).replace("\n", "\\n")


def _columns(text: str) -> int:
    """Columns that a text takes on a terminal: two for a wide character, none for an invisible one."""
    return sum(
        0 if unicodedata.category(each) in _INVISIBLE else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in printable(text)
    )
