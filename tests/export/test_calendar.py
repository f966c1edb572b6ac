"""The calendar as a library reads it back, and what its entries say."""

import datetime as dt
import sys

import icalendar
import pytest

from briefbook.derive.calendar import MOST, appointments
from briefbook.export.calendar import has_library, render_calendar
from briefbook.model.marking import Marking
from briefbook.words import load_words
from tests.derive.books import brief, situation_of
from tests.export.exported import exports_of, river


def calendar_of(situation, language="en"):
    """The entries of a situation's calendar by id, read back by the library."""
    found = icalendar.Calendar.from_ical(render_calendar(situation, load_words(language)))
    assert [] == found.errors
    return {str(each["uid"]).partition("@")[0]: each for each in found.walk("VEVENT")}


def question(**fields):
    """A question of a brief."""
    return {"id": "signed", "text": "Will they sign?", **fields}


def event(**fields):
    """An event of a brief."""
    return {"id": "meeting", "title": "They meet", "status": "scheduled", "date": "2014-06-20", **fields}


def test_a_deadline_is_a_whole_day():
    """The deadline of an open question stands on its day, which keeps nobody busy."""
    found = calendar_of(
        situation_of(brief(questions=[question(due="2014-06-20", owner="Ana", why="It ends it.")]))
    )

    assert dt.date(2014, 6, 20) == found["signed"].decoded("dtstart")
    assert dt.date(2014, 6, 21) == found["signed"].decoded("dtend")
    assert "Due: Will they sign?" == found["signed"]["summary"]
    assert ["Deadline"] == found["signed"]["categories"].cats
    assert "TRANSPARENT" == found["signed"]["transp"]
    told = "The desk wants to know by: 20 June 2014.", "It ends it.", "Owner: Ana"
    assert "\n\n".join((*told, "Reported in “First”, as of 15 June 2014.")) == found["signed"]["description"]


def test_an_entry_keeps_its_name_and_its_stamp():
    """The name of an entry is its id at the site's host, and its stamp the brief that changed it last."""
    first = brief(questions=[question(due="2014-06-20")])
    later = brief("second", "2014-06-17", updates=[{"update": "signed", "due": "2014-06-25"}])

    (before,) = calendar_of(situation_of(first, site_url="https://desk.example/iraq/")).values()
    (after,) = calendar_of(situation_of(first, later, site_url="https://desk.example/iraq/")).values()

    assert "signed@desk.example" == before["uid"] == after["uid"]
    assert (0, 1) == (before["sequence"], after["sequence"])
    assert dt.datetime(2014, 6, 15, tzinfo=dt.UTC) == before.decoded("dtstamp")
    assert dt.datetime(2014, 6, 17, tzinfo=dt.UTC) == after.decoded("dtstamp")
    assert dt.date(2014, 6, 25) == after.decoded("dtstart")
    assert "https://desk.example/iraq/questions/signed/" == after["url"]


def test_without_an_address_an_entry_names_no_page():
    """A book without an address gives its entries the host “book”, and no URL, which may not be relative."""
    (found,) = calendar_of(situation_of(brief(questions=[question(due="2014-06-20")]))).values()

    assert "signed@book" == found["uid"]
    assert "url" not in found


def test_a_reworded_reason_is_no_revision():
    """An update of what no calendar shows leaves the number of the revision alone."""
    first = brief(questions=[question(due="2014-06-20", likelihood="likely")])
    later = brief("second", "2014-06-17", updates=[{"update": "signed", "likelihood": "unlikely"}])

    assert 0 == calendar_of(situation_of(first, later))["signed"]["sequence"]


@pytest.mark.parametrize(
    ("status", "shown", "summary"),
    [
        ("postponed", "CONFIRMED", "Postponed: They meet"),
        ("cancelled", "CANCELLED", "Cancelled: They meet"),
        ("happened", "CONFIRMED", "They meet"),
    ],
)
def test_an_event_that_changed_is_a_newer_revision(status, shown, summary):
    """A postponed event moves to its new day, a cancelled one says so, and each outranks the one before."""
    update = {
        "update": "meeting",
        "status": status,
        "reason": "Rain.",
        "date": "2014-06-22",
        "place": "Basra",
    }
    (found,) = calendar_of(
        situation_of(brief(events=[event()]), brief("second", "2014-06-17", updates=[update]))
    ).values()

    assert (1, shown, summary) == (found["sequence"], found["status"], found["summary"])
    assert dt.date(2014, 6, 22) == found.decoded("dtstart")
    assert "Basra" == found["location"]


def test_an_answered_question_gives_its_day_back():
    """A question that is answered is cancelled in calendars that took its deadline up."""
    update = {"update": "signed", "status": "answered", "reason": "Seen.", "answer": "They did."}
    first = brief(questions=[question(due="2014-06-20")])
    (found,) = calendar_of(situation_of(first, brief("second", "2014-06-17", updates=[update]))).values()

    assert ("CANCELLED", "Closed: Will they sign?") == (found["status"], found["summary"])
    assert "Answer: They did." in found["description"]


def test_what_only_happened_is_in_no_calendar():
    """An event that was never scheduled, a question without a deadline and a claim have no entry."""
    written = brief(
        events=[event(status="happened")], questions=[question()], claims=[{"id": "said", "text": "So."}]
    )

    assert {} == calendar_of(situation_of(written))
    assert not [
        each for each in exports_of(_with_calendar(situation_of(written))) if each.file == "calendar.ics"
    ]


@pytest.mark.parametrize(
    ("date", "start", "last", "summary"),
    [
        ("2014-06", dt.date(2014, 6, 1), dt.date(2014, 6, 30), "They meet (June 2014)"),
        ("2014-06-20~", dt.date(2014, 6, 20), dt.date(2014, 6, 20), "They meet (about 20 June 2014)"),
        (
            "2014-06-20/2014-06-22",
            dt.date(2014, 6, 20),
            dt.date(2014, 6, 22),
            "They meet (20 to 22 June 2014)",
        ),
        ("2014-22", dt.date(2014, 6, 1), dt.date(2014, 8, 31), "They meet (Summer 2014)"),
    ],
)
def test_a_date_that_is_no_single_day_says_so(date, start, last, summary):
    """An event of a month or of about a day spans all days that it can mean, and its title has the date."""
    (found,) = calendar_of(situation_of(brief(events=[event(date=date)]))).values()

    assert (start, last + dt.timedelta(days=1)) == (found.decoded("dtstart"), found.decoded("dtend"))
    assert summary == found["summary"]


@pytest.mark.parametrize("date", ["2015", "2014-06-20/..", "../2014-06-20"])
def test_a_date_of_too_many_days_is_left_out(date):
    """An event of some day in a year, or without an end, would be a bar across the calendar."""
    assert {} == calendar_of(situation_of(brief(events=[event(date=date)])))


def test_a_deadline_of_a_month_falls_on_its_last_day():
    """“By June” has passed on 30 June, as the site itself judges."""
    (found,) = calendar_of(situation_of(brief(questions=[question(due="2014-06")]))).values()

    assert dt.date(2014, 6, 30) == found.decoded("dtstart")
    assert "Due: Will they sign? (June 2014)" == found["summary"]


def test_a_deadline_without_an_end_falls_on_its_first_day():
    """A question that is due from a day on is judged by that day, here as on the site."""
    (found,) = calendar_of(situation_of(brief(questions=[question(due="2014-06-20/..")]))).values()

    assert dt.date(2014, 6, 20) == found.decoded("dtstart")


def test_a_time_of_day_keeps_its_zone():
    """A meeting at 14:00 three hours east of Greenwich stands at 11:00 UTC."""
    (found,) = calendar_of(situation_of(brief(events=[event(date="2014-06-20T14:00+03:00")]))).values()

    assert dt.datetime(2014, 6, 20, 11, tzinfo=dt.UTC) == found.decoded("dtstart")
    assert "dtend" not in found


def test_what_is_long_past_leaves_the_calendar():
    """After a year an event is gone, by its day or its time, and a question stays until it is answered."""
    written = brief(
        questions=[question(due="2014-06-20"), question(id="kept", due="2014-06-20", status="overtaken")],
        events=[event(), event(id="call", date="2014-06-20T14:00Z"), event(id="later", date="2015-06-21")],
    )

    assert {"signed", "later"} == set(calendar_of(situation_of(written, today=dt.date(2015, 6, 22))))


def test_a_calendar_holds_a_thousand_entries():
    """Of more, those nearest to the site's day are taken: programs choke on a calendar of everything."""
    days = [dt.date(2014, 6, 15) + dt.timedelta(days=each) for each in range(MOST + 5)]
    asked = [question(id=f"q{day.isoformat()}", due=day.isoformat()) for day in days]
    found = appointments(situation_of(brief(questions=asked)))

    assert [f"q{day.isoformat()}" for day in days[:MOST]] == [each.life.id for each in found]


@pytest.mark.parametrize(
    ("tlp", "shown"), [("CLEAR", "PUBLIC"), ("GREEN", "PRIVATE"), ("AMBER", "CONFIDENTIAL")]
)
def test_an_entry_has_the_class_of_its_marking(tlp, shown):
    """Programs are told how far an entry may go, and what is not for everybody says its marking in words."""
    written = brief(tlp=tlp, questions=[question(due="2014-06-20")])
    (found,) = calendar_of(situation_of(written, ceiling=Marking.AMBER)).values()

    assert shown == found["class"]
    assert (tlp != "CLEAR") == (f"TLP:{tlp}" in found["description"])


def test_what_is_withheld_is_in_no_calendar():
    """A question above the ceiling of the build leaves no trace."""
    written = brief(questions=[question(due="2014-06-20", tlp="RED"), question(id="open", due="2014-06-20")])

    assert b"signed" not in render_calendar(situation_of(written), load_words("en"))


def test_lines_are_folded_and_signs_kept():
    """Long lines are folded at 75 bytes; commas, line ends and Arabic come back as they were."""
    text = "Will “they”, or won't they; sign\\seal " + "الاتفاق " * 20 + "?"
    data = render_calendar(
        situation_of(brief(questions=[question(due="2014-06-20", text=text, why="One.\nTwo.\x7f")])),
        load_words("en"),
    )

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert f"Due: {text}" == found["summary"]
    assert "One.\nTwo." in found["description"]


def test_the_same_book_gives_the_same_calendar():
    """The bytes hold nothing of the clock, and every entry of the invented situation reads back."""
    data = render_calendar(river(), load_words("en"))

    assert data == render_calendar(river(), load_words("en"))
    assert icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert data == icalendar.Calendar.from_ical(data).to_ical()


def test_a_calendar_speaks_the_language_of_the_site():
    """What is no content stands in the words of the site's catalogue."""
    (found,) = calendar_of(situation_of(brief(questions=[question(due="2014-06")])), "fr").values()

    assert "juin 2014" in found["summary"]


def test_a_calendar_needs_its_library(monkeypatch):
    """Without the library there is no calendar, and none is promised."""
    assert has_library()
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert not has_library()


def test_a_preview_has_no_calendar():
    """What nobody has cleared is in no calendar, and a host without the library has none either."""
    written = brief(questions=[question(due="2014-06-20")])
    preview = _with_calendar(situation_of(written, statuses=frozenset(("cleared", "draft"))))

    assert "calendar.ics" in {each.file for each in exports_of(_with_calendar(situation_of(written)))}
    assert "calendar.ics" not in {each.file for each in exports_of(situation_of(written))}
    assert "calendar.ics" not in {each.file for each in exports_of(preview)}


def _with_calendar(situation):
    situation.has_calendar = True
    return situation
