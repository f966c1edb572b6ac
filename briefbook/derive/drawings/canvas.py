"""A drawing while it is being made: lines, marks, and words that are measured before they are placed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from briefbook.derive.views.drawing import Drawing, DrawnLine, DrawnMark, DrawnText
from briefbook.model.vocabulary import STANCES
from briefbook.text.width import Wrapped, width_of, wrap

LEADING = 18
"""From one line of words to the next."""

SIZES = {"head": 14, "label": 14, "turned": 14, "small": 13, "strong": 13, "claim": 13, "late": 13}
"""Of the letters of each kind of text; the template prints them in the same."""
BOLD = frozenset(("head", "strong", "claim", "late"))

_EDGES = tuple(prefix + stance for stance in STANCES for prefix in ("", "att-"))
LAYERS = (*_EDGES, "grid", "clear", "span", "range", "pole", "axis", "ahead", "now", "wait", "late", "track")
"""The kinds of line, from the ground up."""

_RIGHT_TO_LEFT = ("R", "AL")


def measure(words: str, kind: str) -> int:
    """How wide the words are at most, as this kind of text."""
    return int(width_of(words, SIZES[kind], is_bold=kind in BOLD)) + 1


def fold(words: str, kind: str, width: int, most: int) -> Wrapped:
    """The words in at most so many lines of this kind of text."""
    return wrap(words, width, SIZES[kind], most, is_bold=kind in BOLD)


class Canvas:
    """Collects what a drawing is made of."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._marks: list[DrawnMark] = []
        self._texts: list[DrawnText] = []

    @property
    def kinds(self) -> set[str]:
        """The kinds of mark so far."""
        return {mark.kind for mark in self._marks}

    def line(self, kind: str, d: str) -> None:
        """Draw a path; those of one kind become one."""
        self._lines.setdefault(kind, []).append(d)

    def mark(self, kind: str, x: int, y: int, full: str = "") -> None:
        """Draw a sign."""
        self._marks.append(DrawnMark(kind=kind, x=x, y=y, full=full))

    def text(self, kind: str, x: int, y: int, words: str, *, align: str = "start", full: str = "") -> None:
        """Write one line; words that run from right to left keep their own order, with their last mark."""
        if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in words):
            words = f"\u2068{words}\u2069"
        self._texts.append(DrawnText(kind=kind, x=x, y=y, align=align, words=words, full=full))

    def clear(self, x: int, y: int, width: int, align: str) -> None:
        """Keep the ground free of lines where words of this width are to stand."""
        left = x if align == "start" else x - width
        self.line("clear", f"M{left - 2} {y - 12}h{width + 4}v16h-{width + 4}z")

    def block(self, kind: str, x: int, y: int, folded: Wrapped, full: str, *, align: str = "start") -> int:
        """Write lines from `y` down, the first with the whole words where they are cut; the next `y`."""
        for number, words in enumerate(folded.lines):
            whole = full if folded.is_cut and not number else ""
            self.text(kind, x, y, words, align=align, full=whole)
            y += LEADING
        return y

    def drawing(
        self, code: str, width: int, height: int, title: str, description: str, notes: Iterable[str] = ()
    ) -> Drawing:
        """What was drawn."""
        return Drawing(
            code=code,
            width=width,
            height=height,
            title=title,
            description=description,
            notes=tuple(note for note in notes if note),
            lines=tuple(
                DrawnLine(kind=kind, d="".join(self._lines[kind])) for kind in LAYERS if kind in self._lines
            ),
            marks=tuple(self._marks),
            texts=tuple(self._texts),
        )
