"""Characters that no record may hold: invisible commands to a terminal, a browser or a reader's eye."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and isolates (CVE-2021-42574)
    "\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff"
    "\U000e0000-\U000e007f]"  # tag characters
)

_SPACES = re.compile(r"\s+")
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs without ink: the Hangul fillers and the blank Braille pattern."""


_ASCII = bytes(code for code in range(128) if FORBIDDEN.match(chr(code)))


def has_forbidden(text: str) -> bool:
    """Whether a text holds a forbidden character; plain ASCII is not searched, but counted."""
    if text.isascii():
        data = text.encode("ascii")
        return len(data.translate(None, _ASCII)) != len(data)
    return FORBIDDEN.search(text) is not None


def iter_forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Offset and description of each forbidden character: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    for match in FORBIDDEN.finditer(text):
        yield match.start(), describe(match[0])


def describe(character: str) -> str:
    """A character's code point and name."""
    name = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} {name}"


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: empty, or only spaces and invisible characters."""
    return not any(unicodedata.category(each)[0] in "LNPS" and each not in _FILLERS for each in text)


def printable(text: str) -> str:
    """The text with forbidden characters spelled out, safe for any terminal."""
    return FORBIDDEN.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", text)


def one_line(text: str) -> str:
    """The text with each run of spaces and line ends as one space, and no command to a terminal in it."""
    return printable(_SPACES.sub(" ", text))
