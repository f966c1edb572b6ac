"""`briefbook diff` as a reviewer runs it."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from tests.diff.repositories import commit, git, make_repository

ROOT = Path(__file__).parent.parent.parent
BRIEF = Path("content/briefs/2031-03-04.md")


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The standard book in a repository, as the folder in which we stand."""
    made = make_repository(tmp_path)
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def run(book):
    """A function that runs the command there: its exit status, what it prints, and its complaints."""

    def run_in_it(*arguments, **environment):
        apart = {"BRIEFBOOK_TEXTS": None, "SOURCE_DATE_EPOCH": None, "COLUMNS": "90", **environment}
        result = CliRunner().invoke(main, ["diff", *arguments], env=apart, catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    return run_in_it


@pytest.fixture
def told(run):
    """A function that runs it and gives the comparison as data."""

    def told_by(*arguments):
        status, words, complaints = run(*arguments, "--format", "json")
        assert (0, "") == (status, complaints)
        return json.loads(words)

    return told_by


def edit(old, new, file=BRIEF):
    """Changes one thing in the brief."""
    text = Path(file).read_text()
    assert old in text
    Path(file).write_text(text.replace(old, new, 1))


def kinds(comparison):
    """The kinds of change, by key."""
    return {row["key"]: row["kind"] for row in comparison["changes"]}


def test_working_tree_is_compared_with_the_last_commit(run):
    """Without a word more, the command says what was changed since the last commit."""
    edit("stance: opposes", "stance: supports")
    status, words, complaints = run()

    assert (0, "") == (status, complaints)
    assert words.startswith("HEAD (")
    assert ") → the working tree\nmoved: 1\n" in words
    assert "\nMoved\n  Harbour board on “The flood gates should open this week.”: opposes → supports" in words


def test_nothing_changed_is_no_difference(run):
    """A working tree as it was committed differs in nothing, and the command ends well all the same."""
    status, words, _ = run()

    assert (0, True) == (status, "no difference" in words)


def test_two_revisions_are_compared(told):
    """Two names are two revisions; whatever stands in the working tree says nothing."""
    edit("status: disputed", "status: confirmed")
    commit(Path())
    edit("stance: opposes", "stance: supports")
    found = told("HEAD~1", "HEAD")

    assert ("HEAD~1", "HEAD") == (found["old"].split()[0], found["new"].split()[0])
    assert {"claim/gate-rammed": "claim-rated"} == kinds(found)


@pytest.mark.parametrize("range", ["HEAD~1..HEAD", "HEAD~1..", "HEAD~1...HEAD", "HEAD~1..."])
def test_range_of_revisions_is_two_of_them(told, range):
    """The range of git is understood, with HEAD where a side is left out."""
    edit("status: disputed", "status: confirmed")
    commit(Path())

    assert {"claim/gate-rammed": "claim-rated"} == kinds(told(range))


def test_pull_request_is_compared_with_its_beginning(book, told):
    """With three dots, what came to the other branch meanwhile is no change of ours."""
    git(book, "checkout", "--quiet", "-b", "work")
    edit("stance: opposes", "stance: supports")
    commit(book, "ours")
    git(book, "checkout", "--quiet", "main")
    edit("status: disputed", "status: confirmed")
    commit(book, "theirs")

    assert {"position/harbour-board/open-gates": "moved"} == kinds(told("main...work"))
    assert {"position/harbour-board/open-gates", "claim/gate-rammed"} == kinds(told("main..work")).keys()
    assert "claim/gate-rammed" in kinds(told("...main")) or told("...main")["changes"] == []


def test_drafts_are_compared_when_asked(told):
    """A new draft changes nothing for readers; with --drafts it is compared as if it were cleared."""
    Path("content/briefs/2031-03-06.md").write_text(
        "---\ntitle: Two days on\nas_of: 2031-03-06\nsources: [courier]\nclaims:\n"
        "- {id: new, text: It is new., by: vale, words: Southland denied}\n---\n"
    )
    hidden, shown = told(), told("--drafts")

    assert [{"brief": "2031-03-06", "title": "Two days on", "was": "", "now": "draft"}] == hidden["drafts"]
    assert {} == kinds(hidden)
    assert "claim-new" == kinds(shown)["claim/new"]


def test_ceiling_can_be_another(told):
    """Both states are compared as an audience of another ceiling sees them."""
    edit("- id: barges-moored", "- id: barges-moored\n  tlp: AMBER")
    tightened = told()

    assert {"claim/barges-moored": "claim-gone"} == kinds(tightened)
    assert {} == kinds(told("--ceiling", "amber"))
    assert [("CLEAR", "AMBER", False)] == [
        (each["was"], each["now"], each["loosened"]) for each in tightened["markings"]
    ]


def test_day_judges_deadlines(told):
    """A new brief after a deadline makes its question overdue; with a day given, both are judged by that."""
    Path("content/briefs/2031-03-27.md").write_text(
        "---\ntitle: Three weeks on\nas_of: 2031-03-27\nstatus: cleared\ncleared_by: desk\n---\n"
    )

    assert "question-overdue" == kinds(told())["question/who-pays"]
    assert "question/who-pays" not in kinds(told("--today", "2031-04-01"))


def test_texts_elsewhere_belong_to_both_states(book, tmp_path, told):
    """The folder of texts stands for both states, so that it is no difference."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (book / "seeds" / "courier.txt").rename(texts / "courier.txt")
    commit(book)
    edit("title: The gates stay shut", "title: The gates stay closed")

    assert {"brief/2031-03-04": "brief-changed"} == kinds(found := told("--texts", str(texts)))
    assert [] == found["sources"]


def test_mistakes_are_named_and_left_out(told):
    """A file with a mistake does not stop the comparison; what is wrong in the settings is named as well."""
    Path("content/actors/vale.yaml").write_text("name: [\n")
    edit("schema_version: 1", "schema_version: 2", "mkdocs.yml")
    found = told()

    assert {("the working tree", "mkdocs.yml"), ("the working tree", "content/actors/vale.yaml")} == {
        (each["state"], each["file"]) for each in found["faults"]
    }
    assert "actor-gone" == kinds(found)["actor/vale"]


def test_working_tree_is_not_touched(book, run):
    """No file of the working tree or of the repository is made or changed; nothing is left behind."""
    edit("stance: opposes", "stance: supports")

    def digests():
        files = (path for path in book.rglob("*") if path.is_file())
        return {path: (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) for path in files}

    temporary = book.parent / "temporary"
    temporary.mkdir()
    before = digests()
    run("HEAD", TMPDIR=str(temporary))
    run("HEAD", "--format", "markdown", TMPDIR=str(temporary))

    assert before == digests()
    assert [] == list(temporary.iterdir())


def test_markdown_is_ready_for_a_comment(run):
    """The comment begins with one line that sums up."""
    edit("stance: opposes", "stance: supports")
    status, words, _ = run("--format", "markdown")

    assert (0, True) == (status, words.startswith("**HEAD ("))
    assert (
        "→ the working tree**: moved: 1\n\n### What readers will see\n\n**Moved**\n\n- Harbour board on"
        in words
    )


def test_forms_are_plain_where_nobody_sees_colours(run):
    """What goes into a file has no colours in it."""
    edit("stance: opposes", "stance: supports")

    assert "\x1b" not in run()[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["mian"], "briefbook: there is no revision 'mian'; did you mean `main`?\n"),
        (["main", "mian"], "briefbook: there is no revision 'mian'; did you mean `main`?\n"),
        (["main...mian"], "briefbook: there is no revision 'mian'; did you mean `main`?\n"),
    ],
)
def test_unknown_revision_is_one_clear_line(run, arguments, complaint):
    """A revision that is not there ends the command with 2 and the nearest name."""
    assert (2, "", complaint) == run(*arguments)


def test_folder_without_a_repository_is_one_clear_line(book, run):
    """Where git knows nothing of the book, the command says so and ends with 2."""
    (book / ".git").rename(book.parent / "git")
    status, words, complaint = run(GIT_CEILING_DIRECTORIES=str(book.parent))

    assert (2, "") == (status, words)
    assert complaint.endswith("book/content is in no git repository, so there is nothing to compare\n")


def test_folder_that_is_not_there_is_one_clear_line(run):
    """A content folder that is not there is wrong use."""
    status, _, complaint = run("--content", "elsewhere")

    assert (2, True) == (status, "there is no folder elsewhere" in complaint)


def test_example_is_what_the_command_prints(tmp_path, monkeypatch):
    """The page shows a change and its comparison, to the letter."""
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    (brief,) = re.findall(r"```yaml\n(---\ntitle.*?)```", page, re.DOTALL)
    (shown,) = re.findall(r"```\n\$ briefbook diff main\n(.*?)```", page, re.DOTALL)
    book = make_repository(tmp_path)
    monkeypatch.chdir(book)
    edit("status: disputed", "status: disputed\n  tlp: AMBER")
    commit(book)
    edit("status: disputed\n  tlp: AMBER", "status: disputed")
    Path("content/briefs/2031-03-06.md").write_text(brief)
    command = CliRunner().invoke(main, ["diff", "main"], env={**os.environ, "COLUMNS": "90"})
    name = git(book, "rev-parse", "main")[:9]

    assert shown.replace("1a2b3c4d5", name) == command.stdout
