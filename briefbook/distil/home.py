"""The state that an article is about, by its dateline, its headline and what it tells; and its capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.distil.known import BY_CAPITAL, BY_FORM
from briefbook.distil.owners import city_of, state_of
from briefbook.distil.phrases import ARTICLES, POSSESSIVES, VERBS
from briefbook.distil.places import LOCATING, Place, acts
from briefbook.distil.reading import Reading
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.states import stems
from briefbook.distil.table import words_of

_BEHIND_IN = re.compile(r"\bin ([A-Z]\w{3,40})\b")
_CAPITAL = frozenset(words_of("states", "capital"))
_LABELS = frozenset(words_of("states", "labels"))
_MOST_STATES, _MOST_LABEL, _MOST_NEIGHBOUR = 60, 3, 3
"""States that are compared, words of a headline's label, mentions of a neighbour that is not at home."""


def find_home(roster: Roster, text: str) -> Entry | None:
    """The state that an article is about: the one named most, if it has a government there."""
    told = [each for each in roster if each.kind == "state" and each.start >= 0][:_MOST_STATES]
    counts = {id(each): sum(text.count(form) for form in each.forms if len(form) > 2) for each in told}
    states = [
        each
        for each in told
        if not each.is_neighbour or each is roster.setting or counts[id(each)] > _MOST_NEIGHBOUR
    ]
    if not states:
        return None
    own = {id(each) for each in states if not each.is_known and (each.acts or each is roster.setting)}
    best = max(states, key=lambda each: (id(each) in own, counts[id(each)], -each.start))
    if not best.is_known:
        return best if id(best) in own else None
    has_rivals = any(
        each is not best and (each.acts or counts[id(each)] * 3 > counts[id(best)]) for each in told
    )
    return None if has_rivals else best


def add_setting(reading: Reading) -> None:
    """The state of the dateline or of the label of the headline."""
    roster = reading.roster
    name = state_of(reading.article) or _label(reading) or _in_headline(reading)
    if not name or name in BY_FORM:
        return
    found = roster.find(name) or roster.add(Entry(name, "state", max(reading.text.find(name), 0)))
    roster.setting = found if found.kind == "state" else None


def _label(reading: Reading) -> str:
    """`Lantica` of `Lantica: Free the teachers` and `LANTICA: FLOODS`, where the report knows that place."""
    label, colon, _ = reading.article.headline.split("\n")[0].partition(":")
    words = label.split()
    is_name = colon and 0 < len(words) <= _MOST_LABEL and all(each[:1].isupper() for each in words)
    name = label.title() if label.isupper() else label
    if not is_name or not _LABELS.isdisjoint(label.lower().split()):
        return ""
    own = {each for place in reading.places for each in place.parsed.name.split()}
    is_told = name in reading.located or (label.isupper() and not own.isdisjoint(name.split()))
    return name if is_told else ""


def _in_headline(reading: Reading) -> str:
    """`Lantica` of `Floods in Lantica`, where the report has its adjective too or speaks of it as a state."""
    for found in _BEHIND_IN.finditer(reading.article.headline):
        if found[1] in reading.located and any(found[1] in stems(word) for word in reading.words):
            return found[1]
    return ""


def read_capitals(reading: Reading) -> None:
    """Notes the cities that are called a capital, each with the word that says of what."""
    for place in reading.places:
        if place.parsed.name and " " not in place.parsed.name and place.parsed.name not in BY_CAPITAL:
            for owner in _owners(place):
                reading.capitals.setdefault(place.parsed.name, owner)


def _owners(place: Place) -> Iterator[str]:
    """The word before `capital` beside a name, if the name is one of a capital."""
    before = place.run.first - 1 - (place.before == ",")
    if place.low(before) in _CAPITAL:
        at = before - 1 - (place.low(before - 1) in POSSESSIVES)
        yield place.tokens[at].words if at >= place.first else ""
    behind = place.run.last + 1
    behind += place.low(behind) in ARTICLES
    if place.behind == "," and place.low(behind) in _CAPITAL:
        at = behind + 2
        yield place.tokens[at].words if place.low(behind + 1) == "of" and at < place.last else ""


def _stands_for_state(reading: Reading, city: str) -> bool:
    """Whether a city does what people do: `Lanham is willing to talk`."""
    places = (each for each in reading.places if each.parsed.name == city and each.before not in LOCATING)
    return any(acts(each) or each.behind in VERBS for each in places)


def add_capitals(reading: Reading) -> None:
    """Gives each state its capital, by which the article may mean it."""
    roster = reading.roster
    home = find_home(roster, reading.text)
    city = city_of(reading.article)
    if city and state_of(reading.article) and city not in BY_CAPITAL and _stands_for_state(reading, city):
        reading.capitals.setdefault(city, "")
    for name, owner in reading.capitals.items():
        state = roster.adjectives.get(owner) or roster.find(owner) or home
        if state is not None and state.kind == "state" and roster.find(name) is None:
            state.capital = name
            roster.name(state, name)
