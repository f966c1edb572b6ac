"""Everybody in an article who has a name, found by rules of which the surest come first."""

from __future__ import annotations

from briefbook.distil.bodies import add_bodies, add_known
from briefbook.distil.families import add_families
from briefbook.distil.persons import add_described, add_titled, add_titled_again
from briefbook.distil.places import acts
from briefbook.distil.plain import add_plain
from briefbook.distil.posts import add_posts
from briefbook.distil.reading import Reading
from briefbook.distil.states import add_adjectives, add_states

_SURE = (add_known, add_bodies, add_titled, add_described, add_titled_again, add_states)


def read_names(reading: Reading) -> None:
    """Fills the roster with those whom the article names."""
    for step in _SURE:
        reading.each(step)
    add_adjectives(reading)
    reading.each(add_families)
    reading.each(add_plain)
    reading.each(add_posts)
    _count_acts(reading)


def _count_acts(reading: Reading) -> None:
    for place in reading.places:
        name = place.parsed.name
        entry = (
            reading.roster.find(name) or reading.roster.surnamed(name, place.parsed.start) if name else None
        )
        if entry is not None and not entry.is_known and acts(place):
            entry.acts += 1
