"""Atom feeds (RFC 4287): what an item is, and a channel of items as a file."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree as ET

from briefbook.derive.publication import publisher_of, site_address
from briefbook.derive.situation import Situation
from briefbook.text.edtf import When

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


class Item(NamedTuple):
    """A brief, a correction or a change in a feed."""

    id: str
    url: str
    title: str
    published: str
    """RFC 3339."""
    updated: str
    """RFC 3339: the date of the brief, or of its latest correction."""
    authors: tuple[str, ...]
    language: str
    tag: str
    """The brief's product, `correction`, or the kind of a change."""
    summary: str
    """The bottom line, or what now reads otherwise."""
    paragraphs: tuple[str, ...]
    """Bottom line, key messages and corrections, as plain words."""

    @property
    def html(self) -> str:
        """The paragraphs as markup."""
        return "".join(f"<p>{escape(each, quote=False)}</p>" for each in self.paragraphs)


class Channel(NamedTuple):
    """A feed before it is written."""

    id: str
    title: str
    url: str
    """Of the feed itself."""
    home: str
    """Of the page that it follows."""
    updated: str
    items: tuple[Item, ...]


def render_atom(situation: Situation, channel: Channel) -> bytes:
    """The channel as an Atom feed of the site."""
    feed = ET.Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": situation.settings.language}
    )
    _add(feed, "id", channel.id)
    _add(feed, "title", channel.title)
    _add(feed, "updated", channel.updated)
    _add(_add(feed, "author"), "name", publisher_of(situation))
    _add(feed, "link", rel="self", type="application/atom+xml", href=channel.url)
    _add(feed, "link", rel="alternate", type="text/html", href=channel.home)
    if situation.settings.licence:
        _add(feed, "rights", situation.settings.licence)
    _add(feed, "generator", "briefbook")
    for item in channel.items:
        _add_entry(feed, item)
    ET.indent(feed, " ")
    return b"%s\n" % ET.tostring(feed, "utf-8", xml_declaration=True)


def urn_of(situation: Situation, path: str = "") -> str:
    """A name that stays while the site's address does; without one, while the site's name does."""
    base = site_address(situation) or f"{situation.settings.site_name}/"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, base + path)}"


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
    _add(entry, "category", term=item.tag)
    _add(entry, "summary", item.summary)
    _add(entry, "content", item.html, type="html")


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = _NOT_XML.sub("", text) or None
    return element
