"""Whatever an article holds, a draft of it can be made, and keeps its promises."""

import datetime as dt
import tempfile
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.diagnostics import Severity
from briefbook.distil.article import Article, has_address
from briefbook.distil.brief import render_brief
from briefbook.distil.engines import find_engine
from briefbook.distil.rules import distil
from briefbook.edit.decoding import clean
from briefbook.pipeline import check_book
from briefbook.request import Request

DAY = dt.date(2026, 5, 7)
PIECES = st.sampled_from(
    [
        *"“”‘’'\"«»„‹›.,:;!?()[]{}<>#&*|%@-–—…\n\t",
        *(
            "\n\n",
            " ",
            " ",
            " ",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u202e",
            "\u2066",
            "\u0301",
            "👨‍👩‍👧",
            ". . .",
        ),
        *(
            "Mara Lind",
            "Karl Thorn, the mayor of Aske,",
            "Dr. Osten",
            "the ministry",
            "officials",
            "She",
            "U.S.",
            "’s",
        ),
        *(
            "said",
            "told reporters",
            "denied this",
            "accused",
            "of lying",
            "according to",
            "called it",
            "that",
            "if",
        ),
        *(
            "on Friday",
            "by 20 May",
            "31 February",
            "29 and 30 January",
            "last fall",
            "in 2019",
            "2026-13-40",
            "May",
        ),
        *(
            "could",
            "reportedly",
            "at least 40",
            "must",
            "supports",
            "rejects",
            "The road is open",
            "will not",
        ),
        *(
            "- id: x",
            "status: cleared",
            "---",
            "{{ x }}",
            "<b>",
            "a@b.example",
            "todo",
            "null",
            "(NYSE: ABC)",
            "By",
        ),
    ]
)
TEXTS = (
    st.lists(PIECES, max_size=60).map(" ".join)
    | st.lists(PIECES, max_size=60).map("".join)
    | st.text(max_size=80)
)
DECIDED = ("placeholder-left", "quote-ambiguous")
"""What a person decides: what to write, and which of several places is meant."""
PARTS = ("quotes", "indirect", "claims", "dates", "positions", "questions")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_draft_of_its_own_words(text):
    """All spans are the text's words at their place, actors are its own, no address is in it."""
    draft = find_engine()(Article(text, DAY), {})

    actors = {each.id for each in draft.actors} | {""}
    for part in PARTS[:-1]:
        for each in getattr(draft, part):
            assert each.text == text[each.start : each.end] != ""
            assert not has_address(each.text)
    assert draft.rejected == ()
    assert {each.speaker for each in (*draft.quotes, *draft.indirect)} <= actors
    assert {each.attribution for each in draft.claims} | {each.actor for each in draft.positions} <= actors


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text_gives_the_same_draft_twice(text):
    """Nothing but the text and its day goes into a draft, nor into the brief made of it."""
    one, two = (distil(Article(text, DAY), {}) for _ in range(2))

    assert one == two
    assert render_brief(one, Article(text, DAY)).brief == render_brief(two, Article(text, DAY)).brief


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_brief_that_loads(text):
    """The brief is YAML, a draft, and in a book has no error but what a person has to decide."""
    article = Article(clean(text).text or "x", DAY)
    brief = render_brief(distil(article, {}), article, source="paper").brief

    assert yaml.safe_load(brief.split("\n---\n")[0].removeprefix("---\n"))["status"] == "draft"
    with tempfile.TemporaryDirectory() as folder:
        for name, words in {
            "mkdocs.yml": "site_name: B\nplugins:\n- briefbook: {schema_version: 1, default_tlp: CLEAR}\n",
            "seeds/paper.txt": article.text,
            "seeds/paper.yaml": "publisher: P\ntitle: T\npublished: 2026-05-07\nrights: public\n",
            "content/briefs/2026-05-07.md": brief,
        }.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words, encoding="utf-8", newline="\n")
        found = check_book(Request(content=Path(folder, "content"))).diagnostics
    assert [] == [each for each in found if each.severity is Severity.ERROR and each.rule not in DECIDED]


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "“‘",
        '"',
        "’",
        "said ",
        "“x,” said the ",
        "2019-",
        "1",
        "-",
        "May 12 ",
        "a@",
        "A ",
        "of the ",
        "by ",
        ": x\n",
    ],
)
def test_what_repeats_takes_no_age(piece):
    """A text twice as long takes no more than three times as long, however it is made up."""
    # A busy machine may slow one reading down, but not each of three.
    assert any(_seconds(piece, 16_000) < max(0.5, 3 * _seconds(piece, 8_000)) for _ in range(3))


def _seconds(piece: str, length: int) -> float:
    """CPU seconds to read a text of so many characters that repeats one piece."""
    began = time.process_time()
    distil(Article("It said " + piece * (length // len(piece)), DAY), {})
    return time.process_time() - began
