"""What a host asks for, and the settings of the book that it means."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefbook.diagnostics import Diagnostic
from briefbook.load.settings import load_config
from briefbook.model.marking import Marking
from briefbook.model.settings import Settings


class Request(NamedTuple):
    """What a host asks for."""

    content: Path = Path("content")
    """The folder of the book's content; `seeds/` and `mkdocs.yml` stand beside it."""
    ceiling: Marking | None = None
    """The strictest marking to publish; by default the site's setting."""
    drafts: bool = False
    """Whether drafts are in it, with a banner."""
    today: dt.date | None = None
    """The day by which deadlines are judged; by default the newest brief's."""
    texts: Path | None = None
    """A folder with the texts of sources."""
    strict: bool = False
    """Whether a warning stops the build."""
    require_text: bool = False
    """Whether a quoted source without its text is an error, even with a lock."""
    workers: int = 1
    """Processes that render pages."""
    settings_file: Path | None = None
    """The file of the settings; by default `mkdocs.yml` beside the content."""
    use_directory_urls: bool | None = None
    """What a host's command line says; by default the site's setting."""
    as_of: str = ""
    """A brief's id or a date: the book as it stood then; empty for now."""

    @property
    def root(self) -> Path:
        """The folder that holds the content."""
        return self.content.absolute().parent


def settings_of(request: Request) -> tuple[Settings, list[Diagnostic]]:
    """The settings of a request's book, and what is wrong with them."""
    settings, found = load_config(request.settings_file or request.root / "mkdocs.yml")
    if request.use_directory_urls is not None:
        settings = replace(settings, use_directory_urls=request.use_directory_urls)
    return settings, found
