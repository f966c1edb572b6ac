"""Where the paragraphs of a text stand, be each a line of its own or wrapped over several."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

_FINISHED = frozenset(".!?:;…\"'”’»)]")
Stretch = tuple[int, int]


def find_paragraphs(text: str) -> tuple[Stretch, ...]:
    """Start and end of each paragraph without the space around it, in code points."""
    lines = list(_iter_lines(text))
    if not _is_wrapped(text, lines):
        return tuple(line for line in lines if line[0] < line[1])
    found: list[Stretch] = []
    is_open = False
    for start, end in lines:
        if start < end:
            found.append((found.pop()[0] if is_open else start, end))
        is_open = start < end
    return tuple(found)


def _iter_lines(text: str) -> Iterator[Stretch]:
    """Start and end of each line without the space around its words; a blank line is empty."""
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        first = start + line.find(words) if words else start
        yield first, first + len(words)
        start += len(line) + 1


def _is_wrapped(text: str, lines: Sequence[Stretch]) -> bool:
    """Whether blank lines part paragraphs, and most other lines stop in the middle of a sentence."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if one[0] < one[1] and two[0] < two[1]]
    unfinished = sum(text[one[1] - 1] not in _FINISHED for one, _ in pairs)
    goes_on = sum(text[two[0]].islower() for _, two in pairs)
    has_blanks = any(start == end for start, end in lines[:-1])
    return has_blanks and 2 * unfinished > len(pairs) and 3 * goes_on > len(pairs)
