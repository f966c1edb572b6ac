"""Where a mistake stood."""

import pytest

from briefbook.model.corrected import Holders
from tests.derive.books import actor, book_of, brief, issue, source

TIE = {"actor": "usa", "tie": "backs", "other": "iran", "words": "w"}
BOOK = book_of(
    source(),
    issue(),
    actor("usa"),
    actor("iran"),
    brief(
        claims=[{"id": "c", "text": "So."}],
        positions=[{"actor": "usa", "issue": "talks", "stance": "mixed", "words": "w"}],
        ties=[TIE],
        actors=[{"id": "inline", "name": "Inline", "kind": "state"}],
    ),
    brief("second", "2014-06-16", updates=[{"update": "c", "credibility": 3}], ties=[TIE]),
    brief(
        "third", "2014-06-17", positions=[{"actor": "usa", "issue": "talks", "stance": "mixed", "words": "w"}]
    ),
    brief("fourth", "2014-06-18"),
)


@pytest.mark.parametrize(
    ("key", "carried_by", "stood_in"),
    [
        ("c", "first", "first"),
        ("c", "second", "second"),
        ("c", "fourth", "first"),
        ("usa/talks", "first", "first"),
        ("usa/talks", "second", "first"),
        ("usa/talks", "fourth", "third"),
        ("usa/backs/iran", "fourth", "second"),
        ("inline", "fourth", "first"),
        ("second", "fourth", "second"),
        ("usa", "fourth", None),
        ("paper", "fourth", None),
        ("iran/talks", "fourth", None),
        ("iran/backs/usa", "first", None),
    ],
)
def test_mistake_stood_where_its_words_did(key, carried_by, stood_in):
    """A notice is of its own brief's entry or update, else of the entry, else of the last report."""
    had = Holders(BOOK).of(key, BOOK.briefs[carried_by])

    assert stood_in == (had.id if had else None)


def test_position_that_is_only_reported_later():
    """A notice in a brief before the first report can only be about that."""
    book = book_of(brief(), *(record for record in (BOOK.briefs["third"], issue(), actor("usa"))))

    assert "third" == Holders(book).of("usa/talks", book.briefs["first"]).id
