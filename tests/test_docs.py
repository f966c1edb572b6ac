"""What is not in the docs does not exist."""

import re
import shlex
import socket
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import briefbook.check.run  # noqa: F401  its modules register the rules
from briefbook.check.registry import RULES
from briefbook.cli import main as program
from briefbook.derive.views.pages import VIEWS
from briefbook.model import settings
from tools import reference

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.glob("*.md"))
COMMANDS = sorted(program.commands)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def page(name: str) -> str:
    """The text of a page of the docs."""
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def rows(name: str, heading: str) -> str:
    """The part of a page under one heading."""
    return page(name).partition(f"\n### {heading}\n")[2].partition("\n### ")[0]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_parts_made_from_code_are_up_to_date(path):
    """A page reads as `make docs` would write it."""
    text = path.read_text(encoding="utf-8")

    assert reference.update_page(text) == text


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_a_page_with_its_options(name):
    """Each command has a page of its name, with every option and its help."""
    text = page(name)
    for command in _leaves(program.commands[name]):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name} has no help"
                assert parameter.opts[0] in text


def _leaves(command: click.Command) -> list[click.Command]:
    return list(command.commands.values()) if isinstance(command, click.Group) else [command]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_is_in_the_docs(rule):
    """Each rule has its section: what it finds, why, a bad and a good case."""
    text = rows("rules", f"`{rule.name}`")

    assert "**Why:**" in text
    assert "**Bad:**" in text
    assert "**Good:**" in text


@pytest.mark.parametrize("record", [*reference.RECORDS, *reference.SHARED], ids=lambda each: each.__name__)
def test_key_of_a_record_is_in_the_docs(record):
    """Each key of each record is explained under its record's name."""
    text = rows("content", record.__name__)
    for field in reference.iter_fields(record):
        assert field.meaning, f"{record.__name__}.{field.name} has no docstring under it"
        assert f"| `{field.name}` |" in text


@pytest.mark.parametrize("struct", [settings.Settings, settings.Limits], ids=lambda each: each.__name__)
def test_setting_is_in_the_docs(struct):
    """Each setting and each limit is explained."""
    for field in reference.iter_fields(struct):
        assert field.meaning, f"{struct.__name__}.{field.name} has no docstring under it"
        assert f"| `{field.name}` |" in page("settings")


@pytest.mark.parametrize("template", sorted(VIEWS))
def test_variable_of_a_template_is_in_the_docs(template):
    """Each template has its section with every variable of its page."""
    text = rows("templates", template)
    for field in reference.iter_fields(VIEWS[template]):
        assert f"| `{field.name}` |" in text


def test_links_between_pages_lead_somewhere():
    """A relative link in the docs or the README names a file that exists."""
    for path in [*PAGES, DOCS.parent / "README.md", DOCS.parent / "CHANGELOG.md"]:
        for target in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A function that runs the command in an empty folder and returns its exit status and its words."""
    monkeypatch.chdir(tmp_path)

    def run_in_it(*arguments):
        result = CliRunner().invoke(program, list(arguments))
        return result.exit_code, result.output

    return run_in_it


def test_first_brief_of_the_readme_comes_about(run, monkeypatch):
    """The commands that the README gives to a newcomer work in that order, in an empty folder.

    The preview is left at once, at a port that is free here.
    """
    monkeypatch.setattr("briefbook.serve.run.wait", lambda: None)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    commands = re.findall(r"^\$ briefbook (.*)$", (DOCS.parent / "README.md").read_text(), re.MULTILINE)
    for command in commands:
        words = shlex.split(command, comments=True)
        status, said = run(*words, *(["--port", str(port)] if words[0] == "serve" else []))
        assert 0 == status, f"{command}: {said}"


SHOWN = re.compile(r"`((?:content|seeds)/[^`<>]+)`:\n\n```\w+\n(.*?)```", re.DOTALL)


@pytest.fixture
def example(run):
    """The book of one brief that docs/content.md shows, in the folder at hand; the path of the brief."""
    for file, text in SHOWN.findall(page("content")):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text(text, encoding="utf-8")
    return Path("content/briefs/2031-03-04.md")


def test_example_of_a_brief_can_be_cleared(run, example):
    """The files that docs/content.md shows are a book with a cleared brief, and nothing is wrong in it."""
    assert "status: cleared\n" in example.read_text()
    assert (0, "Checked 1 brief: nothing to report.\n") == run("check")


def test_example_of_a_finding_is_what_an_author_sees(run, example):
    """The finding that docs/check.md shows is printed for that mistake."""
    example.write_text(example.read_text().replace("need forty", "need fifty"))

    _, words = run("check")

    assert re.search(r"```\n(content/.*?)```", page("check"), re.DOTALL)[1] in words
