"""Search."""

from __future__ import annotations

from briefbook.derive.views.base import View
from briefbook.derive.views.site import Head


class SearchKind(View, frozen=True, kw_only=True):
    """A kind of record that the search finds."""

    code: str
    """actors, issues, briefs, questions, events, claims, judgements, sources or pages."""
    pattern: str
    """Url of a record, with `{id}` for its id and `{brief}` for the brief that holds it."""


class SearchPage(View, frozen=True, kw_only=True):
    """`/search/` (search.html): what is found is found in the browser, by `assets/search.js`."""

    head: Head
    kinds: tuple[SearchKind, ...]
    """Only those that have records."""
    files: tuple[str, ...]
    """Urls of the index, in the order in which to ask for them."""
