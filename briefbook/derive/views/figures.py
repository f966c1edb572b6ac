"""A number with its range, unit and place in time."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Link, View
from briefbook.derive.views.evidence import Evidence
from briefbook.derive.views.references import ActorRef


class Bar(View, frozen=True, kw_only=True):
    """A number's place on a scale from 0 to 100."""

    low: int
    high: int
    best: int | None
    has_low: bool
    """Whether the source has a lower bound; else `low` is the scale's beginning."""
    has_high: bool


class Figure(View, frozen=True, kw_only=True):
    """A number as someone gives it; figures stand side by side and are never added up."""

    what: str
    group: str
    """The same for figures that count the same in the same unit."""
    reported: str
    """The words as given."""
    low: str
    """`1,700`, or empty."""
    high: str
    best: str
    unit: str
    top: str
    """Where the scale of its group ends; empty where there is nothing to compare."""
    bar: Bar | None
    """Its place on that scale."""
    is_earlier: bool
    """Who gives it has given another number since."""
    by: ActorRef | None
    """Who gives it; None where the article does."""
    date: Date
    """As-of date of the brief that reports it."""
    url: str
    """Of its entry in that brief."""
    evidence: tuple[Evidence, ...]
    note_html: Html


class FigureRow(View, frozen=True, kw_only=True):
    """A claim or event with its figures."""

    id: str
    entry: Link
    status: str
    is_claim: bool
    figures: tuple[Figure, ...]
    """In the order in which briefs report them, the latest; without evidence."""
    count: int
    """Figures in all."""
