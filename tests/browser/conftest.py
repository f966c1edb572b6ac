"""A browser on the whole site: built once, served on the loopback, read by Debian's Chromium."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.books import write_arabic, write_long
from tests.sites import RIVER, build

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # before the tests are shared out
def pytest_collection_modifyitems(items):
    """The tests of a file share a worker: what they look at is built once."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def site(root, tmp_path_factory) -> Path:
    """The folder with the site on Iraq."""
    out = tmp_path_factory.mktemp("site") / "build"
    briefbook = Path(sys.executable).with_name("briefbook")
    subprocess.run([briefbook, "build", "--out", out], cwd=root, check=True)
    return out


def build_book(root: Path, out: Path) -> Path:
    """The folder `out` with the site of the book in `root`."""
    build(root, out)
    return out


@pytest.fixture(scope="session")
def river(tmp_path_factory) -> Path:
    """The folder with the site of the invented situation."""
    return build_book(RIVER, tmp_path_factory.mktemp("river") / "build")


@pytest.fixture(scope="session")
def books(tmp_path_factory) -> dict[str, Path]:
    """By name, the sites that try the layout; each stands where its `site_url` says."""
    folder = tmp_path_factory.mktemp("books")
    for name, write in (("long", write_long), ("arabic", write_arabic)):
        build_book(write(folder / f"{name}-content"), folder / name / "books" / "river")
    return {name: folder / name for name in ("long", "arabic")}


@pytest.fixture(scope="session")
def kinds(site) -> list[str]:
    """A path for each kind of page: all at the top, and of each folder its index and its longest page."""
    return kinds_of(site)


def kinds_of(site: Path) -> list[str]:
    """As `kinds`, of any site."""
    longest: dict[tuple[str, bool], Path] = {}
    for page in sorted(site.rglob("*.html")):
        folder = page.parent.relative_to(site).as_posix()
        key = (page.name if folder == "." else folder, page.name == "index.html")
        if key not in longest or page.stat().st_size > longest[key].stat().st_size:
            longest[key] = page
    return sorted(page.relative_to(site).as_posix() for page in longest.values())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Requests are no news."""


@pytest.fixture(scope="session")
def address(site):
    """Where the site is served, without a slash at the end."""
    with served(site) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a folder is served for a while, without a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium: nothing is downloaded."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser tests need Chromium; on Debian: apt-get install chromium"
    return {**browser_type_launch_args, "executable_path": chromium}


@pytest.fixture(scope="session")
def reader(browser):
    """A function that opens a page as a reader would: `reader(color_scheme="dark")`."""
    contexts = []

    def open_page(**how):
        contexts.append(browser.new_context(**how))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
