"""Free pages, and the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefbook.derive.at import At
from briefbook.derive.links import inline_html, prose_html
from briefbook.derive.pages.page import Page, make_page
from briefbook.derive.place import NOT_FOUND, host_path
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Html
from briefbook.derive.views.pages.free import FreePageView, NotFound


def iter_free_pages(situation: Situation) -> Iterator[Page]:
    """Each free page, then the page for what is not there."""
    for id in sorted(situation.released.pages):
        yield make_page(situation, id, "page.html", partial(free_page, id=id))
    yield make_page(situation, NOT_FOUND, "404.html", not_found_page)


def free_page(situation: Situation, *, id: str, body: str | None = None) -> FreePageView:
    """The view of a free page; `body` is its Markdown where a host has altered it."""
    page = situation.released.pages[id]
    at = At(situation, id, language=page.language)
    at.show(page)
    return FreePageView(
        title=page.title,
        note_html=inline_html(page.note, at),
        body_html=prose_html(page.body if body is None else body, at, at.released.places[id].file),
        head=at.head(page.title),
    )


def guest_page(situation: Situation, *, path: str, title: str, body: Html) -> FreePageView:
    """The view of a page that is not of the book: a host brought it, as HTML."""
    at = At(situation, path)
    return FreePageView(title=title, note_html=Html(""), body_html=body, head=at.head(title))


def not_found_page(situation: Situation) -> NotFound:
    """The view of the page for what is not there, which a server shows at any depth.

    It is marked like the site: whoever prints it or passes it on need not ask what it stood in for.
    """
    at = At(situation, NOT_FOUND)
    at.show_all()
    url = situation.settings.site_url
    return NotFound(head=at.head(root=host_path(url) if url else "./"))
