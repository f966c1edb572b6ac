"""Families that an article names: `the Osei family`."""

from __future__ import annotations

from briefbook.distil.places import Place
from briefbook.distil.reading import Reading
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of

_FAMILIES = frozenset(words_of("references", "families"))


def add_families(reading: Reading, place: Place) -> None:
    """A family with a name, one that is led by `the`."""
    if place.before == "the" and place.behind in _FAMILIES and not place.parsed.title:
        end = place.tokens[place.run.last].end
        name = " ".join(reading.text[place.run.start : end].split())
        reading.roster.add(Entry(name, "group", place.run.start))
