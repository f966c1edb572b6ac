"""Hedges, likelihoods, confidences and modals are found in prose."""

import pytest

from briefbook.text.hedges import (
    HEDGES,
    find_confidences,
    find_hedges,
    find_likelihoods,
    find_modals,
    keeps_hedge,
    may_hedge,
)


@pytest.mark.parametrize(
    ("text", "family", "words"),
    [
        ("the alleged sites", "claimed", "alleged"),
        ("a man said\nto be there", "", ""),
        ("is said\nto be there", "claimed", "is said\nto"),
        ("claiming to show", "claimed", "claiming to"),
        ("couldn’t confirm reports", "unproved", "couldn’t confirm"),
        ("could not be independently verified", "unproved", "could not be independently verified"),
        ("is believed to have executed them", "believed", "is believed"),
        ("may have been shot", "possible", "may have been"),
        ("It may well rain; we have seen it.", "", ""),
    ],
)
def test_hedge_is_found_with_its_family(text, family, words):
    """Each hedge says in which way something is uncertain."""
    found = next(find_hedges(text), None)

    assert (family, words) == ((found[0], found[1].words) if found else ("", ""))


def test_every_family_is_found_at_a_glance():
    """The quick look misses none of the hedges in the table."""
    for text in (
        *("allegedly", "rumoured", "reportedly", "unable to verify", "no independent confirmation"),
        *("presumed", "widely feared", "apparently", "seems to", "might well have", "is said to"),
    ):
        assert may_hedge(text)
    assert {"claimed", "unproved", "believed", "possible"} == HEDGES.keys()


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("He says that they fled.", True),
        ("They may have fled.", True),
        ("They allegedly fled.", True),
        ("They fled.", False),
        ("", False),
    ],
)
def test_sentence_keeps_a_hedge_or_not(text, is_kept):
    """A sentence that leaves it open, or says who says so, keeps the hedge."""
    assert keeps_hedge(text) is is_kept


def test_degrees_are_found_whole():
    """The longest words count: `very likely` is no `likely`."""
    assert ["very\nlikely", "Unlikely", "probably"] == [
        each.words for each in find_likelihoods("It is very\nlikely. Unlikely, probably.")
    ]
    assert ["low confidence", "confidence is high"] == [
        each.words for each in find_confidences("With low confidence; our confidence is high. Low costs.")
    ]
    assert ["may", "possibly"] == [each.words for each in find_modals("In May it may possibly rain.")]


@pytest.mark.parametrize(
    "piece", ["could not be ", "may ", "almost ", "low or ", "a-", "a", "confidence is ", "is "]
)
def test_hostile_text_is_read_in_one_go(piece):
    """64 KB of the worst are read without going back and forth."""
    text = (piece * 65_536)[:65_536]

    for find in (find_hedges, find_likelihoods, find_confidences, find_modals):
        assert len(list(find(text))) <= len(text)
    assert keeps_hedge(text) in (True, False)
