"""Whole invented articles in several styles, against what a reader found in them.

The shares stand a little below what the rules reach, so that a change which loses much is seen.
"""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from briefbook.distil.article import Article
from briefbook.distil.rules import distil

GOLD = sorted((Path(__file__).parent / "articles").glob("*.toml"))


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def read(request):
    """What a reader found in an article, and what the rules found."""
    gold = tomllib.loads(request.param.read_text(encoding="utf-8"))
    text = request.param.with_suffix(".txt").read_text(encoding="utf-8")
    return gold, distil(Article(text, dt.date.fromisoformat(gold["date"])), {})


def share(wanted, found):
    """How much of what is wanted shares half of its words with something that was found."""
    words = [set(each.split()) for each in found]
    hits = [any(2 * len(set(each.split()) & other) >= len(other) for other in words) for each in wanted]
    return sum(hits) / len(hits)


def test_quotations_are_all_found_and_no_others(read):
    """Each quotation is found with its exact words, and nothing else is."""
    gold, draft = read

    assert [each.text for each in draft.quotes] == [words for words, _ in gold["quotes"]]


def test_most_statements_and_claims_are_found(read):
    """Nine of ten reported statements and claims are found."""
    gold, draft = read

    assert share([each[0] for each in gold["indirect"]], [each.text for each in draft.indirect]) >= 0.9
    assert share([each[0] for each in gold["claims"]], [each.text for each in draft.claims]) >= 0.9


def test_days_are_right(read):
    """Each time is resolved as a reader resolves it."""
    gold, draft = read

    assert {value for _, value, _ in gold["dates"]} <= {each.value for each in draft.dates}


def test_most_questions_are_asked(read):
    """Of what a reader would ask, three quarters are asked."""
    gold, draft = read
    asked = [each.text.lower() for each in draft.questions]

    hits = [
        any(all(any(key.lower() in text for key in keys) for keys in lists) for text in asked)
        for lists in gold["questions"]
    ]
    assert sum(hits) / len(hits) >= 0.75
