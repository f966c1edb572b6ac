"""What a web page shows of the record of its article, from the surest sign to the least sure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from briefbook.edit.proposal import (
    Proposal,
    Proposals,
    find_date,
    language_tag,
    one_line,
    split_names,
    web_address,
)

_ARTICLES = re.compile(r"(Article|Posting|Report|WebPage)$")
_MOST_NODES = 1000

Sign = tuple[str, str]
"""Where a value stands, and the value."""


class Signs:
    """The signs in one page, and the address from which a browser saved it."""

    def __init__(self, page: Any, saved_from: str = "") -> None:
        self._page = page
        self._saved = saved_from

    def propose(self) -> Proposals:
        """The proposals that the page gives for its record."""
        found = {
            "publisher": self._first(self._publishers(), one_line, self._hosts()),
            "title": self._first(self._titles(), one_line, self._page_titles()),
            "authors": self._authors(),
            "published": self._first(self._dates(), find_date, self._shown_dates()),
            "url": self._first(self._addresses(), web_address, self._saved_from()),
            "language": self._first(self._languages(), language_tag, iter(())),
        }
        return {key: proposal for key, proposal in found.items() if proposal is not None}

    @property
    def is_not_free(self) -> bool:
        """Whether the page says that one pays to read it."""
        return any(str(each.get("isAccessibleForFree")).lower() == "false" for each in self._linked)

    def _first(
        self, signs: Iterator[Sign], read: Callable[[str], str], unsure: Iterator[Sign]
    ) -> Proposal | None:
        """The first value that can be read; unsure where another sign says another thing."""
        values = [(origin, value) for origin, words in signs if (value := read(words))]
        if values:
            origin, value = values[0]
            other = next((each for each in values if each[1] != value), None)
            if other is not None and read is find_date:
                return Proposal(value, f"{origin}; {other[0]} says {other[1]}", is_unsure=True)
            return Proposal(value, origin)
        for origin, words in unsure:
            if value := read(words):
                return Proposal(value, origin, is_unsure=True)
        return None

    def _publishers(self) -> Iterator[Sign]:
        yield from self._meta("og:site_name", "citation_journal_title", "citation_publisher")
        for each in self._articles:
            for name in _names_in(each.get("publisher")):
                yield "JSON-LD publisher", name
        yield from self._meta("application-name", "dc.publisher")

    def _hosts(self) -> Iterator[Sign]:
        for origin, address in (*self._addresses(), *self._saved_from()):
            host = urlsplit(web_address(address) or "//").hostname or ""
            yield f"the host of {origin}", host.removeprefix("www.")

    def _titles(self) -> Iterator[Sign]:
        for each in self._articles:
            yield "JSON-LD headline", _words(each.get("headline"))
        yield from self._meta("og:title", "citation_title", "dc.title", "twitter:title")

    def _page_titles(self) -> Iterator[Sign]:
        for tag in ("h1", "title"):
            for element in self._page.iter(tag):
                yield f"<{tag}>", str(element.text_content())

    def _authors(self) -> Proposal | None:
        linked = [name for each in self._articles for name in _names_in(each.get("author"))]
        cited = [_turned(words) for _, words in self._meta("citation_author")]
        for origin, names in (("JSON-LD author", linked), ("citation_author", cited)):
            if kept := tuple(dict.fromkeys(filter(None, map(one_line, names)))):
                return Proposal(kept, origin)
        for name in ("author", "dc.creator", "article:author", "byl"):
            if kept := split_names(words for _, words in self._meta(name)):
                return Proposal(kept, name)
        shown = self._page.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")
        kept = split_names(str(each.text_content()) for each in shown[:1])
        return Proposal(kept, "the byline", is_unsure=True) if kept else None

    def _dates(self) -> Iterator[Sign]:
        for each in self._articles:
            yield "JSON-LD datePublished", _words(each.get("datePublished"))
        yield from self._meta(
            "article:published_time",
            "citation_publication_date",
            "citation_date",
            "dc.date.issued",
            "dc.date",
            "date",
        )
        for element in self._page.xpath("//*[@itemprop='datePublished']"):
            yield "datePublished", element.get("datetime") or element.get("content") or element.text_content()

    def _shown_dates(self) -> Iterator[Sign]:
        for element in self._page.iter("time"):
            yield "<time>", element.get("datetime") or str(element.text_content())

    def _addresses(self) -> Iterator[Sign]:
        for element in self._page.xpath("//link[@rel='canonical']"):
            yield "rel=canonical", element.get("href", "")
        yield from self._meta("og:url")
        for each in self._articles:
            yield "JSON-LD url", _words(each.get("url") or each.get("mainEntityOfPage"))

    def _saved_from(self) -> Iterator[Sign]:
        yield "the address that the browser noted", self._saved

    def _languages(self) -> Iterator[Sign]:
        yield "<html lang>", self._page.get("lang", "")
        yield from self._meta("og:locale", "dc.language", "content-language")

    def _meta(self, *names: str) -> Iterator[Sign]:
        for name in names:
            for words in self._metas.get(name, ()):
                yield name, words

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self._page.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
            found.setdefault(name.lower(), []).append(element.get("content", ""))
        return found

    @cached_property
    def _articles(self) -> list[dict[str, Any]]:
        """The objects of JSON-LD that describe an article or page, articles first."""
        found = [each for each in self._linked if _ARTICLES.search(_words(each.get("@type")))]
        return sorted(found, key=lambda each: _words(each.get("@type")) == "WebPage")

    @cached_property
    def _linked(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for script in self._page.xpath("//script[@type='application/ld+json']"):
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            found += _objects_in(value)
        return found[:_MOST_NODES]


def _objects_in(value: Any) -> list[dict[str, Any]]:
    """The objects at the top of some JSON-LD, in a list or a graph."""
    if isinstance(value, dict):
        value = value.get("@graph", value)
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]


def _names_in(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [name for each in values if (name := _words(each))]


def _words(value: Any) -> str:
    """A value of JSON-LD as words: a text, the first of a list, or an object's name or address."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or ""
    return value if isinstance(value, str) else ""


def _turned(name: str) -> str:
    """`Ada Moor`, as `Moor, Ada` is said."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name
