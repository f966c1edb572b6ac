"""The whole program on one page: files, book, findings, released book, situation, pages, site."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefbook.check.at import Lookup
from briefbook.check.locks import text_required
from briefbook.check.proofs import Proofs, proofs_of
from briefbook.check.run import check
from briefbook.derive.at import At
from briefbook.derive.calendar import has_appointments
from briefbook.derive.drawings.paper import Sheet, draw_sheet, sheets_of
from briefbook.derive.links import published_picture
from briefbook.derive.pages import Page, iter_pages, site_of
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import View
from briefbook.diagnostics import Diagnostic, Severity
from briefbook.export import iter_exports
from briefbook.export.calendar import MISSING, has_library
from briefbook.graphs import order_nodes
from briefbook.load.book import Loaded, load_book
from briefbook.load.files import read_file
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.pictures import PictureError, bare_picture
from briefbook.publish import PublishError, place_of, publish, recover
from briefbook.release import release, released_briefs
from briefbook.release.earlier import Earlier
from briefbook.render.pool import Job, iter_rendered, make_pool
from briefbook.render.render import Renderer
from briefbook.request import Request, settings_of
from briefbook.then import Moment, day_of, moment_of

CLEARED = frozenset({"cleared"})
DRAFTS = frozenset({"cleared", "draft"})


class Checked(NamedTuple):
    """A book that was read and checked."""

    loaded: Loaded
    diagnostics: list[Diagnostic]
    proofs: Proofs
    """What is proved of its quotations."""


class Built(NamedTuple):
    """How a build ended."""

    diagnostics: list[Diagnostic]
    files: int | None
    """Files written; None where a diagnostic stopped the build."""
    briefs: int = 0
    """Briefs in it."""
    left_out: str = ""
    """Which file is missing for want of a library, and how to get it."""


def check_book(request: Request) -> Checked:
    """The book and all that is wrong with it; where the settings are wrong, nothing else can be judged."""
    with no_collection():
        settings, found = settings_of(request)
        loaded = load_book(request.root, request.content.absolute(), settings, request.texts)
        required = text_required(loaded) if request.require_text else ()
        lookup = Lookup(loaded.book, request.today)
        return Checked(loaded, found or [*required, *check(loaded, lookup)], proofs_of(lookup))


def build(request: Request, out: Path, progress: Callable[[int], None] = lambda _: None) -> Built:
    """The site of a book in `out`; nothing is written where a diagnostic stops it.

    Raises:
        PublishError: the site cannot be written.
        TemplateFaultError: a template of the site's own is at fault.
        MomentError: there is nothing as of which it could be built.
    """
    refuse_overlap(request, out)
    recover(out)
    with no_collection():
        loaded, diagnostics, proofs = check_book(request)
        if is_stopped(diagnostics, strict=request.strict):
            return Built(diagnostics, None)
        situation = situation_of(loaded, request, proofs)
        site = Site(situation, request.root)
        count = publish(_counted(site.iter_files(request.workers), progress), out)
        return Built(diagnostics, count, len(situation.released.briefs), site.left_out)


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


def situation_of(
    loaded: Loaded, request: Request, proofs: Proofs | None = None, earlier: Earlier | None = None
) -> Situation:
    """The situation in a book as the request's audience may see it; `proofs` are those of its check.

    Raises:
        MomentError: it asks as of what is neither a date nor a brief that the audience may see.
    """
    book, until = loaded.book, until_of(loaded.book, request)
    ceiling, statuses = audience_of(book, request)
    released = release(book, ceiling, statuses, proofs, earlier, until)
    return Situation(released, request.today or (day_of(until) if until else None))


def audience_of(book: Book, request: Request) -> tuple[Marking, frozenset[str]]:
    """The strictest marking and the statuses of briefs that a request's audience may see."""
    return request.ceiling or book.settings.ceiling, DRAFTS if request.drafts else CLEARED


def until_of(book: Book, request: Request) -> Moment | None:
    """The moment as of which a request asks; None for now.

    Raises:
        MomentError: it is neither a date nor a brief that the audience may see.
    """
    if not request.as_of:
        return None
    return moment_of(request.as_of, released_briefs(book, *audience_of(book, request)))


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
        situation.words = self.renderer.words
        situation.lay_out = order_nodes
        situation.has_calendar = has_library()
        self._encode = msgspec.msgpack.Encoder().encode

    @property
    def left_out(self) -> str:
        """Which file is missing for want of a library, and how to get it."""
        is_missed = not self.situation.has_calendar and has_appointments(self.situation)
        return MISSING if is_missed and not self.situation.released.is_preview else ""

    def makers(self) -> dict[str, Callable[[], bytes]]:
        """For each output path, what makes its bytes."""
        return {**self._copies, **self._exports, **self._sheets, **self._pages}

    def find(self, file: str) -> Callable[[], bytes] | None:
        """What makes the bytes of one output path; exports, costly to list, are not listed for a page."""
        found = self._pages.get(file) or self._copies.get(file) or self._sheets.get(file)
        return found or self._exports.get(file)

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

    @cached_property
    def _sheets(self) -> dict[str, Callable[[], bytes]]:
        """The positions for paper."""
        return {sheet.file: partial(self._sheet, sheet) for sheet in sheets_of(self.situation)}

    def _sheet(self, sheet: Sheet) -> bytes:
        return self.renderer.draw(draw_sheet(sheet, At(self.situation, sheet.file))).encode()

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
        files = {**self._copies, **self._exports, **self._sheets}
        yield from ((file, make()) for file, make in files.items())
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
