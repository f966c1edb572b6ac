"""The positions for paper."""

import pytest

from briefbook.derive.drawings.paper import HEIGHT, MOST_LINES, MOST_SHEETS, draw_sheet, sheets_of
from briefbook.model.marking import Marking
from tests import drawn
from tests.derive.books import actor, brief, issue, situation_of, source


def table(actors, issues, **fields):
    """A book in which everyone supports everything, on conditions where `condition` says so."""
    positions = [
        {
            "actor": f"a{row}", "issue": f"i{column}", "stance": "supports",
            "source": "paper", "paraphrase": "So.", **fields,
        }
        for row in range(actors)
        for column in range(issues)
    ]  # fmt: skip
    records = [actor(f"a{row}", bloc=f"Bloc {row % 2}" if row % 3 else "") for row in range(actors)]
    topics = [issue(f"i{column}", name=f"Topic {column}") for column in range(issues)]
    return situation_of(source(), *records, *topics, brief(sources=["paper"], positions=positions))


def draw(situation, number=1):
    """One of its sheets."""
    sheet = sheets_of(situation)[number - 1]
    return draw_sheet(sheet, drawn.at(situation, sheet.file))


def test_there_is_no_sheet_where_nobody_has_spoken():
    """An empty table needs no paper."""
    assert [] == sheets_of(situation_of())


def test_sixty_actors_on_fifteen_issues_are_three_sheets():
    """Each holds as many lines as can be read, the names of blocs among them."""
    sheets = sheets_of(table(60, 15))

    assert [f"pictures/positions{part}.svg" for part in ("", "-2", "-3")] == [sheet.file for sheet in sheets]
    assert 60 == sum(len(sheet.actors) for sheet in sheets)
    assert {15} == {len(sheet.issues) for sheet in sheets}
    assert all(len(sheet.actors) < MOST_LINES for sheet in sheets)


def test_issues_beyond_fifteen_and_actors_silent_on_them_go_apart():
    """Each sheet has those alone who have spoken on its issues; there is an end to all sheets."""
    assert [15, 2] == [len(sheet.issues) for sheet in sheets_of(table(3, 17))]
    cut = sheets_of(table(40, 15 * MOST_SHEETS))
    assert MOST_SHEETS == len(cut)
    assert 2 * MOST_SHEETS == cut[0].sheets
    talks = {"source": "paper", "paraphrase": "So.", "stance": "supports", "actor": "a", "issue": "talks"}
    made = brief(sources=["paper"], positions=[talks])
    silent = situation_of(source(), issue(), actor("a", bloc="B"), actor("b", bloc="B"), made)
    assert ["a"] == [each.id for each in sheets_of(silent)[0].actors]


def test_few_columns_have_words_beside_each_sign():
    """Many have the signs alone, and the key beneath them all the words."""
    few = [text.words for text in draw(table(3, 2)).texts]
    many = [text.words for text in draw(table(3, 15)).texts]

    assert 3 * 2 + 1 == few.count("Supports")
    assert 1 == many.count("Supports")
    assert "Topic 14" in many


@pytest.mark.parametrize(("issues", "words"), [(2, "Supports, if"), (15, "if")])
def test_a_condition_is_marked(issues, words):
    """In a word."""
    drawing = draw(table(2, issues, condition="they come first"))

    assert 2 * issues == [text.words for text in drawing.texts].count(words)


def test_what_others_say_has_a_mark_of_its_own():
    """And one entry in the key."""
    drawing = draw(table(2, 2, speaker="article"))

    assert {"att-supports", "supports"} == {mark.kind for mark in drawing.marks}
    assert "According to others" in [text.words for text in drawing.texts]


def test_the_marking_stands_above_and_below():
    """The strictest of all that the sheet shows, beside its date and number."""
    situation = table(2, 2)
    drawing = draw(situation)
    words = [text.words for text in drawing.texts]

    assert 2 == words.count(f"TLP:{Marking.CLEAR.value}")
    assert "Where everyone stands, 15 June 2014" in words
    assert any(line.endswith("Sheet 1 of 1") for line in words)


@pytest.mark.parametrize("names", drawn.NAMES)
def test_a_sheet_is_full_and_not_more(names):
    """However long the names are."""
    for number in range(1, 3):
        drawing = draw(drawn.book(60, names), number)
        assert all(0 < text.y < HEIGHT for text in drawing.texts)
