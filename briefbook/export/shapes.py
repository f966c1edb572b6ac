"""What a data file holds beside a record: where it stands and what the book makes of it.

Each field's docstring stands under it; `data/schema.json` is made from these and from the records' own.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Event,
    Issue,
    Judgement,
    Position,
    Question,
    Source,
    Tie,
    Update,
)
from briefbook.text.edtf import When

SCHEMA_VERSION = 1
"""Of the data files; it rises when a key is renamed, removed or changes its meaning."""


class Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A part of a data file."""


class Standing(Part, frozen=True, kw_only=True, gc=False):
    """Where an actor stands on an issue now."""

    actor: str
    """Whose position it is."""
    issue: str
    """On what."""
    stance: str
    """As in a position."""
    attributed: bool
    """Whether others say so and the actor has stated nothing."""
    according_to: str
    """Who says so, where it is attributed; empty for the article itself."""
    said: When
    """When it was said."""
    brief: str
    """The brief that reported it."""


class Naming(Part, frozen=True, kw_only=True, gc=False):
    """Which briefs name a record."""

    url: str
    """Of its page; relative to the site's root where the site has no address."""
    first_brief: str
    """The oldest brief that names it."""
    last_brief: str
    """The newest brief that names it."""
    briefs: int
    """How many name it."""
    corrected: When | None
    """When it was last corrected by us."""


class StandingsDerived(Naming, frozen=True, kw_only=True, gc=False):
    """What the book makes of an actor or an issue."""

    positions: tuple[Standing, ...]
    """Where it stands, or who stands where on it, now."""


class SourceDerived(Naming, frozen=True, kw_only=True, gc=False):
    """What the book makes of a source."""

    checked_by: str
    """What proves its passages: `text`, or `lock` where the text was absent; empty where nothing does."""
    passages: int
    """Quotations and words taken from it."""
    proved: int
    """Of these, how many stand in it word for word."""
    corrects: tuple[str, ...]
    """Sources that their publisher corrected with it, oldest first."""


class Sections(Part, frozen=True, kw_only=True, gc=False):
    """Ids and addresses of a brief's entries, each of which has a file of its own."""

    actors: tuple[str, ...]
    """Introduced in it."""
    issues: tuple[str, ...]
    """Introduced in it."""
    positions: tuple[str, ...]
    """`actor/issue`."""
    claims: tuple[str, ...]
    """By id."""
    events: tuple[str, ...]
    """By id."""
    questions: tuple[str, ...]
    """By id."""
    judgements: tuple[str, ...]
    """By id."""
    ties: tuple[str, ...]
    """`actor/tie/other`."""
    updates: tuple[str, ...]
    """Ids of the entries that it updates."""


class BriefDerived(Part, frozen=True, kw_only=True, gc=False):
    """What the book makes of a brief."""

    url: str
    """Of its page; its body stands there."""
    previous: str
    """The brief before it."""
    next: str
    """The brief after it."""
    corrected: When | None
    """When it, or something in it, was last corrected."""
    entries: Sections
    """What it reports."""


class Step(Part, frozen=True, kw_only=True, gc=False):
    """One update to an entry."""

    brief: str
    """The brief that reported it."""
    as_of: When
    """The date of that brief."""
    said: When
    """When it was said or became known."""
    was: str
    """Status before; of a judgement, its likelihood."""
    became: str
    """Status after; of a judgement, its likelihood."""
    update: Update
    """The update, with the keys that it changed."""


class EntryDerived(Part, frozen=True, kw_only=True, gc=False):
    """What became of a claim, event, question or judgement."""

    url: str
    """Of its page, or of its place in its brief."""
    brief: str
    """The brief that reported it first; `record` is what stands there."""
    as_of: When
    """The date of that brief."""
    corrected: When | None
    """When it was last corrected by us."""
    now: dict[str, Any]
    """Its status (of a judgement, its likelihood) as it now stands, and each other key that updates have
    changed, with its present value."""
    history: tuple[Step, ...]
    """Its updates, oldest first."""


class Origin(Part, frozen=True, kw_only=True, gc=False):
    """A report from which a claim comes."""

    source: str
    """The source at the root: it repeats nobody."""
    reliability: str
    """Of that source, A to F; empty where it is not rated."""
    quoted: bool
    """Whether a passage of its own is among the evidence."""
    repeated_by: tuple[str, ...]
    """Sources of the evidence that repeat it, directly or by way of others."""


class ClaimDerived(EntryDerived, frozen=True, kw_only=True, gc=False):
    """What became of a claim, and where it comes from."""

    origins: tuple[Origin, ...]
    """What bears it out, by report: sources that repeat one count once."""
    speakers: tuple[str, ...]
    """Who bears it out, each once."""
    reporters: tuple[str, ...]
    """Origins whose own reporters state it."""
    contradicts: tuple[str, ...]
    """Claims that cannot be true together with it, whichever of the two says so, oldest first."""


class QuestionDerived(EntryDerived, frozen=True, kw_only=True, gc=False):
    """What became of a question."""

    overdue: bool
    """Open after its due date, judged by the day that the index names."""


class StatementDerived(Part, frozen=True, kw_only=True, gc=False):
    """What the book makes of one report of a position."""

    url: str
    """Of its place in its brief."""
    brief: str
    """The brief that reported it."""
    as_of: When
    """The date of that brief."""
    said: When
    """When it was said."""
    attributed: bool
    """Whether others say so; the actor's own position it never replaces."""
    according_to: str
    """Who says so, where it is attributed; empty for the article itself."""
    change: str
    """position-new, moved, condition, reaffirmed, reported-late, or attributed."""
    was: str
    """The stance before, where it moved."""
    corrected: When | None
    """When it was last corrected by us."""


class Statement(Part, frozen=True, kw_only=True, gc=False):
    """One report of a position."""

    record: Position
    """As the brief has it."""
    derived: StatementDerived
    """What the book makes of it."""


class PositionDerived(Part, frozen=True, kw_only=True, gc=False):
    """What the book makes of all reports of a position."""

    present: Standing
    """Where the actor stands now."""


class TieReportDerived(Part, frozen=True, kw_only=True, gc=False):
    """Where a tie was reported."""

    url: str
    """Of its place in its brief."""
    brief: str
    """The brief that reported it."""
    as_of: When
    """The date of that brief."""
    corrected: When | None
    """When it was last corrected by us."""


class TieReport(Part, frozen=True, kw_only=True, gc=False):
    """One report of a tie."""

    record: Tie
    """As the brief has it."""
    derived: TieReportDerived
    """Where it was reported."""


class Listed(Part, frozen=True, kw_only=True, gc=False):
    """A file in the index."""

    path: str
    """Relative to the index."""
    kind: str
    """What kind of record it holds; or table, schema, package or linked-data."""
    id: str
    """The record's id or address; the table's name; of linked data, the brief."""
    sha256: str
    """SHA-256 of its bytes, in hexadecimal."""
    bytes: int
    """Its size."""


class Index(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the data are, on what terms, and where each piece stands."""

    schema: str = msgspec.field(name="$schema")
    """The way to the schema of all data files."""
    schema_version: int = SCHEMA_VERSION
    """Rises when a key is renamed, removed or changes its meaning."""
    kind: str = "index"
    """index."""
    site: str
    """Name of the situation."""
    publisher: str
    """Who publishes it."""
    url: str
    """Where it stands; `./` where the settings do not say."""
    language: str
    """Language of records that name none, as BCP 47."""
    ceiling: str
    """Strictest marking that the data may hold."""
    preview: bool
    """Whether drafts are in it that nobody has cleared."""
    as_of: When | None
    """Date of the newest brief."""
    today: dt.date | None
    """The day by which deadlines were judged."""
    licence: str
    """An SPDX id or words; empty where no licence is stated: ask the publisher before you use it again."""
    citation: str
    """How to cite the data."""
    files: tuple[Listed, ...]
    """Each file of this folder but the index itself."""


class File(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A data file."""

    schema: str = msgspec.field(name="$schema")
    """The way to the schema of all data files."""
    schema_version: int = SCHEMA_VERSION
    """Rises when a key is renamed, removed or changes its meaning."""
    kind: str
    """What kind of record it is."""
    id: str
    """Its name in the book; of a position or tie, its address."""


class RecordFile(File, frozen=True, kw_only=True, gc=False):
    """One record."""

    record: Any
    """The record as it was written: its keys are those of the YAML, and all of them are there."""
    derived: Part
    """What the book makes of it."""


class HistoryFile(File, frozen=True, kw_only=True, gc=False):
    """All reports of one position or tie."""

    reports: tuple[Any, ...]
    """Oldest first."""
    derived: Part | None = None
    """What the book makes of them."""


KINDS: dict[str, tuple[type[msgspec.Struct], type[Part]]] = {
    "actor": (Actor, StandingsDerived),
    "issue": (Issue, StandingsDerived),
    "source": (Source, SourceDerived),
    "brief": (Brief, BriefDerived),
    "claim": (Claim, ClaimDerived),
    "event": (Event, EntryDerived),
    "question": (Question, QuestionDerived),
    "judgement": (Judgement, EntryDerived),
}
"""Records with a file each, and what stands beside them."""

HISTORIES: dict[str, tuple[type[Part], type[Part] | None]] = {
    "position": (Statement, PositionDerived),
    "tie": (TieReport, None),
}
"""What is reported again and again, in one file for all reports."""
