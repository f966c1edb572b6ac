"""The words that quotations take of a text, each counted once."""

from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.budget import FREE_WORDS, words_allowed, words_taken

TEXT = "one two three four five six seven eight nine ten"


def passage(words):
    """Where words stand in the text, with the words."""
    start = TEXT.index(words)
    return ((start, start + len(words)),), words


def test_nothing_takes_nothing():
    """A source that nobody quotes gives none of its words."""
    assert 0 == words_taken([])


def test_each_word_counts_once():
    """A passage within another, and one quoted twice, take no further words."""
    assert 4 == words_taken(map(passage, ["one two three four", "two three", "one two three four"]))


def test_what_overlaps_counts_in_part():
    """Two passages that share words take those of both together."""
    assert 6 == words_taken(map(passage, ["one two three four", "three four five six"]))


def test_gap_of_an_omission_is_free():
    """Words left out are not taken, and may be taken by another passage."""
    elided = (((0, 7), (40, 48)), "one two [...] nine ten")

    assert 4 == words_taken([elided])
    assert 5 == words_taken([elided, passage("five")])


@given(st.lists(st.sampled_from(TEXT.split()), unique=True))
def test_never_more_than_the_text(words):
    """Single words take as many words as there are, in any order."""
    assert len(words) == words_taken(map(passage, words))


def test_a_short_text_may_be_quoted_whole():
    """A share of a long text is allowed, and of a short one always fifty words."""
    assert 250 == words_allowed(1_000, 25)
    assert FREE_WORDS == words_allowed(30, 25) == words_allowed(1_000, 0)
