"""The example of docs/sheet.md."""

import re

from click.testing import CliRunner

from briefbook.cli import main
from tests.check.books import make_book
from tests.sheet.sheets import FILE, SECOND


def test_example_is_what_the_command_prints(root, tmp_path, monkeypatch):
    """The page shows a draft and its sheet, to the letter."""
    page = (root / "docs" / "sheet.md").read_text(encoding="utf-8")
    (draft,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (shown,) = re.findall(r"```\n\$ briefbook sheet \S+\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(make_book(tmp_path, {FILE: draft}))

    command = ["sheet", SECOND, "--format", "terminal"]
    assert shown == CliRunner().invoke(main, command, env={"COLUMNS": "90"}).stdout
