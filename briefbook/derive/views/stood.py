"""The picture of an earlier day: what stood then, and what became of it."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, View
from briefbook.derive.views.references import ActorRef, IssueRef


class Stood(View, frozen=True, kw_only=True):
    """Where an actor stood on an issue when a brief was the newest, in one line."""

    actor: ActorRef
    issue: IssueRef
    stance: str
    attributed: bool
    conditional: bool
    url: str
    """Of the entry in its brief."""
    now: str
    """The stance now, where it is another one, or was only attributed then; else empty."""
    now_attributed: bool
    now_url: str
    """Of what it says now."""


class StoodGroup(View, frozen=True, kw_only=True):
    """Those who stood alike on an issue."""

    stance: str
    attributed: bool
    rows: tuple[Stood, ...]
    """Whom the brief names first."""
    more: int
    """Actors left out."""


class StoodOn(View, frozen=True, kw_only=True):
    """Who stood where on one issue when a brief was the newest."""

    issue: IssueRef
    groups: tuple[StoodGroup, ...]
    """From supports to unclear; of one stance, stated before attributed."""


class StoodElsewhere(View, frozen=True, kw_only=True):
    """Where an actor that a brief names stood on issues that it does not name."""

    actor: ActorRef
    rows: tuple[Stood, ...]
    more: int


class StoodOpen(View, frozen=True, kw_only=True):
    """A question that a brief names, as it stood then."""

    url: str
    text_html: Html
    status: str
    overdue: bool
    """Judged by the brief's own date."""
    due: Date | None
    now: str
    """Its status now, where it is another one; else empty."""


class Then(View, frozen=True, kw_only=True):
    """How it stood when a brief was the newest: the actors, issues and questions that it names.

    Empty where it is the only brief.
    """

    url: str
    """Of the whole situation as it was then; empty where the site has no such page."""
    issues: tuple[StoodOn, ...]
    issues_more: int
    """Left out here."""
    actors: tuple[StoodElsewhere, ...]
    actors_more: int
    questions: tuple[StoodOpen, ...]
    questions_more: int
