"""The times that an article names, counted from its day."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from briefbook.distil.article import Article
from briefbook.distil.dates import find_dates

WEDNESDAY = dt.date(2025, 11, 19)


TIMES = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))["times"]


def dates(text, day=WEDNESDAY):
    return [(each.text, each.value, each.kind) for each in find_dates(Article(text, day))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council will vote on Monday.", ("Monday", "2025-11-24", "scheduled")),
        ("The vote was held on Monday.", ("Monday", "2025-11-17", "event")),
        ("The bridge was closed on Wednesday.", ("Wednesday", "2025-11-19", "event")),
        ("They met next Tuesday’s guests.", ("next Tuesday", "2025-11-25", "scheduled")),
        ("She was in Rome last Tuesday.", ("last Tuesday", "2025-11-18", "event")),
        ("This Friday is a holiday.", ("This Friday", "2025-11-21", "scheduled")),
        ("They will reply by Friday next week.", ("Friday next week", "2025-11-28", "deadline")),
        ("He agreed to return on Sunday.", ("Sunday", "2025-11-23", "scheduled")),
        ("He failed to return on Sunday.", ("Sunday", "2025-11-16", "event")),
        ("On Thursday the panel will sit.", ("Thursday", "2025-11-20", "scheduled")),
        ("It has been shut since Thursday.", ("Thursday", "2025-11-13", "event")),
    ],
)
def test_weekday_is_counted_by_the_tense_around_it(text, expected):
    """A day of the week is the last one where the sentence speaks of the past, else the next."""
    assert [expected] == dates(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks resume in the middle of next week.", "2025-11-26"),
        ("They met last fall.", "2024-09/2024-11"),
        ("They will meet next spring.", "2026-03/2026-05"),
        ("The road reopens this winter.", "2025-12/2026-02"),
        ("It began in spring 2024.", "2024-03/2024-05"),
        ("People fled on 29 and 30 October.", "2025-10-29/2025-10-30"),
        ("It will last from 28 December to 3 January.", "2025-12-28/2026-01-03"),
        ("It ran from March 3-5, 2024.", "2024-03-03/2024-03-05"),
        ("It ran from March 30 to April 2, 2024.", "2024-03-30/2024-04-02"),
        ("A decade ago the road was sand.", "2015"),
        ("Two weeks ago it rained.", "2025-11-05"),
        ("Three months ago it rained.", "2025-08"),
        ("A fortnight ago it rained.", "2025-11-05"),
        ("It was signed on 2025-11-04.", "2025-11-04"),
        ("It was signed on the 4th of November.", "2025-11-04"),
        ("It was signed in June 2024.", "2024-06"),
        ("It was signed in May.", "2025-05"),
        ("It was signed last September.", "2025-09"),
        ("It was signed last December.", "2024-12"),
        ("It will be signed next January.", "2026-01"),
        ("It will be signed this December.", "2025-12"),
        ("It was signed last week.", "2025-11-10/2025-11-16"),
        ("It will be signed this weekend.", "2025-11-22/2025-11-23"),
        ("It was signed last month.", "2025-10"),
        ("It was signed last year.", "2024"),
        ("It will end in the second half of 2026.", "2026-07/2026-12"),
        ("It will end in the third quarter of 2026.", "2026-07/2026-09"),
        ("It will end by the end of the year.", "2025-12-31"),
        ("It will end at the start of December.", "2025-12-01"),
        ("It will end at the beginning of 2026.", "2026-01"),
        ("It will end in mid-2026.", "2026"),
        ("It will end in mid-January.", "2026-01"),
        ("It was yesterday.", "2025-11-18"),
        ("It will be tomorrow.", "2025-11-20"),
        ("It was so in the 1990s.", "1990/1999"),
        ("It was so in the 2023-24 season.", "2023/2024"),
        ("It will end by Christmas.", "2025-12-25"),
        ("It could slip to the new year.", "2026-01"),
        ("Christmas Eve 2023 was cold.", "2023-12-24"),
        ("Inspectors will return in two weeks.", "2025-12-03"),
        ("Inspectors will return in the next 48 hours.", "2025-11-21"),
        ("It will end in a couple of weeks.", None),
    ],
)
def test_time_is_resolved(text, value):
    """Each form in which English names a time has its value on the calendar; a vague one has none."""
    assert ([value] if value else []) == [each[1] for each in dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels must leave within 10 days.", ("within 10 days", "2025-11-29", "deadline")),
        ("They have until noon on Friday to leave.", ("Friday", "2025-11-21", "deadline")),
        ("The permit expires on 30 November.", ("30 November", "2025-11-30", "deadline")),
        ("The report is due by 30 December.", ("30 December", "2025-12-30", "deadline")),
        ("The report is due on Friday.", ("Friday", "2025-11-21", "deadline")),
        ("An election is due on Friday.", ("Friday", "2025-11-21", "scheduled")),
        ("The group set a December 20 deadline.", ("December 20", "2025-12-20", "deadline")),
        ("The trial was postponed until Friday.", ("Friday", "2025-11-21", "scheduled")),
        ("The trial was postponed to mid-January.", ("mid-January", "2026-01", "scheduled")),
        ("Four hundred had died by Monday.", ("Monday", "2025-11-17", "event")),
        ("Until today nobody asked.", ("today", "2025-11-19", "event")),
    ],
)
def test_deadline_is_what_must_be_done_by_a_time(text, expected):
    """`by`, `until` and the like make a time to come a deadline; a time that is past is none."""
    assert [expected] == dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. May said so.",
        "June Osborne said so.",
        "Some 2000 people fled.",
        "Resolution 1929 was adopted.",
        "It cost $2020.",
        "The Sunday Times said so.",
        "It began on Bloody Sunday.",
        "He was absent for two weeks.",
        "Within two days the city had fallen.",
        "“You will have it in a year,” he said.",
        "It happened two hours ago.",
        "It was the fourth half of 2020 people",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    """Names, numbers and stretches of time are no dates."""
    assert [] == [each for each in dates(text) if each[1] != "2020"]


def test_same_time_in_other_words_is_left_out():
    """`That was six years ago` behind `in 2019` names no second time."""
    assert ["2019"] == [each[1] for each in dates("It was said in 2019. That was six years ago.")]


def test_without_a_day_only_full_dates_count():
    """An article of unknown day has no `Friday` and no `4 May`, but `4 May 2019` and `2020`."""
    text = "It was Friday, 4 May 2019. On 5 May it rained. Last week, too, and in 2020."

    assert ["2019-05-04", "2020"] == [each[1] for each in dates(text, None)]


def test_day_that_the_calendar_lacks_is_no_date():
    """`2025-13-40` and `31 February` are not read as days."""
    assert [] == [each for each in dates("It was 2025-13-40.") if "13" in each[1]]
    assert ["2025-06-29"] == [each[1] for each in dates("It was on 30 and 29 June.")]
    assert all("02-31" not in each[1] for each in dates("It was on 31 February."))
    assert [] == dates("It was one decade ago.", dt.date(1, 1, 1))


@pytest.mark.parametrize(("text", "expected"), [(text, values) for text, *values in TIMES])
def test_time_is_read_as_a_reader_reads_it(text, expected):
    """Each time of a sentence has its value and, where one is named, its kind; nothing else is a time."""
    found = [(value, kind) for _, value, kind in dates(text)]

    assert expected == [
        f"{value} {kind}" if " " in wanted else value
        for (value, kind), wanted in zip(found, expected, strict=True)
    ]


def test_day_of_a_dateline_is_a_reference():
    """The day before a dash belongs to no sentence, and nothing in the sentence behind it moves it."""
    text = "MAROVA, Nov. 18 (Meridian) — Truckers will not move.\n\nThey said so."

    assert [("Nov. 18", "2025-11-18", "reference")] == dates(text)
