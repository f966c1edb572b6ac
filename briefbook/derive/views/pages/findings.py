"""What the check found, as a preview shows it."""

from __future__ import annotations

from briefbook.derive.views.base import View
from briefbook.derive.views.site import Head


class RelatedLine(View, frozen=True, kw_only=True):
    """A second place that explains a finding."""

    file: str
    line: int
    message: str


class FindingRow(View, frozen=True, kw_only=True):
    """One mistake, as `briefbook check` reports it."""

    severity: str
    """error, warning or note."""
    rule: str
    summary: str
    """What the rule finds, in one sentence; empty for a fault in a template."""
    message: str
    help: str
    file: str
    line: int
    """From 1; 0 where no line is at fault."""
    column: int
    before: str
    """The line at fault up to the words at fault."""
    fault: str
    after: str
    related: tuple[RelatedLine, ...]


class FindingsPage(View, frozen=True, kw_only=True):
    """What is wrong with the book (findings.html): in a preview alone, never in a build."""

    head: Head
    stops: bool
    """Whether it keeps the pages of the site from being shown."""
    errors: int
    warnings: int
    notes: int
    rows: tuple[FindingRow, ...]
    """By weight, then by place."""
