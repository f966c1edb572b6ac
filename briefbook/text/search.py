"""Where words stand in a text: as they are, folded, or in parts where brackets say what lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from briefbook.text.elision import MOST_REPLACED, Declared, Gap
from briefbook.text.folding import Folding, across_lines, fold, splits_words
from briefbook.text.words import count_words, has_words, is_edge, is_whole

Range = tuple[int, int]

MOST_PLACES = 64
"""Places of words that are looked at; words that stand oftener are nobody's quotation."""
_MARKS = "\"' "
_STOP = re.compile(r"[^\W\d_]{3,}[.!?](?=\s)|\n")


class Search:
    """Finds words in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def whole(self, words: str) -> Iterator[tuple[Range, bool]]:
        """Each place of `words`, and whether they stand there as they are; else each place when folded."""
        if not has_words(words):
            return
        is_found = False
        for start in _iter_whole(self.text, words):
            is_found = True
            yield (start, start + len(words)), True
        if not is_found:
            for start, end in self._iter_folded(core_of(words)):
                if is_whole(self.text, start, end):
                    yield (start, end), False

    def parts(self, declared: Declared) -> Iterator[list[Range]]:
        """Each place of the parts of a quotation in their order, from each place of the first."""
        cores, gaps = _cores(declared), declared.gaps
        for first in islice(self._iter_parts(cores[0], gaps[0], gaps[1]), MOST_PLACES):
            if chain := self._chain(first, cores, gaps):
                yield chain

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
