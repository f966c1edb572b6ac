"""Who is in an article, as what, and who is meant at a place."""

import datetime as dt

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast
from briefbook.model.records import Actor, Post

DAY = dt.date(2025, 11, 19)


def cast_of(text, book=None):
    return find_cast(Article(text, DAY), book or {})


def actors(text, book=None):
    return {each.name: each for each in cast_of(text, book).actors}


def kinds(text):
    return {each.name: each.kind for each in cast_of(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Interior Minister Karl Vandemeer said no.", "Karl Vandemeer", "Interior Minister", ""),
        (
            "Joana Pereth, president of the Hauliers’ Federation, told us.",
            "Joana Pereth",
            "president of the Hauliers’ Federation",
            "Hauliers’ Federation",
        ),
        (
            "Iran’s chief negotiator, Foreign Minister Mohammad Zarif, agreed.",
            "Mohammad Zarif",
            "Foreign Minister, chief negotiator",
            "Iran",
        ),
        ("Iranian President Hasan Rouhani said so.", "Hasan Rouhani", "President", "Iran"),
        ("It ended with its chair, Dame Orla Finnerty, angry.", "Orla Finnerty", "chair", ""),
        ("He met retired Gen. Lucas Vane.", "Lucas Vane", "retired general", ""),
        (
            "The Governor of Western Bori, Samuel Acheng, said so.",
            "Samuel Acheng",
            "Governor",
            "Western Bori",
        ),
        ("Ursula von der Leyen, a doctor, said so.", "Ursula von der Leyen", "doctor", ""),
        ("They met an unflappable Finn named Aino Rautio.", "Aino Rautio", "", ""),
        ("Labour’s Anna Kettle asked why.", "Anna Kettle", "", ""),
        ("Farida Lom, a hydrologist, said so.", "Farida Lom", "hydrologist", ""),
        ("Secretary of State John Kerry said so.", "John Kerry", "Secretary of State", ""),
        ("“No,” said Miren Oss.", "Miren Oss", "", ""),
    ],
)
def test_person_has_the_role_that_stands_beside_the_name(text, name, role, affiliation):
    """Titles, appositions before and behind, and words such as `named` make a name that of a person."""
    found = actors(text)[name]

    assert "person" == found.kind
    assert role in found.role
    assert affiliation in found.affiliation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Defence said so.", {"Ministry of Defence": "organisation"}),
        ("The Bori Salvation Army said so.", {"Bori Salvation Army": "armed_group"}),
        ("The National Fishermen’s Union said so.", {"National Fishermen’s Union": "organisation"}),
        ("Human rights group Open Ledger said so.", {"Open Ledger": "organisation"}),
        ("The M23 said so.", {"M23": "armed_group"}),
        ("The army of Sorrel left. Sorrel’s government said so.", {"Sorrel": "state"}),
        (
            "Brennia, the smaller one, calls it war. A Brennian came. It rains in Brennia.",
            {"Brennia": "state"},
        ),
        ("The Republic of Meridia said so. Meridia left.", {"Meridia": "state"}),
        ("The U.S. said so.", {"United States": "state"}),
        ("UNIFIL urged restraint.", {"UNIFIL": "organisation"}),
        ("Police said so.", {"police": "organisation"}),
        ("The army has denied it.", {"army": "organisation"}),
        ("U.S. officials said so.", {"U.S. officials": "group"}),
        ("It is over, said two people familiar with it.", {"two people familiar with it": "group"}),
        ("People close to the panel say so.", {"people close to the panel": "group"}),
        ("A ministry official, who was angry, conceded it.", {"ministry official": "group"}),
        ("Truck drivers blocking the road said so.", {"truck drivers": "group"}),
        ("It is over, according to Israeli and Arab officials.", {"Israeli and Arab officials": "group"}),
    ],
)
def test_kind_is_said_by_the_words_of_a_name_and_those_beside(text, expected):
    """States, bodies, armed groups and those without names are told apart."""
    found = kinds(text)

    assert expected == {name: found.get(name) for name in expected}


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Oslo on Friday in May.",
        "By Jay Solomon and Carol Lee",
        "It cost US$6.2 million.",
        "The officials were seen by nobody.",
        "Truck wheels broke.",
        "The government fell in Iran.",
        "They spoke on CNN.",
    ],
)
def test_places_times_and_bylines_are_no_actors(text):
    """Who neither acts nor speaks nor is spoken of is not listed."""
    assert not {"Oslo", "Friday", "Jay Solomon", "United States", "CNN", "Truck", "officials"} & set(
        kinds(text)
    )


def test_letters_in_brackets_are_a_name():
    """`(OCHA)` behind a name in full is that name from there on, also where a table knows the letters."""
    cast = cast_of(
        "The United Nations Office for the Coordination of Humanitarian Affairs (OCHA) left. OCHA said so."
    )

    assert ["OCHA"] == [alias for each in cast.actors for alias in each.aliases]
    assert cast.mentions[0][2] == cast.mentions[-1][2]


def test_short_forms_and_surnames_are_the_same_actor():
    """`Ms. Pereth`, `Brightwater` and `IRGC` are those who were named in full."""
    found = actors(
        "Joana Pereth, president of Brightwater Metals, spoke. Ms. Pereth left. Brightwater declined it. "
        "The Islamic Revolutionary Guards Corps left, and IRGC said so."
    )

    assert {"Joana Pereth", "Brightwater Metals", "Islamic Revolutionary Guards Corps"} == set(found)
    assert "Brightwater" in found["Brightwater Metals"].aliases


def test_name_in_full_is_found_beside_the_short_one():
    """Where nothing explains `Lena Toss`, `Ms. Toss` in the next sentence does, and both are one."""
    assert {"Lena Toss": "person"} == kinds("It fell to Lena Toss. Ms. Toss left. Toss said so.")


def test_spokesman_belongs_to_who_spoke_before():
    """`Its spokesman` speaks for the body named last; `their counsel` for nobody whom the article names."""
    found = actors("The Civic Union objects. Its justice spokesman, Rhys Tolland, said so.")

    assert "Civic Union" == found["Rhys Tolland"].affiliation


def test_book_comes_first():
    """Actors of the book keep their id, name and post, and are listed only where the article names them."""
    book = {
        "rouhani": Actor(
            id="rouhani",
            name="Hasan Rouhani",
            kind="person",
            posts=(Post(title="president of Iran", at="iran", source="s"),),
        ),
        "kerry": Actor(id="kerry", name="John Kerry", kind="person"),
        "experts": Actor(id="experts", name="Experts", kind="unnamed"),
    }
    found = {each.id: each for each in cast_of("“No,” said Mr. Rouhani. Some experts doubt it.", book).actors}

    assert {"rouhani", "experts"} == set(found)
    assert ("Hasan Rouhani", "president of Iran", "rouhani") == (
        found["rouhani"].name,
        found["rouhani"].role,
        found["rouhani"].known,
    )


def test_words_at_a_place_stand_for_somebody():
    """Surnames, titles, nouns and pronouns are those who were named last before."""
    text = "Spokeswoman Adele Corrin left. Interior Minister Karl Oss of the Hauliers’ Federation came."
    cast = cast_of(text)

    assert "karl-oss" == cast.named("he", len(text))
    assert "adele-corrin" == cast.named("she", 30)
    assert "karl-oss" == cast.named("the minister", len(text))
    assert "karl-oss" == cast.named("Mr. Oss", len(text))
    assert "hauliers-federation" == cast.named("the federation", len(text))
    assert "hauliers-federation" == cast.named("it", len(text))
    assert "hauliers-federation" == cast.named("they", len(text))
    assert "" == cast.named("the colonel", len(text))
    assert "" == cast.named("he", 0)


def test_place_names_who_is_there():
    """`at` gives the first who is named between two places."""
    cast = cast_of("Karl Oss, a lawyer, met the Civic Union.")

    assert "karl-oss" == cast.at(0, 8)
    assert "civic-union" == cast.at(10, 39)
    assert "" == cast.at(10, 14)
    assert {"Karl Oss", "Civic Union", "lawyer"} <= {each.words for each in cast.names()}


def test_two_of_one_name_have_two_ids():
    """Ids are made from names; a second one of the same letters has a number."""
    cast = cast_of("The Open-Door Union left. The Open Door Union said so.")

    assert ["open-door-union", "open-door-union-2"] == [each.id for each in cast.actors]


@pytest.mark.parametrize(
    "text", ["", " ", "“", "A", "’s", "of (UN) ,", "The", "Mr.", "Minister of", "X, a", "$ 1 –"]
)
def test_any_text_has_a_cast(text):
    """Nothing in a text makes the reading fail."""
    assert cast_of(text).at(0, 1) in ("", *(each.id for each in cast_of(text).actors))


def test_alias_without_a_letter_is_no_name():
    """An alias of the book that holds no word is found nowhere, and does no harm."""
    book = {"oss": Actor(id="oss", name="Karl Oss", kind="person", aliases=("§",))}

    assert {"Karl Oss"} == set(actors("§ 4 says no. Karl Oss agrees.", book))
