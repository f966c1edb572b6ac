"""What the steps of the casting share: the text, the roster that they fill, and how each name is used."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from briefbook.distil import phrases
from briefbook.distil.article import Article
from briefbook.distil.phrases import NOTHING, POSSESSIVES, Said
from briefbook.distil.places import LOCATING, Place, acts, find_places
from briefbook.distil.roster import Roster
from briefbook.distil.table import words_of

GIVEN = frozenset(words_of("persons", "given"))
NOBODY_NOUNS = frozenset(words_of("nobody", "nouns"))
NOBODY_FIRSTS = frozenset(words_of("nobody", "firsts"))
NOBODY_WORDS = frozenset(words_of("nobody", "words"))
REGIONAL = frozenset(words_of("states", "regional"))
DIRECTIONS = frozenset(words_of("names", "directions"))
ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}|[A-Z]\w{0,2}[A-Z]{2,}")
_PARTS = frozenset(words_of("names", "place_parts"))
_PAST = frozenset(words_of("names", "past_titles"))
_SMALL = frozenset(words_of("bodies", "joiners"))
_MOST_NAME = 5


class Reading:
    """An article while its actors are found."""

    def __init__(self, article: Article, roster: Roster) -> None:
        self.article = article
        self.text = article.text
        self.roster = roster
        self.places = find_places(article)
        self.capitals: dict[str, str] = {}
        """Cities that are called a capital, each with the word that says of what."""

    def each(self, step: Callable[[Reading, Place], None]) -> None:
        """Takes a step at each place that has a name."""
        for place in self.places:
            if place.parsed.name:
                step(self, place)

    def beside(self, place: Place) -> Said:
        """What the words beside a name say that it is."""
        tokens, run = place.tokens, place.run
        lead = run.first - (place.before == "the" or place.before in _PAST)
        for said in (
            phrases.before(self.text, tokens, place.first, run.first),
            phrases.before_comma(self.text, tokens, place.first, lead),
            phrases.behind_comma(self.text, tokens, run.last, place.last),
        ):
            if said.sort:
                return self._over(place, said)
        return NOTHING

    def _over(self, place: Place, said: Said) -> Said:
        """What is said before what somebody was: `the union’s negotiator, former judge X`."""
        if said.sort != "person" or said.role.partition(" ")[0] not in _PAST or said.start > place.run.start:
            return said
        start = next(at for at in range(place.first, place.run.first) if place.tokens[at].start >= said.start)
        before = phrases.before_comma(self.text, place.tokens, place.first, start)
        return before if before.sort == "person" else said

    @cached_property
    def singles(self) -> frozenset[str]:
        """Names of one word."""
        return frozenset(each.parsed.name for each in self.places if " " not in each.parsed.name)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all names."""
        return frozenset(
            token.words for each in self.places for token in each.tokens[each.run.first : each.run.last]
        )

    @cached_property
    def located(self) -> frozenset[str]:
        """Names behind `in` and the like."""
        return frozenset(
            each.parsed.name
            for each in self.places
            if each.before in LOCATING and each.behind not in POSSESSIVES and not each.parsed.title
        )

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Names of one word that act somewhere."""
        return frozenset(
            each.parsed.name for each in self.places if " " not in each.parsed.name and acts(each)
        )

    @cached_property
    def inside(self) -> frozenset[str]:
        """Names that stand inside a sentence somewhere."""
        return frozenset(each.parsed.name for each in self.places if not each.run.is_opening)


def is_personal(name: str) -> bool:
    """Whether a name may be that of a person by its form."""
    words = name.split()
    is_short = 0 < len(words) <= _MOST_NAME
    is_strange = any(word in _SMALL or word == "&" or any(map(str.isdigit, word)) for word in words)
    is_place = words[-1] in NOBODY_NOUNS or words[0] in NOBODY_FIRSTS or (is_short and words[0] in _PARTS)
    is_letters = len(words) == 1 and ACRONYM.fullmatch(name) is not None
    return is_short and not is_strange and not is_letters and not is_place


def owner_start(place: Place) -> int:
    """Where the words begin that say whose a title is: `Lantica’s Foreign Minister X`."""
    at = place.run.first
    if at > place.first and place.tokens[at - 1].low in POSSESSIVES:
        at = phrases.owner_start(place.tokens, place.first, at)
    return place.tokens[at].start


def words_at(reading: Reading, place: Place, start: int, end: int) -> str:
    """The words between two tokens of a sentence."""
    if start >= end:
        return ""
    return " ".join(reading.text[place.tokens[start].start : place.tokens[end - 1].end].split())
