"""What an article reports in its own words: `X said that …`, `accused Y of …`, `…, according to Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.article import Article, Sentence
from briefbook.distil.draft import Indirect
from briefbook.distil.table import either, words_of
from briefbook.distil.voice import Cast, Voice
from briefbook.text.cues import AUXILIARIES, PASSIVE, SPEAKERS_OF_BARE
from briefbook.text.narrative import Token

_SAYING = frozenset(words_of("speech", "saying"))
_FREELY = frozenset(words_of("speech", "freely"))
_BARE = frozenset(words_of("speech", "bare"))
_BINDING = frozenset(words_of("speech", "binding"))
_ACCUSING = frozenset(words_of("speech", "accusing"))
_BLAMING = frozenset(words_of("speech", "blaming"))
_DENYING = frozenset(words_of("speech", "denying"))
_LISTENERS = frozenset(words_of("speech", "listeners"))
_ADDITIONS = frozenset(words_of("speech", "additions"))
_JUDGEMENTS = frozenset(words_of("speech", "judgements"))
_SILENT = frozenset(words_of("speech", "silent"))
_TELLING = frozenset(("told", "tells", "telling", "warned", "warns", "warning"))
_CUES = _SAYING | _BINDING | _ACCUSING | _BLAMING

_OPENERS = frozenset(
    "he she it they we i you there this that these those the a an its his her their our some no any all "
    "nobody nothing neither both many most more several about at if when".split()
)
_AUXILIARY = re.compile(
    r"is|are|was|were|has|have|had|will|would|can|could|cannot|may|might|must|should|shall|does|do|did|\w+n't"
)
_FINITE = re.compile(rf"{_AUXILIARY.pattern}|{either(words_of('speech', 'finite'))}|\w+ed|\w+s")
_TIMES = frozenset(
    "on in at by late early last this next earlier later yesterday today tomorrow monday tuesday wednesday "
    "thursday friday saturday sunday during after before week month year".split()
)
_FEWEST = 3
"""Words that make a statement, at the least."""
_LONGEST_ASIDE = 10
"""Words between a verb and what it reports, at most."""


class _Report(NamedTuple):
    cue: str
    speaker: str
    start: int
    end: int


def find_indirect(article: Article, cast: Cast) -> tuple[Indirect, ...]:
    """The reported statements of the body, in order; none stands inside another of the same speaker."""
    finder = _Finder(article, cast)
    found: dict[tuple[int, int], Indirect] = {}
    for sentence in article.body:
        for report in finder.reports(sentence):
            start, end = report.start, report.end
            text = article.text[start:end]
            is_sure = bool(report.speaker) and report.cue in _FREELY
            found.setdefault(
                (start, end),
                Indirect(
                    start=start,
                    end=end,
                    text=text,
                    speaker=report.speaker,
                    cue=report.cue,
                    confidence="high" if is_sure else "review",
                    why="" if report.speaker else "nobody is named as the speaker",
                ),
            )
    return tuple(found[place] for place in sorted(found))


class _Finder:
    """Finds the reports in one sentence after another."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._voice = Voice(cast)

    def reports(self, sentence: Sentence) -> Iterator[_Report]:
        """The statements that a sentence reports."""
        tokens = self._tokens(sentence)
        speaker = ""
        for at, token in enumerate(tokens):
            if token.low == "according" and _low(tokens, at + 1) == "to":
                yield from self._according(tokens, at)
            elif token.low in _CUES and _is_verb(tokens, at):
                speaker = self._speaker(tokens, at, speaker)
                yield from self._governed(tokens, at, speaker)

    def _tokens(self, sentence: Sentence) -> list[Token]:
        tokens = self._article.narratives[sentence.paragraph].tokens
        return [each for each in tokens if sentence.start <= each.start < sentence.end]

    def _speaker(self, tokens: Sequence[Token], at: int, before: str) -> str:
        """The subject of a verb; behind `and` and `saying` that of the verb before, else the sentence's."""
        is_participle = tokens[at].low.endswith("ing")
        if is_participle and (not at or tokens[at - 1].is_mark):
            return before or self._voice.subject(tokens, 0, at)
        previous = _low(tokens, _left(tokens, at) - 1)
        if previous in ("and", "but", "or"):
            return before or self._voice.subject(tokens, 0, at)
        return self._voice.before(tokens, 0, at)

    # What a verb reports

    def _governed(self, tokens: Sequence[Token], at: int, speaker: str) -> Iterator[_Report]:
        low = tokens[at].low
        last = _sentence_end(tokens)
        if at and tokens[at - 1].speech is not None and low not in _ACCUSING:
            return  # `“…,” said X`
        if low in _ACCUSING | _BLAMING:
            start = _behind(tokens, at, "of" if low in _ACCUSING else "for", last)
            yield from self._made(tokens, low, speaker, start, _comma(tokens, start, last))
            return
        if low in _BINDING and _low(tokens, at + 1) in ("to", "not"):
            start = at + 2 if _low(tokens, at + 1) == "to" else at + 1
            yield from self._made(tokens, low, speaker, start, clause_end(tokens, start, last))
            return
        if low in _DENYING and _low(tokens, at + 1).endswith("ing"):
            yield from self._made(tokens, low, speaker, at + 1, clause_end(tokens, at + 1, last))
            return
        start = _statement(tokens, at, last)
        if any(each.low in ("who", "which") for each in tokens[max(0, _left(tokens, at) - 1) : at]):
            last = _comma(tokens, start, last)
        if start < last:
            yield from self._made(tokens, low, speaker, start, clause_end(tokens, start, last))
        elif low in _FREELY and _is_closing(tokens, at, last):
            yield from self._before(tokens, at, speaker)

    def _before(self, tokens: Sequence[Token], at: int, speaker: str) -> Iterator[_Report]:
        """The statement before `, X said on Tuesday`."""
        comma = _last_comma(tokens, at)
        is_beside = _low(tokens, comma + 1) in ("as", "like")
        if comma > 0 and tokens[comma - 1].speech is None and not is_beside:
            start = _after_speech(tokens, comma)
            yield from self._made(tokens, tokens[at].low, speaker, start, comma)

    def _according(self, tokens: Sequence[Token], at: int) -> Iterator[_Report]:
        """The statement before `, according to X`, or behind `According to X,`."""
        last = _sentence_end(tokens)
        speaker = self._voice.behind(tokens, at + 2, last)
        if at <= 1:
            comma = next((each for each in range(at, last) if tokens[each].words == ","), last)
            yield from self._made(tokens, "according to", speaker, comma + 1, last)
        else:
            end = at - 1 if tokens[at - 1].words == "," else at
            yield from self._made(tokens, "according to", speaker, _after_speech(tokens, end), end)

    def _made(
        self, tokens: Sequence[Token], cue: str, speaker: str, start: int, end: int
    ) -> Iterator[_Report]:
        """A report of the words between two tokens, unless they are all between marks or too few."""
        while end > start and tokens[end - 1].words in (",", ".", ";", ":", "—", "–", "!", "?"):
            end -= 1
        plain = sum(not each.is_mark for each in tokens[start:end])
        has_speech = any(each.speech for each in tokens[start:end])
        if plain >= _FEWEST or (plain > 1 and has_speech) or (cue in _ACCUSING and plain > 1):
            yield _Report(cue, speaker, _start_of(tokens[start]), _end_of(tokens[end - 1]))


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _left(tokens: Sequence[Token], at: int) -> int:
    """The first of the auxiliaries before a verb, else the verb."""
    while at and tokens[at - 1].low in AUXILIARIES:
        at -= 1
    return at


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a cue is a verb with a subject that speaks: no noun, no `was told`, no `declined to say`."""
    low, left = tokens[at].low, _left(tokens, at)
    previous = _low(tokens, left - 1)
    negated = {each.low for each in tokens[left:at]} & {"not", "never"} or any(
        each.low.endswith("n't") for each in tokens[left:at]
    )
    if negated or previous in PASSIVE or previous.endswith("n't"):
        return False
    if previous in ("the", "a", "an", "its", "his", "her", "their", "our", "my", "of"):
        return False
    if low in _BARE:
        return previous in SPEAKERS_OF_BARE or _is_plural(tokens, left)
    return previous not in _SILENT | {"to"}


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural stands in the words right before a bare verb, so that it is no noun or infinitive."""
    before = tokens[max(0, at - 8) : at]
    return _low(tokens, at - 1) not in ("to", "of", "not") and any(
        each.low.endswith("s") or each.low in SPEAKERS_OF_BARE | {"police", "people"} for each in before
    )


def _statement(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where the clause begins that a verb of saying governs; the end of the sentence where there is none."""
    place = at + 1
    if tokens[at].low in _TELLING:
        place = _behind_listener(tokens, place, last)
    farthest = place + _LONGEST_ASIDE * (3 if tokens[at].low in _TELLING else 1)
    for each in range(place, min(last, farthest)):
        between = tokens[place:each]
        if tokens[each].low == "that" and not any(_parts(token) for token in between):
            return each + 1
    if tokens[at].low not in _FREELY:
        return _strict(tokens, place, last)
    place = _behind_time(tokens, place, last)
    if place >= last or tokens[place].words in (",", ".", ":", ";") or tokens[place].speech:
        return last
    return place if _has_clause(tokens, place, last) else last


def _parts(token: Token) -> bool:
    """Whether a token between a verb and `that` makes the `that` another verb's."""
    return token.words == "," or token.low in _SAYING


def _strict(tokens: Sequence[Token], place: int, last: int) -> int:
    """A clause without `that` behind a verb that mostly takes a noun: it begins like one."""
    near = [each.low for each in tokens[place + 1 : min(last, place + _LONGEST_ASIDE)]]
    near = near[: near.index("and")] if "and" in near else near
    begins = _low(tokens, place) in _OPENERS and any(map(_AUXILIARY.fullmatch, near))
    return place if begins else last


def _behind_listener(tokens: Sequence[Token], place: int, last: int) -> int:
    """Behind `told reporters in Vienna`: the first token of what is told."""
    for at in range(place, min(last, place + _LONGEST_ASIDE)):
        if tokens[at].low in _LISTENERS or tokens[at].low in ("him", "her", "them", "us", "me"):
            place = at + 1
        elif tokens[at].low == "that":
            return at
    return place


def _behind_time(tokens: Sequence[Token], place: int, last: int) -> int:
    """Behind `on Tuesday`, `in a statement`: small words up to the last that names a time or a listener."""
    end = place
    for at in range(place, min(last, place + 6)):
        low = tokens[at].low
        if low in _OPENERS - _TIMES - {"a", "an", "the", "at", "this"}:
            break
        is_number = low[:1].isdigit() and at > place
        if (
            low.endswith("day")
            or low in ("week", "month", "year")
            or low in _LISTENERS
            or (is_number and end == at - 1)
        ):
            end = at + 1 if _low(tokens, place) in _TIMES or low.endswith("day") else end
    return end


def _has_clause(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether a finite verb seems to stand in the words behind a place."""
    words = [each.low for each in tokens[place + 1 : last] if not each.is_mark]
    return any(_FINITE.fullmatch(word) for word in words[:24]) or any(
        each.speech for each in tokens[place + 1 : last]
    )


def clause_end(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where a statement ends and the article adds something: `, defying …`, `, but declined to …`."""
    for at in range(start + 1, last):
        if tokens[at].words in ("—", "–") and at > start + 2:
            return at
        if tokens[at].words == "," and _adds(tokens, at, last):
            return at
        if tokens[at].low == "and" and _low(tokens, at + 1) in _CUES | _SILENT and at > start + 2:
            return at
    return last


def _adds(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether what stands behind a comma is the article's own."""
    one, two = _low(tokens, comma + 1), _low(tokens, comma + 2)
    if one.endswith("ing") and one not in ("during", "including", "according", "nothing", "something"):
        return True
    if one in ("a", "an", "the") and (two in _JUDGEMENTS or _low(tokens, comma + 3) in _JUDGEMENTS):
        return True
    if one == "as":
        return _is_telling(tokens, comma + 2, last)
    if one in ("and", "but"):
        return two in _CUES | _SILENT | {"has", "had"} or _is_telling(tokens, comma + 2, last)
    return one in _ADDITIONS and one not in ("before", "after")


def _is_telling(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Whether a new speaker begins at a place: a cue stands within a few words."""
    return any(
        tokens[at].low in _SAYING and _is_verb(tokens, at) for at in range(start, min(last, start + 6))
    )


def _behind(tokens: Sequence[Token], at: int, word: str, last: int) -> int:
    """Behind the first `of` that ends the accused: `the army of shelling`."""
    places = [each for each in range(at + 1, last) if tokens[each].low == word]
    doing = [each for each in places if _low(tokens, each + 1).endswith("ing")]
    return (doing or places or [last - 1])[0] + 1


def _comma(tokens: Sequence[Token], start: int, last: int) -> int:
    return next((at for at in range(start, last) if tokens[at].words == ","), last)


def _is_closing(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether nothing but a time, a place or a listener stands behind a verb: `…, X said on Tuesday`."""
    behind = tokens[at + 1 : last]
    return len(behind) <= _LONGEST_ASIDE and all(each.speech is None for each in behind)


def _last_comma(tokens: Sequence[Token], at: int) -> int:
    """The comma that ends a statement before its speaker, past an aside beside the speaker's name."""
    commas = [each for each in range(at) if tokens[each].words == ","]
    if commas and at - commas[-1] == 1:
        commas = commas[:-2]
    return commas[-1] if commas else 0


def _after_speech(tokens: Sequence[Token], end: int) -> int:
    """The first token of the sentence before a place, behind `But`."""
    return 1 if _low(tokens, 0) in ("but", "and") and end > 1 else 0


def _sentence_end(tokens: Sequence[Token]) -> int:
    """The token behind the last word, the full stop aside."""
    return len(tokens) - 1 if tokens and tokens[-1].words in (".", "!", "?", ";") else len(tokens)


def _start_of(token: Token) -> int:
    return token.start - len(token.speech.mark) if token.speech else token.start


def _end_of(token: Token) -> int:
    return token.end + (len(token.speech.mark) if token.speech and token.speech.is_closed else 0)
