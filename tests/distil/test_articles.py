"""Whole invented articles in many styles, against what a reader found in them.

The floors stand a little below what is reached, so that a change which loses much is seen.
`open_*` were looked at while the rules were written, `held_*` were not; README.md in `articles/` says more.
"""

import functools
import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from tests.distil.compared import Shares, compare
from tests.distil.gold import gold_of

ARTICLES = Path(__file__).parent / "articles"

# fmt: off
FLOORS = {
    # quotations, speakers, statements, tellers, actors, claims, days, deadlines, positions, questions
    "feature":         Shares(1.00, 0.95, 0.90, 0.95, 0.90, 0.80, 0.95, 0.75, 0.50, 0.95),
    "harbour":         Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.75, 0.95, 0.95, 0.50, 0.70),
    "held_analysis":   Shares(0.85, 0.85, 0.80, 0.70, 0.85, 0.80, 0.90, 0.45, 0.45, 0.65),
    "held_business":   Shares(1.00, 0.75, 0.90, 0.75, 0.90, 0.80, 0.95, 0.95, 0.25, 0.80),
    "held_deal":       Shares(1.00, 0.95, 0.75, 0.95, 0.85, 0.70, 0.95, 0.95, 0.10, 0.80),
    "held_feature":    Shares(1.00, 0.95, 0.90, 0.80, 0.90, 0.55, 0.90, 0.60, 0.70, 0.65),
    "held_island":     Shares(1.00, 0.95, 0.80, 0.80, 0.85, 0.75, 0.95, 0.60, 0.60, 0.95),
    "held_live":       Shares(0.90, 0.75, 0.85, 0.80, 0.80, 0.75, 0.95, 0.95, 0.40, 0.55),
    "held_plant":      Shares(1.00, 0.85, 0.70, 0.95, 0.85, 0.70, 0.95, 0.80, 0.85, 0.80),
    "held_statement":  Shares(1.00, 0.55, 0.90, 0.85, 0.95, 0.75, 0.95, 0.95, 0.50, 0.95),
    "held_subsidy":    Shares(1.00, 0.95, 0.95, 0.55, 0.85, 0.75, 0.95, 0.95, 0.40, 0.80),
    "letter":          Shares(1.00, 0.95, 0.95, 0.70, 0.95, 0.75, 0.95, 0.95, 0.95, 0.95),
    "open_agency":     Shares(1.00, 0.75, 0.95, 0.75, 0.80, 0.80, 0.95, 0.95, 0.95, 0.95),
    "open_agenda":     Shares(1.00, 0.95, 0.95, 0.95, 0.75, 0.95, 0.90, 0.85, 0.95, 0.95),
    "open_arms":       Shares(1.00, 0.75, 0.75, 0.95, 0.85, 0.80, 0.95, 0.95, 0.75, 0.70),
    "open_arrears":    Shares(1.00, 0.95, 0.90, 0.95, 0.85, 0.80, 0.95, 0.85, 0.70, 0.95),
    "open_bank":       Shares(1.00, 0.95, 0.95, 0.85, 0.95, 0.95, 0.85, 0.95, 0.95, 0.75),
    "open_blotter":    Shares(1.00, 0.75, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95),
    "open_border":     Shares(1.00, 0.75, 0.95, 0.95, 0.85, 0.95, 0.95, 0.95, 0.75, 0.95),
    "open_briefing":   Shares(1.00, 0.95, 0.90, 0.95, 0.90, 0.95, 0.95, 0.95, 0.40, 0.60),
    "open_broadsheet": Shares(1.00, 0.90, 0.95, 0.75, 0.95, 0.95, 0.95, 0.95, 0.45, 0.80),
    "open_camp":       Shares(1.00, 0.95, 0.90, 0.95, 0.95, 0.95, 0.95, 0.95, 0.80, 0.95),
    "open_clash":      Shares(1.00, 0.95, 0.95, 0.95, 0.90, 0.80, 0.95, 0.95, 0.80, 0.75),
    "open_coalition":  Shares(1.00, 0.85, 0.95, 0.80, 0.90, 0.80, 0.95, 0.95, 0.45, 0.95),
    "open_column":     Shares(1.00, 0.85, 0.95, 0.80, 0.85, 0.95, 0.95, 0.95, 0.70, 0.95),
    "open_convoy":     Shares(1.00, 0.70, 0.90, 0.95, 0.95, 0.75, 0.95, 0.80, 0.65, 0.95),
    "open_count":      Shares(1.00, 0.80, 0.75, 0.95, 0.85, 0.95, 0.95, 0.95, 0.60, 0.75),
    "open_county":     Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.45, 0.95, 0.95, 0.00, 0.95),
    "open_coup":       Shares(1.00, 0.95, 0.95, 0.95, 0.90, 0.85, 0.95, 0.95, 0.90, 0.80),
    "open_court":      Shares(1.00, 0.85, 0.90, 0.90, 0.85, 0.85, 0.95, 0.95, 0.75, 0.95),
    "open_dam":        Shares(1.00, 0.95, 0.95, 0.95, 0.90, 0.45, 0.95, 0.95, 0.95, 0.70),
    "open_delta":      Shares(1.00, 0.95, 0.85, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.75),
    "open_federation": Shares(1.00, 0.80, 0.95, 0.80, 0.95, 0.95, 0.90, 0.60, 0.95, 0.95),
    "open_flood":      Shares(1.00, 0.95, 0.85, 0.80, 0.85, 0.95, 0.85, 0.95, 0.95, 0.95),
    "open_front":      Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.85, 0.95, 0.95, 0.75, 0.95),
    "open_grain":      Shares(1.00, 0.80, 0.90, 0.85, 0.90, 0.70, 0.95, 0.80, 0.95, 0.75),
    "open_hospital":   Shares(1.00, 0.95, 0.90, 0.95, 0.95, 0.95, 0.95, 0.95, 0.80, 0.75),
    "open_hostages":   Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.80, 0.95, 0.95, 0.55, 0.95),
    "open_inquiry":    Shares(1.00, 0.95, 0.95, 0.85, 0.85, 0.95, 0.85, 0.95, 0.70, 0.95),
    "open_interview":  Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.80, 0.85, 0.95, 0.85, 0.95),
    "open_launch":     Shares(1.00, 0.95, 0.95, 0.95, 0.80, 0.95, 0.95, 0.85, 0.95, 0.95),
    "open_local":      Shares(1.00, 0.95, 0.85, 0.95, 0.95, 0.85, 0.90, 0.80, 0.95, 0.95),
    "open_market":     Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.70, 0.95),
    "open_mine":       Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.85, 0.95, 0.95, 0.65, 0.95),
    "open_minister":   Shares(1.00, 0.95, 0.75, 0.45, 0.80, 0.80, 0.95, 0.95, 0.25, 0.75),
    "open_outbreak":   Shares(1.00, 0.95, 0.95, 0.80, 0.95, 0.70, 0.95, 0.95, 0.80, 0.70),
    "open_probe":      Shares(1.00, 0.95, 0.95, 0.80, 0.95, 0.85, 0.95, 0.95, 0.95, 0.95),
    "open_question":   Shares(1.00, 0.75, 0.90, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95),
    "open_recount":    Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.75, 0.95, 0.95, 0.75, 0.95),
    "open_rescue":     Shares(1.00, 0.95, 0.95, 0.95, 0.85, 0.90, 0.95, 0.95, 0.65, 0.80),
    "open_reservoir":  Shares(1.00, 0.95, 0.95, 0.95, 0.85, 0.80, 0.95, 0.70, 0.75, 0.65),
    "open_rights":     Shares(1.00, 0.95, 0.95, 0.65, 0.95, 0.65, 0.95, 0.95, 0.35, 0.95),
    "open_ruling":     Shares(1.00, 0.95, 0.95, 0.45, 0.55, 0.95, 0.85, 0.85, 0.95, 0.95),
    "open_sanctions":  Shares(1.00, 0.95, 0.95, 0.80, 0.95, 0.90, 0.95, 0.80, 0.75, 0.95),
    "open_sitrep":     Shares(1.00, 0.95, 0.95, 0.95, 0.90, 0.95, 0.95, 0.95, 0.95, 0.95),
    "open_station":    Shares(1.00, 0.55, 0.85, 0.95, 0.85, 0.95, 0.95, 0.95, 0.75, 0.75),
    "open_strike":     Shares(1.00, 0.85, 0.95, 0.85, 0.90, 0.95, 0.95, 0.95, 0.40, 0.80),
    "open_summit":     Shares(1.00, 0.60, 0.80, 0.65, 0.90, 0.75, 0.95, 0.75, 0.35, 0.60),
    "open_talks":      Shares(1.00, 0.95, 0.90, 0.95, 0.85, 0.95, 0.95, 0.95, 0.60, 0.95),
    "open_tariff":     Shares(1.00, 0.95, 0.90, 0.85, 0.90, 0.85, 0.95, 0.95, 0.75, 0.95),
    "open_tender":     Shares(1.00, 0.95, 0.60, 0.95, 0.95, 0.00, 0.85, 0.80, 0.00, 0.00),
    "open_term":       Shares(1.00, 0.85, 0.95, 0.95, 0.85, 0.85, 0.95, 0.95, 0.70, 0.95),
    "open_village":    Shares(1.00, 0.95, 0.90, 0.95, 0.85, 0.85, 0.95, 0.95, 0.95, 0.95),
    "open_ward":       Shares(1.00, 0.80, 0.85, 0.70, 0.90, 0.95, 0.95, 0.95, 0.95, 0.95),
    "open_warning":    Shares(1.00, 0.95, 0.95, 0.95, 0.60, 0.00, 0.95, 0.95, 0.95, 0.95),
    "open_watch":      Shares(1.00, 0.80, 0.85, 0.65, 0.90, 0.80, 0.95, 0.95, 0.70, 0.55),
    "open_wire":       Shares(1.00, 0.95, 0.95, 0.85, 0.90, 0.95, 0.95, 0.95, 0.95, 0.95),
    "statement":       Shares(1.00, 0.95, 0.95, 0.95, 0.95, 0.60, 0.95, 0.95, 0.45, 0.75),
    "talks":           Shares(1.00, 0.95, 0.95, 0.95, 0.85, 0.95, 0.95, 0.60, 0.60, 0.95),
}
# fmt: on


class Drafted(NamedTuple):
    """An article with its gold, its draft as JSON, and as the brief that a person gets."""

    text: str
    gold: dict
    draft: dict
    brief: str


@functools.cache
def drafted_of(name, folder):
    """The article drafted by the command, outside of a book."""
    gold = gold_of(ARTICLES / f"{name}.toml")
    article = shutil.copy(ARTICLES / f"{name}.txt", folder)
    ran = [
        CliRunner().invoke(main, ["distil", article, "--date", gold["article_date"], "--format", form])
        for form in ("json", "yaml")
    ]
    return Drafted(Path(article).read_bytes().decode(), gold, json.loads(ran[0].stdout), ran[1].stdout)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder without a book."""
    return tmp_path_factory.mktemp("articles")


@pytest.fixture(params=sorted(path.stem for path in ARTICLES.glob("*.txt")))
def name(request):
    """Each article."""
    return request.param


@pytest.fixture
def drafted(name, folder, monkeypatch):
    monkeypatch.chdir(folder)
    return drafted_of(name, folder)


def test_each_article_has_gold_and_floors():
    """Each article has a file of gold and a row of floors, and there is no other."""
    assert {path.stem for path in ARTICLES.glob("*.txt")} == set(FLOORS)
    assert {path.stem for path in ARTICLES.glob("*.toml")} == set(FLOORS)


def test_passages_are_verbatim(drafted):
    """Every passage of a draft stands in the article at the place that it claims."""
    passages = [
        each
        for part in ("quotes", "indirect", "claims", "dates", "positions")
        for each in drafted.draft[part]
    ]

    assert passages
    assert [] == [each for each in passages if drafted.text[each["start"] : each["end"]] != each["text"]]


def test_no_share_falls_below_its_floor(name, drafted):
    """Nothing in an article is found worse than it was."""
    shares = compare(drafted.draft, drafted.gold, drafted.text)._asdict()

    assert {} == {part: share for part, share in shares.items() if share < getattr(FLOORS[name], part)}


def test_no_address_reaches_a_draft(drafted):
    """No e-mail address and no telephone number of an article stands in its draft."""
    addresses = re.findall(r"[\w.]+@[\w-]+\.[\w.]*\w|\+\d[\d ]+\d", drafted.text)
    both = drafted.brief + json.dumps(drafted.draft)

    assert [] == [each for each in addresses if each in both]


def test_brief_is_a_draft(drafted):
    """What a person gets is marked as a draft, and is dated as the article is."""
    assert "\nstatus: draft\n" in drafted.brief
    assert f"\nas_of: {drafted.gold['article_date']}\n" in drafted.brief
