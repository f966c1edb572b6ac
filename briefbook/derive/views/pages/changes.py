"""What changed, brief by brief, and every correction."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Listed, View
from briefbook.derive.views.changes import Changes
from briefbook.derive.views.evidence import Correction
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.site import Head, Pager


class BriefChanges(View, frozen=True, kw_only=True):
    """What one brief changed: at most 7, the rest stands on the brief's page."""

    brief: BriefRef
    month: str
    """The month of which it is the newest brief on this page, `2014-06`; empty where it is not."""
    changes: Changes


class Month(View, frozen=True, kw_only=True):
    """A month with briefs."""

    date: Date
    url: str
    """Of its newest brief on the pages of the changes."""


class ChangesPage(View, frozen=True, kw_only=True):
    """`/changes/` (changes.html), newest brief first."""

    head: Head
    rows: tuple[BriefChanges, ...]
    kinds: tuple[str, ...]
    """Kinds of change on this page, heaviest first."""
    months: tuple[Month, ...]
    """All months with briefs, newest first; on the first page only."""
    corrections: Listed[Correction]
    """Newest first; on the first page only."""
    pager: Pager
