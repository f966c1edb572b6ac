"""A MkDocs build: its site is the one that `briefbook build` makes, put in place in one step."""

from __future__ import annotations

import logging
import math
import posixpath
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from msgspec.structs import replace

from briefbook.derive.pages.free import free_page, guest_page
from briefbook.derive.views.base import Html
from briefbook.derive.views.pages.free import FreePageView
from briefbook.diagnostics import Diagnostic, Severity
from briefbook.model.book import Book
from briefbook.pipeline import Site, check_book, is_stopped, no_collection, refuse_overlap, situation_of
from briefbook.plugin.files import add_files, drop_files, page_ids
from briefbook.plugin.request import request_of, wants_preview
from briefbook.publish import Publication, PublishError
from briefbook.render.render import TemplateFaultError
from briefbook.report.plain import render_plain, render_summary
from briefbook.then import MomentError

FIRST, LAST = math.inf, -math.inf
"""Before and after the hooks of every other plugin, whatever priority they ask for."""

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}
_EXTENSION = "footnotes"

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from briefbook.plugin.live import Live

log = get_plugin_logger("briefbook")


class _Build(NamedTuple):
    """One build under way."""

    config: MkDocsConfig
    out: str
    """Where the site goes; MkDocs itself is shown an empty folder beside it."""
    publication: Publication
    stack: ExitStack
    """What is to be undone at its end."""


class _Content(NamedTuple):
    """What one build publishes."""

    book: Book
    site: Site


class Briefbook(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs is half typed
    """The plugin `briefbook`: MkDocs calls its hooks in the order in which they stand here."""

    def __init__(self) -> None:
        """Nothing is open yet."""
        self._is_preview = False
        self._taken: frozenset[str] = frozenset()
        """Folders of which MkDocs publishes nothing by itself: docs_dir and those of our theme."""
        self._build: _Build | None = None
        self._content: _Content | None = None
        self._pages: dict[str, str] = {}
        """The id of each free page, by its path in docs_dir."""
        self._views: dict[str, FreePageView] = {}
        self._live: Live | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Nothing to complain of: our own settings are judged where every host judges them."""
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Tells a build from a preview; a plugin without it would be made anew at each change."""
        self._is_preview = wants_preview(command)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        """Put the preview behind MkDocs' server."""
        from briefbook.plugin.live import Live
        from briefbook.preview import Preview

        preview = Preview(request_of(config))
        _report(preview.diagnostics)
        watched = [path for path in (config.docs_dir, config.config_file_path) if path]
        self._live = Live(preview, server, watched)

    @event_priority(FIRST)
    def _open(self, config: MkDocsConfig) -> None:
        self._abandon()
        request = request_of(config)
        self._taken = frozenset((config.docs_dir, *config.theme.dirs))
        if not self._is_preview:
            try:
                refuse_overlap(request, Path(config.site_dir))
                publication = Publication(Path(config.site_dir))
            except PublishError as error:
                raise PluginError(str(error)) from error
            stack = ExitStack()
            stack.enter_context(no_collection())
            self._build = _Build(config, config.site_dir, publication, stack)
            config.site_dir = str(publication.folder)

    @event_priority(LAST)
    def _check(self, config: MkDocsConfig) -> None:
        """Reads the book once every other plugin has had its say in the settings."""
        if self._build is None:
            return
        request = request_of(config)
        try:
            loaded, diagnostics, proofs = check_book(request)
        except OSError as error:
            raise PluginError(f"{error.filename}: {error.strerror}") from error
        if is_stopped(diagnostics, strict=False):
            _report(diagnostics)
            raise Abort("Nothing was built.")
        for each in diagnostics:
            log.log(_LEVELS[each.severity], click.unstyle(render_plain([each])).rstrip())
        try:
            site = Site(situation_of(loaded, request, proofs), request.root)
            made = site.makers()
        except (TemplateFaultError, MomentError) as error:
            raise PluginError(str(error)) from error
        if site.left_out:
            log.info("%s", site.left_out)
        self._content = _Content(loaded.book, site)
        config.theme.static_templates -= {"sitemap.xml", *made}
        if _EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(_EXTENSION)

    on_config = CombinedEvent(_open, _check)

    @event_priority(FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Put our files among MkDocs' own, where its check of links finds them."""
        self._pages = {}
        if self._build is not None:
            book, site = self._opened
            self._pages = page_ids(site.situation.released)
            add_files(files, config, site, book, self._build.publication)
        drop_files(files, self._taken, self._pages)

    @event_priority(LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give MkDocs a page template; what it makes of it, `on_post_page` replaces."""
        page = DictLoader({"main.html": "{{ page.content }}"})
        env.loader = ChoiceLoader([page, *([env.loader] if env.loader else [])])

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The body as we read it: MkDocs finds the end of some front matter elsewhere."""
        id = self._pages.get(page.file.src_uri)
        return markdown if id is None else self._opened.site.situation.released.pages[id].body

    @event_priority(FIRST)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The HTML by our engine; MkDocs' own conversion has checked the links."""
        id = self._pages.get(page.file.src_uri)
        if id is None:
            return html
        view = free_page(self._opened.site.situation, id=id, body=page.markdown)
        self._views[page.file.src_uri] = view
        return view.body_html

    @event_priority(FIRST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The page by our template, around what other plugins made of its content."""
        if self._build is None:
            return output
        site = self._opened.site
        body = Html(page.content or "")
        view = self._views.get(page.file.src_uri)
        if view is None:
            path = posixpath.splitext(page.file.src_uri)[0]
            view = guest_page(site.situation, path=path, title=page.title or path, body=body)
        try:
            return site.render("page.html", replace(view, body_html=body))
        except TemplateFaultError as error:
            raise PluginError(str(error)) from error

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site in its place, unless MkDocs is about to abort over a warning."""
        build = self._build
        if build is None or (config.strict and _warnings()):
            return
        try:
            build.publication.finish()
        except PublishError as error:
            raise PluginError(str(error)) from error
        self._close(build)
        log.info("Published in %s", build.out)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site that stands."""
        self._abandon()

    def on_shutdown(self) -> None:
        """Leave nothing behind where a build was interrupted, and watch no more."""
        self._abandon()
        if self._live is not None:
            self._live.end()

    def _abandon(self) -> None:
        if self._build is not None:
            self._build.publication.abandon()
            self._close(self._build)

    def _close(self, build: _Build) -> None:
        build.stack.close()
        build.config.site_dir = build.out
        self._build, self._content = None, None
        self._views.clear()

    @property
    def _opened(self) -> _Content:
        assert self._content is not None, "MkDocs asks for pages after it asked for the settings"
        return self._content


def _report(diagnostics: list[Diagnostic]) -> None:
    """Prints them as `briefbook check` does."""
    click.echo(render_plain(diagnostics), nl=False, err=True)
    click.echo(render_summary(diagnostics), err=True)


def _warnings() -> bool:
    """Whether the counter that MkDocs reads after the last hook has counted anything."""
    logger: logging.Logger | None = log.logger
    while logger is not None:
        if any(isinstance(each, CountHandler) and each.get_counts() for each in logger.handlers):
            return True
        logger = logger.parent
    return False
