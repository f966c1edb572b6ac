"""Names that everybody knows: states with their people and capitals, and great bodies."""

from __future__ import annotations

from typing import NamedTuple

from briefbook.distil.draft import ActorKind
from briefbook.distil.table import read_table, words_of


class Known(NamedTuple):
    """Somebody whom an article need not introduce."""

    name: str
    kind: ActorKind
    forms: tuple[str, ...]
    """The name and all its other forms."""
    adjectives: tuple[str, ...] = ()
    """`Iranian`, `Iranians`."""
    capital: str = ""
    """The city that may stand for a state."""
    parent: str = ""
    """What a body is a part of."""


def _states() -> tuple[Known, ...]:
    lines = read_table()["states"]["list"].split("\n")
    parted = (line.split(":") for line in lines if line)
    return tuple(
        Known(names.split("/")[0], "state", tuple(names.split("/")), _adjectives(adjectives), capital)
        for names, adjectives, capital in parted
    )


def _adjectives(line: str) -> tuple[str, ...]:
    """The words of a line; `North Korean` is one of them."""
    found: list[str] = []
    for word in line.split():
        if found and found[-1] in _FIRST_HALVES:
            word = f"{found.pop()} {word}"
        found.append(word)
    return tuple(found)


_FIRST_HALVES = frozenset(words_of("names", "first_halves"))


def _bodies(key: str, kind: ActorKind) -> tuple[Known, ...]:
    found = []
    for line in words_of("bodies", key):
        name, forms, parent, *_ = (*(part.strip() for part in line.split("|")), "", "")
        found.append(Known(name, kind, tuple(filter(None, (name, *forms.split("/")))), parent=parent))
    return tuple(found)


STATES = _states()
BODIES = _bodies("known", "organisation") + _bodies("known_armed", "armed_group")
BY_FORM = {form: each for each in (*STATES, *BODIES) for form in each.forms}
BY_ADJECTIVE = {word: each for each in STATES for word in each.adjectives}
BY_CAPITAL = {each.capital: each for each in STATES if each.capital}
