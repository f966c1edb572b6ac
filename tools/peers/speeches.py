"""The case files of the speaker rules: an article, the actors of a book, and what to say.

A case file has the actors as in a book, a line `----`, the article, a line `====`, and then the cases: the
words of a quotation, and behind bars each speaker that a brief might give, with the verdict. `not-speech`
says that the words stand outside quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml

from briefbook.check.voices import Speakers
from briefbook.model.records import Actor
from briefbook.text.verbatim import Text

FOLDER = Path(__file__).parents[2] / "tests" / "text" / "cases" / "speech"


class Case(NamedTuple):
    """One verdict that a file asks for."""

    file: str
    words: str
    speaker: str
    """Empty for words that are not speech."""
    expected: str

    @property
    def name(self) -> str:
        """As a test is called."""
        return f"{self.file}: {self.words[:30]} ({self.speaker or 'article'})"


class Article(NamedTuple):
    """What a file's cases are about."""

    text: Text
    speakers: Speakers

    def judge(self, case: Case, described_as: str = "") -> str:
        """What briefbook says of a case."""
        passage = self.text.find(case.words)
        assert passage is not None, f"{case.file} does not have the words {case.words!r}"
        heard = self.speakers.hear("article", passage.ranges, case.speaker, described_as)
        return heard.verdict if heard.speech else "not-speech"


def read_article(name: str) -> Article:
    """The article of a case file."""
    head, text, _ = _parts(name)
    actors = {
        each["id"]: msgspec.convert(each, Actor, strict=False) for each in yaml.safe_load(head)["actors"]
    }
    return Article(Text(text), Speakers(actors, {"article": text}))


def iter_cases() -> Iterator[Case]:
    """The cases of all files, in order."""
    for path in sorted(FOLDER.iterdir()):
        for line in _parts(path.name)[2].strip().split("\n"):
            words, *verdicts = (each.strip() for each in line.split("|"))
            for verdict in verdicts:
                *speaker, expected = verdict.split()
                yield Case(path.name, words.replace("\\n", "\n"), " ".join(speaker), expected)


def _parts(name: str) -> tuple[str, str, str]:
    head, rest = (FOLDER / name).read_text().split("----\n", 1)
    text, cases = rest.split("====\n")
    return head, text, cases
