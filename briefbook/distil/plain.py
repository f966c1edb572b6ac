"""Names that nothing explains: short for another one, or a person’s or a body’s by how they are used."""

from __future__ import annotations

import re

from briefbook.distil.draft import ActorKind
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL
from briefbook.distil.phrases import ARTICLES, ROLES
from briefbook.distil.places import LOCATING, Place, acts, acts_behind
from briefbook.distil.reading import (
    ACRONYM,
    DIRECTIONS,
    GIVEN,
    NOBODY_NOUNS,
    NOBODY_WORDS,
    REGIONAL,
    Reading,
    is_personal,
    owner_start,
)
from briefbook.distil.roster import Entry
from briefbook.distil.runs import BODY_NOUNS, OFFICES, PARTICLES, PARTIES
from briefbook.distil.table import words_of
from briefbook.distil.titles import letters_of
from briefbook.text.cues import PREPOSITIONS

_NO_NAME_ENDINGS = words_of("names", "no_name_endings")
_STATE_ENDINGS = words_of("states", "name_endings")
_ACCUSED = frozenset((*words_of("speech", "accusing"), *words_of("speech", "blaming")))
_ACCUSED_OF = frozenset(words_of("groups", "accused_of"))
_PARTY = frozenset(words_of("bodies", "party"))
_TICKERS = frozenset(words_of("names", "tickers"))
_SHARES = frozenset(words_of("names", "shares"))
_INITIALS = re.compile(r"(?:[A-Z]\.)+|[A-Z]{2,3}")
_DOUBLE = re.compile(r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+-[A-Z\u00c0-\u00de]\w+")
_GIVEN, _INITIAL, _ACTS, _AGAIN, _ENOUGH = 3, 2, 2, 2, 3
"""How much speaks for a person: a given name, initials, an act, the surname alone; and how much is enough."""


def add_plain(reading: Reading, place: Place) -> None:
    """A name that stands there without title and description."""
    name = place.parsed.name
    words = name.split()
    if place.parsed.title or reading.roster.find(name) or _is_nobody(words):
        return
    if len(words) == 1:
        _add_single(reading, place, name)
    elif (entry := reading.roster.surnamed(name)) is not None:
        reading.roster.name(entry, name)
    elif (longer := reading.roster.part_of(name)) is not None:
        if name not in reading.located:
            reading.roster.name(longer, name)
    elif _is_person(reading, place, words):
        _add_person(reading, place, name)
    elif place.before == "the" and not place.run.is_opening and _is_body(place):
        reading.roster.add(Entry(name, "organisation", place.parsed.start))


def _is_body(place: Place) -> bool:
    """`the Bread and Land party`, and whatever acts with an article before it."""
    return place.behind in PARTIES or acts_behind(place)


def _is_nobody(words: list[str]) -> bool:
    name = " ".join(words)
    return (
        name in BY_ADJECTIVE
        or name in BY_CAPITAL
        or name in NOBODY_WORDS
        or name.lower() in ARTICLES
        or words[-1] in NOBODY_NOUNS
        or any(word in REGIONAL or word in BY_ADJECTIVE for word in words)
    )


def _is_person(reading: Reading, place: Place, words: list[str]) -> bool:
    """Whether enough speaks for a person."""
    name = " ".join(words)
    if not is_personal(name) or place.before == "the" or words[0] in DIRECTIONS or words[-1] in BODY_NOUNS:
        return False
    weight = 0
    if words[0] in GIVEN:
        weight += _GIVEN
    elif _INITIALS.fullmatch(words[0]) or any(_INITIALS.fullmatch(word) for word in words[1:-1]):
        weight += _INITIAL
    if any(word.lower() in PARTICLES for word in words[1:-1]):
        weight += _INITIAL
    if _DOUBLE.fullmatch(words[-1]):
        weight += _GIVEN
    if acts(place):
        weight += _ACTS + (place.before not in ARTICLES)
    if words[-1] in reading.singles and words[-1] not in reading.located:
        weight += _AGAIN + (words[-1] in reading.speaking or place.before not in PREPOSITIONS)
    if name in reading.located:
        weight -= _GIVEN
    return weight >= _ENOUGH


def _add_person(reading: Reading, place: Place, name: str) -> None:
    roster = reading.roster
    short = roster.find(name.rsplit(maxsplit=1)[-1])
    if short is not None and short.kind == "person":
        # Only `Ms. Toss` was known; here she stands in full.
        short.name, short.start = name, min(short.start, place.parsed.start)
        roster.name(short, name)
        return
    entry = Entry(name, "person", place.parsed.start, context=(owner_start(place), place.run.end))
    entry.role = letters_of(place.tokens, place.run)
    roster.add(entry)


def _add_single(reading: Reading, place: Place, name: str) -> None:
    """One word: short for a body or person, letters that stand for a body, or somebody by what it does."""
    roster = reading.roster
    body = roster.short_for(name) or roster.ending_in(name)
    if body is not None and name not in roster.adjectives and name not in OFFICES:
        is_used = acts_behind(place) or place.behind in ROLES
        if (is_used and name not in reading.located) or _is_company(place):
            roster.name(body, name)
        return
    known = roster.given(name)
    if known is not None and name not in reading.located:
        roster.name(known, name)
        return
    if name in BODY_NOUNS or name in roster.adjectives or roster.surnamed(name) is not None:
        return
    if place.behind in _PARTY and place.before not in LOCATING:
        roster.add(Entry(name, "organisation", place.parsed.start), f"{name} {place.behind}")
    elif ACRONYM.fullmatch(name):
        if acts(place):
            roster.add(Entry(name, "organisation", place.parsed.start))
    elif _is_company(place):
        roster.add(Entry(name, "organisation", place.parsed.start))
    elif len(name) > 2 and (acts_behind(place) or _is_accused(place)) and _is_name(reading, place, name):
        roster.add(Entry(name, _kind_of_single(reading, place, name), place.parsed.start))


def _is_accused(place: Place) -> bool:
    """`accused X of`, `blamed X for`."""
    return place.before in _ACCUSED and place.behind in _ACCUSED_OF


def _is_name(reading: Reading, place: Place, name: str) -> bool:
    """Whether a word is a name, and no noun at the head of a sentence."""
    return not place.run.is_opening or name in reading.inside or not name.endswith(_NO_NAME_ENDINGS)


def _is_company(place: Place) -> bool:
    """`shares in X`, `a unit of X`, `X (NYSE: XX)`."""
    if place.behind == "(" and place.low(place.run.last + 1) in _TICKERS:
        return True
    return place.before in ("in", "of") and place.low(place.run.first - 2) in _SHARES


def _kind_of_single(reading: Reading, place: Place, name: str) -> ActorKind:
    if name in GIVEN:
        return "person"
    other = place.tokens[place.run.last + 1].words if place.behind == "and" else ""
    other = place.tokens[place.run.first - 2].words if _is_accused(place) else other
    beside = reading.roster.find(other) if other else None
    is_beside_state = beside is not None and beside.kind == "state"
    is_headed = f" OF {name.upper()}" in reading.text
    is_state = is_beside_state or is_headed or name in reading.located or name.endswith(_STATE_ENDINGS)
    return "state" if is_state else "organisation"
