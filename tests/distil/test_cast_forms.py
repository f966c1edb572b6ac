"""Names at the edges: what is cut, joined, led or owned."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def actors(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "BSA Director Ida Moss said so. Civic Union President Ugo Oss agreed.",
            {"Ida Moss", "Ugo Oss", "Civic Union"},
        ),
        ("The Ministry of Ports said so. The Ministry left.", {"Ministry of Ports"}),
        ("In Tarn, the delegation say no.", set()),
        ("Ida Moss, the mayor – a poet – said so.", {"Ida Moss"}),
        ("Brennia, a state that nobody knew, said so.", {"Brennia"}),
        ("The Tarn dockers’ union chief negotiator Ida Moss said so.", {"Ida Moss"}),
        ("His Deputy minister Ida Moss said so.", {"Ida Moss"}),
        ("Ida Moss, appointed as now acting governor, left.", {"Ida Moss"}),
        ("The Marova – Tarn line is Karl - oss.", set()),
        ("The Bank de la Tarn Union left.", {"Bank de la Tarn Union"}),
        ("They saw Tarn de, and Karl van.", set()),
        ("Members of the Guild, Industrial and others, left.", set()),
        ("Its clerk, Ulmqe, said so.", {"Ulmqe"}),
        ("The clerk Ulmqe left. It was Osk, a farmer.", {"Ulmqe"}),
        ("The Tarn- Union of Karl van der de la left.", {"Union of Karl"}),
        ("They met the small farm union’s chief Ida Moss.", {"Ida Moss"}),
        ("The Tarn Bank of Ports left. The Tarn Bank said so.", {"Tarn Bank of Ports"}),
        ("Police said so. The police left.", {"police"}),
        (
            "Rain fell for many long hours on the hills and the river before anybody at all saw the army",
            set(),
        ),
        ("Ida Moss left. President Ida Mary Moss said so.", {"Ida Mary Moss"}),
        ("President Ida Mary Moss left. Ida Moss said so.", {"Ida Mary Moss"}),
        ("Brightwater Metals left. They met in Brightwater.", {"Brightwater Metals"}),
        ("Ida Moss said so. Ida left.", {"Ida Moss"}),
        ("The Free Coast Guards left. FCG said so.", {"Free Coast Guards"}),
        ("Ida Moss, who had been seen, has said so.", {"Ida Moss"}),
        ("Ugo Oss of in Tarn said so.", {"Ugo Oss"}),
        ("“” “ ” said Ida Moss.", {"Ida Moss"}),
        ("Minister of the Tarn Karl One Two Three Four Five said so.", set()),
        ("Iran and Iraq met. The government said so.", {"Iran", "Iraq"}),
    ],
)
def test_names_of_an_article(text, names):
    """Exactly these have names there, each once."""
    assert names == {name for name, each in actors(text).items() if each.kind != "group"}


def test_secretary_of_state_is_of_no_state():
    """`State` in an office is no place, and neither is the name behind it."""
    assert "" == actors("Secretary of State Ida Moss said so.")["Ida Moss"].affiliation


def test_states_beside_each_other():
    """Of two states in a post the first counts; one of another paragraph counts no longer."""
    assert "Iran" == actors("Iran’s envoy to Iraq, Ida Moss, said so.")["Ida Moss"].affiliation
    far = "Sorrel’s government left." + " It rained." * 20 + " Interior Minister Ida Moss said so."
    assert "Sorrel" == actors(far)["Ida Moss"].affiliation
    found = actors("Iran left. Iraq left. Chad said no.\n\nInterior Minister Ida Moss said so.")
    assert "government" == found["Ida Moss"].affiliation


def test_name_in_a_headline_alone_makes_no_actor():
    """An actor is named in the report itself."""
    assert {"Ida Moss"} == set(actors("NATO and Ida Moss quarrel\n\nIda Moss said so."))


def test_nouns_stand_for_one_or_for_the_last():
    """`the union` is the only one, or the one named last; with two and none named yet it is nobody."""
    cast = find_cast(
        Article("He told the union so. The Holm Union and the Tarn Union left. The union said so."), {}
    )

    assert ["holm-union", "tarn-union", "tarn-union"] == [id for _, _, id in cast.mentions]
    assert "" == cast.named("the union", 5)


def test_names_of_somebody_without_a_post():
    """A person without a post has no title among the names."""
    cast = find_cast(Article("“No,” said Ida Moss."), {})

    assert "title" not in {each.kind for each in cast.names()}
