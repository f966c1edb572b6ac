"""Quotation marks: which glyph may open, which closes it, and which is an apostrophe, an inch or a foot."""

from __future__ import annotations

import re
from typing import NamedTuple

GLYPHS = re.compile("[`'\"“”„‟«»‹›‘’‚‛「」『』](?:(?<=`)`|(?<=')'|(?<!`)(?!(?<=[^\\W_][‘’‚‛'])[^\\W_]))")
"""Each mark, two backticks or single marks as one; an apostrophe between letters is none."""

CLOSERS = {
    "“": '”"“',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    '"': '"”',
    "``": ("''", '"', "”"),
    "''": ("''",),
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "‚": "‘’",
    "‛": "’",
    "'": "'’",
    "「": "」",
    "『": "』",
}
"""What closes each mark that opens. Typists mix curly and straight ones."""

SINGLE = frozenset("‘‚‛'’")
"""Marks that may be apostrophes."""

_ALWAYS_OPEN = frozenset(("“", "„", "‟", "«", "‹", "‚", "‛", "``", "「", "『"))
_NEVER_OPEN = frozenset("’」』")
_OPENING = frozenset("([{—–-/“„‟«‹‘‚'\"`¿¡")
_STOPS = frozenset(",.!?;:)]}")
_ELISION = re.compile(r"(?:\d\ds?|em|n|tis|twas|til|cause|bout|cos|nuff|ere)\b", re.IGNORECASE)


class Mark(NamedTuple):
    """A glyph in a paragraph, and what its neighbours let it be."""

    glyph: str
    start: int
    end: int
    may_open: bool
    may_close: bool
    is_weak: bool
    """Whether it is the apostrophe of `the officials' aides` as well as a closing mark."""

    @property
    def is_single(self) -> bool:
        """Whether it may be an apostrophe."""
        return self.glyph in SINGLE


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a paragraph in order, without what can only be an apostrophe, an inch or a foot."""
    marks = []
    for match in GLYPHS.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else ""
        mark = _classified(
            match[0], match.start(), match.end(), before, text[match.end() : min(match.end() + 6, end)]
        )
        if mark is not None:
            marks.append(mark)
    return _settled(marks)


def _classified(glyph: str, start: int, end: int, before: str, rest: str) -> Mark | None:
    after = rest[:1]
    begins = bool(after) and not after.isspace() and (after not in _STOPS or rest.startswith(("..", ". .")))
    looks_open = begins and (not before or before.isspace() or before in _OPENING)
    looks_closed = bool(before) and not before.isspace() and not after.isalnum()
    if glyph in SINGLE:
        return _single(glyph, start, end, before, rest, looks_open, looks_closed)
    if glyph in _ALWAYS_OPEN:
        return Mark(glyph, start, end, True, looks_closed, False)
    if glyph in _NEVER_OPEN:
        return Mark(glyph, start, end, False, True, False)
    is_measure = glyph == '"' and before.isdigit()
    may_open = (looks_open or not looks_closed) and not is_measure
    return Mark(glyph, start, end, may_open, not looks_open or looks_closed, is_measure)


def _single(
    glyph: str, start: int, end: int, before: str, rest: str, looks_open: bool, looks_closed: bool
) -> Mark | None:
    after = rest[:1]
    if looks_open and _ELISION.match(rest):
        return None
    may_open = looks_open and glyph not in _NEVER_OPEN and not looks_closed
    may_close = looks_closed
    if not (may_open or may_close):
        return None
    is_weak = (
        before.isalnum()
        and rest[1:2].isalnum()
        and after.isspace()
        and (before in "sSnN" or before.isdigit())
    )
    return Mark(glyph, start, end, may_open, may_close, is_weak)


def _settled(marks: list[Mark]) -> list[Mark]:
    """The marks, where a weak one before a sure closing mark is known as an apostrophe, inch or foot."""
    kept: list[Mark] = []
    closes_next = {True: False, False: False}
    for mark in reversed(marks):
        is_single = mark.is_single
        if mark.is_weak and closes_next[is_single]:
            continue
        if not mark.is_weak:
            closes_next[is_single] = mark.may_close and not mark.may_open
        kept.append(mark)
    return kept[::-1]
