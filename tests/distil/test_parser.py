"""The parser's reading, with the model that the extra `nlp` brings; without it these tests fail."""

import datetime as dt
import socket
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.distil import parser
from briefbook.distil.article import Article
from briefbook.distil.engines import EngineError, find_engine
from briefbook.distil.parse import NOBODY

pytestmark = pytest.mark.xdist_group("parser")  # one worker loads the model

ARTICLES = Path(__file__).parent / "articles"
DAY = dt.date(2026, 5, 7)


@pytest.fixture(scope="session")
def language():
    """The model of the extra, loaded once."""
    return parser.load_model(parser.MODEL)


@pytest.fixture
def parse(language):
    """What the model reads in a text, as words: the names, and the subject of each verb."""

    def read(text):
        found = parser.parse(Article(text), language)
        names = {text[each.start : each.end]: each for each in found.names}
        subjects = {text[at:].split()[0].strip(",.”"): text[slice(*it)] for at, it in found.subjects.items()}
        return names, subjects

    return read


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Karl Vandemeer said that talks had failed.", "said", "Karl Vandemeer"),
        ("“It is over,” said Karl Vandemeer, the interior minister.", "said", "Karl Vandemeer"),
        ("Lantica’s foreign minister, Adele Corrin, denied the charge.", "denied", "Adele Corrin"),
        ("A spokesman for the ministry told reporters that talks had failed.", "told", "A spokesman"),
        ("Ada Moor, who warned of floods, has left the town.", "warned", "Ada Moor"),
        ("Ada Moor, who warned of floods and urged calm, has left the town.", "urged", "Ada Moor"),
        ("Karl Vandemeer waved and said that talks had failed.", "said", "Karl Vandemeer"),
        ("The plan was described by the minister as a start.", "described", "the minister"),
        ("Karl Vandemeer was told that talks had failed.", "told", ""),
        ("Officials saying so would not be named.", "saying", "Officials"),
        ("He said that talks had failed.", "said", ""),
        ("Prices rose, according to the Institute for Prices.", "according", "the Institute for Prices"),
        ("Prices rose, according to people close to the talks.", "according", "people"),
        ("Karl Vandemeer and Ada Moor accused each other.", "accused", ""),
        ("Waiting was hard.", "Waiting", ""),
        ("According, he left.", "According", ""),
    ],
)
def test_subjects_of_verbs(parse, text, verb, subject):
    """The parser says who does what a verb tells, in whatever order the words stand."""
    assert parse(text)[1][verb] == subject


def test_verb_without_a_name_has_nobody(language):
    """A pronoun and a passive stand in the parse as nobody, so that no other verb is taken for theirs."""
    found = parser.parse(Article("He said that talks had failed."), language)

    assert found.subjects[3] == NOBODY


def test_names_have_a_sort_and_words_beside(parse):
    """Persons have the words that say what they are: before the name, and between commas on both sides."""
    names, _ = parse(
        "Foreign Minister Karl Vandemeer met Ada Moor, head of the Ferry Union, in Vienna on Monday. "
        "Lantica’s envoy, John Tully, was away."
    )

    text = "Foreign Minister Karl Vandemeer met Ada Moor, head of the Ferry Union"
    beside = {name: text[slice(*each.beside)] for name, each in names.items()}
    assert beside["Karl Vandemeer"] == "Foreign Minister"
    assert beside["Ada Moor"] == "head of the Ferry Union"
    assert (names["Vienna"].label, names["Vienna"].beside) == ("place", (0, 0))
    assert names["John Tully"].beside != (0, 0)


def test_brackets_are_no_part_of_a_name(parse):
    """Letters in brackets behind a name are cut off."""
    names, _ = parse(
        "Gov. Tate Reeves (R) said on Monday that the World Health Organization (WHO) had called."
    )

    assert not any("(" in each for each in names)


def test_places_are_those_of_the_article(parse):
    """A line that breaks, a dateline, a headline and letters beyond the plane move no place."""
    names, subjects = parse(
        "Headline 🚢 by Zed Zulu\n\nMAROVA, Nov. 18 (AP) — Karl\nVandemeer said\r\nthat it was over.\n\n"
        "Contact: Yan Yule, yan@yule.example\n"
    )

    assert subjects["said"] == "Karl\nVandemeer"
    assert not {"Zed Zulu", "Yan Yule"} & names.keys()


def test_long_paragraph_is_read_by_the_sentence(language):
    """An article in one paragraph is read whole; a sentence that no person wrote is left to the rules."""
    said = "Karl Vandemeer said yes. "
    text = said * 900 + "\n\n" + said + "“Ada Moor " + "and so on " * 3000 + "no.”\n\n" + said

    assert len(parser.parse(Article(text), language).names) == 902


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\0\x1b[31m said", "“" * 400, "' OR 1=1; --\nsaid", "\ufeff\u202e said"]
)
def test_odd_text_is_read(language, text):
    """Nothing in an article stops the parser."""
    find_engine("spacy")(Article(text), {})


@pytest.mark.parametrize("article", ["talks", "open_wire"])
def test_second_opinion_breaks_nothing(language, article):
    """With a parser every passage is still verbatim, and what is not sure says why."""
    text = (ARTICLES / f"{article}.txt").read_text(encoding="utf-8")
    draft = find_engine("spacy")(Article(text, DAY), {})

    assert draft.rejected == ()
    assert len(draft.quotes) == len(find_engine()(Article(text, DAY), {}).quotes)
    assert all(each.why for each in draft.quotes if each.confidence == "review")


def test_same_article_same_bytes(language):
    """Another process with another hash seed drafts the same bytes."""
    article = ARTICLES / "talks.txt"
    code = f"""if True:
        import pathlib, sys, msgspec
        from briefbook.distil.article import Article
        from briefbook.distil.engines import find_engine
        text = pathlib.Path({str(article)!r}).read_text(encoding="utf-8")
        sys.stdout.buffer.write(msgspec.json.encode(find_engine("spacy")(Article(text), {{}})))
    """
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    here = find_engine("spacy")(Article(article.read_text(encoding="utf-8")), {})

    assert other.stdout == msgspec.json.encode(here)


def test_no_network(monkeypatch):
    """Loading the model and reading with it opens no connection."""

    def refuse(*_, **__):
        raise AssertionError("a connection was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    language = parser.load_model.__wrapped__(parser.MODEL)

    assert parser.parse(Article("Karl Vandemeer said no."), language).names


def test_model_may_be_a_folder(language, tmp_path):
    """A model that lies in a folder reads as one that is installed."""
    language.to_disk(tmp_path / "model")
    draft = find_engine("spacy", str(tmp_path / "model"))(Article("Karl Vandemeer said it was over."), {})

    assert draft == find_engine("spacy")(Article("Karl Vandemeer said it was over."), {})


def test_missing_extra_says_what_to_install(monkeypatch, tmp_path):
    """Without spaCy the engine says how to get it, and the command ends."""
    article = tmp_path / "article.txt"
    article.write_text("Karl Vandemeer said no.", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "spacy", None)
    result = CliRunner().invoke(main, ["distil", str(article), "--engine", "spacy", "--model", "absent"])

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "briefbook: the engine spacy is not installed: pip install 'briefbook[nlp]'\n"


@pytest.mark.parametrize("content", [None, "", "{", '{"lang": "en"}'])
def test_broken_model_is_named(tmp_path, content):
    """A model that is not there, or is none, is named, with what to give instead."""
    folder = tmp_path / "model"
    if content is not None:
        folder.mkdir()
        (folder / "meta.json").write_text(content, encoding="utf-8")

    with pytest.raises(
        EngineError, match=rf"the model {folder} cannot be loaded \(.+\); --model takes a folder"
    ):
        find_engine("spacy", str(folder))


def test_model_for_another_spacy_is_refused(language, tmp_path):
    """A model made for another version only warns, and would read badly; so it is refused."""
    language.to_disk(tmp_path)
    meta = tmp_path / "meta.json"
    meta.write_text(
        meta.read_text(encoding="utf-8").replace(">=3.7.5,<3.9.0", ">=3.0,<3.1"), encoding="utf-8"
    )

    with pytest.raises(EngineError, match="cannot be loaded"):
        find_engine("spacy", str(tmp_path))


def test_model_that_knows_nothing_is_refused(tmp_path):
    """A model without names and sentences gives no second opinion."""
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(EngineError, match="knows neither names nor sentences"):
        find_engine("spacy", str(tmp_path))
