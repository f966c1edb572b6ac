"""What somebody said under the entries of others, on the speaker's own page."""

import pytest

from briefbook.derive.pages import iter_pages, site_of
from briefbook.derive.past import Past
from briefbook.render.render import Renderer
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.render import samples

SAID = {"source": "paper", "quote": "We do"}


@pytest.fixture(scope="module")
def situation():
    """Ada Vale speaks for the board, about the union, on a claim, and for herself."""
    return situation_of(
        source(),
        issue(),
        issue("dam"),
        actor("board", "body"),
        actor("union"),
        actor("vale", "person", name="Ada Vale", posts=[{"title": "chair", "at": "board"}]),
        brief(
            sources=["paper"],
            positions=[
                {"actor": "board", "issue": "talks", "stance": "supports", "speaker": "vale", **SAID},
                {"actor": "union", "issue": "talks", "stance": "opposes", "speaker": "vale", **SAID},
                {"actor": "vale", "issue": "dam", "stance": "supports", **SAID},
            ],
            claims=[{"id": "own", "text": "It holds.", "by": "vale", **SAID}],
        ),
        brief(
            "second",
            "2014-06-16",
            sources=["paper"],
            claims=[{"id": "c", "text": "It broke.", "by": "board", "speaker": "vale", **SAID}],
        ),
    )


def view_of(situation, path):
    """The view of a page, and its HTML."""
    [page] = [each for each in iter_pages(situation) if each.url == path]
    view = page.ask(situation)
    return view, Renderer(site_of(situation)).render(page.template, samples.encode(view))


def test_words_in_office_stand_on_the_page_of_who_said_them(situation):
    """Newest first, each with what rests on it; their own positions and claims stand elsewhere."""
    view, html = view_of(situation, "actors/vale/")

    found = [each.entry.words for each in view.spoken.rows]
    assert found == ["It broke", "Union: They should talk.", "Board: They should talk."]
    assert 'id="_spoken"' in html


def test_who_speaks_for_itself_alone_has_no_such_list(situation):
    """The section is left out where it would be empty."""
    view, html = view_of(situation, "actors/board/")

    assert 0 == view.spoken.count
    assert 'id="_spoken"' not in html


def test_words_of_later_briefs_are_not_there_yet(situation):
    """As of the first brief, nobody had said what the second reports."""
    past = Past(situation, situation.briefs[0])

    assert {"vale": 2} == {id: len(said) for id, said in past.mentions.spoken.items()}


def test_outcome_stands_in_the_list_of_questions():
    """Yes or no is the first word of an answer, and stands there even without more words."""
    asked = [{"id": id, "text": f"Will {id}?"} for id in ("a", "b", "c")]
    answers = [
        {"update": "a", "status": "answered", "outcome": "no", "answer": "The gates stayed shut."},
        {"update": "b", "status": "answered", "outcome": "yes"},
    ]
    situation = situation_of(brief(questions=asked), brief("second", "2014-06-16", updates=answers))

    view, html = view_of(situation, "questions/")

    assert {"a": "no", "b": "yes", "c": ""} == {row.id: row.outcome for row in view.rows}
    assert '<p class="by"><b>No.</b> The gates stayed shut.</p>' in html
    assert '<p class="by"><b>Yes.</b> </p>' in html
    assert "<b>Yes.</b>" in view_of(situation, "questions/b/")[1]
