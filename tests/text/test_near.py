"""The right word nearest to a wrong one."""

import pytest

from briefbook.text.near import did_you_mean, listed, nearest, shorten

WORDS = ("supports", "leans-support", "default_tlp", "Neutral")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("suports", "supports"),
        ("LEANS SUPPORT", "leans-support"),
        ("leans_suport", "leans-support"),
        ("default-tpl", "default_tlp"),
        ("neutral", "Neutral"),
        ("xyzzy", None),
        ("", None),
        ("s" * 100_000, None),
    ],
)
def test_nearest_word_looks_past_case_and_hyphens(word, found):
    """A slip of the pen, an underscore or a capital letter leads to the word that was meant."""
    assert found == nearest(word, WORDS)
    assert (f"did you mean `{found}`?" if found else "") == did_you_mean(word, WORDS)


@pytest.mark.parametrize(
    ("words", "text"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_list_reads_as_english(words, text):
    """Commas, then or."""
    assert text == listed(words)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("one two", 7, "one two"),
        ("one  two\nthree", 60, "one two three"),
        ("one two three", 9, "one two…"),
        ("one two three", 8, "one…"),
        ("x" * 20, 5, "xxxx…"),
    ],
)
def test_text_is_cut_at_the_end_of_a_word(text, limit, short):
    """A cut text is never longer than its limit."""
    assert short == shorten(text, limit)
    assert len(short) <= limit
