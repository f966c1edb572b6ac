"""Dates in prose are found and compared as far as they say what they mean."""

import datetime as dt

import pytest

from briefbook.text.dated import Calendar, find_dates, find_times
from briefbook.text.edtf import parse_when


def told(text: str) -> list[tuple[int, ...]]:
    """Year, month, day and day of the week of each date in a text."""
    return [each[2:] for each in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 20 June 2014", [(2014, 6, 20, 0)]),
        ("June 20, 2014", [(2014, 6, 20, 0)]),
        ("Sept. 11", [(0, 9, 11, 0)]),
        ("the 20th of June", [(0, 6, 20, 0)]),
        ("8 to 14 June 2014", [(2014, 6, 8, 0), (2014, 6, 14, 0)]),
        ("June 20 and 21", [(0, 6, 20, 0), (0, 6, 21, 0)]),
        ("2014-06-20", [(2014, 6, 20, 0)]),
        ("June 2014", [(2014, 6, 0, 0)]),
        ("by July", [(0, 7, 0, 0)]),
        ("in May", [(0, 5, 0, 0)]),
        ("the invasion of 2003", [(2003, 0, 0, 0)]),
        ("2013–14", [(2013, 0, 0, 0)]),
        ("the 1990s", [(0, 0, 0, 0)]),
        ("on Friday", [(0, 0, 0, 5)]),
        ("May they march on. March on", []),
        ("$2014, 2,014 and 12014", []),
    ],
)
def test_date_is_found(text, dates):
    """Days, months and years are found in both orders, and what only looks like one is not."""
    assert dates == told(text)


def test_time_of_day_is_no_number():
    """Hours are found with what belongs to them."""
    text = "At 6 p.m., at 18:30 and at 09:00 UTC"

    assert ["6 p.m.", "18:30", "09:00 UTC"] == [text[start:end] for start, end in find_times(text)]


def knows(text: str, calendar: Calendar) -> bool:
    """Whether every date of a text is known."""
    return all(calendar.knows(each) for each in find_dates(text))


@pytest.mark.parametrize(
    "text",
    ["20 June 2014", "June 20", "June", "2014", "16 June", "on Monday", "31 August", "the 1990s", "14 June"],
)
def test_known_date_is_known_in_any_form(text):
    """Records, dates in a text, its days of the week and the days beside its own bear a date out."""
    calendar = Calendar()
    calendar.add_when(parse_when("2014-06-20"))
    calendar.add_when(parse_when("../2014-07-01"))
    calendar.add_when(None)
    calendar.add_text("They meet on Monday, and at the end of August.", dt.date(2014, 6, 15))

    assert knows(text, calendar)
    assert not calendar.is_loose


@pytest.mark.parametrize(
    "text", ["21 June 2014", "20 June 2015", "June 2015", "2013", "on Tuesday", "May 2014"]
)
def test_other_date_is_not_known(text):
    """A day, month or year that nobody named is not known."""
    calendar = Calendar()
    calendar.add_when(parse_when("2014-06-20"))
    calendar.add_text("Until July.", None)

    assert not knows(text, calendar)


def test_text_that_counts_from_its_own_day_makes_the_calendar_loose():
    """`Two days ago` stands for a day that is not worked out."""
    calendar = Calendar()
    calendar.add_text("It began two days ago.", dt.date.min)

    assert calendar.is_loose


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "June ", "1 to ", "2014 ", "in ", "last ", "for a ", "May 1-", "Ma"]
)
def test_hostile_text_is_read_in_one_go(piece):
    """64 KB of the worst are read without going back and forth."""
    text = (piece * 65_536)[:65_536]
    calendar = Calendar()
    calendar.add_text(text, None)

    assert len(list(find_dates(text))) + len(list(find_times(text))) <= len(text)
