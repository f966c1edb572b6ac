"""Those who speak or act without a name."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast


def groups(text):
    return {each.name: each for each in find_cast(Article(text), {}).actors if each.kind == "group"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two officials at the transport ministry said so.", {"two officials"}),
        ("A person familiar with the matter said so.", {"person familiar with the matter"}),
        (
            "Two officials at the ministry, a guard and several residents said so.",
            {"two officials", "guard", "residents"},
        ),
        ("Prosecutors have warned of it.", {"prosecutors"}),
        ("Humanitarian partners are appealing for help.", {"humanitarian partners"}),
        ("It is over, say hydrologists.", {"hydrologists"}),
        ("“No,” said an official.", {"official"}),
        ("The crew of a fishing vessel reported it.", {"crew of a fishing vessel"}),
        (
            "A Western attache, who asked not to be named because he was not free to speak to us, said so.",
            {"Western attache"},
        ),
        ("A spokesman for the press service although he hid said so.", set()),
        ("A Wendle Water spokeswoman said so. Wendle Water left.", {"Wendle Water spokeswoman"}),
        ("It was told by residents to us.", {"residents"}),
        ("It is closed by estimates of residents.", set()),
        ("Tarn’s farmers said so.", {"Tarn’s farmers"}),
        ("Residents, by and large, are warning of it.", {"residents"}),
        ("Residents were there. The residents said so.", {"residents"}),
        ("Residents said so. The residents left.", {"residents"}),
        ("Some residents said so. The residents said no.", {"residents"}),
        ("Truck drivers said so. The drivers said no.", {"truck drivers"}),
        ("Residents – some of them – said so.", {"residents"}),
        ("“Only residents say so,” he said.", set()),
        ("The official said so.", set()),
        ("A spokeswoman for the mayor, Ida Moss, denied it.", set()),
        ("Another rebel spokesman, Ida Moss, said so.", set()),
        ("The Residents said so.", set()),
        ("And officials said so.", {"officials"}),
        ("Residents who fled say so.", {"residents"}),
        ("A person of the board and several guards said so.", {"person of the board", "guards"}),
        ("Rain fell for many long hours on the hills and the river before anybody saw any residents", set()),
        ("Rain fell for many long hours on the hills and the river before all of the residents have", set()),
        ("Residents in the north.", set()),
        ("Residents, and so on.", set()),
        (f"Residents in the north{' and the far north' * 9} rest.", set()),
        ("Residents near the bridge, he.", set()),
    ],
)
def test_people_speak_without_a_name(text, names):
    """A noun for people is an actor where it speaks, whatever stands between; else it is none."""
    assert names == set(groups(text))


def test_group_has_a_post_and_a_body():
    """`A spokesman for the Office of Ports` is a spokesman, and of that office."""
    found = groups("The Office of Ports left. A spokesman for the Office of Ports said so.")
    (spokesman,) = found.values()

    assert ("spokesman", "Office of Ports") == (spokesman.role, spokesman.affiliation)
    assert spokesman.anonymous


def test_group_of_a_state_shows_the_state():
    """Where `Brennian officials` speak, Brennia is a party."""
    text = "It rained in Brennia. Brennian officials said so."
    found = {each.name for each in find_cast(Article(text), {}).actors}

    assert {"Brennia", "Brennian officials"} == found


def test_council_spokesman_is_of_the_council():
    """The noun before the one for a person says of what, also without a name."""
    (found,) = groups("A council spokesman said so.").values()

    assert "council" == found.affiliation
