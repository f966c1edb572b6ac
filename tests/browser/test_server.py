"""A real nginx serves the site with the settings that `briefbook headers nginx` prints."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from briefbook.export.headers import HEADERS
from tests.browser.books import write_long
from tests.sites import build, run

NOBODY = 65534
CONF = """\
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/site;
    {place}
  }}
}}
"""


def find_nginx(root: Path) -> str:
    """The program, from the system or from where `make test` unpacks it."""
    own = root / ".venv" / "nginx" / "usr" / "sbin" / "nginx"
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or (
        str(own) if own.exists() else None
    )
    assert found, "the server tests need nginx; `make test` fetches it, or on Debian: apt-get install nginx"
    return found


@pytest.fixture(scope="module", params=["server", "location"])
def served(request, root, open_folder):
    """Where nginx serves a book, with the printed lines in its `server` or in the site's `location`."""
    folder = Path(tempfile.mkdtemp(dir=open_folder))
    folder.chmod(0o755)
    book = write_long(folder / "book")
    build(book, folder / "site" / "books" / "river")
    (folder / "site" / "books" / "river" / "data" / "empty").mkdir(parents=True)
    status, lines = run("headers", "nginx", "--content", book / "content")
    assert 0 == status, lines
    (folder / "briefbook.conf").write_text(lines)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    include = f"include {folder}/briefbook.conf;"
    place = include if request.param == "server" else f"location /books/river/ {{ {include} }}"
    (folder / "nginx.conf").write_text(CONF.format(folder=folder, port=port, place=place))
    for made in ("body", "proxy", "fastcgi", "uwsgi", "scgi"):
        (folder / made).mkdir()
    process = subprocess.Popen(
        [find_nginx(root), "-e", "stderr", "-p", folder, "-c", folder / "nginx.conf"],
        stderr=subprocess.PIPE,
        text=True,
        **_unprivileged(folder),
    )
    try:
        _wait(process, port)
        yield f"http://127.0.0.1:{port}/books/river"
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


@pytest.fixture(scope="module")
def open_folder():
    """A folder that any user of the machine may read; pytest's own are for their maker alone."""
    with tempfile.TemporaryDirectory(prefix="briefbook-nginx-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def _unprivileged(folder: Path) -> dict[str, object]:
    """How to start a process without root's rights, where the tests have them."""
    if os.getuid():
        return {}
    for path in (folder, *folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _wait(process: subprocess.Popen, port: int) -> None:
    for _ in range(200):
        assert process.poll() is None, f"nginx ended at once: {process.stderr.read()}"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")


def ask(address: str, **headers: str):
    """Status, headers and body of an answer, whatever the status."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("path", "status", "type"),
    [
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/", 200, "text/html; charset=utf-8"),
        ("/assets/briefbook.css", 200, "text/css; charset=utf-8"),
        ("/assets/tables.js", 200, "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", 200, "image/svg+xml; charset=utf-8"),
        ("/data/index.json", 200, "application/json; charset=utf-8"),
        ("/nothing/here/at/all.html", 404, "text/html; charset=utf-8"),
        ("/SHA256SUMS", 200, "text/plain; charset=utf-8"),
        ("/.htaccess", 404, "text/html; charset=utf-8"),
        ("/data/empty/", 403, "text/html; charset=utf-8"),
    ],
)
def test_each_answer_has_its_type_and_all_headers(served, path, status, type):
    """Pages, assets, data and refusals alike carry each header once; a folder is not listed."""
    got, headers, body = ask(f"{served}{path}")

    assert (status, type) == (got, headers["Content-Type"])
    assert {name: [value] for name, value in HEADERS.items()} == {
        name: headers.get_all(name) for name in HEADERS
    }
    assert b"Index of" not in body
    assert "nginx" == headers["Server"]


def test_a_page_travels_small_and_only_once(served):
    """Text is compressed, and a browser that has the page is told so."""
    _, headers, body = ask(f"{served}/index.html", **{"Accept-Encoding": "gzip"})
    assert "gzip" == headers["Content-Encoding"]
    assert body.startswith(b"\x1f\x8b")

    status, _, body = ask(f"{served}/index.html", **{"If-Modified-Since": headers["Last-Modified"]})
    assert (304, b"") == (status, body)


def test_a_browser_has_nothing_to_say(served, reader):
    """Chromium writes nothing to its console, and the page for what is not there has its style."""
    page = reader()
    heard = []
    page.on("console", lambda message: heard.append((page.url, message.text)))
    page.on("pageerror", lambda error: heard.append((page.url, str(error))))
    for path in ("/", "/positions/index.html", "/search/index.html", "/briefs/2031-03-03-long.html"):
        page.goto(f"{served}{path}", wait_until="networkidle")
    assert [] == heard

    page.goto(f"{served}/no/such/page/")
    assert "Page not found" == page.locator("h1").inner_text()
    assert "rgb(23, 48, 66)" == page.locator(".band").evaluate("e => getComputedStyle(e).backgroundColor")
    page.locator("main a").first.click()
    assert f"{served}/index.html" == page.url


def test_a_page_cannot_be_framed(served):
    """Another site that frames a page shows nothing of it."""
    _, headers, _ = ask(f"{served}/index.html")

    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
