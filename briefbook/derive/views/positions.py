"""A position: as a brief states it, as it stands now, and as it stood before."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Listed, View
from briefbook.derive.views.evidence import Correction, Evidence
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef


class Position(View, frozen=True, kw_only=True):
    """Where an actor stood on an issue when this was said."""

    anchor: str
    """Unique on the page; in its brief `actor.issue`, with `.speaker` where it is attributed."""
    permalink: str
    """In its brief."""
    actor: ActorRef
    issue: IssueRef
    stance: str
    attributed: bool
    """Said by somebody else: its own mark, never the actor's own position."""
    according_to: str
    """Who says so, by name; empty where it is the article (and where it is stated)."""
    condition_html: Html
    summary_html: Html
    reason_html: Html
    note_html: Html
    personal: bool
    """The speaker does not speak for the body."""
    said: Date
    was: str
    """The stance before, where this one moved; else empty."""
    evidence: tuple[Evidence, ...]
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class Earlier(View, frozen=True, kw_only=True):
    """A statement in a list of what an actor has stated on one issue."""

    said: Date
    stance: str
    condition_html: Html
    summary_html: Html
    reason_html: Html
    """Why it moved to this."""
    corrected: Date | None
    """When it was last corrected by us."""
    brief: BriefRef
    """Its url is that of the entry, where the evidence stands."""


class Turn(View, frozen=True, kw_only=True):
    """A point at which what an actor states took another stance or condition."""

    said: Date
    stance: str
    conditional: bool
    url: str
    """Of its evidence."""


class Before(View, frozen=True, kw_only=True):
    """What an actor last said that conflicts with what it says now: another side, or another condition."""

    stance: str
    condition_html: Html
    evidence: tuple[Evidence, ...]
    brief: BriefRef
    """Its url is that of the entry."""


class PositionHistory(View, frozen=True, kw_only=True):
    """A position and what was said before it."""

    current: Position
    track: tuple[Turn, ...]
    """Oldest first, at most 6, the present one last; empty where it never turned."""
    against: Before | None
    earlier: Listed[Earlier]
    """Newest first, at most 3; always empty for unnamed actors and for attributed positions. The page that
    holds all of them holds the current one too."""


class Standing(View, frozen=True, kw_only=True):
    """Where an actor now stands on an issue, in one line."""

    actor: ActorRef
    issue: IssueRef
    stance: str
    attributed: bool
    according_to: str
    """As in `Position`."""
    condition_html: Html
    said: Date
    corrected: Date | None
    """When it was last corrected by us."""
    url: str
    """Of the entry: on this page where it stands here, else in its brief."""


class StanceGroup(View, frozen=True, kw_only=True):
    """Those who stand alike on an issue."""

    stance: str
    attributed: bool
    members: Listed[Standing]


class Stand(View, frozen=True, kw_only=True):
    """Who stands where on one issue, in words."""

    issue: IssueRef
    groups: tuple[StanceGroup, ...]
    """From supports to unclear; of one stance, stated before attributed."""
    silent: int
    """Actors of the matrix without a position on it."""
    actors: int
    """Actors of the matrix."""


class IssuePositions(View, frozen=True, kw_only=True):
    """What a brief reports on one issue."""

    issue: IssueRef
    positions: tuple[Position, ...]
    """Stated before attributed; by stance, then as written."""


class Voice(View, frozen=True, kw_only=True):
    """Someone who speaks for a body, or from within it."""

    actor: ActorRef
    speaks_for: bool
    """Holds a post there now: their words count as the body's, unless in a personal capacity."""
    positions: Listed[Standing]
    """Where they stand under their own name."""


class BodyVoices(View, frozen=True, kw_only=True):
    """How the people of one body stand on the issue under their own names."""

    body: ActorRef
    own: Standing | None
    """The body's own position."""
    voices: Listed[Standing]
