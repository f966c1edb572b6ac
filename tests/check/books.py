"""Books for tests: the standard book of the cases, with files added, changed or taken away."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefbook.diagnostics import Diagnostic
from briefbook.pipeline import Request, check_book

STANDARD = Path(__file__).parent / "book"
HEAD = """\
---
title: The gates, two days on
as_of: 2031-03-06
status: draft
product: flash-update
bottom_line: The gates are still shut.
sources: [courier]
"""


def make_book(folder: Path, files: dict[str, str | bytes | None]) -> Path:
    """The standard book in a folder, with these files in it; None takes one away."""
    book = shutil.copytree(STANDARD, folder / "book")
    for name, content in files.items():
        path = book / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return book


def find_mistakes(book: Path, **request) -> list[Diagnostic]:
    """Everything that is wrong with a book in a folder."""
    return check_book(Request(book / "content", **request)).diagnostics


def told(diagnostics: list[Diagnostic]) -> list[str]:
    """Diagnostics as `file:line rule`."""
    return [f"{each.file}:{each.line} {each.rule}" for each in diagnostics]
