"""A book as it was read once: what is wrong with it, and its files, each made when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from briefbook.check.at import Lookup
from briefbook.check.run import check, check_files
from briefbook.derive.pages import site_of
from briefbook.diagnostics import Diagnostic
from briefbook.load.book import Loaded
from briefbook.load.memory import Stamp
from briefbook.model.settings import Settings
from briefbook.pipeline import Site, is_stopped, no_collection, situation_of, until_of
from briefbook.preview.findings import banner_of, unknown_moment
from briefbook.release.earlier import Earlier
from briefbook.render.render import Renderer
from briefbook.request import Request
from briefbook.then import MomentError


class Read(NamedTuple):
    """What the files held when they were read."""

    settings: Settings
    mistakes: list[Diagnostic]
    """What is wrong with the settings, or why there is no book."""
    loaded: Loaded | None
    """None where there is no book to look at."""
    templates: dict[Path, Stamp]
    """The site's own templates."""


class Edition:
    """A book from one change of its files to the next."""

    def __init__(
        self, request: Request, read: Read, earlier: Earlier, renderer: Renderer | None = None
    ) -> None:
        """`renderer` may come from an edition with the same templates."""
        self.request = request
        self.read = read
        self._earlier = earlier
        self.renderer = renderer
        self.findings: list[Diagnostic] = self.mistakes
        """What is known to be wrong with it: all of it once `checked` is set."""
        self.checked = threading.Event()
        """Set when nothing more will be found."""

    @property
    def is_stopped(self) -> bool:
        """Whether its findings stop a build, so that its pages are not shown."""
        return is_stopped(self.findings, strict=self.request.strict)

    @cached_property
    def mistakes(self) -> list[Diagnostic]:
        """Why there is nothing to check, or nothing as of which it could be shown."""
        if self.read.loaded is None:
            return self.read.mistakes
        try:
            until_of(self.read.loaded.book, self.request)
        except MomentError as error:
            return [*self.read.mistakes, unknown_moment(str(error), self.request.content.name)]
        return self.read.mistakes

    def glance(self, files: set[str]) -> None:
        """Finds what is wrong with a few files, for a first answer."""
        if self.read.loaded is not None:
            found = check_files(self.read.loaded, files, self.request.today)
            self.findings = [*self.mistakes, *found]

    def check(self, between: Callable[[], None] = lambda: None) -> None:
        """Finds everything that is wrong; `between` may raise to stop it."""
        try:
            if self.read.loaded is not None:
                found = check(self.read.loaded, Lookup(self.read.loaded.book, self.request.today), between)
                self.findings = [*self.mistakes, *found]
        finally:
            self.checked.set()

    def has(self, file: str) -> bool:
        """Whether the site has a file."""
        with no_collection():
            return self._site.find(file) is not None

    def make(self, file: str) -> bytes | None:
        """The bytes of a file of the site; None where the site has no such file.

        Raises:
            TemplateFaultError: a template of the site's own is at fault.
        """
        with no_collection():
            maker = self._site.find(file)
            self._site.renderer.preview = banner_of(self.request, self.read.settings, self.findings)
            return None if maker is None else maker()

    @cached_property
    def _site(self) -> Site:
        assert self.read.loaded is not None, "an edition without a book is stopped by a mistake"
        situation = situation_of(self.read.loaded, self.request, earlier=self._earlier)
        if self.renderer is not None and self.renderer.site != site_of(situation):
            self.renderer = None
        site = Site(situation, self.request.root, self.renderer)
        self.renderer = site.renderer
        return site
