"""JSON that stays data wherever it is put."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.derive.columns import Column, Table
from briefbook.export.cells import render_csv
from briefbook.export.inert import inert


@given(st.text('<>/!="\\,a\n', max_size=40))
def test_nothing_is_changed_but_how_it_is_written(text):
    """The JSON says the same, whatever signs are in its texts."""
    value = {"text": text, "list": [text, text], text: 1}

    assert value == json.loads(inert(json.dumps(value, separators=(",", ":")).encode()))


@pytest.mark.parametrize("words", ["</script><script>alert(1)", "<!--", "</title>"])
def test_no_text_ends_an_element(words):
    """What would end a script or open a comment is not in the bytes."""
    assert words.encode() not in inert(json.dumps([words]).encode())


def test_no_text_opens_a_cell_with_a_formula():
    """A row of texts that somebody takes for one of a table has none right after its comma."""
    assert b',"=' not in inert(b'["a","=HYPERLINK(1)"]')


def test_no_cell_ends_an_element():
    """A table says `<\\/` where a text has the sign that ends an element."""
    table = Table("notes", "Notes", (Column("id", "text", "Its id."), Column("note", "text", "A note.")))

    assert b"id,note\r\nn,<b>So<\\/b>\r\n" == render_csv(table, [{"id": "n", "note": "<b>So</b>"}])
