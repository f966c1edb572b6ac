"""Whom the words before or behind a verb of speech name, among the actors of an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

from briefbook.distil.draft import Actor
from briefbook.text.cues import (
    AFTER_NAME,
    AUXILIARIES,
    CONJUNCTIONS,
    FINITE,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
)
from briefbook.text.names import Name
from briefbook.text.narrative import Token

_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))
_DASHES = (",", "—", "–")
_BREAKS = (",", "—", "–", ";", ":", "(", ")")
_AFTER = frozenset(("close", "familiar", "briefed", "who", "that", "known", "based"))


class Cast(Protocol):
    """Who is in an article, and where."""

    @property
    def actors(self) -> Sequence[Actor]:
        """Everybody, in the order of the article."""

    @property
    def mentions(self) -> Sequence[tuple[int, int, str]]:
        """Start, end and id of each time that somebody is named, in order."""

    def names(self) -> Iterable[Name]:
        """The words by which the article names each actor."""

    def named(self, words: str, before: int) -> str:
        """Whom a surname, title or pronoun at a place stands for; empty where nobody knows."""


class Voice:
    """Reads who speaks in the sentences of one article."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._starts = [start for start, _, _ in cast.mentions]

    def before(self, tokens: Sequence[Token], first: int, verb: int) -> str:
        """The subject of the verb at a token, looked for to its left as far as `first`."""
        end = _without_auxiliaries(tokens, first, verb)
        if end == first or tokens[end - 1].low in CONJUNCTIONS:
            return self.subject(tokens, first, end)
        if tokens[end - 1].low in RELATIVES or tokens[end - 1].low == "that":
            end -= 1
        if end > first and tokens[end - 1].words in _DASHES:
            return self._past_aside(tokens, first, end - 1)
        return self._phrase(tokens, _segment(tokens, first, end), end)

    def subject(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom the stretch is about: the first who is named in it, and not behind a preposition."""
        if first >= end:
            return ""
        if tokens[first].low in _PRONOUNS:
            return self._cast.named(tokens[first].words, tokens[first].start)
        places = {token.start: at for at, token in enumerate(tokens[first:end], first)}
        for start, _, id in self._mentions_in(tokens[first].start, tokens[end - 1].end):
            at = _before_articles(tokens, first, places.get(start, first))
            if at == first or tokens[at - 1].low not in PREPOSITIONS:
                return id
        return ""

    def behind(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom the phrase right of `said` or `according to` names."""
        last = first
        while last < end and tokens[last].words not in _BREAKS and tokens[last].speech is None:
            last += 1
        for stop in range(first + 1, last + 1):
            if stop == last or tokens[stop].low in AFTER_NAME:
                found = self._phrase(tokens, first, stop)
                if found:
                    return found
        return self._phrase(tokens, first, last)

    def _past_aside(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """The subject before what stands between commas, unless that is the name itself."""
        start = _segment(tokens, first, end)
        aside = self._phrase(tokens, start, end)
        if start == first:
            return aside
        if aside and self._is_person(aside) and tokens[start].is_capital:
            return aside
        before = start - 1
        outer = _segment(tokens, first, before)
        return self._phrase(tokens, outer, before) or aside or self.subject(tokens, first, before)

    def _mentions_in(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """The mentions that begin in a stretch of the text."""
        return self._cast.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_person(self, id: str) -> bool:
        return any(each.id == id and each.kind == "person" for each in self._cast.actors)

    def _phrase(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom a noun phrase names: the name at its end, or the one before `of` and the like."""
        first = _clause(tokens, first, end)
        if first >= end:
            return ""
        if tokens[end - 1].low in _PRONOUNS:
            return self._cast.named(tokens[end - 1].words, tokens[end - 1].start)
        head = next((at for at in range(first + 1, end) if _ends_head(tokens[at])), end)
        place = tokens[first].start, tokens[end - 1].end
        for start, stop, id in self._mentions_in(*place):
            if start <= tokens[head - 1].start < stop:
                return id
        words = " ".join(token.words for token in tokens[first:head])
        return self._cast.named(words, tokens[first].start)


def _without_auxiliaries(tokens: Sequence[Token], first: int, verb: int) -> int:
    """The token behind the subject: `X has also said`."""
    end = verb
    while end > first and tokens[end - 1].low in AUXILIARIES:
        end -= 1
    if end > first and tokens[end - 1].words == ")":
        end = next((at for at in range(end - 1, first, -1) if tokens[at].words == "("), end)
    return end


def _ends_head(token: Token) -> bool:
    """Whether the name before a token is over: `drivers blocking the road`, `people close to the panel`."""
    return (
        token.low in PREPOSITIONS
        or token.low in _AFTER
        or (token.low.endswith("ing") and not token.is_capital)
    )


def _segment(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the stretch between marks that ends before a token begins."""
    start = end
    while start > first and tokens[start - 1].words not in _BREAKS and tokens[start - 1].speech is None:
        start -= 1
    return start


def _before_articles(tokens: Sequence[Token], first: int, at: int) -> int:
    """The place of a name, its article and title before it included."""
    while at > first and tokens[at - 1].low not in PREPOSITIONS and _belongs(tokens[at - 1]):
        at -= 1
    return at


def _belongs(token: Token) -> bool:
    """Whether a token before a name belongs to it: an article, a title."""
    return token.low in ("the", "a", "an") or token.is_capital


def _clause(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the last clause in a stretch begins: behind `but`, `and`, or the `that` of a verb of speech."""
    cuts = [at + 1 for at in range(first, end - 1) if tokens[at].low in CONJUNCTIONS - {"that"}]
    told = [
        at + 1
        for at in range(first + 1, end - 1)
        if tokens[at].low == "that" and tokens[at - 1].low in FINITE | PARTICIPLES
    ]
    return max([*cuts, *told], default=first)
