"""The list of actors, and an actor."""

from __future__ import annotations

from briefbook.derive.views.base import Count, Date, Html, Listed, View
from briefbook.derive.views.changes import Change
from briefbook.derive.views.claims import ClaimRow, ReplyRow
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction, Quotation, SourceNote
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.positions import PositionHistory, Standing, Voice
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.derive.views.site import Head, Pager
from briefbook.derive.views.ties import Post, Tie


class ActorRow(View, frozen=True, kw_only=True):
    """An actor in the list of actors."""

    actor: ActorRef
    aliases: tuple[str, ...]
    positions: int
    """Issues on which it has a position."""
    claims: int
    """Claims that it makes."""
    last: Date | None
    """As-of date of the last brief that names it."""


class ActorsPage(View, frozen=True, kw_only=True):
    """`/actors/` (actors.html), by name."""

    head: Head
    rows: tuple[ActorRow, ...]
    by_kind: tuple[Count, ...]
    """On the first page."""
    pager: Pager


class ActorPage(View, frozen=True, kw_only=True):
    """`/actors/<id>/` (actor.html). Long lists are cut, and go on at `/actors/<id>/<list>/`."""

    head: Head
    id: str
    name: str
    kind: str
    """unnamed: `Unnamed source. Not one person over time.`"""
    aliases: tuple[str, ...]
    about_html: Html
    note_html: Html
    wikidata: str
    bloc: str
    of: ActorRef | None
    member_of: tuple[ActorRef, ...]
    members: Listed[ActorRef]
    """Actors (not persons) that are part of it."""
    posts: tuple[Post, ...]
    short: Listed[Standing]
    """Latest stance per issue: stated, else attributed."""
    silent: Listed[IssueRef]
    """Issues without a position of its own or attributed to it; only for an actor of the matrix."""
    attributed_count: int
    """Issues on which others have said where it stands."""
    claims_disputed_count: int
    """Of the claims that it makes, disputed or refuted."""
    first_seen: Date | None
    last_changed: Date | None
    changes: Listed[Change]
    """Moves, conditions, re-rated claims, questions answered or overdue, revised figures, newest first, at
    most 7."""
    is_first: bool
    """Named in one brief only: nothing to compare yet."""
    stated: Listed[PositionHistory]
    """Newest first."""
    others: Listed[PositionHistory]
    """Attributed to it, newest first."""
    spoken: Listed[Quotation]
    """Its words under the entries of others, newest first: for a body, on a claim, about somebody else."""
    voices: Listed[Voice]
    claims_made: Listed[ClaimRow]
    """Newest first, as all claims of the page."""
    claims_about: Listed[ClaimRow]
    replies: Listed[ReplyRow]
    events: Listed[TimelineRow]
    """Oldest first; the latest ones where the list is cut."""
    ties: Listed[Tie]
    questions: Listed[QuestionRow]
    mentioned: Listed[BriefRef]
    """Newest first."""
    corrections: Listed[Correction]
    """Of what this page rests on, newest first, at most 3."""
    sources: tuple[SourceNote, ...]
