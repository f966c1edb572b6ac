"""What an article puts between quotation marks, and which of the marks hold nobody's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast
from briefbook.distil.cues import low_at
from briefbook.distil.draft import Indirect, Quote
from briefbook.distil.hearing import Heard, Hearing, ends_like_speech
from briefbook.distil.table import words_of
from briefbook.distil.turns import Turn, Turns
from briefbook.text.narrative import Token
from briefbook.text.speech import Speech

_NAMING = frozenset(words_of("speech", "naming"))
_USING = frozenset(words_of("speech", "using"))
_TITLING = frozenset(words_of("speech", "titling"))
_TRIMMED = " \t\n\u00a0\u202f"
_MOST_SCARE = 2
"""Words between marks that may be a wry name, where nobody is said to say them."""


def find_quotes(article: Article, cast: Cast, indirect: Sequence[Indirect] = ()) -> tuple[Quote, ...]:
    """The quotations of the body in order, those within others aside."""
    return tuple(sorted(_Quotes(article, cast, indirect).quotes(), key=lambda each: each.start))


class _Quotes:
    """Tells quotations from names and wry words, in one article."""

    def __init__(self, article: Article, cast: Cast, indirect: Sequence[Indirect]) -> None:
        self._article = article
        self._turns = Turns(article, cast)
        self._hearing = Hearing(article, cast, indirect, self._turns)

    def quotes(self) -> Iterator[Quote]:
        """Each quotation with its speaker, and the number of the statement that it belongs to."""
        statement, last = 0, ""
        for index, at, token in self._spoken():
            assert token.speech is not None
            heard = self._hearing.of(token.speech, index, at)
            tokens = self._article.narratives[index].tokens
            if self._is_name(tokens, at, heard):
                continue
            statement += not (heard.goes_on and heard.speaker == last and statement)
            last = heard.speaker
            yield self._quote(token.speech, heard, statement, _is_fragment(self._article.text, tokens, at))
        for turn in self._turns.all:
            if not turn.is_asking and self._article.part_at(turn.speech.start) == "body":
                statement += 1
                yield self._quote(turn.speech, _heard_in(turn), statement, is_fragment=False)

    def _spoken(self) -> Iterator[tuple[int, int, Token]]:
        """The speeches of the report itself, each with its paragraph and place there."""
        for index, narrative in enumerate(self._article.narratives):
            if self._article.paragraphs[index].part == "body":
                yield from ((index, at, each) for at, each in enumerate(narrative.tokens) if each.speech)

    def _quote(self, speech: Speech, heard: Heard, statement: int, is_fragment: bool) -> Quote:
        start, end = _trimmed(self._article.text, speech.start, speech.end)
        is_sure = heard.is_sure and speech.is_closed
        return Quote(
            start=start,
            end=end,
            text=self._article.text[start:end],
            speaker=heard.speaker,
            is_fragment=is_fragment,
            statement=statement,
            confidence="high" if is_sure else "review",
            why="" if is_sure else _why(speech, heard),
        )

    def _is_name(self, tokens: Sequence[Token], at: int, heard: Heard) -> bool:
        """Whether the marks hold a name, a title or a wry word, and nobody's words."""
        words = self._article.text[tokens[at].start : tokens[at].end].split()
        if not words or (len(words) <= _MOST_SCARE and _leads_to_name(tokens, at, words)):
            return True
        if low_at(tokens, at - 3) in _USING:
            return False
        names = any(each.low in _NAMING for each in tokens[max(0, at - 2) : at] if not each.is_mark)
        if names and (tokens[at - 1].low in _TITLING or words[0][:1].isupper()):
            return True
        is_lone = len(words) <= _MOST_SCARE and not ends_like_speech(self._article.text, tokens[at])
        return is_lone and heard.how in ("none", "subject")


def _leads_to_name(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether the marks hold a title that somebody claims: `“General” Karl Oss`."""
    is_title = all(each[:1].isupper() and each[-1:].isalpha() for each in words)
    return is_title and at + 1 < len(tokens) and tokens[at + 1].is_capital


def _heard_in(turn: Turn) -> Heard:
    return Heard(turn.speaker, bool(turn.speaker), "turn")


def _is_fragment(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a speech is a piece of the sentence around it."""
    token = tokens[at]
    begins_low = text[token.start : token.start + 1].islower()
    is_led_in = at == 0 or tokens[at - 1].is_mark
    return not is_led_in or (begins_low and not ends_like_speech(text, token))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the space at its edges."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(_TRIMMED))
    return first, first + len(words.strip(_TRIMMED))


def _why(speech: Speech, heard: Heard) -> str:
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
