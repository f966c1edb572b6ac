"""The tables of words are data: what is added to one, the rules know."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import briefbook

SENTENCE = "Karl Thorn blorfed that the ship had left port.\n"
"""With a verb that no language has: a true one may come to stand in the table."""


@pytest.fixture
def said(tmp_path):
    """A function that gives the reported statements in a text, as a copy of the program reads it."""
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(briefbook.__file__).parent, copy / "briefbook", ignore=ignored)

    def read(text):
        done = subprocess.run(
            [sys.executable, "-m", "briefbook", "distil", "-", "--format", "json", "--date", "2026-05-07"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(copy)},
            input=text,
            capture_output=True,
            text=True,
            check=True,
        )
        draft = json.loads(done.stdout)
        names = {each["id"]: each["name"] for each in draft["actors"]}
        return [(each["text"], names[each["speaker"]]) for each in draft["indirect"]]

    read.table = copy / "briefbook" / "distil" / "tables" / "en.toml"
    return read


def test_a_verb_that_is_added_is_known(said):
    """A verb of speech works as soon as it stands in the table, as docs/distil.md says."""
    assert said(SENTENCE) == []

    words = said.table.read_text(encoding="utf-8")
    said.table.write_text(
        words.replace('saying = """said ', 'saying = """said blorfed ', 1), encoding="utf-8"
    )

    assert said(SENTENCE) == [("the ship had left port", "Karl Thorn")]
