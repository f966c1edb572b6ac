"""Pieces of evidence as briefs might give them, and what briefbook and other checks say of each."""

import pytest

from tools.peers.cases import Answer, Case, Group, Judged, judge_all
from tools.peers.corpus import count_corpus
from tools.peers.recorded import Checker, read_record
from tools.peers.table import columns, is_wrong, make_part
from tools.peers.ways import contains, contains_folded, is_alike

ARTICLE = "“We won’t  open the gates this week,” she said."


@pytest.mark.parametrize("judged", judge_all(), ids=lambda judged: judged.case.case)
def test_verdict_is_the_one_written_by_hand(judged):
    """Through the whole check, each piece of evidence gets the verdict of its file."""
    assert judged.case.verdict == judged.verdict


def test_nothing_is_taken_silently_unless_its_file_says_why():
    """What a desk refuses is refused or remarked on, and what it prints is never refused."""
    wrong = [judged.case.case for judged in judge_all() if is_wrong(judged.answer, judged)]

    assert [judged.case.case for judged in judge_all() if judged.case.missed] == wrong
    assert 1 == len(wrong)


def test_each_case_has_a_name_of_its_own():
    """Cases are told apart by their words."""
    names = [judged.case.case for judged in judge_all()]

    assert len(names) == len(set(names))


def test_record_is_about_these_cases():
    """Each checker was asked about these very words, and about no others."""
    digests = {judged.digest for judged in judge_all()}

    for checker in read_record():
        assert digests == set(checker.said), f"{checker.name}: run python -m bench.quotation_checkers"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("found", "takes"),
        ("found, short", "takes"),
        ("found, short, truncated", "asks"),
        ("ambiguous, short", "asks"),
        ("not found", "refuses"),
    ],
)
def test_record_keeps_a_checkers_own_words(said, expected):
    """The record has what a checker answered, and which answers let a quotation pass."""
    checker = Checker(
        name="x",
        version="1",
        url="",
        date="2031-03-04",
        how="",
        takes=("found",),
        asks=("ambiguous", "truncated"),
        seconds=0,
        said={"a": said},
    )

    assert expected == checker.answer("a")


@pytest.mark.parametrize(
    ("quotation", "plain", "folded", "alike"),
    [
        ("open the gates this week", True, True, True),
        ("We won't open the gates", False, True, True),
        ("We will open the gates this week", False, False, False),
        ("We won’t open the gate this week", False, False, True),
        ("the river keeps its own accounts, and it forgives nobody at all", False, False, False),
    ],
)
def test_common_ways_are_what_people_use(quotation, plain, folded, alike):
    """Plain search, search after folding, and ninety per cent of the letters."""
    assert plain is contains(ARTICLE, quotation)
    assert folded is contains_folded(ARTICLE, quotation)
    assert alike is is_alike(ARTICLE, quotation)


def judged(desk: str, verdict: str, missed: str = "") -> Judged:
    """A case with a verdict."""
    case = Case(case="a case", desk=desk, verdict=verdict, missed=missed, quote="x")
    return Judged(Group(title="", article="", actors=(), cases=(case,)), case, verdict)


@pytest.mark.parametrize(
    ("verdict", "missed", "expected"),
    [
        ("refused, quote-cut", "", "refuses"),
        ("accepted, exact; speaker confirmed", "", "takes"),
        ("accepted, exact; speaker not confirmed", "", "asks"),
        ("accepted, exact; speaker not confirmed", "cuts are judged in English only", "takes"),
        ("accepted, exact; note words-in-speech", "", "asks"),
        ("accepted, exact; warning quote-without-marks", "", "asks"),
    ],
)
def test_a_remark_beside_the_point_is_no_remark(verdict, missed, expected):
    """What is remarked on is left to a person, unless the remark misses what a desk would refuse."""
    assert expected == judged("refuses", verdict, missed).answer


@pytest.mark.parametrize(
    ("desk", "answer", "expected"),
    [
        ("prints", "takes", False),
        ("prints", "asks", False),
        ("prints", "refuses", True),
        ("refuses", "takes", True),
        ("refuses", "asks", False),
        ("refuses", "refuses", False),
        ("either", "takes", False),
        ("either", "refuses", False),
    ],
)
def test_bold_is_what_a_desk_would_not_do(desk: str, answer: Answer, expected: bool):
    """An answer is wrong where it contradicts a desk, and never where desks differ."""
    assert expected is is_wrong(answer, judged(desk, "accepted, exact"))


def test_table_has_a_cell_for_each_check():
    """Each row has as many cells as its head, whatever stands in the words of a case."""
    head, _, *rows = make_part("").split("\n")

    assert 3 + len(columns()) == head.count(" | ") + 1
    assert {head.count("|")} == {row.count("|") for row in rows}


def test_no_verdict_of_the_corpus_is_false():
    """Nothing altered passes for verbatim, nothing verbatim for altered, and no stranger for a speaker."""
    counted = count_corpus()

    assert "| 0 false “verbatim”, 0 false “altered” |" in counted
    assert "| 0 falsely confirmed, 0 falsely called wrong, 0 others |" in counted
    assert "| 0 other than by hand |" in counted
