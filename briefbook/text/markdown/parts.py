"""What the Markdown of a body holds, as the checker and the renderer see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Target(NamedTuple):
    """Where a `[[reference]]` leads and what it is called."""

    url: str
    words: str


class Problem(NamedTuple):
    """A fault of the text; offsets are code points into the text given."""

    start: int
    end: int
    rule: str
    """`link-scheme`, `image-external`, `markdown-nesting` or `markdown-slow`."""
    message: str
    help: str


class Reference(NamedTuple):
    """`[[target]]` or `[[target|words]]` outside code."""

    start: int
    end: int
    target: str
    words: str | None


class Destination(NamedTuple):
    """An ordinary link or image; one whose URL is refused is a problem instead."""

    start: int
    end: int
    url: str
    is_image: bool


class Heading(NamedTuple):
    """A heading as it was printed: its level on the page, its id, its words."""

    level: int
    id: str
    words: str


class Prose(NamedTuple):
    """A body as HTML that is safe to print as it is."""

    html: str
    headings: tuple[Heading, ...]


class Scan(NamedTuple):
    """All that a checker asks of a body, each in the order of the text."""

    references: tuple[Reference, ...]
    destinations: tuple[Destination, ...]
    problems: tuple[Problem, ...]


Resolve = Callable[[str, str | None], Target | None]
"""The target of a reference from its id and the words given; None prints the words alone."""

Rewrite = Callable[[str, bool], str | None]
"""The published URL of a relative link or image (True); None drops the link and keeps the words."""
