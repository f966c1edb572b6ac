"""Persons whom a phrase leads to: `the panel, led by X`, `a man known as X`, `who goes by the name of X`."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil import phrases
from briefbook.distil.owners import WORKPLACES
from briefbook.distil.phrases import ARTICLES, OWNERS
from briefbook.distil.places import Place
from briefbook.distil.reading import Reading, is_personal
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, RELATIVES
from briefbook.text.narrative import Token

_HEADED = dict(each.split(":") for each in words_of("persons", "headed"))
_HEADED_BY = frozenset(words_of("persons", "headed_by"))
_CALLED = tuple(tuple(each.split()) for each in words_of("persons", "called"))
_NAMED = tuple(tuple(each.split()) for each in words_of("persons", "named"))
_LAST = frozenset(each[-1] for each in _CALLED + _NAMED)
_PASSED = RELATIVES | AUXILIARIES | phrases.VERBS | {","}
_MEN = frozenset(words_of("persons", "somebody"))
_MOST_SMALL, _MOST_PHRASE = 4, 8
"""Words between `by` and a name, words of a phrase before."""


def add_called(reading: Reading, place: Place) -> None:
    """A person by the name that somebody goes by, with the post before it: `its head, known as X`."""
    name = place.parsed.name
    end = place.run.first - (place.before == ",")
    if place.low(end - 1) not in _LAST or not is_personal(name) or reading.roster.find(name) is not None:
        return
    named, called = _length(place, end, _NAMED), _length(place, end, _CALLED)
    if not named and not called:
        return
    start, stop, is_man = _described(place, end - max(named, called))
    tokens = place.tokens
    head = phrases.head_of(tokens, start, stop)
    sort = phrases.sort_of(tokens[head].low) if head >= 0 else ""
    if sort not in ("person", "") or not (named or is_man or sort):
        return
    is_led = start < stop - 1 and tokens[start].low in ARTICLES | OWNERS
    role = phrases.role_of(reading.text, tokens, start, stop, max(head, start)) if is_led or sort else ""
    owner = tokens[start].low if is_led and tokens[start].low in OWNERS else ""
    context = (min(tokens[start].start, place.run.start), place.run.end)
    entry = Entry(name, "person", place.parsed.start, role, owner=owner, context=context)
    reading.roster.add(entry, reading.text[place.run.start : place.run.end])


def add_headed(reading: Reading, place: Place) -> None:
    """Gives a person the body that is led by him or her: `the panel, led by retired judge X`."""
    roster, tokens = reading.roster, place.tokens
    at = place.run.first - 1
    while at > place.first and place.run.first - at <= _MOST_SMALL and phrases.is_plain(tokens[at]):
        at -= 1
    verb = place.low(at - 1)
    if place.low(at) not in _HEADED_BY or verb not in _HEADED:
        return
    found = roster.find(place.parsed.name) or roster.surnamed(place.parsed.name)
    if found is not None and found.kind == "person":
        found.headed = _headed(reading, place, at - 1)
        found.role = found.role or (found.headed and _HEADED[verb])


def _length(place: Place, end: int, leads: Sequence[tuple[str, ...]]) -> int:
    """How many words before a token are the longest of such leads; 0 where none of them is."""
    lows = tuple(each.low for each in place.tokens[max(place.first, end - _MOST_PHRASE) : end])
    return max((len(each) for each in leads if lows[-len(each) :] == each), default=0)


def _described(place: Place, end: int) -> tuple[int, int, bool]:
    """The phrase before a lead, and whether that speaks of a man or a woman."""
    tokens, first = place.tokens, place.first
    while end > first and (tokens[end - 1].low in RELATIVES or tokens[end - 1].low in AUXILIARIES):
        end -= 1
    is_man = end > first and tokens[end - 1].low in _MEN
    if is_man:
        end -= 1
        end -= end > first and tokens[end - 1].low in ARTICLES
    end -= end > first and tokens[end - 1].words == ","
    return _phrase_start(tokens, max(first, end - _MOST_PHRASE), end), end, is_man


def _phrase_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the phrase before a token begins, with its article or owner."""
    start = end
    while start > first and not tokens[start - 1].is_mark:
        start -= 1
        if tokens[start].low in ARTICLES | OWNERS:
            break
    return start


def _headed(reading: Reading, place: Place, end: int) -> str:
    """The body before `led by`: its name, or its noun."""
    tokens = place.tokens
    while end > place.first and tokens[end - 1].low in _PASSED:
        end -= 1
    start = _phrase_start(tokens, max(place.first, end - _MOST_PHRASE), end)
    start += start < end and tokens[start].low in ARTICLES | OWNERS
    words = " ".join(reading.text[tokens[start].start : tokens[end - 1].end].split()) if start < end else ""
    is_body = end > start and tokens[end - 1].low in WORKPLACES
    return words if is_body or reading.roster.find(words) is not None else ""
