"""One page from its view: msgpack bytes in, HTML out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from jinja2 import TemplateError

from briefbook.derive.views import VIEWS, Site
from briefbook.render.environment import make_environment, theme_folder

ASSETS = "assets"
"""The folder of a theme that is published as it stands."""


class TemplateFaultError(Exception):
    """A template that cannot be filled; the message names the template and its line."""


class Renderer:
    """Fills the templates of one site; made once in each process that renders."""

    def __init__(self, site: Site, overrides: Path | None = None) -> None:
        """`overrides` is the site's own folder of templates, where it has one."""
        self.site = site
        self.overrides = overrides
        self._environment = make_environment(overrides)
        self._environment.globals |= {"site": site, "places": {tab.code: tab.url for tab in site.tabs}}
        self._decoders = {name: msgspec.msgpack.Decoder(view) for name, view in VIEWS.items()}
        self._folders = [theme_folder()] if overrides is None else [theme_folder(), overrides]

    def render(self, template: str, view: bytes) -> str:
        """The HTML of the view that `view` encodes.

        Raises:
            TemplateFaultError: the template is missing, does not parse, or asks for what the view lacks.
        """
        page = self._decoders[template].decode(view)
        try:
            return self._environment.get_template(template).render(page=page)
        except TemplateError as error:
            raise TemplateFaultError(f"{_place(error, template)}: {error.message}") from error

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Output path and bytes of the stylesheet, the icon and what the site adds or replaces, sorted."""
        found: dict[str, Path] = {}
        for folder in self._folders:
            for file in (folder / ASSETS).rglob("*"):
                if file.is_file():
                    found[file.relative_to(folder).as_posix()] = file
        for path in sorted(found):
            yield path, found[path].read_bytes()


def _place(error: TemplateError, template: str) -> str:
    """File and line of the template in which `error` arose."""
    place, trace = template, error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(".html"):
            place = f"{code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
