"""Posts of persons who are found: `X, a shop steward`, `X, who heads Y`, `X of Y`, `X is a lecturer at Y`."""

from __future__ import annotations

from briefbook.distil import phrases
from briefbook.distil.phrases import ARTICLES, BODY_WORDS, OWNERS, POSSESSIVES
from briefbook.distil.places import Place
from briefbook.distil.reading import Reading
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of
from briefbook.distil.titles import gender_of
from briefbook.text.cues import AUXILIARIES, RELATIVES

_HEADING = dict(each.split(":") for each in words_of("persons", "heading"))
_BELONGING = frozenset(words_of("persons", "belonging"))
_COPULAS = frozenset(words_of("names", "copulas"))
_POSTED = frozenset(words_of("names", "posted"))
_BETWEEN = frozenset((",", *words_of("names", "between")))
_ASIDE_FIRST = frozenset(words_of("names", "aside_first"))
_SERVING = frozenset(words_of("names", "serving"))
_INSIDE = frozenset(("&", "-", *words_of("names", "inside")))
_WEAK = frozenset(words_of("persons", "weak"))
_POST_ENDINGS = words_of("names", "post_endings")
_MOST_OF, _MOST_AFTER, _MOST_LEAD = 8, 12, 4
"""Words of the body behind `of`, up to the `as` of a post, and of a post before a name."""


def add_posts(reading: Reading, place: Place) -> None:
    """Gives the person at a place the post and the body that the words behind the name tell of."""
    entry = reading.roster.find(place.parsed.name) or reading.roster.surnamed(
        place.parsed.name, place.parsed.start
    )
    if entry is None or entry.kind != "person" or entry.known:
        return
    if not entry.role or entry.role in _WEAK:
        found = _aside(reading, place) or _verbal(reading, place) or _lead(reading, place)
        if found is not None:
            _take(entry, place, *found)
    _extend(entry, place)
    _party(reading, entry, place)
    _extend_by_verb(entry, place)


def _party(reading: Reading, entry: Entry, place: Place) -> None:
    """Takes in what stands in brackets behind a name: `Petra Vance (Greens)`."""
    at = place.run.last
    is_party = place.low(at) == "(" and place.low(at + 2) == ")" and place.tokens[at + 1].is_capital
    if is_party and not entry.affiliation:
        name = place.tokens[at + 1].words
        found = reading.roster.find(name) or reading.roster.add(
            Entry(name, "organisation", place.tokens[at + 1].start)
        )
        entry.affiliation = found.name


def _take(entry: Entry, place: Place, role: str, start: int, end: int) -> None:
    entry.role = role
    first = place.low(start)
    entry.owner = first if first in OWNERS else ""
    entry.context = (
        min(place.run.start, place.tokens[start].start),
        max(place.run.end, place.tokens[end - 1].end),
    )
    entry.gender = entry.gender or gender_of(role)


def _lead(reading: Reading, place: Place) -> tuple[str, int, int] | None:
    """Small words right before a name that end like the noun of a post: `acting harbour master X`."""
    end = start = place.run.first
    while start > place.first and phrases.is_plain(place.tokens[start - 1]) and end - start < _MOST_LEAD:
        start -= 1
    if end - start < 2 or not place.low(end - 1).endswith(_POST_ENDINGS):
        return None
    return phrases.role_of(reading.text, place.tokens, start, end, end - 1), start, end


def _aside(reading: Reading, place: Place) -> tuple[str, int, int] | None:
    """What stands apart behind a name and begins like a description: `a shop steward`."""
    tokens = place.tokens
    start = phrases.aside_behind(tokens, place.run.last, place.last)
    while place.low(start) in _ASIDE_FIRST:
        start += 1
    if place.low(start) not in ARTICLES | OWNERS:
        return None
    end = phrases.phrase_end(tokens, start, place.last)
    is_closed = end == place.last or tokens[end].is_mark or tokens[end].low in RELATIVES
    if not is_closed or end - start < 2 or any(each.low in phrases.VERBS for each in tokens[start:end]):
        return None
    head = max(start, phrases.head_of(tokens, start, end))
    return phrases.role_of(reading.text, tokens, start, end, head), start, end


def _verbal(reading: Reading, place: Place) -> tuple[str, int, int] | None:
    """What a verb says of somebody: `who heads Y`, `X chairs Y`, `X is a lecturer`, `appointed as Z`."""
    tokens, at = place.tokens, place.run.last
    if place.low(at) in _BELONGING:
        at += 1
        while at < place.last and _is_of_name(place, at):
            at += 1
    while place.low(at) in _BETWEEN:
        at += 1
    verb = place.low(at)
    if verb in _HEADING:
        end = phrases.phrase_end(tokens, at + 1, place.last)
        words = _words(reading, place, at + 1, end)
        return (f"{_HEADING[verb]} of {words}", at + 1, end) if words else None
    start = at + 1 if verb in _COPULAS else _behind_as(place, at)
    while place.low(start) in AUXILIARIES:
        start += 1
    end = phrases.phrase_end(tokens, start, place.last)
    head = phrases.head_of(tokens, start, end)
    if start <= place.run.last or head < 0 or phrases.sort_of(tokens[head].low) != "person":
        return None
    return phrases.role_of(reading.text, tokens, start, end, head), start, end


def _behind_as(place: Place, at: int) -> int:
    """The token behind `as` in what stands apart behind a name; 0 where there is none."""
    if place.behind != "," and place.low(at) not in _SERVING:
        return 0
    last = min(place.last, at + _MOST_AFTER)
    return next((index + 1 for index in range(at, last) if place.low(index) in _POSTED), 0)


def _words(reading: Reading, place: Place, start: int, end: int) -> str:
    if start >= end:
        return ""
    return " ".join(reading.text[place.tokens[start].start : place.tokens[end - 1].end].split())


def _extend(entry: Entry, place: Place) -> None:
    """Takes in the body behind `of`, `at` or `from`, where that follows the name or its description."""
    start, end = entry.context
    is_here = start <= place.run.start and end >= place.run.end
    if entry.context[1] and not is_here:
        return
    at = place.run.last
    while is_here and at < place.last and place.tokens[at].start < end:
        at += 1
    if place.low(at) not in _BELONGING:
        return
    stop = at + 1
    while stop < min(place.last, at + _MOST_OF) and _is_of_name(place, stop):
        stop += 1
    if place.tokens[stop - 1].is_capital or any(each.is_capital for each in place.tokens[at:stop]):
        entry.context = (start if is_here else place.run.start, place.tokens[stop - 1].end)


def _extend_by_verb(entry: Entry, place: Place) -> None:
    """Takes in the body that somebody `chairs` or `heads`, where the words before do not name it."""
    at = place.run.last
    while place.low(at) in (",", "who"):
        at += 1
    if place.low(at) in _HEADING and entry.context[1] <= place.tokens[at].start:
        end = phrases.phrase_end(place.tokens, at + 1, place.last)
        entry.context = (entry.context[0] or place.run.start, place.tokens[end - 1].end)


def _is_of_name(place: Place, at: int) -> bool:
    """Whether a token may belong to the name of a body: `the Institute for Resource Politics`."""
    token = place.tokens[at]
    is_small = token.low in _INSIDE or token.low in POSSESSIVES
    return token.is_capital or is_small or token.low in BODY_WORDS
