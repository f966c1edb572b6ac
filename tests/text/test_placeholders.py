"""What counts as a placeholder, and what is an ordinary word."""

import pytest

from briefbook.text.placeholders import is_placeholder, iter_placeholders


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TODO two or three sentences", ["TODO"]),
        ("Tehran may help (TODO: link).\nTODO the rest", ["TODO", "TODO"]),
        ("TODO", ["TODO"]),
        ("todo", ["todo"]),
        ("todo indica que sí", []),
        ("Todo está listo", []),
        ("TODO EL PODER, dice un título", []),
        ("A TODO-list at example.org/TODO", []),
        ("TODOS", []),
    ],
)
def test_placeholder_is_in_capitals_or_alone(text, found):
    """`TODO` stands for words to come anywhere, `todo` only alone: it is a Spanish word too."""
    assert found == [text[start:end] for start, end in iter_placeholders(text)]


@pytest.mark.parametrize(
    ("value", "is_one"), [("todo", True), (" TODO a date ", True), ("2031, TODO", False), (["todo"], False)]
)
def test_value_is_a_placeholder_where_it_begins_with_one(value, is_one):
    """A value that holds something beside the placeholder is judged by that."""
    assert is_one is is_placeholder(value)
