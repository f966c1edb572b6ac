"""The engines of `briefbook distil`, and what holds behind every one of them."""

import json
import subprocess
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.distil import engines, rules
from briefbook.distil.article import Article
from briefbook.distil.draft import Claim, Draft, Indirect, Quote, Rejected
from briefbook.distil.engines import ENGINES, EngineError, find_engine

TEXT = "Interior Minister Karl Vandemeer said the road was closed.\n\nCall Ada Moor on ada@moor.example.\n"
ROAD, CALL = TEXT.index("road"), TEXT.index("Call")
LIES = Draft(
    quotes=(Quote(start=ROAD, end=ROAD + 4, text="rail"), Quote(start=ROAD, end=ROAD + 4, text="road")),
    indirect=(Indirect(start=-5, end=-1, text="closed"), Indirect(start=0, end=900, text=TEXT[:CALL])),
    claims=(Claim(start=CALL, end=len(TEXT) - 2, text=TEXT[CALL:-2]),),
)


@pytest.fixture
def liar(monkeypatch):
    """An engine that makes words up, entered under a name of its own."""
    module = types.ModuleType("liar")
    module.reader = lambda *_: lambda *_: LIES
    monkeypatch.setitem(sys.modules, "liar", module)
    monkeypatch.setattr(engines, "_MODULES", {**engines._MODULES, "liar": "liar"})


def test_engine_that_lies_is_caught(liar):
    """Whatever an engine says, words that are not the article's are left out and listed, and addresses go."""
    draft = find_engine("liar")(Article(TEXT), {})

    assert [each.text for each in draft.quotes] == ["road"]
    assert draft.indirect == draft.claims == ()
    assert draft.rejected == (
        Rejected("quotes", ROAD, ROAD + 4, "rail"),
        Rejected("indirect", -5, -1, "closed"),
        Rejected("indirect", 0, 900, TEXT[:CALL]),
    )


def test_engine_is_a_module_and_a_line(liar, tmp_path):
    """An engine with a line in the list is an engine of the command, which names what it rejects."""
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["distil", str(article), "--engine", "liar", "--format", "json"])

    assert result.exit_code == 0
    assert "left out, not in the article: 'rail' (quotes)" in result.stderr
    assert len(json.loads(result.stdout)["rejected"]) == 3


def test_rules_are_the_engine_by_default():
    """Who names no engine has the rules, with no address in what they draft."""
    draft = find_engine()(Article(TEXT), {})

    assert draft == find_engine("rules")(Article(TEXT), {}) != Draft()
    assert "ada@" in TEXT
    assert "ada@" not in str(draft)


def test_rules_take_no_model():
    """A model for the rules is a mistake, and the way out is said."""
    with pytest.raises(EngineError, match=r"the rules read without a model; for big say --engine spacy"):
        rules.reader("big")


def test_unknown_engine_names_those_there_are(tmp_path):
    """A wrong name ends the command with the right ones, before any article is read."""
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["distil", str(article), "--engine", "spicy"])

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "briefbook: there is no engine spicy; there are rules and spacy\n"


def test_rules_need_no_model_in_memory():
    """Reading with the rules imports nothing of spaCy."""
    code = f"""if True:
        import sys
        from briefbook.distil.article import Article
        from briefbook.distil.engines import find_engine
        find_engine()(Article({TEXT!r}), {{}})
        print([each for each in sys.modules if "spacy" in each])
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_engine_is_in_the_docs():
    """The guide says what each engine is."""
    page = (Path(__file__).parent.parent.parent / "docs" / "distil.md").read_text(encoding="utf-8")
    section = page.partition("## Engines")[2]

    assert all(f"`{each}`" in section for each in ENGINES)
