"""Whether words stand in a text, and where."""

import hypothesis
import pytest
from hypothesis import strategies as st

from briefbook.text.verbatim import Folded, fold, has_words, is_verbatim

ARTICLE = (
    "“We won’t see the gates shut and sold,” he said.\n"
    "It—the plan—was o\ufb03cial…  A co\u00adoperation of part\u2010time staff."
)


@pytest.mark.parametrize(
    ("words", "found", "match"),
    [
        ("shut and sold", "shut and sold", "exact"),
        ("We won't see the gates shut and sold", "We won’t see the gates shut and sold", "typographic"),
        ('"We won\'t see the gates shut and sold."', "We won’t see the gates shut and sold", "typographic"),
        ("shut and sold.", "shut and sold", "typographic"),
        ("It-the plan-was", "It—the plan—was", "typographic"),
        ("was official...", "was o\ufb03cial", "typographic"),
        ("he  said. It", "he said.\nIt", "typographic"),
        ("cooperation", "co\u00adoperation", "typographic"),
        ("part-time", "part\u2010time", "typographic"),
        ("A co", None, None),
        ("art", None, None),
        ("shu", None, None),
        ("see shut", None, None),
        ("we won't see", None, None),
        ("…", "…", "exact"),
        ("“ ”", None, None),
        ("", None, None),
    ],
)
def test_typography_never_counts_and_words_always_do(words, found, match):
    """Marks, dashes, spaces and ligatures may differ; a word, its case and its bounds may not."""
    passage = Folded(ARTICLE).find(words)

    assert (found, match) == (
        (ARTICLE[passage.start : passage.end], passage.match) if passage else (None, None)
    )
    assert is_verbatim(ARTICLE, words) is (found is not None)


def test_second_occurrence_serves_where_the_first_cuts_a_word():
    """`art` is not in `part`, but may stand later."""
    assert (9, 12, "exact") == Folded("part and art").find("art")


def test_invisible_sign_between_spaces_is_no_word():
    """A zero-width space does not make two spaces of one."""
    assert is_verbatim("one \u200b two", "one two")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("We never see the gates shut and sold", 1),
        ("the plan was official", 2),
        ("entirely other words altogether", None),
        ("...", None),
    ],
)
def test_nearest_passage_shares_most_words(words, line):
    """An altered quotation leads to the sentence that was probably meant; a strange one leads nowhere."""
    nearest = Folded(ARTICLE).nearest(words)

    assert line == (nearest[0] if nearest else None)


@pytest.mark.parametrize(
    ("text", "is_one"), [("…", False), ("", False), ("a", True), ("40", True), ("水", True)]
)
def test_words_are_letters_or_digits(text, is_one):
    """Marks alone are no words."""
    assert has_words(text) is is_one


TEXTS = st.text(alphabet="ab '’“\"-—…\ufb01\u00ad\u200b\n.,", max_size=40)


@hypothesis.given(TEXTS, TEXTS, TEXTS)
def test_what_stands_in_a_text_is_found_there(before, words, after):
    """Words between spaces are found, and what is found reads the same to the matcher."""
    text = f"{before} {words} {after}"
    passage = Folded(text).find(words)
    if has_words(words):
        assert passage is not None
        assert fold(words).strip("\"' ").rstrip("\"' ,.") in fold(text[passage.start : passage.end])


@hypothesis.given(TEXTS)
def test_folding_twice_is_folding_once(text):
    """A folded text has nothing left to fold."""
    assert fold(text) == fold(fold(text))
