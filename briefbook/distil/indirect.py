"""What an article reports in its own words: `X said that …`, `accused Y of …`, `…, according to Z`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.article import Article, Sentence
from briefbook.distil.cast import Cast
from briefbook.distil.clauses import (
    clause_end,
    has_clause,
    is_auxiliary,
    past_aside,
    relative_end,
    sentence_end,
    statement_start,
)
from briefbook.distil.cues import (
    ACCUSING,
    BINDING,
    BLAMING,
    CLAIMING,
    CUES,
    DENYING,
    DOING,
    FREELY,
    GROUNDS,
    INTENDING,
    first_of_verb,
    is_reporting,
    low_at,
    verb_of,
)
from briefbook.distil.draft import Indirect
from briefbook.distil.hearing import ends_like_speech
from briefbook.distil.inserted import bounds, is_inverted, told_around
from briefbook.distil.judged import BEFORE_VIEW, find_view
from briefbook.distil.table import words_of
from briefbook.distil.topics import tokens_of
from briefbook.distil.voice import Speaker, Voice
from briefbook.text.cues import CONJUNCTIONS, RELATIVES
from briefbook.text.narrative import Token

_FEWEST = 3
"""Words that make a statement, at the least."""
_NEAR = 6
"""Words before a verb of speech in which the clause begins that it stands in."""
_NOBODY = Speaker("", is_sure=False)
_ATTRIBUTING = frozenset(words_of("speech", "attributing"))
_NO_VOICES = frozenset(words_of("speech", "no_voices"))
_MARKS = (",", ".", ";", ":", "—", "–", "!", "?")


class _Report(NamedTuple):
    cue: str
    speaker: Speaker
    start: int
    end: int


def find_indirect(article: Article, cast: Cast) -> tuple[Indirect, ...]:
    """The reported statements of the body, in order; no two have the same bounds."""
    finder = _Finder(article, cast)
    found: dict[tuple[int, int], Indirect] = {}
    for sentence in article.body:
        for report in finder.reports(sentence):
            place = report.start, report.end
            found.setdefault(place, _indirect(article.text, report))
    return tuple(found[place] for place in sorted(found))


def _indirect(text: str, report: _Report) -> Indirect:
    is_sure = report.speaker.is_sure and report.cue in FREELY
    doubt = "a pronoun or the sentence before says who speaks" if report.speaker.id else ""
    return Indirect(
        start=report.start,
        end=report.end,
        text=text[report.start : report.end],
        speaker=report.speaker.id,
        cue=report.cue,
        confidence="high" if is_sure else "review",
        why="" if is_sure or report.speaker.is_sure else doubt or "nobody is named as the speaker",
    )


class _Finder:
    """Finds the reports in one sentence after another."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._voice = Voice(article, cast)

    def reports(self, sentence: Sentence) -> Sequence[_Report]:
        """The statements that a sentence reports."""
        tokens = tokens_of(self._article, sentence)
        speaker, reports = _NOBODY, list[_Report]()
        for at, token in enumerate(tokens):
            view = find_view(tokens, at, self._article.text) if token.low in BEFORE_VIEW else None
            if view is not None:
                speaker = Speaker(self._voice.owner(tokens, view.first, view.noun), is_sure=False)
                cue = self._article.text[token.start : tokens[view.noun].end]
                reports.extend(_made(tokens, cue, speaker, view.start, view.end))
            elif token.low in _ATTRIBUTING and low_at(tokens, at + 1) == "to":
                reports.extend(self._attributed(tokens, at))
            elif token.low in GROUNDS and low_at(tokens, at + 1) == "that":
                reports.extend(self._argued(tokens, at))
            elif token.low == "according" and low_at(tokens, at + 1) == "to":
                reports.extend(each for each in self._according(tokens, at) if at < 2 or not reports)
            elif token.low in CUES and is_reporting(tokens, at) and not _is_inside(token, reports):
                if is_inverted(tokens, at):
                    speaker = Speaker(self._voice.behind(tokens, at + 1, sentence_end(tokens)), is_sure=True)
                    start = _open_from(tokens, at, reports) or _after_conjunction(tokens, at - 1)
                    reports.extend(_made(tokens, token.low, speaker, start, at - 1))
                else:
                    speaker = self._voice.speaker(tokens, 0, verb_of(tokens, at), speaker.id)
                    reports.extend(self._governed(tokens, at, speaker, _open_from(tokens, at, reports)))
                self._voice.topics.heard(token.start, speaker.id)
        return reports

    def _attributed(self, tokens: Sequence[Token], at: int) -> Iterator[_Report]:
        """The clause behind an aside that says whose it is: `a threat, attributed to X, that …`."""
        last = sentence_end(tokens)
        start = _comma(tokens, at, last) + 1
        if tokens[at - 1].words == "," and low_at(tokens, start) == "that":
            speaker = Speaker(self._voice.behind(tokens, at + 2, last), is_sure=True)
            yield from _made(tokens, tokens[at].low, speaker, start + 1, last)

    def _argued(self, tokens: Sequence[Token], at: int) -> Iterator[_Report]:
        """The reason that somebody gives: `opposes it on the ground that …`."""
        last = sentence_end(tokens)
        if [each.low for each in tokens[max(0, at - 2) : at]] == ["on", "the"]:
            speaker = Speaker(self._voice.subject(tokens, 0, at), is_sure=False)
            end = clause_end(tokens, at + 2, last, self._article.text)
            yield from _made(tokens, tokens[at].low, speaker, at + 2, end)

    # What a verb reports

    def _governed(
        self, tokens: Sequence[Token], at: int, speaker: Speaker, first: int | None
    ) -> Iterator[_Report]:
        """The statements that a verb behind its subject governs."""
        low, last = tokens[at].low, sentence_end(tokens)
        if low in INTENDING and low_at(tokens, at + 1) == "to":
            return  # `charges, which the office expects to file`
        if at and tokens[at - 1].speech is not None and low not in ACCUSING:
            return  # `“…,” said X`
        if low in ACCUSING | BLAMING:
            start = _behind(tokens, at, ("of",) if low in ACCUSING else ("for", "on"), last)
            comma = _comma(tokens, start, last)
            end = clause_end(tokens, start - 1, comma, self._article.text)
            yield from _made(tokens, low, speaker, start, end)
        elif low in BINDING and low_at(tokens, at + 1) in ("to", "not"):
            start = at + 2 if low_at(tokens, at + 1) == "to" else at + 1
            yield from _made(tokens, low, speaker, start, clause_end(tokens, start, last, self._article.text))
        elif _does(tokens, at):
            end = clause_end(tokens, at + 1, last, self._article.text)
            yield from _made(tokens, low, speaker, at + 1, end)
        else:
            yield from self._said(tokens, at, speaker, first)

    def _said(
        self, tokens: Sequence[Token], at: int, speaker: Speaker, first: int | None
    ) -> Iterator[_Report]:
        """The clause behind a verb of saying, else the one before it, from a first token on."""
        last = sentence_end(tokens)
        start = statement_start(tokens, at, last)
        if _is_aside(tokens, at):
            last = _comma(tokens, start, last)
        if start == at + 1 and start < last and is_auxiliary(tokens[start]):
            last = relative_end(tokens, start, last)
        if start < last and not self._is_quoted(tokens, at, start):
            yield from _made(
                tokens, tokens[at].low, speaker, start, clause_end(tokens, start, last, self._article.text)
            )
        elif first is not None:
            around = told_around(tokens, at, first, self._article.text)
            if around is not None:
                yield from _made(tokens, tokens[at].low, speaker, *around)

    def _is_quoted(self, tokens: Sequence[Token], at: int, start: int) -> bool:
        """Whether what a verb tells stands between marks before it: `“…,” X told a packed hall`."""
        spoken = next((each for each in range(at - 1, -1, -1) if tokens[each].speech is not None), -1)
        if spoken < 0 or low_at(tokens, start - 1) == "that":
            return False
        is_own = not any(each.low in CUES for each in tokens[spoken + 1 : at])
        return is_own and ends_like_speech(self._article.text, tokens[spoken])

    def _according(self, tokens: Sequence[Token], at: int) -> Iterator[_Report]:
        """The statement before `, according to X`, or behind `According to X,`."""
        last = sentence_end(tokens)
        if at and past_aside(tokens, at - 1, last):
            return  # `told the board, according to minutes, that …`
        speaker = Speaker(self._voice.behind(tokens, at + 2, last), is_sure=True)
        if low_at(tokens, at + 2) in _NO_VOICES:
            return
        self._voice.topics.heard(tokens[at].start, speaker.id)
        end = at - 1 if at and tokens[at - 1].words == "," else at
        start = _after_conjunction(tokens, end)
        if at <= 1 or (tokens[at - 1].words == "," and low_at(tokens, at - 2) in CONJUNCTIONS):
            start, end = _behind_asides(tokens, _comma(tokens, at, last) + 1, last), last
        else:
            start, end = bounds(tokens, start, end, at, self._article.text)
            is_aside = end > at and low_at(tokens, _comma(tokens, at, last) + 1) in RELATIVES
            end = at - 1 if is_aside else end
        if start < end and tokens[start].low in RELATIVES:
            return  # `Not so, according to X, which said it was shut`
        is_spoken = start < end and ends_like_speech(self._article.text, tokens[start])
        if not is_spoken or tokens[start].speech is None:
            yield from _made(tokens, "according to", speaker, start, end)


def _made(tokens: Sequence[Token], cue: str, speaker: Speaker, start: int, end: int) -> Iterator[_Report]:
    """A report of the words between two tokens, unless they are all between marks or too few."""
    while end > start and tokens[end - 1].words in _MARKS:
        end -= 1
    plain = sum(not each.is_mark for each in tokens[start:end])
    has_speech = any(each.speech for each in tokens[start:end])
    is_verbal = plain > 1 and (tokens[start].low.endswith("ing") or is_auxiliary(tokens[start]))
    is_short = (
        cue in ACCUSING | BLAMING
        or is_verbal
        or (plain > 1 and low_at(tokens, start - 1) == "that" and is_auxiliary(tokens[end - 1]))
    )
    if plain >= _FEWEST or (plain and (has_speech or is_short)):
        yield _Report(cue, speaker, _start_of(tokens[start]), _end_of(tokens[end - 1]))


def _behind_asides(tokens: Sequence[Token], start: int, last: int) -> int:
    """Behind what stands between commas beside a name: `According to X, a geologist, the slope …`."""
    end = _comma(tokens, start, last)
    return end + 1 if end < last and not has_clause(tokens, start, end) else start


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands in a clause about a noun: `the men, whom the army says it freed, …`."""
    near = range(max(1, at - _NEAR), at)
    is_led = any(tokens[each].low in RELATIVES and tokens[each - 1].words == "," for each in near)
    return is_led or any(each.low in RELATIVES for each in tokens[max(0, first_of_verb(tokens, at) - 1) : at])


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb reports what its subject does: `denied taking money`, `claimed to have won`."""
    low, behind = tokens[at].low, low_at(tokens, at + 1)
    return (low in CLAIMING and behind == "to") or (low in DENYING | DOING and behind.endswith("ing"))


def _open_from(tokens: Sequence[Token], at: int, reports: Sequence[_Report]) -> int | None:
    """Where a statement before a verb may begin: behind a colon, where another was reported before."""
    colon = next((each for each in range(at - 1, 0, -1) if tokens[each].words == ":"), 0)
    if not reports:
        return 0
    return colon + 1 if colon and tokens[colon].start >= reports[-1].end else None


def _is_inside(token: Token, reports: Sequence[_Report]) -> bool:
    """Whether a verb belongs to what somebody else is reported to say."""
    return any(each.start <= token.start < each.end for each in reports)


def _behind(tokens: Sequence[Token], at: int, words: Sequence[str], last: int) -> int:
    """Behind the first `of` that ends the accused: `the army of shelling`."""
    places = [each for each in range(at + 1, last) if tokens[each].low in words]
    doing = [each for each in places if low_at(tokens, each + 1).endswith("ing")]
    return (doing or places or [last - 1])[0] + 1


def _comma(tokens: Sequence[Token], start: int, last: int) -> int:
    return next((at for at in range(start, last) if tokens[at].words == ","), last)


def _after_conjunction(tokens: Sequence[Token], end: int) -> int:
    """The first token of the sentence before a place, behind `But`."""
    return 1 if low_at(tokens, 0) in ("but", "and") and end > 1 else 0


def _start_of(token: Token) -> int:
    return token.start - len(token.speech.mark) if token.speech else token.start


def _end_of(token: Token) -> int:
    return token.end + (len(token.speech.mark) if token.speech and token.speech.is_closed else 0)
