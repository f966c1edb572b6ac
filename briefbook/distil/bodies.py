"""Bodies and armed groups by their own words, those that everybody knows among them."""

from __future__ import annotations

from briefbook.distil import phrases
from briefbook.distil.draft import ActorKind
from briefbook.distil.kinds import kind_by_words
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.phrases import POSSESSIVES, Said
from briefbook.distil.places import Place, acts_behind
from briefbook.distil.reading import ACRONYM, Reading, owner_start
from briefbook.distil.roster import Entry
from briefbook.distil.runs import HONORIFICS
from briefbook.distil.table import words_of

_FOR = frozenset(words_of("persons", "portfolio_behind"))
_MINISTERS = frozenset((*words_of("persons", "minister"), *words_of("persons", "secretary")))
_RIVALS = frozenset(words_of("bodies", "rivals"))
_POLITICAL = frozenset(words_of("bodies", "political"))
_FIGHTERS = frozenset(words_of("bodies", "fighters"))
_MEDIA_NOUNS = frozenset(words_of("bodies", "media_nouns"))
_PARTY_BEHIND = frozenset(words_of("states", "party_behind"))


def add_known(reading: Reading, place: Place) -> None:
    """States and bodies that need no introduction, by their names and adjectives."""
    parsed, roster = place.parsed, reading.roster
    for word in (parsed.name, parsed.origin):
        known = BY_FORM.get(word)
        if known is not None and roster.find(word) is None:
            start = parsed.start if word == parsed.name else place.run.start
            roster.add(Entry(known.name, known.kind, start, is_known=True), word)
    known = BY_FORM.get(parsed.name)
    if known is not None and acts_behind(place):
        roster.add(Entry(known.name, known.kind, parsed.start, is_known=True)).acts += 1
    state = BY_CAPITAL.get(parsed.name)
    if state is not None and (acts_behind(place) or place.before in _PARTY_BEHIND):
        roster.add(Entry(state.name, "state", parsed.start, is_known=True)).acts += 1
    kind = kind_by_words(parsed.origin)
    if kind is not None and parsed.title:
        roster.add(Entry(parsed.origin, kind, place.run.start))
    origin = BY_ADJECTIVE.get(parsed.origin)
    if origin is not None:
        roster.add(Entry(origin.name, "state", place.run.start, is_known=True)).acts += 1


def add_bodies(reading: Reading, place: Place) -> None:
    """A name with the noun of a body in it, and the letters that stand for it."""
    name, roster = place.parsed.name, reading.roster
    kind = kind_by_words(name)
    if name in BY_FORM:
        name_letters(reading, place, roster.find(name))
        return
    if kind is None or kind == "state" or place.parsed.title or not HONORIFICS.isdisjoint(name.split()[1:]):
        return
    if place.before in _FOR and place.low(place.run.first - 2) in _MINISTERS:
        # `Minister for Disaster Relief`
        return
    owned = _owned(reading, place)
    longer = owned or roster.part_of(name)
    if longer is not None:
        if owned is None:
            roster.name(longer, name)
        return
    said = phrases.before(reading.text, place.tokens, place.first, place.run.first)
    aside = phrases.behind_comma(reading.text, place.tokens, place.run.last, place.last)
    kind = _kind_told(kind, said, aside)
    is_rival = not _RIVALS.isdisjoint(said.role.split()[-1:])
    role = said.role if said.sort != "person" or is_rival else ""
    role = role or ("media" if name.split()[-1] in _MEDIA_NOUNS else "")
    start = min(owner_start(place), said.start if said.sort else place.run.start)
    entry = roster.add(Entry(name, kind, place.parsed.start, role, context=(start, place.run.end)))
    if place.before in POSSESSIVES and start < place.parsed.start:
        roster.name(entry, " ".join(reading.text[start : place.run.end].split()))
    name_letters(reading, place, entry)


def _kind_told(kind: ActorKind, *beside: Said) -> ActorKind:
    """The kind of a body by what is said beside it: `a militia`, or `the opposition` of a Front."""
    words = {word.strip(",.").lower() for each in beside for word in each.role.split()}
    if kind == "armed_group":
        return kind if words.isdisjoint(_POLITICAL) else "organisation"
    return "armed_group" if any(each.sort == "armed" for each in beside) else kind


def add_fighters(reading: Reading, place: Place) -> None:
    """A body whose fighters are told of is an armed group: `KDF gunmen`."""
    found = reading.roster.find(place.parsed.name) if place.behind in _FIGHTERS else None
    if found is not None and found.kind == "organisation" and not found.is_known:
        found.kind = "armed_group"


def _owned(reading: Reading, place: Place) -> Entry | None:
    """Who is known with its owner before it: `Lantica’s Foreign Ministry`."""
    if place.before not in POSSESSIVES:
        return None
    return reading.roster.find(" ".join(reading.text[owner_start(place) : place.run.end].split()))


def name_letters(reading: Reading, place: Place, entry: Entry | None) -> None:
    """The short form in brackets behind a name: `(OCHA)`, `(or OCHA)`."""
    at = place.run.last
    if entry is None or place.low(at) != "(":
        return
    end = next((stop for stop in range(at + 1, min(place.last, at + 4)) if place.low(stop) == ")"), 0)
    letters = place.tokens[end - 1].words if end > at + 1 else ""
    # In `the mission in Congo (MONUSCO)` the letters are those of the mission.
    is_place = entry.kind == "state" and not entry.name.startswith(letters[:1])
    if ACRONYM.fullmatch(letters) and not is_place:
        other = reading.roster.find(letters)
        if other is not None and other is not entry and not other.known:
            reading.roster.merge(other, entry)
        reading.roster.name(entry, letters)


def is_explained(reading: Reading, name: str) -> bool:
    """Whether a name is that of somebody who is known by now, or an adjective."""
    return name in BY_FORM or name in BY_ADJECTIVE or reading.roster.find(name) is not None
