"""Diagnostics as text: for an author at a terminal, and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefbook.diagnostics import Diagnostic
from briefbook.report.jsonlines import render_jsonlines
from briefbook.report.plain import render_plain

FORMATS: dict[str, Callable[[Iterable[Diagnostic]], str]] = {
    "plain": render_plain,
    "jsonlines": render_jsonlines,
}
"""What each value of `--format` prints."""
