"""Where somebody stands, as far as verbs of wanting, refusing and promising show it: suggestions, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.distil.article import Article, Sentence
from briefbook.distil.draft import Indirect, Passage, Position, Quote, Stance
from briefbook.distil.table import read_table, words_of
from briefbook.distil.voice import Cast, Voice
from briefbook.text.near import shorten

_TABLE = read_table()["positions"]


def _pattern(*keys: str) -> re.Pattern[str]:
    words = "|".join(word for key in keys for word in _TABLE[key])
    return re.compile(rf"\b(?:{words})(?!\w)".replace(" ", r"\s"))


_AGAINST, _FOR, _PARTLY = _pattern("strongly_against"), _pattern("strongly_for"), _pattern("partly_for")
_HALF, _NONE = _pattern("half"), _pattern("none")
_DENYING = frozenset(words_of("speech", "denying"))
_REFUSING = _DENYING.union(words_of("speech", "accusing"))
_SUBJECT = re.compile(r"(?:(?:that|and|but)\s)?(?P<words>(?:the\s\w+|we|they|he|she|it|I))\s", re.IGNORECASE)
_FEWEST = 4
"""Words of a quotation that can show a stance."""


def find_positions(
    article: Article, cast: Cast, indirect: Sequence[Indirect], quotes: Sequence[Quote]
) -> tuple[Position, ...]:
    """The positions of the body in order, one for each passage."""
    finder = _Finder(article, cast)
    found: dict[int, Position] = {}
    for each in (*finder.reported(indirect), *finder.spoken(quotes), *finder.told(indirect)):
        overlaps = any(each.start < other.end and other.start < each.end for other in found.values())
        if not overlaps:
            found[each.start] = each
    return tuple(found[start] for start in sorted(found))


class _Finder:
    """Finds who stands where in one article."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._text = article.text
        self._voice = Voice(cast)
        self._cast = cast

    def reported(self, indirect: Sequence[Indirect]) -> Iterator[Position]:
        """Positions in what the article reports: `X said the group would respect a pause`."""
        for each in indirect:
            stance: Stance = -2 if each.cue in _REFUSING else _stance(each.text)
            actor = self._actor(each)
            if stance and actor:
                yield self._made(self._refusal(each) if each.cue in _DENYING else each, actor, stance)

    def _refusal(self, report: Indirect) -> Passage:
        """What is denied, with the words that deny it."""
        sentence = self._article.sentence_at(report.start)
        start = sentence.start if sentence else report.start
        return Passage(start=start, end=report.end, text=self._text[start : report.end])

    def _actor(self, report: Indirect) -> str:
        """Whose stance it is: hers in `X said she was ready`, where she is not X, else the speaker's."""
        found = _SUBJECT.match(report.text)
        if found is None or found["words"].lower() not in ("he", "she"):
            return report.speaker
        return self._cast.named(found["words"], report.start) or report.speaker

    def spoken(self, quotes: Sequence[Quote]) -> Iterator[Position]:
        """Positions in quotations: `“We are asking all parties to open the bridge.”`."""
        for each in quotes:
            stance = _stance(each.text)
            if stance and each.speaker and not each.is_fragment and each.text.count(" ") + 1 >= _FEWEST:
                yield self._made(each, each.speaker, stance)

    def told(self, indirect: Sequence[Indirect]) -> Iterator[Position]:
        """Positions that the article itself tells of: `The union wants the minister charged`."""
        for sentence in self._article.body:
            found = self._first(sentence)
            if found is None or any(each.start <= found.start() < each.end for each in indirect):
                continue
            actor = self._subject(sentence, found.start())
            if actor:
                start, end = sentence.start, sentence.end
                yield self._made(
                    Passage(start=start, end=end, text=self._text[start:end]),
                    actor,
                    -2 if _AGAINST.fullmatch(found[0]) else 2,
                )

    def _first(self, sentence: Sentence) -> re.Match[str] | None:
        """The first word of a sentence, outside marks, that shows a stance."""
        if _NONE.search(self._text, sentence.start, sentence.end):
            return None
        for pattern in (_AGAINST, _FOR):
            found = pattern.search(self._text, sentence.start, sentence.end)
            if found and self._article.speech_at(found.start()) is None:
                return found
        return None

    def _subject(self, sentence: Sentence, verb: int) -> str:
        tokens = self._article.narratives[sentence.paragraph].tokens
        inside = [each for each in tokens if sentence.start <= each.start < sentence.end]
        at = next((place for place, each in enumerate(inside) if each.start >= verb), 0)
        return self._voice.before(inside, 0, at) if at else ""

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


def _stance(words: str) -> Stance:
    """-2 to 2 after the words of a statement; 0 where they show none."""
    if _NONE.search(words):
        return 0
    if _AGAINST.search(words):
        return -2
    if _PARTLY.search(words):
        return 1
    if _FOR.search(words):
        return 1 if _HALF.search(words) else 2
    return 0
