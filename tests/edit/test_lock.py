"""`evidence lock` proves quotations for copies of the book without the text."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main

TEXT = "The minister said: “We need fifty centimetres.” She left on Sunday.\n"
SOURCE = "publisher: Courier\ntitle: River levels\npublished: 2031-03-04\ntlp: CLEAR\n"
BRIEF = """---
title: River levels
as_of: 2031-03-04
tlp: CLEAR
sources: [courier]
actors:
- {id: minister, name: The minister, kind: person}
claims:
- id: fifty
  text: The river needs fifty centimetres more.
  by: minister
  quote: We need fifty centimetres.
---
"""


@pytest.fixture
def book(tmp_path) -> Path:
    """A book with one quotation, and the text of its source in a folder of its own."""
    for name, text in {
        "content/briefs/levels.md": BRIEF,
        "seeds/courier.yaml": SOURCE,
        "texts/courier.txt": TEXT,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(book: Path, *arguments: str) -> tuple[int, str]:
    """Exit status and output of a command on the book."""
    result = CliRunner().invoke(
        main, [*arguments, "--content", str(book / "content")], env={"BRIEFBOOK_TEXTS": ""}
    )
    return result.exit_code, result.output


def lock(book: Path) -> tuple[int, str]:
    """Exit status and output of `evidence lock` with the text at hand."""
    return run(book, "evidence", "lock", "--texts", str(book / "texts"))


def page(book: Path) -> str:
    """The brief's page, built without the text."""
    status, output = run(book, "build", "--drafts", "--out", str(book / "build"))
    assert status == 0, output
    return (book / "build/briefs/levels/index.html").read_text(encoding="utf-8")


def test_page_says_that_a_lock_checked_the_words(book):
    """Without text and lock no words count as checked; with the lock the page says that it checked them."""
    before = page(book)
    assert lock(book) == (0, "seeds/courier.lock: 1 passage, written\n")
    after = page(book)

    assert "by lock" not in before
    assert "by lock" in after


def test_changed_quotation_is_not_locked(book):
    """A quotation that changed after locking is an error where the text is absent, at its line."""
    lock(book)
    brief = book / "content/briefs/levels.md"
    brief.write_text(BRIEF.replace("fifty centimetres.\n---", "sixty centimetres.\n---"), encoding="utf-8")
    status, output = run(book, "check")

    assert status == 1
    assert "levels.md:12:10: error[quote-not-locked]" in output


def test_lock_of_another_text_is_reported(book):
    """A text that changed after locking is reported."""
    lock(book)
    (book / "texts/courier.txt").write_text(TEXT + "Corrected.\n", encoding="utf-8")

    assert "made from another text" in run(book, "check", "--texts", str(book / "texts"))[1]
