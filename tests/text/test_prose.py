"""Prose is told from links, code and list numbers, and falls into sentences."""

import pytest

from briefbook.text.prose import find_sentences, has_machinery, mask, without_headings


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("see [[x-1|the 2 sides]] and [[x-1]]", "see the 2 sides and"),
        ("of [[x-1|Name]]", "of"),
        ("[60 km](https://maps.example/(1)) on", "on"),
        ("at https://maps.example/2031 on", "at on"),
        ("`12` is", "is"),
        ("a[^1] b\n\n[^1]: c", "a b c"),
        ("```\n12\n```\nb", "b"),
        ("~~~\n12\n", ""),
        ("1. a\n  2) b\nof 3. c", "a b of 3. c"),
    ],
)
def test_what_is_no_prose_becomes_spaces(text, prose):
    """Ids, addresses and code go, and all else keeps its place."""
    masked = mask(text, lambda _, words: words == "Name")

    assert len(text) == len(masked)
    assert prose.split() == masked.split()
    assert has_machinery(text)


def test_headings_can_be_left_out():
    """A heading becomes spaces; a text without one is as it was."""
    assert "\n\nText # 1" == without_headings("## A Title\n\nText # 1").lstrip(" ")
    assert "Text" == without_headings("Text")


def test_sentences_end_where_sentences_end():
    """Short forms end no sentence; paragraphs and items of lists do."""
    text = "Mr. A. Vale of the U.S. said no. “Never!” Then\n\n- one\n- two. 3 of 5.\n"

    assert ["Mr. A. Vale of the U.S. said no.", "“Never!”", "Then", "- one", "- two.", "3 of 5."] == [
        text[start:end].strip() for start, end in find_sentences(text) if text[start:end].strip()
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[[",
        "[[a|",
        "`",
        "```\n",
        "](",
        "]((",
        "[](",
        "\n",
        ". ",
        "\n- ",
        "# \n",
        "http",
        "[^",
        "\n1",
        "\n\t",
    ],
)
def test_hostile_text_is_read_in_one_go(piece):
    """64 KB of the worst are read without going back and forth."""
    text = (piece * 65_536)[:65_536]

    assert len(text) == len(mask(text, lambda *_: False))
    assert find_sentences(text) is not None
