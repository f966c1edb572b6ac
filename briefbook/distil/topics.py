"""Whom `he`, `it` or `the minister` stand for: the one whom the sentences before are about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefbook.distil.article import Article, Sentence
from briefbook.distil.cast import Cast
from briefbook.distil.table import words_of
from briefbook.distil.turns import Turns
from briefbook.text.cues import PREPOSITIONS
from briefbook.text.narrative import Token

_TELLING = frozenset(words_of("speech", "telling"))
_ROLES = frozenset(words_of("persons", "roles"))
_BODIES = frozenset(words_of("speech", "bodies_too"))
_GENERICS = frozenset(words_of("speech", "generics"))
_ARTICLES = frozenset(words_of("speech", "articles"))
_UNARMED = frozenset(words_of("speech", "unarmed"))
_PERSONS = frozenset(words_of("speech", "persons"))
_PERSON = frozenset(("person",))
_SOMEBODY = frozenset(("person", "group"))
_BODY = frozenset(("organisation", "armed_group", "state", "group"))
_GROUP = frozenset(("group",))
_ARMED = frozenset(("armed_group",))
_MANY = frozenset(words_of("speech", "many"))
_OWN = frozenset(words_of("speech", "own"))
_FARTHEST = 6
"""Sentences that a reader looks back for a pronoun."""


class Topics:
    """Knows who has spoken in the sentences of one article, and whom each is about."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._cast = cast
        self._starts = [start for start, _, _ in cast.mentions]
        self._turns = Turns(article, cast)
        self._speakers: dict[int, str] = {}
        self._places: dict[str, list[int]] = {}
        for start, _, id in cast.mentions:
            self._places.setdefault(id, []).append(start)

    def heard(self, at: int, speaker: str) -> None:
        """Remember that somebody speaks in the sentence around a place."""
        sentence = self._article.sentence_at(at)
        if speaker and sentence:
            self._speakers.setdefault(sentence.start, speaker)

    def mentions_in(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """The mentions that begin in a stretch of the text."""
        return self._cast.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def named_last(self, tokens: Sequence[Token]) -> str:
        """Who is named at the end, behind a place or a time: `In an interview last month Karl Oss`."""
        last = tokens[-1].end
        places = {token.start: place for place, token in enumerate(tokens)}
        for start, end, id in self.mentions_in(tokens[0].end, last):
            if end == last and self.is_person(id) and is_party(tokens, places.get(start, 0)):
                return id
        return ""

    def is_in_name(self, at: int) -> bool:
        """Whether a place in the text belongs to a name."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._cast.mentions[index][1]

    def meant(self, pronoun: str, at: int) -> str:
        """Whom a pronoun at a place stands for; empty where nobody knows."""
        turn = self._turns.at(at)
        if pronoun.lower() in _OWN:
            return turn.speaker if turn else ""
        kinds = _SOMEBODY if pronoun.lower() in _PERSONS else _BODY
        nearest = self._cast.named(pronoun, at)
        if pronoun.lower() in _MANY:
            many = next(self._recent(at, _GROUP), "")
            if many:
                return many
        found = next((id for id in self._recent(at, kinds) if self._fits(pronoun, id, at)), nearest)
        # A man of whom the article has just told is `he` before somebody of whom it does not say.
        is_nearer = self._last(nearest, at) > self._last(found, at)
        is_known = self._is_known(pronoun, nearest, at) and not self._is_known(pronoun, found, at)
        return nearest if is_nearer and is_known and not self._spoke_of(found, nearest, at) else found

    def _spoke_of(self, speaker: str, id: str, at: int) -> bool:
        """Whether the sentence that names somebody last is what a speaker says."""
        sentence = self._article.sentence_at(self._last(id, at))
        return sentence is not None and self._speakers.get(sentence.start) == speaker

    def _last(self, id: str, at: int) -> int:
        """Where somebody is named last before a place; -1 where nowhere."""
        places = self._places.get(id, ())
        last = bisect_left(places, at) - 1
        return places[last] if last >= 0 else -1

    def _is_known(self, pronoun: str, id: str, at: int) -> bool:
        """Whether an actor is a man or a woman as a pronoun says, and not only may be."""
        other = next((each for each in sorted(_PERSONS) if each != pronoun.lower()), "")
        return pronoun.lower() in _PERSONS and self._cast.named(other, self._last(id, at) + 1) != id

    def described(self, noun: str, at: int) -> str:
        """Whom a noun without a name stands for: somebody of whom the article has just told."""
        if noun not in _ROLES | _BODIES:
            return ""
        is_generic = noun in _GENERICS
        kinds = _PERSON if noun in _ROLES and not is_generic else _BODY - {"state", "group"}
        kinds -= _ARMED if noun in _UNARMED else frozenset()
        for id in self._recent(at, kinds):
            role = self._cast.actor(id).role.lower().split()
            is_named = noun in self._cast.actor(id).name.lower().split()
            if is_generic or is_named or (noun in _ROLES and (not role or noun in role)):
                return id
        return ""

    def author(self, noun: str, at: int) -> str:
        """Who spoke in the paper that an article goes on to quote: `said in a statement`, `the statement`."""
        body = self._article.body
        last = bisect_right(body, at, key=lambda each: each.start) - 1
        for sentence in reversed(body[max(0, last - _FARTHEST) : last]):
            speaker = self._speakers.get(sentence.start, "")
            tokens = tokens_of(self._article, sentence)
            places = [place for place, each in enumerate(tokens) if each.low == noun]
            if speaker and any("in" in [each.low for each in tokens[max(0, at - 3) : at]] for at in places):
                return speaker
        return ""

    def is_person(self, id: str) -> bool:
        """Whether an actor is one person."""
        return bool(id) and self._cast.actor(id).kind == "person"

    def _fits(self, pronoun: str, id: str, at: int) -> bool:
        """Whether a pronoun right behind a name would stand for it; `he` for `a spokesman` too."""
        if self._cast.actor(id).kind == "group" and pronoun.lower() in _PERSONS:
            return not _ROLES.isdisjoint(self._cast.actor(id).name.lower().split())
        if id in self._cast.unnamed.actors:
            return True
        last = self._last(id, at)
        return last >= 0 and self._cast.named(pronoun, last + 1) == id

    def _recent(self, at: int, kinds: frozenset[str]) -> Iterator[str]:
        """Who spoke in each sentence before a place, and whom it is about, the nearest first."""
        body = self._article.body
        last = bisect_right(body, at, key=lambda each: each.start) - 1
        for index in range(last, max(-1, last - _FARTHEST), -1):
            sentence = body[index]
            speaker = self._speakers.get(sentence.start, "") if index < last else ""
            about = self._about(sentence, at, kinds)
            # A person who speaks is meant before the one who is spoken of; a body acts in its own sentence.
            both = (speaker, about) if self.is_person(speaker) else (about, speaker)
            yield from (each for each in both if each and self._cast.actor(each).kind in kinds)

    def _about(self, sentence: Sentence, at: int, kinds: frozenset[str]) -> str:
        """The first of some kinds in a sentence before a place, behind no preposition; else the only one."""
        tokens = tokens_of(self._article, sentence)
        places = {token.start: place for place, token in enumerate(tokens)}
        others: list[str] = []
        for start, _, id in self.mentions_in(sentence.start, min(sentence.end, at)):
            if self._cast.actor(id).kind in kinds and start in places:
                if is_party(tokens, places[start]):
                    return id
                others.append(id)
        return others[0] if len(set(others)) == 1 and "person" in kinds else ""


def tokens_of(article: Article, sentence: Sentence) -> Sequence[Token]:
    """The words and marks of a sentence."""
    tokens = article.narratives[sentence.paragraph].tokens
    first = bisect_left(tokens, sentence.start, key=lambda each: each.start)
    return tokens[first : bisect_left(tokens, sentence.end, key=lambda each: each.start)]


def is_party(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name at a place may do something: it owns nothing, and stands behind no preposition.

    Its article and title aside: `in the Kessel valley`, `Lantica’s ministry`.
    """
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].is_capital:
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].low == "'s":
        return False
    while at and tokens[at - 1].low not in PREPOSITIONS and _belongs(tokens[at - 1]):
        at -= 1
    return at == 0 or tokens[at - 1].low not in PREPOSITIONS | _TELLING


def _belongs(token: Token) -> bool:
    """Whether a token before a name belongs to it: an article, a title."""
    return token.low in _ARTICLES or token.is_capital
