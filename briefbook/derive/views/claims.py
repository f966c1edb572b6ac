"""A claim: who said it, who answered, how it was rated."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Link, Listed, View
from briefbook.derive.views.evidence import Correction, Evidence, Origins
from briefbook.derive.views.figures import Figure
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef


class Reply(View, frozen=True, kw_only=True):
    """What another actor says of a claim."""

    by: ActorRef
    says: str
    """supports, partly, disputes, denies or cannot-confirm."""
    said: Date
    evidence: tuple[Evidence, ...]
    note_html: Html


class Contradiction(View, frozen=True, kw_only=True):
    """A claim that cannot be true together with another, as it stands now."""

    claim: Link
    by: ActorRef | None
    """None where the article claims it."""
    status: str
    reported: Date
    """As-of date of its brief."""
    credibility: int
    """As in `Claim`."""
    sources: int
    """As in `ClaimRow`."""
    origins: int
    corrected: Date | None
    """When it was last corrected by us."""


class Pair(View, frozen=True, kw_only=True):
    """Two claims that cannot both be true."""

    one: Contradiction
    """The older."""
    other: Contradiction


class Rating(View, frozen=True, kw_only=True):
    """What the desk found of a claim from a day on."""

    date: Date
    status: str


class Claim(View, frozen=True, kw_only=True):
    """A claim whole: as it was reported on its brief's page, as it stands now elsewhere."""

    id: str
    anchor: str
    """Its id."""
    url: str
    """Of its own page."""
    permalink: str
    """In its brief."""
    text_html: Html
    by: ActorRef | None
    """None where the article claims it."""
    described_as: str
    """The article's description of whoever claims it: print in quotation marks."""
    date: Date | None
    place: str
    status: str
    """unverified, disputed, corroborated, confirmed or refuted."""
    status_now: str
    """Where it has been re-rated since (only on its brief's page); else empty."""
    credibility: int
    """Of the claim, not of its sources: 1 to 6; 0 where not rated."""
    origins: Origins
    """As first reported on its brief's page; elsewhere with what updates brought."""
    contradicts: Listed[Contradiction]
    """Claims that cannot be true together with it, whichever of the two says so, oldest first."""
    replies: Listed[Reply]
    """As written, then as they came; the latest ones where the list is cut. Never cut in its brief."""
    figures: Listed[Figure]
    """In the same way."""
    issues: tuple[IssueRef, ...]
    actors: tuple[ActorRef, ...]
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class ClaimRow(View, frozen=True, kw_only=True):
    """A claim in a list, as it stands now."""

    id: str
    url: str
    text_html: Html
    by: ActorRef | None
    status: str
    ratings: tuple[Rating, ...]
    """What the desk has found over time, oldest first, at most 6; empty where that never changed."""
    credibility: int
    """As in `Claim`."""
    date: Date | None
    sources: int
    """Sources that are quoted for it."""
    origins: int
    """Reports from which these come; those that repeat one count once."""
    contradicts: Listed[Contradiction]
    """Claims that cannot be true together with it."""
    replies: Listed[Reply]
    """The latest, without their evidence."""
    reported: Date
    """As-of date of its brief."""
    corrected: Date | None
    """When it was last corrected by us."""
    actor_ids: tuple[str, ...]
    """Who makes it, then those whom it concerns; a filter asks them."""
    issue_ids: tuple[str, ...]


class ReplyRow(View, frozen=True, kw_only=True):
    """A reply on the page of who gave it."""

    claim: ClaimRow
    reply: Reply
