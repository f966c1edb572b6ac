"""Matches of a slow pattern, looked for only where a quick one says that they may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def iter_matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` finds, where `places` are all that its matches can begin at."""
    end = 0
    for place in places:
        found = pattern.match(text, place) if place >= end else None
        if found is not None:
            end = found.end()
            yield found
