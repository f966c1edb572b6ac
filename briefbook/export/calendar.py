"""Deadlines and scheduled events as an iCalendar file (RFC 5545), for any program that shows a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefbook.derive.at import At
from briefbook.derive.calendar import Appointment, appointments, is_published
from briefbook.derive.links import plain, text_of
from briefbook.derive.place import CALENDAR, HOME
from briefbook.derive.situation import Situation
from briefbook.export.address import Addresses
from briefbook.model.marking import Marking
from briefbook.model.records import Event, Question
from briefbook.words import Words

if TYPE_CHECKING:
    import icalendar

MISSING = "calendar.ics is left out, with the links to it: pip install 'briefbook[calendar]' brings it"

_CLASSES = {Marking.CLEAR: "PUBLIC", Marking.GREEN: "PRIVATE"}
"""What is marked stricter is CONFIDENTIAL."""
_STATUSES = {"cancelled": "CANCELLED", "closed": "CANCELLED"}


def has_library() -> bool:
    """Whether a calendar can be written here."""
    return find_spec("icalendar") is not None


def iter_calendar(situation: Situation, words: Words) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path and maker of the calendar; none in a preview, nor where nothing would stand in it."""
    if is_published(situation):
        yield CALENDAR, lambda: render_calendar(situation, words)


def render_calendar(situation: Situation, words: Words) -> bytes:
    """`calendar.ics`."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//briefbook//briefbook//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):  # the second is the one that most programs read
        calendar.add(name, clean(situation.settings.site_name))
    calendar.add("refresh-interval", dt.timedelta(days=1), parameters={"value": "DURATION"})
    for each in appointments(situation):
        calendar.add_component(_Entry(situation, words, each).component())
    return bytes(calendar.to_ical())


def clean(text: str) -> str:
    """The text without signs that iCalendar cannot hold (RFC 5545, section 3.1)."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t").replace("\x7f", "")


class _Entry:
    """One appointment while it is written."""

    def __init__(self, situation: Situation, words: Words, appointment: Appointment) -> None:
        self.situation = situation
        self.words = words
        self.appointment = appointment
        self.record = appointment.life.now
        self.at = At(situation, HOME)
        self.at.show(self.record)
        self.at.show(appointment.changed)

    def component(self) -> icalendar.Event:
        """The VEVENT: a task (VTODO) would not show in most calendars."""
        import icalendar

        given, component = self.appointment, icalendar.Event()
        component.add("uid", f"{given.life.id}@{self._host()}")
        # Without a METHOD this is when the entry last changed, and not when the file was made.
        component.add("dtstamp", _moment(given))
        component.add("sequence", given.revision)
        component.add("dtstart", given.start)
        if given.end is not None:
            component.add("dtend", given.end + dt.timedelta(days=1))
        component.add("summary", clean(self._summary()))
        component.add("description", clean("\n\n".join(filter(None, self._paragraphs()))))
        component.add("status", _STATUSES.get(given.stands, "CONFIRMED"))
        component.add("transp", "TRANSPARENT")
        component.add("class", self._class())
        component.add("categories", [self._category()])
        if isinstance(self.record, Event) and self.record.place:
            component.add("location", clean(self.record.place))
        addresses = Addresses(self.situation)
        if addresses.site:
            component.add("url", addresses.entry(given.life))
        return component

    def _host(self) -> str:
        return urlsplit(self.situation.settings.site_url).hostname or "book"

    def _class(self) -> str:
        """Programs know three markings."""
        return _CLASSES.get(self.at.marking or Marking.RED, "CONFIDENTIAL")

    def _category(self) -> str:
        is_question = isinstance(self.record, Question)
        return self.words.gettext("Deadline") if is_question else self.words.gettext("Event")

    def _summary(self) -> str:
        """The entry's words, with its date where that is no single day, and how it stands."""
        record, when = self.record, self.appointment.when
        text = plain(text_of(record), self.at)
        words = text if when.is_exact else f"{text} ({self.words.date(when.text)})"
        return self._stands() % {"entry": words}

    def _stands(self) -> str:
        gettext, stands = self.words.gettext, self.appointment.stands
        if stands == "stands" and isinstance(self.record, Question):
            return gettext("Due: %(entry)s")
        said = {
            "postponed": gettext("Postponed: %(entry)s"),
            "cancelled": gettext("Cancelled: %(entry)s"),
            "closed": gettext("Closed: %(entry)s"),
        }
        return said.get(stands, "%(entry)s")

    def _paragraphs(self) -> Iterator[str]:
        record, tlp, gettext = self.record, self.at.marking, self.words.gettext
        if tlp is not None and tlp is not Marking.CLEAR:
            yield f"TLP:{tlp.value}"
        date = {"date": self.words.date(self.appointment.when.text)}
        if isinstance(record, Question):
            yield gettext("The desk wants to know by: %(date)s.") % date
            if record.answer:
                yield gettext("Answer: %(answer)s") % {"answer": plain(record.answer, self.at)}
            yield plain(record.why, self.at)
            if record.owner:
                yield gettext("Owner: %(name)s") % {"name": record.owner}
        else:
            yield gettext("Date: %(date)s.") % date
        yield plain(record.note, self.at)
        brief = self.appointment.changed
        reported = {"brief": brief.title, "date": self.words.date(brief.as_of.text)}
        yield gettext("Reported in “%(brief)s”, as of %(date)s.") % reported


def _moment(appointment: Appointment) -> dt.datetime:
    as_of = appointment.changed.as_of
    first = as_of.last if as_of.first == dt.datetime.min else as_of.first
    return first.replace(tzinfo=dt.UTC, microsecond=0)
