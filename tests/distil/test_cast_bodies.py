"""Bodies, companies, armed groups and states: which they are, under which names, and whose."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Deere & Holm Co. said so.", "Deere & Holm Co.", "organisation"),
        ("The Tarn Truck and Engine Corp. said so.", "Tarn Truck and Engine Corp.", "organisation"),
        ("Vindal Lines plc (LSE: VNDL) said so.", "Vindal Lines", "organisation"),
        ("Steris (NYSE: STE) fell.", "Steris", "organisation"),
        ("Shares in Petrolux fell.", "Petrolux", "organisation"),
        ("The Ohio-based Kestrel Foods said so.", "Kestrel Foods", "organisation"),
        ("They wrote to St Brigid’s Hospital.", "St Brigid’s Hospital", "organisation"),
        ("Banque Meridien said so.", "Banque Meridien", "organisation"),
        (
            "The Ministry of Labour and Social Affairs said so.",
            "Ministry of Labour and Social Affairs",
            "organisation",
        ),
        ("The Ministry of Health and the Holm Union left.", "Ministry of Health", "organisation"),
        ("The Commission on Human Rights left.", "Commission on Human Rights", "organisation"),
        ("The Tarn Mission in Lower Kasa (UNMILK) left.", "Tarn Mission in Lower Kasa", "organisation"),
        (
            "The Office of the Humanitarian Coordinator left.",
            "Office of the Humanitarian Coordinator",
            "organisation",
        ),
        ("The Hauliers’ Federation left.", "Hauliers’ Federation", "organisation"),
        ("They asked the Iron Hands. In the end the Iron Hands said no.", "Iron Hands", "organisation"),
        ("The Green Lanterns, a mountain militia that Dovra arms, said so.", "Green Lanterns", "armed_group"),
        ("Separatist group Free Tarn said so.", "Free Tarn", "armed_group"),
        ("The separatist Kestrel Movement said so.", "Kestrel Movement", "armed_group"),
        ("The Free Coast Brigade left.", "Free Coast Brigade", "armed_group"),
        ("Highland Spans, the Edinburgh firm behind the plan, says so.", "Highland Spans", "organisation"),
        ("The regulator, the Tarn Seven, left.", "Tarn Seven", "organisation"),
        ("They sold Petrolux, Dovra’s largest refiner.", "Petrolux", "organisation"),
        ("The Isles Free Press said so.", "Isles Free Press", "organisation"),
        ("“Sabena and Norway agree,” he said.", "Sabena", "state"),
        ("Norvia has promised help.", "Norvia", "state"),
        ("They were killed in Belvar. It asked Belvar to report.", "Belvar", "state"),
        ("It was abandoned by Washington.", "United States", "state"),
        ("Moscow and Ankara condemned it.", "Turkey", "state"),
        ("The request of Norway was heard.", "Norway", "state"),
        (
            "Sarro is far. They met in Sarro. The Sarran envoy left. Sarran officials said so.",
            "Sarro",
            "state",
        ),
        ("The people of Northern Sorrel left.", "Sorrel", "state"),
        ("The government of Upper Sorrel left. The army of Lower Sorrel came.", "Lower Sorrel", "state"),
        (
            "Upper Sorrel’s army left. Upper Sorrel’s water ministry said so.",
            "Upper Sorrel’s water ministry",
            "organisation",
        ),
        ("Sorrel is split. The army of Lower Sorrel left Sorrel.", "Sorrel", "state"),
        ("The government of Sorrel left. The army of Sorrel came.", "Sorrel", "state"),
        ("The Republic of Meridia left.", "Meridia", "state"),
        ("The Republic of Ireland left.", "Ireland", "state"),
    ],
)
def test_kind_of_a_name(text, name, kind):
    """Nouns, suffixes, tickers, descriptions and verbs say whether it is a body, armed, or a state."""
    found = actors(text)

    assert name in found, list(found)
    assert kind == found[name].kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It stands in the north of Norway.", "Norway"),
        ("They met in Washington.", "United States"),
        ("Texas, Ohio and Tarn began.", "Texas"),
        ("Hospitals reported it.", "Hospitals"),
        ("It was Radio said by nobody.", "Radio"),
        ("They met in Kessel Norsk. Kessel left.", "Kessel Norsk"),
        ("The Northern army of Tarn said so. Arab leaders left.", "Arab"),
    ],
)
def test_place_or_noun_is_no_body(text, name):
    """A name where something happens, in a list of places, or at the head of a sentence is no actor."""
    assert name not in actors(text)


def test_letters_stand_for_the_name_before_them():
    """`(KPA)` is the army’s, `(MONUSCO)` not the state’s before it; letters alone follow their name."""
    assert ("KPA",) == actors("The Kasa Patriotic Army (KPA) left. KPA said so.")[
        "Kasa Patriotic Army"
    ].aliases
    assert () == actors("The mission in Congo (MONUSCO) left. Congo said so.")["Congo"].aliases
    assert ("TNP",) == actors("The Tarn National Party left. The chief of TNP, the main party, said so.")[
        "Tarn National Party"
    ].aliases
    assert ["Office of Ports"] == list(actors("OMS said so. The Office of Ports (or OMS) left."))


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("UNICEF left.", "UNICEF", "United Nations"),
        ("NATO left.", "NATO", ""),
        ("The World Health Organisation (WHO) left.", "World Health Organisation", "United Nations"),
        ("The United Nations Office for Ports left.", "United Nations Office for Ports", "United Nations"),
        ("The Lanham Police Department said so.", "Lanham Police Department", "Lanham"),
        ("Sorrel’s government left. The Ministry of Health said so.", "Ministry of Health", "Sorrel"),
        ("The Ministry of Health said so.", "Ministry of Health", ""),
        ("Sorrel’s government left. The Ports Authority said so.", "Ports Authority", "Sorrel"),
        ("Nepal’s Home Ministry said so.", "Home Ministry", "Nepal"),
        ("The National Bank of Romania left.", "National Bank of Romania", "Romania"),
        ("Petrolux, a unit of the Holm Union, said so.", "Petrolux", "Holm Union"),
        (
            "Lantica’s government left. Lantica’s foreign ministry said so.",
            "Lantica’s foreign ministry",
            "Lantica",
        ),
        ("Iraqi police said so.", "Iraqi police", "Iraq"),
        ("Tehran’s foreign ministry said so.", "Tehran’s foreign ministry", "Iran"),
    ],
)
def test_body_belongs_to_a_state_or_another_body(text, name, affiliation):
    """Owners before a name, places in it, known parents and the state of the article say whose it is."""
    assert affiliation == actors(text)[name].affiliation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The residents’ association, formed in May, has refused.", "residents’ association"),
        ("He appeared before the environment committee on Monday.", "environment committee"),
        ("A spokesman for the health ministry, Ezra Bukenya, said so.", "health ministry"),
        ("A spokesman for the housing committee said so.", "housing committee"),
        ("The company denied it.", "company"),
        ("Police said so.", "police"),
        ("He accused the army of it.", "army"),
        ("The attorney general’s office said so.", "attorney general’s office"),
        ("The government has denied it.", "government"),
    ],
)
def test_body_without_a_name_is_an_actor_where_it_acts(text, name):
    """Small words before the noun of a body, or the noun alone, name one that does something."""
    assert "organisation" == actors(text)[name].kind


@pytest.mark.parametrize(
    "text",
    [
        "Army officers were there.",
        "The army and navy officers came.",
        "He saw an association, formed in May, by chance.",
        "Committee rooms are full.",
        "The committee rooms, which he saw, are full.",
        "The Civic Union left. The company denied it.",
        "The Royal Police came by.",
        "The housing committee, he",
        "Government of the people.",
        "of the committee",
    ],
)
def test_body_without_a_name_is_none_where_nothing_is_told_of_it(text):
    """An adjective, a mere mention, or a noun that stands for a body with a name adds nobody."""
    assert not {"army", "association", "committee", "company", "committee rooms", "government"} & set(
        actors(text)
    )


def test_government_is_the_state():
    """`Sorrel’s government` and `the government` are names of Sorrel."""
    sorrel = actors("The republic of Sorrel is small. Sorrel’s government left. The government said so.")[
        "Sorrel"
    ]

    assert {"Sorrel’s government", "government"} <= set(sorrel.aliases)
    assert {"Iran", "Iraq"} == set(actors("Iran left. Iraq left. The government said so. Iran and Iraq met."))


def test_namesake_of_a_kind():
    """`Brightwater` is the company where it acts, and no place; `the group` the armed one."""
    text = (
        "Brightwater Metals said so. Brightwater denied it. The Free Coast Brigade left. The group said no."
    )
    cast = find_cast(Article(text), {})

    assert ("Brightwater",) == cast.actors[0].aliases
    assert "free-coast-brigade" == cast.named("the group", len(text))


def test_role_of_a_body_is_what_it_is_called():
    """`The regulator, the Tarn Office` is one; a paper is media; a person’s noun is no role of a body."""
    assert "regulator" == actors("The regulator, the Tarn Office, left.")["Tarn Office"].role
    assert "river’s owner" != actors("It told the river’s owner, Wendle Water, so.")["Wendle Water"].role
    assert "owner" == actors("It told the river’s owner, Wendle Water, so.")["Wendle Water"].role
    assert "media" == actors("The Lanham Ledger said so.")["Lanham Ledger"].role
    assert "" == actors("The lawyer, the Civic Union, said so.")["Civic Union"].role


def test_same_noun_for_a_firm_and_a_person():
    """`The broker Nordhav` is a firm, `the broker Ida Moss` a person; a ship named somebody is nobody."""
    found = actors("The broker Nordhav left. The broker Ida Moss left. It was a company named Karl Oss.")

    assert ("organisation", "person") == (found["Nordhav"].kind, found["Ida Moss"].kind)
    assert found.get("Karl Oss") is None or "person" == found["Karl Oss"].kind


def test_beginning_of_a_name_is_short_for_it():
    """`Rights Now` is Rights Now International, and `OL` in a ticker nobody’s letters."""
    found = actors("Rights Now International said so. Oresund Lines (OL) left. Rights Now left again.")

    assert ("Rights Now",) == found["Rights Now International"].aliases
