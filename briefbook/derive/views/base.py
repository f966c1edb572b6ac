"""What every view is made of: dates, links, counts, and lists that may go on elsewhere."""

from __future__ import annotations

from typing import Generic, NewType, TypeVar

import msgspec

Html = NewType("Html", str)
"""Text that may hold markup and is safe to print as it stands; only functions that escape make it."""

T = TypeVar("T")


class View(msgspec.Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A part of a page."""


class Date(View, frozen=True, kw_only=True):
    """A date for people and for programs."""

    iso: str
    """Value of `<time datetime>`; empty where that cannot carry the date (a season, a range, a doubt)."""
    text: str
    """EDTF; `date|date` prints it in the site's language, with its value: `about June 2014`."""


class Link(View, frozen=True, kw_only=True):
    """Words that lead somewhere."""

    url: str
    """Empty where there is nowhere to go."""
    words: str


class Listed(View, Generic[T], frozen=True, kw_only=True):
    """A list that may go on elsewhere."""

    rows: tuple[T, ...]
    """Those shown here."""
    count: int
    """Rows in all."""
    url: str
    """Of the page that holds all of them; empty where they all stand here."""


class Count(View, frozen=True, kw_only=True):
    """How many there are of a code (a stance, a status); only codes that occur are listed."""

    code: str
    number: int
