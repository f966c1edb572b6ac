"""The whole program on one page: files, book, findings, released book, situation, pages, site."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from briefbook.check.locks import text_required
from briefbook.check.run import check
from briefbook.derive.links import published_picture
from briefbook.derive.pages import Page, iter_pages, site_of
from briefbook.derive.situation import Situation
from briefbook.derive.views import View
from briefbook.diagnostics import Diagnostic, Severity
from briefbook.export import iter_exports
from briefbook.load.book import Loaded, load_book
from briefbook.load.files import read_file
from briefbook.load.settings import load_config
from briefbook.model.marking import Marking
from briefbook.model.settings import Settings
from briefbook.pictures import PictureError, bare_picture
from briefbook.publish import PublishError, place_of, publish, recover
from briefbook.release import Earlier, release
from briefbook.render.pool import Job, iter_rendered, make_pool
from briefbook.render.render import Renderer

CLEARED = frozenset({"cleared"})
DRAFTS = frozenset({"cleared", "draft"})


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

    @property
    def root(self) -> Path:
        """The folder that holds the content."""
        return self.content.absolute().parent


class Checked(NamedTuple):
    """A book that was read and checked."""

    loaded: Loaded
    diagnostics: list[Diagnostic]


class Built(NamedTuple):
    """How a build ended."""

    diagnostics: list[Diagnostic]
    files: int | None
    """Files written; None where a diagnostic stopped the build."""
    briefs: int = 0
    """Briefs in it."""


def check_book(request: Request) -> Checked:
    """The book and all that is wrong with it; where the settings are wrong, nothing else can be judged."""
    with no_collection():
        settings, found = settings_of(request)
        loaded = load_book(request.root, request.content.absolute(), settings, request.texts)
        required = text_required(loaded) if request.require_text else ()
        return Checked(loaded, found or [*required, *check(loaded, request.today)])


def settings_of(request: Request) -> tuple[Settings, list[Diagnostic]]:
    """The settings of a request's book, and what is wrong with them."""
    settings, found = load_config(request.settings_file or request.root / "mkdocs.yml")
    if request.use_directory_urls is not None:
        settings = replace(settings, use_directory_urls=request.use_directory_urls)
    return settings, found


def build(request: Request, out: Path, progress: Callable[[int], None] = lambda _: None) -> Built:
    """The site of a book in `out`; nothing is written where a diagnostic stops it.

    Raises:
        PublishError: the site cannot be written.
        TemplateFaultError: a template of the site's own is at fault.
    """
    refuse_overlap(request, out)
    recover(out)
    with no_collection():
        loaded, diagnostics = check_book(request)
        if is_stopped(diagnostics, strict=request.strict):
            return Built(diagnostics, None)
        situation = situation_of(loaded, request)
        count = publish(_counted(Site(situation, request.root).iter_files(request.workers), progress), out)
        return Built(diagnostics, count, len(situation.released.briefs))


def refuse_overlap(request: Request, out: Path) -> None:
    """Passes where neither the site lies among the files that it is made from, nor they in it.

    Raises:
        PublishError: a build would replace its own sources, or read its own site.
    """
    site = place_of(out)
    for folder in (request.content, request.root / "seeds", request.root / "templates"):
        source = folder.resolve()
        if site == source or source in site.parents or site in source.parents:
            raise PublishError(f"{out} and {folder} lie one in the other; name another folder with --out")


def situation_of(loaded: Loaded, request: Request, earlier: Earlier | None = None) -> Situation:
    """The situation in a book as the request's audience may see it."""
    ceiling = request.ceiling or loaded.book.settings.ceiling
    released = release(loaded.book, ceiling, DRAFTS if request.drafts else CLEARED, earlier)
    return Situation(released, request.today)


def is_stopped(diagnostics: list[Diagnostic], *, strict: bool) -> bool:
    """Whether a diagnostic stops a build: an error, or a warning in strict mode."""
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(each.severity in stops for each in diagnostics)


class Site:
    """The files of a site, each of them made when it is asked for."""

    def __init__(self, situation: Situation, root: Path, renderer: Renderer | None = None) -> None:
        """`root` is the folder that holds the content and, where there are any, the site's own templates.

        `renderer` may come from a site whose templates and `site_of` were the same.
        """
        self.situation = situation
        self.root = root
        own = root / "templates"
        self.renderer = renderer or Renderer(site_of(situation), own if own.is_dir() else None)
        self._encode = msgspec.msgpack.Encoder().encode

    def makers(self) -> dict[str, Callable[[], bytes]]:
        """For each output path, what makes its bytes."""
        return {**self._copies, **self._exports, **self._pages}

    def find(self, file: str) -> Callable[[], bytes] | None:
        """What makes the bytes of one output path; exports, costly to list, are not listed for a page."""
        return self._pages.get(file) or self._copies.get(file) or self._exports.get(file)

    @cached_property
    def _pages(self) -> dict[str, Callable[[], bytes]]:
        return {page.file: partial(self.page, page) for page in iter_pages(self.situation)}

    @cached_property
    def _copies(self) -> dict[str, Callable[[], bytes]]:
        """Pictures and assets."""
        pictures = sorted(self.situation.released.pictures)
        return {
            **{published_picture(each): partial(self.picture, each) for each in pictures},
            **{file: partial(bytes, data) for file, data in self.renderer.assets()},
        }

    @cached_property
    def _exports(self) -> dict[str, Callable[[], bytes]]:
        return {export.file: export.make for export in iter_exports(self.situation, self.renderer.words)}

    def page(self, page: Page) -> bytes:
        """The HTML of a page."""
        job = self._job(page)
        return self.renderer.render(job.template, job.view).encode()

    def render(self, template: str, view: View) -> str:
        """The HTML of a view."""
        return self.renderer.render(template, self._encode(view))

    def _job(self, page: Page) -> Job:
        return Job(page.file, page.template, self._encode(page.ask(self.situation)))

    def picture(self, file: str) -> bytes:
        """The bytes of a picture of the content, as they are published.

        Raises:
            PublishError: it is not what it was when it was checked.
        """
        try:
            return bare_picture(read_file(self.root / file, self.situation.settings.limits.picture_bytes))
        except OSError as error:
            raise PublishError(f"cannot read {file}: {error.strerror or error}; build again") from error
        except PictureError as error:
            raise PublishError(f"cannot publish {file}: {error}; build again") from error

    def iter_files(self, workers: int = 1) -> Iterator[tuple[str, bytes]]:
        """Output path and bytes of every file, pages rendered by so many processes; 1: by this one."""
        yield from ((file, make()) for file, make in {**self._copies, **self._exports}.items())
        pages = iter_pages(self.situation)
        if workers == 1:
            yield from ((page.file, self.page(page)) for page in pages)
            return
        with make_pool(workers, self.renderer.site, self.renderer.overrides) as pool:
            yield from iter_rendered(pool, workers, map(self._job, pages))


def _counted(
    files: Iterable[tuple[str, bytes]], progress: Callable[[int], None]
) -> Iterator[tuple[str, bytes]]:
    for number, file in enumerate(files, 1):
        yield file
        progress(number)


class no_collection:  # noqa: N801  it reads as a statement
    """Keeps Python's cycle collector still: records hold no cycles, and it would walk all of them."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()
