"""What a review sheet holds, in the order in which it is read."""

from __future__ import annotations

from typing import NamedTuple

from briefbook.diagnostics import Diagnostic
from briefbook.sheet.around import Stretch


class SourceRow(NamedTuple):
    """A source of the brief."""

    id: str
    about: str
    """Publisher, title and date, as far as there is a record."""
    text: str
    """Whether its text is here, in words."""


class Decision(NamedTuple):
    """A call that an editor makes."""

    subject: str
    """What it is about: `Iran on Acting together`."""
    choice: str = ""
    """What the brief decides: `leans-support`."""
    more: str = ""
    """What helps to decide, such as what it was before."""
    entry: int = 0
    """Number of the entry where it stands; 0 where that is none."""
    line: int = 0
    """Its line in the brief's file, where that says more than the entry; else 0."""


class Decisions(NamedTuple):
    """The calls of one kind."""

    title: str
    calls: tuple[Decision, ...]


class Row(NamedTuple):
    """One passage: the article's words, and what was checked."""

    kind: str
    """quote, words or described as."""
    ours: str
    """The words as the brief has them."""
    article: tuple[Stretch, ...]
    """The article's words around them; empty where they were not found, or the text is absent."""
    checks: tuple[str, ...]
    """What was checked, in plain words."""
    is_proved: bool
    """Whether the words were found in the text, or by its lock."""
    speaker: str
    """confirmed, unconfirmed, or empty where no speaker is asked for."""
    where: str
    """The source, and the line of its text."""

    @property
    def shown(self) -> str:
        """The words as the brief has them, in quotation marks where it says that somebody spoke them."""
        return self.ours if self.kind == "words" else f"“{self.ours}”"


class Piece(NamedTuple):
    """A piece of evidence."""

    part: str = ""
    """Reply or Figure, where it is that of a part of the entry."""
    about: str = ""
    """What that part says, in a few words."""
    speaker: str = ""
    """Name of who is given as its speaker."""
    rows: tuple[Row, ...] = ()
    paraphrase: str = ""
    translation: str = ""


class EntrySheet(NamedTuple):
    """An entry: our sentence, the article's words, what was checked."""

    number: int
    key: str
    """Its id or address."""
    line: int
    """Where it stands in the brief's file."""
    head: str
    """What it is about, in a few words."""
    ours: str
    """Our sentence."""
    pieces: tuple[Piece, ...]
    findings: tuple[Diagnostic, ...]


class Section(NamedTuple):
    """The entries of one kind."""

    title: str
    entries: tuple[EntrySheet, ...]


class Sentence(NamedTuple):
    """A sentence of the brief's own, and what it rests on."""

    where: str
    """The part of the brief in which it stands."""
    line: int
    words: str
    rests_on: tuple[int, ...]
    """The numbers of the entries to which it links."""
    others: tuple[str, ...]
    """The entries of other briefs to which it links."""
    findings: tuple[Diagnostic, ...]


class Sheet(NamedTuple):
    """The review sheet of a brief."""

    id: str
    title: str
    file: str
    facts: tuple[str, ...]
    """Product, status, date, marking, how much there is to decide and to mend."""
    sources: tuple[SourceRow, ...]
    decisions: tuple[Decisions, ...]
    sections: tuple[Section, ...]
    prose: tuple[Sentence, ...]
    findings: tuple[Diagnostic, ...]
    """Those that stand neither at an entry nor at a sentence."""
    counts: tuple[str, ...]
