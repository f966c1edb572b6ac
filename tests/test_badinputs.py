"""Hostile and odd inputs: each is refused at its file and line, made harmless, or built like any brief."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

VARIABLE = "BRIEFBOOK_BADINPUTS"
pytestmark = pytest.mark.material(VARIABLE)

SETTINGS = """\
site_name: Bad inputs
plugins:
- briefbook:
    schema_version: 1
    markdown: {engine}
"""
MARKDOWN = "S-[mg]"
"""Cases whose body decides how they come out."""


def case_ids() -> list[str]:
    """The cases at hand; some cannot be tried by root, who may read every file."""
    if VARIABLE not in os.environ:
        return []
    cases = json.loads((Path(os.environ[VARIABLE]) / "expectations.json").read_text(encoding="utf-8"))[
        "cases"
    ]
    return [case["id"] for case in cases if os.geteuid() or not case.get("skip_if_root")]


@pytest.fixture(scope="session")
def results(tmp_path_factory):
    """What the runner of the cases says of each, by id: nothing where it is content."""
    return _run(tmp_path_factory.mktemp("badinputs"), "pyromark", "")


@pytest.fixture(scope="session")
def classic_results(tmp_path_factory):
    """The same of the cases of Markdown with Python-Markdown."""
    return _run(tmp_path_factory.mktemp("classic"), "python-markdown", MARKDOWN)


def _run(folder: Path, engine: str, only: str) -> dict[str, list[str]]:
    skeleton, report = folder / "skeleton", folder / "report.json"
    skeleton.mkdir()
    (skeleton / "mkdocs.yml").write_text(SETTINGS.format(engine=engine))
    briefbook = Path(sys.executable).with_name("briefbook")
    runner = subprocess.run(
        [
            *(sys.executable, Path(os.environ[VARIABLE]) / "run.py"),
            *("--build", f"{briefbook} build --drafts --content {{content}} --out {{out}}"),
            *("--skeleton", skeleton, "--json", report, "--only", only),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), runner.stdout + runner.stderr
    return {each["id"]: each["why"] for each in json.loads(report.read_text())}


@pytest.mark.xdist_group("badinputs")
@pytest.mark.parametrize("case", case_ids())
def test_input_comes_out_as_expected(results, case):
    """The case ends as its expectation says, at the line that it names."""
    assert [] == results[case]


@pytest.mark.xdist_group("badinputs classic")
@pytest.mark.parametrize("case", [case for case in case_ids() if re.match(MARKDOWN, case)])
def test_markdown_comes_out_as_expected_with_the_other_engine(classic_results, case):
    """The case ends as its expectation says with Python-Markdown too."""
    assert [] == classic_results[case]
