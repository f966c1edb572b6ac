"""The nouns by which an article goes on to speak of somebody: `the minister`, `the lender`, `the rebels`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.distil.phrases import ROLES
from briefbook.distil.roster import Entry
from briefbook.distil.runs import BODY_NOUNS
from briefbook.distil.table import read_table, words_of

_COMPANY = words_of("references", "company")
_JOINERS = frozenset(words_of("bodies", "joiners"))
_ARMED = words_of("references", "armed_group")
_UP_TO = re.compile(rf",| (?:{'|'.join(words_of('persons', 'belonging'))}) ")
_CALLINGS = {
    word: tuple(others.split("/"))
    for word, others in (each.split(":") for each in words_of("references", "callings"))
}
"""For a post the other nouns by which an article goes on: `the professor` for one who teaches."""


def _synonyms() -> dict[str, tuple[str, ...]]:
    """For a noun in a name the other nouns by which an article goes on."""
    found: dict[str, tuple[str, ...]] = {}
    for line in read_table()["references"]["synonyms"].strip().split("\n"):
        word, _, nouns = line.partition(":")
        for noun in nouns.split():
            found[noun] = (*found.get(noun, ()), word)
    return found


_SYNONYMS = _synonyms()


def heads_of(entry: Entry) -> tuple[str, ...]:
    """The nouns by which an article goes on to speak of somebody: `the minister`, `the federation`."""
    if entry.is_away:
        return ()
    if entry.kind == "person":
        own = [each for each in _lows(entry.role) if each in ROLES]
        return tuple(dict.fromkeys((*own, *(other for each in own for other in _CALLINGS.get(each, ())))))
    return () if entry.kind == "state" else _nouns_of_body(entry)


def _nouns_of_body(entry: Entry) -> tuple[str, ...]:
    words = entry.name.split()
    heads: set[str] = set()
    if len(words) > 1 or entry.kind == "group":
        cut = next((at for at, word in enumerate(words) if word in _JOINERS), len(words))
        ends = (cut - 1,) if entry.kind == "group" else (cut - 1, -1)
        heads = {words[at].casefold().strip(".") for at in ends}
    for head in sorted(heads):
        heads.update(_SYNONYMS.get(head, ()))
    if entry.kind == "organisation" and not entry.is_known and BODY_NOUNS.isdisjoint(words):
        heads.update(_COMPANY)
    if entry.kind == "armed_group":
        heads.update(_ARMED)
    return tuple(sorted(heads))


def office_of(entry: Entry) -> Sequence[str]:
    """The words of a post of several: `interior minister` of `interior minister of Lantica`."""
    if entry.kind != "person" or entry.is_away:
        return ()
    words = _lows(_UP_TO.split(entry.role)[0])
    return words if len(words) > 1 and words[-1] in ROLES else ()


def _lows(words: str) -> list[str]:
    return [each.strip(",.").casefold() for each in words.split()]
