"""The guide from an article to a brief, replayed: its files, its commands, and its pictures made again.

`python -m tools.guide` follows docs/article-to-brief.md in an empty folder and writes its pictures.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
GUIDE = DOCS / "article-to-brief.md"
PICTURES = {
    "article-to-brief-draft.png": ("draft", ""),
    "article-to-brief-page.png": ("build", ""),
    "article-to-brief-claim.png": ("build", "#east-gate-rammed"),
}
"""The site that each picture shows, and the part of the brief's page."""
MOST_BYTES = 60_000
COLUMNS = 88
"""Width of the terminal that the guide shows."""

_BLOCK = re.compile(r"(?:`(?P<file>[\w./-]+)`:\n\n)?```\w*\n(?P<text>.*?)```", re.DOTALL)
_COLOURS = 48
_WINDOW = ViewportSize(width=1100, height=1000)


class Step(NamedTuple):
    """A block of the guide: a file to be written, a terminal, or a part of the draft."""

    file: str
    text: str

    @property
    def commands(self) -> list[tuple[str, list[str]]]:
        """The commands of a terminal, each with the lines that it is shown to print."""
        parts = re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]
        return [(first, lines) for first, *lines in (each.splitlines() for each in parts)]


def iter_steps() -> Iterator[Step]:
    """The blocks of the guide in order."""
    for found in _BLOCK.finditer(GUIDE.read_text(encoding="utf-8")):
        yield Step(found["file"] or "", found["text"])


def follow(step: Step, folder: Path) -> list[tuple[str, list[str], list[str]]]:
    """Does what a step says; gives each command with the lines that it is shown to print, and does print."""
    if step.file:
        (folder / step.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / step.file).write_text(step.text, encoding="utf-8")
        return []
    return [(command, shown, run(command, folder)) for command, shown in step.commands]


def run(command: str, folder: Path) -> list[str]:
    """The lines that a command prints in a terminal; it has to end well."""
    if command.startswith("briefbook sheet"):
        command += " --format terminal"  # as it prints where somebody looks
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFBOOK_")}
    done = subprocess.run(
        ["sh", "-ec", command],
        cwd=folder,
        env={**own, "PATH": path, "COLUMNS": str(COLUMNS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def main() -> None:
    """Follows the guide and writes its pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for step in iter_steps():
            follow(step, folder)
            if (folder / "content/briefs").is_dir() and not (folder / "draft").exists():
                run("briefbook build --drafts --out draft", folder)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            for picture, (site, part) in PICTURES.items():
                page = browser.new_page(viewport=_WINDOW, color_scheme="light")
                page.goto((folder / site / "briefs/2031-03-04/index.html").as_uri())
                shown = page.locator(part).screenshot() if part else page.screenshot()
                (DOCS / picture).write_bytes(small(shown))
            browser.close()


def small(picture: bytes) -> bytes:
    """A picture of a page in few colours."""
    out = BytesIO()
    Image.open(BytesIO(picture)).convert("RGB").quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
