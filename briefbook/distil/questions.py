"""What an article leaves open, as questions: disputed claims, deadlines, promises, plans, silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast
from briefbook.distil.draft import Claim, Dated, Position, Question
from briefbook.distil.hedges import find_hedges
from briefbook.distil.table import read_table, words_of

_MOST = 15
_MOST_WORDS = 28
_TABLE = read_table()["questions"]
_PRONOUN = re.compile(_TABLE["pronoun"], re.IGNORECASE)
_THING, _SUBJECT = re.compile(_TABLE["thing"]), re.compile(_TABLE["subject"])
_LED, _SILENCE = re.compile(_TABLE["led"]), re.compile(_TABLE["silence"])
_SETTLED = re.compile(_TABLE["settled"])
_PARTED = {"denied": 0, "disputed": 0, "alleged": 2, "unverified": 2, "conditional": 2, "estimated": 3}
_SMALL = frozenset(words_of("questions", "small"))


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
        *asking.of_positions([each for each in positions if not _is_claimed(each, claims)]),
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
            words = self._plain(each.start, each.end, each.attribution)
            asks = _TABLE["is_likely" if each.status == "conditional" else "is_true"]
            asks = _TABLE["is_figure"] if _is_figure(each) else asks
            rank = _PARTED[each.status], each.start
            yield rank, self._made(asks + words, each.start, each.end, f"{each.status} in the article")

    def of_deadlines(self, dates: Sequence[Dated]) -> Iterator[Ranked]:
        """Whether what is due will be done."""
        for each in dates:
            if each.kind == "deadline" and self._article.sentence_at(each.start):
                words, start, end = self._around(each.start)
                question = self._made(_TABLE["in_time"] + words, start, end, "it falls due", each.value)
                yield (1, each.start), question

    def of_positions(self, positions: Sequence[Position]) -> Iterator[Ranked]:
        """Whether somebody will hold to what they say."""
        for each in positions:
            if _SETTLED.search(each.text):
                continue
            name = self._names.get(each.actor, "")
            words = self._plain(each.start, each.end)
            yield (
                (4, each.start),
                self._made(_TABLE["holds"].format(name=name) + words, each.start, each.end, "a stance"),
            )

    def of_silence(self) -> Iterator[Ranked]:
        """What somebody would not say."""
        for sentence in self._article.body:
            found = _SILENCE.search(self._text, sentence.start, sentence.end)
            if found and (found["what"] or found["rest"]):
                words = self._plain(sentence.start, sentence.end)
                yield (
                    (3, sentence.start),
                    self._made(
                        _TABLE["unsaid"] + words,
                        sentence.start,
                        sentence.end,
                        "somebody would not say",
                    ),
                )

    def of_plans(self, dates: Sequence[Dated]) -> Iterator[Ranked]:
        """What will come of what is planned."""
        for each in dates:
            if each.kind == "scheduled" and self._article.sentence_at(each.start):
                words, start, end = self._around(each.start)
                yield (
                    (5, each.start),
                    self._made(_TABLE["comes"] + words, start, end, "it is planned"),
                )

    def _around(self, at: int) -> tuple[str, int, int]:
        """The sentence around a place; where it begins with `It`, with what the one before is about."""
        sentence = self._article.sentence_at(at)
        assert sentence is not None
        start, end = sentence.start, sentence.end
        words = self._text[start:end]
        thing = _THING.match(words)
        subject = self._subject_before(start) if thing else ""
        plain = self._tidied(f"{subject} {words[thing.end() :]}") if thing and subject else ""
        return plain or self._plain(start, end), start, end

    def _subject_before(self, start: int) -> str:
        """The words with which the sentence before a place begins, up to its verb."""
        before = self._article.sentence_at(max(0, start - 2))
        found = _SUBJECT.match(self._text, before.start, before.end) if before else None
        return found["words"] if found else ""

    def _plain(self, start: int, end: int, speaker: str = "") -> str:
        """The article's words without marks, for a pronoun at their beginning the name, a speaker's first."""
        words = _LED.sub("", self._text[start:end])
        found = _PRONOUN.match(words)
        if found:
            name = self._names.get(speaker or self._cast.named(found["pronoun"], start), "")
            words = name + " " + words[found.end() :] if name else words
        return self._tidied(words)

    def _tidied(self, words: str) -> str:
        """Words on one line, without marks, and not too many."""
        parts = words.split()
        line = " ".join(parts[:_MOST_WORDS]) + ("…" if len(parts) > _MOST_WORDS else "")
        return re.sub(r"[“”\"«»]", "", line).rstrip(" .,;")

    def _made(self, text: str, start: int, end: int, why: str, due: str = "") -> Question:
        return Question(text=text + "?", start=start, end=end, due=due, why=why)


def _is_claimed(position: Position, claims: Sequence[Claim]) -> bool:
    """Whether a claim about the same words asks already."""
    return any(position.start < each.end and each.start < position.end for each in claims)


def _is_figure(claim: Claim) -> bool:
    """Whether a claim is about how many."""
    is_hedged = any(each.sort == "figure" for each in find_hedges(claim.text, 0, len(claim.text)))
    return claim.status == "estimated" or (claim.status == "unverified" and is_hedged)


def _is_alike(one: Question, other: Question) -> bool:
    """Whether two questions are about the same words of the article."""
    first, second = _words(one.text), _words(other.text)
    return len(first & second) * 4 >= 3 * min(len(first), len(second))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.partition(": ")[2].lower())) - _SMALL
