"""The rows of the matrix, and how they are cut into tables: the voices of a body stay beneath it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefbook.derive.situation import Situation
from briefbook.derive.stances import was_held
from briefbook.model.records import Actor

MOST_COLUMNS = 15
"""Issues in one table."""
MOST_LINES = 60
"""Actors in one table."""
MOST_SPOKEN = 380
"""Positions in the tables of one page; each takes some 200 bytes, silence takes nine."""


class Line(NamedTuple):
    """One row of the matrix."""

    actor: Actor
    body: str
    """Id of the actor in whose group it stands: its own, or that of the body from within which it speaks."""

    @property
    def is_voice(self) -> bool:
        """Whether it stands beneath a body."""
        return self.body != self.actor.id


class Part(NamedTuple):
    """One table: some actors on some issues."""

    issues: tuple[str, ...]
    lines: tuple[Line, ...]
    silent: int
    """Actors left out, counted in the last table of these issues."""
    spoken: int
    """Positions in it."""


def iter_units(situation: Situation) -> Iterator[list[Line]]:
    """Each actor of the matrix with its voices; a body that is silent itself has a row above them too."""
    voices: dict[str, list[Actor]] = {}
    heads: dict[str, Actor] = {}
    for actor in situation.parties:
        body = body_of(actor, situation)
        if body == actor.id:
            heads[body] = actor
        else:
            voices.setdefault(body, []).append(actor)
    for body in voices:
        heads.setdefault(body, situation.actors[body])
    for head in sorted(heads.values(), key=situation.in_blocs):
        yield [Line(each, head.id) for each in (head, *voices.get(head.id, ()))]


def body_of(actor: Actor, situation: Situation) -> str:
    """The body beneath which an actor's own words stand: the outermost, or itself.

    A post counts while it is held: who has left a body speaks from outside it. Of members of each other,
    one is the body.
    """
    seen = [actor.id]
    while outer := _outer(actor, situation):
        if outer in seen:
            return min(seen[seen.index(outer) :])
        seen.append(outer)
        actor = situation.actors[outer]
    return seen[-1]


def _outer(actor: Actor, situation: Situation) -> str:
    if actor.kind not in ("person", "unnamed"):
        return ""
    now = situation.as_of
    posts = (post.at for post in actor.posts if now is not None and was_held(post, now))
    return next((body for body in (actor.of, *posts, *actor.member_of) if body in situation.actors), "")


def iter_parts(situation: Situation) -> Iterator[Part]:
    """The matrix cut into tables, first by issues and then by actors."""
    issues = [issue for issue in situation.issues if issue in situation.stances.by_issue]
    units = list(iter_units(situation)) if issues else []
    for columns in _evenly(issues, MOST_COLUMNS):
        spoken = Counter(cell.actor.id for issue in columns for cell in situation.stances.by_issue[issue])
        tables = list(_iter_tables(units, spoken))
        for number, lines in enumerate(tables, 1):
            silent = len(situation.parties) - len(spoken) if number == len(tables) else 0
            yield Part(columns, tuple(lines), silent, _count(lines, spoken))


def iter_pages(situation: Situation) -> Iterator[list[Part]]:
    """The tables of each page."""
    page: list[Part] = []
    for part in iter_parts(situation):
        if page and sum(each.spoken for each in page) + part.spoken > MOST_SPOKEN:
            yield page
            page = []
        page.append(part)
    if page:
        yield page


def _iter_tables(units: Iterable[list[Line]], spoken: Mapping[str, int]) -> Iterator[list[Line]]:
    """The rows of each table; where a body and its voices do not fit, the body heads the next too."""
    table: list[Line] = []
    for head, *voices in units:
        said = [each for each in voices if spoken.get(each.actor.id)]
        if not said and not spoken.get(head.actor.id):
            continue
        if table and not _fits([*table, head, *said], spoken):
            yield table
            table = []
        table.append(head)
        for each in said:
            if not _fits([*table, each], spoken):
                yield table
                table = [head]
            table.append(each)
    yield table


def _fits(lines: Sequence[Line], spoken: Mapping[str, int]) -> bool:
    return len(lines) <= MOST_LINES and _count(lines, spoken) <= MOST_SPOKEN


def _count(lines: Iterable[Line], spoken: Mapping[str, int]) -> int:
    return sum(spoken.get(line.actor.id, 0) for line in lines)


def _evenly(issues: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    """The issues by table, all about as wide: sixteen make twice eight."""
    tables = -(-len(issues) // most)
    for number in range(tables):
        yield tuple(issues[number * len(issues) // tables : (number + 1) * len(issues) // tables])
