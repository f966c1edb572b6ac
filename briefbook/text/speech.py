"""What a text puts between quotation marks, or prints as the words of a speaker in some other way."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefbook.text.marks import CLOSERS, SINGLE, Mark, find_marks
from briefbook.text.paragraphs import Stretch, find_paragraphs
from briefbook.text.transcript import find_turns

_DEEPEST = 4
"""Marks within marks within marks: what opens deeper is not read, so that no text takes long."""
_BULLETS = " \t\u00a0\u202f-–—•*>"
_SLACK = 2
"""A passage may take along the mark that encloses it, and a comma or stop behind that."""


class Speech(NamedTuple):
    """What stands between two marks."""

    start: int
    end: int
    depth: int = 1
    """1 for outer marks, 2 for a quotation within."""
    continues: bool = False
    """Whether it is a paragraph of a longer speech, which the next paragraph goes on with."""
    mark: str = ""
    """The mark that opens it; empty for a turn in a transcript, or a block of words after a colon."""
    is_closed: bool = True
    """Whether its end is marked; where the article forgot the mark, it ends with the paragraph."""


class _Open(NamedTuple):
    glyph: str
    start: int


def find_speech(text: str) -> tuple[Speech, ...]:
    """All that lies inside quotation marks, outer before inner, in the order of the text."""
    paragraphs = find_paragraphs(text)
    marked: list[Speech] = []
    carried = ""
    for index in range(len(paragraphs)):
        found, carried = _paragraph(text, paragraphs, index, carried)
        marked.extend(found)
    turns = (Speech(*turn, mark="") for turn in find_turns(text, paragraphs))
    free = [turn for turn in turns if not _crosses(turn, marked)]
    return tuple(_nested(sorted([*marked, *free], key=lambda each: (each.start, -each.end))))


def _first_glyph(text: str, paragraphs: Sequence[Stretch], index: int) -> str:
    """The mark with which a paragraph begins, bullets aside; none after the last one."""
    if index == len(paragraphs):
        return ""
    start, end = paragraphs[index]
    while start < end and text[start] in _BULLETS:
        start += 1
    marks = find_marks(text, start, min(start + 8, end))
    return marks[0].glyph if marks and marks[0].start == start else ""


def _paragraph(
    text: str, paragraphs: Sequence[Stretch], index: int, carried: str
) -> tuple[list[Speech], str]:
    """The speech of a paragraph, and the mark that it leaves open."""
    start, end = paragraphs[index]
    found: list[Speech] = []
    stack: list[_Open] = []
    for mark in find_marks(text, start, end):
        at = _closed_by(mark, stack)
        if at is not None:
            opened = stack[at]
            del stack[at:]
            found.append(Speech(opened.start, mark.start, mark=opened.glyph))
        elif mark.may_open and len(stack) < _DEEPEST:
            stack.append(_Open(mark.glyph, mark.end))
        elif carried and not stack and not found and mark.may_close and mark.glyph in CLOSERS[carried]:
            found.append(Speech(start, mark.start, mark=carried))
    following = _first_glyph(text, paragraphs, index + 1) if stack else ""
    left = next((each for each in stack if each.glyph not in SINGLE or each.glyph == following), None)
    if left is None:
        return [each for each in found if each.start < each.end], ""
    continues = _is_family(left.glyph, following)
    found.append(Speech(left.start, end, 1, continues, left.glyph, is_closed=False))
    return [each for each in found if each.start < each.end], "" if continues else left.glyph


def _is_family(glyph: str, following: str) -> bool:
    """Whether a paragraph that begins with `following` goes on with what `glyph` opened."""
    return bool(following) and (following == glyph or (glyph not in SINGLE and following in CLOSERS[glyph]))


def _closed_by(mark: Mark, stack: Sequence[_Open]) -> int | None:
    """Where in the stack stands what a mark closes; a single mark never closes across a double one."""
    if not mark.may_close:
        return None
    for at in range(len(stack) - 1, -1, -1):
        if mark.glyph in CLOSERS[stack[at].glyph]:
            return at
        if mark.is_single and stack[at].glyph not in SINGLE:
            return None
    return None


def _crosses(turn: Speech, marked: Sequence[Speech]) -> bool:
    """Whether words between marks begin before a turn, or go on after it."""
    at = bisect_right(marked, turn.start, key=lambda each: each.start)
    return at > 0 and marked[at - 1].end > turn.start


def _nested(found: Iterable[Speech]) -> Iterator[Speech]:
    """Each with its depth: how many others it lies in, and itself."""
    around: list[Speech] = []
    for each in found:
        while around and around[-1].end <= each.start:
            around.pop()
        around.append(each)
        yield each._replace(depth=len(around))


def covers(speeches: Sequence[Speech], ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether all of the ranges lie inside quotation marks; a speech of several paragraphs counts as one."""
    return all(find_around(speeches, start, end) is not None for start, end in ranges)


def find_around(speeches: Sequence[Speech], start: int, end: int) -> Speech | None:
    """The innermost speech that holds a range, by itself or with what it goes on with."""
    at = bisect_right(speeches, start + 1, key=lambda each: each.start) - 1
    while at >= 0:
        each = speeches[at]
        if start < each.end and end <= _end_of(speeches, at) + _SLACK:
            return each
        if each.depth == 1 and not (at and speeches[at - 1].continues):
            return None
        at -= 1
    return None


def _end_of(speeches: Sequence[Speech], at: int) -> int:
    """Where the speech at a place ends, its further paragraphs included."""
    if not speeches[at].continues:
        return speeches[at].end
    further = (each for each in speeches[at + 1 :] if each.depth == 1 and not each.continues)
    return next(further, speeches[at]).end
