"""The whole program on one page: files, book, findings, released book, situation, pages, site."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefbook.check.run import check
from briefbook.derive.links import published_picture
from briefbook.derive.pages import Page, iter_pages, site_of
from briefbook.derive.situation import Situation
from briefbook.diagnostics import Diagnostic, Severity
from briefbook.export import iter_exports
from briefbook.load.book import Loaded, load_book
from briefbook.load.files import read_file
from briefbook.load.settings import load_config
from briefbook.model.marking import Marking
from briefbook.publish import publish
from briefbook.release import release
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
    workers: int = 1
    """Processes that render pages."""

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
    """The book and all that is wrong with it."""
    with _no_collection():
        settings, found = load_config(request.root / "mkdocs.yml")
        loaded = load_book(request.root, request.content.absolute(), settings, request.texts)
        return Checked(loaded, [*found, *check(loaded, request.today)])


def build(request: Request, out: Path, progress: Callable[[int], None] = lambda _: None) -> Built:
    """The site of a book in `out`; nothing is written where a diagnostic stops it.

    Raises:
        PublishError: the site cannot be written.
        TemplateFaultError: a template of the site's own is at fault.
    """
    with _no_collection():
        loaded, diagnostics = check_book(request)
        if is_stopped(diagnostics, strict=request.strict):
            return Built(diagnostics, None)
        settings = loaded.book.settings
        released = release(
            loaded.book, request.ceiling or settings.ceiling, DRAFTS if request.drafts else CLEARED
        )
        situation = Situation(released, request.today)
        count = publish(_counted(Site(situation, request.root).iter_files(request.workers), progress), out)
        return Built(diagnostics, count, len(released.briefs))


def is_stopped(diagnostics: list[Diagnostic], *, strict: bool) -> bool:
    """Whether a diagnostic stops a build: an error, or a warning in strict mode."""
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(each.severity in stops for each in diagnostics)


class Site:
    """The files of a site, each of them made when it is asked for."""

    def __init__(self, situation: Situation, root: Path) -> None:
        """`root` is the folder that holds the content and, where there are any, the site's own templates."""
        self.situation = situation
        self.root = root
        own = root / "templates"
        self.renderer = Renderer(site_of(situation), own if own.is_dir() else None)
        self._encode = msgspec.msgpack.Encoder().encode

    def makers(self) -> dict[str, Callable[[], bytes]]:
        """For each output path, what makes its bytes."""
        found = dict(self._other_makers())
        found |= {page.file: partial(self.page, page) for page in iter_pages(self.situation)}
        return found

    def _other_makers(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """What makes the files that are no pages."""
        for picture in sorted(self.situation.released.pictures):
            yield published_picture(picture), partial(self.picture, picture)
        for file, data in self.renderer.assets():
            yield file, partial(bytes, data)
        for export in iter_exports(self.situation):
            yield export.file, export.make

    def page(self, page: Page) -> bytes:
        """The HTML of a page."""
        job = self._job(page)
        return self.renderer.render(job.template, job.view).encode()

    def _job(self, page: Page) -> Job:
        return Job(page.file, page.template, self._encode(page.ask(self.situation)))

    def picture(self, file: str) -> bytes:
        """The bytes of a picture of the content, as they are published."""
        return read_file(self.root / file, self.situation.settings.limits.picture_bytes)

    def iter_files(self, workers: int = 1) -> Iterator[tuple[str, bytes]]:
        """Output path and bytes of every file, pages rendered by so many processes; 1: by this one."""
        yield from ((file, make()) for file, make in self._other_makers())
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


class _no_collection:  # noqa: N801  it reads as a statement
    """Keeps Python's cycle collector still: records hold no cycles, and it would walk all of them."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()
