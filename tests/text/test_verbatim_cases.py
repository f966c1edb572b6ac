"""Verdicts on quotations of invented articles, as the case files beside it expect them."""

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

from briefbook.text.verbatim import Passage, Text

CASES = sorted((Path(__file__).parent / "cases/verbatim").glob("*.txt"))
TAKEN = {"exact", "typographic", "elided", "bracketed", "doubt"}


class Case(NamedTuple):
    """A quotation of an article with the verdict that a careful desk would give, and words of its reason."""

    article: str
    line: int
    verdict: str
    words: str
    locator: str
    reason: str


def read_cases(path: Path) -> list[Case]:
    r"""The cases of a file: an article, `===`, then lines `verdict  quotation  @ locator  -> reason`.

    A `\uXXXX` or `\r` stands for a character that nobody would see.
    """
    text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), path.read_text(encoding="utf-8"))
    article, lines = text.replace("\\r", "\r").split("\n===\n")
    first = article.count("\n") + 3
    cases = []
    for number, line in enumerate(lines.splitlines(), first):
        if line and not line.startswith("#"):
            verdict, rest = line.split(maxsplit=1)
            rest, _, reason = rest.partition(" -> ")
            words, _, locator = rest.partition("  @ ")
            cases.append(Case(article, number, verdict, words.strip(), locator.strip(), reason.strip()))
    return cases


def told(case: Case) -> tuple[str, str]:
    """The verdict on a case, and its reason."""
    judged = Text(case.article).judge(case.words, case.locator)
    if isinstance(judged, Passage):
        return ("doubt" if judged.doubt else judged.match), judged.doubt
    return judged.fault, judged.said


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_quotation_gets_the_verdict_of_its_line(path):
    """What a careful desk would refuse is refused, and what it would take is taken."""
    wrong = [
        f"{path.name}:{case.line}: {case.words!r} is {told(case)}, not {case.verdict}: {case.reason}"
        for case in read_cases(path)
        if told(case)[0] != case.verdict or case.reason not in told(case)[1]
    ]

    assert [] == wrong


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_taken_has_its_words_in_its_ranges(path):
    """A quotation without brackets has the letters of its range, whatever its marks."""
    for case in read_cases(path):
        judged = Text(case.article).judge(case.words, case.locator)
        if isinstance(judged, Passage):
            assert list(judged.ranges) == sorted(judged.ranges)
            if judged.match in ("exact", "typographic"):
                (range_,) = judged.ranges
                assert letters(case.words) == letters(case.article[slice(*range_)])


def letters(text: str) -> str:
    """The letters and digits of a text, composed and without ligatures."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum())


def test_there_are_cases_of_each_verdict():
    """The corpus has at least 400 quotations, and several of each verdict."""
    verdicts = [case.verdict for path in CASES for case in read_cases(path)]

    assert len(verdicts) >= 400
    for verdict in (*TAKEN, "altered", "stitched", "cut", "elision", "absent", "ambiguous"):
        assert verdicts.count(verdict) >= 4, verdict
