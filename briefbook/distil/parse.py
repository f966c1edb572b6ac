"""What a model reads in an article, as plain places in its text: a second opinion for the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Label = Literal["person", "organisation", "place", "people"]


class Named(NamedTuple):
    """A name, and what sort of thing has it."""

    start: int
    end: int
    label: Label
    beside: tuple[int, int] = (0, 0)
    """The words that say what it is, with whose that is: `Qelba’s foreign minister`."""


class Subject(NamedTuple):
    """The words that say who does what a verb tells; a description ends with its noun."""

    start: int
    end: int


NOBODY = Subject(0, 0)
"""Where a verb has no subject, a pronoun, or two who speak at once."""


class Parse(NamedTuple):
    """The names of an article in order, and by the place of each verb who does what it tells.

    `according` of `according to` counts as a verb.
    """

    names: tuple[Named, ...] = ()
    subjects: Mapping[int, Subject] = {}


NOTHING = Parse()
"""What an engine without a model has."""
