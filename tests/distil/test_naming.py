"""Names that a model finds; the parses are made by hand, and no model is needed."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast
from briefbook.distil.naming import add_names
from briefbook.distil.parse import Named, Parse, Subject
from briefbook.distil.roster import Entry, Roster


def parse_of(text, names, doers=()):
    """A parse with names as (words, label, words beside), and with doers as words."""

    def place(words):
        start = text.index(words)
        return start, start + len(words)

    named = (
        Named(*place(words), label, place(beside) if beside else (0, 0)) for words, label, beside in names
    )
    return Parse(tuple(named), {-at: Subject(*place(words)) for at, words in enumerate(doers)})


@pytest.fixture
def entries():
    """The entries of a roster by name, once a parse of a text has been added to those that were in it."""

    def add(text, *names, doers=(), had=()):
        roster = Roster()
        for each in had:
            roster.add(each)
        add_names(Article(text), roster, parse_of(text, names, doers))
        return {each.name: each for each in roster}

    return add


def test_person_who_acts_joins_for_review(entries):
    """Somebody whom the parser alone knows joins, and the entry says that."""
    found = entries("Quill Osse’s boats left.", ("Quill Osse’s", "person", ""), doers=["Quill Osse’s"])

    assert found["Quill Osse"].kind == "person"
    assert found["Quill Osse"].doubt == "the parser alone takes it for a person"


def test_post_makes_a_person(entries):
    """A post beside the name does too, and becomes the role, without titles, article and owner."""
    text = "They trusted the Ferry Union’s dear chief pilot, Dr. Quill Osse, with the boats."
    found = entries(text, ("Dr. Quill Osse", "person", "the Ferry Union’s dear chief pilot"))

    assert found["Quill Osse"].role == "dear chief pilot"
    assert text[slice(*found["Quill Osse"].context)].startswith("the Ferry Union’s")


@pytest.mark.parametrize(
    ("text", "words", "beside"),
    [
        ("They raised the tanker Alba Rose.", "Alba Rose", "tanker"),
        ("They met the pilot in Port Osse.", "Port Osse", "pilot"),
        ("They met the pilot Osse.", "Osse", "pilot"),
        ("They met the pilot Osse Minister.", "Osse Minister", "pilot"),
        ("They met the pilot quill Osse.", "quill Osse", "pilot"),
        ("They met the pilot Quill\nOsse.", "Quill\nOsse", "pilot"),
        ("They met the pilot of the Osse Bridge.", "Osse Bridge", "pilot"),
        ("They met the pilot of the Quill Committee.", "Quill Committee", "pilot"),
        ("They met the pilot Quill or Osse.", "Quill or Osse", "pilot"),
        ("Quill Osse.", "Quill Osse", ""),
    ],
)
def test_what_is_no_person_does_not_join(entries, text, words, beside):
    """Ships, places, single names, posts and names over two lines are nobody, whatever the parser says."""
    assert entries(text, (words, "person", beside)) == {}


def test_cut_name_becomes_whole(entries):
    """A name that the rules cut is taken up whole."""
    text = "Nasser bin Hadi al-Muraikh said no."
    had = [Entry("Ada Moor", "person", 0), Entry("Nasser bin Hadi", "person", 0)]
    found = entries(text, ("Nasser bin Hadi al-Muraikh", "person", ""), had=had)

    assert list(found) == ["Ada Moor", "Nasser bin Hadi al-Muraikh"]
    assert "Nasser bin Hadi al-Muraikh" in found["Nasser bin Hadi al-Muraikh"].forms


def test_both_are_sure(entries):
    """A name that the rules and the parser find is sure, and keeps the post that the rules read."""
    had = [Entry("Ada Moor", "person", 0, "pilot"), Entry("Ferry Union", "organisation", 0)]
    text = "Moor, a gardener, waved at the Ferry Union."
    found = entries(
        text,
        ("Moor", "person", "a gardener"),
        ("the Ferry Union", "organisation", ""),
        doers=["the Ferry Union"],
        had=had,
    )

    assert [(each.is_seconded, each.role) for each in found.values()] == [(True, "pilot"), (True, "")]


def test_beginning_of_a_bodys_name_is_the_body(entries):
    """The beginning of a body's name is no person's, and no other body's; it is one more form of the name."""
    for label in ("person", "organisation"):
        (found,) = entries(
            "Quill Marrow left.",
            ("Quill Marrow", label, ""),
            doers=["Quill Marrow"],
            had=[Entry("Quill Marrow Ltd", "organisation", 0)],
        ).values()

        assert list(found.forms) == ["Quill Marrow Ltd", "Quill Marrow"]


def test_books_own_keep_their_name(entries):
    """Somebody whom the book knows keeps the name and the post that the book has."""
    had = [Entry("Quill Osse", "person", -1, is_known=True, known="osse")]
    found = entries("Boatman Quill Osse Marrow left.", ("Quill Osse Marrow", "person", "Boatman"), had=had)

    assert (found["Quill Osse"].name, found["Quill Osse"].role) == ("Quill Osse", "")


def test_body_is_no_person(entries):
    """A parser that takes a known body for a person changes nothing about it."""
    had = [Entry("Ferry Union", "organisation", 0)]
    found = entries("The Ferry Union left.", ("Ferry Union", "person", ""), doers=["Ferry Union"], had=had)

    assert not found["Ferry Union"].is_seconded


def test_bodies_that_act_join(entries):
    """A body of two words that does something joins, with the kind that its words say; `de` is a person's."""
    text = "The Quill Marrow, the Guild of the Lowlan Marrow, Orme Council and Lionel de Groot left."
    words = ["The Quill Marrow", "the Guild of the Lowlan Marrow", "Orme Council", "Lionel de Groot"]
    found = entries(text, *((each, "organisation", "") for each in words), doers=words)

    assert {name: each.kind for name, each in found.items()} == {
        "Quill Marrow": "organisation",
        "Guild of the Lowlan Marrow": "organisation",
        "Orme Council": "organisation",
        "Lionel de Groot": "person",
    }
    assert found["Quill Marrow"].doubt == "the parser alone takes it for a name"


def test_bodies_that_do_nothing_stay_out(entries):
    """A name that does nothing, a single word, a post, a person and a place do not join as bodies."""
    words = ["Quill Marrow", "the Board", "the Permanent Secretary", "Ada Moor"]
    text = "Quill Marrow saw the Board, the Permanent Secretary, Ada Moor and Osse Hill."
    had = [Entry("Ada Mary Moor", "person", 0)]
    names = [(each, "organisation", "") for each in words]

    assert list(entries(text, *names, ("Osse Hill", "place", ""), doers=words[1:], had=had)) == [
        "Ada Mary Moor"
    ]


@pytest.mark.parametrize("had", [["IACT"], ["IACT", "Relief Team"], ["Relief Team"]])
def test_letters_name_the_same_body(entries, had):
    """The name before letters in brackets is that of the body with these letters, and one body is left."""
    (found,) = entries(
        "The Relief Team (IACT) left.",
        ("The Relief Team", "organisation", ""),
        doers=["The Relief Team"],
        had=[Entry(each, "organisation", 0) for each in had],
    ).values()

    assert found.is_seconded
    assert "Relief Team" in found.forms


def test_cast_says_who_found_whom():
    """In a cast, a name that both found is sure, and one that the parser alone found says so."""
    text = "Talks failed.\n\nInterior Minister Karl Vandemeer saw how Quill-Ann bin Osse of Marrow rowed.\n"
    names = [("Karl Vandemeer", "person", ""), ("Quill-Ann bin Osse", "person", "")]
    cast = find_cast(Article(text), {}, parse_of(text, names, doers=["Quill-Ann bin Osse"]))
    found = {each.name: (each.confidence, each.why) for each in cast.actors}

    assert found["Karl Vandemeer"] == ("high", "")
    assert found["Quill-Ann bin Osse"] == ("review", "the parser alone takes it for a person")
