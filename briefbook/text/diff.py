"""The passage of a text that is most like some words, and what is different in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from briefbook.text.folding import fold
from briefbook.text.near import nearest
from briefbook.text.words import WORD

_TOKEN = re.compile(rf"{WORD}|[,.;:!?()\[\]%$€£…]")
_BUCKET = 6
_COMMON = 40
_REACH = 48
"""Words beyond the length of a quotation in which its rest is looked for."""
_ENOUGH = 0.4


class Piece(NamedTuple):
    """A stretch of a comparison: words of both, or of one side only."""

    side: Literal["same", "ours", "theirs"]
    words: str


class Token(NamedTuple):
    """A word or a mark, and where it stands."""

    start: int
    end: int
    key: str


class Likeness(NamedTuple):
    """The passage most like some words."""

    start: int
    end: int
    share: float
    """How many of the words stand in it in this order, from 0 to 1."""
    missing: int
    """How many do not."""
    diff: tuple[Piece, ...]
    gaps: tuple[tuple[int, int], ...]
    """What stands in the passage between words that the quotation joins."""


def _tokens(text: str) -> list[Token]:
    return [Token(found.start(), found.end(), fold(found[0]) or found[0]) for found in _TOKEN.finditer(text)]


class Finder:
    """Finds in one text what is most like a quotation."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _tokens(self) -> list[Token]:
        return _tokens(self.text)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places = defaultdict(list)
        for index, token in enumerate(self._tokens):
            if token.key[0].isalnum():
                places[token.key.casefold()].append(index)
        return dict(places)

    def nearest(self, words: str) -> Likeness | None:
        """The passage most like `words`; None where less than two fifths of them stand together anywhere."""
        ours = _tokens(words)
        while ours and not ours[-1].key[0].isalnum():
            ours.pop()
        while ours and not ours[0].key[0].isalnum():
            ours.pop(0)
        at = self._best_start(ours)
        if at is None:
            return self._near_word(words) if len(ours) == 1 else None
        theirs = self._tokens[max(0, at - _REACH) : at + len(ours) + _REACH]
        found = _blocks(ours, theirs)
        if not found:
            return None
        blocks = list(_core(found, ours))
        # A common word may have matched far before its own place: look again in the passage alone.
        first, last = _bounds(blocks, len(ours), len(theirs))
        theirs = theirs[max(0, first - 2) : last + 3]
        blocks = list(_core(_blocks(ours, theirs), ours))
        wanted = sum(token.key[0].isalnum() for token in ours)
        shared = sum(ours[a + i].key[0].isalnum() for a, _, size in blocks for i in range(size))
        share = shared / wanted
        if share < _ENOUGH:
            return None
        first, last = _bounds(blocks, len(ours), len(theirs))
        diff = tuple(_diff(blocks, (words, ours), (self.text, theirs[: last + 1]), first))
        gaps = tuple(_gaps(blocks, ours, theirs))
        return Likeness(theirs[first].start, theirs[last].end, share, wanted - shared, diff, gaps)

    def _near_word(self, word: str) -> Likeness | None:
        """The word of the text that is spelled most like one word."""
        near = nearest(word, self._places)
        if near is None:
            return None
        token = self._tokens[self._places[near][0]]
        theirs = self.text[token.start : token.end]
        return Likeness(token.start, token.end, 1, 1, (Piece("ours", word), Piece("theirs", theirs)), ())

    def _best_start(self, ours: list[Token]) -> int | None:
        """Where most words of ours stand at the same distance from one another; rare words count for more."""
        votes: dict[int, float] = defaultdict(float)
        for index, token in enumerate(ours):
            places = self._places.get(token.key.casefold(), ())
            if len(places) <= _COMMON or len(ours) <= 3:
                for place in places:
                    bucket = (place - index) // _BUCKET
                    votes[bucket] += 1 / len(places)
                    votes[bucket + 1] += 0.5 / len(places)
        if not votes:
            return None
        best = max(votes, key=lambda bucket: (votes[bucket], -bucket))
        return max(0, best * _BUCKET)


Block = tuple[int, int, int]


def _blocks(ours: list[Token], theirs: list[Token]) -> list[Block]:
    a, b = [token.key for token in ours], [token.key for token in theirs]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def _core(blocks: list[Block], ours: list[Token]) -> Iterator[Block]:
    """The blocks but for stray words far from the largest."""
    largest = max(range(len(blocks)), key=lambda index: blocks[index][2])
    for index, (a, b, size) in enumerate(blocks):
        if index == largest:
            yield blocks[index]
            continue
        other = blocks[index + 1] if index < largest else blocks[index - 1]
        apart = other[1] - b - size if index < largest else b - other[1] - other[2]
        has_words = any(ours[a + i].key[0].isalnum() for i in range(size))
        if has_words and (apart <= 3 or size >= 2):
            yield blocks[index]


def _bounds(blocks: list[Block], ours: int, theirs: int) -> tuple[int, int]:
    """First and last token of the passage: as many before and after the blocks as the quotation has there."""
    (a, b, _), (last_a, last_b, _) = blocks[0], blocks[-1]
    return max(0, b - a), min(theirs, last_b + ours - last_a) - 1


def _diff(
    blocks: list[Block], ours: tuple[str, list[Token]], theirs: tuple[str, list[Token]], first: int
) -> Iterator[Piece]:
    at, place = 0, first
    for a, b, size in (*blocks, (len(ours[1]), len(theirs[1]), 0)):
        if a > at:
            yield Piece("ours", _words(*ours, at, a))
        if b > place:
            yield Piece("theirs", _words(*theirs, place, b))
        if size:
            yield Piece("same", _words(*theirs, b, b + size))
        at, place = a + size, b + size


def _words(text: str, tokens: list[Token], start: int, end: int) -> str:
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split())


def _gaps(blocks: list[Block], ours: list[Token], theirs: list[Token]) -> Iterator[tuple[int, int]]:
    """Where the passage has words between two that ours joins, marks aside."""
    pairs = [(a + i, b + i) for a, b, size in blocks for i in range(size) if ours[a + i].key[0].isalnum()]
    for (a, b), (next_a, next_b) in pairwise(pairs):
        if not _has_words(ours[a + 1 : next_a]) and _has_words(theirs[b + 1 : next_b]):
            yield theirs[b].end, theirs[next_b].start


def _has_words(tokens: list[Token]) -> bool:
    return any(token.key[0].isalnum() for token in tokens)


def said_of(diff: tuple[Piece, ...]) -> str:
    """The first difference as part of a sentence, and how many more there are."""
    changes = list(_changes(diff))
    if not changes:
        return ""
    more = len(changes) - 1
    return changes[0] + (f", and {more} more change{'s' if more > 1 else ''}" if more else "")


def ours_of(diff: tuple[Piece, ...]) -> str:
    """The first words of ours that do not stand there."""
    return next((piece.words for piece in diff if piece.side == "ours"), "")


def _changes(diff: tuple[Piece, ...]) -> Iterator[str]:
    previous = same = Piece("same", "")
    for piece in (*diff, same):
        if previous.side == "ours" and piece.side == "theirs":
            yield f"it has “{piece.words}”, not “{previous.words}”"
            piece = same
        elif previous.side == "ours":
            yield f"it has no “{previous.words}” here"
        elif previous.side == "theirs":
            yield f"“{previous.words}” is left out"
        previous = piece
