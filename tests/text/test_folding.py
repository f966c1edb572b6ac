"""A folded text leads back to the text as it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.folding import Folding, fold

TEXTS = st.text(
    alphabet="ab é e\u0301o\u0308\u1112\u1161\u11ab '’“”\"-—…\ufb01\u00ad\u200b\u00a0\n«»:.,", max_size=40
)


@pytest.mark.parametrize(
    ("text", "words", "original"),
    [
        ("the o\ufb03cial line", "official", "o\ufb03cial"),
        ("co\u00adoperation", "cooperation", "co\u00adoperation"),
        ("a cafe\u0301 here", "café", "cafe\u0301"),
        ("wait\u2026 here", "wait... here", "wait\u2026 here"),
        ("it \u2014 the plan", "it-the", "it \u2014 the"),
        ("\ufeffone two", "one", "one"),
        ("dit : « oui »", 'dit: "oui"', "dit : « oui »"),
        ("\u1112\u1161\u11ab \u1100\u1173\u11af", "한", "\u1112\u1161\u11ab"),
    ],
)
def test_folded_words_lead_back(text, words, original):
    """What was found in the folded text has its range in the text itself."""
    folding = Folding(text)
    at = folding.text.index(words)

    assert original == text[slice(*folding.original(at, at + len(words)))]


@given(TEXTS)
def test_composed_and_decomposed_fold_alike(text):
    """It does not matter in which of Unicode's forms a letter with its marks was written."""
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(TEXTS)
def test_each_folded_character_has_a_place_and_they_are_in_order(text):
    """The way back never leaves the text, and never goes backwards."""
    folding = Folding(text)
    places = [folding.original(at, at + 1) for at in range(len(folding.text))]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
