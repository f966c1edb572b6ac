"""`evidence lock` proves quotations for copies of the book without the text."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.edit.lock import MERGE, write_locks
from briefbook.pipeline import Request, check_book
from briefbook.text.lock import parse_lock

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

    assert "checked, by lock" not in before
    assert "Words and speaker checked, by lock" in after


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


def git(book: Path, *arguments: str) -> int:
    """Exit status of a git command in the book."""
    who = ["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *who, *arguments],
        cwd=book,
        check=False,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C"},
    ).returncode


def brief_of(number: int, words: str) -> str:
    """A brief with one quotation of the article."""
    return (
        f"---\ntitle: Brief {number}\nas_of: 2031-03-05\ntlp: CLEAR\nsources: [courier]\nclaims:\n"
        f"- id: claim-{number}\n  text: Something.\n  by: minister\n  words: {words}\n---\n"
    )


def branch(book: Path, name: str, briefs: dict[int, str]) -> None:
    """A branch from the first commit that adds briefs and locks them."""
    git(book, "checkout", "-q", "-b", name, "main")
    for number, words in briefs.items():
        (book / f"content/briefs/brief-{number}.md").write_text(brief_of(number, words), encoding="utf-8")
    assert lock(book)[0] == 0
    git(book, "add", "-A")
    assert git(book, "commit", "-q", "-m", name) == 0


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The minister said", "She left on Sunday"),
        ("She left", "left on Sunday"),
        ("left on Sunday", "left on Sunday"),
        ("The minister", "minister said"),
    ],
)
def test_locks_of_two_branches_merge_without_a_hand(book, ours, theirs):
    """Two branches each quote more of one article: after a merge the lock proves all, without the text."""
    assert git(book, "init", "-q", "-b", "main") == 0
    (book / ".gitattributes").write_text(f"{MERGE}\n", encoding="utf-8")
    (book / ".gitignore").write_text("texts/\n", encoding="utf-8")
    lock(book)
    git(book, "add", "-A")
    git(book, "commit", "-q", "-m", "first")
    branch(book, "ours", {1: ours})
    branch(book, "theirs", {2: theirs, 3: "fifty centimetres"})

    assert git(book, "merge", "-q", "-m", "merged", "ours") == 0

    status, output = run(book, "check")
    assert status == 0, output
    assert "lock" not in output
    merged = parse_lock((book / "seeds/courier.lock").read_text(encoding="utf-8"))
    assert all(map(merged.proves, (ours, theirs, "fifty centimetres")))
    assert lock(book)[0] == 0
    assert parse_lock((book / "seeds/courier.lock").read_text(encoding="utf-8")) == merged


@pytest.mark.parametrize("attributes", [None, "*.txt text\n", f"{MERGE}\n"])
def test_git_is_told_how_to_merge_locks(book, attributes):
    """In a repository that would stop at each merge, the command says which line helps."""
    git(book, "init", "-q")
    if attributes is not None:
        (book / ".gitattributes").write_text(attributes, encoding="utf-8")

    assert ("merges the locks" in lock(book)[1]) is (attributes != f"{MERGE}\n")


def test_lock_of_another_version_is_made_again(book):
    """A lock that an earlier briefbook made stops a check, which says what to do; the command replaces it."""
    lock(book)
    path = book / "seeds/courier.lock"
    path.write_text(path.read_text().replace("lock 3", "lock 2"))
    status, output = run(book, "check")

    assert status == 1
    assert "make it again: `briefbook evidence lock`" in output
    assert lock(book)[0] == 0
    assert run(book, "check")[0] == 0


def test_broken_quotation_is_not_locked(book):
    """Where a quotation is refused, no lock is written."""
    brief = book / "content/briefs/levels.md"
    brief.write_text(BRIEF.replace("fifty centimetres.\n---", "sixty centimetres.\n---"), encoding="utf-8")
    status, output = lock(book)

    assert status == 1
    assert "error[quote-not-verbatim]" in output
    assert not (book / "seeds/courier.lock").exists()


def test_required_text_is_missed_even_with_a_lock(book):
    """A check that asks for the texts believes no lock; with them at hand it has nothing to add."""
    lock(book)

    assert "error[text-required]" in run(book, "check", "--require-text")[1]
    assert run(book, "check")[0] == 0
    assert run(book, "check", "--require-text", "--texts", str(book / "texts"))[0] == 0


def test_speakers_are_written_into_the_lock(book):
    """What the text says of a speaker stands in the lock, with the speaker's id."""
    lock(book)

    assert (book / "seeds/courier.lock").read_text(encoding="utf-8").endswith(" exact confirmed minister\n")


def test_words_that_stand_nowhere_are_left_out(book):
    """A lock made of a book with a mistake proves the rest, and not the mistake."""
    brief = book / "content/briefs/levels.md"
    brief.write_text(
        BRIEF.replace("We need fifty centimetres.\n", "[We need fifty, She left]\n"), encoding="utf-8"
    )
    (locked,) = write_locks(check_book(Request(book / "content", texts=book / "texts")).loaded.book, book)

    assert locked.passages == 2
    brief.write_text(
        BRIEF.replace("We need fifty centimetres.\n", "[We need fifty, She lied]\n"), encoding="utf-8"
    )
    (locked,) = write_locks(check_book(Request(book / "content", texts=book / "texts")).loaded.book, book)

    assert locked.passages == 1


def test_cut_that_a_desk_allows_is_locked(book):
    """A desk that stands by a cut says so on the line; the lock then proves the words, and says no more."""
    brief = book / "content/briefs/levels.md"
    (book / "texts/courier.txt").write_text(TEXT + "She will not come back.\n", encoding="utf-8")
    allowed = "come back  # briefbook: allow[quote-cut] the claim says that she will not"
    brief.write_text(
        BRIEF.replace("quote: We need fifty centimetres.", f"words: {allowed}"), encoding="utf-8"
    )

    assert lock(book)[0] == 0
    status, output = run(book, "check")
    assert status == 0, output
    assert "quote-" not in output
