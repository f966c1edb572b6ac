"""The files of a book: which there are, which are refused, and the bytes of each."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDERS = {"actors": (".yaml",), "issues": (".yaml",), "briefs": (".md", ".yaml"), "pages": (".md",)}
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_IGNORED = (".DS_Store", "Thumbs.db", ".gitkeep", ".gitignore")


class Found(NamedTuple):
    """One file under `content/` or `seeds/`."""

    file: str
    """Its path, relative to the folder that holds `content/`, with `/` between folders."""
    kind: str
    """actors, issues, briefs, pages, sources or pictures; or the rule that refuses it."""


def iter_files(root: Path, content: Path) -> Iterator[Found]:
    """All files of the book in order of path; links are never followed."""
    base = content.relative_to(root).as_posix() if content.is_relative_to(root) else str(content)
    yield from _iter_content(content, base)
    seeds = root / "seeds"
    if seeds.is_dir():
        for entry in sorted(os.scandir(seeds), key=lambda entry: entry.name):
            if entry.name.endswith(".yaml"):
                yield Found(f"seeds/{entry.name}", _refusal(entry) or "sources")


def _iter_content(content: Path, base: str) -> Iterator[Found]:
    for top in sorted(os.scandir(content), key=lambda entry: entry.name):
        if top.name in _IGNORED:
            continue
        if top.name in _FOLDERS and top.is_dir(follow_symlinks=False):
            yield from _iter_folder(Path(top.path), f"{base}/{top.name}", top.name)
        else:
            yield Found(f"{base}/{_shown(top.name)}", _refusal(top) or "file-unexpected")


def _iter_folder(folder: Path, base: str, kind: str) -> Iterator[Found]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        name = entry.name
        if name in _IGNORED or name.endswith("~"):
            continue
        file = f"{base}/{_shown(name)}"
        if refusal := _refusal(entry):
            yield Found(file, refusal)
        elif name.endswith(_FOLDERS[kind]) and not name.startswith("."):
            yield Found(file, kind)
        elif name.lower().endswith(PICTURES) and kind in ("briefs", "pages"):
            yield Found(file, "pictures")
        else:
            yield Found(file, "file-unexpected")


def _refusal(entry: os.DirEntry[str]) -> str:
    """The rule that refuses a directory entry, or the empty string."""
    if _shown(entry.name) != entry.name:
        return "file-name"
    if entry.is_symlink():
        return "file-linked"
    mode = entry.stat(follow_symlinks=False).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return "file-not-regular"
    return "file-unexpected" if stat.S_ISDIR(mode) else ""


def _shown(name: str) -> str:
    """A file's name as text; bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def read_file(path: Path, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a regular file.

    Raises:
        OSError: it cannot be read, is a link, or is no regular file (a pipe is not waited for).
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a regular file")
        pieces = []
        left = limit + 1
        while left > 0 and (piece := os.read(handle, left)):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)
