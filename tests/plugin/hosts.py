"""A book in a folder, and MkDocs or ProperDocs run on it as a person runs them."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner
from mkdocs.__main__ import cli

from tests.sites import RIVER

ROOT = Path(__file__).parent.parent.parent
HOSTS = ("mkdocs", "properdocs")
APART = {"BRIEFBOOK_TEXTS": None, "BRIEFBOOK_AS_OF": None, "SOURCE_DATE_EPOCH": None}


def copy_river(folder: Path) -> Path:
    """The invented situation, in a folder of its own."""
    return _copy(RIVER, folder)


def copy_iraq(folder: Path) -> Path:
    """The book of this repository, in a folder of its own."""
    return _copy(ROOT, folder)


def _copy(book: Path, folder: Path) -> Path:
    for name in ("content", "seeds"):
        shutil.copytree(book / name, folder / name)
    shutil.copy(book / "mkdocs.yml", folder)
    return folder


def run(host: str, root: Path, *words: object, **environment: str) -> tuple[int, str]:
    """The exit status of a host's command in a book's folder, and all that it says.

    MkDocs runs in this process and ProperDocs in one of its own: it takes the place of MkDocs' modules.
    """
    command = [str(word) for word in words]
    if command[0] in ("build", "gh-deploy") and "-f" not in command:
        command += ["-f", "mkdocs.yml"]
    if host == "mkdocs":
        with contextlib.chdir(root):
            result = CliRunner().invoke(cli, command, env={**APART, **environment})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.output
    apart = {name: value for name, value in os.environ.items() if name not in APART}
    done = subprocess.run(
        [sys.executable, "-m", host, *command],
        cwd=root,
        env={**apart, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def change(file: Path, old: str, new: str) -> None:
    """Puts a text in the place of another, once; it has to be there."""
    text = file.read_text()
    assert old in text, f"{file} does not hold {old!r}"
    file.write_text(text.replace(old, new, 1))
