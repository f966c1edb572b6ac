"""Links: they lead somewhere, by a scheme that a reader can trust."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefbook.check.at import At
from briefbook.check.registry import rule
from briefbook.diagnostics import Finding
from briefbook.model.book import Book
from briefbook.model.records import Brief, FreePage, Source
from briefbook.text.destinations import target_of
from briefbook.text.markdown import Destination
from briefbook.text.near import did_you_mean, shorten

_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)


@rule("link-scheme")
def link_scheme(record: Brief | FreePage, at: At) -> Iterator[Finding]:
    """A link whose scheme is not http, https, mailto or tel.

    Why: other schemes can run code in the reader's browser.
    Bad: `[more](javascript:alert(1))`
    Good: `[more](https://example.org/)`
    """
    yield from _problems(record, "link-scheme", at)


@rule("image-external")
def image_external(record: Brief | FreePage, at: At) -> Iterator[Finding]:
    """A picture from another host.

    Why: the other host would learn who reads the page, and when.
    Bad: `![map](https://example.org/map.png)`
    Good: `![map of the border posts](map.png)` beside the brief
    """
    yield from _problems(record, "image-external", at)


@rule("markdown-nesting")
def markdown_nesting(record: Brief | FreePage, at: At) -> Iterator[Finding]:
    """Lists and block quotes inside one another beyond the limit.

    Why: no reader follows them, and some programs die of them.
    Bad: five thousand `>` in a row
    Good: two levels
    """
    yield from _problems(record, "markdown-nesting", at)


@rule("markdown-slow")
def markdown_slow(record: Brief | FreePage, at: At) -> Iterator[Finding]:
    """Markdown that the site's engine cannot convert in the time it has.

    Why: one hostile page must not stop the site.
    Bad: 20,000 opening brackets with `markdown: python-markdown`
    Good: the same text in a code block, or the default engine
    """
    yield from _problems(record, "markdown-slow", at)


def _problems(record: Brief | FreePage, rule: str, at: At) -> Iterator[Finding]:
    for problem in at.lookup.scan(record.id, record.body).problems:
        if problem.rule == rule:
            yield Finding(("body",), problem.message, problem.help, offsets=(problem.start, problem.end))


@rule("link-broken")
def link_broken(record: Brief | FreePage, at: At) -> Iterator[Finding]:
    """A relative link to a file or record that is not there, or out of the content folder.

    Why: the reader would follow a link to nothing.
    Bad: `[the last brief](2014-06-12.md)` where there is no such file
    Good: `[[2014-06-13-iraq]]`
    """
    file = at.place.file
    for found in at.lookup.scan(record.id, record.body).destinations:
        if (why := _broken(found, file, at.book)) is not None:
            message, help = why
            yield Finding(("body",), message, help, offsets=(found.start, found.end))


def _broken(found: Destination, file: str, book: Book) -> tuple[str, str] | None:
    """Why a relative destination leads nowhere, or None."""
    parts = urlsplit(found.url)
    if parts.scheme or parts.netloc or (not parts.path and not found.is_image):
        return None
    shown = shorten(found.url)
    if parts.path.startswith("/"):
        return f"`{shown}` begins at the server's root", "write `[[id]]`, or a path relative to this file"
    target = target_of(found.url, file)
    if target.startswith(".."):
        return f"`{shown}` leads out of the content folder", "write `[[id]]`"
    known = book.pictures if found.is_image else {*book.files, *book.pictures}
    if target in known:
        return None
    kind = "picture" if found.is_image else "file"
    names = [posixpath.relpath(each, posixpath.dirname(file)) for each in known]
    way_out = "put the picture there" if found.is_image else "write `[[id]]`"
    return f"there is no {kind} `{shown}` beside this one", did_you_mean(parts.path, names) or way_out


@rule("url-scheme")
def url_scheme(source: Source, _: At) -> Iterator[Finding]:
    """A source's address that is not http or https.

    Why: other schemes can run code in the reader's browser.
    Bad: `url: javascript:alert(1)`
    Good: `url: https://example.org/article`
    """
    for field in ("url", "archive_url"):
        value = getattr(source, field)
        if value and not _WEB.match(value):
            yield Finding((field,), f"{shorten(value)!r} is not a web address", "write https://...")
