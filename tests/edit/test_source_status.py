"""`source status` says which texts are here, and which quotations a changed text no longer bears out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main

TEXT = "The minister said: “We need fifty centimetres.” She left on Sunday.\n"
CHANGED = "The minister said: “We need sixty centimetres.” She left on Sunday.\n"
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
  quote: >-
    We need
    fifty centimetres.
- id: sunday
  text: She left.
  by: minister
  words: She left on Sunday
  replies:
  - {by: minister, says: supports, words: 'We need fifty centimetres'}
---
"""


@pytest.fixture
def book(tmp_path) -> Path:
    """A book with three passages of one source, whose text is in seeds/."""
    (tmp_path / "content/briefs").mkdir(parents=True)
    (tmp_path / "content/briefs/levels.md").write_text(BRIEF, encoding="utf-8")
    write_source(tmp_path, "courier", sha256="")
    (tmp_path / "seeds/courier.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def write_source(book: Path, id: str, sha256: str) -> None:
    """A record in seeds/."""
    (book / "seeds").mkdir(exist_ok=True)
    pinned = f"sha256: {sha256}\n" if sha256 else ""
    record = f"publisher: Courier\ntitle: River levels\npublished: 2031-03-04\ntlp: CLEAR\n{pinned}"
    (book / f"seeds/{id}.yaml").write_text(record, encoding="utf-8")


def run(book: Path, *arguments: str) -> tuple[int, str]:
    """Exit status and output of a command on the book."""
    result = CliRunner().invoke(
        main, [*arguments, "--content", str(book / "content")], env={"BRIEFBOOK_TEXTS": ""}
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def status(book: Path, *options: str) -> tuple[int, list[dict]]:
    """Exit status of `source status` and the objects that it prints."""
    code, output = run(book, "source", "status", "--format", "jsonlines", *options)
    return code, [json.loads(line) for line in output.splitlines()]


def lock(book: Path) -> None:
    """Locks the quotations of the text that is there."""
    assert 0 == run(book, "evidence", "lock")[0]


def test_present_text_is_in_the_table(book):
    """A text that is there stands in the table with the number of passages quoted from it."""
    code, output = run(book, "source", "status")

    assert 0 == code
    assert ["SOURCE", "TEXT", "QUOTATIONS", "FILE"] == output.splitlines()[0].split()
    assert "courier  present, not pinned  3           seeds/courier.txt" == output.splitlines()[1]


def test_quotation_under_a_changed_text_is_named(book):
    """A text that changed under a quotation stops a build server, and the quotation's line is said."""
    lock(book)
    (book / "seeds/courier.txt").write_text(CHANGED, encoding="utf-8")
    code, output = run(book, "source", "status")

    assert 1 == code
    assert "courier  changed since pinned  3, 2 fell   seeds/courier.txt" in output
    assert "content/briefs/levels.md:13: no longer in courier: 'We need fifty centimetres.'\n" in output
    assert "content/briefs/levels.md:20: no longer in courier: 'We need fifty centimetres'\n" in output


def test_change_beside_every_quotation_is_told_without_alarm(book):
    """A text that changed where nobody quoted it is said, and stops nothing."""
    write_source(book, "courier", sha256="0" * 64)
    code, (courier,) = status(book)

    assert (0, "changed", True, []) == (code, courier["state"], courier["is_pinned"], courier["hits"])


def test_absent_text_is_locked_or_not(book):
    """Without the text, the table says whether a lock proves the quotations, and how many it does not."""
    lock(book)
    (book / "seeds/courier.txt").rename(book / "courier.txt")
    assert "courier  absent, locked  3           seeds/courier.lock\n" in run(book, "source", "status")[1]
    brief = book / "content/briefs/levels.md"
    brief.write_text(BRIEF.replace("She left on Sunday", "She left"), encoding="utf-8")
    assert (
        "courier  absent, locked  3, 1 not locked  seeds/courier.lock\n" in run(book, "source", "status")[1]
    )
    (book / "seeds/courier.lock").unlink()

    assert "courier  absent  3, unchecked  \n".rstrip() in run(book, "source", "status")[1]


def test_text_in_the_second_folder_is_present(book):
    """The folder of texts counts, by its option and by the setting."""
    (book / "texts").mkdir()
    (book / "seeds/courier.txt").rename(book / "texts/courier.txt")
    (book.parent / "elsewhere").mkdir(exist_ok=True)
    _, (inside,) = status(book, "--texts", str(book / "texts"))
    (book / "mkdocs.yml").write_text("plugins:\n- briefbook:\n    texts: texts\n")
    _, (by_setting,) = status(book, "--texts", str(book.parent / "elsewhere"))

    assert ("present", "texts/courier.txt") == (inside["state"], inside["file"])
    assert inside == by_setting


def test_leftovers_are_orphans(book):
    """Texts and locks without a record are named, and a record that nothing uses says so."""
    write_source(book, "an-unused-source-with-quite-a-long-id", sha256="")
    for name in ("old.txt", "old.lock", "notes.md", ".hidden.txt"):
        (book / "seeds" / name).write_text("")
    texts = book.parent / "elsewhere"
    texts.mkdir(exist_ok=True)
    (texts / "older.txt").write_text("")
    code, output = run(book, "source", "status", "--texts", str(texts))

    assert 0 == code
    assert [
        "an-unused-source-with-quite-a-long-id  absent               0, nothing uses it",
        "courier                                present, not pinned  3                   seeds/courier.txt",
        "old                                    orphaned: no record                      seeds/old.lock",
        "old                                    orphaned: no record                      seeds/old.txt",
        f"older                                  orphaned: no record                      {texts}/older.txt",
    ] == output.splitlines()[1:]


def test_source_that_a_brief_lists_is_used(book):
    """A source on a brief's list is in use before anything is quoted from it."""
    brief = book / "content/briefs/levels.md"
    brief.write_text("---\ntitle: A\nas_of: 2031-03-04\ntlp: CLEAR\nsources: [courier]\n---\n")

    assert "courier  present, not pinned  0 " in run(book, "source", "status")[1]


def test_book_without_sources_says_so(tmp_path):
    """In a new book the way to the first source is said."""
    (tmp_path / "content").mkdir()

    assert (0, "No sources: make one with `briefbook source add FILE`.\n") == run(
        tmp_path, "source", "status"
    )
    assert (0, []) == status(tmp_path)


def test_record_that_cannot_be_read_is_no_orphan(book):
    """A mistake in a record is said, and its text is not taken for a leftover."""
    (book / "seeds/courier.yaml").write_text("publisher: [\n")
    code, output = run(book, "source", "status")

    assert 1 == code
    assert "orphaned" not in output
    assert "seeds/courier.yaml:" in output


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (TEXT.encode("utf-16"), "file-encoding", 1),
        (f"A line.\n{TEXT}".encode("cp1252"), "file-encoding", 2),
        (b"a" * (16 * 1024 * 1024 + 1), "file-too-large", 1),
    ],
    ids=["utf-16", "windows", "large"],
)
def test_text_that_would_be_read_wrongly_is_an_error(book, data, rule, line):
    """A text put there by hand in another encoding is an error at its place, not a quotation's fault."""
    (book / "seeds/courier.txt").write_bytes(data)
    code, output = run(book, "check")

    assert 1 == code
    assert f"seeds/courier.txt:{line}:" in output
    assert f"error[{rule}]" in output
    assert "quote-not-verbatim" not in output


def test_text_with_a_mark_and_windows_line_ends_is_read(book):
    """A UTF-8 mark and CR LF line ends do no harm to a text that was put there by hand."""
    (book / "seeds/courier.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace(" She", "\r\nShe").encode())
    _, output = run(book, "check")

    assert ": error" not in output
    assert "quote-not-verbatim" not in output
