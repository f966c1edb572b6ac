"""What other checkers of quotations are asked."""

import pytest

from bench.quotation_checkers import PEERS, thousand_quotations, worst
from briefbook.text.verbatim import Passage, Text

CITATIONS = next(peer for peer in PEERS if peer.name == "citations")


def test_checkers_are_timed_over_quotations_that_stand_in_their_article():
    """A thousand quotations of one article, each with its words in it."""
    questions = thousand_quotations()
    (article,) = {article for article, _ in questions}
    text = Text(article)

    assert 1_000 == len(questions)
    assert all(isinstance(text.judge(words), Passage) for _, (words,) in questions[:100])


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["found, short", "found"], "found, short"),
        (["found", "not found"], "not found"),
        (["ambiguous, short", "not found"], "ambiguous, short"),
    ],
)
def test_of_several_passages_the_first_that_does_not_pass_counts(answers, expected):
    """A list of quotations passes only where all of it does."""
    assert expected == worst(answers, CITATIONS)
