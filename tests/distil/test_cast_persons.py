"""Who is a person, by title, description, given name or use, and with which post."""

import datetime as dt

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text, dt.date(2026, 5, 7)), {}).actors}


def persons(text):
    return {name for name, each in actors(text).items() if each.kind == "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We will sail,” said Bente Aaløkke.", "Bente Aaløkke"),
        ("According to Hussein al-Tamimi, nobody asked.", "Hussein al-Tamimi"),
        ("Juan de la Cruz-Peña’s post was deleted.", "Juan de la Cruz-Peña"),
        ("Nasser bin Hadi al-Muraikh urged restraint.", "Nasser bin Hadi al-Muraikh"),
        ("Siobhán O’Dowd wrote a reply.", "Siobhán O’Dowd"),
        ("“No,” J. P. Mbeki-Strand told us.", "J. P. Mbeki-Strand"),
        ("Marguerite d’Hondt, 54, said so.", "Marguerite d’Hondt"),
        ("Knut af Brahe said so.", "Knut af Brahe"),
        ("Col. Arden said so.", "Arden"),
        ("Mr Ito wept.", "Ito"),
        ("In March, April Dawes reported on it.", "April Dawes"),
        ("On Monday May Whitlock resigned.", "May Whitlock"),
        ("It was led by Khaled Mashal.", "Khaled Mashal"),
        ("“I never saw Grace Kasozi there,” he said.", "Grace Kasozi"),
        ("Anna Kettle MP asked why.", "Anna Kettle"),
        ("Zorvath Ulmqe said so.", "Zorvath Ulmqe"),
        ("It was Grace. Grace said so.", "Grace"),
        ("It fell to Zorvath Ulmqe. Ulmqe said so.", "Zorvath Ulmqe"),
        ("The tap in Zorvath Ulmqe’s kitchen is dry. “It is,” says Ulmqe.", "Zorvath Ulmqe"),
    ],
)
def test_name_is_that_of_a_person(text, name):
    """Given names, particles, initials, titles and verbs of speech tell a person, in every spelling."""
    assert name in persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "It passed the Victoria Bridge.",
        "Cyclone Tereza made landfall.",
        "The Harbour Safety Act said so.",
        "They met in Rosa Norte.",
        "Video said so.",
        "You and Karl-Heinz are late.",
        "“Acquiring Oslo helps,” he said.",
        "“The post!” she said.",
        "I’ve said so.",
        "They met in the Nina Valley and in Northern Carl.",
        "It was told by the Karl Oss.",
        "Western Karl said so.",
    ],
)
def test_places_works_and_small_words_are_nobody(text):
    """Bridges, storms, laws, towns and words with a capital from their place are no persons."""
    assert persons(text) <= {"Karl-Heinz"}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Roberto Ruiz, a shop steward, said so.", "Roberto Ruiz", "shop steward", ""),
        ("Roberto Ruiz, a quiet fellow, said so.", "Roberto Ruiz", "quiet fellow", ""),
        ("Roberto Ruiz, the quiet one, said so.", "Roberto Ruiz", "quiet one", ""),
        ("Roberto Ruiz, a man he had never seen is it, said so.", "Roberto Ruiz", "", ""),
        ("Nina Falk, 43, a farmer, said so.", "Nina Falk", "farmer", ""),
        ("Nina Falk (43) said so.", "Nina Falk", "", ""),
        ("Nina Falk, who heads the Civic Union, said so.", "Nina Falk", "head", "Civic Union"),
        ("Nina Falk, who chairs, said so.", "Nina Falk", "", ""),
        ("Nina Falk of the Civic Union, who led the talks, said so.", "Nina Falk", "leader", "Civic Union"),
        ("Nina Falk is a lecturer at Kessel University.", "Nina Falk", "lecturer", "Kessel University"),
        ("Nina Falk is a friend of nobody.", "Nina Falk", "", ""),
        (
            "Nina Falk, appointed as governor of the Bank of Tarn, left.",
            "Nina Falk",
            "governor",
            "Bank of Tarn",
        ),
        ("Nina Falk served as a mediator.", "Nina Falk", "mediator", ""),
        ("Nina Falk of the Civic Union said so.", "Nina Falk", "", "Civic Union"),
        ("Nina Falk from Brook & Tarn said so.", "Nina Falk", "", "Brook & Tarn"),
        ("And acting harbour master Tor Ek agreed.", "Tor Ek", "acting harbour master", ""),
        (
            "Seafarers’ leader Nina Falk, who chairs the Civic Union, left.",
            "Nina Falk",
            "leader",
            "Civic Union",
        ),
        ("The chair, Dame Nina Falk, said so.", "Nina Falk", "chair", ""),
        ("Pressed by the chair, Dame Nina Falk, he left.", "Nina Falk", "chair", ""),
        ("Cllr Nina Falk said so.", "Nina Falk", "councillor", ""),
        ("Nina Falk MP said so.", "Nina Falk", "MP", ""),
        ("The then-president Nina Falk said so.", "Nina Falk", "then-president", ""),
        ("They met former Justice Minister Nina Falk.", "Nina Falk", "former Justice Minister", ""),
        ("Ida Moss, secretary of Tarn’s relief agency, left.", "Ida Moss", "secretary", "Tarn"),
        ("National relief agency (NRA) chief Ida Moss said so.", "Ida Moss", "chief", ""),
        ("The union’s chief negotiator Ida Moss said so.", "Ida Moss", "chief negotiator", "union"),
        ("Later a national police chief, Colonel Ida Moss, came.", "Ida Moss", "police chief", ""),
        ("Ida Moss, her clerk, left.", "Ida Moss", "clerk", ""),
        (
            "Ida Moss, president and owner of Brook & Tarn, left.",
            "Ida Moss",
            "president and owner",
            "Brook & Tarn",
        ),
        ("Ida Moss, in Tarn, said so.", "Ida Moss", "", ""),
        ("They met a lad named Ugo Brask.", "Ugo Brask", "", ""),
        ("Ida Moss was there as a friend. Ida Moss served as mayor.", "Ida Moss", "mayor", ""),
    ],
)
def test_post_and_body_of_a_person(text, name, role, affiliation):
    """What stands before, behind, or in a verb beside a name is the post; the body in it the affiliation."""
    found = actors(text)[name]

    assert "person" == found.kind
    assert role in found.role
    assert affiliation in found.affiliation
    assert bool(role) == bool(found.role)


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("The Civic Union objects. Its secretary, Nina Falk, said so.", "Nina Falk", "Civic Union"),
        ("The Civic Union said so. Chief executive Nina Falk agreed.", "Nina Falk", "Civic Union"),
        ("The Civic Union said so. Rebel spokesman Nina Falk agreed.", "Nina Falk", ""),
        (
            "It came from the Civic Union, whose clerk, Mr Piers van der Aa, left.",
            "Piers van der Aa",
            "Civic Union",
        ),
        ("Experts close to them objected. Their counsel, Nina Falk, said so.", "Nina Falk", ""),
        ("Police said so. Detective Sgt. Nina Falk agreed.", "Nina Falk", "police"),
        ("Detective Sgt. Nina Falk agreed.", "Nina Falk", ""),
        ("A spokeswoman for the mayor, Nina Falk, denied it.", "Nina Falk", "mayor"),
        ("LANHAM — It rained in Lanham. Mayor Nina Falk said so.", "Nina Falk", "Lanham"),
        ("Mayor Nina Falk said so.", "Nina Falk", ""),
        ("Sorrel’s government said so. Interior Minister Nina Falk agreed.", "Nina Falk", "Sorrel"),
        ("Sorrel’s government said so. Former Interior Minister Nina Falk agreed.", "Nina Falk", ""),
        (
            "The Civic Union objects, said Ugo Oss of the Civic Union. His colleague Nina Falk agreed.",
            "Nina Falk",
            "Civic Union",
        ),
        ("His colleague Nina Falk agreed.", "Nina Falk", ""),
        ("Uttar Tarn state minister Nina Falk said so.", "Nina Falk", "Uttar Tarn"),
        ("Nina Falk, a porter at Brook Hill, said so.", "Nina Falk", "Brook Hill"),
        ("The Ghanaian head of UNICEF, Nina Falk, said so.", "Nina Falk", "UNICEF"),
        ("Labour’s Nina Falk asked why.", "Nina Falk", "Labour"),
        ("The Harvard economist Nina Falk left.", "Nina Falk", "Harvard"),
        ("The Civic Union said so. Army staff chief Gen. Nina Falk agreed.", "Nina Falk", "army"),
        ("Senator Nina Falk, the acting chair, left.", "Nina Falk", ""),
        ("Finance ministry spokesman Nina Falk said so.", "Nina Falk", "finance ministry"),
        ("The Civic Union left." + " It rained." * 50 + " Its clerk, Nina Falk, said so.", "Nina Falk", ""),
    ],
)
def test_affiliation_follows_from_what_was_said_before(text, name, affiliation):
    """`Its`, a spokesman, an office of state, a colleague: their bodies stand in the sentences before."""
    assert affiliation.casefold() == actors(text)[name].affiliation.casefold()


def test_two_of_one_surname_are_two():
    """`Mr` and `Mrs` tell them apart, in the cast and at each place."""
    text = (
        "Mr Dafydd Penhallow, a signalman, spoke. Mrs Nerys Penhallow, his wife, said no. "
        "“No,” Mrs Penhallow said. “Yes,” said Mr Penhallow."
    )
    cast = find_cast(Article(text), {})

    assert ["dafydd-penhallow", "nerys-penhallow"] == [each.id for each in cast.actors]
    assert ["nerys-penhallow", "dafydd-penhallow"] == [id for _, _, id in cast.mentions[-2:]]
    assert "nerys-penhallow" == cast.named("Mrs Penhallow", len(text))


def test_same_person_by_shorter_and_longer_names():
    """Initials, a given name behind `Sir`, a second surname: they are one person."""
    assert {"Gareth Lyle"} == persons("Sir Gareth Lyle spoke. Sir Gareth left. Gareth said no.")
    assert 1 == len(persons("Kremlin leader Vladimir Orlov left. President V.V. Orlov said no."))
    assert 1 == len(persons("President V. Orlov left. The lawyer Vladimir Orlov said no."))
    assert {"Cellou Dalein Sow"} == persons("Mr Dalein Sow left. Lawyer Cellou Dalein Sow said no.")
    assert {"Ida Moss"} == persons("It fell to Ms. Moss. Then Ida Moss said no.")
    assert {"Ida Moss", "Ida Holm"} == persons("Ida Moss and Ida Holm said no. Ida said no.") - {"Ida"}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Petra Vance (Greens) said no.", "Petra Vance", "", "Greens"),
        ("Petra Vance, director of EVERYTHING, said no.", "Petra Vance", "director", ""),
        ("The Greens said so. Petra Vance (Greens) said no.", "Petra Vance", "", "Greens"),
        ("His predecessor, Helga Matos, now a lawmaker, left.", "Helga Matos", "lawmaker", ""),
        ("It was a melon grower named Zeferino.", "Zeferino", "melon grower", ""),
        (
            "The Minister of Water and Energy, Hon. Dr. Ida Moss, left.",
            "Ida Moss",
            "Minister of Water",
            "government",
        ),
        (
            "Vasile Solberg-Khan at rival broker Nordhav disagreed.",
            "Vasile Solberg-Khan",
            "",
            "Nordhav",
        ),
    ],
)
def test_party_and_post_beside_a_name(text, name, role, affiliation):
    """Brackets hold a party; a post says more than whose rival somebody is."""
    found = actors(text)[name]

    assert role in found.role
    assert affiliation == found.affiliation
