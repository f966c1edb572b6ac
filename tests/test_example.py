"""The invented situation in `examples/`, which promises one of everything."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from briefbook.derive.at import direction
from briefbook.derive.entries import is_overdue
from briefbook.pipeline import Request, Site, check_book, is_stopped, situation_of

CONTENT = "examples/juniper-pass/content"
EXPECTED = Path(__file__).parent / "example"
"""Golden pages, one of each kind that does not ask which programs a machine has."""


GOLDEN = """as-of/2031-04-01-khubz briefs/2031-04-01-khubz changes/index claims/index figures/index index
judgements/index questions/index sources/index timeline/index""".split()


@pytest.mark.parametrize("name", [*(f"{each}.html" for each in GOLDEN), "now.txt", "feed.xml"])
def test_pages_are_those_expected(name, site, request):
    """The example builds to its golden pages, byte for byte; `make update` writes them, CI never does."""
    golden = EXPECTED / name
    if request.config.option.update_snapshots and not os.environ.get("CI"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(site[name]())

    assert golden.read_text("utf-8") == site[name]().decode()


@pytest.fixture(scope="module")
def site(situation, root):
    """What makes each file of the site."""
    return Site(situation, (root / CONTENT).parent).makers()


@pytest.fixture(scope="module")
def loaded(root):
    """The book as it stands in its files, drafts and markings included."""
    return check_book(Request(root / CONTENT)).loaded


@pytest.fixture(scope="module")
def book(loaded):
    """All its records."""
    return loaded.book


@pytest.fixture(scope="module")
def situation(loaded, root):
    """What its readers see."""
    return situation_of(loaded, Request(root / CONTENT))


def findings(content):
    """Errors and warnings of a strict check, a line each."""
    diagnostics = check_book(Request(content)).diagnostics
    return [str(each) for each in diagnostics if is_stopped([each], strict=True)]


def test_example_is_clean(root):
    """Strictly checked, the example has no error and no warning."""
    assert [] == findings(root / CONTENT)


def test_locks_prove_the_example_without_its_texts(root, tmp_path):
    """A copy without the texts of the articles is as clean: the locks prove each passage."""
    copy = tmp_path / "juniper-pass"
    shutil.copytree(root / CONTENT / "..", copy, ignore=shutil.ignore_patterns("*.txt"))

    assert [] == findings(copy / "content")


def test_every_source_is_quoted_by_its_own_text(book):
    """The text of each article is in the repository, and its source names the hash of it."""
    assert set(book.sources) == set(book.texts) == set(book.digests)
    assert all(book.digests[id] == source.sha256 for id, source in book.sources.items())


def test_example_has_briefs_of_every_kind_over_three_months(book, situation):
    """Twelve briefs or more of all three products are cleared, over eighty days and more; one is a draft."""
    briefs = situation.released.briefs.values()
    days = sorted(each.as_of.day for each in briefs)

    assert len(briefs) >= 12
    assert {"sitrep", "flash-update", "profile"} == {each.product for each in briefs}
    assert (days[-1] - days[0]).days > 80
    assert 1 == Counter(each.status for each in book.briefs.values())["draft"]


def test_what_is_marked_is_not_published(book, situation):
    """One brief is marked AMBER; with its source and its actor it is not among what readers see."""
    marked = [each for each in book.briefs.values() if each.tlp and each.tlp.name == "AMBER"]

    assert 1 == len(marked)
    assert marked[0].id not in situation.released.briefs
    assert not {each.id for each in marked[0].actors} & set(situation.released.actors)
    assert not set(marked[0].sources) & set(situation.released.sources)


def test_example_has_actors_of_every_kind(situation):
    """There are at least thirty actors of all seven kinds, and persons among them hold posts."""
    kinds = Counter(each.kind for each in situation.released.actors.values())

    assert sum(kinds.values()) >= 30
    assert {"state", "body", "organisation", "armed-group", "person", "coalition", "unnamed"} == set(kinds)
    assert any(each.posts for each in situation.released.actors.values())


def test_positions_move_on_eight_issues(situation):
    """On at least eight issues there are positions; they move, with reasons, and change their conditions."""
    statements = [each for cell in situation.stances.cells.values() for each in cell.stated]
    moves = [each for each in statements if each.change == "moved"]

    assert len({each.position.issue for each in statements}) >= 8
    assert len(moves) >= 10
    assert sum(1 for each in moves if each.position.reason) >= 10
    assert any(each.change == "condition" for each in statements)
    assert any(cell.attributed for cell in situation.stances.cells.values())


def test_claims_contradict_each_other_and_are_rated_anew(situation):
    """Claims stand in every status, contradict one another, and are rated anew when more is known."""
    claims = situation.entries.claims

    assert {"unverified", "disputed", "corroborated", "confirmed", "refuted"} == {
        each.now.status for each in claims
    }
    assert any(each.now.contradicts for each in claims)
    assert any(step.update.status for each in claims for step in each.steps)


def test_figures_conflict_side_by_side(situation):
    """Of the seed that was collected, three actors give three numbers."""
    figures = situation.entries.lives["seed-collected"].now.figures
    given = {each.by or "zahrin-agriculture-ministry": each.best for each in figures}

    assert len(given) == len(set(given.values())) == 3


def test_questions_are_answered_and_overdue(book, situation):
    """Questions are answered yes, no and in words, or overdue; indicators are seen, likelihoods change."""
    questions = situation.entries.questions
    asked = [each.now for each in questions]

    assert {"yes", "no", ""} == {each.outcome for each in asked if each.status == "answered"}
    assert any(is_overdue(each, situation.today) for each in asked)
    assert any(each.seen for each in asked)
    assert any(step.update.likelihood for each in questions for step in each.steps)


def test_a_judgement_turns_round(situation):
    """What was first thought likely is at last almost out of the question, step by step."""
    life = situation.entries.lives["passes-between-people"]

    assert "likely" == life.first.likelihood
    assert "almost no chance" == life.now.likelihood
    assert len(life.steps) >= 4


def test_events_come_and_do_not_come(situation):
    """Events happened, one is still put off, and one was cancelled."""
    assert {"happened", "postponed", "cancelled"} <= {each.now.status for each in situation.entries.events}


def test_mistakes_are_mended(book):
    """Entries have been corrected, and one source was corrected by its publisher."""
    assert sum(len(each.corrections) for each in book.briefs.values()) >= 2
    assert any(each.corrected_by for each in book.sources.values())


def test_reports_repeat_each_other(book):
    """Outlets of every make are quoted, and some of them only repeat an agency."""
    assert len(book.sources) >= 14
    assert len({each.publisher for each in book.sources.values()}) >= 6
    assert any(each.via for each in book.sources.values())


def test_one_language_runs_from_right_to_left(book, situation):
    """A brief and several sources are in Arabic."""
    languages = {each.language for each in book.sources.values()}

    assert {"en", "ar"} == languages
    assert "rtl" in {direction(each.language) for each in situation.released.briefs.values()}
