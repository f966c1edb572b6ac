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
            "Zubra’s army left. Zubra, whose prime minister, Ada Munk, resigned, is calm.",
            "Ada Munk",
            "prime minister",
            "Zubra",
        ),
        (
            "Ada Munk, who chairs the opposition Bread for All alliance, said no.",
            "Ada Munk",
            "chair of the opposition Bread for All alliance",
            "Bread for All",
        ),
        ("At the Lom hospital, a surgeon, Ada Munk, said no.", "Ada Munk", "surgeon", "Lom hospital"),
        ("At noon, a surgeon, Ada Munk, said no.", "Ada Munk", "surgeon", ""),
        ("Orme Lines failed. One of its drivers, Ada Munk, said no.", "Ada Munk", "driver", "Orme Lines"),
        ("One of the older drivers, Ada Munk, said no.", "Ada Munk", "older driver", ""),
        ("It rained on the drivers, Ada Munk said.", "Ada Munk", "", ""),
        ("An aide to Mr. Bo Ek said no.", "aide", "aide", "Bo Ek"),
        ("Residents of Lowtown said no.", "residents of Lowtown", "residents", "Lowtown"),
        ("Counsel to the inquiry, Ada Munk, said no.", "Ada Munk", "Counsel to the inquiry", ""),
        ("He spoke to the mayor, Ada Munk, and left.", "Ada Munk", "mayor", ""),
        ("Unite union officer Ada Munk said no.", "Ada Munk", "Unite union officer", "Unite union"),
        ("Ada Munk, 74, who runs the chip shop, said no.", "Ada Munk", "head of the chip shop", "chip shop"),
        ("Three members of his caucus said no.", "three members of his caucus", "members", "caucus"),
        ("Ada Munk, the leader of the opposition, said no.", "Ada Munk", "leader of the opposition", ""),
        (
            "Zubra’s government fell. Ada Munk, the leader of the opposition, said no.",
            "Ada Munk",
            "leader of the opposition",
            "Zubra",
        ),
        ("Zubra’s government fell. The World Grain Authority said no.", "World Grain Authority", "", ""),
        (
            "The water board paid. Its deputy chair, Ada Munk, said no.",
            "Ada Munk",
            "deputy chair",
            "water board",
        ),
        ("The shop is shut, says its manager, Ada Munk.", "Ada Munk", "manager", "shop"),
        ("The rain fell, says its chair, Ada Munk.", "Ada Munk", "chair", ""),
        ("The Sea Board met at a shop, says its chair, Ada Munk.", "Ada Munk", "chair", "Sea Board"),
        (
            "Dov Lanz, who teaches sea law at Ostrand College, said no.",
            "Dov Lanz",
            "teacher of sea law at Ostrand College",
            "Ostrand College",
        ),
        (
            "Professor Dov Lanz said no. Lanz, who teaches sea law at Ostrand College, left.",
            "Dov Lanz",
            "Professor",
            "Ostrand College",
        ),
        (
            "Ida’s sister Ann, who sits on the school board, said no.",
            "Ann",
            "member of the school board",
            "school board",
        ),
        ("Ada Munk, the Republican who lost, said no.", "Ada Munk", "Republican", "Republican"),
        ("Ada Munk, a Social Democrat, said no.", "Ada Munk", "Social Democrat", "Social Democrat"),
        ("Sen. Ada Munk, R-Lanham, said no.", "Ada Munk", "senator", "R-Lanham"),
        ("Ada Munk, Lanham, said no.", "Ada Munk", "", ""),
        (
            "Ada Munk, who chairs the budget committee, said no.",
            "Ada Munk",
            "chair of the budget committee",
            "budget committee",
        ),
        (
            "Ada Munk, a nurse at the centre of a storm, said no.",
            "Ada Munk",
            "nurse at the centre of a storm",
            "",
        ),
        (
            "Ada Munk, director for the North at Orme Lines, said no.",
            "Ada Munk",
            "director for the North at Orme Lines",
            "Orme Lines",
        ),
        ("It was Ada Munk, Minister for Sea Walls.", "Ada Munk", "Minister for Sea Walls", "government"),
        (
            "Ada Munk, Zubra’s ambassador to the United Nations, said no.",
            "Ada Munk",
            "ambassador to the United Nations",
            "Zubra",
        ),
        (
            "Ada Munk, ambassador of neighbouring Zubra, said no.",
            "Ada Munk",
            "ambassador of neighbouring Zubra",
            "Zubra",
        ),
        (
            "Ada Munk, a founder of the group Sing On, said no.",
            "Ada Munk",
            "founder of the group Sing On",
            "Sing On",
        ),
        (
            "Ada Munk, a spokeswoman for the Zubran army, said no.",
            "Ada Munk",
            "spokeswoman for the Zubran army",
            "Zubran army",
        ),
        (
            "Zubra’s chief negotiator, former colonel Ada Munk, said no.",
            "Ada Munk",
            "chief negotiator",
            "Zubra",
        ),
        ("The train left, former colonel Ada Munk said.", "Ada Munk", "former colonel", ""),
        ("Colonel Ada Munk of the 3rd Brigade said no.", "Ada Munk", "Colonel", "Brigade"),
        ("The families’ lawyer, Ada Munk, said no.", "Ada Munk", "lawyer", "families"),
        ("Orme County is poor. County clerk Ada Munk said no.", "Ada Munk", "County clerk", "Orme County"),
        (
            "Orme County is poor. County clerk Ada Munk and county officials said no.",
            "county officials",
            "officials",
            "Orme County",
        ),
        ("The county is poor. County clerk Ada Munk said no.", "Ada Munk", "County clerk", ""),
        (
            "Zubra’s government fell. Opposition leader Ada Munk said no.",
            "Ada Munk",
            "Opposition leader",
            "Zubra",
        ),
        (
            "Zubra’s government fell. Perm has spoken to Orme. President Ada Munk said no.",
            "Ada Munk",
            "President",
            "Zubra",
        ),
        (
            "Orme Lines lost. Orme Lines said so. “No,” chief executive Ada Munk said.",
            "Ada Munk",
            "chief executive",
            "Orme Lines",
        ),
        (
            "Orme Lines lost. Sea Rail said so. It rained. “No,” chief executive Ada Munk said.",
            "Ada Munk",
            "chief executive",
            "",
        ),
        (
            "Bo Ek, head of Orme Lines, left. His deputy, Ada Munk, said no.",
            "Ada Munk",
            "deputy",
            "Orme Lines",
        ),
        ("A source close to Ada Munk said no.", "source close to Ada Munk", "source", "Ada Munk"),
        ("A source in the Zubran government said no. Zubra’s army left.", "source", "source", "Zubra"),
        ("A source in the rain said no.", "source", "source", ""),
        ("A spokesman for the clinic said no.", "spokesman for the clinic", "spokesman", "clinic"),
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
        (
            "Dov Lanz, who teaches law at Orme College, left. The professor said no.",
            {"Dov Lanz", "Orme College"},
        ),
        ("Col Ada Munk left. The colonel said no.", {"Ada Munk"}),
        ("Banco Real failed. The lender said no.", {"Banco Real"}),
        ("The board met the group Sing On. The group left. Sing On said no.", {"Sing On"}),
        ("He told the group Monday. Delta Front fighters left. The Delta Front said no.", {"Delta Front"}),
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
