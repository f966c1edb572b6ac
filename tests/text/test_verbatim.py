"""Whether words stand in a text, and where."""

import unicodedata

import hypothesis
import pytest
from hypothesis import strategies as st

from briefbook.text.folding import fold
from briefbook.text.verbatim import Passage, Refusal, Text
from briefbook.text.words import has_words, is_whole

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
        ("It – the plan – was", "It—the plan—was", "typographic"),
        ("was official...", "was o\ufb03cial…", "typographic"),
        ("he  said. It", "he said.\nIt", "typographic"),
        ("cooperation", "co\u00adoperation", "typographic"),
        ("part-time", "part\u2010time", "typographic"),
        ("A co", None, None),
        ("art", None, None),
        ("shu", None, None),
        ("see shut", None, None),
        ("we won't see", None, None),
        ("“ ”", None, None),
        ("", None, None),
    ],
)
def test_typography_never_counts_and_words_always_do(words, found, match):
    """Marks, dashes, spaces and ligatures may differ; a word, its case and its bounds may not."""
    passage = Text(ARTICLE).find(words)

    assert (found, match) == (
        (ARTICLE[passage.start : passage.end], passage.match) if passage else (None, None)
    )


def test_second_occurrence_serves_where_the_first_cuts_a_word():
    """`art` is not in `part`, but may stand later."""
    assert Passage(((9, 12),), "exact") == Text("part and art").find("art")


def test_invisible_sign_between_spaces_is_no_word():
    """A zero-width space does not make two spaces of one."""
    assert Text("one \u200b two").find("one two") is not None


def test_what_is_declared_is_found_however_much_it_leaves_out():
    """The words of a refused omission stand in the text all the same, so a desk may allow it and lock it."""
    text = Text("We do not want it.")

    assert ("elision", "elided") == (
        text.judge("We [...] want it").fault,
        text.find("We [...] want it").match,
    )
    assert text.find("We [...] need it") is None


@pytest.mark.parametrize(
    ("words", "fault", "place"),
    [
        ("We never see the gates shut and sold", "altered", "We won’t see the gates shut and sold"),
        ("the plan was official", "altered", "the plan—was o\ufb03cial"),
        ("entirely other words altogether", "absent", ""),
        ("...", "absent", ""),
    ],
)
def test_refusal_names_the_nearest_passage(words, fault, place):
    """An altered quotation leads to the words that were probably meant; a strange one leads nowhere."""
    refused = Text(ARTICLE).judge(words)

    assert isinstance(refused, Refusal)
    assert (fault, place) == (refused.fault, ARTICLE[refused.start : refused.end])


def test_diff_has_the_words_of_both_sides():
    """Word by word, a refusal says what we wrote and what stands there."""
    refused = Text("The gates of the town stay shut until noon.").judge(
        "The gates of the city stay shut till noon"
    )

    assert [
        ("same", "The gates of the"),
        ("ours", "city"),
        ("theirs", "town"),
        ("same", "stay shut"),
        ("ours", "till"),
        ("theirs", "until"),
        ("same", "noon"),
    ] == list(refused.diff)
    assert "it has “town”, not “city”, and 1 more change" == refused.said
    assert "city" == refused.ours


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
    passage = Text(text).find(words)
    if has_words(words) and is_whole(text, len(before) + 1, len(before) + 1 + len(words)):
        assert passage is not None
        assert letters(words) == letters(text[passage.start : passage.end])


@hypothesis.given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_every_slice_on_word_boundaries_is_found(text, start, end):
    """Whatever is copied out of a text, without cutting a word, stands in it."""
    words = text[start:end]
    if has_words(words) and is_whole(text, start, end):
        assert Text(text).find(words) is not None


@hypothesis.given(TEXTS, TEXTS)
def test_folding_never_accepts_a_changed_word(text, words):
    """What is found has the letters of what was looked for, in their order."""
    passage = Text(text).find(words)
    if passage is not None:
        assert letters(words) == letters(text[passage.start : passage.end])


def letters(text: str) -> str:
    """The letters of a text, without ligatures."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum())


@hypothesis.given(TEXTS)
def test_folding_twice_is_folding_once(text):
    """A folded text has nothing left to fold."""
    assert fold(text) == fold(fold(text))
