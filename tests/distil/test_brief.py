"""A draft as a brief: it loads, nothing it filled is an error, and what is doubtful is to do."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
import yaml

from briefbook.diagnostics import Severity
from briefbook.distil.article import Article
from briefbook.distil.brief import render_brief
from briefbook.distil.rules import distil
from briefbook.pipeline import Request, check_book

RIVER = Path(__file__).parent.parent / "build" / "cases" / "river"
ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


def made(text, **others):
    """The brief drafted from a text."""
    article = Article(text, dt.date(2026, 5, 7))
    return render_brief(distil(article, {}), article, **others)


def front(text):
    """What the front matter of a brief says."""
    return yaml.safe_load(text.split("---\n")[1])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_passage_and_id_is_the_articles(path):
    """The passages of a draft stand in the article, and its references among its own entries."""
    text = path.read_text(encoding="utf-8")
    brief = front(made(text, source="river"))

    plain = " ".join(text.split())
    actors = {each["id"] for each in brief["actors"]}
    issues = {each["id"] for each in brief["issues"]}
    for entry in (*brief["positions"], *brief["claims"], *brief["events"], *brief["questions"]):
        assert entry.get("quote", entry.get("words")) in plain
    assert {each["actor"] for each in brief["positions"]} <= actors
    assert {each["issue"] for each in brief["positions"]} == issues
    assert {each["by"] for each in brief["claims"]} <= actors
    assert brief["status"] == "draft"
    assert brief["sources"] == ["river"]


def test_a_draft_without_a_source_says_what_to_do():
    """Where the article is no source of a book yet, a comment says how it becomes one."""
    assert "sources: []  # todo: briefbook source add, then its id" in made(
        "They met.\n\nIt rained on Monday."
    )


def test_comments_say_place_and_doubt():
    """Above an entry stand the place of its words and what is doubtful."""
    text = made("They met.\n\nThe army has reportedly moved two companies to Kessel.")

    assert "# at 11–64: review, the article names nobody whose claim it is\n- id: army-reportedly" in text
    assert "  by: somebody\n" in text


def test_what_turns_a_passage_is_kept_with_it():
    """A passage that loses its condition is written with its whole sentence."""
    text = (
        "They met.\n\nThe board must renew the permit by 28 May; without it, aid agencies would have to stop."
    )

    assert front(made(text))["questions"][0]["words"].endswith("without it, aid agencies would have to stop.")


def test_signs_of_yaml_and_markup_stay_words():
    """Words that look like YAML, a template or markup come through as words."""
    words = "[[x]] {a: b} # c: *d & !e | %f `g` <script>alert(1)</script> {{ h }} - --- 'i' now"
    brief = made(f"They met.\n\n“{words},” said Minister Ada Moor. The gate: # “we must {words},” she said.")

    assert front(brief)["positions"][0]["quote"] == f"we must {words}"
    assert "<script>" not in brief.split("---\n")[-1]


def test_addresses_never_reach_a_draft():
    """Neither a contact line nor an address in a sentence stands in a draft."""
    text = (
        "They met.\n\nMinister Ada Moor said the board could write to ada@moor.example or www.moor.example. "
        "“We must answer ada@moor.example,” she said. The fair opens on 28 May, says ada@moor.example.\n\n"
        "Contact: desk@moor.example"
    )

    assert "moor.example" not in made(text)


def test_ids_are_free():
    """No id is one that the book has already."""
    text = "They met.\n\nThe army has reportedly moved two companies to Kessel."

    brief = front(made(text, taken={"army-reportedly-moved-two-companies", "somebody"}))

    assert brief["claims"][0]["id"] == "army-reportedly-moved-two-companies-2"
    assert brief["claims"][0]["by"] == "somebody-2"


def test_unnamed_source_belongs_to_its_body():
    """An official of a ministry that the brief names is `of` it."""
    text = (
        "They met.\n\nThe Defence Ministry claimed that the bridge might fall. "
        "A Defence Ministry official claimed that the road might too."
    )

    actors = {each["id"]: each for each in front(made(text))["actors"]}
    assert [each["of"] for each in actors.values() if "of" in each] in ([], ["defence-ministry"])


def test_an_empty_draft_is_a_brief():
    """An article in which nobody says anything still gives a brief to write in."""
    brief = front(made("It rained."))

    assert set(brief) == {"title", "as_of", "product", "status", "sources", "bottom_line", "key_messages"}
    assert brief["title"] == "todo"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_book_with_a_draft_has_no_error(path, tmp_path):
    """A draft in a real book loads, and check finds no error in what it filled."""
    root = tmp_path / "river"
    shutil.copytree(RIVER, root)
    text = path.read_text(encoding="utf-8")
    (root / "seeds" / "paper.txt").write_text(text, encoding="utf-8")
    (root / "seeds" / "paper.yaml").write_text(
        "publisher: P\ntitle: T\npublished: 2026-05-07\n", encoding="utf-8"
    )
    (root / "content" / "briefs" / "2031-09-01-paper.md").write_text(
        made(text, source="paper"), encoding="utf-8"
    )

    assert errors(root) == []


def errors(root):
    """What check says is wrong."""
    found = check_book(Request(content=root / "content")).diagnostics
    return [each for each in found if each.severity is Severity.ERROR]
