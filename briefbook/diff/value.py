"""A comparison of two states of a book, as the JSON that it is printed as."""

from __future__ import annotations

from typing import Literal

import msgspec


class _Value(msgspec.Struct, frozen=True, kw_only=True):
    pass


class Fault(_Value, frozen=True, kw_only=True):
    """A mistake that keeps a file, or part of it, out of one of the two states."""

    state: str
    """Which of the two."""
    file: str
    line: int
    message: str
    rule: str


class MarkingChange(_Value, frozen=True, kw_only=True):
    """A record that is in both states, with another marking."""

    what: str
    """claim, brief, reply and so on, or `setting` for `ceiling` and `default_tlp`."""
    id: str
    """Its id or address; of a part of an entry, that of the entry with what tells it apart."""
    file: str
    was: str
    """The marking that holds for it; empty where none does, so that it is withheld."""
    now: str
    loosened: bool
    """Whether more readers may see it now."""
    also: int
    """Records without a marking of their own that follow it."""


class DraftChange(_Value, frozen=True, kw_only=True):
    """A brief that becomes published, or no longer is, or is a new draft."""

    brief: str
    title: str
    was: str
    """draft or cleared; empty where there was no such brief."""
    now: str


class SourceChange(_Value, frozen=True, kw_only=True):
    """A source whose text, or what proves quotations without it, is another."""

    source: str
    what: Literal["text", "lock"]
    now: str
    """What became of it: `other words`, `added`, `removed`, `2 passages no longer proved`."""


class QuotationChange(_Value, frozen=True, kw_only=True):
    """Words taken from a source that were added, removed or altered."""

    kind: Literal["removed", "altered", "added"]
    source: str
    entry: str
    """Id or address of the entry that rests on them."""
    brief: str
    form: Literal["quote", "words"]
    speaker: str
    was: str
    now: str
    was_speaker: str
    """Who was said to have said it, where that is somebody else now."""


class FieldChange(_Value, frozen=True, kw_only=True):
    """One field of a thing before and after."""

    field: str
    was: str
    now: str


class Row(_Value, frozen=True, kw_only=True):
    """One thing that readers will see otherwise."""

    kind: str
    """As `/changes/` calls it, or the thing with `-new`, `-changed` or `-gone`."""
    key: str
    """The thing with its id or address: `claim/mass-execution`."""
    subject: str
    """What it is about, in words."""
    was: str
    """Stance, status, likelihood or figure before; empty where it has none."""
    now: str
    fields: tuple[FieldChange, ...]
    """What else is otherwise."""
    reason: str
    brief: str
    """Id of the brief by which it stands so."""
    url: str
    """Where it stands on the site, if the settings say where that is."""


class Comparison(_Value, frozen=True, kw_only=True):
    """All that lies between two states of a book."""

    old: str
    """What the first state is called."""
    new: str
    markings: tuple[MarkingChange, ...]
    """Loosened ones first."""
    faults: tuple[Fault, ...]
    drafts: tuple[DraftChange, ...]
    changes: tuple[Row, ...]
    """What readers at the ceiling will see, heaviest first."""
    sources: tuple[SourceChange, ...]
    quotations: tuple[QuotationChange, ...]
    """Removed ones first."""
