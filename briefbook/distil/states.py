"""States that stand in no list: `Sorrel’s government`, `the government of Sorrel`, and their adjectives."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.distil.kinds import kind_by_words
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.phrases import POSSESSIVES
from briefbook.distil.places import Place
from briefbook.distil.reading import ACRONYM, DIRECTIONS, NOBODY_NOUNS, Reading
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of

_OWNED = frozenset(words_of("states", "owned"))
_ENDINGS = words_of("states", "endings")
_STATE_ENDS = ("", *words_of("states", "stem_ends"))
_HEARD_BY = frozenset((*words_of("groups", "heard_by"), *words_of("groups", "met")))
_OF = frozenset(words_of("states", "of"))
_UNSURE_OF = frozenset(words_of("names", "before_state"))
_TITLES_OF = frozenset(words_of("names", "of"))
_PARTS_OF = frozenset(words_of("names", "parts_of"))
_MOST_NAME = 3


def add_states(reading: Reading, place: Place) -> None:
    """A state by what it owns, or by what is said to be of it."""
    name, roster = place.parsed.name, reading.roster
    title, of, rest = name.partition(" of ")
    if of and title in _TITLES_OF:
        known = BY_FORM.get(rest)
        if known is None:
            _name_state(reading, rest, place.parsed.start, name)
        else:
            roster.add(Entry(known.name, known.kind, place.parsed.start, is_known=True), name).acts += 1
        return
    if place.parsed.title or not _may_be_state(name) or roster.surnamed(name):
        return
    before = place.low(place.run.first - 2)
    is_of = place.before == "of" and before in _OF
    if is_of and before in _UNSURE_OF and roster.find(name) is not None:
        return
    is_asked = place.before in _HEARD_BY and name in reading.located and " " not in name
    if is_asked and roster.find(name) is None:
        _name_state(reading, name, place.parsed.start)
        return
    owns = place.behind in POSSESSIVES and place.low(place.run.last + 1) in _OWNED
    found = roster.find(name)
    if is_of or (owns and (found is None or found.kind == "state")):
        _name_state(reading, name, place.parsed.start)


def add_adjectives(reading: Reading) -> None:
    """The adjectives of states in no list: `Brennian` beside `Brennia`."""
    roster = reading.roster
    words = {token.words for each in reading.places for token in each.tokens[each.run.first : each.run.last]}
    for word in sorted(words - BY_ADJECTIVE.keys()):
        for name in stems(word):
            entry = roster.find(name)
            if entry is None and name in reading.singles & reading.located and not roster.surnamed(name):
                first = next(each.parsed.start for each in reading.places if each.parsed.name == name)
                entry = roster.add(Entry(name, "state", first))
            if entry is not None and entry.kind == "state" and not entry.is_known:
                roster.adjectives[word] = entry


def _name_state(reading: Reading, name: str, start: int, *forms: str) -> None:
    """A state under a name; without its direction where that names a part of it.

    `Northern Brennia` is of Brennia, but Upper and Lower Lantica are two states, unless the article has a
    mere Lantica.
    """
    direction, _, bare = name.partition(" ")
    is_part = direction in _PARTS_OF or (direction in DIRECTIONS and bare in reading.singles)
    if is_part and bare and name not in BY_FORM:
        forms, name = (*forms, name), bare
    reading.roster.add(Entry(name, "state", start), *forms).acts += 1


def _may_be_state(name: str) -> bool:
    words = name.split()
    return (
        len(words) <= _MOST_NAME
        and kind_by_words(name) is None
        and not ACRONYM.fullmatch(name)
        and name not in BY_ADJECTIVE
        and name not in BY_CAPITAL
        and words[-1] not in NOBODY_NOUNS
    )


def stems(word: str) -> Iterator[str]:
    """The names of states from which an adjective may be made."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending)
            yield from (stem + each for each in _STATE_ENDS)
