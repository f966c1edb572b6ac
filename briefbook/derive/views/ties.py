"""How one actor is bound to another."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Link, View
from briefbook.derive.views.evidence import Correction, Evidence
from briefbook.derive.views.references import ActorRef


class Tie(View, frozen=True, kw_only=True):
    """How one actor is bound to another, and who says so."""

    anchor: str
    permalink: str
    actor: ActorRef
    tie: str
    """part-of, backs, trains, allied-with, fights or negotiates-with."""
    other: ActorRef
    since: Date | None
    until: Date | None
    according_to: tuple[str, ...]
    """Who says so, by name; empty where only the article does."""
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str


class Post(View, frozen=True, kw_only=True):
    """An office that a person holds or held."""

    title: str
    at: ActorRef
    since: Date | None
    until: Date | None
    source: Link | None
