"""Runs of one text in the words of another."""

from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.copied import LEAST_COPIED, find_copied, plainly

OTHER = plainly(
    "The gate is shut. " + " ".join(f"word{number}" for number in range(40)) + " and it stays so."
)


def copied(text, other=OTHER):
    return [(text[run.start : run.end], run.words) for _, run in find_copied(text, {"other": other})]


def words(first, last):
    return " ".join(f"word{number}" for number in range(first, last))


@given(st.integers(0, 9), st.integers(LEAST_COPIED, 20), st.integers(0, 9))
def test_a_run_is_found_whole_wherever_it_stands(before, length, after):
    """Words of ours before and after it neither hide it nor lengthen it."""
    text = " ".join([*["ours"] * before, words(5, 5 + length), *["too"] * after])

    assert [(words(5, 5 + length), length)] == copied(text)


def test_eleven_words_are_no_run():
    """A name, a date and a formula meet by chance; a sentence does not."""
    assert [] == copied(f"So {words(3, 14)} again")
    assert [] == copied(words(3, 8))
    assert [] == copied("")


def test_each_run_is_found_once():
    """Two runs with a word of ours between them are two."""
    assert [(words(0, 12), 12), (words(20, 33), 13)] == copied(f"{words(0, 12)} ours {words(20, 33)}")


def test_marks_capitals_and_line_ends_hide_nothing():
    """A run is found in small letters, between other quotation marks, over the end of a line."""
    text = "“We don’t WANT that\n linked « and mixed » with any thing else, they said"

    assert [(text, 13)] == copied(
        text, plainly('"we don\'t want that linked "and mixed" with any thing else, they said')
    )
