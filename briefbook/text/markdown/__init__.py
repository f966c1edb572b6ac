"""Markdown to HTML that no author can make unsafe, by one of two engines, and what a checker asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefbook.text.markdown import events, scanning
from briefbook.text.markdown.parts import (
    Destination,
    Heading,
    Problem,
    Prose,
    Reference,
    Resolve,
    Rewrite,
    Scan,
    Target,
)
from briefbook.text.markdown.references import find_references

__all__ = [
    "Destination",
    "Engine",
    "Heading",
    "Problem",
    "Prose",
    "Reference",
    "Resolve",
    "Rewrite",
    "Scan",
    "Target",
    "convert",
    "find_references",
    "keep",
    "scan",
]

Engine = Literal["pyromark", "python-markdown"]


def keep(url: str, _is_image: bool) -> str | None:
    """The URL as it was written."""
    return url


def convert(
    text: str,
    *,
    resolve: Resolve,
    rewrite: Rewrite = keep,
    engine: Engine = "pyromark",
    extensions: Sequence[str] = (),
    prefix: str = "",
    nesting: int = 24,
    top_level: int = 3,
    seconds: float = 5,
) -> Prose:
    """The text as safe HTML, its first two heading levels printed as `top_level`; never raises on any text.

    `prefix` opens every id. `extensions` and `seconds` (CPU time) concern Python-Markdown alone: a text that
    it cannot take in time, or that nests too deep for it, is converted by pyromark, and `scan` says so.
    """
    if engine == "python-markdown" and not _is_too_deep(scanning.scan(text, nesting=nesting)):
        from briefbook.text.markdown import classic

        try:
            return classic.convert(
                text,
                extensions=extensions,
                seconds=seconds,
                resolve=resolve,
                rewrite=rewrite,
                prefix=prefix,
                top_level=top_level,
            )
        except classic.TooSlow:
            pass
    return events.convert(
        text, resolve=resolve, rewrite=rewrite, prefix=prefix, nesting=nesting, top_level=top_level
    )


def scan(
    text: str,
    *,
    nesting: int = 24,
    engine: Engine = "pyromark",
    extensions: Sequence[str] = (),
    seconds: float = 5,
) -> Scan:
    """The references, destinations and problems of the text, always as pyromark reads it.

    With Python-Markdown the text is also converted once, to see whether that ends in time.
    """
    found = scanning.scan(text, nesting=nesting)
    if engine == "pyromark" or _is_too_deep(found):
        return found
    from briefbook.text.markdown import classic

    if not classic.is_slow(text, extensions=extensions, seconds=seconds):
        return found
    message = f"Python-Markdown cannot convert this within {seconds:g} s of CPU time"
    slow = scanning.problem(0, len(text), "markdown-slow", message)
    return found._replace(problems=(slow, *found.problems))


def _is_too_deep(found: Scan) -> bool:
    return any(problem.rule == "markdown-nesting" for problem in found.problems)
