"""The guide from an article to a brief is true: its commands are run, and say what it says."""

import re

import pytest
from PIL import Image

from tools.guide import DOCS, MOST_BYTES, PICTURES, follow, iter_steps

BRIEF = "content/briefs/2031-03-04.md"
NUMBER_OF_FILES = re.compile(r"\d+ files")


def is_shown_truly(shown, said):
    """Whether what was printed is what is shown, with any lines where `…` stands."""
    pattern = ".*".join(map(re.escape, re.split(r"^…$", "\n".join(shown), flags=re.MULTILINE)))
    return re.fullmatch(pattern, "\n".join(said), re.DOTALL) is not None


def test_guide_can_be_followed(tmp_path):
    """In an empty folder, each file and each command of the guide leads to what the guide shows."""
    steps = list(iter_steps())
    for step in steps:
        for command, shown, said in follow(step, tmp_path):
            shown, said = ([NUMBER_OF_FILES.sub("N files", line) for line in each] for each in (shown, said))
            assert is_shown_truly(shown, said), f"{command} printed:\n" + "\n".join(said)
        if not step.file and not step.commands:
            draft = (tmp_path / BRIEF).read_text(encoding="utf-8").splitlines()
            assert is_shown_truly(["…", *step.text.splitlines(), "…"], draft)

    assert [each.file for each in steps if each.file] == ["gates.txt", BRIEF]
    assert (tmp_path / "build/briefs/2031-03-04/index.html").exists()


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_small(name):
    """The pictures of the guide are there, and light enough to load anywhere."""
    assert (DOCS / name).stat().st_size < MOST_BYTES
    with Image.open(DOCS / name) as picture:
        assert picture.width <= 1100
