"""What an article leaves open, as questions: disputed claims, deadlines, promises, plans, silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefbook.distil.article import Article
from briefbook.distil.draft import Claim, Dated, Position, Question
from briefbook.distil.voice import Cast

_MOST = 15
_MOST_WORDS = 28
_PRONOUN = re.compile(r"(?:that\s)?(?P<pronoun>he|she|they|it)\s", re.IGNORECASE)
_SILENT = re.compile(
    r"\b(?:declined|refused) to (?:say|comment|disclose|confirm)(?: on)?"
    r"(?P<what>\s(?:when|where|whether|how|who|why)\b[^.,;”]*)?"
    r"|\b(?:did not say|have not given|has not given|gave no|would not say)(?P<rest>[^.,;”]*)"
)
_PARTED = {"denied": 0, "disputed": 0, "alleged": 2, "unverified": 2, "estimated": 3, "conditional": 4}
_SMALL = frozenset(
    "the a an of in on at to for and by that is was were be been has have had it its with from as".split()
)


def find_questions(
    article: Article,
    cast: Cast,
    claims: Sequence[Claim],
    dates: Sequence[Dated],
    positions: Sequence[Position],
) -> tuple[Question, ...]:
    """At most fifteen questions, what is disputed and what falls due first."""
    asking = _Asking(article, cast)
    found = [
        *asking.of_claims(claims),
        *asking.of_deadlines(dates),
        *asking.of_positions(positions),
        *asking.of_silence(),
        *asking.of_plans(dates),
    ]
    kept: list[Question] = []
    for _, question in sorted(found, key=lambda each: each[0]):
        if not any(_is_alike(question, each) for each in kept):
            kept.append(question)
        if len(kept) == _MOST:
            break
    return tuple(kept)


Ranked = tuple[tuple[int, int], Question]


class _Asking:
    """Turns what stands in one article into questions."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._text = article.text
        self._cast = cast
        self._names: Mapping[str, str] = {each.id: each.name for each in cast.actors}

    def of_claims(self, claims: Sequence[Claim]) -> Iterator[Ranked]:
        """Whether what is claimed is so."""
        for each in claims:
            words = self._plain(each.start, each.end)
            asks = "How likely is it: " if each.status == "conditional" else "Is it true: "
            asks = "What is the right figure: " if each.status == "estimated" else asks
            rank = _PARTED[each.status], each.start
            yield rank, self._made(asks + words, each.start, each.end, f"{each.status} in the article")

    def of_deadlines(self, dates: Sequence[Dated]) -> Iterator[Ranked]:
        """Whether what is due will be done."""
        for each in dates:
            if each.kind == "deadline":
                words, start, end = self._around(each.start)
                question = self._made(
                    "Will it be done in time: " + words, start, end, "it falls due", each.value
                )
                yield (1, each.start), question

    def of_positions(self, positions: Sequence[Position]) -> Iterator[Ranked]:
        """Whether somebody will hold to what they say."""
        for each in positions:
            name = self._names.get(each.actor, "")
            words = self._plain(each.start, each.end)
            yield (
                (3, each.start),
                self._made(f"Will {name} hold to it: {words}", each.start, each.end, "a stance"),
            )

    def of_silence(self) -> Iterator[Ranked]:
        """What somebody would not say."""
        for sentence in self._article.body:
            found = _SILENT.search(self._text, sentence.start, sentence.end)
            if found and (found["what"] or found["rest"]):
                words = self._plain(sentence.start, sentence.end)
                yield (
                    (5, sentence.start),
                    self._made(
                        "What is left unsaid: " + words,
                        sentence.start,
                        sentence.end,
                        "somebody would not say",
                    ),
                )

    def of_plans(self, dates: Sequence[Dated]) -> Iterator[Ranked]:
        """What will come of what is planned."""
        for each in dates:
            if each.kind == "scheduled":
                words, start, end = self._around(each.start)
                yield (
                    (6, each.start),
                    self._made("What will come of it: " + words, start, end, "it is planned"),
                )

    def _around(self, at: int) -> tuple[str, int, int]:
        """The sentence around a place."""
        sentence = self._article.sentence_at(at)
        start, end = (sentence.start, sentence.end) if sentence else (at, at + 1)
        return self._plain(start, end), start, end

    def _plain(self, start: int, end: int) -> str:
        """The article's words without marks, a name for the pronoun at their beginning."""
        words = self._text[start:end]
        found = _PRONOUN.match(words)
        if found:
            name = self._names.get(self._cast.named(found["pronoun"], start), "")
            words = name + " " + words[found.end() :] if name else words
        parts = words.split()
        line = " ".join(parts[:_MOST_WORDS]) + ("…" if len(parts) > _MOST_WORDS else "")
        return re.sub(r"[“”\"«»]", "", line).rstrip(" .,;")

    def _made(self, text: str, start: int, end: int, why: str, due: str = "") -> Question:
        return Question(text=text + "?", start=start, end=end, due=due, why=why)


def _is_alike(one: Question, other: Question) -> bool:
    """Whether two questions are about the same words of the article."""
    first, second = _words(one.text), _words(other.text)
    return len(first & second) * 4 >= 3 * min(len(first), len(second))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.partition(": ")[2].lower())) - _SMALL
