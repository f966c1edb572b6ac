"""The line and column of a field, found by reading its file again."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from briefbook.diagnostics import Diagnostic, Finding, Related, Severity, line_at, place_in
from briefbook.load.files import read_file
from briefbook.load.source import Opened, open_text
from briefbook.load.yaml import Mistake, Stretch
from briefbook.model.book import Path as KeyPath
from briefbook.model.book import Place
from briefbook.model.settings import Limits

_ALLOW = re.compile(r"briefbook: allow\[([a-z-]+)\][ \t]*([^\n]*)")


class Allowance(NamedTuple):
    """A comment that silences a rule: `# briefbook: allow[rule] reason`."""

    file: str
    line: int
    rule: str
    reason: str

    @property
    def lines(self) -> tuple[int, int]:
        """The lines that it covers: its own and the next."""
        return self.line, self.line + 1


class Locator:
    """Files opened again for their lines, each once."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self._root = root
        self._limits = limits
        self._files: dict[str, tuple[Opened, dict[KeyPath, Stretch]]] = {}

    def diagnostic(self, place: Place, finding: Finding, rule: str, severity: Severity) -> Diagnostic:
        """The finding with its lines, columns and excerpt."""
        opened, _ = self._open(place.file)
        start, end = self._stretch(place.file, (*place.path, *finding.path), finding, rule)
        related = (*(self._related(*each) for each in finding.related), *finding.beside)
        return _make(
            place.file, opened.text, start, end, rule, severity, finding.message, finding.help, related
        )

    def at_line(
        self, file: str, line: int, rule: str, severity: Severity, message: str, help: str
    ) -> Diagnostic:
        """A diagnostic on a whole line."""
        excerpt = line_at(self._open(file)[0].text, line)
        column = len(excerpt) - len(excerpt.lstrip()) + 1
        return Diagnostic(
            file, line, column, line, len(excerpt) + 1, severity, rule, message, help, (), excerpt
        )

    def _stretch(self, file: str, path: KeyPath, finding: Finding, rule: str) -> tuple[int, int]:
        opened, stretches = self._open(file)
        if finding.offsets is not None:
            return opened.body_start + finding.offsets[0], opened.body_start + finding.offsets[1]
        found = path
        while found and found not in stretches:
            found = found[:-1]
        stretch = stretches.get(found)
        if stretch is None:
            return 0, 0
        if rule == "key-unknown" and found == path:
            return stretch.key
        start, end = stretch.value
        if finding.words and (hit := find_words(opened.text, finding.words, start, end, finding.nth)):
            return hit
        return start, end

    def _related(self, file: str, path: KeyPath, message: str) -> Related:
        opened, _ = self._open(file)
        start, _ = self._stretch(file, path, Finding((), ""), "")
        return Related(file, place_in(opened.text, start)[0], message)

    def _open(self, file: str) -> tuple[Opened, dict[KeyPath, Stretch]]:
        if file not in self._files:
            stretches: dict[KeyPath, Stretch] = {}
            try:
                data = read_file(self._root / file, self._limits.file_bytes)
            except OSError:
                data = b""
            opened = open_text(data, self._limits, is_markdown=file.endswith(".md"), spans=stretches)
            self._files[file] = opened, stretches
        return self._files[file]


def find_words(text: str, words: str, start: int, end: int, nth: int = 0) -> tuple[int, int] | None:
    """Where words stand between two offsets, after `nth` others; a line break counts as a space."""
    at = text.find(words, start, end)
    if at >= 0 and not nth:
        return at, at + len(words)
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(pattern).finditer(text, start, end) if pattern else iter(())
    place = next(islice(found, nth, None), None)
    return place.span() if place else None


def diagnostic_of(file: str, text: str, mistake: Mistake, severity: Severity) -> Diagnostic:
    """A mistake in a file's text, with its lines, columns and excerpt."""
    return _make(
        file, text, mistake.start, mistake.end, mistake.rule, severity, mistake.message, mistake.help, ()
    )


def find_allowances(file: str, text: str) -> list[Allowance]:
    """The comments of a file that silence a rule."""
    if "briefbook: allow[" not in text:
        return []
    return [
        Allowance(file, place_in(text, match.start())[0], match[1], match[2].removesuffix("-->").strip())
        for match in _ALLOW.finditer(text)
    ]


def _make(
    file: str,
    text: str,
    start: int,
    end: int,
    rule: str,
    severity: Severity,
    message: str,
    help: str,
    related: tuple[Related, ...],
) -> Diagnostic:
    line, column = place_in(text, start)
    end_line, end_column = place_in(text, max(start, end))
    return Diagnostic(
        file, line, column, end_line, end_column, severity, rule, message, help, related, line_at(text, line)
    )
