"""A drawing as lines, marks and words with their places."""

from __future__ import annotations

from briefbook.derive.views.base import View


class DrawnLine(View, frozen=True, kw_only=True):
    """All lines of one kind in a drawing, or all areas."""

    kind: str
    """axis, ahead (what of the axis is still to come), now, grid, pole, range, span, track, wait, late, clear
    (ground beneath words), or the stance of an edge."""
    d: str
    """As SVG's `path` takes it."""


class DrawnMark(View, frozen=True, kw_only=True):
    """A sign at a point of a drawing."""

    kind: str
    """happened, scheduled, postponed, cancelled, report, claim, due, overdue, a stance, or a stance with
    `was-` before it."""
    x: int
    y: int
    full: str
    """What it stands for, where no words beside it say so whole."""


class DrawnText(View, frozen=True, kw_only=True):
    """One line of words in a drawing, measured so that it has room."""

    kind: str
    """head, label, small, strong, claim, late, or turned (read upwards)."""
    x: int
    y: int
    """Of the line on which the letters stand."""
    align: str
    """start, middle or end: which part of the words stands at `x`."""
    words: str
    full: str
    """The whole words on the first line of those that are shortened; else empty."""


class Drawing(View, frozen=True, kw_only=True):
    """A picture with every place worked out; its words are measured, so they are already the site's."""

    code: str
    """Names it on its page."""
    width: int
    height: int
    title: str
    description: str
    """One or two sentences that say what it shows."""
    notes: tuple[str, ...]
    """Sentences beneath it: what is left out, and how it is read."""
    lines: tuple[DrawnLine, ...]
    marks: tuple[DrawnMark, ...]
    texts: tuple[DrawnText, ...]
