"""Whether words stand in a text: exactly, but for typography, or but for what brackets declare.

Nothing is accepted for being alike: what the ladder does not find is refused, with the nearest passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

from briefbook.text.context import find_turn
from briefbook.text.diff import Finder, Piece, ours_of, said_of
from briefbook.text.elision import (
    Declared,
    Gap,
    changes_bracket,
    find_fault,
    leaves_speech,
    parse_declared,
    parse_undeclared,
    shown,
    without_brackets,
)
from briefbook.text.locators import Paragraphs, paragraph_in, words_in
from briefbook.text.search import MOST_PLACES, Range, Search
from briefbook.text.sentences import Sentences
from briefbook.text.words import has_words, is_one_word

Match = Literal["exact", "typographic", "elided", "bracketed"]
Fault = Literal["altered", "stitched", "cut", "elision", "absent", "ambiguous"]

MATCHER = 2
"""Version of these rules; a lock made under another version proves nothing."""

_ALTERED = 0.6
"""The share of its words that has to stand together for a quotation to count as altered and not as absent."""


class Passage(NamedTuple):
    """Where words stand in a text, in code points, and how well they match."""

    ranges: tuple[Range, ...]
    """One stretch, or several where words were left out or put in."""
    match: Match
    doubt: str = ""
    """What is left out beside it and may turn it, where that is not sure: `leaves out “only”`."""

    @property
    def start(self) -> int:
        """Where the first word stands."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.ranges[-1][1]


class Refusal(NamedTuple):
    """Why words are not taken for a quotation of a text."""

    fault: Fault
    start: int
    end: int
    """The nearest place in the text; 0 and 0 where there is none."""
    said: str
    """The words at fault, as part of a sentence: `leaves out “doesn't”`."""
    diff: tuple[Piece, ...] = ()
    """The quotation and the nearest passage, word by word."""

    @property
    def ours(self) -> str:
        """The first words of the quotation that do not stand in the passage."""
        return ours_of(self.diff)


Judged = dict[tuple[str, str], Passage | Refusal]
"""What was found of words and locators."""


class Text:
    """A text that knows what stands in it."""

    def __init__(self, text: str, judged: Judged | None = None) -> None:
        """`judged` is what was found before, and outlives the text, which is far larger."""
        self.text = text
        self._judged = {} if judged is None else judged

    def judge(self, words: str, locator: str = "") -> Passage | Refusal:
        """Where `words` stand and are fairly taken, or why not; `locator` says which of several places."""
        key = words, locator
        if key not in self._judged:
            self._judged[key] = self._judge(words, locator)
        return self._judged[key]

    def find(self, words: str) -> Passage | None:
        """Where `words` stand, whether they are fairly taken or not; None where they do not stand."""
        whole = next(self._whole(words), None)
        if whole is not None:
            return whole
        chain = self._declared(parse_declared(words))
        return chain[0] if chain else None

    def _judge(self, words: str, locator: str) -> Passage | Refusal:
        places = list(islice(self._whole(words), MOST_PLACES))
        if places:
            return self._best(places, words, locator)
        chain = self._declared(parse_declared(words))
        if chain is not None:
            passage, gaps = chain
            fault = find_fault(self.text, passage.ranges, gaps)
            if fault is None:
                return self._fair(passage)
            return Refusal(
                "stitched" if fault.fault == "stitched" else "elision", fault.start, fault.end, fault.said
            )
        return self._undeclared(words) or self._unlike(words)

    def _fair(self, passage: Passage) -> Passage | Refusal:
        """The passage, unless what is left out beside it turns it."""
        turn = find_turn(self._sentences, passage.start, passage.end)
        if turn is None:
            return passage
        said = f"leaves out {turn.kind}: “{self.text[turn.start : turn.end]}”"
        if turn.is_sure:
            return Refusal("cut", turn.start, turn.end, said)
        return passage._replace(doubt=said)

    def _best(self, places: list[Passage], words: str, locator: str) -> Passage | Refusal:
        """The place that is meant: the one that the locator names, else the first that is fairly taken."""
        is_short = len(places) > 1 and is_one_word(words)
        named = self._named(places, locator) if len(places) > 1 else []
        if is_short and len(named) != 1:
            lines = sorted({self.paragraphs.of(each.start) for each in places})
            stands = ", ".join(f"¶{line}" for line in lines[:6]) + (" …" if len(lines) > 6 else "")
            first = places[0]
            return Refusal("ambiguous", first.start, first.end, f"stands {len(places)} times: {stands}")
        judged = [self._fair(each) for each in named or places]
        return next(
            (each for each in judged if isinstance(each, Passage) and not each.doubt),
            next((each for each in judged if isinstance(each, Passage)), judged[0]),
        )

    # Where words stand

    def _whole(self, words: str) -> Iterator[Passage]:
        """Each place of `words` on the first rung that has any: as they are, or folded."""
        for place, is_exact in self._search.whole(words):
            yield Passage((place,), "exact" if is_exact else "typographic")

    @cached_property
    def _search(self) -> Search:
        return Search(self.text)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.text)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.text)

    # What a quotation leaves out or puts in

    def _declared(self, declared: Declared | None) -> tuple[Passage, tuple[Gap, ...]] | None:
        """The tightest place of a quotation's parts in their order, and the gaps between them."""
        if declared is None:
            return None
        found = list(self._search.parts(declared))
        if not found:
            return None
        ranges = min(found, key=lambda chain: (chain[-1][1] - chain[0][0], chain[0]))
        if changes_bracket(self.text, ranges[0][0], ranges[-1][1], declared.gaps):
            return None
        match: Match = "elided" if declared.leaves_out else "bracketed"
        return Passage(tuple(ranges), match), declared.gaps[1:-1]

    # Why words are refused

    def _undeclared(self, words: str) -> Refusal | None:
        """The refusal of dots that stand for words without saying so."""
        chain = self._declared(parse_undeclared(words))
        if chain is None:
            return None
        passage = chain[0]
        return Refusal("elision", passage.start, passage.end, "has “...” where the text has none")

    def _unlike(self, words: str) -> Refusal:
        near = max(
            filter(None, map(self._finder.nearest, (words, without_brackets(words)))),
            key=lambda each: each.share,
            default=None,
        )
        if near is None:
            return Refusal("absent", 0, 0, "stands nowhere in the text")
        if not any(piece.side == "ours" and has_words(piece.words) for piece in near.diff):
            for start, end in near.gaps:
                if leaves_speech(self.text, start, end):
                    said = f"joins what stands before and after {shown(self.text[start:end])}"
                    return Refusal("stitched", start, end, said, near.diff)
        if near.share < _ALTERED and near.missing > 1:
            return Refusal("absent", near.start, near.end, "stands nowhere in the text", near.diff)
        said = said_of(near.diff) or "a word is cut, or a mark differs"
        return Refusal("altered", near.start, near.end, said, near.diff)

    # What a locator names

    def stands_outside(self, words: str, number: int) -> int:
        """The paragraph in which `words` stand, where they stand nowhere in the one given; else 0."""
        places = list(islice(self._whole(words), MOST_PLACES)) or list(filter(None, [self.find(words)]))
        if any(self.paragraphs.stands_in(number, each.start, each.end) for each in places):
            return 0
        return self.paragraphs.of(places[0].start) if places else 0

    def _named(self, places: list[Passage], locator: str) -> list[Passage]:
        """The places that a locator names by a paragraph or by words near them."""
        number = paragraph_in(locator)
        if number is not None:
            return [each for each in places if self.paragraphs.of(each.start) == number]
        beside = islice(self._whole(words_in(locator)), MOST_PLACES)
        numbers = {self.paragraphs.of(each.start) for each in beside}
        return [each for each in places if self.paragraphs.of(each.start) in numbers]

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """Its paragraphs."""
        return Paragraphs(self.text)
