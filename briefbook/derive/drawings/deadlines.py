"""When questions are due: how long is left, and how long some have been waiting for an answer."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from briefbook.derive.at import At
from briefbook.derive.dates import last_day
from briefbook.derive.drawings.axis import Axis
from briefbook.derive.drawings.canvas import LEADING, Canvas, fold, measure
from briefbook.derive.entries import UNANSWERED
from briefbook.derive.links import plain
from briefbook.derive.views.drawing import Drawing
from briefbook.model.records import Question

MOST = 14
"""Questions in the drawing, those overdue longest first."""
FEWEST = 2
"""A single deadline needs no picture."""
WIDTH = 900
_LABELS = 380
"""Room for the words of a question."""
_LEFT = 410
_BESIDE = 13
_PADDING = 9


class Row(NamedTuple):
    """A question that waits for an answer."""

    due: dt.date
    text: str
    words: str
    """When it is due, and how late it is."""
    is_overdue: bool


def draw_deadlines(at: At) -> Drawing | None:
    """The deadlines of open questions on a line of time; None where there are not two."""
    today = at.situation.today
    found = (life.now for life in at.situation.entries.questions)
    waiting = [
        (last_day(each.due), each.id, each)
        for each in found
        if isinstance(each, Question) and each.status in UNANSWERED and each.due
    ]
    if today is None or len(waiting) < FEWEST:
        return None
    rows = [_row(each, due, today, at) for due, _, each in sorted(waiting)[:MOST]]
    at.is_judged = True
    return _Deadlines(at, rows, today).drawing(len(waiting) - len(rows))


def _row(question: Question, due: dt.date, today: dt.date, at: At) -> Row:
    at.show(question)
    assert question.due is not None
    words = at.situation.words
    date, late = words.date(question.due.text), (today - due).days
    if late > 0:
        date = words.ngettext("%(date)s, %(num)s day late", "%(date)s, %(num)s days late", late) % {
            "date": date,
            "num": late,
        }
    return Row(due, plain(question.text, at), date, late > 0)


class _Deadlines:
    """The deadlines while they are drawn."""

    def __init__(self, at: At, rows: list[Row], today: dt.date) -> None:
        self.words = at.situation.words
        self.rows = rows
        self.today = today
        dates = (today, *(row.due for row in rows))
        beside = max(measure(row.words, _kind(row)) for row in rows) + _BESIDE
        self.axis = Axis(min(dates), max(dates), _LEFT, max(WIDTH - beside, _LEFT + 60))
        self.canvas = Canvas()

    def drawing(self, others: int) -> Drawing:
        """The whole of them; `others` are due later, and have no room here."""
        tops = [44]
        for row in self.rows:
            lines = len(fold(row.text, "label", _LABELS, 2).lines)
            tops.append(tops[-1] + lines * LEADING + 2 * _PADDING)
        self._dates(tops[-1])
        for row, top, bottom in zip(self.rows, tops, tops[1:], strict=False):
            self._row(row, top, bottom)
        late = sum(row.is_overdue for row in self.rows)
        said = self.words.ngettext(
            "%(num)s question waits for an answer", "%(num)s questions wait for an answer", len(self.rows)
        ) % {"num": len(self.rows)}
        overdue = self.words.ngettext("%(num)s is overdue.", "%(num)s are overdue.", late) % {"num": late}
        more = self.words.ngettext("%(num)s more is due later.", "%(num)s more are due later.", others)
        title = self.words.gettext("Deadlines of open questions")
        notes = (
            self.words.gettext("Questions that are closed or have no deadline stand in the list alone."),
            more % {"num": others} if others else "",
        )
        return self.canvas.drawing("deadlines", WIDTH, tops[-1] + 2, title, f"{said}; {overdue}", notes)

    def _dates(self, bottom: int) -> None:
        """The day of the site as a line through all rows, and other dates where they have room."""
        now = self.axis.x(self.today)
        words = self.words.date(self.today.isoformat())
        half = measure(words, "strong") // 2
        middle = min(now, WIDTH - half)
        for tick in self.axis.ticks(self.words, WIDTH):
            other = measure(tick.words, "small") // 2
            if tick.x + other + 12 <= middle - half or middle + half + 12 <= tick.x - other:
                self.canvas.line("grid", f"M{tick.x} 36V{bottom}")
                self.canvas.text("small", tick.x, 26, tick.words, align="middle")
        self.canvas.line("pole", f"M{now} 34V{bottom}")
        self.canvas.text("strong", middle, 26, words, align="middle")

    def _row(self, row: Row, top: int, bottom: int) -> None:
        middle, now, due = (top + bottom) // 2, self.axis.x(self.today), self.axis.x(row.due)
        self.canvas.line("grid", f"M0 {top}H{WIDTH}")
        folded = fold(row.text, "label", _LABELS, 2)
        self.canvas.block("label", 0, top + _PADDING + 13, folded, row.text)
        self.canvas.line("late" if row.is_overdue else "wait", f"M{min(due, now)} {middle}H{max(due, now)}")
        self.canvas.mark("overdue" if row.is_overdue else "due", due, middle)
        kind = _kind(row)
        x = max(due, now) + _BESIDE
        self.canvas.clear(x, middle + 5, measure(row.words, kind), "start")
        self.canvas.text(kind, x, middle + 5, row.words)


def _kind(row: Row) -> str:
    return "late" if row.is_overdue else "small"
