"""Words on poles along a line: stacked so that no pole crosses words and no words meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.derive.drawings.canvas import LEADING, Canvas, fold
from briefbook.text.width import Wrapped

WIDTH = 186
"""Room for words beside a pole."""
BESIDE = 13
"""From a pole to its words."""
TALLEST = 420
"""How far words may stand from the line."""
_GAP = 5
_UNDER = 12


class Entry(NamedTuple):
    """One thing on a pole."""

    kind: str
    """Of its mark."""
    words: str
    status: str
    """Beneath the words; empty where the mark says all."""

    @property
    def label(self) -> Wrapped:
        """Its words in lines."""
        return fold(self.words, "label", WIDTH, 3)

    @property
    def height(self) -> int:
        """How much room it takes from top to bottom."""
        return (len(self.label.lines) + bool(self.status)) * LEADING + _GAP


class Flag(NamedTuple):
    """A pole with a date and all that has it."""

    x: int
    date: str
    entries: tuple[Entry, ...]

    @property
    def head(self) -> Wrapped:
        """Its date in lines."""
        return fold(self.date, "head", WIDTH, 2)

    @property
    def height(self) -> int:
        """How much room it takes from top to bottom."""
        return len(self.head.lines) * LEADING + sum(each.height for each in self.entries) + _UNDER


class Placed(NamedTuple):
    """A flag and how far from the line it begins."""

    flag: Flag
    near: int

    @property
    def far(self) -> int:
        """How far from the line it ends."""
        return self.near + self.flag.height


def place(flags: Iterable[Flag]) -> tuple[list[Placed], list[Flag]]:
    """The flags with their places, and those for which there is no room.

    From right to left, each stands beyond all those whose poles its own words would cross.
    """
    placed: list[Placed] = []
    left_out: list[Flag] = []
    for flag in sorted(flags, key=lambda flag: flag.x, reverse=True):
        crossed = (each.far for each in placed if each.flag.x <= flag.x + BESIDE + WIDTH)
        each = Placed(flag, max(crossed, default=0))
        if each.far <= TALLEST:
            placed.append(each)
        else:
            left_out.append(flag)
    return placed, left_out


def height_of(placed: Iterable[Placed]) -> int:
    """How far the farthest flag reaches."""
    return max((each.far for each in placed), default=0)


def fly(canvas: Canvas, placed: Placed, line: int, *, is_below: bool = False) -> None:
    """Draw a flag above the line at that height, or below it."""
    flag = placed.flag
    top = line + placed.near + _UNDER if is_below else line - placed.far
    y = canvas.block("head", flag.x + BESIDE, top + 14, flag.head, flag.date)
    far = y
    for entry in flag.entries:
        canvas.mark(entry.kind, flag.x, y - 5)
        far = y
        y = canvas.block("label", flag.x + BESIDE, y, entry.label, entry.words)
        if entry.status:
            kind = "claim" if entry.kind == "claim" else "small"
            canvas.text(kind, flag.x + BESIDE, y, entry.status)
            y += LEADING
        y += _GAP
    canvas.line("pole", f"M{flag.x} {line}V{far - 5 if is_below else top + 4}")
