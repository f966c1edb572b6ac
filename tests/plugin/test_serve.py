"""`mkdocs serve` shows pages as they are made, reloads them, and says what is wrong instead of hanging."""

import contextlib
import http.client
import re
import socket
import subprocess
import sys
import threading
import time

import click
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from briefbook.plugin.request import wants_preview
from tests.plugin.hosts import HOSTS, change, copy_river

PATIENCE = 60
EDITION = re.compile(r'data-news="([^"]+)" data-edition="([^"]+)"')


HOOKS = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "guest.txt", content="from another plugin"))
    files.append(File.generated(config, "guest.md", content="A guest"))
"""


class Browser:
    """Asks one server."""

    def __init__(self, port, live=None, server=None):
        self.port = port
        self.live = live
        self.server = server

    def ask(self, path):
        """Status, headers and text of what stands at a path."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(line):
            line.request("GET", path)
            reply = line.getresponse()
            return reply.status, dict(reply.getheaders()), reply.read().decode()

    def text(self, path):
        """The text of a page that is there."""
        status, _, text = self.ask(path)
        assert 200 == status, text
        return text

    def wait(self, path, words, status=200):
        """Waits, as its script does, until the page at a path says something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found, _, text = self.ask(path)
            if words in text and status == found:
                return text
            news, edition = EDITION.search(text).groups()
            self.ask(f"{news}?seen={edition}")
        raise AssertionError(f"{path} never said {words!r}")


@pytest.fixture
def river(tmp_path):
    """The invented situation."""
    return copy_river(tmp_path / "river")


@pytest.fixture
def serve(river, tmp_path):
    """A function that starts MkDocs' server in this process, as `mkdocs serve` does: its browser."""
    running = []

    def start(mount="/"):
        (river / "hooks.py").write_text(HOOKS)
        change(river / "mkdocs.yml", "theme:", "hooks: [hooks.py]\ntheme:")
        config = load_config(str(river / "mkdocs.yml"), site_dir=str(tmp_path / "served"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1/")
        server = LiveReloadServer(lambda: None, "127.0.0.1", 0, config.site_dir, mount_path=mount)
        server.watch(config.docs_dir)
        server.watch(config.config_file_path)
        config.plugins.on_serve(server, config=config, builder=build)
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        while not server.serve_thread.is_alive():
            time.sleep(0.01)
        running.append((config.plugins, server, thread))
        return Browser(server.server_port, config.plugins["briefbook"]._live, server)

    yield start
    for plugins, server, thread in running:
        server.shutdown(wait=False)
        plugins.on_shutdown()
        thread.join(PATIENCE)


@pytest.mark.parametrize("host", HOSTS)
def test_edit_shows_and_error_shows_and_goes(host, river):
    """A server shows findings where pages stood, recovers when they are mended, and writes no site."""
    brief = river / "content" / "briefs" / "2031-03-10-kelmet.md"
    with _process(host, river) as browser:
        assert "reload.js" in browser.text("/briefs/2031-03-10-kelmet.html")
        change(brief, "title:", "title: Edited:")
        browser.wait("/actors/haddar.html", "yaml-syntax", status=500)
        change(brief, "title: Edited:", "title: Edited,")
        browser.wait("/briefs/2031-03-10-kelmet.html", "Edited,")
    assert not (river / "build").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_without_reloading_the_built_site_is_served(host, river):
    """`--no-livereload` serves what `build` publishes, byte for byte and without a script of ours."""
    with _process(host, river, "--no-livereload") as browser:
        page = browser.text("/actors/haddar.html")
    assert "reload.js" not in page
    assert "Content-Security-Policy" in page


def test_reloading_is_known_from_the_command_line():
    """A build is no preview, nor is a server that does not reload; without a command line, one reloads."""
    with click.Context(click.Command("serve")) as context:
        context.params["livereload"] = False
        assert not wants_preview("serve")
        context.params["livereload"] = True
        assert wants_preview("serve")
    assert wants_preview("serve")
    assert not wants_preview("build")


def test_page_reloads_itself(serve):
    """A page asks for news by a script of its own; what is no page comes as it is."""
    browser = serve()

    assert 'src="/-/reload.js"' in browser.text("/")
    assert "visibilitychange" in browser.text("/-/reload.js")
    assert "reload.js" not in browser.text("/assets/briefbook.css")


def test_site_below_a_path_is_served_there(serve):
    """A site_url with a path keeps the path; what lies above it is MkDocs' business."""
    browser = serve(mount="/sarn/")

    assert 'data-news="/sarn/-/news"' in browser.text("/sarn/actors/haddar.html")
    assert 302 == browser.ask("/")[0]
    assert 404 == browser.ask("/elsewhere")[0]


def test_folder_without_its_slash_is_found(serve, river):
    """With directory URLs a browser is sent from `actors/haddar` to `actors/haddar/`."""
    change(river / "mkdocs.yml", "use_directory_urls: false", "use_directory_urls: true")
    browser = serve()

    status, headers, _ = browser.ask("/actors/haddar")

    assert (302, "/actors/haddar/") == (status, headers["Location"])


def test_file_of_another_plugin_is_served(serve):
    """What is not ours comes from the folder into which MkDocs builds."""
    browser = serve()

    assert "from another plugin" == browser.text("/guest.txt")
    assert "<p>A guest</p>" in browser.text("/guest.html")


@pytest.mark.parametrize("path", ["/nowhere.html", "/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/actors/../../x"])
def test_what_is_not_there_is_said_in_our_page(serve, path):
    """An unknown path, or one that leads out, gives the page for what is not there."""
    status, _, text = serve().ask(path)

    assert 404 == status
    assert "reload.js" in text


def test_page_for_what_is_not_there_finds_its_styles(serve):
    """It stands at any depth, and its links begin there."""
    _, _, text = serve().ask("/actors/by/name.html")

    assert 'href="../../assets/briefbook.css"' in text


def test_every_kind_of_file_is_watched(serve, river):
    """Settings, a folder of templates that was not there, a new file."""
    browser = serve()

    change(river / "mkdocs.yml", "The Sarn", "The River Sarn")
    browser.wait("/", "The River Sarn")
    (river / "templates").mkdir()
    (river / "templates" / "page.html").write_text(
        '{% extends "briefbook/page.html" %}{% block body %}OURS{% endblock %}'
    )
    browser.wait("/about.html", "OURS")
    (river / "content" / "pages" / "more.md").write_text("---\ntitle: More\n---\nMore words\n")
    browser.wait("/", "More")


def test_what_mkdocs_watches_makes_us_look(serve, river, monkeypatch):
    """`mkdocs serve --watch` polls a folder of its own; a change there has the book read again."""
    monkeypatch.setattr("briefbook.plugin.live.watch", lambda *_: None)
    browser = serve()
    change(river / "content" / "actors" / "haddar.yaml", "name:", "note: Looked again\nname:")

    browser.server.builder()

    assert "Looked again" in browser.text("/actors/haddar.html")


def test_fault_of_ours_does_not_end_serving(serve, river, monkeypatch, caplog):
    """It is logged, and the next edit is shown."""
    browser = serve()
    whole = browser.live.preview.refresh

    def fail_once():
        monkeypatch.setattr(browser.live.preview, "refresh", whole)
        raise RuntimeError("a fault")

    monkeypatch.setattr(browser.live.preview, "refresh", fail_once)
    browser.server.builder()
    change(river / "content" / "actors" / "haddar.yaml", "name:", "note: Looked again\nname:")

    browser.wait("/actors/haddar.html", "Looked again")
    assert "a fault" in caplog.text


@contextlib.contextmanager
def _process(host, root, *words):
    """A server in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", host, "serve", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{port}", *words]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        said = []
        try:
            for line in process.stdout:
                said.append(line)
                if "Serving on" in line:
                    break
            else:
                raise AssertionError("".join(said))
            threading.Thread(target=process.stdout.read, daemon=True).start()
            yield Browser(port)
        finally:
            process.terminate()
