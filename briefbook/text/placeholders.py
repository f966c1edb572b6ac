"""What stands where an author's own words are still to come: `TODO`, or a value that is `todo`."""

from __future__ import annotations

import re
from collections.abc import Iterator

PLACEHOLDER = "todo"
"""The value of a field that somebody still has to fill in."""

_TODO = re.compile(r"(?<![\w/.-])TODO(?![\w/-]|[ \t]+[A-ZÀ-Þ]+\b)")
"""Spanish and Portuguese say `todo` too, and headlines say it in capitals among others: `TODO EL PODER`."""


def iter_placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Where placeholders stand in a text, from start to end."""
    if text == PLACEHOLDER:
        yield 0, len(text)
    elif "TODO" in text:
        yield from (found.span() for found in _TODO.finditer(text))


def is_placeholder(value: object) -> bool:
    """Whether a value is nothing but a placeholder."""
    return isinstance(value, str) and any(start == 0 for start, _ in iter_placeholders(value.strip()))
