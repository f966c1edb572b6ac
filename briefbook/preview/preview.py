"""The newest edition of a book, read again when its files change."""

from __future__ import annotations

import contextlib
import threading
import time
from pathlib import Path

from briefbook.diagnostics import Diagnostic, Severity
from briefbook.load.book import load_book
from briefbook.load.memory import Memory, Stamp, stamp_of
from briefbook.model.settings import Settings
from briefbook.pipeline import no_collection
from briefbook.preview.edition import Edition, Read
from briefbook.preview.findings import Desk, banner_of, template_fault
from briefbook.preview.reply import HTML, Reply, reply_with
from briefbook.release.earlier import Earlier
from briefbook.render.render import TemplateFaultError
from briefbook.request import Request, settings_of

FINDINGS = "-/findings"
"""Where the list of all findings stands; no page of a site has such a path."""

_STYLE = "-/preview.css"
"""Where the style of the banner and of the page on findings stands."""

_ATTEMPTS = 5
_PAUSE = 0.05
"""Seconds between two attempts to list folders that change meanwhile, as in a checkout."""


_LEAD = 0.2
"""Seconds by which a reader's page goes before the check of the whole book."""


class _OutdatedError(Exception):
    """The files have changed since."""


class Preview:
    """A book as its author sees it: read again when files change, each page made when it is asked for.

    Every method may be called from any thread.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.number = 0
        """Goes up whenever what a reader would see may have changed."""
        self._memory = Memory()
        self._earlier = Earlier()
        self._settings = Settings()
        self._desk = Desk(self._settings)
        self._reading = threading.Lock()
        self._making = threading.RLock()
        self._news = threading.Condition()
        with no_collection():
            self._edition = Edition(request, self._read(), self._earlier)
            self._edition.check()
        self._announce()

    @property
    def watched(self) -> tuple[Path, ...]:
        """The files and folders on which a page may depend; some may not be there."""
        root = self.request.root
        texts = (self.request.texts, self._settings.texts)
        return (
            self.request.content.absolute(),
            root / "seeds",
            *(root / each for each in texts if each),
            root / "templates",
            self.request.settings_file or root / "mkdocs.yml",
        )

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is known to be wrong with the book; in a large one the last word follows a second later."""
        return self._edition.findings

    def refresh(self) -> bool:
        """Looks for changed files and reads them; whether anything changed."""
        with self._reading, no_collection():
            read, old = self._read(), self._edition
            if read == old.read:
                return False
            renderer = old.renderer if read.templates == old.read.templates else None
            edition = Edition(self.request, read, self._earlier, renderer)
            edition.glance(self._changed() | {each.file for each in old.findings})
            self._edition = edition
        self._announce()
        check = threading.Timer(_LEAD, self._check, (edition,))
        check.daemon = True
        check.start()
        return True

    def wait(self, number: int, seconds: float) -> int:
        """The number as soon as it is another than `number`, else as it is after some seconds."""
        with self._news:
            self._news.wait_for(lambda: self.number != number, seconds)
            return self.number

    def find(self, url_path: str) -> Reply | None:
        """What stands at a path relative to the root; None where nothing does.

        Where an error stops a build, the page that shows it stands at the path of every page.
        """
        edition = self._edition
        file = _file(url_path)
        if url_path == FINDINGS:
            return self._findings(edition, url_path, edition.findings)
        if url_path == _STYLE:
            return reply_with(file, Path(__file__).with_name("preview.css").read_bytes())
        if edition.is_stopped:
            asset = self._desk.assets.get(file)
            return reply_with(file, asset) if asset else self._findings(edition, url_path, edition.findings)
        try:
            with self._making:
                body = edition.make(file)
        except TemplateFaultError as error:
            return self._findings(edition, url_path, [template_fault(str(error), self.request.root)])
        except Exception:
            # a page of a book that is not checked yet may fail over what the check is about to name
            edition.checked.wait()
            if edition is not self._edition or edition.is_stopped:
                return self.find(url_path)
            raise
        return None if body is None else reply_with(file, body)

    def has(self, url_path: str) -> bool:
        """Whether the site has something at a path; False while an error keeps its pages away."""
        edition = self._edition
        with contextlib.suppress(Exception), self._making:  # a fault is told where the page itself is asked
            return not edition.is_stopped and edition.has(_file(url_path))
        return False

    def missing(self, url_path: str) -> Reply:
        """The page for a path where nothing stands."""
        edition = self._edition
        with self._making:
            banner = banner_of(self.request, edition.read.settings, edition.findings)
            return Reply(self._desk.missing_page(banner, url_path), HTML, 404)

    def _findings(self, edition: Edition, url_path: str, findings: list[Diagnostic]) -> Reply:
        """The page on findings; with them as its reason where they keep the page of that path away."""
        is_list = url_path == FINDINGS
        with self._making:
            banner = banner_of(self.request, edition.read.settings, edition.findings)
            stops = edition.is_stopped or not is_list
            body = self._desk.page(findings, banner, url_path, stops=stops)
        return Reply(body, HTML, 200 if is_list else 500)

    def _read(self) -> Read:
        settings, mistakes = settings_of(self.request)
        if settings != self._settings:
            self._settings, self._memory, self._desk = settings, Memory(), Desk(settings)
        templates = _stamps(self.request.root / "templates")
        if mistakes:
            return Read(settings, mistakes, None, templates)
        content = self.request.content.absolute()
        for _ in range(_ATTEMPTS):
            try:
                loaded = load_book(self.request.root, content, settings, self.request.texts, self._memory)
            except OSError:
                time.sleep(_PAUSE)
            else:
                return Read(settings, [], loaded, templates)
        return Read(settings, [_missing(content)], None, templates)

    def _changed(self) -> set[str]:
        """The files of the book that were read anew."""
        root = self.request.root
        return {path.relative_to(root).as_posix() for path in self._memory.news if path.is_relative_to(root)}

    def _check(self, edition: Edition) -> None:
        """Checks an edition whole, whenever no page is being made, until there is a newer one."""
        was_stopped = edition.is_stopped

        def give_way() -> None:
            with self._making:
                if self._edition is not edition:
                    raise _OutdatedError

        with contextlib.suppress(_OutdatedError):
            edition.check(give_way)
            if edition.is_stopped != was_stopped:
                self._announce()

    def _announce(self) -> None:
        with self._news:
            self.number += 1
            self._news.notify_all()


def _file(url_path: str) -> str:
    """The file of the site at a path."""
    return f"{url_path}index.html" if url_path.endswith("/") or not url_path else url_path


def _missing(content: Path) -> Diagnostic:
    message, help = "the folder of the content cannot be read", "put it back"
    return Diagnostic(content.name, 0, 1, 0, 1, Severity.ERROR, "file-not-regular", message, help)


def _stamps(folder: Path) -> dict[Path, Stamp]:
    """The stamp of each file in a folder, however deep."""
    found: dict[Path, Stamp] = {}
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(OSError):
            if path.is_file():
                found[path] = stamp_of(path)
    return found
