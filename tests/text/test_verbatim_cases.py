"""Verdicts on quotations of invented articles, as the case files beside it expect them."""

import unicodedata

import pytest

from briefbook.text.verbatim import Passage, Text
from tools.peers.quotations import TAKEN, case_files, read_quotations

CASES = case_files()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_quotation_gets_the_verdict_of_its_line(path):
    """What a careful desk would refuse is refused, and what it would take is taken."""
    wrong = [
        f"{path.name}:{case.line}: {case.words!r} is {case.told()}, not {case.verdict}: {case.reason}"
        for case in read_quotations(path)
        if case.told()[0] != case.verdict or case.reason not in case.told()[1]
    ]

    assert [] == wrong


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_taken_has_its_words_in_its_ranges(path):
    """A quotation without brackets has the letters of its range, whatever its marks."""
    for case in read_quotations(path):
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
    verdicts = [case.verdict for path in CASES for case in read_quotations(path)]

    assert len(verdicts) >= 400
    for verdict in (*TAKEN, "altered", "stitched", "cut", "elision", "absent", "ambiguous"):
        assert verdicts.count(verdict) >= 4, verdict
