"""Everybody in an article who has a name, found by rules of which the surest come first."""

from __future__ import annotations

from briefbook.distil.bodies import add_bodies, add_fighters, add_known
from briefbook.distil.families import add_families
from briefbook.distil.home import add_capitals, add_setting, read_capitals
from briefbook.distil.introduced import add_called, add_headed
from briefbook.distil.lands import add_lands
from briefbook.distil.persons import add_described, add_titled, add_titled_again
from briefbook.distil.places import acts
from briefbook.distil.plain import add_plain
from briefbook.distil.posts import add_posts
from briefbook.distil.reading import Reading
from briefbook.distil.states import add_adjectives, add_states

_BODIES = (add_known, add_bodies, add_fighters)
_PERSONS = (add_called, add_titled, add_described, add_titled_again)


def read_names(reading: Reading) -> None:
    """Fills the roster with those whom the article names."""
    read_capitals(reading)
    for step in (*_BODIES, *_PERSONS, add_states):
        reading.each(step)
    add_lands(reading)
    add_setting(reading)
    add_adjectives(reading)
    add_capitals(reading)
    reading.each(add_families)
    reading.each(add_plain)
    reading.each(add_fighters)
    reading.each(add_posts)
    reading.each(add_headed)
    _count_acts(reading)


def _count_acts(reading: Reading) -> None:
    for place in reading.places:
        name = place.parsed.name
        entry = (
            reading.roster.find(name) or reading.roster.surnamed(name, place.parsed.start) if name else None
        )
        if entry is not None and not entry.is_known and acts(place):
            entry.acts += 1
