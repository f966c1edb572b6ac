"""What libyaml complains of, in an author's words."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from briefbook.text.near import shorten

QUOTE = "put the value in quotation marks"
_LONGEST = 100

_GOES_ON = re.compile(
    r"^\s*(?:- +)*(?:[\w-]+: +)?"
    r"""(?P<value>(?P<head>\[[^\]]*\]|\{[^}]*\}|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *[^\s#,:].*)$"""
)
"""A line whose value begins like a list, a mapping or quoted words, and then goes on: `quote: [W]e will`."""
_NO_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[a-z_]+):(?P<value>[^\s:/].*)$")
"""A line on which the space after a key's colon is missing: `issue:gates`."""


class Complaint(NamedTuple):
    """What is wrong, by code-point offsets into the text."""

    start: int
    end: int
    message: str
    help: str


def explain(error: yaml.YAMLError, text: str) -> Complaint:
    """Where a text stops being YAML, why, and what to write."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML")
    offset = _offset(error, problem, text)
    first = text.rfind("\n", 0, offset) + 1
    line = text[first:].partition("\n")[0]
    if "could not find expected ':'" in problem and (found := _NO_SPACE.match(line)):
        message = f"there is no space after the colon of `{found['key']}`"
        return _on(found, "key", first, message, f"write `{found['key']}: {found['value']}`")
    if (found := _GOES_ON.match(line)) and first + found.end("head") <= offset:
        message = f"the value goes on after {shorten(found['head'])}"
        return _on(found, "value", first, message, _quoted(found["value"].strip()))
    known = (told for sign, told in _SYNTAX.items() if sign in problem)
    return Complaint(offset, offset + 1, *next(known, (problem, QUOTE)))


def _offset(error: yaml.YAMLError, problem: str, text: str) -> int:
    """Where the fault is: for what is never closed or never gets its colon, where that begins."""
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    is_left_open = "while scanning a quoted" in str(getattr(error, "context", ""))
    if mark is None or (began is not None and (is_left_open or "expected ':'" in problem)):
        mark = began
    offset = mark.index if mark is not None else getattr(error, "position", 0) or 0
    return min(offset, max(len(text) - 1, 0))


def _on(found: re.Match[str], part: str, first: int, message: str, help: str) -> Complaint:
    return Complaint(first + found.start(part), first + found.end(part), message, help)


def _quoted(value: str) -> str:
    """How to write a value that begins with a mark of YAML."""
    if len(value) > _LONGEST:
        return f"{QUOTE}, all of it"
    if "'" in value and not set(value) & {'"', "\\"}:
        return f'put all of it in quotation marks: "{value}"'
    doubled = value.replace("'", "''")
    return f"put all of it in quotation marks: '{doubled}'"


_SYNTAX = {
    "mapping values are not allowed": (
        "a second colon on this line",
        f"{QUOTE}: a colon and a space begin a value",
    ),
    "cannot start any token": ("no value can begin with this character", QUOTE),
    "expected <block end>": (
        "the indentation does not fit the lines above",
        "line it up with its neighbours",
    ),
    "expected '-' indicator": ("an item of a list should begin here", "begin it with `- `"),
    "could not find expected ':'": ("a key without its colon", f"write `key: value`, or {QUOTE}"),
    "unexpected end of stream": ("the text ends too early", "close the quotation mark or bracket"),
    "did not find expected ',' or ']'": ("a list in [ ] is not closed, or a comma is missing", QUOTE),
    "did not find expected ',' or '}'": ("a mapping in { } is not closed, or a comma is missing", QUOTE),
    "did not find expected key": ("a key should begin here", f"line it up with its neighbours, or {QUOTE}"),
    "unknown escape character": ("an unknown \\ escape", "write \\\\ for a backslash, or use single marks"),
    "control characters are not allowed": ("a control character", "remove it"),
    "invalid Unicode character escape code": ("an escape that is no character", "write the character itself"),
}
