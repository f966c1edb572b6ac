"""What a locator surely names, and whether a text has it."""

import pytest

from briefbook.text.locators import Paragraphs, Place, find_place, paragraph_in, words_in
from briefbook.text.verbatim import Text

WRAPPED = """The gates of the old harbour town
stayed shut on Tuesday and nobody
could say for how long it would be.

Ada Vale, who chairs the harbour
board, would not speak to reporters
before the meeting of both sides.
"""


@pytest.mark.parametrize(
    ("locator", "place"),
    [
        ("¶3", Place(True, 3)),
        (" para. 12 ", Place(True, 12)),
        ("Paragraph 4, near “the gate”", Place(True, 4)),
        ("line 900", Place(False, 900)),
        ("line 9 after the collision", Place(False, 9)),
        ("¶3-4", None),
        ("¶¶3, 4", None),
        ("paragraph 3 of the annex", None),
        ("p. 3", None),
        ("§3", None),
        ("deadline 3", None),
        ("3", None),
        ("", None),
    ],
)
def test_place_is_one_paragraph_or_line_and_nothing_else(locator, place):
    """Only a locator that can be meant in one way names a place."""
    assert place == find_place(locator)


def test_paragraph_is_found_among_other_words():
    """For a word that stands several times, a paragraph counts wherever it is named."""
    assert 3 == paragraph_in("p. 2, § 3")
    assert paragraph_in("p. 2") is None
    assert "the gate" == words_in("beneath “the gate”")
    assert "the collision" == words_in("p. 2, after the collision")
    assert "" == words_in("p. 2")


def test_text_lacks_what_lies_beyond_its_end():
    """A printed line has a few words at least, so a text of seventeen cannot have hundreds of lines."""
    paragraphs = Paragraphs("One paragraph.\n\n" + "word " * 15)

    assert "" == paragraphs.lacks(Place(True, 2))
    assert "2 paragraphs" == paragraphs.lacks(Place(True, 3))
    assert "2 paragraphs" == paragraphs.lacks(Place(True, 0))
    assert "" == paragraphs.lacks(Place(False, 4))
    assert "17 words" == paragraphs.lacks(Place(False, 5))
    assert "1 paragraph" == Paragraphs("Word").lacks(Place(True, 2))


def test_wrapped_lines_count_as_one_paragraph_too():
    """In a text of wrapped lines, both the line and the paragraph around it are right."""
    text = Text(WRAPPED)

    assert 0 == text.stands_outside("would not speak", 2)
    assert 0 == text.stands_outside("would not speak", 5)
    assert 5 == text.stands_outside("would not speak", 3)


def test_words_that_stand_nowhere_stand_outside_of_nothing():
    """Of words that are not in the text, no paragraph is wrong."""
    assert 0 == Text(WRAPPED).stands_outside("would speak", 1)
