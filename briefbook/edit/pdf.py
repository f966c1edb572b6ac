"""A PDF as an article: its lines put back into paragraphs, without page numbers and running heads."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from statistics import median

from pypdf import PdfReader

from briefbook.edit.decoding import ArticleError
from briefbook.edit.proposal import (
    Article,
    Proposal,
    Proposals,
    find_date,
    one_line,
    propose_from_lines,
    split_names,
)

_HYPHEN = re.compile(r"(\w+)[-\u2010]\n(\w+)")
_FILE_NAME = re.compile(r"^(microsoft \w+ - .*|untitled.*|.*\.(docx?|pdf|indd|rtf|odt|txt))$", re.IGNORECASE)
_SHORT = 0.8
"""Share of a full line below which a line can be the last of its paragraph."""
_RUNNING = 3
"""Pages on which a line at the edge has to come again to be a running head."""
_LETTERS_A_PAGE = 8
_UNMAPPED = re.compile(r"[\0\ufffd]")


def read_pdf(data: bytes) -> Article:
    """The text of a PDF by paragraphs, and proposals from its own description.

    Raises:
        ArticleError: it is damaged, locked, or holds pictures of pages alone.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells a library's user of each slip in a file
    pages, info = _open(data)
    letters = sum(character.isalnum() for page in pages for character in page)
    if letters < _LETTERS_A_PAGE * max(len(pages), 1):
        raise ArticleError("there is no text in it: it is a scan. Run OCR first, for example ocrmypdf")
    lines = [line for page in _without_edges(pages) for line in page]
    text, closed = _close_hyphens(_set_apart(lines))
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)  # a line's end in print means nothing
    notes = []
    if closed:
        notes.append(f"words cut at a line's end were closed ({closed}): look at compound words")
    if count := len(_UNMAPPED.findall(text)):
        notes.append(f"its fonts have signs without a letter ({count}): look for gaps")
    return Article(text, _propose(info, text), tuple(notes))


def _open(data: bytes) -> tuple[list[str], dict[str, str]]:
    try:
        reader = PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:  # a damaged file fails in as many ways as there are files
        raise _broken(error) from None
    if is_locked:
        raise ArticleError("it is locked with a password; save a copy without one")
    try:
        pages = [page.extract_text() for page in reader.pages]
        info = {key: str(value) for key, value in (reader.metadata or {}).items()}
    except Exception as error:
        raise _broken(error) from None
    return pages, info


def _broken(error: Exception) -> ArticleError:
    if type(error).__name__ == "DependencyError":
        return ArticleError("it is encrypted; save a copy without a password")
    return ArticleError(f"it is no PDF that can be read ({one_line(str(error)) or type(error).__name__})")


def _without_edges(pages: list[str]) -> list[list[str]]:
    """The lines of each page without page numbers, and without heads and feet that come again."""
    split = [[line.strip() for line in page.strip().split("\n")] for page in pages]
    for at in (0, -1):
        seen = Counter(_shape(lines[at]) for lines in split if lines)
        for lines in split:
            if lines and (seen[_shape(lines[at])] >= _RUNNING or not _shape(lines[at]).strip("#-–— /|")):
                lines.pop(at)
    return split


def _shape(line: str) -> str:
    """A line with every number alike."""
    return re.sub(r"\d+", "#", line)


def _set_apart(lines: list[str]) -> str:
    """The lines with an empty one after each paragraph: where a short line is not gone on with."""
    full = median(sorted(map(len, lines))[len(lines) // 2 :] or [0])
    pieces: list[str] = []
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        is_last = len(line) < full * _SHORT and not line.endswith("-") and not following[:1].islower()
        pieces += [line, ""] if is_last else [line]
    return "\n".join(pieces)


def _close_hyphens(text: str) -> tuple[str, int]:
    """The text with words closed that were cut at a line's end, and how many.

    A word that the text has elsewhere in one piece is closed; one that it has with its hyphen keeps it.
    Any other gets a soft hyphen, so that the matcher reads one word and an editor sees where it was cut.
    """
    words = set(re.findall(r"\w+(?:[-\u2010]\w+)*", text.casefold()))
    closed = 0

    def close(cut: re.Match[str]) -> str:
        nonlocal closed
        first, second = cut[1], cut[2]
        if not second[0].islower() or f"{first}-{second}".casefold() in words:
            return f"{first}-{second}"
        closed += 1
        return first + ("" if (first + second).casefold() in words else "\u00ad") + second

    return _HYPHEN.sub(close, text), closed


def _propose(info: dict[str, str], text: str) -> Proposals:
    found = propose_from_lines(text)
    title = one_line(info.get("/Title", ""))
    if title and not _FILE_NAME.match(title):
        found["title"] = Proposal(title, "the PDF's title", is_unsure=True)
    if authors := split_names([info.get("/Author", "")]):
        found["authors"] = Proposal(authors, "the PDF's author", is_unsure=True)
    if day := find_date(info.get("/CreationDate", "").removeprefix("D:")[:8]):
        found.setdefault("published", Proposal(day, "the day on which the PDF was made", is_unsure=True))
    return found
