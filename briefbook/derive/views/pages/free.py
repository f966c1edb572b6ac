"""A page that authors write freely, and the page for what is not there."""

from __future__ import annotations

from briefbook.derive.views.base import Html, View
from briefbook.derive.views.site import Head


class FreePageView(View, frozen=True, kw_only=True):
    """`/<id>/` (page.html)."""

    head: Head
    title: str
    note_html: Html
    body_html: Html


class NotFound(View, frozen=True, kw_only=True):
    """`/404.html` (404.html); its root is absolute where the settings name a `site_url`."""

    head: Head
