"""The case files of the matcher: an article, quotations of it, and the verdict of a careful desk on each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from briefbook.text.verbatim import Passage, Text

FOLDER = Path(__file__).parents[2] / "tests" / "text" / "cases" / "verbatim"
TAKEN = frozenset({"exact", "typographic", "elided", "bracketed", "doubt"})
"""Verdicts that let a quotation pass; all others refuse it."""


class Quotation(NamedTuple):
    """A quotation of an article with the verdict that a careful desk would give, and words of its reason."""

    article: str
    line: int
    verdict: str
    words: str
    locator: str
    reason: str

    def told(self) -> tuple[str, str]:
        """The matcher's verdict, and its reason."""
        judged = Text(self.article).judge(self.words, self.locator)
        if isinstance(judged, Passage):
            return ("doubt" if judged.doubt else judged.match), judged.doubt
        return judged.fault, judged.said


def case_files() -> list[Path]:
    """The files, in order."""
    return sorted(FOLDER.glob("*.txt"))


def read_quotations(path: Path) -> list[Quotation]:
    r"""The cases of a file: an article, `===`, then lines `verdict  quotation  @ locator  -> reason`.

    A `\uXXXX` or `\r` stands for a character that nobody would see.
    """
    text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), path.read_text(encoding="utf-8"))
    article, lines = text.replace("\\r", "\r").split("\n===\n")
    first = article.count("\n") + 3
    return [
        _quotation(article, number, line)
        for number, line in enumerate(lines.splitlines(), first)
        if line and not line.startswith("#")
    ]


def _quotation(article: str, number: int, line: str) -> Quotation:
    verdict, rest = line.split(maxsplit=1)
    rest, _, reason = rest.partition(" -> ")
    words, _, locator = rest.partition("  @ ")
    return Quotation(article, number, verdict, words.strip(), locator.strip(), reason.strip())
