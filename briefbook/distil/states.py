"""States that stand in no list: `Sorrel’s government`, `the government of Sorrel`, and their adjectives."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefbook.distil.kinds import kind_by_words
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.phrases import POSSESSIVES, VERBS
from briefbook.distil.places import Place
from briefbook.distil.reading import ACRONYM, DIRECTIONS, GIVEN, NOBODY_NOUNS, Reading
from briefbook.distil.roster import Entry
from briefbook.distil.sentence import PEOPLE, PERSON
from briefbook.distil.table import words_of

_OWNED = frozenset(words_of("states", "owned"))
_OWNED_BEHIND = frozenset(words_of("states", "owned_behind"))
_OWNED_PAIRS = frozenset(words_of("states", "owned_pairs"))
BODIES_OWN = frozenset(words_of("references", "bodies_own"))
_NEIGHBOURING = frozenset(words_of("states", "neighbouring"))
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
    if place.parsed.title or not may_be_state(name, reading.capitals) or roster.surnamed(name):
        return
    before = place.low(place.run.first - 2)
    is_of = place.before == "of" and before in _OF
    if is_of and before in _UNSURE_OF and roster.find(name) is not None:
        return
    is_asked = place.before in _HEARD_BY and name in reading.located and " " not in name
    if is_asked and roster.find(name) is None:
        _name_state(reading, name, place.parsed.start)
        return
    owns = place.before in _NEIGHBOURING or _has_minister(place)
    owns = owns or (place.behind in POSSESSIVES and _owns_as_state(place))
    found = roster.find(name)
    if is_of or (owns and (found is None or found.kind == "state")):
        _name_state(reading, name, place.parsed.start)
        if found is None and place.before in _NEIGHBOURING:
            roster.entries[-1].is_neighbour = True


def _owns_as_state(place: Place) -> bool:
    """Whether what stands behind `’s` is a state’s: `government`, `energy minister`, `central bank`."""
    one, two = (place.low(place.run.last + count) for count in (1, 2))
    return one in _OWNED or two in _OWNED_BEHIND or f"{one} {two}" in _OWNED_PAIRS


def _has_minister(place: Place) -> bool:
    """Whether a sentence that a name opens goes on with `its minister`."""
    opens = place.run.first == place.first and place.behind in VERBS
    owned = (at for at in range(place.run.last, place.last) if opens and place.low(at) in BODIES_OWN)
    return any(place.low(at + count) in _OWNED_BEHIND for at in owned for count in (1, 2, 3))


def add_adjectives(reading: Reading) -> None:
    """The adjectives of states in no list: `Brennian` beside `Brennia`."""
    roster = reading.roster
    official = {each for place in reading.places if (each := _official(place))}
    for word in sorted(reading.words - BY_ADJECTIVE.keys()):
        for name in stems(word):
            if name == word:
                continue
            entry = roster.find(name)
            is_told = name in reading.located or word in official
            if entry is None and is_told and name in reading.singles and not roster.surnamed(name):
                first = next(each.parsed.start for each in reading.places if each.parsed.name == name)
                entry = roster.add(Entry(name, "state", first, acts=int(word in official)))
            if entry is not None and entry.kind == "state" and not entry.is_known:
                roster.adjectives[word] = entry


def _official(place: Place) -> str:
    """The word before an office or the noun of what a state has: `Lantican` of `a Lantican official`."""
    if place.parsed.title:
        return place.parsed.origin
    word, behind = place.tokens[place.run.last - 1].words, place.behind
    is_owner = behind in _OWNED or behind in PERSON or behind in PEOPLE
    return word if is_owner or f"{behind} {place.low(place.run.last + 1)}" in _OWNED_PAIRS else ""


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


def may_be_state(name: str, capitals: Collection[str]) -> bool:
    """Whether a name may be a state’s by its own words."""
    words = name.split()
    return (
        len(words) <= _MOST_NAME
        and kind_by_words(name) is None
        and not ACRONYM.fullmatch(name)
        and name not in BY_ADJECTIVE
        and name not in BY_CAPITAL
        and name not in capitals
        and words[-1] not in NOBODY_NOUNS
        and words[-1].lower() not in _OWNED
        and not (len(words) > 1 and words[0] in GIVEN)
    )


def stems(word: str) -> Iterator[str]:
    """The names of states from which an adjective may be made."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending)
            yield from (stem + each for each in _STATE_ENDS)
