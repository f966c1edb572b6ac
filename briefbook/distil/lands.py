"""States that stand in no list and show no ministry: by their adjective, borders, policies and wars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from briefbook.distil.owners import city_of
from briefbook.distil.phrases import POSSESSIVES
from briefbook.distil.places import Place
from briefbook.distil.reading import DIRECTIONS, GIVEN, Reading
from briefbook.distil.roster import Entry
from briefbook.distil.states import BODIES_OWN, may_be_state, stems
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, PASSIVE

_ENDINGS = words_of("states", "name_endings")
_POLICIES = frozenset(words_of("states", "policies"))
_HOLDINGS = frozenset(words_of("states", "holdings"))
_BORDERING = frozenset(words_of("states", "bordering"))
_CROSSED = frozenset(words_of("states", "crossed"))
_WARS = frozenset(words_of("states", "wars"))
_VIOLENCE = _WARS | frozenset(words_of("states", "violence"))
_FROM_THERE = frozenset(words_of("states", "from_there"))
_TOWNS = frozenset(words_of("states", "towns"))
_AT_TOWN = frozenset(words_of("persons", "placing"))
_NAMING_TOWN = frozenset(words_of("names", "before_town"))
_DIRECTIONS = frozenset(map(str.lower, DIRECTIONS))
_ENOUGH = 2
"""One sign alone may be a town’s or a company’s."""
_UNSURE = frozenset(("ending", "policy"))
"""A company may end in `ia` and do something too."""
_MOST_OWNED, _MOST_NEAR = 3, 8


def add_lands(reading: Reading) -> None:
    """The names that several signs show to be of states."""
    seen: dict[str, list[Place]] = defaultdict(list)
    for place in reading.places:
        if place.parsed.name and not place.parsed.title:
            seen[place.parsed.name].append(place)
    derived = {stem for word in reading.words for stem in stems(word) if stem != word}
    seen.pop(city_of(reading.article), None)
    for name, places in seen.items():
        if not _is_free(reading, name) or any(map(_is_town, places)):
            continue
        signs = {sign for sign, shows in _SIGNS.items() if any(map(shows, places))}
        signs |= {"adjective"} if name in derived else set()
        signs |= {"ending"} if name.endswith(_ENDINGS) else set()
        if len(signs) >= _ENOUGH and not signs <= _UNSURE:
            entry = reading.roster.add(Entry(name, "state", places[0].parsed.start, acts=1))
            entry.is_neighbour = "crossed" in signs and "policy" not in signs


def _is_free(reading: Reading, name: str) -> bool:
    """Whether a name of one word may be a state’s, and is nobody’s yet."""
    roster = reading.roster
    is_taken = roster.find(name) or roster.surnamed(name) or roster.short_for(name) or roster.part_of(name)
    is_one = " " not in name and name not in GIVEN
    return is_one and not is_taken and may_be_state(name, reading.capitals)


def _is_town(place: Place) -> bool:
    """Whether a name is said to be that of a town or a river: `at X`, `the town of X`, `X hospital`."""
    noun = place.low(place.run.first - 2) if place.before == "of" else place.before
    is_led = place.before in _NAMING_TOWN and place.behind not in _FROM_THERE
    return place.before in _AT_TOWN or is_led or noun in _TOWNS or place.behind in _TOWNS


def _holds(place: Place) -> bool:
    """Whether it has what states have: `X’s airspace`, `X, whose army`, `X hopes so. Its ambassador`."""
    first, last = place.run.last, len(place.tokens)
    owners = (at for at in range(first, min(last, first + _MOST_NEAR)) if _is_owner(place, at))
    return any(
        place.tokens[index].low in _HOLDINGS
        for at in owners
        for index in range(at + 1, min(last, at + 1 + _MOST_OWNED))
    )


def _is_owner(place: Place, at: int) -> bool:
    """Whether a token is the mark of possession behind a name, or `its` further on."""
    low = place.tokens[at].low
    return low in POSSESSIVES if at == place.run.last else low in BODIES_OWN


def _makes_policy(place: Place) -> bool:
    """Whether the verb behind a name is one of states: `will charge`, `regards`, `has annexed`."""
    at = place.run.last
    while place.low(at) in AUXILIARIES | PASSIVE:
        at += 1
    return place.low(at) in _POLICIES


def _is_origin(place: Place) -> bool:
    """Whether a noun right behind a name says what is from there: `a Norland firm`."""
    return place.behind in _FROM_THERE


def _is_part(place: Place) -> bool:
    """Whether a direction stands before a name: `eastern X`."""
    return place.before in _DIRECTIONS


def _has_border(place: Place) -> bool:
    """Whether one has a border or a treaty with it: `exports to X`."""
    return f"{place.low(place.run.first - 2)} {place.before}" in _BORDERING


def _is_crossed(place: Place) -> bool:
    """Whether people come from there over a border: `crossed from X`."""
    return f"{place.low(place.run.first - 2)} {place.before}" in _CROSSED


def _is_at_war(place: Place) -> bool:
    """Whether a war is told of beside a part of it, or fighting from which people cross a border."""
    what = _VIOLENCE if _is_crossed(place) else _WARS if _is_part(place) else frozenset()
    near = range(place.run.first - _MOST_NEAR, place.run.last + _MOST_NEAR)
    return any(place.low(at) in what for at in near)


_SIGNS: Mapping[str, Callable[[Place], bool]] = {
    "holding": _holds,
    "policy": _makes_policy,
    "origin": _is_origin,
    "part": _is_part,
    "border": _has_border,
    "crossed": _is_crossed,
    "war": _is_at_war,
}
"""What the words around a name may show."""
