"""Words that are printed as a speaker's without marks: turns of a transcript, blocks after a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefbook.text.cues import FINITE
from briefbook.text.marks import GLYPHS

_Q_OR_A = re.compile(r"[QA][:.](?=\s)")
_CUE = re.compile(rf"\b(?:{'|'.join(sorted(FINITE))}|statement|letter)\b", re.IGNORECASE)
_LONGEST, _MOST = 60, 5
"""Characters and words that a label has at most."""
_FEWEST = 4
"""Labelled paragraphs that make a transcript."""


def find_label(text: str, start: int, end: int) -> int:
    """Where a paragraph's label of a speaker ends (`MR. PRICE:`, `Q:`); its start where it has none."""
    if _Q_OR_A.match(text, start, end):
        return start + 2
    colon = text.find(":", start, min(end, start + _LONGEST))
    if colon < 0 or not text[colon + 1 : colon + 2].isspace():
        return start
    words = text[start:colon].partition("(")[0].split()
    is_label = 0 < len(words) <= _MOST and all(_is_capital(word) for word in words)
    return colon + 1 if is_label else start


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word in ("of", "the", "de", "al")


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end, depth and whether it goes on, of each paragraph that is somebody's words without marks."""
    labels = [find_label(text, start, end) for start, end in paragraphs]
    if not _is_transcript(text, paragraphs, labels):
        yield from _iter_blocks(text, paragraphs, labels)
        return
    speaks = False
    for index, ((start, end), label) in enumerate(zip(paragraphs, labels, strict=True)):
        speaks = speaks or label > start
        goes_on = index + 1 < len(labels) and labels[index + 1] == paragraphs[index + 1][0]
        if speaks and label < end:
            yield label, end, 1, goes_on


def _is_transcript(text: str, paragraphs: Sequence[tuple[int, int]], labels: Sequence[int]) -> bool:
    """Whether a good part of the paragraphs begin with labels that come again."""
    names = Counter(
        text[start:label] for (start, _), label in zip(paragraphs, labels, strict=True) if label > start
    )
    count = names.total()
    return count >= _FEWEST and 3 * len(names) <= 2 * count and 3 * count >= len(paragraphs)


def _iter_blocks(
    text: str, paragraphs: Sequence[tuple[int, int]], labels: Sequence[int]
) -> Iterator[tuple[int, int, int, bool]]:
    """Paragraphs that follow a sentence such as `The ministry said in a statement:`."""
    for index in range(1, len(paragraphs)):
        before, end = paragraphs[index - 1]
        leads_in = text[end - 1] == ":" and labels[index - 1] != end
        if leads_in and _CUE.search(text, max(before, end - 160), end):
            start, stop = paragraphs[index]
            if not GLYPHS.match(text, start, stop):
                yield start, stop, 1, False
