"""Each rule finds its bad case, at the line that says so, and nothing else; in its good case, nothing."""

import re
import shutil
from pathlib import Path

import pytest

from briefbook.check.registry import RULES, find_rule
from briefbook.diagnostics import Severity
from briefbook.pipeline import Request, check_book

HERE = Path(__file__).parent
BOOK, CASES = HERE / "book", sorted((HERE / "cases").iterdir())
BRIEF = "content/briefs/case.md"
MADE_IN_TESTS = {
    *("file-encoding", "file-linked", "file-not-regular", "file-name"),
    *("picture-invalid", "front-matter-missing", "markdown-slow"),
    "text-required",
}
"""Rules whose cases are bytes, links or pipes, made in test_files.py, or options, as in edit/test_lock.py."""

HEAD = """\
title: The gates, two days on
as_of: 2031-03-06
status: draft
cleared_by: harbour desk
product: flash-update
bottom_line: The gates are still shut.
sources: [courier]
"""
_EXPECT = re.compile(r"(?:#|<!--) expect: ([a-z, -]+)(?: -->)?$")


def lay_out(case: Path, folder: Path, status: str) -> Path:
    """A case as a book: a folder is laid over the standard book, a file becomes one more brief in it.

    A file of entries (`.yaml`) or a body (`.md`) comes under the usual head. What says `status: draft` is
    tried as a cleared brief too.
    """
    book = shutil.copytree(BOOK, folder / "book")
    if case.is_dir():
        shutil.copytree(case, book, dirs_exist_ok=True)
    else:
        (book / BRIEF).write_text(_whole(case.read_text(), case.suffix))
    for path in book.glob("content/briefs/*.md"):
        path.write_text(path.read_text().replace("status: draft", f"status: {status}"))
    return book


def _whole(text: str, suffix: str) -> str:
    if suffix == ".yaml":
        return f"---\n{HEAD}{text}---\n"
    return text if text.startswith("---\n") else f"---\n{HEAD}---\n{text}"


def expectations(book: Path) -> list[tuple[str, int, str]]:
    """File, line and rule of each comment `expect:`; one that has a line to itself is about the next line."""
    return sorted(
        (path.relative_to(book).as_posix(), number + _is_alone(line), rule.strip())
        for path in book.rglob("*")
        if path.is_file() and path.suffix in (".md", ".yaml", ".yml", ".lock")
        for number, line in enumerate(path.read_text().split("\n"), 1)
        if (match := _EXPECT.search(line))
        for rule in match[1].split(",")
    )


def _is_alone(line: str) -> bool:
    return _EXPECT.match(line.strip()) is not None


@pytest.mark.parametrize("status", ["draft", "cleared"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_findings_are_those_that_the_lines_expect(case, status, tmp_path):
    """No finding is missing and none is a false alarm, in a draft and in a cleared brief."""
    book = lay_out(case, tmp_path, status)

    found = check_book(Request(book / "content")).diagnostics

    assert expectations(book) == sorted((each.file, each.line, each.rule) for each in found)


@pytest.mark.parametrize("rule", [each.name for each in RULES if each.name not in MADE_IN_TESTS])
@pytest.mark.parametrize("kind", ["bad", "good"])
def test_rule_has_a_bad_and_a_good_case(rule, kind):
    """For each rule stand a case that breaks it and one that just keeps it."""
    (case,) = [each for each in CASES if each.name.startswith(f"{rule}.{kind}")]
    files = [case] if case.is_file() else [each for each in case.rglob("*") if each.is_file()]

    assert any(f"expect: {rule}" in file.read_text() for file in files) is (kind == "bad")


def test_each_case_is_about_a_rule():
    """No case is left behind by a rule that has another name now."""
    assert {each.name.partition(".")[0] for each in CASES} <= {each.name for each in RULES}


@pytest.mark.parametrize(
    "rule",
    """bottom-line-missing key-messages-count evidence-missing position-without-evidence question-without-why
    source-missing actor-unused issue-unused picture-without-alt placeholder-left""".split(),
)
def test_what_is_missing_from_a_draft_weighs_more_when_it_is_cleared(rule, tmp_path):
    """A warning in a draft is an error in a cleared brief."""
    (case,) = [each for each in CASES if each.name.startswith(f"{rule}.bad")]
    weights = []
    for status in ("draft", "cleared"):
        found = check_book(Request(lay_out(case, tmp_path / status, status) / "content")).diagnostics
        weights.append({each.severity for each in found if (each.rule, each.file) == (rule, BRIEF)})

    assert [{Severity.WARNING}, {Severity.ERROR}] == weights


def test_all_other_rules_weigh_the_same():
    """No rule but those that ask for what is missing changes its weight with a brief's status."""
    changing = {each.name for each in RULES if each.draft != each.cleared}

    assert changing == {
        *("bottom-line-missing", "key-messages-count", "evidence-missing", "position-without-evidence"),
        *("question-without-why", "source-missing", "actor-unused", "issue-unused", "picture-without-alt"),
        "placeholder-left",
    }


@pytest.mark.parametrize("case", [each for each in CASES if ".bad" in each.name], ids=lambda case: case.name)
def test_finding_has_a_way_out(case, tmp_path):
    """Each finding helps, and says in one line what is wrong."""
    for found in check_book(Request(lay_out(case, tmp_path, "draft") / "content")).diagnostics:
        assert found.help, found
        assert "\n" not in found.message + found.help


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_explains_itself(rule):
    """Each rule says in one sentence what it finds, why that matters, and shows a bad and a good case."""
    assert rule.summary.endswith(".")
    assert rule.why.endswith((".", "?"))
    assert rule.bad
    assert rule.good
    assert find_rule(rule.name) is rule
