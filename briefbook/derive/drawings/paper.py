"""The table of positions for paper: sheets of A4 on their side, each of them a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from briefbook.derive.at import At
from briefbook.derive.drawings.canvas import LEADING, Canvas, fold, measure
from briefbook.derive.drawings.names import stance_words
from briefbook.derive.situation import Situation
from briefbook.derive.views.drawing import Drawing
from briefbook.model.records import Actor

MOST_ISSUES = 15
"""Columns of one sheet."""
MOST_LINES = 30
"""Actors and names of blocs on one sheet."""
MOST_SHEETS = 24
"""In all; a book with more is read on its pages."""
WIDTH, HEIGHT = 1386, 980
"""As wide to high as A4 on its side, in units of 0.214 mm: words of 14 are 8.5 points."""
_MARGIN = 40
_NAMES = 300
_ROOM = WIDTH - 2 * _MARGIN - _NAMES
_WIDEST = 150
"""Of a column, where there are few."""
_BESIDE = 15
"""From the middle of a sign to its words."""
_HEAD = 210
"""Where the lines begin."""
_TURNED = 132
"""Room for the name of an issue, which reads upwards."""
_ROW = 23


class Sheet(NamedTuple):
    """One sheet: some actors on some issues."""

    number: int
    """From 1."""
    sheets: int
    """That the whole table would take; those after the first 24 are not made."""
    issues: tuple[str, ...]
    actors: tuple[Actor, ...]

    @property
    def file(self) -> str:
        """Its output path: `pictures/positions.svg`, then `pictures/positions-2.svg`."""
        return f"pictures/positions{'' if self.number == 1 else f'-{self.number}'}.svg"


def sheets_of(situation: Situation) -> list[Sheet]:
    """The sheets of the whole table, those of the first issues first; none where nobody has said anything."""
    parts = [
        (issues, actors) for issues in _iter_issues(situation) for actors in _iter_actors(issues, situation)
    ]
    return [Sheet(number, len(parts), *part) for number, part in enumerate(parts[:MOST_SHEETS], 1)]


def _iter_issues(situation: Situation) -> Iterator[tuple[str, ...]]:
    issues = [issue for issue in situation.issues if issue in situation.stances.by_issue]
    for start in range(0, len(issues), MOST_ISSUES):
        yield tuple(issues[start : start + MOST_ISSUES])


def _iter_actors(issues: Sequence[str], situation: Situation) -> Iterator[tuple[Actor, ...]]:
    """The actors of each sheet, where every bloc takes a line for its name."""
    spoken = {cell.actor.id for issue in issues for cell in situation.stances.by_issue[issue]}
    sheet: list[Actor] = []
    lines = 0
    for actor in situation.parties:
        if actor.id not in spoken:
            continue
        needed = 1 if sheet and sheet[-1].bloc == actor.bloc else 2
        if lines + needed > MOST_LINES:
            yield tuple(sheet)
            sheet, lines, needed = [], 0, 2
        sheet.append(actor)
        lines += needed
    yield tuple(sheet)


def draw_sheet(sheet: Sheet, at: At) -> Drawing:
    """One sheet as a drawing."""
    return _Paper(sheet, at).drawing()


class _Paper:
    """One sheet while it is drawn."""

    def __init__(self, sheet: Sheet, at: At) -> None:
        self.sheet = sheet
        self.at = at
        self.words = at.situation.words
        self.names = stance_words(self.words)
        self.canvas = Canvas()
        self.column = min(_ROOM // len(sheet.issues), _WIDEST)
        # Few columns have room for the word beside each sign; of many, the key beneath has them.
        said = (measure(self._words(stance, is_open=True), "small") for stance in self.names)
        self.has_words = _BESIDE + 11 + max(said) < self.column

    def drawing(self) -> Drawing:
        """The whole of it."""
        for number, issue in enumerate(self.sheet.issues):
            self._issue(issue, self._x(number))
        y = _HEAD
        right = _MARGIN + _NAMES + len(self.sheet.issues) * self.column
        for bloc, actors in groupby(self.sheet.actors, key=lambda actor: actor.bloc):
            name = bloc or self.words.gettext("Others")
            self.canvas.line("axis", f"M{_MARGIN} {y}H{right}")
            folded = fold(name, "head", _NAMES - 8, 1)
            self.canvas.block("head", _MARGIN, y + 16, folded, name)
            y += _ROW
            for actor in actors:
                self.canvas.line("grid", f"M{_MARGIN} {y}H{right}")
                self._actor(actor, y + _ROW // 2)
                y += _ROW
        self.canvas.line("axis", f"M{_MARGIN} {y}H{right}")
        self._key(y + 28)
        title = self._title()
        self._edges(title)
        said = self.words.gettext("Each line is an actor, each column an issue; signs stand for stances.")
        return self.canvas.drawing("paper", WIDTH, HEIGHT, title, said)

    def _x(self, number: int) -> int:
        return _MARGIN + _NAMES + number * self.column + (12 if self.has_words else self.column // 2)

    def _words(self, stance: str, *, is_open: bool) -> str:
        """What stands beside a sign; `is_open` where the stance depends on a condition."""
        words = self.names[stance]
        return self.words.gettext("%(stance)s, if") % {"stance": words} if is_open else words

    def _issue(self, issue: str, x: int) -> None:
        """The name of a column, upwards."""
        name = self.at.issue(issue).name
        folded = fold(name, "turned", _TURNED, 3)
        start = x - (len(folded.lines) - 1) * LEADING // 2 + 5
        for number, line in enumerate(folded.lines):
            full = name if folded.is_cut and not number else ""
            self.canvas.text("turned", start + number * LEADING, _HEAD - 10, line, full=full)

    def _actor(self, actor: Actor, y: int) -> None:
        self.at.show(actor)
        self.canvas.block("label", _MARGIN + 12, y + 5, fold(actor.name, "label", _NAMES - 24, 1), actor.name)
        for number, issue in enumerate(self.sheet.issues):
            cell = self.at.situation.stances.cells.get((actor.id, issue))
            if cell is None:
                continue
            present, x = cell.present, self._x(number)
            self.at.show(present.position)
            stance = present.position.stance
            self.canvas.mark(stance if present.is_stated else f"att-{stance}", x, y)
            is_open = bool(present.position.condition)
            if self.has_words:
                self.canvas.text("small", x + _BESIDE, y + 5, self._words(stance, is_open=is_open))
            elif is_open:
                self.canvas.text("small", x + _BESIDE, y + 5, self.words.gettext("if"))

    def _key(self, y: int) -> None:
        """The signs with their words, beneath the table."""
        stances = {kind.removeprefix("att-") for kind in self.canvas.kinds}
        key = [(stance, words) for stance, words in self.names.items() if stance in stances]
        attributed = sorted(kind for kind in self.canvas.kinds if kind.startswith("att-"))
        key += [(kind, self.words.gettext("According to others")) for kind in attributed[:1]]
        x = _MARGIN + 12
        for kind, words in key:
            self.canvas.mark(kind, x, y)
            self.canvas.text("small", x + 18, y + 5, words)
            x += 18 + measure(words, "small") + 24
        self.canvas.text("small", x, y + 5, self.words.gettext("if: on a condition. Empty: no position."))

    def _title(self) -> str:
        title = self.words.gettext("Where everyone stands")
        as_of = self.at.situation.as_of
        return f"{title}, {self.words.date(as_of.text)}" if as_of else title

    def _edges(self, title: str) -> None:
        """The head and the foot of the sheet; the marking is known when all else is drawn."""
        marking = f"TLP:{self.at.marking.value}" if self.at.marking else ""
        for y in (44, HEIGHT - 24):
            self.canvas.text("head", WIDTH - _MARGIN, y, marking, align="end")
        room = WIDTH - 2 * _MARGIN - 200
        self.canvas.block("head", _MARGIN, 44, fold(title, "head", room, 1), title)
        number = self.words.gettext("Sheet %(number)s of %(count)s") % {
            "number": self.sheet.number,
            "count": self.sheet.sheets,
        }
        name = f"{self.at.situation.settings.site_name} · {number}"
        self.canvas.block("small", _MARGIN, HEIGHT - 24, fold(name, "small", room, 1), name)
