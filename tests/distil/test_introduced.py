"""Persons whom a phrase leads to: by the name that they go by, and by what they lead."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        (
            "The Delta Front denied it. Its commander, who goes by the name of Falcon, said no.",
            "Falcon",
            "commander",
            "Delta Front",
        ),
        (
            "The Delta Front denied it. Its contact, a man known as Red Zed, said no.",
            "Red Zed",
            "contact",
            "Delta Front",
        ),
        ("A shopkeeper, who gave her name only as Amina, said no.", "Amina", "shopkeeper", ""),
        ("A driver who identified himself as Zed said no.", "Zed", "driver", ""),
        ("A driver, who gave only his first name, Zed, said no.", "Zed", "driver", ""),
        ("“No,” said one, who gave his name as Milo.", "Milo", "", ""),
        ("A trader known as Zed said no.", "Zed", "trader", ""),
    ],
)
def test_name_that_somebody_goes_by_is_a_person(text, name, role, affiliation):
    """`known as`, `goes by the name of` and the like lead to a person with the post that stands before."""
    found = actors(text)[name]

    assert ("person", role, affiliation) == (found.kind, found.role, found.affiliation)


@pytest.mark.parametrize(
    "text",
    [
        "The river is known as Old Nan.",
        "A company known as Zed Lines failed.",
        "The rain fell as Zed left.",
        "The camp is known as 3RD.",
        "Ida Moss left. The camp is known as Ida Moss.",
    ],
)
def test_what_else_is_known_as_something_is_no_person(text):
    """A river, a firm and a camp have names too."""
    assert not [each for each in actors(text).values() if "person" == each.kind and "Ida Moss" != each.name]


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("The ethics panel, led by retired judge Ida Moss, met.", "retired judge", "ethics panel"),
        ("A committee chaired by Ms. Ida Moss has met.", "chair", "committee"),
        ("The Sea Board, which is headed by Ida Moss, met.", "head", "Sea Board"),
        ("Sea Lines, owned by Ida Moss, failed.", "owner", "Sea Lines"),
        ("The tune is led by Ida Moss.", "", ""),
        ("It was stolen by Ida Moss.", "", ""),
        (
            "Sea Lines, owned by ruling party lawmaker Ida Moss, failed.",
            "ruling party lawmaker",
            "ruling party",
        ),
    ],
)
def test_who_leads_a_body_belongs_to_it(text, role, affiliation):
    """`led by`, `chaired by` and `owned by` say whose somebody is, where nothing nearer does."""
    found = actors(f"{text} Ida Moss said no.")["Ida Moss"]

    assert (role, affiliation) == (found.role, found.affiliation)
