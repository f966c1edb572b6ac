"""The brief under review: where its parts stand in its file, what is wrong there, what things are called."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from briefbook.check.at import Lookup
from briefbook.check.run import check_files
from briefbook.diagnostics import Diagnostic, Finding, Severity
from briefbook.load.book import Loaded
from briefbook.load.locate import Allowance
from briefbook.model.book import Entry, Path, Place
from briefbook.model.records import Brief
from briefbook.text.characters import one_line
from briefbook.text.markdown import find_references
from briefbook.text.near import shorten

ORDER = ("positions", "claims", "updates", "events", "questions", "judgements", "ties", "corrections")
"""The sections of a brief in the order of its page."""

_DOUBT = re.compile(r"# (?:at \d+–\d+: )?(?P<doubt>review)(?:, (?P<why>.*))?")


class Spot(NamedTuple):
    """A stretch of the brief's file: line and column where it begins, and where it ends."""

    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def line(self) -> int:
        """The line in which it begins."""
        return self.start[0]

    def has_line(self, line: int) -> bool:
        """Whether a line is in it, at least in part."""
        return self.start[0] <= line <= self.end[0]

    def holds(self, finding: Diagnostic) -> bool:
        """Whether a finding begins in it."""
        return self.start <= (finding.line, finding.column) < self.end


class Review:
    """A brief, with all that is asked about it."""

    def __init__(self, loaded: Loaded, brief: Brief, today: dt.date | None, reach: int) -> None:
        """`reach` is how much of an article is shown beside a quotation, in characters."""
        self.book = loaded.book
        self.brief = brief
        self.lookup = Lookup(loaded.book)
        self.reach = reach
        self.file = self.lookup.file_of(brief.id)
        found = check_files(loaded, [self.file], today)
        self.findings = [each for each in found if each.file == self.file]
        self.unread = {each.file for each in found if each.severity is Severity.ERROR} - {self.file}
        """Other files of the book with mistakes that keep what is in them out of it."""
        self.allowances: list[Allowance] = [each for each in loaded.allowances if each.file == self.file]
        entries = sorted(loaded.book.entries_of(brief), key=lambda each: ORDER.index(str(each.path[0])))
        self.entries: dict[int, Entry] = dict(enumerate(entries, 1))
        """The entries by their number on the sheet."""
        self.earlier = sorted(
            (each for each in loaded.book.briefs.values() if when(each) < when(brief)), key=when
        )
        """The briefs before this one, oldest first."""
        self._locator = loaded.locator
        self._spots = {number: self.spot(entry.path) for number, entry in self.entries.items()}

    def spot(self, path: Path, offsets: tuple[int, int] | None = None) -> Spot:
        """Where a field of the brief stands, or a stretch of its body."""
        finding = Finding(path, "", offsets=offsets)
        found = self._locator.diagnostic(Place(self.file), finding, "", Severity.NOTE)
        return Spot((found.line, found.column), (found.end_line, found.end_column))

    def line_of(self, number: int) -> int:
        """The line of an entry."""
        return self._spots[number].line

    def doubt_above(self, line: int) -> str:
        """What the comment that `distil` wrote above a line holds doubtful; empty where there is none."""
        above = self._locator.at_line(self.file, line - 1, "", Severity.NOTE, "", "").excerpt
        found = _DOUBT.fullmatch(above.strip())
        return (found["why"] or found["doubt"]) if found else ""

    def found_in(self, spot: Spot) -> tuple[Diagnostic, ...]:
        """The findings that begin in a spot."""
        return tuple(each for each in self.findings if spot.holds(each))

    def found_at(self, number: int) -> tuple[Diagnostic, ...]:
        """The findings on an entry."""
        return self.found_in(self._spots[number])

    def number_of(self, finding: Diagnostic) -> int:
        """The entry in which a finding begins; 0 where that is none."""
        return next((number for number, spot in self._spots.items() if spot.holds(finding)), 0)

    def number_at(self, line: int) -> int:
        """The entry that a line is part of; 0 where it is of none."""
        found = [(spot.start, number) for number, spot in self._spots.items() if spot.has_line(line)]
        return max(found)[1] if found else 0

    def where(self, source: str, line: int = 0) -> str:
        """The source and the line of a passage; where the brief has one source, it needs no name."""
        is_only = self.brief.sources == (source,)
        if not line:
            return "" if is_only else source
        return f"line {line} of {'the article' if is_only else source}"

    def actor(self, id: str) -> str:
        """What an actor is called."""
        actor = self.book.actors.get(id)
        return actor.name if actor else id

    def issue(self, id: str) -> str:
        """What an issue is called."""
        issue = self.book.issues.get(id)
        return (issue.name or issue.proposition).rstrip(".") if issue else id

    def named(self, entry: Entry) -> str:
        """What an entry, or the one that it updates, is about."""
        found = self.book.entries.get(entry.key, entry)
        text = getattr(found.record, "text", "") or getattr(found.record, "title", "")
        return f"“{shorten(self.plain(text))}”" if text else entry.key

    def plain(self, text: str) -> str:
        """A text of ours on one line, each link as its words or as what its target is called."""
        parts, end = [], 0
        for each in find_references(text):
            parts += [text[end : each.start], each.words or self._name(each.target)]
            end = each.end
        return one_line("".join([*parts, text[end:]])).strip()

    def _name(self, target: str) -> str:
        return f"[{target}]" if target in self.book.sources else self.actor(target)


def when(brief: Brief) -> tuple[object, str]:
    """The key that sorts briefs by time."""
    return brief.as_of.order, brief.id
