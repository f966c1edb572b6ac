"""The command as people and machines use it: what it prints, what it writes, how it ends."""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefbook.check.run import RULES
from briefbook.cli import main
from briefbook.cli.output import Progress

BOOK = Path(__file__).parent / "check" / "book"
BRIEF = Path("content/briefs/2031-03-04.md")
ACTOR = Path("content/actors/vale.yaml")


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The standard book of the rules, as the folder in which we stand."""
    shutil.copytree(BOOK, tmp_path / "book")
    monkeypatch.chdir(tmp_path / "book")
    return Path()


@pytest.fixture
def run(book):
    """A function that runs the command: its exit status, what it prints, and its complaints."""

    def run_in_it(*arguments, **environment):
        result = CliRunner().invoke(main, [str(each) for each in arguments], env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return run_in_it


def change(path, old, new):
    """Changes one thing in a file."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def leaves(command, *names):
    """Each command with the words that call it, the groups too."""
    yield names, command
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from leaves(each, *names, name)


COMMANDS = dict(leaves(main))


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_help_lists_every_option_and_command(run, names):
    """`--help` and `-h` say what a command does and name all that it takes, each with its own help."""
    status, words, _ = run(*names, "--help")

    assert 0 == status
    assert words == run(*names, "-h")[1]
    for parameter in COMMANDS[names].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in words
            assert parameter.help
    for name in getattr(COMMANDS[names], "commands", ()):
        assert f"\n  {name} " in words


def test_version_is_that_of_the_package(run):
    """`--version` names program and version."""
    status, words, _ = run("--version")

    assert (0, True) == (status, words.startswith("briefbook, version "))


def test_clean_book_is_checked_in_one_line(run):
    """With nothing to report, the check says so and ends with 0."""
    assert (0, "Checked 1 brief: nothing to report.\n", "") == run("check")


def test_error_ends_the_check_with_1(run):
    """A finding is printed with its help, then counted."""
    change(BRIEF, "stance: opposes", "stance: oposes")
    status, words, complaints = run("check")

    assert (1, "") == (status, words)
    assert (
        "content/briefs/2031-03-04.md:12:11: error[value-unknown]: `stance` cannot be 'oposes'" in complaints
    )
    assert complaints.endswith("\n1 error\n")


def test_warning_ends_the_check_with_1_only_if_strict(run):
    """`--strict` lets warnings stop it."""
    Path("content/notes.txt").write_text("x")

    assert 0 == run("check")[0]
    assert 1 == run("check", "--strict")[0]
    assert run("check")[2].endswith("\n1 warning\n")


def test_note_stops_nothing(run):
    """A note is advice, even if strict."""
    Path("seeds/courier.txt").unlink()
    status, _, complaints = run("check", "--strict")

    assert (0, True) == (status, complaints.endswith("\n1 note\n"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "No such command 'chek'"),
        (["check", "--qqq"], "No such option"),
        (["check", "--content", "nowhere"], "there is no folder nowhere; name the content's folder"),
        (["check", "--content", "mkdocs.yml"], "is a file"),
        (["check", "--today", "15.06.2014"], "'15.06.2014' is no day; write one as in 2031-03-04"),
        (["check", "--texts", "nowhere"], "does not exist"),
        (["check", "--format", "xml"], "is not one of"),
        (["build", "--ceiling", "WHITE"], "is not one of"),
        (["new"], "Usage"),
        (["new", "brief"], "Missing argument 'ID'"),
        (
            ["explain", "quote-not-verbatm"],
            "there is no rule 'quote-not-verbatm'; did you mean `quote-not-verbatim`?",
        ),
        (["explain", "xyzzy"], "there is no rule 'xyzzy'"),
    ],
)
def test_wrong_use_ends_with_2(run, arguments, message):
    """What cannot be meant is refused in words, and nothing is done."""
    status, _, complaints = run(*arguments)

    assert 2 == status
    assert message in complaints


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30])
def test_source_date_epoch_is_a_number(run, epoch):
    """A clock that cannot be read is wrong use, not a crash."""
    status, _, complaints = run("check", SOURCE_DATE_EPOCH=epoch)

    assert 2 == status
    assert "SOURCE_DATE_EPOCH is not a number of seconds" in complaints


def test_today_is_given_by_option_or_environment(run):
    """`--today` goes before SOURCE_DATE_EPOCH, which goes before the newest brief's date."""
    late = {"SOURCE_DATE_EPOCH": "1932336000"}

    assert "deadline-passed" not in run("check")[2]
    assert "deadline-passed" in run("check", **late)[2]
    assert "deadline-passed" not in run("check", "--today", "2031-03-10", **late)[2]
    assert "deadline-passed" in run("check", "--today", "2031-03-26", SOURCE_DATE_EPOCH="")[2]


def test_jsonlines_are_for_programs(run):
    """Each finding is an object on a line of standard output, and nothing else is there."""
    change(BRIEF, "stance: opposes", "stance: oposes")
    status, words, complaints = run("check", "--format", "jsonlines")

    assert (1, "") == (status, complaints)
    assert ["value-unknown"] == [json.loads(line)["rule"] for line in words.splitlines()]


def test_texts_may_come_from_the_environment(run, tmp_path):
    """BRIEFBOOK_TEXTS names a folder with the texts that may not stand in seeds/."""
    (tmp_path / "texts").mkdir()
    Path("seeds/courier.txt").rename(tmp_path / "texts" / "courier.txt")

    assert "text-absent" in run("check")[2]
    assert (0, "") == run("check", BRIEFBOOK_TEXTS=str(tmp_path / "texts"))[::2]
    assert (0, "") == run("check", "--texts", "../texts")[::2]


def test_broken_settings_are_named_at_their_place(run):
    """A mistake in mkdocs.yml is a finding like any other, and stops the build."""
    change(Path("mkdocs.yml"), "default_tlp: CLEAR", "default_tlp: CLEER")
    status, words, complaints = run("build")

    assert (1, "") == (status, words)
    assert "mkdocs.yml:5:18: error[marking-unknown]: 'CLEER' is not a marking" in complaints
    assert "Nothing was built." in complaints
    assert not Path("build").exists()


def test_build_says_what_it_left_out(run, monkeypatch):
    """Where the library for calendars is absent, one line says so, and no page links to a calendar."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    status, words, _ = run("build")

    assert 0 == status
    assert "calendar.ics is left out, with the links to it: pip install 'briefbook[calendar]'" in words
    assert not Path("build/calendar.ics").exists()
    assert "calendar.ics" not in Path("build/questions/index.html").read_text("utf-8")


def test_build_says_what_it_built(run):
    """A site of all that is cleared, in the folder that was asked for."""
    status, words, complaints = run("build", "--out", "site")

    assert (0, "") == (status, complaints)
    files = [each for each in Path("site").rglob("*") if each.is_file()]
    assert f"Built {len(files)} files from 1 brief in site\n" == words
    assert Path("site/index.html") in files


def test_build_for_programs_prints_findings_alone(run):
    """With `--format jsonlines` a clean build prints nothing."""
    assert (0, "", "") == run("build", "--format", "jsonlines")


def test_build_with_an_error_leaves_the_last_site(run):
    """What stood there still stands, byte for byte."""
    run("build")
    before = {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()}
    change(ACTOR, "kind: person", "kind: persn")

    assert 1 == run("build")[0]
    assert before == {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()}


def test_strict_build_is_stopped_by_a_warning(run):
    """A warning lets an ordinary build go on."""
    Path("content/notes.txt").write_text("x")

    assert 1 == run("build", "--strict")[0]
    assert not Path("build").exists()
    assert 0 == run("build")[0]


def test_ceiling_decides_what_is_in_the_site(run):
    """A record above the ceiling is not in the files; the label is read in any case."""
    change(BRIEF, "id: barges-moored\n", "id: barges-moored\n  tlp: GREEN\n")

    def site():
        return b"".join(path.read_bytes() for path in Path("build").rglob("*") if path.is_file())

    assert 0 == run("build")[0]
    assert b"Forty barges lay" not in site()
    assert 0 == run("build", "--ceiling", "amber")[0]
    assert b"Forty barges lay" in site()


def test_drafts_are_shown_only_when_asked_for(run):
    """`--drafts` shows what is not cleared."""
    change(BRIEF, "status: cleared", "status: draft")

    assert 0 == run("build")[0]
    assert not Path("build/briefs/2031-03-04").exists()
    assert 0 == run("build", "--drafts")[0]
    assert Path("build/briefs/2031-03-04/index.html").exists()


def test_folder_of_others_is_not_overwritten(run):
    """A build into a folder that holds something else is refused as a whole."""
    Path("build").mkdir()
    Path("build/thesis.txt").write_text("x")
    status, _, complaints = run("build")

    assert 2 == status
    assert "holds something else than a briefbook site" in complaints
    assert [Path("build/thesis.txt")] == list(Path("build").iterdir())


@pytest.mark.parametrize("out", ["content/site", "seeds", "templates/assets/old", "."])
def test_site_lies_beside_its_book(run, out):
    """A build that would replace its own sources, or read its own site, is refused before it writes."""
    before = sorted(Path().rglob("*"))
    status, _, complaints = run("build", "--out", out)

    assert 2 == status
    assert "lie one in the other; name another folder with --out" in complaints
    assert before == sorted(Path().rglob("*"))


def test_book_in_the_last_site_is_not_replaced(run):
    """A folder that was a site once, and holds a book since, stays."""
    assert 0 == run("build", "--out", "docs")[0]
    shutil.move("content", "docs/content")
    status, _, complaints = run("build", "--content", "docs/content", "--out", "docs")

    assert 2 == status
    assert "docs and docs/content lie one in the other" in complaints
    assert Path("docs/content/briefs").is_dir()


def test_folder_around_the_content_is_not_the_content(run):
    """A book that would be empty because its folder was named one too high is refused with the right name."""
    status, _, complaints = run("build", "--content", ".")

    assert 2 == status
    assert ". is the folder around the content: --content content" in complaints


def test_headers_belong_to_a_book(run):
    """Without a book there is no address to put into the headers."""
    status, _, complaints = run("headers", "nginx", "--content", "elsewhere")

    assert 2 == status
    assert "there is no folder elsewhere" in complaints


def test_disk_that_is_full_is_told_in_one_line(monkeypatch, capsys):
    """Output that has nowhere to go ends the command in words."""
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        with pytest.raises(SystemExit) as ended:
            main(["explain", "quote-not-verbatim"])
        monkeypatch.undo()
        with contextlib.suppress(OSError):
            full.close()

    assert 2 == ended.value.code
    assert "briefbook: output: No space left on device\n" == capsys.readouterr().err


def test_reader_that_went_away_is_no_mistake(monkeypatch, capsys):
    """Nothing is said where `head` has seen enough."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        monkeypatch.setattr("sys.stdout", pipe)
        with pytest.raises(SystemExit):
            main(["explain", "quote-not-verbatim"])
        monkeypatch.undo()
        with contextlib.suppress(OSError):
            pipe.close()

    assert "" == capsys.readouterr().err


def test_explain_of_what_is_no_rule_leads_to_the_list(run):
    """A name like none of the rules' gets the way to all of them."""
    status, _, complaints = run("explain", "weather")

    assert 2 == status
    assert "`briefbook explain` lists them all" in complaints


def test_explain_lists_all_rules(run):
    """Without a rule, each stands on a line with its sentence, in order of name."""
    _, words, _ = run("explain")
    names = [line.split()[0] for line in words.splitlines()]

    assert sorted(rule.name for rule in RULES) == names


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_explain_tells_all_of_a_rule(run, rule):
    """Its weight, what it finds, why, a bad and a good case."""
    status, words, _ = run("explain", rule.name)

    assert 0 == status
    for part in (f"{rule.name} (", rule.cleared.value, rule.summary, rule.why, rule.bad, rule.good):
        assert part in words
    assert ("in a draft, error in a cleared brief)" in words) is (rule.draft != rule.cleared)


@pytest.mark.parametrize(
    ("kind", "file"),
    [("brief", "content/briefs/a-b.md"), ("actor", "content/actors/a-b.yaml"), ("source", "seeds/a-b.yaml")],
)
def test_new_file_has_its_keys_in_place(run, kind, file):
    """A fresh file is where it belongs, and the check has nothing but advice on it."""
    assert (0, f"Made {file}\n", "") == run("new", kind, "a-b", "--title", 'A "b" \\ c: d')
    assert '"A \\"b\\" \\\\ c: d"' in Path(file).read_text()

    status, _, complaints = run("check")
    assert 0 == status, complaints


@pytest.mark.parametrize("kind", ["brief", "actor", "source"])
def test_new_file_never_replaces_one(run, kind):
    """What stands there is not touched."""
    run("new", kind, "a-b")
    (path,) = [*Path("content").rglob("a-b.*"), *Path("seeds").rglob("a-b.*")]
    path.write_text("mine")
    status, _, complaints = run("new", kind, "a-b")

    assert (2, "mine") == (status, path.read_text())
    assert "exists already; it was not changed" in complaints


@pytest.mark.parametrize("id", ["A-b", "../x", "a b", "", "-x", "a" * 81, "río"])
def test_new_file_needs_an_id(run, id):
    """What is no id makes no file."""
    status, _, complaints = run("new", "brief", "--", id)

    assert 2 == status
    assert "is not an id: small letters a to z, digits and hyphens" in complaints
    assert [BRIEF] == list(Path("content/briefs").iterdir())


def test_new_file_goes_to_the_content_that_is_named(run):
    """`--content` says where, whatever the folder is called; seeds/ stands beside it."""
    assert (0, "Made desk/inhalt/briefs/a-b.md\n", "") == run(
        "new", "brief", "a-b", "--content", "desk/inhalt"
    )
    assert (0, "Made desk/seeds/c-d.yaml\n", "") == run("new", "source", "c-d", "--content", "desk/inhalt")
    assert Path("desk/seeds/c-d.yaml").is_file()


def test_new_file_elsewhere_is_named_in_full(run, tmp_path):
    """A path that leads out of here is told as it is."""
    _, words, _ = run("new", "actor", "a-b", "--content", tmp_path / "content")

    assert f"Made {tmp_path}/content/actors/a-b.yaml\n" == words


def test_new_file_that_cannot_be_made_is_told(run):
    """A file in the place of a folder is no crash."""
    Path("desk").write_text("x")
    status, _, complaints = run("new", "actor", "a-b", "--content", "desk/content")

    assert (2, True) == (status, complaints.startswith("briefbook: "))


def test_lock_is_written_for_each_source_and_proves_its_quotations(run):
    """With the lock, the book is clean where the text is absent; a second run changes nothing."""
    status, words, _ = run("evidence", "lock")
    first = Path("seeds/courier.lock").read_bytes()

    assert 0 == status
    assert "seeds/courier.lock" in words
    assert 0 == run("evidence", "lock")[0]
    assert first == Path("seeds/courier.lock").read_bytes()
    Path("seeds/courier.txt").unlink()
    assert (0, "Checked 1 brief: nothing to report.\n", "") == run("check")


def test_altered_quotation_is_not_locked(run):
    """A passage that does not stand in its text is reported, and no lock is written."""
    change(BRIEF, "words: stayed shut on Tuesday", "words: stayed open on Tuesday")
    status, words, complaints = run("evidence", "lock")

    assert (1, "") == (status, words)
    assert "error[quote-not-verbatim]" in complaints
    assert complaints.endswith("Nothing was locked.\n")
    assert not Path("seeds/courier.lock").exists()


def test_without_a_text_there_is_nothing_to_lock(run):
    """A copy of the book without texts keeps the locks that it has."""
    Path("seeds/courier.txt").unlink()

    assert (0, "No text of a source is at hand, so nothing was locked.\n", "") == run("evidence", "lock")


class _Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("ci", "shown"), [("", "\r50 files\r\x1b[K"), ("true", "")])
def test_progress_is_for_a_terminal(monkeypatch, ci, shown):
    """A line counts the files and goes when all is done; in CI there is none."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr("sys.stderr", _Terminal())
    progress = Progress()
    for file in range(1, 60):
        progress.show(file)
    progress.clear()

    assert shown == sys.stderr.getvalue()


@pytest.fixture
def shell(book):
    """A function that runs the installed command as a process, with its output piped."""

    def run_it(*arguments, **environment):
        briefbook = Path(sys.executable).with_name("briefbook")
        return subprocess.run(
            [briefbook, *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **environment},
        )

    return run_it


def test_piped_output_has_no_colours(shell):
    """Colour is for terminals; a log is plain text."""
    change(BRIEF, "stance: opposes", "stance: oposes")
    for arguments in (["check"], ["build"], ["explain", "id-taken"]):
        result = shell(*arguments)
        assert "\x1b" not in result.stdout + result.stderr


def test_module_runs_as_the_command(book):
    """`python -m briefbook` is the same program."""
    result = subprocess.run(
        [sys.executable, "-m", "briefbook", "check"], capture_output=True, text=True, check=False
    )

    assert (0, "Checked 1 brief: nothing to report.\n") == (result.returncode, result.stdout)


def test_content_may_be_named_from_within(run, book, monkeypatch):
    """The folder of the content is found from inside it, as `..`."""
    monkeypatch.chdir("content/briefs")

    assert (0, "Checked 1 brief: nothing to report.\n", "") == run("check", "--content", "..")
