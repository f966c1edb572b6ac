"""The book on Iraq, which is the example and the proof."""

import os

import pytest
from click.testing import CliRunner

from briefbook.cli import main


@pytest.fixture
def check(root, monkeypatch):
    """A function that checks the book, and returns the exit status and what was found."""
    monkeypatch.chdir(root)

    def run(*options, **environment):
        result = CliRunner().invoke(main, ["check", *options], env=environment)
        return result.exit_code, result.output

    return run


def test_book_is_clean(check):
    """Strictly checked, the book has no error and no warning."""
    status, words = check("--strict", BRIEFBOOK_TEXTS=None)

    assert 0 == status, words


@pytest.mark.material("BRIEFBOOK_TEXTS")
def test_every_quotation_stands_in_the_article(check):
    """With the article at hand there is nothing to report: each passage stands in it, word for word."""
    status, words = check("--strict", "--texts", os.environ["BRIEFBOOK_TEXTS"])

    assert 0 == status, words
    assert "nothing to report" in words
