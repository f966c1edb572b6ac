"""Names in prose are found by their capital letters and known by their kin."""

import pytest

from briefbook.text.capitals import find_capitals, has_inner_capitals, is_known, is_short_for, name_words


def test_names_inside_sentences_are_told_from_first_words():
    """Only a capital letter inside a sentence says that a word is a name."""
    found = find_capitals("In Iran, Mr. Rouhani’s men met Joana Pereth. Nobody asked the U.S. for US$3.")

    assert [("Iran", False), ("Joana", False), ("Pereth", False), ("U.S.", False)] == [
        (each.word, each.is_first) for each in found if each.word not in ("In", "Rouhani", "Nobody")
    ]


def test_glance_sees_an_inner_capital():
    """A text whose capitals all begin sentences is done with at a glance."""
    assert has_inner_capitals("They met Obama.")
    assert not has_inner_capitals("They met. Nobody came.\n\nThen rain.")


@pytest.mark.parametrize("word", ["Iran", "Iranian", "Iraqi", "U.S.", "Salah-Al", "Vestrin’s"])
def test_name_is_known_by_its_kin(word):
    """An adjective is known where its country is, with and without full stops."""
    assert is_known(word.removesuffix("’s"), name_words("Iran and Iraq, the US; Salah al Din of Vestrin"))


@pytest.mark.parametrize("word", ["Obama", "Ira", "Syria"])
def test_other_name_is_not_known(word):
    """What only begins alike is another name."""
    assert not is_known(word, name_words("Iran and Iraq"))


@pytest.mark.parametrize(
    ("word", "text", "is_short"),
    [
        ("UN", "the United Nations", True),
        ("IRGC", "the Islamic Revolutionary Guards Corps", True),
        ("E.U.", "the European Union", True),
        ("UN", "the Unions", False),
        ("Un", "United Nations", False),
        ("U", "United", False),
    ],
)
def test_first_letters_stand_for_a_name(word, text, is_short):
    """A short form is known where the full name stands."""
    assert is_short_for(word, text) is is_short


@pytest.mark.parametrize("piece", ["A", "A.", "A ", "A-", "A’", " ", "Aa\n"])
def test_hostile_text_is_read_in_one_go(piece):
    """64 KB of the worst are read without going back and forth."""
    text = (piece * 65_536)[:65_536]

    assert len(list(find_capitals(text))) <= len(text)
    assert not is_short_for("BBBBBBB", text)
