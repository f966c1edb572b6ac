"""Words of others in Markdown: they stay words, whatever signs are in them."""

from __future__ import annotations

import re

from briefbook.text.characters import one_line

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_OPENING = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))")
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
"""GitHub turns `@name` and `#12` into links, and tells whoever is named; a backslash does not stop it."""


def inert(text: str) -> str:
    """A text as one line of Markdown that prints just this: no markup, no link, no list, and calls nobody."""
    escaped = _SIGNS.sub(r"\\\g<0>", one_line(text).strip())
    return _CALLS.sub("<!-- -->", _OPENING.sub(_escape_opening, escaped))


def _escape_opening(match: re.Match[str]) -> str:
    """A sign that would open a heading or a list at the start of a line; of a number, its full stop."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def code(id: str) -> str:
    """An id as code; whatever an id may not hold makes it words."""
    return f"`{id}`" if re.fullmatch(r"[\w./+-]+", id) else inert(id)
