"""Prose that says more than its evidence is found at its words, and honest prose is left alone."""

from itertools import count

import pytest

from briefbook.diagnostics import Severity

from .books import HEAD, find_mistakes, make_book

CASE = "content/briefs/case.md"
RULES = ("number-ungrounded", "date-ungrounded", "name-ungrounded", "hedge-dropped", "modal-vague")
LIKELIHOODS = ("likelihood-off-scale", "likelihood-differs", "likelihood-with-confidence")
NOTE, WARNING = Severity.NOTE, Severity.WARNING


@pytest.fixture
def found(tmp_path):
    """A function that gives line, column, words, rule and severity of what is found in a brief's prose."""

    folders = (tmp_path / str(number) for number in count())

    def find(lines: str, body: str = "", head: str = HEAD, **files):
        book = make_book(next(folders), {CASE: f"{head}{lines}---\n{body}", **files})
        mistakes = [each for each in find_mistakes(book) if each.rule in (*RULES, *LIKELIHOODS)]
        return [
            (each.line, each.column, each.end_column - each.column, each.rule, each.severity)
            for each in mistakes
            if each.file == CASE
        ]

    return find


def test_finding_points_at_the_number_that_is_meant(found):
    """The same digits earlier in the line do not draw the finding to themselves."""
    lines = 'key_messages:\n- "[[barges-moored|40]] barges of 400 and 40 more of 400."\n'

    assert [
        (9, 35, 3, "number-ungrounded", WARNING),
        (9, 54, 3, "number-ungrounded", WARNING),
    ] == found(lines)


def test_finding_in_a_folded_text_and_a_body_names_line_and_column(found):
    """Lines and columns are those of the file."""
    lines = """\
claims:
- id: x-y
  by: vale
  paraphrase: A storm.
  text: >-
    It took 40 men, and
    77 men, and some 77
    boats.
"""

    assert [
        (14, 5, 2, "number-ungrounded", WARNING),
        (14, 22, 2, "number-ungrounded", NOTE),
        (19, 3, 2, "number-ungrounded", WARNING),
    ] == found(lines, "\nOn\n# 78\n")


def test_number_is_only_a_note_where_a_text_cannot_be_searched(found):
    """Without the article, or with one in another language, nobody can be sure."""
    head = HEAD.replace("[courier]", "[courier, herald]")
    seeds = {
        "seeds/herald.yaml": "publisher: The Herald\ntitle: A title\npublished: 2031-03-04\nlanguage: ar\n",
        "seeds/herald.txt": "قبل\n",
    }

    (number,) = found("", "It took 77 men of Westport on 9 May.\n", head, **seeds)[:1]

    assert ("number-ungrounded", NOTE) == number[3:]


def test_names_are_not_judged_where_a_text_cannot_be_searched(found):
    """Without all texts, a strange name says nothing."""
    head = HEAD.replace("[courier]", "[courier, herald]")
    seeds = {"seeds/herald.yaml": "publisher: The Herald\ntitle: A title\npublished: 2031-03-04\n"}

    assert [] == found("", "They met in Westport.\n", head, **seeds)


def test_prose_in_another_language_is_left_alone(found):
    """What the rules cannot read, they do not judge."""
    lines = (
        "language: fr\njudgements:\n- {id: x-y, text: They may go., likelihood: likely, confidence: low}\n"
    )

    assert [] == found(lines, "Ils étaient 77 à Westport le 9 May.\n")


def test_comment_silences_a_finding(found):
    """An author who knows better says so on the line, with a reason."""
    comment = "# briefbook: allow[number-ungrounded] counted by us on the quay"
    lines = f"limitations: [None.]\n{comment}\nkey_messages: [We saw 77 boats.]\n"

    assert [] == found(lines)


def test_earlier_entry_bears_out_what_links_to_it(found):
    """A follow-up may repeat the numbers, dates and names of entries that it takes up."""
    told = "77 boats of Westport sank on 9 May 2030."
    storm = f"claims:\n- {{id: storm-toll, text: A storm, by: vale, paraphrase: {told}}}\n"
    first = f"{HEAD.replace('2031-03-06', '2031-03-05')}{storm}---\n"
    body = "Vale says that [[storm-toll|77 boats]] of Westport sank on 9 May 2030; see [[first]].\n"

    assert [] == found("", body, **{"content/briefs/first.md": first})
    assert 3 == len(found("", f"Vale says that {told}\n"))


def test_names_of_records_are_known(found):
    """What an actor, the body of its post or a source is called may be said, as a link or in plain words."""
    lines = "ties:\n- {actor: vale, tie: part-of, other: harbour-board, paraphrase: She chairs it.}\n"
    rust = {
        "content/actors/rust.yaml": "{name: Anneke Rust, kind: person, posts: [{title: it, at: northland}]}"
    }
    body = "We read [[courier|Gates stay shut after collision]], the Courier, with [[rust]] of Northland.\n"

    assert [] == found(lines, body, **rust)


def test_brief_does_not_bear_itself_out(found):
    """A link to the brief at hand is no evidence."""
    assert ["number-ungrounded"] == [each[3] for each in found("", "In [[case]] 77 boats sink.\n")]


def test_known_person_is_found_at_the_start_of_a_sentence(found):
    """The name of an actor counts anywhere; other first words do not."""
    rust = {"content/actors/rust.yaml": "name: Anneke Rust\nkind: person\n"}

    assert [(9, 1, 4, "name-ungrounded", NOTE)] == found(
        "", "Rust objected. Nobody heard, Rust went.\n", **rust
    )


def test_days_between_two_dates_are_known(found):
    """Who reckons from dates of records invents nothing."""
    assert [] == found("next_report: 2031-03-20\n", "For 14 days, or 2 weeks, nothing comes.\n")
    assert [("number-ungrounded", NOTE)] == [each[3:] for each in found("", "For 15 days, nothing.\n")]


def test_confirmed_claim_needs_its_hedge(found):
    """“Alleged” is carried by a claim that is not confirmed, and by no other."""
    claim = (
        "claims:\n- {{id: x-y, text: A boat sank., by: vale, status: {}, paraphrase: An alleged sinking.}}\n"
    )

    assert [] == found(claim.format("disputed"))
    assert ["hedge-dropped"] == [each[3] for each in found(claim.format("confirmed"))]


def test_hedge_of_an_earlier_entry_is_kept_too(found):
    """A sentence that links to an entry of another brief rests on that entry's evidence."""
    claim = (
        "claims:\n- {id: x-y, text: It may have sunk., by: vale, paraphrase: It is believed to have sunk.}\n"
    )
    first = {"content/briefs/first.md": f"{HEAD.replace('2031-03-06', '2031-03-05')}{claim}---\n"}

    assert [("hedge-dropped", NOTE)] == [each[3:] for each in found("", "A boat [[x-y|sank]].\n", **first)]


def test_likelihood_is_that_of_the_brief_s_own_day(found):
    """A later update does not make an earlier sentence wrong."""
    lines = (
        "updates:\n- {update: shut-till-april, likelihood: unlikely, reason: Rain., paraphrase: Rain fell.}\n"
    )
    later = {"content/briefs/later.md": f"{HEAD.replace('2031-03-06', '2031-03-07')}{lines}---\n"}

    assert [] == found("", "It is likely that [[shut-till-april|they stay shut]].\n", **later)


@pytest.mark.parametrize(
    "piece", ["1 ", "One ", "A", "May 1 ", "alleged ", "likely ", "[[x-y|a]] ", "He said. "]
)
def test_hostile_prose_is_checked_in_one_go(found, piece):
    """A body of 64 KB of the worst is checked like any other."""
    assert found("", (piece * 65_536)[:65_536] + "\n") is not None
