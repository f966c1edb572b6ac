"""Books in repositories of git, for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from briefbook.derive.situation import Situation
from briefbook.diff import Comparison, Side, compare
from briefbook.load.book import load_book
from briefbook.load.settings import load_config
from briefbook.model.book import Book
from briefbook.release import release
from tests.check.books import make_book
from tests.derive.books import CLEARED

WHO = {
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
    "GIT_AUTHOR_DATE": "2031-03-04T12:00:00Z",
    "GIT_COMMITTER_DATE": "2031-03-04T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    """What git says there."""
    done = subprocess.run(
        ["git", "-C", folder, *arguments], env={**os.environ, **WHO}, check=True, capture_output=True
    )
    return done.stdout.decode()


def commit(folder: Path, words: str = "next") -> str:
    """All that stands in a folder as a commit of its repository: its name."""
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", words)
    return git(folder, "rev-parse", "HEAD").strip()


def make_repository(folder: Path, files=None) -> Path:
    """The standard book of the rules, with these files in it, as the first commit of a repository."""
    book = make_book(folder, files or {})
    git(book, "init", "--quiet", "--initial-branch=main")
    commit(book, "first")
    return book


def side(book: Book, label: str = "", found=(), statuses=CLEARED) -> Side:
    """A state of a book."""
    released = release(book, book.settings.ceiling, statuses)
    return Side(label, book, Situation(released), found)


def between(old: Book, new: Book) -> Comparison:
    """What lies between two books."""
    return compare(side(old, "old"), side(new, "new"))


def load(folder: Path) -> Side:
    """The state of a book in a folder, as far as it loads."""
    settings, found = load_config(folder / "mkdocs.yml")
    loaded = load_book(folder, folder / "content", settings)
    return side(loaded.book, folder.name, [*found, *loaded.diagnostics])
