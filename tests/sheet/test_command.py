"""`briefbook sheet` as an editor runs it."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from tests.check.books import make_book
from tests.sheet.sheets import FIRST, locked


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The standard book, as the folder in which we stand."""
    made = make_book(tmp_path, {})
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def run(book):
    """A function that runs the command there: its exit status, what it prints, and its complaints."""

    def run_in_it(*arguments):
        result = CliRunner().invoke(main, ["sheet", *arguments], catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    return run_in_it


def test_sheet_goes_into_a_file_as_markdown(run):
    """What is not printed on a terminal is Markdown, ready for a comment."""
    status, words, complaints = run(FIRST)

    assert (0, "") == (status, complaints)
    assert words.startswith(
        "# Review sheet: The gates stay shut\n\n`content/briefs/2031-03-04.md` · flash-update"
    )
    assert words.endswith("\n")


def test_sheet_for_a_terminal_has_no_colours_elsewhere(run):
    """The other form can be asked for, and is plain where nobody could see colours."""
    status, words, _ = run(FIRST, "--format", "terminal")

    assert (0, True) == (status, words.startswith("The gates stay shut\n"))
    assert "\x1b" not in words


def test_terminal_gets_lines_in_colour(book):
    """On a terminal the sheet is wrapped lines, with colours."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "briefbook", "sheet", FIRST]
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm"}
    with subprocess.Popen(command, cwd=book, stdout=theirs, env=environment) as process:
        os.close(theirs)
        printed = b""
        while piece := _read(ours):
            printed += piece
    os.close(ours)

    assert 0 == process.returncode
    assert printed.startswith(b"\x1b[1mThe gates stay shut")


def _read(file):
    """The next bytes of a terminal; none when its other end is closed."""
    try:
        return os.read(file, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize("name", [f"content/briefs/{FIRST}.md", f"./content/../content/briefs/{FIRST}.md"])
def test_brief_may_be_named_by_its_file(run, name):
    """A path that the shell completes names a brief as well as its id does."""
    assert run(FIRST) == run(name)


def test_brief_may_be_named_by_its_file_from_elsewhere(run, book, monkeypatch):
    """The path counts from where one stands."""
    monkeypatch.chdir(book / "content" / "briefs")

    assert "# Review sheet" in run(f"{FIRST}.md", "--content", str(book / "content"))[1]


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("2031-03-05", "did you mean `2031-03-04`?"),
        ("content/briefs/2031-03-14.md", "did you mean `2031-03-04`?"),
        ("content/actors/vale.yaml", "briefs stand in content/briefs"),
        ("vale", "briefs stand in content/briefs"),
        ("", "briefs stand in content/briefs"),
    ],
)
def test_unknown_brief_is_wrong_use(run, name, help):
    """A name that no brief has is answered with the nearest one, or with where to look."""
    status, words, complaints = run(name)

    assert (2, "") == (status, words)
    assert f"there is no brief {name!r}; {help}" in complaints


@pytest.mark.parametrize("name", [FIRST, f"content/briefs/{FIRST}.md"])
def test_brief_that_cannot_be_read_is_reported(run, name):
    """Where a mistake hides the brief, the mistake is shown as a check shows it."""
    Path(f"content/briefs/{FIRST}.md").write_text("---\ntitle: [\n---\n")
    status, words, complaints = run(name)

    assert (1, "") == (status, words)
    assert f"content/briefs/{FIRST}.md:" in complaints


def test_mistakes_elsewhere_are_counted(run):
    """A damaged file of another record does not keep the editor from the brief."""
    Path("content/actors/southland.yaml").write_text("name: [\n")
    status, words, _ = run(FIRST)

    assert 0 == status
    assert "mistakes in 1 other file of the book" in words


def test_mistake_in_the_settings_is_reported(run):
    """Without settings nothing can be judged."""
    Path("mkdocs.yml").write_text("site_name: [\n")
    status, words, complaints = run(FIRST)

    assert (1, "") == (status, words)
    assert "mkdocs.yml:" in complaints


def test_texts_may_lie_elsewhere(run, book, tmp_path):
    """With `--texts` the words are proved by a text outside of the book, without it by the lock."""
    shutil.copytree("seeds", tmp_path / "texts")
    locked(book)

    assert "by lock" in run(FIRST)[1]
    assert "by lock" not in run(FIRST, "--texts", str(tmp_path / "texts"))[1]


def test_context_may_be_left_out(run):
    """`--context 0` shows no more of an article than the brief quotes."""
    assert "said Ada Vale, who chairs the board" in run(FIRST)[1]
    assert "who chairs the board" not in run(FIRST, "--context", "0")[1]


def test_today_judges_deadlines(run):
    """`--today` counts as it does in a check."""
    assert "deadline-passed" in run(FIRST, "--today", "2031-05-01")[1]


@pytest.mark.parametrize("form", ["markdown", "terminal"])
def test_iraq_is_proved_by_its_lock(root, form):
    """Without the article, every quotation of the Iraq brief stands alone and is proved by the lock."""
    arguments = ["sheet", "2014-06-15-iraq", "--content", str(root / "content"), "--format", form]
    words = CliRunner().invoke(main, arguments, env={"BRIEFBOOK_TEXTS": ""}).stdout

    assert re.search(r"(\d+) of \1 passages proved", words)
    assert "text absent, quotations by lock" in words


@pytest.mark.material("BRIEFBOOK_TEXTS")
def test_iraq_is_proved_by_its_article(root):
    """With the article, the same quotations stand in their sentences."""
    arguments = ["sheet", "2014-06-15-iraq", "--content", str(root / "content")]
    words = CliRunner().invoke(main, arguments).stdout

    assert re.search(r"(\d+) of \1 passages proved · (\d+) of \2 speakers confirmed", words)
    assert "> “**We don’t want that linked and mixed.**”" in words
    assert "by lock" not in words
