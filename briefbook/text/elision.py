"""Quotations that say in brackets what they leave out or put in: `[...]` and `[they]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefbook.text.context import find_dropped
from briefbook.text.turns import Turn
from briefbook.text.words import count_words, has_words

MOST_LEFT_OUT = 40
"""Words that one `[...]` may stand for."""
MOST_PER_WORD = 2
"""Words that may be left out in all for each word that is kept."""
ALWAYS_LEFT_OUT = 12
"""Words that may be left out in all, however few are kept."""
MOST_REPLACED = 6
"""Words of the source that one bracket with words may stand for."""

_BRACKET = re.compile(r"\[([^\[\]\n]{1,120})\]")
_STRAY = re.compile(r"[\[\]]")
_OWN_AFTER = re.compile(r"\s*\[([^\[\]]*)\]")
_OWN_BEFORE = re.compile(r"\[([^\[\]]*)\]\s*$")
_DOTS = re.compile(r"\s*(?:…|\.\s?\.\s?\.)\s*")
_UNDECLARED = re.compile(r"[(<]?(?:…|\.\s?\.\s?\.)\.?[)>]?")
_CLOSING = re.compile(r"(?<=\S)[“”„«»\"](?!\w)|(?<=[,.!?])[‘’'](?!\w)|\s»")
_OPENING = re.compile(r"[“”„«»\"‘‚'](?=\w)|«\s")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|neither|nor|without|\w+n['’]t)\b", re.IGNORECASE)


class Gap(NamedTuple):
    """A bracket in a quotation."""

    words: str
    """What it puts in; empty for `[...]`."""
    joins_left: bool = False
    """Whether a letter stands right before it, as in `say[s]`."""
    joins_right: bool = False
    """Whether a letter stands right after it, as in `[T]he`."""


class Declared(NamedTuple):
    """A quotation taken apart: the stretches that have to stand in the source, with a gap between any two."""

    parts: tuple[str, ...]
    gaps: tuple[Gap, ...]
    """One more than there are parts: what stands before the first, between them, and after the last."""

    @property
    def leaves_out(self) -> bool:
        """Whether it has a `[...]`."""
        return any(not gap.words for gap in self.gaps[1:-1])


_NOTHING = Gap("\0")


def parse_declared(words: str) -> Declared | None:
    """The quotation taken apart at its brackets; None where it has none, only brackets, or half of one."""
    parts: list[str] = []
    gaps: list[Gap] = [_NOTHING]
    at = 0
    for found in _BRACKET.finditer(words):
        if has_words(part := words[at : found.start()]):
            parts.append(part)
            gaps.append(_NOTHING)
        at = found.end()
        inside = "" if _DOTS.fullmatch(found[1]) else found[1]
        left = words[: found.start()][-1:].isalnum()
        gaps[-1] = Gap(inside, left, words[at : at + 1].isalnum())
    if has_words(words[at:]):
        parts.append(words[at:])
        gaps.append(_NOTHING)
    if not parts or all(gap is _NOTHING for gap in gaps) or _STRAY.search(" ".join(parts)):
        return None
    return Declared(tuple(parts), tuple(gaps))


def parse_undeclared(words: str) -> Declared | None:
    """The quotation taken apart at dots without brackets, as if they were declared."""
    bracketed = _UNDECLARED.sub("[...]", words)
    return parse_declared(bracketed) if bracketed != words else None


def without_brackets(words: str) -> str:
    """The quotation without what it declares to put in or leave out."""
    return _BRACKET.sub(" ", words)


class Fault(NamedTuple):
    """Why a gap is refused: `elision` or `stitched`, and in what words."""

    fault: str
    said: str
    start: int
    end: int


def find_fault(text: str, ranges: tuple[tuple[int, int], ...], gaps: tuple[Gap, ...]) -> Fault | None:
    """What is wrong with the omissions and insertions between the ranges; None where they are honest."""
    kept = sum(count_words(text[start:end]) for start, end in ranges)
    dropped = 0
    for (_, start), (end, after), gap in zip(ranges, ranges[1:], gaps, strict=False):
        left_out = text[start:end]
        if leaves_speech(text, start, end):
            said = f"joins what stands before and after {shown(left_out)}"
            return Fault("stitched", said, start, end)
        fault = next(_faults_of(left_out, start, end, text[end:after], gap), None)
        if fault:
            return fault
        dropped += 0 if gap.words else count_words(left_out)
    if dropped > max(ALWAYS_LEFT_OUT, MOST_PER_WORD * kept):
        return Fault("elision", f"leaves out {dropped} words and keeps {kept}", ranges[0][0], ranges[-1][1])
    return None


def _faults_of(left_out: str, start: int, end: int, after: str, gap: Gap) -> Iterator[Fault]:
    if not gap.words and (count := count_words(left_out)) > MOST_LEFT_OUT:
        yield Fault("elision", f"leaves out {count} words at once", start, end)
    turn = find_dropped(left_out, start, after)
    if turn and not _stands_in(gap.words, left_out, turn, start):
        verb = "replaces" if gap.words else "leaves out"
        words = left_out[turn.start - start : turn.end - start]
        yield Fault("elision", f"{verb} {turn.kind}: “{words}”", turn.start, turn.end)
    if (added := _NEGATION.search(gap.words)) and not _NEGATION.search(left_out):
        yield Fault("elision", f"puts in a negation: “{added[0]}”", start, end)


def _stands_in(inserted: str, left_out: str, turn: Turn, offset: int) -> bool:
    """Whether a bracket says itself the word that it replaces."""
    word = left_out[turn.start - offset : turn.end - offset].casefold()
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", inserted.casefold()) is not None


def changes_bracket(text: str, start: int, end: int, gaps: tuple[Gap, ...]) -> bool:
    """Whether a bracket at an end of a passage stands for one of the text's own that has other words."""
    before = _OWN_BEFORE.search(text, max(0, start - 200), start)
    after = _OWN_AFTER.match(text, end)
    return any(
        found is not None and gap is not _NOTHING and gap.words.casefold() not in ("", found[1].casefold())
        for found, gap in ((before, gaps[0]), (after, gaps[-1]))
    )


def leaves_speech(text: str, start: int, end: int) -> bool:
    """Whether what stands between two passages closes quotation marks and opens others."""
    closing = _CLOSING.search(text, start, end + 1)
    opening = _OPENING.search(text, start, end + 1)
    return (
        closing is not None
        and (opening is None or closing.start() <= opening.start())
        and _OPENING.search(text, closing.end(), end + 1) is not None
    )


def shown(between: str) -> str:
    """Words between two passages, in marks and without the marks at their ends, shortened."""
    words = " ".join(between.strip(" \n,.;:\"'“”‘’«»[](){}-–—").split())
    return f"“{words if len(words) <= 60 else words[:57].rsplit(' ', 1)[0] + ' …'}”" if words else "the marks"
