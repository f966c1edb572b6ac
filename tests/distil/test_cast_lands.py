"""States that no ministry shows: by adjective, borders, policies and wars; and whose their people are."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Torvesk will ban the sale of land. Torveskian farmers objected.", "Torvesk"),
        (
            "Orlesk buys half of its gas from Vendra. Vendra deployed troops. Relations with Vendra soured.",
            "Vendra",
        ),
        ("A Skarland firm won the contract. Skarland wants it signed.", "Skarland"),
        ("The civil war in northern Tembe has lasted a year.", "Tembe"),
        ("Families crossed from Belsk after clashes broke out.", "Belsk"),
        (
            "Then there is Grosk. The giant, whose army is large, is angry. Grosk has been arming rebels.",
            "Grosk",
        ),
        ("Quellia’s airspace was closed. Quellia said so.", "Quellia"),
        ("Grosk is unhappy. The Grosk ambassador left, and Grosk recalled its envoy.", "Grosk"),
    ],
)
def test_several_signs_make_a_name_one_of_a_state(text, name):
    """What a name has and does, what is from there and who crosses from there say that it is a state’s."""
    assert "state" == actors(text)[name].kind


@pytest.mark.parametrize(
    "text",
    [
        "Fighting in eastern Ouma went on. Shells fell on Ouma.",
        "Ford will export cars. Ford’s imports rose.",
        "Acme’s economy drive failed. Acme will charge for lifts.",
        "The mayor of Lanham will ban cars. Lanham banned lorries last year.",
        "Vestra shares fell. Vestra will charge more. Vestra’s border is far.",
        "At Kolo it was quiet. Kolo will ban fires, and its army left.",
        "The Kirat will tax nobody. Its border is a river.",
        "The Kirat basin is dry. Kirat’s border is a river.",
        "LANHAM, May 3 — Lanham will charge for water. Its border is far.",
        "Ida Moss denied it. Moss will charge for it, and her border is shut.",
        "Anna will charge for it. Its border is shut.",
    ],
)
def test_towns_rivers_companies_and_people_are_no_states(text):
    """What is said to be something else, and what shows a single sign, is no state."""
    assert not [each for each in actors(text).values() if "state" == each.kind]


def test_ministries_and_the_army_belong_to_the_state_at_home_and_not_to_its_neighbour():
    """A state that is told of as a neighbour is not the one that the article is about."""
    found = actors(
        "The civil war in northern Tembe has lasted a year. The defence ministry denied it.\n\n"
        "Neighbouring Zubra has offered talks.\n\nThe army refused. Army chief General Ida Moss denied it."
    )
    assert ["Tembe"] * 3 == [found[each].affiliation for each in ("defence ministry", "army", "Ida Moss")]


@pytest.mark.parametrize(
    ("told", "name", "affiliation"),
    [
        ("Army chief General Ida Moss denied it.", "Ida Moss", "Zubra"),
        ("An army general denied it.", "army general", "Zubra"),
        ("Ida Moss, a spokeswoman for the president, denied it.", "Ida Moss", "Zubra"),
        ("Ida Moss, a spokeswoman for the prime minister, denied it.", "Ida Moss", "Zubra"),
        ("A presidential adviser denied it.", "presidential adviser", "Zubra"),
        ("In July the state auditor, Ida Moss, denied it.", "Ida Moss", "Zubra"),
        ("Zubra will not pay. Its ambassador, Ida Moss, denied it.", "Ida Moss", "Zubra"),
        ("The county assembly met. Speaker Ida Moss denied it.", "Ida Moss", "county assembly"),
        (
            "The Agrarian Party is small. Two Agrarian deputies denied it.",
            "two Agrarian deputies",
            "Agrarian Party",
        ),
        ("The Minister for Disaster Relief, Ida Moss, denied it.", "Ida Moss", "Zubra"),
    ],
)
def test_people_of_a_state_belong_to_it(told, name, affiliation):
    """Army chiefs, presidents’ people, auditors and ambassadors are the state’s; deputies a party’s."""
    assert affiliation == actors(f"Zubra’s government fell in May.\n\n{told}")[name].affiliation


def test_army_chief_belongs_to_the_army_where_no_state_is_named():
    """Without a state the army is what is left."""
    assert "army" == actors("The army denied it. Army chief Ida Moss agreed.")["Ida Moss"].affiliation.lower()


def test_head_of_its_office_belongs_to_whoever_was_named_before():
    """`its` within the words for a post says whose it is."""
    found = actors("UNHCR says no. The date cannot be met, the head of its Lom office, Mr Karl Oss, said.")
    assert "UNHCR" == found["Karl Oss"].affiliation


@pytest.mark.parametrize("lead", ["In July", "On Monday", "Last May", "July"])
def test_time_before_a_post_is_no_part_of_it(lead):
    """What opens a sentence is neither the post nor the body of somebody."""
    found = actors(f"{lead} the chief auditor, Ida Moss, denied it.")["Ida Moss"]
    assert ("chief auditor", "") == (found.role, found.affiliation)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It will grow, according to shipping agents Stowe & Marr.", "Stowe & Marr"),
        ("He asked Parliament to strike it.", "Parliament"),
        ("The members of the county assembly will debate it.", "county assembly"),
        ("It numbered 300, by the organisers’ count.", "organisers"),
        ("There were 40, by residents’ estimates.", "residents"),
        ("Two guests recalled it.", "two guests"),
        ("People in both camps say it has a price.", "people in both camps"),
        (
            "Two people briefed on a call between the leaders on Friday said so.",
            "two people briefed on a call between the leaders",
        ),
        ("Goat breeders, too, support it.", "goat breeders"),
        ("Finance ministry officials have floated a scale.", "finance ministry officials"),
        ("Prosecutors must decide by Friday.", "prosecutors"),
        ("It is May. Analysts at the Dune Centre are calm: it is full, they note.", "analysts"),
        ("It is May. The bakers are angry: flour, they have said, is dear.", "bakers"),
        ("The drivers left. “I stay,” said one, Ida Moss.", "Ida Moss"),
    ],
)
def test_those_who_speak_and_count_are_found(text, name):
    """Firms with `&`, a house of parliament, guests, scouts and whoever counts are actors."""
    assert name in actors(text)


def test_minister_for_something_leaves_no_body():
    """What a minister is for is no body."""
    assert "Disaster Relief" not in actors("The Minister for Disaster Relief, Karl Oss, denied it.")


def test_police_are_those_of_the_one_place_that_has_any():
    """`The police` of an article with one `Lanham Police` are these."""
    found = actors("Sergeant Ida Moss, of Lanham Police, denied it. The police said so.")
    assert "police" not in found
    assert "police" in found["Lanham Police"].aliases
