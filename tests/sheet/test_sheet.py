"""What stands on the review sheet of a brief, and in which order."""

import datetime as dt

import pytest

from briefbook.model.book import SECTIONS
from briefbook.sheet import make_sheet
from briefbook.sheet.review import ORDER
from tests.check.books import make_book
from tests.sheet.sheets import FILE, FIRST, SECOND, calls, load, rows, sheet_of

PAPER = "publisher: P\ntitle: T\npublished: 2031\n"


def numbers(sheet):
    """Number, section and key of each entry."""
    return [
        (entry.number, section.title, entry.key) for section in sheet.sections for entry in section.entries
    ]


def prose(sheet, where):
    """The sentences of a part of the brief."""
    return [each for each in sheet.prose if each.where == where]


def test_every_section_of_a_brief_has_its_place():
    """No kind of entry is missing from the sheet."""
    assert sorted(SECTIONS) == sorted(ORDER)


def test_head_says_what_is_under_review(tmp_path):
    """Product, status, date, marking and findings come first."""
    sheet = sheet_of(tmp_path, id=FIRST)

    assert ("The gates stay shut", f"content/briefs/{FIRST}.md") == (sheet.title, sheet.file)
    assert ("flash-update", "cleared by harbour desk", "as of 4 March 2031", "TLP:CLEAR") == sheet.facts[:4]


def test_draft_is_reviewed_too(tmp_path):
    """A sheet is most useful before anybody clears the brief."""
    assert "draft" in sheet_of(tmp_path).facts


def test_strictest_marking_is_named(tmp_path):
    """A sheet may go no further than its most restricted entry."""
    sheet = sheet_of(tmp_path, "claims:\n- {id: wet, text: It is wet., tlp: RED, words: stayed shut}\n")

    assert "TLP:RED in parts" in sheet.facts


@pytest.mark.parametrize("file", ["content/actors/vale.yaml", "seeds/courier.yaml"])
def test_marking_of_what_it_names_counts(tmp_path, file):
    """An actor or a source that few may know of restricts the sheet that names it."""
    text = f"{PAPER}tlp: AMBER\n" if "seeds" in file else "name: Ada Vale\nkind: person\ntlp: AMBER\n"
    entries = "claims:\n- {id: wet, text: 'Wet, says [[vale]].', words: stayed shut}\n"

    assert "TLP:AMBER in parts" in sheet_of(tmp_path, entries, files={file: text}).facts


def test_book_without_markings_names_none(tmp_path):
    """Where the desk has not decided on a marking, the sheet claims none."""
    files = {"mkdocs.yml": "site_name: The flood gates\nplugins:\n- briefbook: {schema_version: 1}\n"}

    assert not any(each.startswith("TLP") for each in sheet_of(tmp_path, files=files).facts)


def test_mistakes_elsewhere_do_not_stop_it(tmp_path):
    """A file that cannot be read is counted at the head, and the sheet is made without it."""
    sheet = sheet_of(tmp_path, files={"content/actors/northland.yaml": "name: [", "content/pages/a.md": "x"})

    assert "mistakes in 2 other files of the book" in sheet.facts


def test_entries_come_in_the_order_of_the_page(tmp_path):
    """Positions, claims, events, questions, judgements: as readers meet them, each as written."""
    sheet = sheet_of(tmp_path, id=FIRST)

    assert [
        (1, "Positions", "harbour-board/open-gates"),
        (2, "Claims", "gate-rammed"),
        (3, "Claims", "barges-moored"),
        (4, "Events", "gates-shut"),
        (5, "Events", "second-round"),
        (6, "Questions", "who-pays"),
        (7, "Questions", "will-they-open"),
        (8, "Judgements", "shut-till-april"),
    ] == numbers(sheet)


def test_entry_has_its_line_and_our_sentence(tmp_path):
    """Each entry names its line in the brief, what it decides, and what we write."""
    entry = sheet_of(tmp_path, id=FIRST).sections[1].entries[0]

    assert (16, "disputed, by Northland") == (entry.line, entry.head)
    assert "Barges of Southland rammed the lower gate." == entry.ours


def test_each_kind_of_entry_says_what_it_is_about(tmp_path):
    """Ties, corrections, questions, judgements and updates each have a sentence of their own."""
    sheet = sheet_of(
        tmp_path,
        "claims:\n- {id: wet, text: It is wet., words: stayed shut}\n"
        "ties:\n- {actor: vale, tie: part-of, other: harbour-board, words: who chairs the board}\n"
        "corrections:\n- {date: 2031-03-05, entry: who-pays, was: Who, now: Who pays, reason: Too short.}\n"
        "questions:\n- {id: dry, text: Will it dry?, answer: Not soon.}\n"
        "judgements:\n- {id: rain, text: It rains on., likelihood: likely, confidence: low, basis: Clouds.}\n"
        "updates:\n- {update: who-pays, answer: Both., status: answered, reason: They said so.}\n"
        "- {update: barges-moored, words: as many as 40 barges}\n- {update: lost, reason: Why not.}\n",
    )

    assert [
        ("unverified, by the article", "It is wet."),
        ("“Who will pay for the repairs?”: status, answer", "Both. Reason: They said so."),
        ("“Forty barges lay below the gate.”: nothing new but what is quoted", ""),
        ("lost: nothing new but what is quoted", "Reason: Why not."),
        ("open", "Not soon."),
        ("likely, low confidence", "It rains on. Basis: Clouds."),
        ("Ada Vale part-of Harbour board", ""),
        ("correction", "“Who” now reads “Who pays”: Too short."),
    ] == [(entry.head, entry.ours) for section in sheet.sections for entry in section.entries]


@pytest.mark.parametrize(
    ("files", "about", "text"),
    [
        ({}, "The Courier, “Gates stay shut after collision”, 4 March 2031", "text present"),
        ({"seeds/courier.txt": None}, "The Courier", "text absent, nothing checked"),
        ({"seeds/courier.yaml": None, "seeds/courier.txt": None}, "", "no such source in the book"),
        (
            {"seeds/courier.yaml": f"{PAPER}reliability: B\nsha256: {64 * '0'}\n"},
            "P, “T”, 2031, reliability B",
            "text present, but not the pinned one",
        ),
    ],
)
def test_source_says_whether_its_text_is_here(tmp_path, files, about, text):
    """What was checked hangs on the text: present, another one, or absent."""
    source = sheet_of(tmp_path, files=files).sources[0]

    assert ("courier", text) == (source.id, source.text)
    assert source.about.startswith(about)


def test_source_that_only_an_entry_names_is_listed(tmp_path):
    """Evidence from a source that the brief does not list is not hidden, and its name stands there."""
    files = {"seeds/herald.yaml": "publisher: The Herald\ntitle: Rain\npublished: 2031-03-05\n"}
    files["seeds/herald.txt"] = "The gates hold.\n"
    sheet = sheet_of(
        tmp_path,
        "claims:\n- {id: hold, text: They hold., words: The gates hold, source: herald}\n",
        files=files,
    )

    assert ["courier", "herald"] == [each.id for each in sheet.sources]
    assert ["line 1 of herald"] == [row.where for row in rows(sheet)]


def test_bottom_line_stands_beside_the_entries_it_rests_on(tmp_path):
    """Each sentence of the brief names the entries to which it links, and those of other briefs."""
    sheet = sheet_of(
        tmp_path,
        "key_messages:\n- Is [[wet]], says [[vale]].\n- See [[who-pays]], [[harbour-board/open-gates]].\n"
        "claims:\n- {id: wet, text: It is wet., words: stayed shut}\n",
    )
    (first,), (second,) = prose(sheet, "Key message 1"), prose(sheet, "Key message 2")

    assert ("Is wet, says Ada Vale.", (1,), ()) == (first.words, first.rests_on, first.others)
    assert ((), ("harbour-board/open-gates", "who-pays")) == (second.rests_on, second.others)


def test_address_of_two_entries_leads_to_both(tmp_path):
    """Where two voices speak for one actor, a link rests on both entries."""
    position = (
        "- {actor: harbour-board, issue: share-costs, stance: supports, words: stayed shut, speaker: %s}\n"
    )
    sheet = sheet_of(
        tmp_path,
        f"key_messages: ['They [[harbour-board/share-costs|pay]].']\npositions:\n{position % 'vale'}"
        f"{position % 'fisherman'}",
    )

    assert ("They pay.", (1, 2)) == (
        prose(sheet, "Key message 1")[0].words,
        prose(sheet, "Key message 1")[0].rests_on,
    )


def test_body_is_read_sentence_by_sentence(tmp_path):
    """Headings are left out, and each sentence has its line; a source is named in brackets."""
    sheet = sheet_of(tmp_path, body="## Gates\n\nThey hold. Nobody\npays ([[who-pays]]) [[courier]].\n")

    assert [(11, "They hold."), (11, "Nobody pays (who-pays) [courier].")] == [
        (each.line, each.words) for each in prose(sheet, "Body")
    ]


def test_finding_stands_at_its_sentence(tmp_path):
    """A number from nowhere is noted beside the very sentence that has it."""
    one, two = prose(sheet_of(tmp_path, body="The gates hold. There were 412 barges.\n"), "Body")

    assert () == one.findings
    assert ["number-ungrounded"] == [each.rule for each in two.findings]


def test_finding_stands_at_its_entry(tmp_path):
    """What is wrong with an entry is said there and not again at the end."""
    sheet = sheet_of(tmp_path, "claims:\n- {id: hold, text: They hold., by: vale, words: We open them}\n")

    assert ["quote-not-verbatim"] == [each.rule for each in sheet.sections[0].entries[0].findings]
    assert () == sheet.findings
    assert "1 error" in sheet.counts[-1]


def test_finding_that_belongs_nowhere_else_comes_last(tmp_path):
    """What is wrong with the brief as a whole stands at the end."""
    sheet = sheet_of(tmp_path, "limitations: ['Who is [[nobody-known]]?']\n")

    assert ["reference-unknown"] == [each.rule for each in sheet.findings]


def test_deadline_is_judged_by_the_day_given(tmp_path):
    """`today` makes a question overdue, as in a check."""
    question = "questions:\n- {id: dry, text: Will it dry?, due: 2031-03-10}\n"
    book = make_book(tmp_path, {FILE: f"---\ntitle: T\nas_of: 2031-03-06\nbottom_line: B.\n{question}---\n"})
    loaded = load(book)

    late = make_sheet(loaded, loaded.book.briefs[SECOND], dt.date(2031, 4, 1))
    assert "deadline-passed" in [each.rule for each in late.sections[0].entries[0].findings]


def test_empty_brief_has_a_sheet(tmp_path):
    """A brief without entries has nothing to decide, and says so in its counts."""
    sheet = sheet_of(tmp_path)

    assert ((), ()) == (sheet.decisions, sheet.sections)
    assert ("0 entries", "0 of 0 passages proved", "0 calls for you") == sheet.counts[:3]


def test_counts_tell_passages_speakers_and_calls(tmp_path):
    """The last line says how much was proved and how much is left to a person."""
    sheet = sheet_of(tmp_path, id=FIRST)

    assert ("8 entries", "7 of 7 passages proved", "1 of 1 speaker confirmed") == sheet.counts[:3]
    assert f"{sum(len(each.calls) for each in sheet.decisions)} calls for you" == sheet.counts[3]


def test_long_brief_has_every_entry(tmp_path):
    """Two hundred claims are two hundred entries and as many calls."""
    claims = "".join(f"- {{id: c{n}, text: They shut {n}., words: stayed shut}}\n" for n in range(200))
    sheet = sheet_of(tmp_path, f"claims:\n{claims}")

    assert [*range(1, 201)] == [number for number, *_ in numbers(sheet)]
    assert 200 == len(calls(sheet, "Status of claims"))


def test_same_book_gives_the_same_sheet(tmp_path):
    """Two sheets of one brief are equal, so that a comment changes only when the brief does."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()

    assert sheet_of(tmp_path / "one", id=FIRST) == sheet_of(tmp_path / "two", id=FIRST)
