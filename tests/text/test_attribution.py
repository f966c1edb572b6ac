"""Who speaks: every verdict on invented articles of several styles."""

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.attribution import Voices, attribute
from briefbook.text.names import Name, Names, person_names
from briefbook.text.speech import Speech, find_speech
from briefbook.text.telling import NOBODY
from tools.peers.speeches import Case, iter_cases, read_article

CASES = list(iter_cases())
article = functools.cache(read_article)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict_is_that_of_the_case(case):
    """The verdict on a speaker is the one that the case file gives."""
    assert case.expected == article(case.file).judge(case)


def test_there_are_enough_cases():
    """At least 200 verdicts are asked for, and each kind of verdict often."""
    verdicts = [case.expected for case in CASES]

    assert len(verdicts) >= 200
    assert all(verdicts.count(each) >= 20 for each in ("confirmed", "unconfirmed", "wrong", "not-speech"))


def test_a_speech_can_be_asked_alone():
    """`attribute` says who speaks, how that is known, and by which words."""
    text = "“We won,” said Ada Vale, who chairs the board. “At last.”"
    names = [*person_names("Ada Vale", "vale"), Name("board", "board", "body")]
    first, second = find_speech(text)

    found = attribute(text, first, names)
    assert (frozenset({"vale"}), "explicit") == (found.speakers, found.how)
    assert "Ada Vale" == text[found.start : found.end]
    assert "continued" == attribute(text, second, names).how
    assert NOBODY == attribute("“We won.”", find_speech("“We won.”")[0], names)
    assert not attribute("“We won,” she said.", find_speech("“We won,” she said.")[0], names).speakers
    assert NOBODY == attribute("“We won.”", Speech(1, 8, mark="“"), [Name("", "nobody", "alias")])


@pytest.mark.parametrize("mark", ["'", "’"])
def test_owner_in_a_name_may_have_either_apostrophe(mark):
    """`Vashti's foreign ministry` is its own name, however its apostrophe is written."""
    office = f"Vashti{mark}s foreign ministry"
    text = f"“We will,” {office} said."

    found = attribute(text, find_speech(text)[0], [Name(office, "ministry", "name")])
    assert frozenset({"ministry"}) == found.speakers


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("John Kerry", ["John Kerry", "Kerry", "John"]),
        ("Nuri al-Maliki", ["Nuri al-Maliki", "al-Maliki", "Maliki", "Nuri"]),
        ("Ahmed Al Jibouri", ["Ahmed Al Jibouri", "Jibouri", "Al Jibouri", "Ahmed"]),
        ("Xi Jinping", ["Xi Jinping", "Jinping", "Xi"]),
        ("Mr. Kerry", ["Mr. Kerry", "Kerry"]),
        ("Pele", ["Pele"]),
    ],
)
def test_surnames_are_those_by_which_articles_go_on(name, expected):
    """A person is also found by surname, with its particle and without, and by a given name."""
    assert expected == [each.words for each in person_names(name, "id")]


def test_description_of_a_speaker_confirms_an_unnamed_one():
    """The article's own description, where it says who speaks, confirms the speaker of the brief."""
    case = Case("wire.txt", "The toll stays.", "diplomats", "")

    assert "unconfirmed" == article("wire.txt").judge(case)
    assert "confirmed" == article("wire.txt").judge(
        case._replace(words="Nobody in the room believed it", speaker="official"), "a Vestrin official"
    )


@given(
    st.lists(
        st.sampled_from(
            [
                *'“”‘’",.:;—()\n ',
                "said ",
                "Oss ",
                "Karl ",
                "who ",
                "of ",
                "he ",
                "and ",
                "according to ",
                "quoted ",
                "as saying ",
                "was ",
                "the ",
            ]
        ),
        max_size=30,
    )
)
def test_any_text_has_an_answer(pieces):
    """However words and marks are strewn, each speech gets an attribution that lies in the text."""
    text = "".join(pieces)
    voices = Voices(text, Names(person_names("Karl Oss", "oss")))
    for speech in voices.speeches:
        found = voices.of(speech)
        assert found.speakers <= {"oss"}
        assert 0 <= found.start <= found.end <= len(text)


def test_long_speeches_without_speakers_take_no_time():
    """Thousands of speeches and paragraphs that name nobody are asked one by one without deep recursion."""
    for text in ("“a” " * 3000, "“a\n" * 3000, "Q: a\nA: b\n" * 1500):
        voices = Voices(text, Names([]))
        assert all(not voices.of(each).speakers for each in voices.speeches[-50:])
