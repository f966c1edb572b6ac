"""Diagnostics for an author: place, sentence, the line at fault with a caret, and a way out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

import click

from briefbook.diagnostics import Diagnostic, Severity
from briefbook.text.characters import printable

_WIDTH = 110
"""Columns of an excerpt; a longer line is shown around the words at fault."""

_INVISIBLE = ("Mn", "Me", "Cf")
"""Marks that combine with the character before them, and signs without ink."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render_plain(diagnostics: Iterable[Diagnostic]) -> str:
    """All diagnostics, each with its excerpt, as on a terminal; click takes the colours out elsewhere."""
    return "".join(_render(each) for each in diagnostics)


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
    severity = click.style(diagnostic.severity.value, fg=_COLOURS[diagnostic.severity], bold=True)
    lines = [f"{click.style(where, bold=True)}: {severity}[{diagnostic.rule}]: {_line(diagnostic.message)}"]
    if diagnostic.excerpt.strip():
        lines += _excerpt(diagnostic)
    lines += [f"  {_line(each.file)}:{each.line}: {_line(each.message)}" for each in diagnostic.related]
    if diagnostic.help:
        lines.append(f"  {click.style('help:', fg='green')} {_line(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _excerpt(diagnostic: Diagnostic) -> list[str]:
    """The line at fault and a caret under each of its words; a long line is cut around them."""
    line = diagnostic.excerpt.replace("\t", " ")
    start = diagnostic.column - 1
    end = diagnostic.end_column - 1 if diagnostic.end_line == diagnostic.line else len(line)
    end = max(min(end, len(line)), start + 1)
    cut = max(0, min(start - 20, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    shown, before, fault = line[cut : cut + _WIDTH], line[cut:start], line[start : min(end, cut + _WIDTH)]
    lead = "…" if cut else ""
    number = f"{diagnostic.line:>5} | "
    margin = " " * (len(number) - 2) + "| "
    caret = click.style("^" * max(_columns(fault), 1), fg=_COLOURS[diagnostic.severity])
    return [
        f"{number}{lead}{printable(shown)}{'…' if cut + _WIDTH < len(line) else ''}",
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
