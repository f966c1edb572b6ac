"""The order in which Graphviz sets nodes."""

import shutil

import pytest

from briefbook.graphs import order_nodes

GRAPH = "graph { rankdir=LR; a; b; x; y; a -- y; b -- x; { rank=same; a; b; } }"


@pytest.fixture(autouse=True)
def _fresh():
    order_nodes.cache_clear()
    yield
    order_nodes.cache_clear()


def program(folder, words):
    """A `dot` that does as these lines of shell say."""
    file = folder / "dot"
    file.write_text(f"#!/bin/sh\n{words}\n")
    file.chmod(0o755)


def test_nodes_come_from_top_to_bottom():
    """Lines between them do not cross."""
    assert shutil.which("dot"), "the drawings need Graphviz; on Debian: apt-get install graphviz"
    order = order_nodes(GRAPH)

    assert {"a", "b", "x", "y"} == set(order)
    assert (order.index("a") < order.index("b")) == (order.index("y") < order.index("x"))


def test_there_is_no_order_without_dot(monkeypatch, tmp_path):
    """A site is built without it, and says in words what the drawing would show."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert () == order_nodes(GRAPH)


def test_there_is_no_order_where_dot_fails(monkeypatch, tmp_path):
    """It may refuse a graph, or not start at all."""
    program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert () == order_nodes(GRAPH)


def test_places_are_read_by_their_height(monkeypatch, tmp_path):
    """Nodes of one height by name: no version of Graphviz changes that."""
    program(tmp_path, "printf 'graph 1 2 2\\nnode b 0 1 1\\nnode c 0 2 1\\nnode a 0 1 1\\nstop\\n'")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert ("c", "a", "b") == order_nodes(GRAPH)
