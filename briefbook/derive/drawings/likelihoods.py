"""How likely something was held to be: steps on the site's scale, from the first day to the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from briefbook.derive.at import At
from briefbook.derive.drawings.axis import Axis
from briefbook.derive.drawings.canvas import LEADING, Canvas, fold, measure
from briefbook.derive.views.drawing import Drawing
from briefbook.model.vocabulary import LIKELIHOODS

MOST_STEPS = 40
"""Steps in one drawing: the newest."""
_PLOT = 150
"""Width of the time in which it was held."""
_LABEL = 104
"""Room for words of the scale; more where a language has longer ones."""
_LAST = 80
"""Room to the right: for the range that is held, and for dates that need more than the time has."""
_GAP = 10
_TOP = 10
_ROW = 2 * LEADING


class Point(NamedTuple):
    """A likelihood from a day on."""

    day: dt.date
    words: str
    """As the scale has them."""


def draw_likelihoods(code: str, points: Sequence[Point], end: dt.date, at: At) -> Drawing | None:
    """The steps until `end`; None where there is no change to see."""
    points = points[-MOST_STEPS:]
    scale = LIKELIHOODS[at.situation.settings.scale]
    is_known = all(point.words in scale for point in points)
    if len(points) < 2 or points[0].day == max(end, points[-1].day) or not is_known:
        return None
    return _Steps(points, max(end, points[-1].day), at).drawing(code)


def _room(names: Sequence[str]) -> int:
    """The width in which each word of the scale stands whole on two lines."""
    width = _LABEL
    while any(fold(name, "strong", width, 2).is_cut for name in names):
        width += _GAP
    return width


class _Steps:
    """The steps while they are drawn."""

    def __init__(self, points: Sequence[Point], end: dt.date, at: At) -> None:
        self.words = at.situation.words
        self.scale = dict(reversed(LIKELIHOODS[at.situation.settings.scale].items()))
        self.points = points
        self.end = end
        self.canvas = Canvas()
        self.label = _room([self.words.gettext(words) for words in self.scale])
        self.left = self.label + _GAP
        self.axis = Axis(points[0].day, end, self.left, self.left + _PLOT)
        self.last = self._range(points[-1].words)
        self.width = self.axis.right + _GAP + max(_LAST, measure(self.last, "strong"))

    def drawing(self, code: str) -> Drawing:
        """The whole of them."""
        bottom = self._rows()
        self._steps()
        self.canvas.line("axis", f"M{self.left} {bottom}H{self.axis.right}")
        height = self._dates(bottom + LEADING) + 6
        title = self.words.gettext("How likely it was held to be")
        return self.canvas.drawing(code, self.width, height, title, " ".join(map(self._told, self.points)))

    def _rows(self) -> int:
        """The words of the scale, likeliest first, a line from each; where the last row ends."""
        used = {point.words for point in self.points}
        for words in self.scale:
            y = self._y(words)
            kind = "strong" if words in used else "small"
            folded = fold(self.words.gettext(words), kind, self.label, 2)
            top = y + 5 - (len(folded.lines) - 1) * LEADING // 2
            self.canvas.block(kind, self.label, top, folded, self.words.gettext(words), align="end")
            self.canvas.line("grid", f"M{self.left} {y}H{self.axis.right}")
        return _TOP + len(self.scale) * _ROW

    def _y(self, words: str) -> int:
        return _TOP + list(self.scale).index(words) * _ROW + _ROW // 2

    def _steps(self) -> None:
        """A bar for each time, and what leads from one to the next."""
        ends = [*(self.axis.x(point.day) for point in self.points[1:]), self.axis.right]
        before = None
        for point, end in zip(self.points, ends, strict=True):
            x, y = self.axis.x(point.day), self._y(point.words)
            if before not in (None, y):
                self.canvas.line("track", f"M{x} {before}V{y}")
            self.canvas.line("range", f"M{x} {y}H{max(end, x + 3)}")
            before = y
        self.canvas.text("strong", self.axis.right + _GAP, self._y(self.points[-1].words) + 5, self.last)

    def _range(self, words: str) -> str:
        low, high = self.scale[words]
        return self.words.gettext("%(low)s to %(high)s%%") % {"low": low, "high": high}

    def _dates(self, y: int) -> int:
        """The first day and below it the last, for one line has no room for both; where they end."""
        first, last = (self.words.date(day.isoformat()) for day in (self.points[0].day, self.end))
        self.canvas.text("small", self.left, y, first)
        self.canvas.text("small", self.axis.right, y + LEADING, last, align="end")
        return y + LEADING

    def _told(self, point: Point) -> str:
        """A step in words."""
        said = self.words.gettext("From %(date)s: %(likelihood)s.")
        words = self.words.gettext(point.words)
        return said % {"date": self.words.date(point.day.isoformat()), "likelihood": words}
