"""Who says what stands between two marks: by its sentence, by its turn, or by the speech before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast
from briefbook.distil.draft import Indirect
from briefbook.distil.phrases import OWNERS
from briefbook.distil.table import words_of
from briefbook.distil.turns import Turns
from briefbook.distil.voice import Speaker, Voice
from briefbook.text.attribution import Voices
from briefbook.text.cues import PARTICIPLES
from briefbook.text.names import Names
from briefbook.text.narrative import Token
from briefbook.text.speech import Speech
from briefbook.text.telling import Attribution, is_finite

_LEADS = OWNERS | frozenset(words_of("speech", "articles"))
_TRIMMED = " \t\n\u00a0\u202f"
_FINAL = frozenset(",.!?…—–")
_MOST_PARAGRAPHS = 40
"""Paragraphs of a speech that are looked through for who is named at its end."""
_FARTHEST = 14
"""Words behind a speech in which its verb stands."""


class _Own(NamedTuple):
    """Who says a speech by its own sentence."""

    id: str
    is_sure: bool
    is_told: bool
    """Whether a verb of speech says so."""


class Heard(NamedTuple):
    """Who says something, and how the article tells it."""

    speaker: str
    is_sure: bool
    how: str

    @property
    def goes_on(self) -> bool:
        """Whether the speaker is that of the speech before."""
        return self.how in ("continued", "goes on")


class Hearing:
    """Listens to one article after two readers: one by names, the other by the subject of the verb."""

    def __init__(self, article: Article, cast: Cast, indirect: Sequence[Indirect], turns: Turns) -> None:
        self._article = article
        self._indirect = indirect
        self._turns = turns
        self._voice = Voice(article, cast)
        self._voices = Voices(article.text, Names(cast.names()))
        self._last, self._last_place = "", -1
        for each in indirect:
            self._voice.topics.heard(each.start, each.speaker)

    def of(self, speech: Speech, index: int, at: int) -> Heard:
        """Who says a speech, which is a token of a paragraph; to be asked in the order of the article."""
        heard = self._heard(speech, index, at)
        self._last, self._last_place = heard.speaker, speech.start
        self._voice.topics.heard(speech.start, heard.speaker)
        return heard

    def _heard(self, speech: Speech, index: int, at: int) -> Heard:
        narrative = self._article.narratives[index]
        first, end = narrative.sentence_of(at)
        told = self._voices.of(speech)
        turn = self._turns.at(speech.start)
        own = self._by_subject(narrative.tokens, first, at, end)
        if turn is not None:
            how = "told" if own.is_told else "subject" if own.id else "turn"
            return Heard(own.id or turn.speaker, own.is_sure, how)
        named = next(iter(told.speakers), "") if len(told.speakers) == 1 else ""
        reported = next((each for each in self._indirect if each.start < speech.start < each.end), None)
        if named and told.how == "explicit":
            return Heard(named, own.id in ("", named), "explicit")
        if reported and not own.is_sure:
            return Heard(reported.speaker or own.id or named, reported.confidence == "high", "reported")
        if own.id:
            how = told.how if told.how in ("pronoun", "described") else "told" if own.is_told else "subject"
            return Heard(own.id, own.id == named, how)
        if reported or told.how in ("pronoun", "described", "explicit"):
            return Heard(named, False, "reported" if reported else told.how)
        ahead = self._ahead(index) if speech.continues and not named else ""
        return self._following(narrative.tokens, at, first, named or ahead, told)

    def _ahead(self, index: int) -> str:
        """Who is named behind a speech of several paragraphs, at the end of its last one."""
        for narrative in self._article.narratives[index + 1 : index + 1 + _MOST_PARAGRAPHS]:
            first = narrative.tokens[0].speech
            _, end = narrative.sentences[0]
            found = self._by_subject(narrative.tokens, 0, 0, end).id
            if found or first is None or not first.continues:
                return found
        return ""

    def _following(
        self, tokens: Sequence[Token], at: int, first: int, named: str, told: Attribution
    ) -> Heard:
        """Who goes on speaking, where the sentence of a speech tells of nobody."""
        if told.how == "continued":
            return Heard(named or self._last, bool(named), "continued")
        if _goes_on(tokens, at, first) or self._is_told_before(tokens, at, first):
            return Heard(self._last_before(tokens[at].start), False, "goes on")
        return Heard(named, False, told.how)

    def _is_told_before(self, tokens: Sequence[Token], at: int, first: int) -> bool:
        """Whether a speech opens a sentence, and the one before it in its paragraph reports somebody."""
        last = bisect_left(self._indirect, tokens[at].start, key=lambda each: each.start) - 1
        earlier = max((each for each in range(first - 1) if tokens[each].words == "."), default=0)
        return first > 0 and at == first and last >= 0 and self._indirect[last].start >= tokens[earlier].start

    def _last_before(self, place: int) -> str:
        """Who spoke last before a place: between marks, or in the article's words."""
        at = bisect_left(self._indirect, place, key=lambda each: each.start) - 1
        is_later = at >= 0 and self._indirect[at].start > self._last_place
        return self._indirect[at].speaker if is_later else self._last

    def _by_subject(self, tokens: Sequence[Token], first: int, at: int, end: int) -> _Own:
        """The subject of the verb of speech nearest to a speech: behind it, before it, or before a colon."""
        after = next(
            (each for each in range(at + 1, min(end, at + _FARTHEST)) if is_finite(tokens, each)), None
        )
        is_set_off = after is not None and not any(each.speech for each in tokens[at + 1 : after])
        if after is not None and is_set_off and ends_like_speech(self._article.text, tokens[at]):
            saying = _as_saying(tokens, after, end)
            if saying:
                return _Own(*self._voice.speaker(tokens, at + 1, saying), is_told=True)
            if after == at + 1:
                return _Own(self._voice.behind(tokens, after + 1, end), is_sure=True, is_told=True)
            return _Own(*self._voice.speaker(tokens, at + 1, after), is_told=True)
        found = Speaker("", is_sure=False)
        verbs = [each for each in range(first, at) if _tells(tokens, each)]
        for verb in verbs:
            if verb > first and (tokens[verb - 1].speech is not None or _is_put_in(tokens, first, verb, at)):
                teller = Speaker(self._voice.behind(tokens, verb + 1, at), is_sure=True)
            else:
                teller = self._voice.speaker(tokens, first, verb, found.id)
            found = teller if teller.id else found
        if verbs or at == first:
            return _Own(*found, is_told=bool(verbs))
        return _Own(self._voice.subject(tokens, first, at), is_sure=False, is_told=False)


def ends_like_speech(text: str, token: Token) -> bool:
    """Whether the words between two marks end like a sentence, or like what a speaker is named behind."""
    return text[token.start : token.end].rstrip(_TRIMMED)[-1:] in _FINAL


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of speech: `said`, `promising`."""
    return tokens[at].low in PARTICIPLES or is_finite(tokens, at)


def _is_put_in(tokens: Sequence[Token], first: int, verb: int, at: int) -> bool:
    """Whether a verb and its speaker stand within a sentence: `The town, said Ada Brink, “is calm”`."""
    commas = [each for each in range(first, verb) if tokens[each].words == ","]
    is_set_off = commas == [verb - 1] and verb + 2 < at and tokens[at - 1].words == ","
    return is_set_off and (tokens[verb + 1].is_capital or tokens[verb + 1].low in _LEADS)


def _as_saying(tokens: Sequence[Token], after: int, end: int) -> int:
    """Where somebody is quoted as saying a speech: `it quoted Karl Oss as saying`; 0 where nobody is."""
    places = range(after + 2, min(end, after + _FARTHEST))
    return next((at for at in places if tokens[at - 1].low == "as" and tokens[at].low in PARTICIPLES), 0)


def _goes_on(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a speech follows another one in the same paragraph and nobody else is told of between them."""
    if at == first:
        return any(each.speech for each in tokens[:at]) or all(each.speech for each in tokens)
    return tokens[at - 1].words == ":" and any(each.speech for each in tokens[:at])
