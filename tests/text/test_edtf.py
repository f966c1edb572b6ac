"""Dates as people report them: read strictly, put in order, printed in words."""

import datetime as dt

import hypothesis
import pytest
from hypothesis import strategies as st

from briefbook.text.edtf import parse_when


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014", "2014"),
        ("0987", "987"),
        ("2014-06", "June 2014"),
        ("2014-06-15", "15 June 2014"),
        ("2014-06-05", "5 June 2014"),
        ("2014-06-15T18:30Z", "15 June 2014, 18:30 UTC"),
        ("2014-06-15 18:30:59", "15 June 2014, 18:30 UTC"),
        ("2014-06-15T18:30 +03:00", "15 June 2014, 18:30 UTC+03:00"),
        ("2014-06~", "about June 2014"),
        ("2014-06-15?", "possibly 15 June 2014"),
        ("2014%", "possibly about 2014"),
        ("2013-21", "Spring 2013"),
        ("2013-24", "Winter 2013"),
        ("2014-06-08/2014-06-14", "8 to 14 June 2014"),
        ("2014-06-30/2014-07-02", "30 June to 2 July 2014"),
        ("2013-12-30/2014-01-02", "30 December 2013 to 2 January 2014"),
        ("2014-06/2014-08", "June to August 2014"),
        ("2013/2014", "2013 to 2014"),
        ("2013-21/2013-23", "Spring to Autumn 2013"),
        ("2014-06-15/2014-06-15", "15 June 2014"),
        ("2014-06-14?/2014-06-15", "possibly 14 June 2014 to 15 June 2014"),
        ("2014-06-14T10:00Z/2014-06-15T10:00Z", "14 June 2014, 10:00 UTC to 15 June 2014, 10:00 UTC"),
        ("../2014-06-15", "by 15 June 2014"),
        ("/2014-06-15", "by 15 June 2014"),
        ("2014-06-15/..", "since 15 June 2014"),
        ("2014-06-15/", "since 15 June 2014"),
    ],
)
def test_words_are_absolute(text, words):
    """No date is printed as today or last week, and none loses its doubt."""
    assert words == parse_when(text).words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not a date; write"),
        ("yesterday", "is not a date"),
        ("2014-6-15", "is not a date"),
        ("15.06.2014", "is not a date"),
        ("２０１４-06-15", "is not a date"),
        ("2014-06-15T18:30:75Z", "is not a date"),
        ("2014-06-15\n", "is not a date"),
        ("x" * 5000, "xxx…' is not a date"),
        ("0000", "there is no year 0"),
        ("2014-13", "there is no month 13"),
        ("2014-00-01", "there is no month 00"),
        ("2014-21-01", "there is no month 21"),
        ("2014-02-29", "February 2014 has no day 29"),
        ("2014-06-00", "June 2014 has no day 00"),
        ("2014-06-15T24:00", "there is no time 24:00"),
        ("2014-06-15T18:60", "there is no time 18:60"),
        ("2014-06-15T18:30+15:00", "there is no UTC offset +15:00"),
        ("2014-06-15T18:30+01:60", "there is no UTC offset +01:60"),
        ("0001-01-01T00:00+01:00", "outside the calendar"),
        ("9999-12-31T23:00-0200", "outside the calendar"),
        ("2014-06-14/2014-06-08", "the range ends before it begins"),
        ("../..", "is not an interval of two dates"),
        ("/", "is not an interval"),
        ("2014/2015/2016", "is not an interval"),
        ("/" * 5000, "…' is not an interval"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text, message):
    """The message says what is wrong, and is short however long the text."""
    with pytest.raises(ValueError, match=r".") as refusal:
        parse_when(text)

    assert message in str(refusal.value)
    assert len(str(refusal.value)) < 150


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", (2014, 1, 1), (2014, 12, 31)),
        ("2012-02", (2012, 2, 1), (2012, 2, 29)),
        ("2013-21", (2013, 3, 1), (2013, 5, 31)),
        ("2013-22", (2013, 6, 1), (2013, 8, 31)),
        ("2013-23", (2013, 9, 1), (2013, 11, 30)),
        ("2013-24", (2013, 12, 1), (2014, 2, 28)),
        ("2014-06-08/2014-07", (2014, 6, 8), (2014, 7, 31)),
        ("../2014", (1, 1, 1), (2014, 12, 31)),
        ("2014/", (2014, 1, 1), (9999, 12, 31)),
    ],
)
def test_date_is_a_range_of_days(text, first, last):
    """A coarse date reaches from its first to its last day; winter ends in the next year."""
    when = parse_when(text)

    assert (dt.date(*first), dt.date(*last)) == (when.first.date(), when.day)


def test_moment_is_kept_in_utc():
    """A time with an offset is the same moment as that time in UTC."""
    assert parse_when("2014-06-15T20:30+02:00").first == parse_when("2014-06-15T18:30Z").first
    assert parse_when("2014-06-15T12:30-0600").first == parse_when("2014-06-15T18:30").last


@pytest.mark.parametrize(
    ("text", "day"),
    [("2014-06-15T20:30+02:00", "2014-06-15"), ("2014-06-15", "2014-06-15"), ("2014-06", "2014-06")],
)
def test_day_of_a_moment_is_the_day_that_was_written(text, day):
    """A time goes, and what has none stays as it is."""
    assert parse_when(day) == parse_when(text).to_day


@pytest.mark.parametrize(
    ("text", "is_exact"),
    [
        ("2014-06-15", True),
        ("2014-06-15T18:30Z", True),
        ("2014-06-15~", False),
        ("2014-06", False),
        ("2014/", False),
    ],
)
def test_only_a_day_or_a_moment_is_exact(text, is_exact):
    """A month, an interval and a day in doubt are not."""
    assert parse_when(text).is_exact is is_exact


def test_dates_are_equal_by_what_was_written():
    """A date is its text: it prints, compares and hashes as such."""
    when = parse_when("2014-06-15")

    assert when == parse_when("2014-06-15") != parse_when("2014-06-15~")
    assert when != "2014-06-15"
    assert 1 == len({when, parse_when("2014-06-15")})
    assert ("2014-06-15", "When('2014-06-15')") == (str(when), repr(when))


DAYS = st.dates().map(dt.date.isoformat)


@hypothesis.given(st.text() | st.text(alphabet="0123456789-/.~?%TZ: +", max_size=30))
def test_no_text_raises_anything_but_a_value_error(text):
    """Any text is a date with words, or is refused."""
    try:
        when = parse_when(text)
    except ValueError:
        return
    assert when.words
    assert when.first <= when.last


@hypothesis.given(DAYS, DAYS)
def test_order_is_that_of_the_days(one, other):
    """ISO dates sort as their texts do, and an interval begins with its first day."""
    assert (parse_when(one).order < parse_when(other).order) is (one < other)
    if one < other:
        assert parse_when(one).first == parse_when(f"{one}/{other}").first
