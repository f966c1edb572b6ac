"""The `[[references]]` of an inline field."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from briefbook.text.markdown.parts import Reference

_REFERENCE = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_BACKTICKS = re.compile("`+")


def find_references(text: str) -> tuple[Reference, ...]:
    """The references of an inline field: `[[id]]`, `[[id|words]]`, `[[actor/issue]]`; not inside `code`."""
    if "[[" not in text:
        return ()
    code = deque(_iter_code(text) if "`" in text else ())
    found = []
    for match in _REFERENCE.finditer(text):
        while code and code[0][1] <= match.start():
            code.popleft()
        target = " ".join(match[1].removesuffix("\\").split())
        if target and not (code and code[0][0] < match.end()):
            words = " ".join((match[2] or "").split())
            found.append(Reference(match.start(), match.end(), target, words or None))
    return tuple(found)


def _iter_code(text: str) -> Iterator[tuple[int, int]]:
    """Where code spans stand: between two runs of backticks of one length, as CommonMark has it."""
    runs = [match.span() for match in _BACKTICKS.finditer(text)]
    places: defaultdict[int, deque[int]] = defaultdict(deque)
    for index, (start, end) in enumerate(runs):
        places[end - start].append(index)
    index = 0
    while index < len(runs):
        start, end = runs[index]
        closing = places[end - start]
        while closing and closing[0] <= index:
            closing.popleft()
        if closing:
            index = closing[0]
            yield start, runs[index][1]
        index += 1
