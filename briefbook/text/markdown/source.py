"""A Markdown text as pulldown-cmark reads it, without its comments, and where things stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pyromark

_OPTIONS = pyromark.Options
OPTIONS = (
    _OPTIONS.ENABLE_TABLES
    | _OPTIONS.ENABLE_FOOTNOTES
    | _OPTIONS.ENABLE_STRIKETHROUGH
    | _OPTIONS.ENABLE_WIKILINKS
)

_FILLER = "\x01"
"""Stands for each character of a comment, so that all offsets hold; never printed."""

_ROUNDS = 8
_LINE_END = re.compile(r"[ \t]*(?:[\r\n]|\Z)")


def readable(text: str) -> str:
    """The text, of the same length, with neither comments nor what UTF-8 cannot hold."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    # A comment may hide the start of a code block, and without it another may begin:
    # only a text in which nothing is left to hide has been read rightly.
    for _ in range(_ROUNDS):
        if "<!--" not in text:
            return text
        before, text = text, _blank_comments(text, _shown_code(text))
        if before == text:
            return text
    return _blank_comments(text, [])


def code_points(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """The code point at each byte offset."""
    data, found, last, point = text.encode(), {}, 0, 0
    for offset in sorted(set(offsets)):
        point += len(data[last:offset].decode())
        last = offset
        found[offset] = point
    return found


def parse_with_places(text: str) -> Iterator[tuple[Any, Any]]:
    """The events of a readable text and their ranges in bytes."""
    return pyromark.events_with_range(text, options=OPTIONS)


def _shown_code(text: str) -> list[tuple[int, int]]:
    """Where code stands that an author marked as such; an indented comment is still a comment."""
    found = []
    for event, span in parse_with_places(text):
        if isinstance(event, str):
            continue
        start = event.get("Start")
        if "Code" in event or (
            isinstance(start, dict) and "CodeBlock" in start and start["CodeBlock"] != "Indented"
        ):
            found.append((span["start"], span["end"]))
    points = code_points(text, (offset for span in found for offset in span))
    return [(points[start], points[end]) for start, end in found]


def _blank_comments(text: str, code: list[tuple[int, int]]) -> str:
    pieces = []
    done = look = 0
    spans = iter([*code, (len(text), len(text))])
    span = next(spans)
    while (start := text.find("<!--", look)) >= 0:
        while span[1] <= start:
            span = next(spans)
        if span[0] <= start:
            look = span[1]
            continue
        close = text.find("-->", start + 2)
        end = close + 3 if close >= 0 else len(text)
        pieces += [text[done:start], _filler(text, done, start, end)]
        done = look = end
    return "".join([*pieces, text[done:]])


def _filler(text: str, done: int, start: int, end: int) -> str:
    """Blank lines for a comment that has its lines to itself, so that what follows keeps its meaning."""
    before, newline, indent = text[done:start].rpartition("\n")
    is_alone = (newline or (not done and not before)) and not indent.strip() and _LINE_END.match(text, end)
    return ("\n" if is_alone else _FILLER) * (end - start)
