"""The book's own actors in an article: by shorter names, by posts, and whose they are."""

import datetime as dt

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast
from briefbook.model.records import Actor, Post
from briefbook.text.edtf import parse_when

DAY = dt.date(2031, 5, 7)
LANTICA = Actor(id="lantica", name="Lantica", kind="state")
SORREL = Actor(id="sorrel", name="Sorrel", kind="state")
INTERIOR = Actor(id="interior", name="Lantican Interior Ministry", kind="body", member_of=("lantica",))
HEALTH = Actor(id="health", name="Lantican Health Office", kind="body")
SORREL_HEALTH = Actor(id="sorrel-health", name="Sorrel’s Health Office", kind="body")
FRENCH = Actor(id="french", name="French Interior Ministry", kind="body")
GUARD = Actor(id="guard", name="Lantican Border Guard", kind="body")
OSS = Actor(
    id="oss",
    name="Karl Oss",
    kind="person",
    posts=(
        Post(title="mayor of Tarrin", at="tarrin", until=parse_when("2029-01-01")),
        Post(title="interior minister of Lantica", at="lantica"),
    ),
)
MOSS = Actor(
    id="moss",
    name="Ida Moss",
    kind="person",
    posts=(Post(title="interior minister of Lantica", at="lantica", until=parse_when("2030")),),
)


def cast_of(text, *actors, day=DAY):
    return find_cast(Article(text, day), {each.id: each for each in actors})


def known(text, *actors):
    return {each.known for each in cast_of(text, *actors).actors}


@pytest.mark.parametrize(
    ("text", "actors", "expected"),
    [
        ("Lantica is calm. The Interior Ministry said no.", (LANTICA, INTERIOR), "interior"),
        ("Lantica is calm. The interior ministry said no.", (LANTICA, INTERIOR), "interior"),
        ("In Lantica the Ministry of the Interior said no.", (LANTICA, INTERIOR), "interior"),
        ("The Interior Ministry said no.", (LANTICA, INTERIOR), "interior"),
        ("Lantica’s Interior Ministry said no.", (LANTICA, INTERIOR), "interior"),
        ("Sorrel’s Interior Ministry said no.", (LANTICA, SORREL, INTERIOR), ""),
        ("Sorrel is calm. The Interior Ministry said no.", (LANTICA, SORREL, INTERIOR), ""),
        ("Sorrel’s Health Office said no.", (LANTICA, SORREL, HEALTH, SORREL_HEALTH), "sorrel-health"),
        ("In Sorrel the Health Office said no.", (LANTICA, SORREL, HEALTH, SORREL_HEALTH), "sorrel-health"),
        ("In Lantica and Sorrel the Health Office said no.", (LANTICA, SORREL, HEALTH, SORREL_HEALTH), ""),
        ("The Interior Ministry in France said no.", (FRENCH,), "french"),
        ("In Lantica the Border Guard said no.", (LANTICA, GUARD), "guard"),
        ("In Lantica the interior minister said no.", (LANTICA, OSS), "oss"),
        ("In Lantica the interior minister said no.", (LANTICA, OSS, MOSS), "oss"),
        ("In Lantica the interior minister Bela Rusk said no.", (LANTICA, OSS), ""),
        ("In Sorrel the interior minister said no.", (LANTICA, SORREL, OSS), ""),
    ],
)
def test_shorter_name_that_only_one_can_have_is_that_ones(text, actors, expected):
    """A body without its state, and the holder of a post, are known where an article can mean nobody else."""
    states = {"lantica", "sorrel", ""}

    assert {expected} - {""} == known(text, *actors) - states


def test_actor_of_the_book_belongs_to_what_the_book_says():
    """The post on the day of the article, the body that it is part of, and whose voices they are."""
    voices = Actor(id="voices", name="Lantican officers", kind="unnamed", of="interior")
    text = "Lantican officers wrote to the Interior Ministry. Karl Oss said that Lantica is calm."
    now = {each.id: each for each in cast_of(text, LANTICA, INTERIOR, OSS, voices).actors}
    then = cast_of(text, LANTICA, INTERIOR, OSS, day=dt.date(2028, 1, 1)).actors

    assert ("interior minister of Lantica", "Lantica") == (now["oss"].role, now["oss"].affiliation)
    assert "Lantica" == now["interior"].affiliation
    assert "Lantican Interior Ministry" == now["voices"].affiliation
    assert "interior minister of Lantica" == next(each.role for each in then if each.id == "oss")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left the port of Umm Oss.", set()),
        ("They left Mr. Oss.", {"oss"}),
        ("They left Minister Oss.", {"oss"}),
        ("They left the Iranian Oss.", {"oss"}),
        ("They left Karl Oss.", {"oss"}),
    ],
)
def test_surname_at_the_end_of_another_name_is_nobody_of_the_book(text, expected):
    """`Umm Oss` is a port; behind a title, an adjective or his own name it is Oss."""
    assert expected == known(text, OSS)


def test_body_that_the_article_does_not_name_is_not_meant_by_its_noun():
    """`its partners` are not the partners of the book."""
    partners = Actor(id="partners", name="U.S. partners in the Council", kind="coalition")

    assert set() == known("The council met its partners. The partners left.", partners)


def test_place_is_not_the_body_that_is_called_after_it():
    """`in Ain Sidra` is a town, though the book has a hospital of that name."""
    hospital = Actor(id="hospital", name="Ain Sidra hospital", kind="body")

    assert set() == known("Rain fell in Ain Sidra. Near Ain Sidra a wall fell.", hospital)
