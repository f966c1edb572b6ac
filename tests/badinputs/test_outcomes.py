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
CLASSIC = "python-markdown"
MARKDOWN = "S-[mg]"
"""Cases whose body decides how they come out."""
PARTS = {"yaml": "S-y", "markdown": "S-m", "fine": "S-g", "others": "S-[^ymg]"}
"""How the ids of cases begin; those of a part are run together."""


def case_ids() -> list[str]:
    """The cases at hand; some cannot be tried by root, who may read every file."""
    if VARIABLE not in os.environ:
        return []
    cases = json.loads((Path(os.environ[VARIABLE]) / "expectations.json").read_text(encoding="utf-8"))[
        "cases"
    ]
    return [case["id"] for case in cases if os.geteuid() or not case.get("skip_if_root")]


def shared_out(cases: list[str], group: str) -> list:
    """The cases, each part of them for one worker."""
    return [pytest.param(case, marks=pytest.mark.xdist_group(f"{group} {_part_of(case)}")) for case in cases]


@pytest.fixture(scope="session")
def outcome(tmp_path_factory):
    """Tells what the runner of the cases says of one with an engine: nothing where it is content."""
    found = {}

    def find(case: str, engine: str) -> list[str]:
        part = _part_of(case)
        if (engine, part) not in found:
            found[engine, part] = _run(tmp_path_factory.mktemp("badinputs"), engine, PARTS[part])
        return found[engine, part][case]

    return find


def _part_of(case: str) -> str:
    return next(part for part, beginning in PARTS.items() if re.match(beginning, case))


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


@pytest.mark.parametrize("case", shared_out(case_ids(), "pyromark"))
def test_input_comes_out_as_expected(outcome, case):
    """The case ends as its expectation says, at the line that it names."""
    assert [] == outcome(case, "pyromark")


@pytest.mark.parametrize(
    "case", shared_out([each for each in case_ids() if re.match(MARKDOWN, each)], CLASSIC)
)
def test_markdown_comes_out_as_expected_with_the_other_engine(outcome, case):
    """The case ends as its expectation says with Python-Markdown too."""
    assert [] == outcome(case, CLASSIC)
