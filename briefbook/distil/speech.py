"""What an article puts between quotation marks, who says it, and which of the marks hold nobody's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.draft import Indirect, Quote
from briefbook.distil.table import words_of
from briefbook.distil.voice import Cast, Voice
from briefbook.text.attribution import Voices
from briefbook.text.cues import PARTICIPLES
from briefbook.text.names import Names
from briefbook.text.narrative import Token
from briefbook.text.speech import Speech
from briefbook.text.telling import Attribution, is_finite

_NAMING = frozenset(words_of("speech", "naming"))
_TITLING = frozenset(words_of("speech", "titling"))
_TRIMMED = " \t\n\u00a0\u202f"
_FINAL = frozenset(",.!?…—–")
_MOST_SCARE = 2
"""Words between marks that may be a wry name, where nobody is said to say them."""


class _Heard(NamedTuple):
    speaker: str
    is_sure: bool
    how: str


def find_quotes(article: Article, cast: Cast, indirect: Sequence[Indirect] = ()) -> tuple[Quote, ...]:
    """The quotations of the body in order, those within others aside."""
    return tuple(_Hearing(article, cast, indirect).quotes())


class _Hearing:
    """Listens to one article after two readers: one by names, the other by the subject of the verb."""

    def __init__(self, article: Article, cast: Cast, indirect: Sequence[Indirect]) -> None:
        self._article = article
        self._cast = cast
        self._indirect = indirect
        self._voice = Voice(cast)
        self._voices = Voices(article.text, Names(cast.names()))
        self._places = {
            (token.speech.start, token.speech.end): (index, at)
            for index, narrative in enumerate(article.narratives)
            for at, token in enumerate(narrative.tokens)
            if token.speech
        }

    def quotes(self) -> Iterator[Quote]:
        """Each quotation with its speaker, and the number of the statement that it belongs to."""
        statement, last = 0, ""
        for speech in self._article.speeches:
            place = self._places.get((speech.start, speech.end))
            if speech.depth > 1 or place is None or self._article.paragraphs[place[0]].part != "body":
                continue
            tokens = self._article.narratives[place[0]].tokens
            told = self._voices.of(speech)
            heard = self._heard(speech, told, *place, last)
            if self._is_name(tokens, place[1], heard):
                continue
            goes_on = told.how == "continued" or heard.how == "goes on"
            statement += not (goes_on and heard.speaker == last and statement)
            last = heard.speaker
            yield self._quote(speech, tokens, place[1], heard, statement)

    def _quote(
        self, speech: Speech, tokens: Sequence[Token], at: int, heard: _Heard, statement: int
    ) -> Quote:
        start, end = _trimmed(self._article.text, speech.start, speech.end)
        is_sure = heard.is_sure and speech.is_closed
        return Quote(
            start=start,
            end=end,
            text=self._article.text[start:end],
            speaker=heard.speaker,
            is_fragment=_is_fragment(self._article.text, tokens, at),
            statement=statement,
            confidence="high" if is_sure else "review",
            why="" if is_sure else _why(speech, heard),
        )

    def _heard(self, speech: Speech, told: Attribution, index: int, at: int, last: str) -> _Heard:
        """Who says it: by its own sentence where two readers can tell, else who was speaking."""
        narrative = self._article.narratives[index]
        first, end = narrative.sentence_of(at)
        reported = next((each for each in self._indirect if each.start < speech.start < each.end), None)
        own = self._by_subject(narrative.tokens, first, at, end)
        if reported and reported.speaker:
            return _Heard(reported.speaker, reported.confidence == "high", "reported")
        named = next(iter(sorted(told.speakers)), "")
        if told.how in ("explicit", "described") and len(told.speakers) == 1:
            is_sure = told.how == "explicit" and own in ("", named)
            return _Heard(own if own and told.how == "described" else named, is_sure, told.how)
        if told.how == "pronoun" and len(told.speakers) == 1:
            return _Heard(named, own == named, "pronoun")
        if own:
            return _Heard(own, False, "pronoun" if told.how == "pronoun" else "subject")
        if told.how == "continued" or (not speech.mark and last):
            return _Heard(named or last, bool(named), "continued")
        if _goes_on(narrative.tokens, at, first):
            return _Heard(last, False, "goes on")
        return _Heard(named, False, told.how)

    def _by_subject(self, tokens: Sequence[Token], first: int, at: int, end: int) -> str:
        """The subject of the verb of speech nearest to a speech: before it, behind it, or after a colon."""
        verb = next((each for each in range(at - 1, first - 1, -1) if _tells(tokens, each)), None)
        after = next((each for each in range(at + 1, min(end, at + 14)) if is_finite(tokens, each)), None)
        is_set_off = after is not None and not any(each.speech for each in tokens[at + 1 : after])
        if after is not None and is_set_off and _is_set_off(self._article.text, tokens[at]):
            if after == at + 1:
                return self._voice.behind(tokens, after + 1, end)
            return self._voice.before(tokens, at + 1, after)
        if verb is not None:
            return self._voice.before(tokens, first, verb) or self._voice.subject(tokens, first, at)
        is_led_in = at > first and tokens[at - 1].words in (":", ",")
        return self._voice.subject(tokens, first, at) if is_led_in or at > first else ""

    def _is_name(self, tokens: Sequence[Token], at: int, heard: _Heard) -> bool:
        """Whether the marks hold a name, a title or a wry word, and nobody's words."""
        speech = tokens[at].speech
        assert speech is not None
        words = self._article.text[speech.start : speech.end].split()
        names = any(each.low in _NAMING for each in tokens[max(0, at - 2) : at] if not each.is_mark)
        if names and (tokens[at - 1].low in _TITLING or words[0][:1].isupper()):
            return True
        is_lone = len(words) <= _MOST_SCARE and not speech_ends(self._article.text, speech)
        is_told = heard.how in ("explicit", "described", "pronoun", "reported", "continued", "goes on")
        return is_lone and not is_told


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of speech: `said`, `promising`."""
    return tokens[at].low in PARTICIPLES or is_finite(tokens, at)


def speech_ends(text: str, speech: Speech) -> bool:
    """Whether the words between two marks end like a sentence, or like what a speaker is named behind."""
    return text[speech.start : speech.end].rstrip(_TRIMMED)[-1:] in _FINAL


def _is_set_off(text: str, token: Token) -> bool:
    return token.speech is not None and speech_ends(text, token.speech)


def _goes_on(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a speech follows another one in the same paragraph and nobody else is told of between them."""
    if at == first:
        return any(each.speech for each in tokens[:at]) or all(each.speech for each in tokens)
    return tokens[at - 1].words == ":" and any(each.speech for each in tokens[:at])


def _is_fragment(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a speech is a piece of the sentence around it."""
    token = tokens[at]
    begins_low = text[token.start : token.start + 1].islower()
    is_led_in = at == 0 or tokens[at - 1].is_mark
    return not is_led_in or (begins_low and not _is_set_off(text, token))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the space at its edges."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(_TRIMMED))
    return first, first + len(words.strip(_TRIMMED))


def _why(speech: Speech, heard: _Heard) -> str:
    """What is doubtful about a quotation."""
    if not speech.is_closed and not speech.continues:
        return "its closing mark is missing"
    if not heard.speaker:
        return "nobody is named as the speaker"
    return {
        "pronoun": "a pronoun stands for the speaker",
        "described": "the speaker is described, not named",
        "goes on": "taken from the quotation before it",
    }.get(heard.how, "the speaker follows from the sentence")
