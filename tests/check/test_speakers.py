"""The names by which articles call a book's actors, and whether an article bears out who speaks."""

import pytest

from briefbook.check.voices import Speakers, iter_names
from briefbook.model.records import Actor, Post

ACTORS = {
    "rouhan": Actor(
        id="rouhan",
        name="Hasan Rouhan",
        kind="person",
        aliases=("Mr. Rouhan",),
        posts=(Post(title="president of Iranda", at="iranda"),),
    ),
    "holt": Actor(
        id="holt", name="Ada Holt", kind="person", posts=(Post(title="secretary of state", at="new-jora"),)
    ),
    "iranda": Actor(id="iranda", name="Iranda", kind="state"),
    "new-jora": Actor(id="new-jora", name="New Jora", kind="state"),
    "nameless": Actor(id="nameless", name="", kind="state"),
    "politician": Actor(id="politician", name="A politician", kind="unnamed", of="iranda"),
}


def judge(text, words, speaker, described_as=""):
    """The verdict on a speaker of words in a text."""
    speakers = Speakers(ACTORS, {"source": text})
    start = text.index(words)
    return speakers.hear("source", ((start, start + len(words)),), speaker, described_as).verdict


def test_offices_and_adjectives_are_names_too():
    """A president is found as `president`, a secretary of state only in full, a state by its adjective."""
    names = {(name.words, name.id) for name in iter_names(ACTORS)}

    assert {
        ("president of Iranda", "rouhan"),
        ("president", "rouhan"),
        ("secretary of state", "holt"),
    } <= names
    assert ("secretary", "holt") not in names
    assert {("Irandan", "iranda"), ("Irandian", "iranda"), ("New Jora", "new-jora")} <= names


@pytest.mark.parametrize(
    ("described_as", "expected"),
    [
        ("a prominent politician close to the government", "confirmed"),
        ("a prominent poet", "unconfirmed"),
        ("...", "unconfirmed"),
        ("", "unconfirmed"),
    ],
)
def test_description_confirms_where_it_stands_beside_the_words(described_as, expected):
    """Only the article's own description of who speaks confirms somebody whom it does not name."""
    text = "“We wait,” said a prominent politician close to the government."

    assert expected == judge(text, "We wait", "politician", described_as)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("rouhan", "confirmed"),
        ("iranda", "confirmed"),
        ("holt", "wrong"),
        ("new-jora", "wrong"),
        ("politician", "unconfirmed"),
        ("article", "unconfirmed"),
        ("nobody", "unconfirmed"),
    ],
)
def test_speaker_is_wrong_only_where_another_is_named(speaker, expected):
    """The one who is named and the body of the post are confirmed, a stranger is wrong, all else is open."""
    assert expected == judge("“We wait,” Hasan Rouhan said.", "We wait", speaker)


def test_words_outside_marks_have_no_speaker():
    """Of the reporter's own words nobody is confirmed."""
    assert "unconfirmed" == judge("Hasan Rouhan waited.", "waited", "rouhan")


def test_a_passage_in_several_parts_takes_the_worst_verdict():
    """Where words were left out, each part has to be the speaker's."""
    text = "“We wait,” Hasan Rouhan said. “We go,” Ada Holt said."
    speakers = Speakers(ACTORS, {"source": text})
    ranges = tuple((text.index(words), text.index(words) + 5) for words in ("We wait", "We go"))

    assert "wrong" == speakers.hear("source", ranges, "rouhan").verdict
