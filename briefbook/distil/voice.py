"""Whom the words before or behind a verb of speech name, among the actors of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast
from briefbook.distil.phrases import OWNERS, POSSESSIVES
from briefbook.distil.segments import (
    before_bracket,
    begins_clause,
    head_end,
    is_finite,
    is_letters,
    is_relative,
    low_of,
    may_be_verb,
    segment,
    segment_end,
    without_auxiliaries,
)
from briefbook.distil.sentence import PEOPLE, PERSON
from briefbook.distil.table import words_of
from briefbook.distil.topics import Topics, is_party
from briefbook.text.cues import (
    AFTER_NAME,
    CONJUNCTIONS,
    FINITE,
    PARTICIPLES,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
)
from briefbook.text.narrative import Token

_PRONOUNS = frozenset(words_of("speech", "pronouns"))
_ARTICLES = frozenset(words_of("speech", "articles"))
_DETERMINERS = frozenset(words_of("speech", "determiners"))
_DOCUMENTS = frozenset(words_of("speech", "documents"))
_FREE = frozenset(words_of("speech", "free_relatives"))
_LEADING = PREPOSITIONS | frozenset(words_of("speech", "as_prepositions"))
_NEW = frozenset(words_of("speech", "new"))
_QUOTING = frozenset(words_of("speech", "quoting"))
_ROLES = frozenset(words_of("persons", "roles"))
_OWNED = frozenset(
    (*words_of("states", "nouns"), *words_of("states", "itself"), *words_of("speech", "parts"))
)
_DASHES = (",", "—", "–")
_SOME_OF_THEM = ("of them", "and one")
_LEADS = _DETERMINERS | _ARTICLES
_MEN = PERSON | PEOPLE
_JOINING = CONJUNCTIONS - {"that"}
_TELLING = FINITE | PARTICIPLES
_RELATIVES = RELATIVES | {"that"}
_NAMED_BY = frozenset(words_of("unnamed", "named_by"))
_OWNED_BY = dict(each.split(":") for each in words_of("unnamed", "owned_by"))
_LONGEST_OF = 5
"""Words of `of water` in `ministry of water`."""
_FARTHEST = 40
"""Words of the longest phrase that names somebody."""


class Speaker(NamedTuple):
    """Who does a verb of speech; nobody is the empty string."""

    id: str
    is_sure: bool
    """Whether a name stands right before the verb."""


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
        if is_participle and verb > first and tokens[verb - 1].low == "as":
            return Speaker(self._quoted(tokens, first, verb), is_sure=True)
        end = without_auxiliaries(tokens, first, verb)
        has_no_subject = is_participle and (end == first or tokens[end - 1].is_mark)
        if has_no_subject or (end > first and tokens[end - 1].low in _JOINING):
            return Speaker(earlier or self._shared(tokens, first, end, verb), is_sure=False)
        if earlier and " ".join(each.low for each in tokens[max(first, end - 2) : end]) in _SOME_OF_THEM:
            return Speaker(earlier, is_sure=False)  # `with one of them adding`, `and one claimed`
        found = self.before(tokens, first, verb) or self._unnamed(tokens, first, end, tokens[verb].low)
        is_named = end > first and tokens[end - 1].low not in _PRONOUNS
        return Speaker(found, is_sure=bool(found) and is_named)

    def _quoted(self, tokens: Sequence[Token], first: int, saying: int) -> str:
        """Who is quoted as saying something: `it quoted X as saying`, `X was quoted as saying`."""
        near = range(saying - 1, max(first, saying - _FARTHEST), -1)
        at = next((each for each in near if tokens[each].low in _QUOTING), first)
        if at == first:
            return ""
        if tokens[at - 1].low in PASSIVE:
            return self.speaker(tokens, first, at - 1).id
        return self.behind(tokens, at + 1, saying - 1)

    def _shared(self, tokens: Sequence[Token], first: int, end: int, verb: int) -> str:
        """The subject that a verb behind `and`, or `saying`, shares with the verb before it."""
        if tokens[end - 1].words == "," and segment(tokens, first, end - 1) > first:
            named = self._past_asides(tokens, first, end - 1)
            if self.topics.is_person(named):
                return named
        earlier = next((at for at in range(end - 2, first, -1) if is_finite(tokens[at])), verb)
        return (
            self.before(tokens, first, earlier)
            or self.subject(tokens, first, end)
            or self._opening(tokens, first, end, tokens[verb].low)
        )

    def _opening(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        """The noun with which a sentence begins whose second verb tells: `A neighbour laughs and says`."""
        stop = next((at for at in range(first + 1, end) if may_be_verb(tokens, at)), first)
        return (
            self._phrase(tokens, first, stop) or self._noun(tokens, first, stop, verb) if stop > first else ""
        )

    def before(self, tokens: Sequence[Token], first: int, verb: int) -> str:
        """The subject of the verb at a token."""
        end = without_auxiliaries(tokens, first, verb)
        if end == first or tokens[end - 1].low in _JOINING:
            return self.subject(tokens, first, end)
        if is_relative(tokens[end - 1]) or tokens[end - 1].low == "that":
            end -= 1
        if end > first and tokens[end - 1].words in _DASHES:
            return self._past_asides(tokens, first, end - 1)
        return self._phrase(tokens, segment(tokens, first, end), end)

    def subject(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom the stretch is about: the first who is named in it, and not behind a preposition."""
        first += first < end - 1 and tokens[first].low in _JOINING  # `But he expects …`
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
        last = min(segment_end(tokens, first, end), first + _FARTHEST)
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
        stop = segment_end(tokens, last + 1, end)
        name = self._phrase(tokens, last + 1, stop) if tokens[last + 1].is_capital else ""
        return name if self.topics.is_person(name) else ""

    def _past_asides(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """The subject before what stands between commas, unless that is the name itself."""
        start = segment(tokens, first, before_bracket(tokens, first, end))
        aside = self._named(tokens, start, end) if tokens[end - 1].low not in _PRONOUNS else ""
        if start == first or (aside and self.topics.is_person(aside) and tokens[start].is_capital):
            return aside
        stop = start - 1
        while True:
            stop = before_bracket(tokens, first, stop)
            outer = segment(tokens, first, stop)
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
        head = head_end(tokens, first, end)
        words = tokens[first + 1 : head]
        is_owned = any(each.low in POSSESSIVES for each in words)
        if is_owned or any(each.is_capital and each.low not in _ROLES for each in words):
            return ""
        return self.topics.described(tokens[head - 1].low, tokens[first].start)

    def _named(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """Whom a noun phrase names: the name at its end, or the one before `of` and the like."""
        first = self._clause(tokens, first, end)
        if first >= end:
            return ""
        last = tokens[end - 1]
        is_tied = end - first > 1 and tokens[end - 2].low in PREPOSITIONS  # `a source close to it`
        if last.low in _PRONOUNS and not is_tied:
            return self.topics.meant(last.words, last.start)
        head = head_end(tokens, first, end)
        for start, stop, id in self.topics.mentions_in(tokens[first].start, last.end):
            if start <= tokens[head - 1].start < stop:
                return id
        is_new = tokens[first].low in _NEW and head - first > 1  # `one cabinet minister` is none we know
        words = " ".join(token.words for token in tokens[first:head])
        late = self.topics.named_last(tokens[first:end]) if tokens[first].low in _LEADING else ""
        found = late or ("" if is_new else self._cast.named(words, tokens[first].start))
        is_owned = low_of(tokens, head, end) == "of" and tokens[head - 1].low in _OWNED
        if is_owned and low_of(tokens, head + 1, end) == "them":
            return self.topics.meant("they", tokens[head].start)
        return found or (self._phrase(tokens, head + 1, end) if is_owned else "")

    def _unnamed(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        """Whom the mere noun before a verb stands for, past what stands between commas: `the audit`."""
        if end > first and is_relative(tokens[end - 1]):
            return self._antecedent(tokens, first, end - 1, verb)
        author = self._author(tokens, first, end)
        if author:
            return author
        start = segment(tokens, first, end)
        if end > first and tokens[end - 1].words in _DASHES:
            stop = segment(tokens, first, end - 1)
            if stop == first:
                return ""
            start, end = segment(tokens, first, stop - 1), stop - 1
        return self._noun(tokens, start, end, verb)

    def _author(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """By whom a paper before a verb is: `A lawsuit filed last week by the union alleges`."""
        paper = next((at for at in range(first, end) if tokens[at].low in _DOCUMENTS), end)
        by = next((at for at in range(paper + 1, end) if tokens[at].low == "by"), end)
        is_near = by < end and not any(each.low in _TELLING for each in tokens[paper:by])
        return self._phrase(tokens, by + 1, segment_end(tokens, by + 1, end)) if is_near else ""

    def _antecedent(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        """The last of the people before `who`: `by a clerk at the shop, who reported`."""
        for at in range(end - 1, first - 1, -1):
            head = head_end(tokens, at + 1, end) if tokens[at].low in _LEADS else at
            if head > at + 1 and tokens[head - 1].low in _MEN:
                return self._cast.unnamed.id_of(tokens, at, head, verb)
        return ""

    def _noun(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        first = self._clause(tokens, first, end)
        if first >= end:
            return ""
        head = head_end(tokens, first, end)
        noun = tokens[head - 1].low
        if noun in _DOCUMENTS:
            author = self.owner(tokens, first, head) or self.topics.author(noun, tokens[head - 1].start)
            if author:
                return author
        if noun in _NAMED_BY and low_of(tokens, head, end) in ("of", "for"):
            more = next((at for at in range(head + 1, end) if tokens[at].is_mark), end)
            head = more if more - head < _LONGEST_OF else head
        return self._cast.unnamed.id_of(tokens, first, head, verb)

    def owner(self, tokens: Sequence[Token], first: int, head: int) -> str:
        """Whose paper speaks: `the ministry’s statement`."""
        if tokens[first].low in OWNERS:
            return self.topics.meant(_OWNED_BY.get(tokens[first].low, "it"), tokens[first].start)
        mark = next((at for at in range(head - 1, first, -1) if tokens[at].low == "'s"), first)
        return self._phrase(tokens, first, mark) if mark > first else ""

    def _clause(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where the last clause in a stretch begins: behind `but`, `and`, or `that` and a verb of speech."""
        is_led = first < end and tokens[first].low in _LEADING
        for at in range(end - 2, first - 1, -1):
            low = tokens[at].low
            if low == "to" and tokens[max(first, at - 1)].low == "according":
                return at + 1  # `Not so, according to the ministry, which said`
            if is_led and low in _ARTICLES and tokens[at - 1].low not in PREPOSITIONS and at > first + 1:
                return at  # `In a message to us the group`
            is_led = is_led and low not in PREPOSITIONS and low not in RELATIVES
            if low == "that" and at > first and tokens[at - 1].low in _TELLING:
                return at + 1
            is_led_in = low in _RELATIVES and not is_letters(tokens[at]) and begins_clause(tokens[at + 1])
            is_object = is_led_in or low in _FREE
            joins = low in _JOINING and not self.topics.is_in_name(tokens[at].start)
            if is_object or joins:
                return at + 1
        return first
