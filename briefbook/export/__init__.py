"""Files for programs: data, feeds, search, and what servers and crawlers ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefbook.derive.situation import Situation

__all__ = ["Export", "iter_exports"]


class Export(NamedTuple):
    """One file of the site that is no page."""

    file: str
    """Its output path: `data/actors/iran.json`."""
    make: Callable[[], bytes]
    """Its bytes; nothing is worked out before they are asked for."""


def iter_exports(situation: Situation) -> Iterator[Export]:
    """All files of the site that are made from its records and are no pages."""
    yield from ()
