"""What sort of actor a body is, and which names are one actor’s or nobody’s."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def kinds(text):
    return {each.name: each.kind for each in find_cast(Article(text), {}).actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Civic Front, an opposition party, left.", "Civic Front", "organisation"),
        ("The opposition Delta Front said no.", "Delta Front", "organisation"),
        ("The Delta Front said no.", "Delta Front", "armed_group"),
        ("The Salt Coast Movement (SCM), an armed group, said no.", "Salt Coast Movement", "armed_group"),
        ("The Salt Coast Movement, a militia backed by Perm, said no.", "Salt Coast Movement", "armed_group"),
        ("The Salt Coast Movement (SCM) said no. SCM gunmen left.", "Salt Coast Movement", "armed_group"),
        ("The Salt Coast Movement said no. Sea Board gunmen left.", "Salt Coast Movement", "organisation"),
        ("Few in the ruling Homeland party left.", "Homeland", "organisation"),
        (
            "A militia known as the Black Hands left. The Black Hands said no. Black Hands fighters left.",
            "Black Hands",
            "armed_group",
        ),
        ("Few in the opposition Bread for All alliance left.", "Bread for All", "organisation"),
        ("Residents of Lowtown said no.", "residents of Lowtown", "group"),
        ("The Association of Tenants and Savers sued.", "Association of Tenants and Savers", "organisation"),
        ("The Union for Peace and Labour (UPL) said no.", "Union for Peace and Labour", "organisation"),
        ("The Committee for a Dry Delta said no.", "Committee for a Dry Delta", "organisation"),
        ("Talks with the Bread and Land party failed.", "Bread and Land", "organisation"),
        ("The Miners’ and Smelters’ Union said no.", "Miners’ and Smelters’ Union", "organisation"),
        ("“No,” said Karl Oss, an analyst at Orme Sons.", "Orme Sons", "organisation"),
        ("“We wait,” sighed one junior minister.", "one junior minister", "group"),
        ("The army, which left in May, said no.", "army", "organisation"),
        ("The environment agency could sue.", "environment agency", "organisation"),
    ],
)
def test_kind_is_told_by_the_words_beside_a_name(text, name, kind):
    """`an armed group`, fighters, `opposition` and the nouns of a name say what it is."""
    assert kind == kinds(text)[name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harun Brigades left. Brigades spokesman Abu Salim said no.", {"Harun Brigades", "Abu Salim"}),
        ("Shares in Litoral fell. Crédito Litoral said no.", {"Crédito Litoral"}),
        ("Kesh Health left. Health secretary Ivo Marl said no.", {"Kesh Health", "Ivo Marl"}),
        ("The Delta Front (DEF) left. DEF fighters said no.", {"Delta Front"}),
        ("The talks, in parliament, failed, opponents said.", {"opponents"}),
        ("“Do not call the fire brigade,” Karl Oss said.", {"Karl Oss"}),
        ("“The police said so,” Karl Oss said.", {"Karl Oss", "police"}),
        ("The state would not fund Orme Lines.", {"Orme Lines"}),
        ("He is a doctor at Old Nan Hill, Karl Oss, an engineer at Old Nan Hill, said.", {"Karl Oss"}),
    ],
)
def test_short_names_and_other_nouns_are_one_actor(text, names):
    """The end of a name, its fighters and its letters mean the same; a place of work on a hill is none."""
    assert names == set(kinds(text))


def test_role_is_no_verb():
    """`would not fund X` does not make it a fund."""
    (found,) = find_cast(Article("The state would not fund Orme Lines."), {}).actors

    assert "" == found.role
