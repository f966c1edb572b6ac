"""Dates in words: each language says them with messages of its own."""

import pytest

from briefbook.text.date_words import ENGLISH, DateWords, split_date
from briefbook.words import load_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014", "2014"),
        ("2014-06", "juin 2014"),
        ("2014-06-01", "1er juin 2014"),
        ("2014-06-15", "15 juin 2014"),
        ("2014-06-15T18:30Z", "15 juin 2014, 18\xa0h\xa030 UTC"),
        ("2014-06-15T08:05+03:00", "15 juin 2014, 08\xa0h\xa005 UTC+03:00"),
        ("2014-06~", "vers juin 2014"),
        ("2014-06-15~", "vers le 15 juin 2014"),
        ("2014-06-15?", "peut-être le 15 juin 2014"),
        ("2014%", "peut-être vers 2014"),
        ("2014-21", "printemps 2014"),
        ("2014-24~", "hiver 2014 environ"),
        ("2014-06-08/2014-06-14", "du 8 au 14 juin 2014"),
        ("2014-06-30/2014-07-02", "du 30 juin au 2 juillet 2014"),
        ("2014-06-01/2014-06-01", "1er juin 2014"),
        ("2014-06/2014-08", "juin – août 2014"),
        ("2012/2014", "de 2012 à 2014"),
        ("2014-21/2014-23", "printemps – automne 2014"),
        ("2014-06-14?/2014-06-15", "peut-être le 14 juin 2014 – 15 juin 2014"),
        ("2014-06/2014-06-15", "juin – 15 juin 2014"),
        ("../2014-06-15", "au plus tard le 15 juin 2014"),
        ("/2014-06", "au plus tard en juin 2014"),
        ("2014-06-15/..", "depuis le 15 juin 2014"),
        ("2014-06/", "depuis juin 2014"),
        ("2014-22/..", "été 2014 et depuis"),
    ],
)
def test_french_says_dates_as_french_does(text, words):
    """Prepositions follow what they stand before, the first of a month is one, hours have their letter."""
    assert load_words("fr").date(text) == words


def test_place_that_nothing_fills_stays():
    """A catalogue of somebody's own that is wrong in a date shows where, and stops nothing."""
    words = DateWords(lambda _, message: message.replace("(day)", "(jour)"))

    assert words.say("2014-06-15") == "%(jour)s June 2014"


def test_date_comes_apart():
    """Each part of a date is at hand, and what it does not say is empty."""
    assert split_date("2014-06-15T18:30+03:00?") == (2014, 6, 15, "18", "30", "+03:00", "?")
    assert split_date("2014") == (2014, None, None, "", "", "", "")
    assert ENGLISH.say("2014-06-15T18:30 +03:00") == "15 June 2014, 18:30 UTC+03:00"
