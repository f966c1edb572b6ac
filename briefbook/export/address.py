"""Where pages and files stand on the web, or relative to the site's root where no address is set."""

from __future__ import annotations

from briefbook.derive.entries import Life
from briefbook.derive.place import HOME, url_of
from briefbook.derive.publication import site_address
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Statement
from briefbook.model.records import Claim, Question


class Addresses:
    """The addresses of one site."""

    def __init__(self, situation: Situation) -> None:
        self.site = site_address(situation)
        """Where the site stands, with a closing slash; empty where the settings do not say."""
        self._directories = situation.settings.use_directory_urls

    @property
    def home(self) -> str:
        """The front page."""
        return self.page(HOME) or "./"

    def page(self, path: str, anchor: str = "") -> str:
        """A page, or a place on it."""
        url = f"{self.site}{url_of(path, self._directories)}"
        return f"{url}#{anchor}" if anchor else url

    def file(self, file: str) -> str:
        """A file that is no page."""
        return f"{self.site}{file}"

    def entry(self, life: Life) -> str:
        """A claim or question on its own page; an event or judgement in its brief."""
        if isinstance(life.first, Claim):
            return self.page(f"claims/{life.id}")
        if isinstance(life.first, Question):
            return self.page(f"questions/{life.id}")
        return self.page(f"briefs/{life.brief.id}", life.id)

    def statement(self, statement: Statement) -> str:
        """A statement in its brief."""
        return self.page(f"briefs/{statement.brief.id}", statement.anchor)
