"""A comparison in its three forms."""

import html
import json
import re

import click
import pyromark
import pytest

from briefbook.derive.changes import WEIGHT
from briefbook.diff.json import render_json
from briefbook.diff.markdown import MOST_CHARACTERS, MOST_OPEN, MOST_ROWS, render_markdown
from briefbook.diff.phrases import kind_words
from briefbook.diff.terminal import render_terminal
from briefbook.diff.value import (
    Comparison,
    DraftChange,
    Fault,
    FieldChange,
    MarkingChange,
    QuotationChange,
    Row,
    SourceChange,
)
from tests.text.test_literal import OPTIONS

HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:1) **b** | `c` ![](http://a.org) @all \\ _d_ &lt;"
EMPTY = Comparison(
    old="main", new="work", markings=(), faults=(), drafts=(), changes=(), sources=(), quotations=()
)


def marking(**fields):
    """A loosened marking."""
    given = {"what": "claim", "id": "c", "file": "content/briefs/b.md", "was": "AMBER", "now": "CLEAR"}
    return MarkingChange(**{**given, "loosened": True, "also": 0, **fields})


def row(**fields):
    """A position that moved."""
    given = {"kind": "moved", "key": "position/iran/talks", "subject": "Iran on Talks", "was": "opposes"}
    rest = {"now": "supports", "fields": (), "reason": "", "brief": "b", "url": ""}
    return Row(**{**given, **rest, **fields})


def quotation(**fields):
    """A passage that was added."""
    given = {"kind": "added", "source": "paper", "entry": "c", "brief": "b", "form": "quote"}
    return QuotationChange(
        **{**given, "speaker": "iran", "was": "", "now": "We came", "was_speaker": "", **fields}
    )


FULL = Comparison(
    old="main (1a2b3c4d5)",
    new="the working tree",
    markings=(
        marking(also=2),
        marking(id="d", also=1),
        marking(what="setting", id="default_tlp", was="CLEAR", now="", loosened=False),
    ),
    faults=(Fault(state="main", file="content/a.md", line=3, message="no [", rule="yaml-syntax"),),
    drafts=(
        DraftChange(brief="b", title="Rain", was="draft", now="cleared"),
        DraftChange(brief="e", title="Sun", was="cleared", now="draft"),
        DraftChange(brief="f", title="Snow", was="", now="draft"),
    ),
    changes=(
        row(key="claim/x", kind="claim-gone", subject="“It is so.”", was="disputed", now="", brief=""),
        row(
            url="https://example.org/briefs/b/#iran.talks",
            fields=(
                FieldChange(field="condition", was="", now="all do"),
                FieldChange(field="capacity", was="personal", now=""),
                FieldChange(field="text", was="One", now="Two"),
            ),
            reason="They met.",
        ),
        row(kind="page-changed", key="page/method", subject="Method", was="", now=""),
    ),
    sources=(SourceChange(source="paper", what="text", now="other words than before"),),
    quotations=(
        quotation(kind="removed", speaker="article", was="It rained", now="", form="words"),
        quotation(kind="altered", was="We left", now="We went", was_speaker="vale", source=""),
        quotation(),
    ),
)


def test_terminal_tells_all_of_it():
    """On a terminal the markings come first, then mistakes, drafts, what readers see, sources, quotations."""
    assert """\
main (1a2b3c4d5) → the working tree
markings loosened: 2 · markings tightened: 1 · mistakes: 1 · drafts cleared: 1 · claim no
longer published: 1 · moved: 1 · page changed: 1 · sources with another text or lock: 1 ·
quotations removed: 1 · quotations altered: 1 · quotations added: 1

── Markings ──────────────────────────────────────────────────────────────────────────────
  AMBER → CLEAR: claim c, loosened, and 2 more that follow it
      content/briefs/b.md
  AMBER → CLEAR: claim d, loosened, and 1 more that follows it
      content/briefs/b.md
  CLEAR → none: setting default_tlp, tightened
      content/briefs/b.md

── Mistakes: left out of the comparison ──────────────────────────────────────────────────
  main: content/a.md:3: no [ [yaml-syntax]

── Drafts ────────────────────────────────────────────────────────────────────────────────
  b, “Rain”: cleared: readers will see it
  e, “Sun”: a draft again: not published
  f, “Snow”: new draft, not published

── What readers will see ─────────────────────────────────────────────────────────────────

Claim no longer published
  “It is so.”: disputed
      claim/x

Moved
  Iran on Talks: opposes → supports
      condition: all do
      capacity: “personal” is taken out
      text: “One” → “Two”
      reason: They met.
      position/iran/talks in b

Page changed
  Method
      page/method in b

── Sources ───────────────────────────────────────────────────────────────────────────────
  paper: text: other words than before

── Quotations ────────────────────────────────────────────────────────────────────────────

Removed
  c in b, in the article’s words, paper
      - “It rained”

Altered
  c in b, said by vale → iran, no source
      - “We left”
      + “We went”

Added
  c in b, said by iran, paper
      + “We came”
""" == click.unstyle(render_terminal(FULL, 90))


@pytest.mark.parametrize("render", [lambda made: render_terminal(made, 80), render_markdown])
def test_no_difference_is_said(render):
    """Where nothing is otherwise, each form for people says so."""
    words = click.unstyle(render(EMPTY))

    assert "no difference" in words
    assert "Nothing changes for readers." in words


@pytest.mark.parametrize("columns", [1, 40, 100, 400])
def test_terminal_keeps_to_its_columns(columns):
    """No line is longer than the terminal, within what a reader can bear."""
    lines = click.unstyle(render_terminal(FULL, columns)).splitlines()

    assert max(map(len, lines)) <= max(40, min(columns, 100))


def test_loosened_marking_is_red():
    """On a terminal with colours, what is loosened stands out."""
    assert click.style("AMBER → CLEAR", fg="red", bold=True) in render_terminal(FULL, 90)


def test_no_words_command_the_terminal():
    """Words that hold a command to a terminal are printed as signs, on one line."""
    made = render_terminal(msg(row(subject="a\x1b[2Jb\nc"), "m\x1bain"), 90)

    assert "\x1b[2J" not in made
    assert "a\\u{1b}[2Jb c" in made
    assert "m\\u{1b}ain" in made


def msg(changed, old="main"):
    """A comparison of one change."""
    return Comparison(
        old=old, new="work", markings=(), faults=(), drafts=(), changes=(changed,), sources=(), quotations=()
    )


def test_markdown_tells_all_of_it():
    """A comment has a line that sums up, a table of markings, and lists with links."""
    made = render_markdown(FULL)

    assert made.startswith("**main (1a2b3c4d5) → the working tree**: markings loosened: 2 · ")
    assert (
        "| **loosened** | AMBER → CLEAR | claim `c` and 2 more that follow it | `content/briefs/b.md` |"
        in made
    )
    assert "| tightened | CLEAR → none | setting `default_tlp` | `content/briefs/b.md` |" in made
    assert (
        "- [Iran on Talks](https://example.org/briefs/b/#iran.talks): opposes → supports"
        " (`position/iran/talks` in `b`)\n  - condition: all do\n" in made
    )
    assert "  - reason: They met.\n" in made
    assert "- main, `content/a.md`, line 3: no \\[ (`yaml-syntax`)" in made
    assert "- `c` in `b`, said by vale → iran, no source\n  - was: “We left”\n  - now: “We went”" in made
    headings = re.findall(r"^### (.*)", made, re.MULTILINE)
    assert [
        "Markings",
        "Mistakes: left out of the comparison",
        "Drafts",
        "What readers will see",
        "Sources",
        "Quotations",
    ] == headings
    assert "<details>" not in made


def test_hostile_words_stay_words_in_markdown():
    """Whatever a record or branch is called, a comment shows just that: no link, and nobody is called."""
    hostile = Comparison(
        old=HOSTILE,
        new=HOSTILE,
        markings=(marking(what="claim", id=HOSTILE, file=HOSTILE),),
        faults=(Fault(state=HOSTILE, file=HOSTILE, line=1, message=HOSTILE, rule="x"),),
        drafts=(DraftChange(brief=HOSTILE, title=HOSTILE, was="", now="draft"),),
        changes=(
            row(
                subject=HOSTILE,
                was=HOSTILE,
                now=HOSTILE,
                key=HOSTILE,
                brief=HOSTILE,
                reason=HOSTILE,
                fields=(FieldChange(field="text", was=HOSTILE, now=HOSTILE),),
            ),
        ),
        sources=(SourceChange(source=HOSTILE, what="text", now="added"),),
        quotations=(quotation(source=HOSTILE, entry=HOSTILE, brief=HOSTILE, speaker=HOSTILE, now=HOSTILE),),
    )
    made = render_markdown(hostile)
    shown = pyromark.html(made, options=OPTIONS)
    elements = {"p", "strong", "h3", "ul", "li", "code", "table", "thead", "tbody", "tr", "td", "th"}

    assert set(re.findall(r"<(\w+)", shown)) == elements
    words = html.unescape(re.sub(r"<[^>]*>", "", shown.replace("<!-- -->", "")))
    assert made.count("onerror") == words.count(HOSTILE)
    assert "@all" not in made


def test_address_cannot_leave_its_link():
    """Signs that would end a link are written as an address writes them."""
    made = render_markdown(msg(row(url="https://example.org/a b)(<c>[d]/#x.y")))

    assert "](https://example.org/a%20b%29%28%3Cc%3E%5Bd%5D/#x.y)" in made


def test_long_lists_are_folded_and_cut():
    """A list of many rows is folded under its title, and beyond a hundred the rest is counted."""
    several = tuple(row(key=f"position/a{number}/talks") for number in range(MOST_ROWS + 3))
    few, many = several[:MOST_OPEN], several[: MOST_OPEN + 1]

    def made(rows):
        return render_markdown(replaced(rows))

    def replaced(rows):
        return Comparison(
            old="a", new="b", markings=(), faults=(), drafts=(), changes=rows, sources=(), quotations=()
        )

    assert "**Moved**" in made(few)
    assert "<details>" not in made(few)
    assert f"<details><summary>Moved ({MOST_OPEN + 1})</summary>\n\n- Iran on Talks" in made(many)
    assert made(many).endswith("\n\n</details>\n")
    assert "**Moved**" not in made(many)
    assert "_and 3 more_\n\n</details>" in made(several)
    assert MOST_ROWS == made(several).count("- Iran on Talks")


def test_comment_holds_what_a_comment_can():
    """A comparison beyond the size of a comment ends with words that say where the rest is."""
    rows = tuple(row(reason="x" * 3000, kind=f"thing{number:03}-new") for number in range(40))
    made = render_markdown(
        Comparison(
            old="a", new="b", markings=(), faults=(), drafts=(), changes=rows, sources=(), quotations=()
        )
    )

    assert len(made) <= MOST_CHARACTERS + 200
    assert made.endswith("run `briefbook diff` to read it._\n")


def test_json_holds_every_field():
    """The JSON has the fields of the comparison by their names."""
    made = json.loads(render_json(FULL))

    assert list(Comparison.__struct_fields__) == list(made)
    assert {
        "kind": "moved",
        "key": "position/iran/talks",
        "subject": "Iran on Talks",
        "was": "opposes",
        "now": "supports",
        "fields": [
            {"field": "condition", "was": "", "now": "all do"},
            {"field": "capacity", "was": "personal", "now": ""},
            {"field": "text", "was": "One", "now": "Two"},
        ],
        "reason": "They met.",
        "brief": "b",
        "url": "https://example.org/briefs/b/#iran.talks",
    } == made["changes"][1]
    assert {True, False} == {each["loosened"] for each in made["markings"]}
    assert render_json(FULL).endswith("}\n")


@pytest.mark.parametrize("kind", [*WEIGHT, "reaffirmed", "brief-new", "issue-gone", "attributed-gone"])
def test_each_kind_has_words(kind):
    """Every kind of change is said in words that begin with a capital."""
    words = kind_words(kind)

    assert words[0].isupper()
    assert words != kind
