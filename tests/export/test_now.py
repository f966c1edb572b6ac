"""The situation in plain text."""

import pytest

from briefbook.export.now import LIMIT, WIDTH, Now, Section, fit
from briefbook.words import load_words
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.export.exported import files_of, river

ENGLISH = load_words("en")


def text_of(situation):
    """The text."""
    return files_of(situation)["now.txt"].decode()


def test_it_says_what_matters():
    """Name, dates, marking, bottom line, messages, changes, what is overdue, what comes, who stands where."""
    text = text_of(river())

    assert text.startswith("The Sarn: filling the Kelmet dam\nSituation as of 10 March 2031. ")
    assert "Next report 17 March 2031. TLP:CLEAR\n" in text
    assert "- Vestrin, Pause the filling: Opposes -> Leans support\n" in text
    assert "OVERDUE\n- Due 8 March 2031: How fast is the reservoir rising?\n" in text
    assert "- 15 March 2031: The second stage of the filling begins\n" in text
    assert "- Publish the figures: Supports Ommar; Leans support Vestrin\n" in text


def test_it_fits_a_terminal():
    """No line is wider than the page, and no line ends in a space."""
    lines = text_of(river()).splitlines()

    assert max(map(len, lines)) <= WIDTH
    assert [line.rstrip() for line in lines] == lines


def test_site_with_an_address_names_it():
    """Who gets the text by mail can find the pages."""
    assert "\nhttps://example.org/sarn/\n" in text_of(river(site_url="https://example.org/sarn"))


def long_book(words):
    """A book whose texts are all long."""
    return situation_of(
        source(),
        actor("iran", name="Iran " + "long name " * 5),
        *(issue(f"i{number}", proposition=f"{words} {number}.") for number in range(20)),
        brief(
            sources=["paper"],
            bottom_line=words,
            key_messages=[words] * 5,
            questions=[{"id": f"q{n}", "text": words, "due": "2014-06-20"} for n in range(10)],
            positions=[
                {"actor": "iran", "issue": f"i{number}", "stance": "supports", "words": words}
                for number in range(20)
            ],
        ),
        brief("second", "2014-07-01", bottom_line=words, claims=[{"id": "c", "text": words}]),
    )


@pytest.mark.parametrize("words", ["word " * 400, "é中🙂 " * 300, "x" * 9000, "two words"])
def test_it_stays_under_its_limit(words):
    """However long the texts are, the file is at most 4 KB of whole lines in whole characters."""
    data = files_of(long_book(words.strip()))["now.txt"]

    assert len(data) <= LIMIT
    assert data.endswith(b"\n")
    assert data.decode()


def test_a_thousand_briefs_fit():
    """A book of a thousand briefs says what matters now in the same few lines."""
    days = [
        f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}" for number in range(1000)
    ]
    briefs = [
        brief(
            f"b{number}",
            day,
            bottom_line="What we know. " * 20,
            questions=[{"id": f"q{number}", "text": "What do we not know, and when shall we?", "due": day}],
            events=[{"id": f"e{number}", "title": "A day passes", "date": day}],
        )
        for number, day in enumerate(days)
    ]
    data = files_of(situation_of(*briefs))["now.txt"]

    assert len(data) <= LIMIT
    assert b"OVERDUE\n- Due 1 January 2000: What do we not know" in data
    assert b"More at questions/\n" in data


def test_no_text_ends_an_element():
    """Markup in a bottom line stays words, and counts towards the limit as it is written."""
    line = "</script>" * 600
    text = Now(situation_of(source(), brief(bottom_line=line)), load_words("en")).render()

    assert b"< /script>" in text
    assert b"</" not in text
    assert LIMIT >= len(text)


def test_what_is_cut_says_where_the_rest_stands():
    """A section that lost lines ends with the way to its page, and short ones keep all of theirs."""
    text = text_of(long_book("word " * 400))

    assert "More at positions/" in text
    assert "More at briefs/second/" in text
    assert "WHAT CHANGED" in text


def test_limit_is_kept_to_the_byte():
    """A text of exactly the limit is whole; with one byte less, one line goes and the way to it comes."""
    lines = ["a" * 70, "b" * 70, "c" * 70]
    size = len(fit(["head"], [Section("One", list(lines), "x/")], ENGLISH, 10_000).encode())

    whole = fit(["head"], [Section("One", list(lines), "x/")], ENGLISH, size)
    cut = fit(["head"], [Section("One", list(lines), "x/")], ENGLISH, size - 1)

    assert whole.endswith(f"{lines[2]}\n")
    assert cut == f"head\n\nONE\n{lines[0]}\n{lines[1]}\nMore at x/\n"


def test_head_that_is_too_long_is_cut_by_lines():
    """Where not even the first lines fit, whole lines of them are left."""
    assert "a\n" == fit(["a", "b" * 20], [], ENGLISH, 10)
    assert "a\n" == fit(["a", "b" * 20], [Section("One", ["c"], "x/")], ENGLISH, 10)


def test_kinds_of_change_are_each_said():
    """Moves, corrections, new entries and attributed positions have their subject and what they became."""
    situation = situation_of(
        source(),
        issue(),
        issue("aid", name="Aid"),
        actor("iran"),
        actor("usa"),
        actor("oman"),
        brief(
            sources=["paper"],
            claims=[{"id": "c", "text": "It rains.", "by": "iran"}],
            corrections=[{"date": "2014-06-16", "entry": "c", "was": "five", "now": "six", "reason": "r"}],
        ),
        brief(
            "second",
            "2014-06-17",
            sources=["paper"],
            ties=[{"actor": "oman", "tie": "backs", "other": "iran"}],
            positions=[
                {"actor": "usa", "issue": "talks", "stance": "supports", "speaker": "iran", "words": "w"},
                {"actor": "iran", "issue": "talks", "stance": "mixed", "words": "w"},
                {"actor": "oman", "issue": "aid", "stance": "mixed", "speaker": "iran", "words": "w"},
            ],
        ),
    )
    text = Now(situation, ENGLISH).render().decode()

    assert (
        "\nCORRECTIONS\n- Corrected on 16 June 2014: It rains. “five” now reads “six”. It stood in\n" in text
    )
    assert "  “First” from 15 June 2014 on.\n" in text
    assert "- Usa (Iran), They should talk: Supports\n" in text
    assert "- Iran, They should talk: Mixed\n" in text
    assert "- Oman: New actor\n" in text
    assert "- Aid:" not in text


def test_many_actors_on_an_issue_are_counted():
    """An issue stays readable when half the world has a position on it."""
    names = [f"a{number}" for number in range(13)]
    situation = situation_of(
        source(),
        issue(),
        *(actor(name) for name in names),
        brief(
            sources=["paper"],
            positions=[
                {"actor": name, "issue": "talks", "stance": "supports", "words": "w"} for name in names
            ],
        ),
    )

    assert "- They should talk: Supports 13\n" in text_of(situation)


def test_empty_book_says_so():
    """Before the first brief there is a name and one sentence."""
    assert "Briefing book\n\nNo brief has been released yet.\n" == text_of(situation_of())
