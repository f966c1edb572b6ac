"""The cases of whole sites: their folders, how one is built, and what a built folder holds."""

from pathlib import Path

from click.testing import CliRunner

from briefbook.cli import main

CASES = Path(__file__).parent / "build" / "cases"
RIVER = CASES / "river"
"""The invented situation."""


def run(*words, **environment):
    """The exit status of a command and all that it says, whatever the environment names."""
    apart = {"BRIEFBOOK_TEXTS": None, "BRIEFBOOK_AS_OF": None, "SOURCE_DATE_EPOCH": None, **environment}
    result = CliRunner().invoke(main, [str(word) for word in words], env=apart)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def build(root: Path, out: Path, *options) -> dict[str, bytes]:
    """Every file of the site of the book in `root`."""
    status, words = run("build", "--content", root / "content", "--out", out, *options)
    assert 0 == status, words
    return tree(out)


def tree(folder: Path) -> dict[str, bytes]:
    """The bytes of each file in a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
