"""A source is named by the records that rest on it, cite it or lead to it."""

import pytest

from briefbook.model.named import named_sources, with_their_sources
from tests.derive.books import actor, brief, page, source

POST = {"title": "chair", "at": "board", "source": "paper"}
CLAIM = {"id": "c", "text": "It rains.", "replies": [{"by": "iran", "says": "denies", "source": "paper"}]}


@pytest.mark.parametrize(
    "record",
    [
        brief(sources=["paper"]),
        brief(claims=[CLAIM]),
        brief(bottom_line="So says [[paper]]."),
        brief(key_messages=["One.", "So says [[paper|the paper]]."]),
        brief(body="So says [[paper]]."),
        brief(corrections=[{"date": "2014-06-17", "entry": "paper", "was": "a", "now": "b", "reason": "c"}]),
        brief(actors=[{"id": "ada", "name": "Ada", "kind": "person", "posts": [POST]}]),
        actor("ada", "person", posts=[POST]),
        page("about", body="As in [[paper]]."),
    ],
)
def test_a_record_names_its_sources(record):
    """In a field, in a text, in a body, and in what is nested in it."""
    assert "paper" in named_sources(record)


def test_a_record_names_no_other_source():
    """Words that happen to be an id name nothing."""
    assert "paper" not in named_sources(brief(title="A paper", body="paper", bottom_line="paper"))


def test_named_sources_bring_those_that_they_lead_to():
    """Whose report a source repeats, what corrected it and what its note cites belong to it; rings end."""
    sources = {
        each.id: each
        for each in (
            source("a", via="b"),
            source("b", corrected_by="c"),
            source("c", note="As in [[a]] and [[e]]."),
            source("d", via="a"),
            source("e"),
        )
    }

    assert {"a", "b", "c", "e"} == with_their_sources(["a", "unknown"], sources)
