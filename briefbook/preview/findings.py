"""The page that says what is wrong with a book, and the banner over every page of a preview."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from briefbook.check.registry import find_rule
from briefbook.derive.at import At
from briefbook.derive.pages import site_of
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import View
from briefbook.derive.views.pages.findings import FindingRow, FindingsPage, RelatedLine
from briefbook.derive.views.pages.free import NotFound
from briefbook.derive.views.site import Head, Preview
from briefbook.diagnostics import Diagnostic, Severity
from briefbook.model.book import Book
from briefbook.model.settings import Settings
from briefbook.pipeline import CLEARED
from briefbook.release import release
from briefbook.render.render import Renderer
from briefbook.request import Request
from briefbook.text.characters import printable

MOMENT_UNKNOWN = "as-of-unknown"
"""Names the mistake of who asks for the book as of nothing; no rule finds it."""

_WIDTH = 160
"""Characters of a line at fault that are shown before and after the words at fault."""

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Desk:
    """Prints findings with the packaged theme alone, so that a site's own templates may be at fault."""

    def __init__(self, settings: Settings) -> None:
        self._nothing = Situation(release(Book(settings, {}), settings.ceiling, CLEARED))
        self._renderer = Renderer(site_of(self._nothing))
        self.assets = dict(self._renderer.assets())
        """Path and bytes of the stylesheet and whatever else a page needs."""

    def page(self, findings: list[Diagnostic], banner: Preview, url_path: str, *, stops: bool) -> bytes:
        """The HTML of the page on findings, as it stands at a path."""
        counts = Counter(each.severity for each in findings)
        view = FindingsPage(
            stops=stops,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            rows=tuple(map(_row, sorted(findings, key=lambda each: _RANK[each.severity]))),
            head=self._head(url_path),
        )
        return self._render("findings.html", view, banner)

    def missing_page(self, banner: Preview, url_path: str) -> bytes:
        """The HTML of the page for what is not there, as it stands at a path."""
        return self._render("404.html", NotFound(head=self._head(url_path)), banner)

    def _head(self, url_path: str) -> Head:
        return At(self._nothing, "-").head(root="../" * url_path.count("/") or "./")

    def _render(self, template: str, view: View, banner: Preview) -> bytes:
        self._renderer.preview = banner
        return self._renderer.render(template, msgspec.msgpack.encode(view)).encode()


def banner_of(request: Request, settings: Settings, findings: list[Diagnostic]) -> Preview:
    """What the banner says over a book with these findings."""
    counts = Counter(each.severity for each in findings)
    return Preview(
        ceiling=(request.ceiling or settings.ceiling).value,
        drafts=request.drafts,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )


def template_fault(message: str, root: Path) -> Diagnostic:
    """A template's fault as a finding: `message` begins with its file and line, where it names them."""
    place, _, words = message.partition(": ")
    file, _, line = place.rpartition(":")
    if not line.isdecimal():
        file, line = place, "0"
    shown = file.removeprefix(f"{root}/")
    number = int(line)
    return Diagnostic(shown, number, 1, number, 1, Severity.ERROR, "template-fault", words, _MEND)


def unknown_moment(message: str, content: str) -> Diagnostic:
    """As a finding: a book cannot be shown as of what was asked."""
    return Diagnostic(content, 0, 1, 0, 1, Severity.ERROR, MOMENT_UNKNOWN, message)


_MEND = "the template reference lists what each template is filled with"


def _row(found: Diagnostic) -> FindingRow:
    rule = find_rule(found.rule)
    start = found.column - 1
    end = found.end_column - 1 if found.end_line == found.line else len(found.excerpt)
    end = max(min(end, len(found.excerpt)), start)
    before, fault, after = found.excerpt[:start], found.excerpt[start:end], found.excerpt[end:]
    return FindingRow(
        severity=found.severity.value,
        rule=found.rule,
        summary=rule.summary if rule else "",
        message=printable(found.message),
        help=printable(found.help),
        file=printable(found.file),
        line=found.line,
        column=found.column,
        before=printable(before.lstrip() if len(before) <= _WIDTH else f"…{before[-_WIDTH:]}"),
        fault=printable(fault if len(fault) <= 2 * _WIDTH else f"{fault[: 2 * _WIDTH]}…"),
        after=printable(after if len(after) <= _WIDTH else f"{after[:_WIDTH]}…"),
        related=tuple(
            RelatedLine(file=printable(each.file), line=each.line, message=printable(each.message))
            for each in found.related
        ),
    )
