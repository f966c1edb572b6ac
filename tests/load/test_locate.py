"""A finding's words are found again in its file, whatever form the value has there."""

import pytest

from briefbook.diagnostics import Finding, Related, Severity, line_at, place_in
from briefbook.load.locate import Locator, find_words
from briefbook.model.book import Place
from briefbook.model.settings import Limits


@pytest.fixture
def mark(tmp_path):
    """A function that gives place and words of a finding in a file: `line:column words`."""

    def find(text, finding, path=(), rule="some-rule"):
        (tmp_path / "a.md").write_bytes(text.encode())
        found = Locator(tmp_path, Limits()).diagnostic(Place("a.md", path), finding, rule, Severity.ERROR)
        if found.end_line != found.line:
            return f"{found.line}:{found.column} to {found.end_line}:{found.end_column}"
        return f"{found.line}:{found.column} {found.excerpt[found.column - 1 : found.end_column - 1]}"

    return find


FRONT = """\
---
title: Gates
note: |
  Two lines,
  the second.
why: >-
  Folded over
  two lines.
---
Body é 水\tend.
"""


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (Finding(("title",), ""), "2:8 Gates"),
        (Finding(("title", 3, "deeper"), ""), "2:8 Gates"),
        (Finding((), ""), "2:1 to 9:1"),
        (Finding(("note",), "", words="second"), "5:7 second"),
        (Finding(("note",), ""), "3:7 to 6:1"),
        (Finding(("why",), "", words="over two lines"), "7:10 to 8:12"),
        (Finding(("why",), "", words="not there"), "6:6 to 9:1"),
        (Finding(("body",), ""), "10:1 to 11:1"),
        (Finding(("body",), "", words="水"), "10:8 水"),
        (Finding(("body",), "", offsets=(9, 12)), "10:10 end"),
    ],
)
def test_place_is_that_of_the_words(mark, finding, expected):
    """Block scalars, folded scalars, bodies, tabs and wide characters are counted in characters."""
    assert expected == mark(FRONT, finding)


def test_key_is_marked_where_the_key_is_wrong(mark):
    """An unknown key is marked, not its value."""
    assert "2:1 titel" == mark("---\ntitel: Gates\n---\n", Finding(("titel",), ""), rule="key-unknown")


def test_place_of_a_record_comes_first(mark):
    """The path of a finding counts from its record."""
    text = "---\nclaims:\n- id: one\n- id: two\n---\n"

    assert "4:7 two" == mark(text, Finding(("id",), ""), ("claims", 1))


def test_crlf_and_byte_order_mark_move_no_column(mark):
    """Columns are those that an editor shows."""
    assert "2:8 Gates" == mark("\ufeff---\r\ntitle: Gates\r\n---\r\n", Finding(("title",), ""))


def test_file_that_is_gone_has_a_first_line(tmp_path):
    """A file removed meanwhile does not stop the report."""
    found = Locator(tmp_path, Limits()).diagnostic(
        Place("b.md"), Finding((), "x"), "some-rule", Severity.NOTE
    )

    assert (1, 1, "") == (found.line, found.column, found.excerpt)


def test_related_place_has_its_line(tmp_path):
    """The second place is named by file and line."""
    (tmp_path / "a.yaml").write_text("id: one\nname: x\n")
    finding = Finding(("id",), "taken", related=(("a.yaml", ("name",), "here first"),))
    found = Locator(tmp_path, Limits()).diagnostic(Place("a.yaml"), finding, "some-rule", Severity.ERROR)

    assert [Related("a.yaml", 2, "here first")] == list(found.related)


@pytest.mark.parametrize(
    ("words", "span"), [("b c", (2, 5)), ("c d", (4, 7)), ("x", None), ("", (0, 0)), (" ", (1, 2))]
)
def test_line_break_counts_as_a_space(words, span):
    """Words that a folded value spreads over lines are found."""
    assert span == find_words("a b c\nd e", words, 0, 9)


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3)), (99, (3, 96))]
)
def test_place_counts_from_one(offset, place):
    """Only a line feed ends a line."""
    assert place == place_in("ab\n\nc\u0085", offset)


@pytest.mark.parametrize(("line", "text"), [(1, "ab"), (2, ""), (3, "c"), (4, ""), (9, "")])
def test_line_is_given_without_its_end(line, text):
    """A line beyond the last is empty."""
    assert text == line_at("ab\r\n\nc\n", line)
