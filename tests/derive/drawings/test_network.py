"""The drawing of who speaks on what."""

import re

import pytest

from briefbook.derive.drawings.network import MOST_ACTORS, MOST_ISSUES, choose, dot_graph, draw_network
from tests import drawn
from tests.derive.books import actor, brief, issue, situation_of, source


def in_order(graph):
    """A layout that leaves the nodes as they are first named."""
    return tuple(dict.fromkeys(re.findall(r"\b[ai]_\w+", graph)))


def draw(situation, lay_out=in_order):
    """The network of a book."""
    situation.lay_out = lay_out
    return draw_network(drawn.at(situation))


def test_there_is_no_picture_without_what_lays_it_out():
    """Nor of one actor, or of one issue."""
    assert draw(drawn.book(5), lambda _: ()) is None
    assert draw(drawn.book(1)) is None
    assert draw(situation_of()) is None


def test_each_position_is_a_line_that_begins_with_its_sign():
    """The signs are explained beneath, in words."""
    drawing = draw(drawn.book(5))

    signs = [mark for mark in drawing.marks if mark.full]
    curves = "".join(line.d for line in drawing.lines).count("C")
    assert len(signs) == curves > 5
    assert {mark.kind for mark in signs} == {mark.kind for mark in drawing.marks if not mark.full}
    assert {"Supports", "Opposes"} <= {text.words for text in drawing.texts}


def test_what_others_say_has_a_broken_line():
    """And one entry in the key."""
    drawing = draw(drawn.book(24))

    kinds = {line.kind for line in drawing.lines}
    assert any(kind.startswith("att-") for kind in kinds)
    assert 1 == [text.words for text in drawing.texts].count("According to others")


@pytest.mark.parametrize("actors", [24, 40, 200])
def test_of_many_actors_parties_alone_are_drawn(actors):
    """Those with most positions, and a note says how many are left out."""
    shown = choose(drawn.at(drawn.book(actors)))
    drawing = draw(drawn.book(actors))

    assert len(shown.actors) <= MOST_ACTORS
    assert len(shown.issues) <= MOST_ISSUES
    if actors == 24:
        assert () == drawing.notes
    else:
        assert {"state"} == {actor.kind for actor in shown.actors}
        assert re.match(r"\d+ actors", drawing.notes[0])


def test_many_persons_are_drawn_where_there_is_nobody_else():
    """A book of persons is not left without its picture."""
    people = [actor(f"p{number}", "person") for number in range(MOST_ACTORS + 3)]
    positions = [
        {"actor": each.id, "issue": topic, "stance": "supports", "source": "paper", "paraphrase": "So."}
        for each in people
        for topic in ("talks", "aid")
    ]
    made = brief(sources=["paper"], positions=positions)
    drawing = draw(situation_of(source(), issue("talks"), issue("aid"), *people, made))

    assert "3 actors" in drawing.notes[0]


def test_the_graph_is_the_same_each_time():
    """Blocs are clusters, and an actor without one stands alone."""
    situation = drawn.book(9)
    at = drawn.at(situation)

    assert dot_graph(choose(at), at) == dot_graph(choose(at), drawn.at(drawn.book(9)))
    assert 3 == dot_graph(choose(at), at).count("subgraph cluster")
