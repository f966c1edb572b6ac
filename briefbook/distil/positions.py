"""Where somebody stands, as far as verbs of wanting, refusing and promising show it: suggestions, no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefbook.distil.article import Article, Sentence
from briefbook.distil.cast import Cast
from briefbook.distil.cues import ACCUSING, BINDING, BLAMING, DENYING
from briefbook.distil.draft import Indirect, Passage, Position, Quote, Stance
from briefbook.distil.stances import (
    ACTS,
    JUDGES,
    has_none,
    is_hostile,
    stance_of_judgement,
    stance_of_speech,
    stance_of_words,
)
from briefbook.distil.table import words_of
from briefbook.distil.topics import tokens_of
from briefbook.distil.turns import Turns
from briefbook.distil.voice import Voice
from briefbook.text.cues import AUXILIARIES, PASSIVE
from briefbook.text.narrative import Token
from briefbook.text.near import shorten

_SIDES = frozenset(words_of("positions", "sides"))
_THINGS = frozenset(words_of("positions", "things"))
_BODIES = frozenset(words_of("speech", "bodies_too"))
_PERSONS = frozenset(words_of("speech", "persons"))
_JOINTS = re.compile(r"[;,]?\s(?:and|but|while)\s")
_RELATIVE = frozenset(words_of("positions", "relative"))
_MOST_BETWEEN = 9
"""Words: a relative clause is short before its verb."""
_ASIDES = re.compile(r"[;,:—–]\s|\s(?:and|but|while)\s")
_WHO = re.compile(rf"\b(?:{'|'.join(words_of('positions', 'who'))})\s(?:\w+\s)?$")
_MOST_SUBJECT = 5
"""Words that stand for the subject in a passage; with more the verb begins it."""
_FEWEST = 4
"""Words of a quotation that can show a stance."""


def find_positions(
    article: Article, cast: Cast, indirect: Sequence[Indirect], quotes: Sequence[Quote]
) -> tuple[Position, ...]:
    """The positions of the body in order, one for each passage."""
    finder = _Finder(article, cast, indirect)
    found: dict[int, Position] = {}
    for each in (*finder.reported(), *finder.told(), *finder.spoken(quotes)):
        overlaps = any(each.start < other.end and other.start < each.end for other in found.values())
        if not overlaps:
            found[each.start] = each
    return tuple(found[start] for start in sorted(found))


class _Finder:
    """Finds who stands where in one article."""

    def __init__(self, article: Article, cast: Cast, indirect: Sequence[Indirect]) -> None:
        self._article = article
        self._text = article.text
        self._voice = Voice(article, cast)
        self._turns = Turns(article, cast)
        self._indirect = indirect
        for each in indirect:
            self._voice.topics.heard(each.start, each.speaker)

    # What the article reports

    def reported(self) -> Iterator[Position]:
        """Positions in what the article reports: `X said the group would respect a pause`."""
        for each in self._indirect:
            stance = self._stance(each)
            actor = each.speaker if ACTS.fullmatch(each.cue) else self._actor(each)
            if stance and actor:
                is_whole = each.cue in DENYING | ACCUSING | BINDING
                yield self._made(self._clause(each) if is_whole else each, actor, stance)

    def _stance(self, report: Indirect) -> Stance:
        if report.cue in DENYING | ACCUSING | BLAMING:
            return -2
        if report.cue in BINDING:
            is_against = report.text.startswith("not ") or is_hostile(report.text)
            return -2 if is_against else 2
        acts = ACTS.fullmatch(report.cue)
        if acts:
            return -2 if acts["against"] else 2
        words = self._plain(report)
        stance = stance_of_words(words, is_own=self._is_own(report))
        return stance_of_words(words, is_own=False) if stance > 0 and self._is_of_thing(report) else stance

    def _is_of_thing(self, report: Indirect) -> bool:
        """Whether what a person says begins with `it`, which may be anything: `he said it would come`."""
        return report.text.split(maxsplit=1)[0].lower() in _THINGS and self._voice.topics.is_person(
            report.speaker
        )

    def _plain(self, report: Indirect) -> str:
        """The words of a report, what stands between marks aside."""
        words = self._text[report.start : report.end]
        return re.sub(r"[“\"«‘](?=\w)[^”\"»]*[”\"»]", "", words)

    def _is_own(self, report: Indirect) -> bool:
        """Whether a report is about its speaker, or the speaker's side: `the group would not move`."""
        words = report.text.split(maxsplit=3)
        first = words[0].lower()
        if first in _SIDES - {"the", "all"}:
            return True
        return first == "the" and words[1:2] != [] and words[1].lower() in _BODIES

    def _actor(self, report: Indirect) -> str:
        """Whose stance it is: hers in `X said she was ready`, where she is not X, else the speaker's."""
        first = report.text.split(maxsplit=1)[0]
        meant = self._voice.topics.meant(first, report.start) if first.lower() in _PERSONS else ""
        return meant or report.speaker

    def _clause(self, report: Indirect) -> Passage:
        """What is denied or vowed, with the words that say so."""
        sentence = self._article.sentence_at(report.start)
        assert sentence is not None
        start = self._text.rfind(report.cue, sentence.start, report.start)
        return self._words(self._subject(sentence, start if start >= 0 else report.start), report.end)

    def _words(self, start: int, end: int) -> Passage:
        return Passage(start=start, end=end, text=self._text[start:end])

    # What the article tells of

    def told(self) -> Iterator[Position]:
        """Positions that the article itself tells of: `The union wants the minister charged`."""
        for sentence in self._article.body:
            told = sorted(self._told_in(sentence), key=lambda each: each.start)
            yield from self._joined(told)

    def _told_in(self, sentence: Sentence) -> Iterator[Position]:
        """Positions in a sentence, those that judge something behind the others."""
        for found in ACTS.finditer(self._text, sentence.start, sentence.end):
            if self._is_told(found.start()):
                yield from self._acted(sentence, found, -2 if found["against"] else 2)
        for found in JUDGES.finditer(self._text, sentence.start, sentence.end):
            speech = self._article.speech_at(_next_mark(self._text, found.end(), sentence.end))
            if speech and self._is_told(found.start()):
                judgement = stance_of_judgement(self._text[speech.start : speech.end])
                yield from self._acted(sentence, found, judgement)

    def _joined(self, positions: Iterable[Position]) -> Iterator[Position]:
        """Positions, those of somebody who acts twice the same way as one: `rejected the plan and left`."""
        last: Position | None = None
        for each in positions:
            if last is None or each.start > last.end:
                is_one = last is not None and self._is_joined(last, each)
                if last is not None and not is_one:
                    yield last
                start = last.start if last is not None and is_one else each.start
                last = self._made(self._words(start, each.end), each.actor, each.stance)
        if last:
            yield last

    def _is_joined(self, one: Position, other: Position) -> bool:
        """Whether two positions are those of one actor, of one sort, parted by a word that joins."""
        is_same = (one.actor, one.stance) == (other.actor, other.stance)
        return is_same and _JOINTS.fullmatch(self._text, one.end, other.start) is not None

    def _is_told(self, at: int) -> bool:
        """Whether a place is neither between marks nor in what somebody else is reported to say."""
        is_reported = any(each.start <= at < each.end for each in self._indirect)
        return not is_reported and self._article.speech_at(at) is None

    def _acted(self, sentence: Sentence, found: re.Match[str], stance: Stance) -> Iterator[Position]:
        tokens = tokens_of(self._article, sentence)
        verb = next(at for at, each in enumerate(tokens) if each.end > found.start())
        before = tokens[verb - 1] if verb else None
        if before and before.low in ("not", "never", "to"):
            return  # `did not reject it`, `asked the council to support it`
        if has_none(self._text[found.start() : self._end(sentence, found)]):
            return
        is_going_on = before and (before.is_mark or before.low in AUXILIARIES | PASSIVE)
        is_noun = before and found[0].split()[0].endswith("ing") and not is_going_on
        clause = _clause_of(tokens, verb)
        first = verb - 1 if before and before.low in PASSIVE and found[0].split()[0].endswith("ing") else verb
        inner = self._voice.speaker(tokens, clause + 1, first).id if clause else ""
        actor = inner or (self._voice.speaker(tokens, 0, first).id if verb and not is_noun else "")
        if actor:
            start = tokens[clause].start if inner else self._subject(sentence, found.start())
            passage = self._words(start, self._end(sentence, found))
            if " " in passage.text:
                yield self._made(passage, actor, stance)

    def _subject(self, sentence: Sentence, verb: int) -> int:
        """Where the few words begin of which a verb speaks; the verb itself behind an aside or many words."""
        marks = list(_ASIDES.finditer(self._text, sentence.start, verb))
        start = marks[-1].end() if marks else sentence.start
        return start if len(self._text[start:verb].split()) <= _MOST_SUBJECT else verb

    def _end(self, sentence: Sentence, verb: re.Match[str]) -> int:
        """Where what is done ends: at what is joined to it, or with the clause: `who backs the plan,`."""
        is_aside = _WHO.search(self._text, sentence.start, verb.start()) is not None
        ending = _ASIDES if is_aside else _JOINTS
        joints = (each.start() for each in ending.finditer(self._text, verb.end(), sentence.end))
        return next((at for at in joints if self._article.speech_at(at) is None), sentence.end)

    # What somebody says

    def spoken(self, quotes: Sequence[Quote]) -> Iterator[Position]:
        """Positions in quotations: `“We are asking all parties to open the bridge.”`."""
        for each in quotes:
            for passage in self._sentences(each):
                stance = stance_of_speech(passage.text)
                is_long = passage.text.count(" ") + 1 >= _FEWEST
                if stance and each.speaker and not each.is_fragment and is_long:
                    yield self._made(passage, each.speaker, stance)

    def _sentences(self, quote: Quote) -> Iterator[Passage]:
        """A quotation; the sentences of a turn of an interview, one by one."""
        if self._turns.at(quote.start) is None or self._article.speech_at(quote.start) is not None:
            yield quote
            return
        for each in self._article.body:
            start = max(each.start, quote.start)
            if start < min(each.end, quote.end):
                yield Passage(start=start, end=each.end, text=self._text[start : each.end])

    def _made(self, passage: Passage, actor: str, stance: Stance) -> Position:
        return Position(
            start=passage.start,
            end=passage.end,
            text=passage.text,
            actor=actor,
            issue=shorten(passage.text, 80),
            stance=stance,
            why="the words suggest it; the issue is yours to name",
        )


def _clause_of(tokens: Sequence[Token], verb: int) -> int:
    """Where the clause begins that has a verb and its subject: `which the Greens oppose`."""
    near = range(verb - 2, max(0, verb - _MOST_BETWEEN), -1)
    return next((at for at in near if tokens[at].low in _RELATIVE), 0)


def _next_mark(text: str, at: int, end: int) -> int:
    """A place behind the next quotation mark, a few words on at the most."""
    found = re.compile(r"[“\"«‘]").search(text, at, min(end, at + 60))
    return found.end() if found else at
