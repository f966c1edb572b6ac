"""To what a person is said to belong right behind the name: a party in brackets, a seat, an employer."""

from __future__ import annotations

import re

from briefbook.distil.owners import BELONGING
from briefbook.distil.phrases import ARTICLES
from briefbook.distil.places import Place
from briefbook.distil.reading import NOBODY_NOUNS, Reading, words_at
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of
from briefbook.text.cues import RELATIVES

INSIDE = frozenset(("&", "-", *words_of("names", "inside")))
"""Small words inside the name of a body."""
_PARTISANS = frozenset(words_of("persons", "partisans"))
_PLACING = frozenset(words_of("persons", "placing"))
_SEAT = re.compile(r"[A-Z]-[A-Z].*")
"""`D-Easton`: a party by its letter, and a place."""
_PARTY_ENDS = (")", ",", "-", "–", ";")
_MOST_PARTY = 4


def add_party(reading: Reading, entry: Entry, place: Place) -> None:
    """Takes in a party behind a name: `Petra Vance (Greens)`, `Petra Vance, R-Lanham`, `X, a Green`."""
    entry.affiliation = entry.affiliation or _partisan(reading, place)
    tokens, first = place.tokens, place.run.last + 1
    stop = first
    while stop < min(place.last, first + _MOST_PARTY) and tokens[stop].is_capital:
        stop += 1
    is_party = place.behind in ("(", ",") and stop > first and place.low(stop) in _PARTY_ENDS
    if is_party and not entry.affiliation:
        name = words_at(reading, place, first, _seat_end(place, first, stop))
        if _SEAT.fullmatch(name):
            entry.affiliation = name
            return
        if place.behind == ",":
            return
        found = reading.roster.find(name) or reading.roster.add(
            Entry(name, "organisation", tokens[first].start)
        )
        entry.affiliation = found.name if found is not entry else ""


def _seat_end(place: Place, first: int, stop: int) -> int:
    """Where `R-Lanham` ends, if letters and a hyphen stand there."""
    is_seat = len(place.low(first)) == 1 and place.low(first + 1) == "-" and stop == first + 1
    return min(place.last, stop + 2) if is_seat else stop


def _partisan(reading: Reading, place: Place) -> str:
    """`Republican` of `X, the Republican who lost`, `Social Democrat` of `X, a Social Democrat`."""
    first = place.run.last + 2
    stop = first
    while stop < min(place.last, first + _MOST_PARTY) and place.tokens[stop].is_capital:
        stop += 1
    is_aside = place.behind == "," and place.low(first - 1) in ARTICLES and stop > first
    is_whole = stop >= place.last or place.tokens[stop].is_mark or place.low(stop) in RELATIVES | BELONGING
    is_member = is_aside and is_whole and place.tokens[stop - 1].words in _PARTISANS
    return words_at(reading, place, first, stop) if is_member else ""


def add_employer(reading: Reading, entry: Entry, place: Place) -> None:
    """The body with two words or more at which somebody has a post: `an analyst at Orme Lane`."""
    start, end = entry.context
    is_here = entry.role and start <= place.run.start and end >= place.run.end
    behind = range(place.run.last, place.last) if is_here else ()
    at = next((at for at in behind if place.low(at) in _PLACING and place.tokens[at].start < end), place.last)
    first = at + 1 + (place.low(at + 1) in ARTICLES)
    stop = first
    while stop < place.last and place.tokens[stop].is_capital and "-" not in place.low(stop):
        stop += 1
    name = words_at(reading, place, first, stop)
    is_body = " " in name and place.low(stop) not in INSIDE and name.split()[-1] not in NOBODY_NOUNS
    if is_body and reading.roster.find(name) is None and reading.roster.part_of(name) is None:
        reading.roster.add(Entry(name, "organisation", place.tokens[first].start))
