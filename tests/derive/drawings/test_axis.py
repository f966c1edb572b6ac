"""Time to scale, and the dates beneath it."""

import datetime as dt
from gettext import NullTranslations
from itertools import pairwise

import pytest

from briefbook.derive.drawings.axis import Axis
from briefbook.derive.drawings.canvas import measure
from briefbook.words import Words

WORDS = Words(NullTranslations())


def axis(first, last):
    """From day to day over 700 units."""
    return Axis(dt.date.fromisoformat(first), dt.date.fromisoformat(last), 0, 700)


def test_days_stand_to_scale():
    """The middle of the time is the middle of the line, and what lies outside is at its ends."""
    line = axis("2031-03-01", "2031-03-11")

    assert 350 == line.x(dt.date(2031, 3, 6))
    assert 0 == line.x(dt.date(2030, 1, 1))
    assert 700 == line.x(dt.date(2032, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-03-01", "2031-03-04", ["2 March 2031", "3 March 2031"]),
        ("2031-03-01", "2031-04-06", ["10 March 2031", "17 March 2031"]),
        ("2031-03-01", "2031-11-20", ["May 2031", "July 2031"]),
        ("1990-03-01", "2031-03-01", ["1995", "2000"]),
        ("0001-01-01", "9999-12-31", ["900", "1700"]),
    ],
)
def test_dates_are_as_fine_as_there_is_room_for(first, last, words):
    """Days, Mondays, months or years, none of them touching the next or the edge."""
    ticks = axis(first, last).ticks(WORDS)

    assert words == [tick.words for tick in ticks][: len(words)]
    edges = [(t.x - measure(t.words, "small") / 2, t.x + measure(t.words, "small") / 2) for t in ticks]
    assert all(0 <= left + 1 and right <= 701 for left, right in edges)
    assert all(one[1] < other[0] for one, other in pairwise(edges))


def test_dates_end_where_they_are_told():
    """A line may have room for words beyond its last day."""
    line = axis("2031-03-01", "2031-03-04")

    assert "4 March 2031" == line.ticks(WORDS, 900)[-1].words
    assert "4 March 2031" != line.ticks(WORDS)[-1].words


def test_one_day_is_a_line_too():
    """It stands at its beginning."""
    assert 0 == axis("2031-03-01", "2031-03-01").x(dt.date(2031, 3, 1))
