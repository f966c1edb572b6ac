"""Bytes of an article as text, whatever encoding they came in, in characters that a brief can quote."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from briefbook.text.characters import FORBIDDEN

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = {"ascii", "us-ascii", "iso8859-1"}
"""Names under which browsers, and so the Web, have always read Windows-1252."""
_NOT_OF_TEXTS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}
"""What Python calls an encoding too, and no article was ever written in."""

_BREAKS = re.compile(r"\r\n?|[\x85\u2028]")
_PAGES = re.compile(r"[ \t]*\n*[\f\u2029]\s*")
_FOREIGN = 0.3
"""Share of letters beyond ASCII in a Western text that is surely too high."""


class ArticleError(Exception):
    """A file that no text can be taken from; the message says why, and what to do."""


class Decoded(NamedTuple):
    """A text, and what an author should know about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode_article(data: bytes, declared: str = "", told: str = "") -> Decoded:
    """The text of bytes in the encoding of their mark, else `told`, UTF-8, `declared`, Windows-1252.

    `told` is what the author says, `declared` what the page says of itself; pages err, so UTF-8 goes first.

    Raises:
        ArticleError: the bytes are no text, or nobody can say in which encoding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode(data[len(mark) :], name))
    if told:
        if not codec_of(told):
            raise ArticleError(f"there is no encoding {told!r}; name one, as in --encoding windows-1251")
        return Decoded(_decode(data, codec_of(told)))
    if b"\0" in data:
        raise ArticleError("it is not text: it holds NUL bytes. Save it as text in UTF-8, as HTML or as PDF")
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        pass
    if name := codec_of(declared):
        return Decoded(_decode(data, name))
    text = _decode(data, "cp1252")
    if _is_foreign(text):
        raise ArticleError("its encoding cannot be told; name it, as in --encoding windows-1251")
    return Decoded(text, ("read as Windows-1252, for want of another sign: look at its accents and marks",))


def codec_of(name: str) -> str:
    """Python's name for an encoding as pages declare it; empty where there is no such encoding."""
    try:
        found = codecs.lookup(name.strip()).name if name.strip() else ""
    except LookupError:
        return ""
    if found in _NOT_OF_TEXTS:
        return ""
    return "cp1252" if found in _LATIN else found


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise ArticleError(f"its bytes are not {name}; name its encoding with --encoding") from None


def _is_foreign(text: str) -> bool:
    """Whether a text holds more accents than a Western language: it was read in the wrong encoding."""
    letters = [character for character in text if character.isalpha()]
    return sum(letter > "\x7f" for letter in letters) > len(letters) * _FOREIGN


def clean(text: str) -> Decoded:
    """The text as it is stored: plain line ends, an empty line between pages, no invisible command.

    Letters stay as they are, composed or not; ligatures, soft hyphens and wide spaces too. The matcher sees
    through those, and what is stored should be what was published.
    """
    plain = _PAGES.sub("\n\n", _BREAKS.sub("\n", text))
    plain, count = FORBIDDEN.subn("", plain)
    lines = "\n".join(line.rstrip() for line in plain.split("\n"))
    notes = (f"{_counted(count)} that no brief may hold left out",) if count else ()
    stored = re.sub(r"\n{3,}", "\n\n", lines).strip("\n")
    return Decoded(stored + "\n" if stored else "", notes)


def _counted(count: int) -> str:
    return "1 invisible character" if count == 1 else f"{count} invisible characters"
