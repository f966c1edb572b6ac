"""Persons by a title before their name or by what the words beside it say, and all else that is described."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.distil.bodies import is_explained, name_letters
from briefbook.distil.draft import ActorKind
from briefbook.distil.kinds import kind_by_words
from briefbook.distil.phrases import ARTICLES, BODY_WORDS, NOTHING, OWNERS, POSSESSIVES, STATE_WORDS, Said
from briefbook.distil.places import LOCATING, Place
from briefbook.distil.reading import ACRONYM, GIVEN, NOBODY_NOUNS, REGIONAL, Reading, is_personal, owner_start
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of
from briefbook.distil.titles import gender_of, letters_of, role_of_title

_PAST = frozenset(words_of("names", "past_titles"))
_BODIES_OWN = frozenset(words_of("references", "bodies_own"))
_BEFORE_GIVEN = frozenset(words_of("persons", "before_given"))
_KINDS: Mapping[str, ActorKind] = {
    "person": "person", "body": "organisation", "armed": "armed_group", "state": "state",
}  # fmt: skip


def add_titled(reading: Reading, place: Place) -> None:
    """A person in full behind a title: `Interior Minister Karl Vandemeer`."""
    if " " in place.parsed.name:
        add_titled_again(reading, place)


def add_titled_again(reading: Reading, place: Place) -> None:
    """The same by the surname: `Ms. Pereth`, and whoever is named by title and surname alone."""
    parsed = place.parsed
    body = reading.roster.part_of(reading.text[place.run.start : place.run.end])
    if parsed.title and body is not None:
        # `Queen Astrid` of `Queen Astrid Hospital`
        reading.roster.name(body, reading.text[place.run.start : place.run.end])
        return
    if parsed.title and is_personal(parsed.name) and kind_by_words(parsed.name) is None:
        add_person(reading, place, NOTHING)


def add_described(reading: Reading, place: Place) -> None:
    """A name with words beside it that say what it is."""
    name, roster = place.parsed.name, reading.roster
    if name in REGIONAL or name.rsplit(maxsplit=1)[-1] in NOBODY_NOUNS:
        return
    if place.parsed.title or is_explained(reading, name):
        found = roster.find(name)
        if found is not None and not found.role:
            describe(found, reading.beside(place))
        return
    meant = roster.part_of(name) if ACRONYM.fullmatch(name) else None
    if meant is not None:
        roster.name(meant, name)
        return
    said = _of_body(reading.beside(place), name)
    if said.sort == "person":
        if is_personal(name) and (" " in name or _is_led(place, said)):
            add_person(reading, place, said)
        return
    is_there = place.before in LOCATING and (said.start < place.run.start or said.sort == "state")
    if said.sort and not is_there and roster.surnamed(name) is None:
        context = (min(said.start, place.run.start), max(said.end, place.run.end))
        entry = Entry(name, _KINDS[said.sort], place.parsed.start, said.role, context=context)
        name_letters(reading, place, roster.add(entry))


def _of_body(said: Said, name: str) -> Said:
    """`The broker Nordhav` is a firm where `the broker Ida Moss` is a person."""
    noun = said.role.partition(" of ")[0].split()[-1:]
    is_unlike = name.split(maxsplit=1)[0] not in GIVEN and "." not in name
    is_neighbour = said.owner in _BODIES_OWN and not STATE_WORDS.isdisjoint(noun)
    if said.sort == "person" and is_unlike and is_neighbour:
        # `its neighbour Lantica`
        return said._replace(sort="state", role="")
    is_firm = said.sort == "person" and is_unlike and not BODY_WORDS.isdisjoint(noun)
    return said._replace(sort="body") if is_firm else said


def _is_led(place: Place, said: Said) -> bool:
    """Whether words before a name of one word belong to it; `members, Industrial` would be a list."""
    if said.start >= place.run.start:
        return False
    is_led = place.before != "," or any(
        each.low in POSSESSIVES or each.low in ARTICLES | OWNERS
        for each in place.tokens[place.first : place.run.first]
        if said.start - 5 <= each.start
    )
    return is_led and place.before != "of"


def describe(entry: Entry, said: Said) -> None:
    """Gives somebody a role that words beside a name say, where they speak of the same kind."""
    is_body = said.sort in ("body", "armed") or any(word in BODY_WORDS for word in said.role.split())
    is_fit = said.role and (said.sort == "person" if entry.kind == "person" else is_body)
    if is_fit and not entry.is_known:
        entry.role = said.role
        entry.owner = entry.owner or said.owner
        start = min(said.start, entry.context[0]) if entry.context[1] else said.start
        entry.context = (start, max(said.end, entry.context[1]))
        entry.gender = entry.gender or gender_of(said.role)


def add_person(reading: Reading, place: Place, said: Said) -> Entry:
    """A person with what title and words beside the name say; the one of that surname, where there is one."""
    parsed, roster = place.parsed, reading.roster
    if not said.sort:
        beside = reading.beside(place)
        said = beside if beside.sort == "person" else said
    named = f"{parsed.title} {parsed.name}".strip()
    entry = roster.surnamed(named, parsed.start) or roster.find(parsed.name)
    if entry is None and " " not in parsed.name and _is_of_knight(parsed.title):
        entry = roster.given(parsed.name)
    if entry is None or entry.kind != "person":
        entry = roster.add(Entry(parsed.name, "person", parsed.start))
    elif len(parsed.name.split()) > len(entry.name.split()):
        entry.name = parsed.name
    roster.name(entry, parsed.name, named)
    entry.origin = entry.origin or parsed.origin
    role = _role(place, said)
    if not entry.role and role:
        entry.role, entry.owner = role, said.owner
        start = min(said.start, place.run.start) if said.sort else place.run.start
        if parsed.title:
            start = min(owner_start(place), start)
        entry.context = (start, max(said.end, place.run.end))
    entry.gender = entry.gender or gender_of(parsed.title, said.role)
    return entry


def _is_of_knight(title: str) -> bool:
    """Whether a given name follows a title: `Sir Gareth`, `Sister Agnes`."""
    return not _BEFORE_GIVEN.isdisjoint(title.split()[-1:])


def _role(place: Place, said: Said) -> str:
    """A title, then what else is said: `Foreign Minister, chief negotiator`."""
    title = role_of_title(place.parsed.title)
    role = ", ".join(dict.fromkeys(filter(None, (title, said.role, letters_of(place.tokens, place.run)))))
    return f"{place.before} {role}" if title and place.before in _PAST else role
