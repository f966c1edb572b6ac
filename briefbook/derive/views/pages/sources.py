"""The list of sources, and a source with all that was taken from it."""

from __future__ import annotations

from briefbook.derive.views.base import Listed, View
from briefbook.derive.views.evidence import Quotation, SourceNote
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.site import Head, Pager


class SourcesPage(View, frozen=True, kw_only=True):
    """`/sources/` (sources.html), newest first."""

    head: Head
    rows: tuple[SourceNote, ...]
    pager: Pager


class Budget(View, frozen=True, kw_only=True):
    """How much of a source stands on the site in the source's own words."""

    taken: int
    """Words of its text that are quoted; what two quotations share counts once."""
    length: int
    """Words of its text."""
    allowed: int
    """Words that its `rights` allow to be quoted."""


class SourcePage(View, frozen=True, kw_only=True):
    """`/sources/<id>/` (source.html). Long lists are cut, and go on at `/sources/<id>/<list>/`."""

    head: Head
    source: SourceNote
    quotations: Listed[Quotation]
    """In the order of the source's text, paraphrases last."""
    budget: Budget | None
    """None where nothing is quoted, or nothing says how long the text is."""
    briefs: Listed[BriefRef]
    """Newest first."""
