"""An article taken apart: what is its report, and what stands around it."""

import pytest

from briefbook.distil.article import Article

PARTS = {
    "By Ada Moor and Ben Toll": "byline",
    "(Reporting by Ada Moor; Editing by Ben Toll)": "byline",
    "Photo: the ferry at dawn": "caption",
    "The ferry at dawn. REUTERS/Ada Moor (Reuters)": "caption",
    "Contact: desk@courier.example": "contact",
    "For more information, call +44 20 7946 0000": "contact",
    "Read more: the last inquiry": "contact",
    "NEEDS AND RESPONSE": "heading",
    "The road was shut on Monday.": "body",
    "- Water is short in the north": "body",
}


@pytest.mark.parametrize("words", PARTS)
def test_part_is_told_by_its_words(words):
    """Bylines, captions, contact lines and headings are no part of the report."""
    article = Article(f"A headline\n\nThe report begins.\n\n{words}\n\nIt ends.")

    assert article.part_at(article.text.index(words)) == PARTS[words]


def test_headline_is_the_first_line():
    """The first line is the headline, unless it is a sentence or all there is."""
    assert Article("Gates stay shut\n\nThe board met.").headline == "Gates stay shut"
    assert Article("The board met.\n\nIt rained.").headline == ""
    assert Article("The board met").headline == ""


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("MAROVA, Nov. 18 (Continental Press) — ", "The board met."),
        ("GENEVA - ", "The board met."),
        ("Marova (AP) — ", "The board met."),
        ("- ", "The board met."),
        ("Water: ", "Boreholes are dry."),
        ("", "Karl Oss — no relation — met the board."),
    ],
)
def test_report_begins_behind_a_dateline(lead, words):
    """Datelines, bullets and labels are no part of the first sentence."""
    article = Article(f"A headline\n\n{lead}{words}")

    sentence = article.body[0]
    assert article.text[sentence.start : sentence.end] == words


def test_numbers_and_speech_are_not_cut():
    """A sentence ends neither within a number nor within marks."""
    text = "It has US$6.2 million left. “It rains. It pours,” he said."
    article = Article(text)

    assert [text[each.start : each.end] for each in article.sentences] == [
        "It has US$6.2 million left.",
        "“It rains. It pours,” he said.",
    ]


def test_place_between_sentences_has_none():
    """Nothing stands between two paragraphs, and an empty text has no sentence."""
    article = Article("One day.\n\nTwo days.")

    assert article.sentence_at(9) is None
    assert Article("").sentence_at(0) is None
    assert article.sentence_at(0) is not None


def test_speech_is_found_at_a_place():
    """A place lies in the outermost speech around it, or in none."""
    article = Article("He said “no ‘more’ of it” to us.")

    assert article.speech_at(0) is None
    assert article.speech_at(15).depth == 1
    assert article.speech_at(30) is None


def test_sentence_that_begins_like_a_byline_is_none():
    """`By Tuesday` begins a sentence, `By Ada Moor` the line under a headline."""
    lines = (
        "Gates stay shut",
        "By Ada Moor and Nils Brandt",
        "By Tuesday forty had died.",
        "By then all was lost.",
    )
    text = "\n\n".join(lines)

    assert [each.part for each in Article(text).paragraphs] == ["headline", "byline", "body", "body"]


def test_paragraph_whose_line_ends_were_lost_is_cut_where_nobody_speaks():
    """A very long paragraph becomes several, and no speech is cut."""
    long = "“It is shut. " + "It is shut. " * 500 + "It is shut.” Nobody came. " + "It is open. " * 400
    article = Article(long + "It ends")

    first = article.paragraphs[0]
    assert len(article.paragraphs) == 3
    assert article.text[first.start : first.end].endswith("shut.”")


def test_long_paragraph_without_a_stop_stays_whole():
    """Where no sentence ends, there is no place to cut."""
    assert len(Article("word " * 2_000).paragraphs) == 1
