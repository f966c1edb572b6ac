"""Whether words stand in a text: exactly, but for typography, or but for what brackets declare.

Nothing is accepted for being alike: what the ladder does not find is refused, with the nearest passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

from briefbook.text.context import find_turn
from briefbook.text.diff import Finder, Piece, ours_of, said_of
from briefbook.text.elision import (
    MOST_REPLACED,
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
from briefbook.text.folding import Folding, across_lines, fold, splits_words
from briefbook.text.sentences import Sentences
from briefbook.text.words import count_words, has_words, is_edge, is_whole

Match = Literal["exact", "typographic", "elided", "bracketed"]
Fault = Literal["altered", "stitched", "cut", "elision", "absent", "ambiguous"]
Range = tuple[int, int]

MATCHER = 2
"""Version of these rules; a lock made under another version proves nothing."""

_MARKS = "\"' "
_MOST_PLACES = 64
_PARAGRAPH = re.compile(r"(?:¶|§|\bpar(?:a|agraph)?\.?)\s*(\d{1,5})\b", re.IGNORECASE)
_LINE = re.compile(r"^.*\S.*$", re.MULTILINE)
_STOP = re.compile(r"[^\W\d_]{3,}[.!?](?=\s)|\n")
_NEAR = re.compile(
    r"[\"“‘']([^\"”’]{3,200})[\"”’']|\b(?:near|after|before|beside)\s+(.{3,200})$", re.IGNORECASE
)
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


class Text:
    """A text that knows what stands in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._judged: dict[tuple[str, str], Passage | Refusal] = {}

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
        places = list(islice(self._whole(words), _MOST_PLACES))
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
        is_short = len(places) > 1 and count_words(words) == 1
        named = self._named(places, locator) if len(places) > 1 else []
        if is_short and len(named) != 1:
            lines = sorted({self._paragraph_of(each.start) for each in places})
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
        if not has_words(words):
            return
        is_found = False
        for start in _iter_whole(self.text, words):
            is_found = True
            yield Passage(((start, start + len(words)),), "exact")
        core = core_of(words)
        if not is_found:
            for start, end in self._iter_folded(core):
                if is_whole(self.text, start, end):
                    yield Passage(((start, end),), "typographic")

    def _iter_folded(self, core: str) -> Iterator[Range]:
        """The places of folded words; where there are none, those across a hyphen at a line's end."""
        is_found = False
        at = self._folding.text.find(core)
        while at >= 0:
            is_found = True
            yield self._folding.original(at, at + len(core))
            at = self._folding.text.find(core, at + 1)
        if not is_found and self._splits_words:
            for found in across_lines(core).finditer(self._joined.text):
                yield self._joined.original(found.start(), found.end())

    @cached_property
    def _splits_words(self) -> bool:
        return splits_words(self.text)

    @cached_property
    def _folding(self) -> Folding:
        return Folding(self.text)

    @cached_property
    def _joined(self) -> Folding:
        return Folding(self.text, joins_lines=True)

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
        cores = _cores(declared)
        gaps = declared.gaps
        chains = (self._chain(first, cores, gaps) for first in self._iter_parts(cores[0], gaps[0], gaps[1]))
        found = [chain for chain in islice(chains, _MOST_PLACES) if chain]
        if not found:
            return None
        ranges = min(found, key=lambda chain: (chain[-1][1] - chain[0][0], chain[0]))
        if changes_bracket(self.text, ranges[0][0], ranges[-1][1], gaps):
            return None
        return Passage(tuple(ranges), "elided" if declared.leaves_out else "bracketed"), gaps[1:-1]

    def _chain(self, first: Range, cores: list[str], gaps: tuple[Gap, ...]) -> list[Range] | None:
        """The parts of a quotation that follow `first`, each where it next stands."""
        chain = [first]
        for index, core in enumerate(cores[1:], 1):
            end = chain[-1][1]
            place = next(self._iter_parts(core, gaps[index], gaps[index + 1], end), None)
            if place is None or not _can_stand_for(gaps[index], self.text[end : place[0]]):
                return None
            chain.append(place)
        return chain

    def _iter_parts(self, core: str, before: Gap, after: Gap, start: int = 0) -> Iterator[Range]:
        """The places of a part from `start` on; a bracket with a letter beside it may cut a word."""
        for begin, end in self._iter_folded(core):
            if begin >= start and self._is_part(begin, end, before, after):
                yield begin, end

    def _is_part(self, start: int, end: int, before: Gap, after: Gap) -> bool:
        text = self.text
        if before.joins_right:
            size = len(before.words)
            is_begun = text[start - size : start].casefold() == before.words.casefold() and is_edge(
                text, start - size
            )
            begins = is_begun or (size > 1 and is_edge(text, start))
        else:
            begins = is_edge(text, start)
        return begins and (after.joins_left or is_edge(text, end))

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

    def _named(self, places: list[Passage], locator: str) -> list[Passage]:
        """The places that a locator names by a paragraph or by words near them."""
        if paragraph := _PARAGRAPH.search(locator):
            return [each for each in places if self._paragraph_of(each.start) == int(paragraph[1])]
        near = _NEAR.search(locator)
        beside = list(islice(self._whole(near[1] or near[2]), _MOST_PLACES)) if near else []
        paragraphs = {self._paragraph_of(each.start) for each in beside}
        return [each for each in places if self._paragraph_of(each.start) in paragraphs]

    def _paragraph_of(self, at: int) -> int:
        """The number of a paragraph, counted from 1; a blank line is none."""
        return bisect_right(self._paragraphs, at)

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [found.start() for found in _LINE.finditer(self.text)]


def core_of(words: str) -> str:
    """The words folded, without the marks around them and without one closing comma or stop."""
    core = fold(words).strip(_MARKS)
    if core[-1:] in (",", ".") and not core.endswith("..."):
        core = core[:-1]
    return core.strip(_MARKS)


def _cores(declared: Declared) -> list[str]:
    """The parts of a quotation as they are looked for; marks beside a bracket never count."""
    first, *others = map(core_of, declared.parts)
    return [first, *(core.lstrip(" ,.;") for core in others)]


def _can_stand_for(gap: Gap, replaced: str) -> bool:
    """Whether a bracket may stand for these; one with words only for a few of one sentence."""
    if not gap.words or fold(replaced) == fold(f"[{gap.words}]"):
        return True
    if "[" in replaced or "]" in replaced:
        return False
    return count_words(replaced) <= MOST_REPLACED and _STOP.search(replaced) is None


def _iter_whole(text: str, words: str) -> Iterator[int]:
    """Where `words` stand without cutting a word."""
    at = text.find(words)
    while at >= 0:
        if is_whole(text, at, at + len(words)):
            yield at
        at = text.find(words, at + 1)
