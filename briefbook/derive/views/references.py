"""Records as a page names them: a name, where it leads, and what a reader has to know beside it."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Link, View


class ActorRef(View, frozen=True, kw_only=True):
    """An actor where another page names it."""

    id: str
    name: str
    kind: str
    """state, body, organisation, armed-group, person, coalition or unnamed."""
    role: str
    """For a person, the title of the post held at the time: `president of Iran`."""
    url: str


class IssueRef(View, frozen=True, kw_only=True):
    """An issue where another page names it."""

    id: str
    name: str
    """Two or three words for table heads; the proposition where there is no shorter name."""
    proposition: str
    url: str


class BriefRef(View, frozen=True, kw_only=True):
    """A brief where another page names it."""

    id: str
    title: str
    as_of: Date
    product: str
    """sitrep, flash-update or profile."""
    status: str
    """draft or cleared."""
    url: str
    """Of the brief, or of the entry in it where an entry names its brief."""
    language: str
    """Where it is not that of the site."""


class SourceRef(View, frozen=True, kw_only=True):
    """A source beneath a quotation."""

    id: str
    number: int
    """Of its note on this page, from 1; 0 on pages without notes."""
    publisher: str
    published: Date
    url: str
    """Of its note on this page (`#<id>`), or of its own page where there are no notes."""
    corrected_by: Link | None
    """The source with which its publisher corrected it."""
    corrected: Date | None
    """When its publisher did."""
