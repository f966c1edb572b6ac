"""Who takes a position on what: actors on the left, issues on the right, and a line for each position."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from briefbook.derive.at import At
from briefbook.derive.drawings.canvas import LEADING, Canvas, fold, measure
from briefbook.derive.drawings.names import stance_words
from briefbook.derive.stances import Cell
from briefbook.derive.views.drawing import Drawing
from briefbook.model.records import Actor
from briefbook.text.width import Wrapped

MOST_ACTORS = 24
MOST_ISSUES = 8
WIDTH = 900
_NAMES = 262
"""Room for the name of an actor."""
_ISSUES = 226
"""Room for that of an issue."""
_ROW = 27
"""From one actor to the next; a mark is 22 high."""
_MARK = 25
"""From one mark of an actor to the next."""
_END = WIDTH - _ISSUES - 12
_PERSONAL = ("person", "unnamed")


class Shown(NamedTuple):
    """What has room in the drawing."""

    actors: tuple[Actor, ...]
    issues: tuple[str, ...]
    left_out: int
    """Actors on record that have none."""


def draw_network(at: At) -> Drawing | None:
    """The positions as lines; None where nothing lays out graphs, or there are not two of each side."""
    shown = choose(at)
    if len(shown.actors) < 2 or len(shown.issues) < 2:
        return None
    order = at.situation.lay_out(dot_graph(shown, at))
    if not order:
        return None
    place = {node: number for number, node in enumerate(order)}
    actors = sorted(shown.actors, key=lambda actor: place[_node("a", actor.id)])
    issues = sorted(shown.issues, key=lambda issue: place[_node("i", issue)])
    return _Network(at, Shown(tuple(actors), tuple(issues), shown.left_out)).drawing()


def choose(at: At) -> Shown:
    """The issues and actors with most positions; of many actors those only that are no persons."""
    stances, situation = at.situation.stances, at.situation
    issues = sorted(stances.by_issue, key=lambda issue: -len(stances.by_issue[issue]))[:MOST_ISSUES]
    chosen = set(issues)
    spoken = [
        (len(chosen & {cell.issue for cell in stances.by_actor[actor.id]}), actor)
        for actor in situation.parties
        if actor.id in stances.by_actor
    ]
    everyone = [(count, actor) for count, actor in spoken if count]
    some = everyone
    if len(everyone) > MOST_ACTORS:
        some = [(count, actor) for count, actor in everyone if actor.kind not in _PERSONAL] or everyone
    actors = [actor for _, actor in sorted(some, key=lambda each: -each[0])[:MOST_ACTORS]]
    inside = {actor.id for actor in actors}
    kept = (issue for issue in issues if any(cell.actor.id in inside for cell in stances.by_issue[issue]))
    return Shown(tuple(actors), tuple(kept), len(spoken) - len(actors))


def dot_graph(shown: Shown, at: At) -> str:
    """The graph in dot's language, always in the same order; each bloc is a cluster and stays together."""
    lines = ["graph {", "rankdir=LR; newrank=true;", 'node [label="" width=1 height=0.25 fixedsize=true];']
    actors = [actor for actor in at.situation.parties if actor in shown.actors]
    for number, (bloc, members) in enumerate(groupby(actors, key=lambda actor: actor.bloc)):
        nodes = " ".join(f"{_node('a', actor.id)};" for actor in members)
        lines.append(f"subgraph cluster_{number} {{ {nodes} }}" if bloc else nodes)
    lines.append("{ rank=same; " + " ".join(f"{_node('i', issue)};" for issue in shown.issues) + " }")
    for actor in actors:
        cells = at.situation.stances.by_actor[actor.id]
        topics = (cell.issue for cell in cells if cell.issue in shown.issues)
        lines += [f"{_node('a', actor.id)} -- {_node('i', issue)};" for issue in topics]
    return "\n".join((*lines, "}"))


def _node(side: str, id: str) -> str:
    return f"{side}_{id.replace('-', '_')}"


class _Network:
    """The network while it is drawn."""

    def __init__(self, at: At, shown: Shown) -> None:
        self.at = at
        self.words = at.situation.words
        self.names = stance_words(self.words)
        self.shown = shown
        self.canvas = Canvas()

    def drawing(self) -> Drawing:
        """The whole of it."""
        actors, issues = self.shown.actors, [self._issue(issue) for issue in self.shown.issues]
        height = max(len(actors) * _ROW, sum(map(_height, issues)))
        top = self._heads()
        middles = dict(zip(self.shown.issues, self._right(issues, top, height), strict=True))
        start = top + (height - len(actors) * _ROW) // 2
        for number, actor in enumerate(actors):
            self._actor(actor, start + number * _ROW + _ROW // 2, middles)
        bottom = self._key(top + height + 22)
        title = self.words.gettext("Who takes a position on what")
        said = self.words.gettext(
            "Lines lead from %(actors)s actors to the issues on which they have spoken, %(issues)s in all; "
            "each begins with the sign of the stance."
        ) % {"actors": len(actors), "issues": len(issues)}
        return self.canvas.drawing("network", WIDTH, bottom, title, said, self._notes())

    def _heads(self) -> int:
        self.canvas.text("strong", _NAMES, 16, self.words.gettext("Actor"), align="end")
        self.canvas.text("strong", _END + 12, 16, self.words.gettext("Issue"))
        return 30

    def _issue(self, issue: str) -> tuple[Wrapped, str]:
        name = self.at.issue(issue).name
        return fold(name, "head", _ISSUES, 3), name

    def _right(self, issues: list[tuple[Wrapped, str]], top: int, height: int) -> Iterator[int]:
        """Writes the names of the issues, spread over the height; where the lines to each of them end."""
        spare = (height - sum(map(_height, issues))) // len(issues)
        y = top + spare // 2
        for folded, name in issues:
            self.canvas.block("head", _END + 12, y + 14, folded, name)
            yield y + len(folded.lines) * LEADING // 2
            y += _height((folded, name)) + spare

    def _actor(self, actor: Actor, y: int, middles: dict[str, int]) -> None:
        self.at.show(actor)
        folded = fold(actor.name, "label", _NAMES, 1)
        self.canvas.block("label", _NAMES, y + 5, folded, actor.name, align="end")
        cells = [cell for cell in self.at.situation.stances.by_actor[actor.id] if cell.issue in middles]
        cells.sort(key=lambda cell: middles[cell.issue])
        for number, cell in enumerate(cells):
            x = _NAMES + 20 + number * _MARK
            self._position(cell, x, y, middles[cell.issue])

    def _position(self, cell: Cell, x: int, y: int, end: int) -> None:
        present = cell.present
        self.at.show(present.position)
        kind = present.position.stance if present.is_stated else f"att-{present.position.stance}"
        bend = (x + _END) // 2
        self.canvas.line(kind, f"M{x} {y}C{bend} {y} {bend} {end} {_END} {end}")
        name = self.at.issue(cell.issue).name
        self.canvas.mark(kind, x, y, f"{self.names[present.position.stance]}: {name}")

    def _key(self, y: int) -> int:
        """The signs with their words; the height that all takes."""
        x = 14
        for kind, words in self._kinds():
            if x > 14 and x + 18 + measure(words, "small") > WIDTH:
                x, y = 14, y + 28
            self.canvas.mark(kind, x, y)
            self.canvas.text("small", x + 18, y + 5, words)
            x += 18 + measure(words, "small") + 30
        return y + 16

    def _kinds(self) -> list[tuple[str, str]]:
        used = self.canvas.kinds
        stances = {kind.removeprefix("att-") for kind in used}
        found = [(stance, words) for stance, words in self.names.items() if stance in stances]
        attributed = sorted(kind for kind in used if kind.startswith("att-"))
        return found + [(kind, self.words.gettext("According to others")) for kind in attributed[:1]]

    def _notes(self) -> Iterator[str]:
        if self.shown.left_out:
            yield self.words.ngettext(
                "%(num)s actor with fewer positions is left out here.",
                "%(num)s actors with fewer positions, or who speak for themselves alone, are left out here.",
                self.shown.left_out,
            ) % {"num": self.shown.left_out}


def _height(issue: tuple[Wrapped, str]) -> int:
    return len(issue[0].lines) * LEADING + 10
