"""Any file that an article may come in, as its text and proposals for its record."""

from __future__ import annotations

import re

from briefbook.edit.decoding import ArticleError, clean, decode_article
from briefbook.edit.proposal import Article, propose_from_lines

MOST_BYTES = 64 * 1024 * 1024
MOST_TEXT_BYTES = 16 * 1024 * 1024
"""What is read of a source's text; a longer one is a library, not an article."""

_HTML = re.compile(rb"<!doctype html|<(html|head|body|meta|article|title)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
_INSTALL = "install what reads it: pip install 'briefbook[sources]'"
_OTHERS = (
    (b"PK\x03\x04", "it is a Word file, a book or an archive"),
    (b"\xd0\xcf\x11\xe0", "it is an old Word file"),
    (b"{\\rtf", "it is RTF"),
    (b"From: <Saved by", "it is a web archive (MHTML)"),
)


def extract(data: bytes, encoding: str = "") -> Article:
    """The article in a file's bytes: PDF, HTML or text, told apart by what they begin with.

    Raises:
        ArticleError: no text can be taken from them.
    """
    if len(data) > MOST_BYTES:
        raise ArticleError(f"it has more than {MOST_BYTES // 2**20} MiB; take the article out of it")
    article = _read(data, encoding)
    stored = clean(article.text)
    if not any(map(str.isalnum, stored.text)):
        raise ArticleError("there is no text in it")
    if len(stored.text.encode()) > MOST_TEXT_BYTES:
        raise ArticleError(f"its text has more than {MOST_TEXT_BYTES // 2**20} MiB; cut out what is quoted")
    proposals = {**propose_from_lines(stored.text), **article.proposals}
    return Article(stored.text, proposals, article.notes + stored.notes)


def _read(data: bytes, encoding: str) -> Article:
    for head, what in _OTHERS:
        if data.startswith(head):
            raise ArticleError(f"{what}; save the article as text, HTML or PDF")
    if b"%PDF-" in data[:1024]:
        return _read_pdf(data)
    declared = _declared(data)
    text, notes = decode_article(data, declared, encoding)
    if _HTML.search(text[:_HEAD_BYTES].encode()):
        article = _read_page(text)
        return article._replace(notes=notes + article.notes)
    return Article(text, {}, notes)


def _declared(data: bytes) -> str:
    """The encoding that a page declares in its head."""
    found = _XML.match(data) or _CHARSET.search(data[:_HEAD_BYTES])
    return found[1].decode() if found else ""


def _read_pdf(data: bytes) -> Article:
    try:
        from briefbook.edit.pdf import read_pdf
    except ImportError:
        raise ArticleError(f"it is a PDF; {_INSTALL}") from None
    return read_pdf(data)


def _read_page(text: str) -> Article:
    try:
        from briefbook.edit.page import read_page
    except ImportError:
        raise ArticleError(f"it is a web page; {_INSTALL}") from None
    return read_page(text)
