"""What was checked of a passage, in plain words."""

import pytest

from briefbook.sheet import make_sheet
from tests.check.books import HEAD, make_book
from tests.sheet.sheets import FILE, SECOND, load, locked, rows, sheet_of

TEXT = (
    "“We will not open them this week,” said Ada Vale, who chairs the board.\n"
    "Southland denied that its barges had rammed the gate, and then the board met.\n"
    "“It is wet,” he said. It was quiet.\n"
)
FILES = {"seeds/courier.txt": TEXT}


def claim(evidence):
    """A claim with this evidence."""
    return f"claims:\n- {{id: wet, text: It is wet., by: vale, {evidence}}}\n"


def row_of(folder, evidence, files=FILES):
    """The only passage of a claim with this evidence."""
    (row,) = rows(sheet_of(folder, claim(evidence), files=files))
    return row


def told(row):
    """The article's words, those of the passage between stars."""
    return "".join(f"*{each.words}*" if each.is_passage else each.words for each in row.article)


def test_words_and_speaker_are_told_with_the_place(tmp_path):
    """For a quotation the sheet says how the words match, who is named beside them, and where."""
    row = row_of(tmp_path, "quote: We will not open them this week")

    assert ("words exact", "speaker confirmed (“Ada Vale”)") == row.checks
    assert (True, "confirmed", "line 1 of the article") == (row.is_proved, row.speaker, row.where)
    assert "“*We will not open them this week*,” said Ada Vale, who chairs the board." == told(row)


@pytest.mark.parametrize(
    ("words", "check", "article"),
    [
        ('"the old board\'s word"', "words exact but for typography", "*the old board’s word*"),
        (
            '"quiet by the [...] word"',
            "words exact, with the omission marked",
            "*quiet by the* old board’s *word*",
        ),
        ('"[T]he board met"', "words exact but for what stands in brackets", "*he board met*"),
        ("the board met", "words exact", "and then *the board met*."),
    ],
)
def test_match_is_told_in_words(tmp_path, words, check, article):
    """What differs from the article, if anything, is said as a person would say it."""
    files = {"seeds/courier.txt": TEXT.replace("quiet.", "quiet by the old board’s word.")}
    row = row_of(tmp_path, f"speaker: article, words: {words}", files)

    assert (check, True) == (row.checks[0], row.is_proved)
    assert article in told(row)


def test_words_of_the_article_are_its_own(tmp_path):
    """For `words` no speaker is asked for; whose they are is ours to say."""
    (own,) = rows(sheet_of(tmp_path, claim("speaker: article, words: the board met"), files=FILES))

    assert ("words exact", "the article’s own") == own.checks
    assert "" == own.speaker


def test_words_given_to_somebody_say_that_we_did(tmp_path):
    """Reported speech that we give to an actor is told apart from the article's own finding."""
    assert "attributed to Ada Vale by us" == row_of(tmp_path, "words: the board met").checks[1]


def test_refused_words_stand_beside_those_of_the_article(tmp_path):
    """For an altered quotation the sheet shows ours and the nearest words."""
    row = row_of(tmp_path, "quote: We will never open them this week")

    assert ("“We will never open them this week”", False, "") == (row.shown, row.is_proved, row.speaker)
    assert row.checks[0].startswith("refused: ")
    assert "*never*" not in told(row)
    assert "open them this week" in told(row)


def test_cut_words_show_what_is_left_out(tmp_path):
    """A cut that turns the sentence is refused, and its words are marked where they stand."""
    row = row_of(tmp_path, "words: its barges had rammed the gate")

    assert ("refused: leaves out a negation: “denied”",) == row.checks
    assert "Southland denied that *its barges had rammed the gate*, and then the board met." == told(row)


def test_words_that_stand_nowhere_have_no_place(tmp_path):
    """Where nothing is near, the sheet shows only what we wrote."""
    row = row_of(tmp_path, "words: Zebras dance through purple moonlight")

    assert ((), "") == (row.article, row.where)
    assert "Zebras dance through purple moonlight" == row.shown


def test_description_may_be_cut(tmp_path):
    """What describes a speaker is looked up like any words, but no cut turns it."""
    evidence = "quote: We will not open them this week, described_as: its barges"
    _, row = rows(sheet_of(tmp_path, claim(evidence), files=FILES))

    assert ("described as", ("words exact",), True) == (row.kind, row.checks, row.is_proved)


def test_passage_without_words_is_named(tmp_path):
    """An empty quotation proves nothing."""
    assert ("no words",) == row_of(tmp_path, "words: '...'").checks


@pytest.mark.parametrize(
    ("evidence", "check"),
    [
        ("speaker: southland, quote: We will not open them this week", "another speaker ("),
        ("speaker: southland, quote: It is wet", "speaker not confirmed"),
        ("speaker: article, quote: It is wet", "speaker not confirmed"),
        ("quote: the board met", "not inside quotation marks"),
    ],
)
def test_speaker_who_is_not_borne_out_is_told(tmp_path, evidence, check):
    """Another's words, nobody's words and the reporter's words are three things."""
    row = row_of(tmp_path, evidence)

    assert row.checks[1].startswith(check)
    assert "unconfirmed" == row.speaker


@pytest.mark.parametrize(
    ("source", "check"),
    [("courier", "not checked: the text is not here"), ("lost", "not checked: no source of this book")],
)
def test_without_text_nothing_is_checked(tmp_path, source, check):
    """Without text and lock the sheet shows the quotation alone and says that nobody checked it."""
    row = row_of(tmp_path, f"quote: It is wet, source: {source}", {"seeds/courier.txt": None})

    assert ((check, "speaker not checked"), False, "unconfirmed") == (row.checks, row.is_proved, row.speaker)
    assert ((), "“It is wet”") == (row.article, row.shown)


def test_lock_speaks_for_the_text(tmp_path):
    """With a lock the words are proved without the text, and with the speaker where that was confirmed."""
    quotes = "quote: [We will not open them this week, It is wet], words: the board met"
    book = make_book(tmp_path, {FILE: f"{HEAD}{claim(quotes)}---\n", **FILES})
    locked(book)
    text = (book / FILE).read_text()
    (book / FILE).write_text(text.replace("words: the board met", "words: the board slept"))
    loaded = load(book)
    one, two, three = rows(make_sheet(loaded, loaded.book.briefs[SECOND]))

    assert ("words by lock", "speaker confirmed, by lock") == one.checks
    assert ("words by lock", "speaker not confirmed") == two.checks
    assert ("the lock does not know these words", "attributed to Ada Vale by us") == three.checks
    assert (True, True, False) == (one.is_proved, two.is_proved, three.is_proved)


def test_replies_and_figures_come_after_the_entry_s_own_words(tmp_path):
    """Each part of a claim stands under its own name, with or without evidence."""
    entries = (
        "claims:\n- id: wet\n  text: It is wet.\n  by: vale\n  words: the board met\n"
        "  replies:\n  - {by: southland, says: denies, words: Southland denied}\n"
        "  figures:\n  - {what: barges, reported: hundreds}\n"
        "  - {what: gates, reported: two, by: northland}\n"
    )
    (entry,) = sheet_of(tmp_path, entries, files=FILES).sections[0].entries

    assert [
        ("", "", 1),
        ("Reply", "Southland: denies", 1),
        ("Figure", "barges: hundreds", 0),
        ("Figure", "gates: two, by Northland", 0),
    ] == [(piece.part, piece.about, len(piece.rows)) for piece in entry.pieces]


def test_context_is_as_wide_as_asked(tmp_path):
    """With no context only the quotation itself is shown, for a place where the article may not be copied."""
    (row,) = rows(sheet_of(tmp_path, claim("words: the board met"), files=FILES, reach=0))

    assert "… *the board met*" in told(row)
    assert "Southland" not in told(row)
