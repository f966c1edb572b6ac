"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"(?:[.!?…]+[\"”’»'\])]*(?=\s))")
_TITLE = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|St|No|Jr|Sr|Inc|"
    r"Corp|Co|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z]|(?:[a-z]\.)+[a-z])\.$"
)
_OPENER = re.compile(
    r"\s+[\"“‘«'(\[]*(?:The|A|An|In|On|At|But|And|He|She|It|They|We|I|You|This|That|These|Those|If|When|Our|No|"
    r"Not|As)\b"
)
_CAPITAL = re.compile(r"\s+[\"“‘«'(\[]*[A-Z0-9À-Þ]")


class Sentences:
    """Where the sentences of a text begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._of_paragraphs: dict[int, list[int]] = {}

    def _starts(self, at: int) -> list[int]:
        """Where the sentences of the paragraph of a place begin, and where the paragraph ends."""
        start = self.text.rfind("\n", 0, at) + 1
        if start not in self._of_paragraphs:
            end = self.text.find("\n", start) + 1 or len(self.text)
            ends = (found.end() for found in _END.finditer(self.text, start, end) if self._is_end(found))
            self._of_paragraphs[start] = [start, *ends, end]
        return self._of_paragraphs[start]

    def _is_end(self, found: re.Match[str]) -> bool:
        after = self.text[found.end() : found.end() + 24]
        if not _CAPITAL.match(after):
            return False
        before = self.text[max(0, found.start() - 16) : found.start() + 1]
        return _TITLE.search(before) is None or (
            (found[0] != "." or before[-3:-2] == ".") and bool(_OPENER.match(after))
        )

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence of `start` begins and that of `end` ends."""
        starts = self._starts(start)
        first = starts[bisect_right(starts, start) - 1]
        starts = self._starts(end - 1)
        return first, starts[bisect_right(starts, end - 1)]
