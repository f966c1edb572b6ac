"""One page from its view: msgpack bytes in, HTML out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

import msgspec
from jinja2 import TemplateError, TemplateNotFound

from briefbook.derive.views.drawing import Drawing
from briefbook.derive.views.pages import VIEWS
from briefbook.derive.views.site import Preview, Site
from briefbook.render.environment import make_environment
from briefbook.words import CatalogueError, Words, load_words, theme_folder

ASSETS = "assets"
"""The folder of a theme that is published as it stands."""


class TemplateFaultError(Exception):
    """A file of the site's own templates is at fault; the message names it, and its line where it has one."""


class Renderer:
    """Fills the templates of one site; made once in each process that renders."""

    def __init__(self, site: Site, overrides: Path | None = None) -> None:
        """`overrides` is the site's own folder of templates, where it has one.

        Raises:
            TemplateFaultError: a catalogue of words in it cannot be read.
        """
        self.words = _words(site.language, overrides)
        """What pages say that is no content; feeds and text files say it in the same words."""
        self.site = site
        self.overrides = overrides
        self.preview: Preview | None = None
        """What the banner of a preview says; None in a build, which has none."""
        self._environment = make_environment(overrides, self.words)
        self._environment.globals |= {"site": site, "places": {tab.code: tab.url for tab in site.tabs}}
        self._decoders = {name: msgspec.msgpack.Decoder(view) for name, view in VIEWS.items()}
        self._folders = [theme_folder()] if overrides is None else [theme_folder(), overrides]

    def render(self, template: str, view: bytes) -> str:
        """The HTML of the view that `view` encodes.

        Raises:
            TemplateFaultError: the template is missing, does not parse, asks for what the view lacks, or is
                the site's own and fails in any other way.
        """
        return self._filled(template, page=self._decoders[template].decode(view), preview=self.preview)

    def draw(self, drawing: Drawing) -> str:
        """The file of a drawing for paper.

        Raises:
            TemplateFaultError: as `render`.
        """
        return self._filled("paper.html", drawing=drawing)

    def _filled(self, template: str, **values: object) -> str:
        try:
            return self._environment.get_template(template).render(values)
        except Exception as error:
            if not (isinstance(error, TemplateError) or self._is_at_fault(error)):
                raise
            raise TemplateFaultError(f"{_place(error, template)}: {_reason(error)}") from error

    def _is_at_fault(self, error: Exception) -> bool:
        """Whether an error arose in a template of the site's own, or in the attempt to read one."""
        own = self.overrides
        if own is None:
            return False
        through = (Path(file).is_relative_to(own) for file, _ in _iter_lines(error))
        return isinstance(error, OSError | UnicodeDecodeError) or any(through)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Output path and bytes of the stylesheet, the icon and what the site adds or replaces, sorted.

        Raises:
            TemplateFaultError: one of the site's own is a link, or cannot be read.
        """
        found: dict[str, Path] = {}
        for folder in self._folders:
            for file in (folder / ASSETS).rglob("*"):
                if file.is_symlink():
                    raise TemplateFaultError(f"{file}: a link is never published; put the file itself there")
                if file.is_file():
                    found[file.relative_to(folder).as_posix()] = file
        for path in sorted(found):
            try:
                yield path, found[path].read_bytes()
            except OSError as error:
                raise TemplateFaultError(f"{found[path]}: {error.strerror}") from error


def _words(language: str, overrides: Path | None) -> Words:
    try:
        return load_words(language, overrides)
    except CatalogueError as error:
        raise TemplateFaultError(str(error)) from error


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, TemplateError):
        return str(error.message)
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    return f"{type(error).__name__}: {error}"


def _place(error: Exception, template: str) -> str:
    """File and line of the template in which `error` arose."""
    lines = [f"{file}:{line}" for file, line in _iter_lines(error)]
    return lines[-1] if lines else template


def _iter_lines(error: Exception) -> Iterator[tuple[str, int]]:
    """Each file and line of a template through which `error` came, outermost first."""
    for frame, line in walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if file.endswith(".html"):
            yield file, line
