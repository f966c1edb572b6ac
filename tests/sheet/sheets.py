"""Sheets for tests: of the standard book of the rules, with a second brief of one's own."""

from __future__ import annotations

from pathlib import Path

from briefbook.edit.lock import write_locks
from briefbook.load.book import load_book
from briefbook.load.settings import load_config
from briefbook.sheet import Sheet, make_sheet
from tests.check.books import HEAD, make_book

FIRST, SECOND = "2031-03-04", "2031-03-06"
FILE = f"content/briefs/{SECOND}.md"


def load(book: Path):
    """A book in a folder."""
    return load_book(book, book / "content", load_config(book / "mkdocs.yml")[0])


def sheet_of(
    folder: Path, entries: str = "", body: str = "", files=None, *, id: str = SECOND, **asked
) -> Sheet:
    """The sheet of a brief in the standard book; `entries` and `body` are those of its second brief."""
    second = f"{HEAD}{entries}---\n{body}"
    book = make_book(folder, {FILE: second, **(files or {})})
    loaded = load(book)
    return make_sheet(loaded, loaded.book.briefs[id], **asked)


def locked(book: Path) -> None:
    """Locks the sources of a book, then takes their texts away."""
    write_locks(load(book).book, book)
    for text in (book / "seeds").glob("*.txt"):
        text.unlink()


def calls(sheet: Sheet, title: str) -> list[tuple[str, str, str]]:
    """Choice, subject and more of each call of a kind."""
    found = [each for each in sheet.decisions if each.title == title]
    return [(call.choice, call.subject, call.more) for each in found for call in each.calls]


def rows(sheet: Sheet):
    """Every passage on a sheet."""
    found = (entry for section in sheet.sections for entry in section.entries)
    return [row for entry in found for piece in entry.pieces for row in piece.rows]
