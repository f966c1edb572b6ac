"""What an author reads about a quotation that is refused."""

import pytest

from .books import HEAD, find_mistakes


def claim(words: str) -> dict[str, str]:
    """A brief with one claim that rests on these words."""
    lines = f"claims:\n- {{id: x-y, text: It is so., by: northland, {words}}}\n"
    return {"content/briefs/case.md": f"{HEAD}{lines}---\n"}


@pytest.mark.parametrize(
    ("words", "message", "help", "place"),
    [
        ("Flood gates of Northland", "it has “flood”, not “Flood”", "write `[F]lood`", "flood gates"),
        ("FLOOD gates of Northland", "it has “flood”, not “FLOOD”", "copy the words", "flood"),
        ("flood walls of Northland", "it has “gates”, not “walls”", "copy the words", "gates"),
        ("open them this week", "leaves out a negation: “not”", "the words that are left out", "not"),
        (
            "not open ... this week",
            "has “...” where the text has none",
            "write `[...]`",
            "not open them this week",
        ),
        (
            "flood … of Southland",
            "not “…”",
            "write `[...]` for what is left out",
            "gates of Northland",
        ),
        ("We will [...] open them", "leaves out a negation: “not”", "quote these words too", "not"),
        ("board", "stands 2 times: ¶1, ¶2", "name the paragraph: `locator: ¶2`", "board"),
    ],
)
def test_finding_shows_both_places(book, words, message, help, place):
    """The message says what differs, the help how to go on, and the article's line is shown."""
    found = [
        each for each in find_mistakes(book(claim(f"words: '{words}'"))) if each.rule.startswith("quote-")
    ]

    assert 1 == len(found)
    (beside,) = found[0].related
    assert message in found[0].message
    assert help in found[0].help
    assert "seeds/courier.txt" == beside.file
    assert place in beside.excerpt[beside.column - 1 : beside.end_column - 1]


def test_description_of_a_speaker_may_be_cut(book):
    """A description is no statement, so what is left out beside it turns nothing."""
    files = claim("words: stayed shut, described_as: its barges")

    assert not [each for each in find_mistakes(book(files)) if each.rule.startswith("quote-")]
