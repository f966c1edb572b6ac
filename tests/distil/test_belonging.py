"""To whom somebody belongs, where an article says it from afar, and where it does not say it."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Tesmar Governor Ilse Brand said no.", "Ilse Brand", "Governor", "Tesmar"),
        ("It was Governor Ilse Brand who said no.", "Ilse Brand", "Governor", ""),
        ("An engineer who saw it, Pavel Dorn, said no.", "Pavel Dorn", "engineer", ""),
        ("The convener at the yard, Karl Kerr, said no.", "Karl Kerr", "convener at the yard", ""),
        ("An engineer who saw the wall on Monday, Pavel Dorn, said no.", "Pavel Dorn", "engineer", ""),
        ("The rain at the yard, Karl Kerr, said no.", "Karl Kerr", "", ""),
        ("Pavel Dorn, who works for the consultancy Hydrolis, said no.", "Pavel Dorn", "", "Hydrolis"),
        (
            "An engineer, Pavel Dorn, said no. “No,” said Dorn, who works for the firm Hydrolis.",
            "Pavel Dorn",
            "engineer",
            "Hydrolis",
        ),
        (
            "A nurse, Agnes Tembo, who sells fruit and chairs the Traders’ Association, said no.",
            "Agnes Tembo",
            "nurse",
            "Traders’ Association",
        ),
        ("A nurse, Agnes Tembo, who sells fruit, said no.", "Agnes Tembo", "nurse", ""),
        ("Agnes Tembo, who sells fruit to the town and to villages, said no.", "Agnes Tembo", "", ""),
        (
            "Former agency director Osip Lauer, now a lecturer at the University of Orland, said no.",
            "Osip Lauer",
            "lecturer at the University of Orland",
            "University of Orland",
        ),
        ("The Water Agency slept. Former director Osip Lauer said no.", "Osip Lauer", "Former director", ""),
        ("Rasmus Toll (Centre Party) said no.", "Rasmus Toll", "", "Centre Party"),
        ("Callum Reid (Lab, Northport) said no.", "Callum Reid", "", "Lab"),
        ("Marcia Gade (D-Easton) said no.", "Marcia Gade", "", "D-Easton"),
        ("Labour MP Gwyn Hughes said no.", "Gwyn Hughes", "Labour MP", "Labour"),
        ("Karl Kerr, of the Unite union, said no.", "Karl Kerr", "", "Unite"),
        (
            "Fiona Stroud, the Conservatives’ transport spokeswoman, said no.",
            "Fiona Stroud",
            "transport spokeswoman",
            "Conservatives",
        ),
        (
            "Doug Hallam left. Mr Hallam’s lawyer, Thandi Moyo, said no.",
            "Thandi Moyo",
            "lawyer",
            "Doug Hallam",
        ),
        ("Inga Holm said no. Her spokesman, Jens Aro, agreed.", "Jens Aro", "spokesman", "Inga Holm"),
        ("Inga Holm said no. Her neighbour, Jens Aro, agreed.", "Jens Aro", "neighbour", ""),
        ("Her spokesman, Jens Aro, agreed.", "Jens Aro", "spokesman", ""),
        (
            "Hilde Vermeer, of the Border Forum, said no. Vermeer’s colleague Tom Aske agreed.",
            "Tom Aske",
            "colleague",
            "Border Forum",
        ),
        (
            "Open Group sued the Border Forum. Its head, Peter Nkole, agreed.",
            "Peter Nkole",
            "head",
            "Open Group",
        ),
        (
            "Open Group said no. It rained. Hens laid. Bees flew. Its head, Peter Nkole, agreed.",
            "Peter Nkole",
            "head",
            "",
        ),
        ("Open Group said no. It rained. A spokesman, Peter Nkole, agreed.", "Peter Nkole", "spokesman", ""),
        ("Health secretary Ivo Marlow said no.", "Ivo Marlow", "Health secretary", "government"),
        (
            "ORLAND, Marrova, April 14 — It rained. Water Minister Ivo Marlow said no.",
            "Ivo Marlow",
            "Water Minister",
            "Marrova",
        ),
        ("Karl Kerr, of Tarrin, said no.", "Karl Kerr", "", ""),
        (
            "A spokesman for Ferrous Marine said no.",
            "spokesman for Ferrous Marine",
            "spokesman",
            "Ferrous Marine",
        ),
    ],
)
def test_words_near_and_far_say_whose_somebody_is(text, name, role, affiliation):
    """Titles, brackets, relative clauses and the sentence before say it; a guess is not made."""
    found = actors(text)[name]

    assert (role, affiliation) == (found.role, found.affiliation)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Halvik family left. Marte Halvik said no.", {"Halvik family", "Marte Halvik"}),
        ("The Dalca brothers said no.", {"Dalca brothers"}),
        ("An engineer who saw it, Pavel Dorn, said no. The engineer left.", {"Pavel Dorn"}),
        ("An engineer who saw it said no.", {"engineer"}),
        ("Beds are rare in the King Oskar Hospital. King Oskar said no.", {"King Oskar Hospital"}),
        ("Lawyers for Ms Adair said no.", {"lawyers for Ms Adair"}),
        ("Finance Minister Ana Bell left. The finance minister said no.", {"Ana Bell"}),
    ],
)
def test_families_and_those_who_come_back_are_one(text, names):
    """A family has its name, and who is named later is whoever was described before."""
    assert names == set(actors(text))


def test_post_of_several_words_is_its_holder():
    """`the finance minister` is not the minister who was named last."""
    text = "Finance Minister Ana Bell left. Health Minister Ida Moss came. The finance minister said no."
    cast = find_cast(Article(text), {})

    assert "ana-bell" == cast.named("the finance minister", len(text))
    assert "ana-bell" == cast.at(text.index("finance minister"), len(text))
