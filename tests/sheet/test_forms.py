"""A sheet in its two forms: Markdown, and lines on a terminal."""

import html
import re

import click
import pyromark
import pytest

from briefbook.sheet.markdown import render_markdown
from briefbook.sheet.terminal import render_terminal
from tests.sheet.sheets import FIRST, sheet_of
from tests.text.test_literal import OPTIONS

HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:1) **b** | `c` ![](http://a.org) @all \\ _d_ &lt;"
REFUSED = "claims:\n- {id: wet, text: It is wet., by: vale, words: Southland said that its barges}\n"
RICH = """\
positions:
- actor: harbour-board
  issue: open-gates
  stance: supports
  speaker: vale
  described_as: chairs the board
  quote: We will not open them this week
claims:
- id: wet
  text: It is wet.
  by: vale
  paraphrase: She calls it wet.
  translation: Wet.
  replies:
  - {by: southland, says: denies, words: Southland denied}
- {id: dry, text: It is dry., by: vale, words: We will always open them}
- {id: locked, text: It is shut., by: vale, words: Zebras dance through moonlight}
ties:
- {actor: vale, tie: part-of, other: harbour-board, words: who chairs the board}
"""


def made(markdown):
    """The HTML of a sheet, comments aside."""
    return pyromark.html(markdown, options=OPTIONS).replace("<!-- -->", "")


def read(markdown):
    """What a reader of a sheet sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", made(markdown)))


def headings(text):
    """The parts of a sheet in their order."""
    return re.findall(r"^## (.*)$|^── (.*?) ─", text, re.MULTILINE)


@pytest.mark.parametrize("render", [render_markdown, lambda sheet: render_terminal(sheet, 80)])
def test_calls_come_before_all_else(tmp_path, render):
    """First what only a person can decide, then each entry, our sentences, the findings and the counts."""
    text = click.unstyle(render(sheet_of(tmp_path, id=FIRST)))

    assert [
        "Only you can decide",
        "Entry by entry",
        "What our sentences rest on",
        "Findings",
    ] == ["".join(each) for each in headings(text)]
    assert "8 entries · 7 of 7 passages proved" in text.splitlines()[-1] + text.splitlines()[-2]


def test_entry_reads_well_in_markdown(tmp_path):
    """An entry is a few short paragraphs: our sentence, the article's words in bold, what was checked."""
    assert (
        "**1. Harbour board on The flood gates should open this week: supports**"
        " · `harbour-board/open-gates` · line 9\n\n"
        "> “**We will not open them this week**,” said Ada Vale, who chairs the board.\n\n"
        "- words exact · speaker confirmed (“Ada Vale”) · line 2 of the article\n\n"
        "- described as “chairs the board”: words exact · line 2 of the article\n"
    ) in render_markdown(sheet_of(tmp_path, RICH))


def test_entry_reads_well_on_a_terminal(tmp_path):
    """An entry is labelled lines: what we write, the article's words between stars, what was checked."""
    assert (
        "1. Harbour board on The flood gates should open this week: supports\n"
        "   harbour-board/open-gates · line 9\n"
        "   Article   “*We will not open them this week*,” said Ada Vale, who chairs the board.\n"
        "   Checked   words exact · speaker confirmed (“Ada Vale”) · line 2 of the article\n"
        "   Described “chairs the board” · words exact · line 2 of the article\n"
    ) in click.unstyle(render_terminal(sheet_of(tmp_path, RICH), 100))


def test_both_forms_say_the_same(tmp_path):
    """Whatever one form says of an entry, the other says too."""
    sheet = sheet_of(tmp_path, RICH)
    terminal = " ".join(click.unstyle(render_terminal(sheet, 100)).split())
    markdown = " ".join(read(render_markdown(sheet)).split())

    for words in (
        "moved from opposes of 4 March 2031",
        "She calls it wet. (in our words, not checked)",
        "Wet. (our translation, not checked)",
        "Southland: denies",
        "We will always open them",
        "the words are not those of courier",
        "links to no entry",
        "text present",
    ):
        assert words in terminal
        assert words in markdown


def test_our_words_stand_beside_the_nearest_ones(tmp_path):
    """Where a quotation is refused, both forms show ours and the article's."""
    sheet = sheet_of(tmp_path, RICH)

    assert "\nWe quote: We will always open them\n\n> “**" in render_markdown(sheet)
    assert "   We quote  We will always open them\n   Article   “" in click.unstyle(
        render_terminal(sheet, 100)
    )


@pytest.mark.parametrize("render", [render_markdown, lambda sheet: render_terminal(sheet, 100)])
def test_sentence_names_entries_here_and_elsewhere(tmp_path, render):
    """A sentence rests on entries of this brief, by number, and on those of others, by name."""
    entries = (
        "key_messages: ['[[wet]] and [[dry]].', 'See [[who-pays]].', '[[wet]], [[who-pays]].']\nclaims:\n"
    )
    entries += "- {id: wet, text: W., words: stayed shut}\n- {id: dry, text: D., words: stayed shut}\n"
    text = click.unstyle(render(sheet_of(tmp_path, entries)))

    assert "rests on entries 1, 2" in text
    assert "rests on who-pays in other briefs" in text
    assert "rests on entry 1, and who-pays in other briefs" in text


def test_box_is_a_task(tmp_path):
    """A call is a task of a pull request's comment, which an editor ticks."""
    assert 8 < made(render_markdown(sheet_of(tmp_path, id=FIRST))).count(
        '<input disabled="" type="checkbox"/>'
    )


def test_hostile_words_stay_words(tmp_path):
    """No title, name, sentence, reason, article or file makes markup, a link or a picture of itself."""
    quoted = HOSTILE.replace("'", "''")
    entries = (
        f"claims:\n- id: wet\n  text: '{quoted}'\n  by: oss\n"
        f"  words: '{quoted}'  # briefbook: allow[quote-cut] {quoted}\n"
        f"  figures:\n  - {{what: '{quoted}', reported: '{quoted}'}}\n"
        f"- {{id: dry, text: Dry., by: '{quoted}', paraphrase: '{quoted}', source: '{quoted}'}}\n"
        f"corrections:\n- {{date: 2031-03-05, entry: '{quoted}', was: '{quoted}', now: B., reason: R.}}\n"
        f"actors:\n- {{id: oss, name: '{quoted}', kind: person, posts: [{{title: '{quoted}', at: oss}}]}}\n"
    )
    files = {"seeds/courier.txt": f"It rained. {HOSTILE} — and {HOSTILE}.\n"}
    sheet = sheet_of(tmp_path, entries, f"{HOSTILE}\n", files)

    elements = set(re.findall(r"<(\w+)", made(render_markdown(sheet))))
    assert {
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "input",
        "strong",
        "em",
        "code",
        "blockquote",
        "hr",
    } >= elements
    assert 8 < read(render_markdown(sheet)).count(HOSTILE)


def test_article_cannot_command_a_terminal(tmp_path):
    """A control character in an article is spelled out in both forms."""
    files = {"seeds/courier.txt": "It \x1b]0;x\x07stayed shut.\n"}
    sheet = sheet_of(tmp_path, "claims:\n- {id: wet, text: W., words: stayed shut}\n", files=files)

    for text in (render_markdown(sheet), click.unstyle(render_terminal(sheet, 80))):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


@pytest.mark.parametrize(("columns", "widest"), [(10, 40), (40, 40), (72, 72), (100, 100), (300, 100)])
def test_lines_fit_the_terminal(tmp_path, columns, widest):
    """Lines are wrapped at the terminal's width, between 40 and 100 columns."""
    lines = click.unstyle(render_terminal(sheet_of(tmp_path, RICH), columns)).splitlines()

    assert widest >= max(map(len, lines)) > widest - 12
    assert lines == [line.rstrip() for line in lines]


def test_words_longer_than_a_line_are_broken(tmp_path):
    """Not even a word of 300 letters is wider than the terminal."""
    entries = f"claims:\n- {{id: wet, text: {'x' * 300}, by: vale, paraphrase: {'y' * 300}}}\n"
    lines = click.unstyle(render_terminal(sheet_of(tmp_path, entries), 40)).splitlines()

    assert 40 >= max(map(len, lines))


@pytest.mark.parametrize("render", [render_markdown, lambda sheet: render_terminal(sheet, 80)])
def test_empty_brief_reads_well(tmp_path, render):
    """Each part of an empty brief's sheet says that it is empty."""
    text = render(
        sheet_of(
            tmp_path, files={"content/briefs/2031-03-06.md": "---\ntitle: Empty\nas_of: 2031-03-06\n---\n"}
        )
    )

    assert "Nothing: the brief has no entries." in text
    assert "The brief has no entries." in text
    assert "0 entries · 0 of 0 passages proved · 0 calls for you" in text


@pytest.mark.parametrize("render", [render_markdown, lambda sheet: render_terminal(sheet, 100)])
def test_end_says_whether_all_findings_were_shown(tmp_path, render):
    """Under Findings stands what belongs nowhere else; otherwise whether there are others."""
    for name, entries, body, said in (
        ("none", "product: flash-update\n", "", "None."),
        ("entry", RICH, "", "No others than those above."),
        ("prose", "", "There were 412 barges.\n", "No others than those above."),
        ("rest", "limitations: ['Who is [[nobody-known]]?']\n", "", "reference-unknown"),
    ):
        (tmp_path / name).mkdir()
        entries = entries.replace("product: flash-update\n", "")
        assert (
            said in click.unstyle(render(sheet_of(tmp_path / name, entries, body))).rpartition("Findings")[2]
        )
