"""How well articles are drafted, as the bench prints it."""

import subprocess
import sys

import pytest

SCORER = """
import json, sys
json_, draft, gold = sys.argv[1:]
quotes = len(json.load(open(draft, encoding="utf-8"))["quotes"])
share = {"f1": quotes, "acc": None, "recall": 0.5, "not_verbatim": 0}
parts = "quotes_exact speakers indirect indirect_attributed actors_named actor_kind actor_role"
parts += " actor_affiliation claims claim_hedges claim_attribution claim_status dates deadlines"
parts += " positions questions verbatim"
print(json.dumps(dict.fromkeys(parts.split(), share)))
sys.exit(1)
"""


@pytest.fixture
def bench():
    """Runs the bench."""

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "bench.distil", *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_shares_of_an_article_are_printed(bench):
    """Each share of an article has a row, and their mean a column."""
    rows = [line.split() for line in bench("--only", "harbour").stdout.splitlines()]

    assert rows[0] == ["harbour", "mean"]
    assert rows[1] == ["quotations", "1.000", "1.000"]
    assert len(rows) == 11


def test_another_script_may_compare(bench, tmp_path):
    """A script that is given compares draft and gold, and may end with another code than 0."""
    scorer = tmp_path / "scorer.py"
    scorer.write_text(SCORER, encoding="utf-8")
    rows = [line.split() for line in bench("--only", "harbour", "--scorer", scorer).stdout.splitlines()]

    assert rows[:3] == [["harbour", "all"], ["quotations", "4", "4"], ["speakers", "-", "-"]]


def test_folder_without_gold_is_told(bench, tmp_path):
    """A folder without gold ends the command with a sentence."""
    ran = bench(tmp_path)

    assert (ran.returncode, ran.stderr) == (1, "no article with gold there\n")
