"""How wide a text becomes in a sans serif, and how it is wrapped and shortened to fit."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

BOLD = 1.16
"""How much wider bold letters are."""

_WIDTHS = {
    28: "'ijl",
    32: " ,.",
    36: ":;If",
    40: "()-/[\\]t",
    44: "!r",
    48: '"',
    52: "J`",
    56: "*?L_csz|",
    60: "kvxy",
    64: "$0123456789FTabdeghnopqu{}",
    68: "EKPSY",
    72: "ABVXZ",
    76: "CHNRU",
    80: "&DGOQ",
    84: "#+<=>^w~",
    92: "M",
    96: "%",
    100: "Wm",
    104: "@",
}
"""In hundredths of the size: the widest of DejaVu Sans, Noto Sans and Arial, so that no reader's is wider."""

_KNOWN = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OF_SCRIPT = (("LATIN", 72), ("GREEK", 80), ("CYRILLIC", 84), ("ARABIC", 70), ("HEBREW", 70))
_WIDEST = 104
_MARKS = ("Mn", "Me", "Cf")


class Wrapped(NamedTuple):
    """A text in lines."""

    lines: tuple[str, ...]
    is_cut: bool
    """Whether words of it are left out."""


def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """How wide the text is at most, in the unit of the size."""
    hundredths = sum(map(_letter, text))
    return hundredths * size / 100 * (BOLD if is_bold else 1)


def wrap(text: str, width: float, size: float, most: int, *, is_bold: bool = False) -> Wrapped:
    """The text in at most so many lines, none wider than `width`; what is left out ends in an ellipsis."""
    room = width / (BOLD if is_bold else 1)
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most:
        end = _fitting(rest, room, size)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        lines[-1] = _shortened(lines[-1], room, size)
    return Wrapped(tuple(lines), bool(rest))


def _fitting(text: str, room: float, size: float) -> int:
    """How many letters make the first line: whole words, or letters of a word that is wider than a line."""
    used = 0.0
    last_space = 0
    for place, letter in enumerate(text):
        used += _letter(letter) * size / 100
        if letter == " ":
            last_space = place
        elif used > room:
            return last_space or max(place, 1)
    return len(text)


def _shortened(line: str, room: float, size: float) -> str:
    while line and width_of(line + "…", size) > room:
        line = line[:-1]
    return line.rstrip(" ,;:.") + "…"


@lru_cache(maxsize=4096)
def _letter(letter: str) -> int:
    """The width of one letter; an accented one is as wide as its base."""
    known = _KNOWN.get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in _MARKS:
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _KNOWN:
        return _KNOWN[base]
    name = unicodedata.name(letter, "")
    return next((width for script, width in _OF_SCRIPT if name.startswith(script)), _WIDEST)
