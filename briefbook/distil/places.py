"""The runs of capital words of an article, each in its sentence, and whether it acts there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.known import BY_CAPITAL
from briefbook.distil.phrases import ACTS, ARTICLES, POSSESSIVES
from briefbook.distil.runs import Run, iter_runs
from briefbook.distil.table import words_of
from briefbook.distil.titles import Parsed, parse_run
from briefbook.text.cues import AUXILIARIES, PREPOSITIONS
from briefbook.text.narrative import Narrative, Token
from briefbook.text.speech import Speech

LOCATING = frozenset(words_of("states", "places"))
"""Words behind which a name is that of a place."""
_DOES = ACTS | frozenset(words_of("groups", "deeds"))
_NOT_YET = frozenset(words_of("groups", "not_yet"))
_ACCORDING = frozenset(words_of("groups", "according"))
_VOICES = frozenset(words_of("groups", "voices"))
_TELLING = frozenset(words_of("groups", "heard_by"))
"""Behind these stands who listens."""
_MOST_ASIDE = 24


class Stretch(NamedTuple):
    """A sentence as tokens of its paragraph, or of a speech."""

    tokens: Sequence[Token]
    first: int
    last: int
    is_quoted: bool = False
    is_marked: bool = False
    """Whether it stands between quotation marks."""


class Place(NamedTuple):
    """A run with what stands around it."""

    tokens: Sequence[Token]
    first: int
    last: int
    """The sentence, as tokens."""
    run: Run
    parsed: Parsed
    is_quoted: bool = False
    """Whether it stands in somebody’s speech."""

    @property
    def before(self) -> str:
        """The word before it, in small letters; empty at the head of a sentence."""
        return self.low(self.run.first - 1)

    @property
    def behind(self) -> str:
        """The word or mark behind it."""
        return self.low(self.run.last)

    def low(self, at: int) -> str:
        """The word at a token of the sentence, in small letters; empty beyond it."""
        return self.tokens[at].low if self.first <= at < self.last else ""


def find_places(article: Article) -> list[Place]:
    """Every run of capital words in the report, in order."""
    found: list[Place] = []
    ordinary = frozenset(
        token.low
        for narrative in article.narratives
        for token in narrative.tokens
        if token.words[:1].islower()
    )
    for stretch in iter_stretches(article):
        tokens = stretch.tokens
        found += (
            Place(
                tokens,
                stretch.first,
                stretch.last,
                run,
                parse_run(article.text, tokens, run),
                stretch.is_quoted,
            )
            for run in iter_runs(tokens, stretch.first, stretch.last, ordinary)
        )
    return found


def iter_stretches(article: Article) -> Iterator[Stretch]:
    """The sentences of the report in order, each followed by those of the speeches in it."""
    for paragraph, narrative in zip(article.paragraphs, article.narratives, strict=True):
        if paragraph.part == "body" and narrative.tokens:
            for first, last in narrative.sentences:
                yield Stretch(narrative.tokens, first, last)
                for token in narrative.tokens[first:last]:
                    if token.speech is not None:
                        yield from _spoken(article.text, token.speech)


def _spoken(text: str, speech: Speech) -> Iterator[Stretch]:
    """The sentences of a speech; one without marks is an answer in a transcript."""
    said = Narrative(text, speech.start, speech.end, ())
    if said.tokens:
        for first, last in said.sentences:
            yield Stretch(said.tokens, first, last, is_quoted=True, is_marked=bool(speech.mark))


def acts(place: Place) -> bool:
    """Whether whoever is named there speaks, judges or does something, or is asked for an account."""
    return acts_behind(place) or _acts_before(place)


def acts_behind(place: Place) -> bool:
    """Whether a verb or a noun behind a name makes it an actor: `X has said`, `X’s post`."""
    if place.behind in POSSESSIVES:
        return place.low(place.run.last + 1) in _VOICES
    if _lead(place) in PREPOSITIONS:
        return False
    at = _past_another(place)
    while place.low(at) in AUXILIARIES or place.low(at) in _NOT_YET:
        at += 1
    if at > place.run.last and place.parsed.name in BY_CAPITAL:
        # `Washington would pay`
        return True
    is_done_to = place.low(at + 1) == "by"
    return (place.low(at) in _DOES and not is_done_to) or _acts_past_aside(place)


def _past_another(place: Place) -> int:
    """The token behind a name, and behind the other one in `X and Y said`."""
    at = place.run.last
    if (
        place.low(at) == "and"
        and place.before != ","
        and at + 1 < place.last
        and place.tokens[at + 1].is_capital
    ):
        at += 1
        while at < place.last and place.tokens[at].is_capital:
            at += 1
    return at


def _acts_before(place: Place) -> bool:
    """`said X,` or `according to X`."""
    before = _lead(place)
    if before == "to":
        at = place.run.first - 2 - (place.before in ARTICLES)
        return place.low(at) in _ACCORDING
    return (
        before in ACTS
        and before not in _TELLING
        and place.behind in (",", ".", ";", "(", "", "—", "–", "of", "in", "at", "on", "from")
    )


def _lead(place: Place) -> str:
    """The word before a name and its article."""
    return place.low(place.run.first - 1 - (place.before in ARTICLES))


def _acts_past_aside(place: Place) -> bool:
    """Whether such a verb follows what stands between commas behind a name: `X, the smaller one, calls`."""
    tokens, at = place.tokens, place.run.last
    if place.behind not in (",", "(", "—", "–"):
        return False
    closing = (",", ")", "—", "–")
    for index in range(at + 1, min(place.last - 1, at + _MOST_ASIDE)):
        if tokens[index].words in closing:
            after = index + 1
            while place.low(after) in AUXILIARIES:
                after += 1
            return place.low(after) in _DOES
    return False
