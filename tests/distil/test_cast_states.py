"""States that stand in no list: by what they have, by their neighbours, by dateline, headline and capital."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zubra’s energy minister resigned.", "Zubra"),
        ("Zubra’s central bank raised rates.", "Zubra"),
        ("Zubra’s high commissioner was summoned.", "Zubra"),
        ("Neighbouring Zubra has denied it.", "Zubra"),
        ("The island state of Zubra has denied it.", "Zubra"),
        ("Zubra will not pay, its energy minister, Ida Moss, said.", "Zubra"),
        ("Zubra waited for days. A Zubran official denied it.", "Zubra"),
        ("Zubristan waited. Two Zubri officials denied it.", "Zubristan"),
        ("Zubra accused Perm of theft. A Zubran official said Perm lied.", "Perm"),
        ("Washington would pay half.", "United States"),
        ("The coast and its upstream neighbour Zubra are dry. Zubra denied it.", "Zubra"),
    ],
)
def test_name_is_a_state_by_what_it_has_and_does(text, name):
    """Ministers, a central bank, officials and a place beside another state make a name one of a state."""
    assert "state" == actors(text)[name].kind


@pytest.mark.parametrize(
    "text",
    [
        "Zubra was quiet. Its streets were empty.",
        "Ida Moss’s energy minister resigned.",
        "The Government’s energy minister resigned.",
        "A city in Zubra was quiet.",
    ],
)
def test_place_person_and_government_are_no_states(text):
    """A name without such evidence stays what it was."""
    assert not [each for each in actors(text).values() if "state" == each.kind]


@pytest.mark.parametrize(
    ("text", "body", "state"),
    [
        ("LANHAM, Zubra, May 3 — The interior ministry denied it.", "interior ministry", "Zubra"),
        ("VIENNA, Austria, May 3 — The interior ministry denied it.", "interior ministry", "Austria"),
        ("LANHAM, Sept 3 — The interior ministry denied it.", "interior ministry", ""),
        (
            "Zubra: Free the teachers\n\nThe camps in Zubra are full. The interior ministry denied it.",
            "interior ministry",
            "Zubra",
        ),
        (
            "ZUBRA: FLOODS\n\nThe Zubra Water Company dug. The interior ministry denied it.",
            "interior ministry",
            "Zubra",
        ),
        (
            "Update: Rain\n\nThe camps in Zubra are full. The interior ministry denied it.",
            "interior ministry",
            "",
        ),
        (
            "Nobody: Rain\n\nThe camps in Zubra are full. The interior ministry denied it.",
            "interior ministry",
            "",
        ),
        (
            "Floods in Zubra\n\nThe camps in Zubra are full. The Zubran coast is wet. The navy has left.",
            "navy",
            "Zubra",
        ),
        ("Floods in Lanham\n\nThe camps in Lanham are full. The navy has left.", "navy", ""),
        (
            "Zubra’s government fell. The civil aviation authority has closed the airport.",
            "civil aviation authority",
            "Zubra",
        ),
        ("Zubra’s government fell. Telekom, the national operator, denied it.", "Telekom", "Zubra"),
        (
            "Zubra’s government fell. The State of Perm said no. The Council of Perm denied it.",
            "Council of Perm",
            "Perm",
        ),
        (
            "Perm’s government fell. Zubra’s army left. In Zubra, the water ministry said no.",
            "water ministry",
            "Zubra",
        ),
        ("The Sea Board (SEB) met. The SEB Survey Mission has left.", "SEB Survey Mission", "Sea Board"),
    ],
)
def test_official_body_belongs_to_the_state_of_the_article(text, body, state):
    """Dateline, headline and what is told say of which state an article is; a mere city is none."""
    found = actors(text).get(body)

    assert state == (found.affiliation if found else "")


@pytest.mark.parametrize(
    "text",
    [
        "Zubra’s government fell. In the capital, Ostro, crowds cheered. Ostro has denied it.",
        "Zubra’s government fell. In the Zubran capital, Ostro, crowds cheered. Ostro has denied it.",
        "Zubra’s government fell. Ostro, the capital of Zubra, was quiet. Ostro has denied it.",
        "Zubra’s government fell. Crowds filled Zubra’s capital, Ostro. Ostro has denied it.",
        "OSTRO, Zubra, May 3 — It rained. Zubra’s government fell. Ostro is willing to talk.",
    ],
)
def test_capital_stands_for_its_state(text):
    """A city that is called the capital, or acts in an article from there, is its state and nobody else."""
    cast = find_cast(Article(text), {})

    assert ["Zubra"] == [each.name for each in cast.actors if "crowds" != each.name]
    assert "zubra" == cast.at(text.rindex("Ostro"), len(text))


def test_officials_in_a_capital_are_of_the_state():
    """`officials in Ostro` are those of the state whose capital that is."""
    text = "Zubra’s government fell. In the capital, Ostro, crowds cheered. Officials in Ostro said no."

    assert "Zubra" == actors(text)["officials"].affiliation


def test_capital_of_nobody_is_a_city():
    """Without a state there is nothing that a capital could stand for."""
    assert {} == actors("In the capital, Ostro, it rained.")


def test_central_bank_at_home_has_its_name():
    """Where the article is about one state, its central bank needs no owner."""
    text = "Zubra’s government fell. The National Bank of Zubra met. The central bank has said no."
    found = actors(text)

    assert {"Zubra", "National Bank of Zubra"} == set(found)
    assert "central bank" == found["National Bank of Zubra"].role


def test_central_bank_has_its_name():
    """`the central bank` of a state is its National Bank, before and behind its name."""
    text = "Zubra’s central bank raised rates. The National Bank of Zubra met. The central bank said no."
    found = actors(text)

    assert {"Zubra", "National Bank of Zubra"} == set(found)
    assert "central bank" == found["National Bank of Zubra"].role
