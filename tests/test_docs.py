"""What is not in the docs does not exist."""

import re
from pathlib import Path

import click
import pytest

import briefbook.check.run  # noqa: F401  its modules register the rules
from briefbook.check.registry import RULES
from briefbook.cli import main as program
from briefbook.derive import views
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


@pytest.mark.parametrize("template", sorted(views.VIEWS))
def test_variable_of_a_template_is_in_the_docs(template):
    """Each template has its section with every variable of its page."""
    text = rows("templates", template)
    for field in reference.iter_fields(views.VIEWS[template]):
        assert f"| `{field.name}` |" in text


def test_links_between_pages_lead_somewhere():
    """A relative link in the docs or the README names a file that exists."""
    for path in [*PAGES, DOCS.parent / "README.md", DOCS.parent / "CHANGELOG.md"]:
        for target in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"
