"""Whom the words before or behind a verb of speech name, among the actors of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast
from briefbook.distil.table import words_of
from briefbook.distil.topics import Topics, is_party
from briefbook.text.cues import (
    AFTER_NAME,
    AUXILIARIES,
    CONJUNCTIONS,
    FINITE,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
)
from briefbook.text.narrative import Token

_PRONOUNS = frozenset(words_of("speech", "pronouns"))
_ENDS = frozenset(words_of("speech", "name_ends"))
_ARTICLES = frozenset(words_of("speech", "articles"))
_DETERMINERS = frozenset(words_of("speech", "determiners"))
_DOCUMENTS = frozenset(words_of("speech", "documents"))
_WISHING = frozenset(words_of("speech", "wishing"))
_ROLES = frozenset(words_of("persons", "roles"))
_OF_STATE = frozenset((*words_of("states", "nouns"), *words_of("states", "itself")))
_DASHES = (",", "—", "–")
_BREAKS = (",", "—", "–", ";", ":", "(", ")")
_FARTHEST = 40
"""Words of the longest phrase that names somebody."""


class Speaker(NamedTuple):
    """Who does a verb of speech; nobody is the empty string."""

    id: str
    is_sure: bool
    """Whether a name stands right before the verb."""


_NOBODY = Speaker("", is_sure=False)


class Voice:
    """Reads who speaks in the sentences of one article."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._cast = cast
        self.topics = Topics(article, cast)
        """Who has spoken in the sentences before."""

    def speaker(self, tokens: Sequence[Token], first: int, verb: int, earlier: str = "") -> Speaker:
        """Who does the verb at a token, looked for as far left as `first`.

        Behind `and`, and for `saying`, that is who did the verb before it: `earlier`.
        """
        is_participle = tokens[verb].low.endswith("ing")
        end = _without_auxiliaries(tokens, first, verb)
        has_no_subject = is_participle and (end == first or tokens[end - 1].is_mark)
        if has_no_subject or (end > first and tokens[end - 1].low in CONJUNCTIONS - {"that"}):
            return Speaker(earlier or self._shared(tokens, first, end, verb), is_sure=False)
        found = self.before(tokens, first, verb) or self._unnamed(tokens, first, end, tokens[verb].low)
        is_named = end > first and tokens[end - 1].low not in _PRONOUNS
        return Speaker(found, is_sure=bool(found) and is_named)

    def _shared(self, tokens: Sequence[Token], first: int, end: int, verb: int) -> str:
        """The subject that a verb behind `and`, or `saying`, shares with the verb before it."""
        if tokens[end - 1].words == "," and _segment(tokens, first, end - 1) > first:
            named = self._past_asides(tokens, first, end - 1)
            if self.topics.is_person(named):
                return named
        earlier = next((at for at in range(end - 2, first, -1) if _is_finite(tokens[at])), verb)
        return self.before(tokens, first, earlier) or self.subject(tokens, first, end)

    def before(self, tokens: Sequence[Token], first: int, verb: int) -> str:
        """The subject of the verb at a token."""
        end = _without_auxiliaries(tokens, first, verb)
        if end == first or tokens[end - 1].low in CONJUNCTIONS - {"that"}:
            return self.subject(tokens, first, end)
        if tokens[end - 1].low in RELATIVES or tokens[end - 1].low == "that":
            end -= 1
        if end > first and tokens[end - 1].words in _DASHES:
            return self._past_asides(tokens, first, end - 1)
        return self._phrase(tokens, _segment(tokens, first, end), end)

    def subject(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom the stretch is about: the first who is named in it, and not behind a preposition."""
        if first >= end:
            return ""
        if tokens[first].low in _PRONOUNS:
            return self.topics.meant(tokens[first].words, tokens[first].start)
        places = {token.start: at for at, token in enumerate(tokens[first:end], first)}
        for start, _, id in self.topics.mentions_in(tokens[first].start, tokens[end - 1].end):
            # What is not among the tokens stands between marks.
            if start in places and is_party(tokens[first:end], places[start] - first):
                return id
        return ""

    def behind(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom the phrase right of `said` or `according to` names."""
        last = min(_segment_end(tokens, first, end), first + _FARTHEST)
        if any(each.low in _DOCUMENTS for each in tokens[first : min(last, first + 4)]):
            by = next((at for at in range(first, last) if tokens[at].low in PREPOSITIONS), last)
            found = self.behind(tokens, by + 1, end) if by + 1 < last else ""
            if found:
                return found
        name = self._name_behind(tokens, first, last, end)
        if name:
            return name
        for stop in range(first + 1, last + 1):
            if stop == last or tokens[stop].low in AFTER_NAME:
                found = self._phrase(tokens, first, stop)
                if found:
                    return found
        return self._phrase(tokens, first, last) or self._noun(tokens, first, last, "said")

    def _name_behind(self, tokens: Sequence[Token], first: int, last: int, end: int) -> str:
        """The name that follows an office: `said a spokesman for the union, Karl Oss`."""
        if last + 1 >= end or tokens[last].words != "," or tokens[first].low not in _DETERMINERS:
            return ""
        stop = _segment_end(tokens, last + 1, end)
        name = self._phrase(tokens, last + 1, stop) if tokens[last + 1].is_capital else ""
        return name if self.topics.is_person(name) else ""

    def _past_asides(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """The subject before what stands between commas, unless that is the name itself."""
        start = _segment(tokens, first, _before_bracket(tokens, first, end))
        aside = self._named(tokens, start, end) if tokens[end - 1].low not in _PRONOUNS else ""
        if start == first or (aside and self.topics.is_person(aside) and tokens[start].is_capital):
            return aside
        stop = start - 1
        while True:
            stop = _before_bracket(tokens, first, stop)
            outer = _segment(tokens, first, stop)
            found = self._named(tokens, outer, stop)
            if found or outer <= first:
                return found or aside or self._phrase(tokens, outer, stop)
            stop = outer - 1

    def _phrase(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom a noun phrase stands for: by name, else as the one of whom the article has just told."""
        found = self._named(tokens, first, end)
        first = self._clause(tokens, first, end)
        if found or first >= end or tokens[first].low not in _ARTICLES:
            return found
        head = _head_end(tokens, first, end)
        if any(each.is_capital and each.low not in _ROLES for each in tokens[first + 1 : head]):
            return ""
        return self.topics.described(tokens[head - 1].low, tokens[first].start)

    def _named(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom a noun phrase names: the name at its end, or the one before `of` and the like."""
        first = self._clause(tokens, first, end)
        if first >= end:
            return ""
        last = tokens[end - 1]
        if last.low in _PRONOUNS:
            return self.topics.meant(last.words, last.start)
        head = _head_end(tokens, first, end)
        for start, stop, id in self.topics.mentions_in(tokens[first].start, last.end):
            if start <= tokens[head - 1].start < stop:
                return id
        found = self._cast.named(
            " ".join(token.words for token in tokens[first:head]), tokens[first].start
        )
        is_owned = low_of(tokens, head, end) == "of" and tokens[head - 1].low in _OF_STATE
        return found or (self._phrase(tokens, head + 1, end) if is_owned else "")

    def _unnamed(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        """Whom the mere noun before a verb stands for, past what stands between commas: `the audit`."""
        if end > first and (tokens[end - 1].low in RELATIVES or tokens[end - 1].low == "that"):
            end -= 1
        start = _segment(tokens, first, end)
        if end > first and tokens[end - 1].words in _DASHES:
            stop = _segment(tokens, first, end - 1)
            if stop == first:
                return ""
            start, end = _segment(tokens, first, stop - 1), stop - 1
        return self._noun(tokens, start, end, verb)

    def _noun(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        first = self._clause(tokens, first, end)
        if first >= end:
            return ""
        head = _head_end(tokens, first, end)
        while first < head and tokens[first].low in PREPOSITIONS | CONJUNCTIONS:
            first += 1
        noun = tokens[head - 1].low
        if noun in _DOCUMENTS:
            author = self._owner(tokens, first, head) or self.topics.author(noun, tokens[head - 1].start)
            if author:
                return author
        return self._cast.unnamed.id_of(tokens, first, head, verb) if first < head else ""

    def _owner(self, tokens: Sequence[Token], first: int, head: int) -> str:
        """Whose paper speaks: `the ministry’s statement`."""
        mark = next((at for at in range(head - 1, first, -1) if tokens[at].low == "'s"), first)
        return self._phrase(tokens, first, mark) if mark > first else ""

    def _clause(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where the last clause in a stretch begins: behind `but`, `and`, or `that` and a verb of speech."""
        for at in range(end - 2, first - 1, -1):
            low = tokens[at].low
            if low == "that" and at > first and tokens[at - 1].low in FINITE | PARTICIPLES:
                return at + 1
            is_object = low in RELATIVES | {"that"} and _begins_name(tokens[at + 1])
            joins = low in CONJUNCTIONS - {"that"} and not self.topics.is_in_name(tokens[at].start)
            if is_object or joins:
                return at + 1
        return first


def low_of(tokens: Sequence[Token], at: int, end: int) -> str:
    """The word at a place before another; empty behind that."""
    return tokens[at].low if at < end else ""


def _without_auxiliaries(tokens: Sequence[Token], first: int, verb: int) -> int:
    """The token behind the subject: `X has also said`."""
    end = verb
    if end - 1 > first and tokens[end - 1].low == "to" and tokens[end - 2].low in _WISHING:
        end -= 2
    while end > first and tokens[end - 1].low in AUXILIARIES:
        end -= 1
    return _before_bracket(tokens, first, end)


def _before_bracket(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a bracketed remark begins that ends before a token, else the token."""
    if end > first and tokens[end - 1].words == ")":
        return next((at for at in range(end - 1, first, -1) if tokens[at].words == "("), end)
    return end


def _begins_name(token: Token) -> bool:
    """Whether a clause's own subject stands behind a relative: `a militia that Dovra accuses`."""
    return token.is_capital or token.low in _PRONOUNS


def _is_finite(token: Token) -> bool:
    """Whether a token seems to be a verb with a subject: `urged`, `says`."""
    return token.low in FINITE or (token.low.endswith("ed") and not token.is_capital)


def _head_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Behind the noun that a phrase is about: `drivers` in `drivers on the road`."""
    return next((at for at in range(first + 1, end) if _ends_head(tokens[at])), end)


def _ends_head(token: Token) -> bool:
    """Whether the name before a token is over: `drivers blocking the road`, `people close to the panel`."""
    return (
        token.low in PREPOSITIONS
        or token.low in _ENDS
        or (token.low.endswith("ing") and not token.is_capital)
    )


def _segment_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the stretch between marks that begins at a token ends."""
    while first < end and tokens[first].words not in _BREAKS and tokens[first].speech is None:
        first += 1
    return first


def _segment(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the stretch between marks that ends before a token begins."""
    start = end
    while start > first and tokens[start - 1].words not in _BREAKS and tokens[start - 1].speech is None:
        start -= 1
    return start
