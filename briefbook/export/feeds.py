"""The newest briefs as an Atom feed (RFC 4287) and a JSON Feed 1.1, their corrections in sight."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree as ET

from briefbook.derive.at import At
from briefbook.derive.links import entry_link, plain
from briefbook.derive.publication import publisher_of, site_address
from briefbook.derive.situation import Situation
from briefbook.export.address import Addresses
from briefbook.export.records import render_json
from briefbook.model.records import Brief
from briefbook.text.edtf import When
from briefbook.words import Words

ATOM, JSON_FEED = "feed.xml", "feed.json"
MOST = 30
"""Briefs in a feed."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def iter_feeds(situation: Situation, words: Words) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path and maker of each feed; none in a preview."""
    if not situation.released.is_preview:
        yield ATOM, lambda: Feed(situation, words).atom()
        yield JSON_FEED, lambda: Feed(situation, words).json()


class Item(NamedTuple):
    """A brief in a feed."""

    id: str
    url: str
    title: str
    published: str
    """RFC 3339."""
    updated: str
    """RFC 3339: the date of the brief, or of its latest correction."""
    authors: tuple[str, ...]
    language: str
    product: str
    summary: str
    """The bottom line."""
    paragraphs: tuple[str, ...]
    """Bottom line, key messages and corrections, as plain words."""

    @property
    def html(self) -> str:
        """The paragraphs as markup."""
        return "".join(f"<p>{escape(each, quote=False)}</p>" for each in self.paragraphs)


class Feed:
    """The feed of one situation."""

    def __init__(self, situation: Situation, words: Words) -> None:
        self.situation = situation
        self.settings = situation.settings
        self.addresses = Addresses(situation)
        self.at = At(situation, "")
        self.words = words
        self.items = tuple(map(self.item, situation.briefs[: -MOST - 1 : -1]))
        self.updated = max((item.updated for item in self.items), default=moment(None))

    def item(self, brief: Brief) -> Item:
        """A brief as the feed shows it."""
        corrections = tuple(self._corrections(brief))
        dates = (brief.as_of, *(each.date for each in brief.corrections))
        bottom_line = plain(brief.bottom_line, self.at)
        messages = tuple(plain(each, self.at) for each in brief.key_messages)
        return Item(
            id=self.urn(f"briefs/{brief.id}"),
            url=self.addresses.page(f"briefs/{brief.id}"),
            title=brief.title,
            published=moment(brief.as_of),
            updated=max(map(moment, dates)),
            authors=brief.authors or (publisher_of(self.situation),),
            language=brief.language or self.settings.language,
            product=brief.product,
            summary=bottom_line,
            paragraphs=tuple(filter(None, (bottom_line, *messages, *corrections))),
        )

    def _corrections(self, brief: Brief) -> Iterator[str]:
        for each in brief.corrections:
            heading = self.words.gettext("Corrected on %(date)s:") % {"date": self.words.date(each.date.text)}
            change = self.words.gettext("“%(was)s” now reads “%(now)s”.") % {"was": each.was, "now": each.now}
            yield f"{heading} {entry_link(each.entry, self.at, brief).words}. {change} {each.reason}"

    def urn(self, path: str = "") -> str:
        """A name that stays while the site's address does; without one, while the site's name does."""
        base = site_address(self.situation) or f"{self.settings.site_name}/"
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, base + path)}"

    def atom(self) -> bytes:
        """`feed.xml`."""
        feed = ET.Element(
            "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": self.settings.language}
        )
        _add(feed, "id", self.urn())
        _add(feed, "title", self.settings.site_name)
        _add(feed, "updated", self.updated)
        _add(_add(feed, "author"), "name", publisher_of(self.situation))
        _add(feed, "link", rel="self", type="application/atom+xml", href=self.addresses.file(ATOM))
        _add(feed, "link", rel="alternate", type="text/html", href=self.addresses.home)
        if self.settings.licence:
            _add(feed, "rights", self.settings.licence)
        _add(feed, "generator", "briefbook")
        for item in self.items:
            _add_entry(feed, item)
        ET.indent(feed, " ")
        return b"%s\n" % ET.tostring(feed, "utf-8", xml_declaration=True)

    def json(self) -> bytes:
        """`feed.json`; without an address of the site it names no URLs, which may not be relative there."""
        feed: dict[str, object] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.settings.site_name,
            "language": self.settings.language,
            "authors": [{"name": publisher_of(self.situation)}],
            "items": [self._json_item(item) for item in self.items],
        }
        if self.addresses.site:
            feed |= {"home_page_url": self.addresses.home, "feed_url": self.addresses.file(JSON_FEED)}
        return render_json(feed)

    def _json_item(self, item: Item) -> dict[str, object]:
        found: dict[str, object] = {
            "id": item.id,
            "title": item.title,
            "summary": item.summary,
            "content_html": item.html,
            "date_published": item.published,
            "date_modified": item.updated,
            "authors": [{"name": name} for name in item.authors],
            "language": item.language,
            "tags": [item.product],
        }
        return {**found, "url": item.url} if self.addresses.site else found


def moment(when: When | None) -> str:
    """The first moment of a date after RFC 3339; without a date, the beginning of time as computers count."""
    if when is None:
        return "1970-01-01T00:00:00Z"
    first = when.last if when.first == dt.datetime.min else when.first
    return f"{first.isoformat(timespec='seconds')}Z"


def _add_entry(feed: ET.Element, item: Item) -> None:
    entry = _add(feed, "entry", **{"xml:lang": item.language})
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "published", item.published)
    _add(entry, "updated", item.updated)
    for name in item.authors:
        _add(_add(entry, "author"), "name", name)
    _add(entry, "link", rel="alternate", type="text/html", href=item.url)
    _add(entry, "category", term=item.product)
    _add(entry, "summary", item.summary)
    _add(entry, "content", item.html, type="html")


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = _NOT_XML.sub("", text) or None
    return element
