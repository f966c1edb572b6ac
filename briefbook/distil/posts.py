"""Posts of persons who are found: `X, a shop steward`, `X, who heads Y`, `X of Y`, `X is a lecturer at Y`."""

from __future__ import annotations

from briefbook.distil import phrases
from briefbook.distil.members import INSIDE, add_employer, add_party
from briefbook.distil.phrases import ARTICLES, BODY_WORDS, OWNERS, POSSESSIVES
from briefbook.distil.places import Place
from briefbook.distil.reading import Reading, words_at
from briefbook.distil.roster import Entry
from briefbook.distil.runs import BODY_NOUNS
from briefbook.distil.table import words_of
from briefbook.distil.titles import gender_of
from briefbook.distil.whose import owner_within
from briefbook.text.cues import AUXILIARIES, RELATIVES

_HEADING = dict(each.split(":") for each in words_of("persons", "heading"))
_BELONGING = frozenset(words_of("persons", "belonging"))
_COPULAS = frozenset(words_of("names", "copulas"))
_POSTED = frozenset(words_of("names", "posted"))
_BETWEEN = frozenset((",", *words_of("names", "between")))
_ASIDE_FIRST = frozenset(words_of("names", "aside_first"))
_SERVING = frozenset(words_of("names", "serving"))
_SITTING = dict(each.split(":") for each in words_of("persons", "sitting"))
_SITTING_ON = frozenset(words_of("persons", "sitting_on"))
_WEAK = frozenset(words_of("persons", "weak"))
_POST_ENDINGS = words_of("names", "post_endings")
_WORKING = frozenset(words_of("persons", "working"))
_TODAY = frozenset(words_of("persons", "today"))
PAST = words_of("persons", "past")
"""How a post begins that somebody holds no longer."""
_MOST_OF, _MOST_AFTER, _MOST_LEAD = 8, 12, 4
"""Words of the body behind `of`, up to the `as` of a post, and of a post before a name."""


def add_posts(reading: Reading, place: Place) -> None:
    """Gives the person at a place the post and the body that the words behind the name tell of."""
    entry = reading.roster.find(place.parsed.name) or reading.roster.surnamed(
        place.parsed.name, place.parsed.start
    )
    if entry is None or entry.kind != "person" or entry.known:
        return
    if not entry.role or entry.role in _WEAK or _is_past(entry, place):
        found = (
            _aside(reading, place)
            or _verbal(reading, place)
            or _lead(reading, place)
            or _before_aside(reading, place)
        )
        if found is not None:
            _take(entry, place, *found)
    _extend(reading, entry, place)
    add_party(reading, entry, place)
    _extend_by_verb(reading, entry, place)
    add_employer(reading, entry, place)


def _take(entry: Entry, place: Place, role: str, start: int, end: int) -> None:
    entry.role = role
    first = place.low(start)
    entry.owner = first if first in OWNERS else owner_within(place.tokens, start, end)
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
    if place.low(at) == "," and place.low(at + 1).isdigit():
        at += 2
    while place.low(at) in _BETWEEN:
        at += 1
    verb = place.low(at)
    if verb in _SITTING and place.low(at + 1) in _SITTING_ON:
        end = phrases.phrase_end(tokens, at + 2, place.last)
        words = words_at(reading, place, at + 2, end)
        return (f"{_SITTING[verb]} of {words}", at + 2, end) if words else None
    if verb in _HEADING:
        end = phrases.phrase_end(tokens, at + 1, place.last)
        words = words_at(reading, place, at + 1, end)
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


def _is_past(entry: Entry, place: Place) -> bool:
    """Whether what somebody was is told first, and then what that one is today: `ex-director X, now a Y`."""
    return entry.role.startswith(PAST) and place.low(place.run.last + 1) in _TODAY


def _before_aside(reading: Reading, place: Place) -> tuple[str, int, int] | None:
    """A post before more words and the name: `An engineer who saw it, X,`, `the convener at the yard, X,`."""
    tokens, end = place.tokens, place.run.first - 1
    if place.before != "," or place.behind != ",":
        return None
    start = next((at for at in range(end - 1, place.first - 1, -1) if _opens(place, at)), end)
    stop = start
    while stop < end and tokens[stop].low not in RELATIVES and tokens[stop].low not in _BELONGING:
        stop += 1
    head = phrases.head_of(tokens, start, stop)
    if stop in (start, end) or head != stop - 1 or phrases.sort_of(tokens[head].low) != "person":
        return None
    return phrases.role_of(reading.text, tokens, start, stop, head), start, end


def _opens(place: Place, at: int) -> bool:
    """Whether a phrase begins at a token: with an article, behind a mark or at the head of a sentence."""
    is_led = place.low(at) in ARTICLES | OWNERS
    return is_led and (at == place.first or place.tokens[at - 1].is_mark)


def _extend(reading: Reading, entry: Entry, place: Place) -> None:
    """Takes in the body behind `of`, `at` or `from`, where that follows the name or its description."""
    start, end = entry.context
    is_here = start <= place.run.start and end >= place.run.end
    if entry.context[1] and not is_here:
        return
    at = place.run.last
    while is_here and at < place.last and place.tokens[at].start < end:
        at += 1
    if place.low(at) == "," and entry.context[1] <= place.run.end and _is_body(reading, place, at + 2):
        # `Mr Kerr, of the Unite union`; `of Tarrin` is where somebody lives
        at += 1
    if place.low(at) not in _BELONGING:
        return
    stop = at + 1
    while stop < min(place.last, at + _MOST_OF) and _is_of_name(place, stop):
        stop += 1
    if place.tokens[stop - 1].is_capital or any(each.is_capital for each in place.tokens[at:stop]):
        entry.context = (start if is_here else place.run.start, place.tokens[stop - 1].end)


def _extend_by_verb(reading: Reading, entry: Entry, place: Place) -> None:
    """Takes in the body that somebody `chairs` or `heads`, where the words before do not name it."""
    at = _verb_of_post(place)
    here = range(place.tokens[place.first].start, place.tokens[place.last - 1].end)
    is_here = not entry.context[1] or entry.context[0] in here
    if at and not is_here and not entry.affiliation:
        entry.affiliation = _workplace(reading, place, at)
    elif at and is_here and entry.context[1] <= place.tokens[at].start:
        end = phrases.phrase_end(place.tokens, at + 1, place.last)
        entry.context = (entry.context[0] or place.run.start, place.tokens[end - 1].end)


def _is_body(reading: Reading, place: Place, start: int) -> bool:
    """Whether the name that begins at a token, or behind its article, is one of a body."""
    stop = start + 1
    while stop < place.last and _is_of_name(place, stop):
        stop += 1
    tokens = place.tokens[start : min(stop, place.last)]
    words = {each.words for each in tokens} | {each.low for each in tokens if not each.is_capital}
    name = " ".join(each.words for each in tokens)
    return not words.isdisjoint(BODY_NOUNS | BODY_WORDS) or reading.roster.find(name) is not None


def _workplace(reading: Reading, place: Place, at: int) -> str:
    """`Orme College` of `teaches law at Orme College`."""
    end = phrases.phrase_end(place.tokens, at + 1, place.last)
    behind = (stop for stop in range(at + 1, end) if place.low(stop) in _BELONGING)
    return next((name for stop in behind if (name := _names_behind(reading, place, stop + 1))), "")


def _names_behind(reading: Reading, place: Place, start: int) -> str:
    """The capital words that begin behind small ones: `Hydrolis` of `the consultancy Hydrolis`."""
    while start < place.last and (phrases.is_plain(place.tokens[start]) or place.low(start) in ARTICLES):
        start += 1
    stop = start
    while stop < place.last and _is_of_name(place, stop) and place.tokens[start].is_capital:
        stop += 1
    return words_at(reading, place, start, stop)


def _verb_of_post(place: Place) -> int:
    """The token of `chairs` or `works for` in what is told of a name; 0 where there is none."""
    at = place.run.last
    while place.low(at) == "," or place.low(at) in RELATIVES:
        at += 1
    if _is_verb_of_post(place, at):
        return at
    if at > place.run.last + 1 and place.low(at - 1) in RELATIVES:
        # `X, who sells fruit and chairs Y`
        for index in range(at + 1, min(place.last, at + _MOST_AFTER)):
            if place.tokens[index].words == ",":
                break
            if place.low(index - 1) == "and" and _is_verb_of_post(place, index):
                return index
    return 0


def _is_verb_of_post(place: Place, at: int) -> bool:
    low = place.low(at)
    return low in _HEADING or (low in _WORKING and place.low(at + 1) in _BELONGING)


def _is_of_name(place: Place, at: int) -> bool:
    """Whether a token may belong to the name of a body: `the Institute for Resource Politics`."""
    token = place.tokens[at]
    is_small = token.low in INSIDE or token.low in POSSESSIVES
    return token.is_capital or is_small or token.low in BODY_WORDS or token.words[:1].isdigit()
