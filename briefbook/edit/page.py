"""A saved web page as an article: its readable text, and what its head says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import lxml.html  # type: ignore[import-untyped]
import trafilatura

from briefbook.edit.decoding import ArticleError
from briefbook.edit.proposal import Article, one_line
from briefbook.edit.signs import Signs

_DATA = re.compile(r"(?i)\bdata:[a-z]+/[a-z0-9.+-]+[^\s\"')>]*")
"""Pictures and fonts that a browser saves inside the page; megabytes that say nothing."""
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_TOP = 4096
_FEW_WORDS = 60
_BLOCKS = {"head", "p", "item", "quote", "row", "list", "table", "code"}
_WALL = re.compile(r"(?i)cookie|consent|subscri|sign in|log in|paywall|javascript")
_WALLED = "the page speaks of consent, subscription or scripts"


def read_page(html: str) -> Article:
    """The readable text of a page, headline first and captions in place, with proposals for its record.

    Raises:
        ArticleError: there is no text in it.
    """
    page = _parse(_DATA.sub("", html))
    signs = Signs(page, _saved_from(html))
    proposals = signs.propose()
    headline = _headline(page, str(proposals["title"].value) if "title" in proposals else "")
    is_walled = _WALL.search(one_line_of(page)) is not None
    paragraphs = _extract(page)
    if not paragraphs:
        wall = f" ({_WALLED})" if is_walled else ""
        raise ArticleError(f"no article was found in the page{wall}; save it again once its text shows")
    if headline and headline not in map(one_line, paragraphs[:3]):
        paragraphs.insert(0, headline)
    notes = []
    if (count := sum(len(each.split()) for each in paragraphs)) < _FEW_WORDS:
        notes.append(f"only {count} words were found: see whether the page was saved whole")
        notes += [_WALLED] if is_walled else []
    if signs.is_not_free:
        notes.append("the page says that it is not free to read: see whether the text is whole")
    return Article("\n\n".join(paragraphs), proposals, tuple(notes))


def _extract(page: Any) -> list[str]:
    """The paragraphs of the article in a page, which is taken apart on the way."""
    for hidden in page.xpath("//body//*[@hidden]"):
        hidden.drop_tree()
    for caption in page.xpath("//figure/figcaption"):
        caption.tag = "p"  # the extractor drops figures whole
        caption.getparent().addnext(caption)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # an empty page is ours to report
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    return list(_iter_paragraphs(body)) if body is not None else []


def _parse(html: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True)
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        raise ArticleError("there is no page in it") from None


def _saved_from(html: str) -> str:
    """The address that a browser noted at the top of a page that it saved."""
    found = _SAVED.search(html[:_TOP])
    return found[1] if found else ""


def _headline(page: Any, title: str) -> str:
    """The top heading that the title repeats; a site's own name is a heading too."""
    for heading in page.iter("h1"):
        words = one_line_of(heading)
        if words and (words in title or (title and title in words)):
            return words
    return ""


def one_line_of(element: Any) -> str:
    """The words that an element shows, on one line."""
    return " ".join(str(element.text_content()).split())


def _iter_paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs of the extractor's tree, in order."""
    for block in re.split(r"\n\s*\n", "".join(_iter_pieces(body))):
        lines = (" ".join(line.split()) for line in block.split("\n"))
        if paragraph := "\n".join(filter(None, lines)):
            yield paragraph


def _iter_pieces(element: Any) -> Iterator[str]:
    edge = "\n\n" if element.tag in _BLOCKS else ""
    yield edge or ("\n" if element.tag == "lb" else " " if element.tag == "cell" else "")
    yield element.text or ""
    for child in element:
        yield from _iter_pieces(child)
        yield child.tail or ""
    yield edge
