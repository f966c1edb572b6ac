"""Who moved on an issue: one track for each actor, from opposing on the left to supporting on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefbook.derive.at import At
from briefbook.derive.drawings.canvas import LEADING, Canvas, fold, measure
from briefbook.derive.drawings.names import stance_words
from briefbook.derive.links import plain
from briefbook.derive.stances import Cell, Statement
from briefbook.derive.views.drawing import Drawing
from briefbook.words import Words

MOST_ACTORS = 6
"""Tracks in one drawing: those that moved last."""
MOST_STEPS = 5
"""Places in one track: the newest."""
_COLUMN = 72
"""Width of a stance's column; more where a language has longer words for one."""
_SCALE = ("opposes", "leans-oppose", "mixed", "leans-support", "supports")
_ON = {"neutral": "mixed"}
_ROW = 40
"""From one place of a track to the next."""
_BEND = 19
"""How far above a place its track turns."""
_MARK = 11
_BESIDE = 17
"""From the middle of a mark to its date."""


def last_moved(at: At, most: int) -> list[str]:
    """So many issues at most, those first on which somebody moved last."""
    newest = {
        issue: max(map(_newest, tracks))
        for issue, cells in at.situation.stances.by_issue.items()
        if (tracks := list(_iter_tracks(cells)))
    }
    return sorted(newest, key=lambda issue: newest[issue], reverse=True)[:most]


def draw_moves(issue: str, at: At, most: int = MOST_ACTORS) -> Drawing | None:
    """The tracks of those who moved on the issue or changed their condition; None where nobody did."""
    tracks = sorted(_iter_tracks(at.situation.stances.by_issue.get(issue, ())), key=_newest, reverse=True)
    if not tracks:
        return None
    shown = tracks[:most]
    for statement in (each for track in shown for each in track[-MOST_STEPS:]):
        at.show(statement.position)
    return _Moves(at, [track[-MOST_STEPS:] for track in shown]).drawing(
        issue, len(tracks) - len(shown), any(len(track) > MOST_STEPS for track in shown)
    )


def _newest(track: list[Statement]) -> tuple[object, ...]:
    return track[-1].order


def _iter_tracks(cells: Iterable[Cell]) -> Iterator[list[Statement]]:
    """What each actor stated, wherever it differs from what it stated before."""
    for cell in cells:
        track: list[Statement] = []
        for statement in cell.stated if cell.has_history else ():
            if not track or _stance(track[-1]) != _stance(statement):
                track.append(statement)
        if len(track) > 1:
            yield track


def _stance(statement: Statement) -> tuple[str, str]:
    return statement.position.stance, statement.position.condition


class _Moves:
    """The tracks on one issue while they are drawn."""

    def __init__(self, at: At, tracks: list[list[Statement]]) -> None:
        self.at = at
        self.words: Words = at.situation.words
        self.tracks = tracks
        self.names = stance_words(self.words)
        self.used = {each.position.stance for track in tracks for each in track}
        off = sorted(self.used - {*_SCALE, *_ON})
        self.columns = (*_SCALE, *off)
        longest = (word for column in self.columns for word in self._heading(column).split())
        self.column = max(_COLUMN, *(measure(word, "small") + 8 for word in longest))
        self.width = self.column * len(self.columns)
        self.canvas = Canvas()

    def drawing(self, issue: str, others: int, is_cut: bool) -> Drawing:
        """The whole of them; `others` moved too, and have no room here."""
        y = self._headings()
        for track in self.tracks:
            y = self._track(track, y)
        name = self.at.issue(issue).name
        notes = (
            self.words.gettext("Older steps are left out.") if is_cut else "",
            self.words.ngettext("%(num)s more moved.", "%(num)s more moved.", others) % {"num": others}
            if others
            else "",
        )
        title = self.words.gettext("Who moved: %(issue)s") % {"issue": name}
        said = " ".join(map(self._told, self.tracks))
        return self.canvas.drawing(f"moves_{issue}", self.width, y, title, said, notes)

    def _heading(self, column: str) -> str:
        with_it = (self.names[stance] for stance, on in _ON.items() if on == column and stance in self.used)
        return ", ".join((self.names[column], *with_it))

    def _headings(self) -> int:
        folded = [fold(self._heading(column), "small", self.column - 4, 3) for column in self.columns]
        most = max(len(each.lines) for each in folded)
        for number, each in enumerate(folded):
            y = 14 + (most - len(each.lines)) * LEADING
            self.canvas.block("small", self._x(number), y, each, "", align="middle")
        return most * LEADING + 8

    def _x(self, number: int) -> int:
        return number * self.column + self.column // 2

    def _place(self, statement: Statement) -> int:
        stance = statement.position.stance
        return self._x(self.columns.index(_ON.get(stance, stance)))

    def _track(self, track: list[Statement], top: int) -> int:
        """One actor, from `top` down; where the next begins."""
        name = self.at.actor(track[-1].position.actor).name
        self.canvas.line("pole", f"M0 {top}H{self.width}")
        y = self.canvas.block("head", 4, top + 18, fold(name, "head", self.width - 8, 2), name)
        bottom = y + len(track) * _ROW - 8
        for number in range(len(self.columns)):
            self.canvas.line("grid", f"M{self._x(number)} {y - 8}V{bottom}")
        before = None
        for statement in track:
            x, middle = self._place(statement), y + 12
            if before is not None:
                self._lead(before, x, middle)
            self._say(statement, x, middle)
            self.canvas.mark(statement.position.stance, x, middle)
            before = x
            y += _ROW
        return bottom + 14

    def _lead(self, before: int, x: int, y: int) -> None:
        """The track from the place before, with its head at this one."""
        start, turn = y - _ROW + _MARK, y - _BEND
        self.canvas.line("track", f"M{before} {start}V{turn}H{x}V{y - _MARK - 2}")
        self.canvas.line("track", f"M{x - 4} {y - _MARK - 5}l4 4 4-4")

    def _say(self, statement: Statement, x: int, y: int) -> None:
        """The date beside the mark, on the side with more room, and the condition beneath it."""
        is_right = x <= self.width // 2
        place = x + _BESIDE if is_right else x - _BESIDE
        room = (self.width - place if is_right else place) - 2
        align = "start" if is_right else "end"
        date = self.words.date(statement.said.text)
        lines = [(date, date)]
        if statement.position.condition:
            condition = plain(statement.position.condition, self.at)
            isolated = {"condition": f"\u2068{condition}\u2069"}
            lines.append((self.words.gettext("if %(condition)s") % isolated, condition))
        y += 5 if len(lines) == 1 else -3
        for words, full in lines:
            folded = fold(words, "small", room, 1)
            self.canvas.clear(place, y, measure(folded.lines[0], "small"), align)
            self.canvas.block("small", place, y, folded, full, align=align)
            y += 16

    def _told(self, track: list[Statement]) -> str:
        """A track in words."""
        steps = "; ".join(
            f"{self.names[each.position.stance]}, {self.words.date(each.said.text)}" for each in track
        )
        return f"{self.at.actor(track[-1].position.actor).name}: {steps}."
