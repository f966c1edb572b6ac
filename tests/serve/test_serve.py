"""The preview over HTTP: what it answers, whom, and what it never gives away."""

import errno
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import quote, urlsplit

import pytest

from briefbook.pipeline import Request
from briefbook.preview import Preview
from briefbook.serve.run import AddressError, is_free, serving, wait
from briefbook.serve.server import Server
from tests.sites import RIVER, run, tree

BRIEF = "content/briefs/2031-03-10-kelmet.md"
SECRET = "what only this machine's owner may read"


@pytest.fixture(scope="module")
def river(tmp_path_factory) -> Path:
    """The invented situation, with a secret beside it."""
    root = tmp_path_factory.mktemp("serve") / "river"
    shutil.copytree(RIVER, root, ignore=shutil.ignore_patterns("expected"))
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("use_directory_urls: false", "use_directory_urls: true"))
    (root / "secret.txt").write_text(SECRET)
    (root.parent / "secret.txt").write_text(SECRET)
    return root


@pytest.fixture(scope="module")
def address(river):
    """Where the preview of the situation is served."""
    with serving(Preview(Request(content=river / "content")), "127.0.0.1", 0) as address:
        yield urlsplit(address)


def ask(address, path, method="GET", **headers):
    """Status, headers and body of an answer."""
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()
    finally:
        connection.close()


def ask_raw(address, data: bytes) -> bytes:
    """All that comes back for some bytes."""
    with socket.create_connection((address.hostname, address.port), timeout=20) as line:
        line.sendall(data)
        line.shutdown(socket.SHUT_WR)
        pieces = []
        while piece := line.recv(65536):
            pieces.append(piece)
        return b"".join(pieces)


def test_page_comes_with_headers_that_keep_it_here(address):
    """A page is not stored, guessed at, framed or told of to others, and asks its own host alone."""
    status, headers, body = ask(address, "/actors/haddar/")

    assert 200 == status
    assert b"<main" in body
    assert "text/html; charset=utf-8" == headers["Content-Type"]
    assert "no-store" == headers["Cache-Control"]
    assert "nosniff" == headers["X-Content-Type-Options"]
    assert "no-referrer" == headers["Referrer-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert b'<script src="/-/reload.js" data-news="/-/news"' in body


def test_head_is_a_page_without_its_body(address):
    """HEAD gives the headers of GET and no body."""
    status, headers, body = ask(address, "/", "HEAD")

    assert (200, b"") == (status, body)
    assert int(headers["Content-Length"]) > 1000


def test_assets_are_served_as_they_are(address):
    """A stylesheet comes with its type and without a script in it."""
    status, headers, body = ask(address, "/assets/briefbook.css")

    assert (200, "text/css; charset=utf-8") == (status, headers["Content-Type"])
    assert b"reload.js" not in body


def test_wait_ends_with_a_signal():
    """The command waits until somebody ends it, and does not die of it."""
    kept = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}

    def end():
        while signal.getsignal(signal.SIGTERM) is kept[signal.SIGTERM]:
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=end)
    thread.start()
    try:
        wait()
    finally:
        thread.join()
        for each, handler in kept.items():
            signal.signal(each, handler)

    assert not thread.is_alive()


def test_machine_without_ipv6_serves_at_its_one_address(river, monkeypatch):
    """Where there is no ::1, `localhost` is 127.0.0.1 alone; a port is then free or taken as that one is."""

    def bind(server):
        if server.address_family == socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        TCPServer.server_bind(server)
        server.server_port = server.server_address[1]

    monkeypatch.setattr(Server, "server_bind", bind)
    with serving(Preview(Request(content=river / "content")), "localhost", 0) as address:
        port = urlsplit(address).port
        assert 200 == ask(urlsplit(f"http://127.0.0.1:{port}/"), "/")[0]
        assert not is_free("localhost", port)


def test_script_is_served(address):
    """The script that reloads comes from the preview itself."""
    status, headers, body = ask(address, "/-/reload.js")

    assert (200, "text/javascript; charset=utf-8") == (status, headers["Content-Type"])
    assert b"location.reload()" in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "PATCH", "TRACE", "BREW"])
def test_methods_that_change_things_are_refused(address, method):
    """Nothing but GET and HEAD is answered."""
    status, headers, _ = ask(address, "/", method)

    assert (405, "GET, HEAD") == (status, headers["Allow"])


def test_address_without_its_slash_leads_to_the_page(address):
    """A folder's address without a slash leads to the one with it, so that links on the page lead right."""
    status, headers, _ = ask(address, "/actors/haddar")

    assert (302, "/actors/haddar/") == (status, headers["Location"])


def test_page_that_is_not_there(address):
    """Where no page stands a page says so, with the way back."""
    status, _, body = ask(address, "/actors/nobody/")

    assert 404 == status
    assert b"Page not found" in body


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "example.org"},
        {"Origin": "http://example.org"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/-/news", "/-/findings"])
def test_other_sites_are_refused(address, path, headers):
    """Another site in the same browser gets nothing, on the channel for news no more than for pages."""
    status, _, body = ask(address, path, **headers)

    assert 403 == status
    assert len(body) < 100


def out_ways() -> list[str]:
    """300 ways of asking for a file outside the site."""
    files = [
        "secret.txt",
        "mkdocs.yml",
        "content/briefs/2031-03-10-kelmet.md",
        "etc/passwd",
        "seeds/../secret.txt",
    ]
    ups = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "%252e%252e",
        "..%2f..",
        "..%5c..",
        "..\\..",
        "%c0%ae%c0%ae",
        "．．",
        "..;",
    ]
    starts = ["/", "//", "/assets/", "/actors/../", "/-/"]
    found = [f"{start}{up}/{file}" for start in starts for up in ups for file in files]
    found += [f"/{file}%00.html" for file in files] + [f"/assets/briefbook.css/{file}" for file in files]
    found += [f"//localhost/{file}" for file in files] + [f"file:///{file}" for file in files]
    return [*found, "/" + "../" * 600 + "secret.txt", "/" + "a" * 9000, "/..", "/.", "/%00", "/\\secret.txt"]


def test_there_is_no_way_out(address):
    """Of 300 ways to ask for a file that is not of the site, none gives a byte of it."""
    ways = out_ways()
    assert len(ways) >= 300
    for way in ways:
        status, _, body = ask(address, quote(way, safe="/%\\;:"))
        assert status in (302, 400, 404, 414), way
        assert SECRET.encode() not in body
        assert b"root:" not in body
        assert b"schema_version" not in body
        assert b"status: cleared" not in body


@pytest.mark.parametrize(
    "line",
    [
        b"GET /../secret.txt HTTP/1.0\r\n\r\n",
        b"GET secret.txt HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /\x00secret.txt HTTP/1.1\r\n\r\n",
        b"GET  /secret.txt  HTTP/1.1\r\n\r\n",
        b"GET /secret.txt\r\n\r\n",
        b"GET /secret.txt HTTP/9.9\r\n\r\n",
        b"GET /secret.txt HTTP/x\r\n\r\n",
        b"GET http://localhost/secret.txt HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /secret.txt HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n",
        b"\xff\xfe\x00\x01\r\n\r\n",
        b"\r\n",
        b"",
    ],
)
def test_odd_lines_get_nothing(address, line):
    """A line that is no proper request gets a short refusal or nothing, and the server lives on."""
    reply = ask_raw(address, line)

    assert SECRET.encode() not in reply
    assert not reply.startswith(b"HTTP/1.1 2")
    assert len(reply) < 2000
    assert 200 == ask(address, "/")[0]


def test_two_readers_both_hear_of_a_change(river, address):
    """Two windows that wait are both told when a file changes, and the page is the new one."""
    seen = ask(address, "/-/news")[2].decode()
    heard = []
    windows = [
        threading.Thread(target=lambda: heard.append(ask(address, f"/-/news?seen={seen}")[2].decode()))
        for _ in range(2)
    ]
    for window in windows:
        window.start()
    path = river / BRIEF
    path.write_text(path.read_text().replace("title: ", "title: Told twice, ", 1))
    for window in windows:
        window.join(30)

    assert 2 == len(heard)
    assert seen not in heard
    assert b"Told twice, " in ask(address, "/briefs/2031-03-10-kelmet/")[2]


@pytest.mark.parametrize("seen", ["", "?seen=", "?seen=elsewhere-1", "?seen=x", "?seen=%ff", "?seen=1-2-3"])
def test_reader_of_another_run_hears_at_once(address, seen):
    """Who has a page of an earlier run, or none, is told the edition without a wait."""
    started = time.monotonic()
    status, _, body = ask(address, f"/-/news{seen}")

    assert 200 == status
    assert b"-" in body
    assert time.monotonic() - started < 20


def test_error_and_recovery_are_told(river, address):
    """An error takes the page's place under the same address, and the page comes back when it is mended."""
    path = river / BRIEF
    whole = path.read_text()

    def wait_for(change) -> int:
        seen = ask(address, "/-/news")[2].decode()
        change()
        ask(address, f"/-/news?seen={seen}")
        return ask(address, "/actors/haddar/")[0]

    assert 500 == wait_for(lambda: path.write_text(whole.replace("title: ", "titel: ", 1)))
    assert 200 == wait_for(lambda: path.write_text(whole))


def test_fault_of_ours_is_told_in_words(tmp_path, river, capsys):
    """A fault of briefbook gives a sentence to the reader, and its traceback to the terminal."""
    preview = Preview(Request(content=river / "content"))
    preview._edition.make = lambda _: 1 / 0
    with serving(preview, "127.0.0.1", 0) as address:
        status, _, body = ask(urlsplit(address), "/")

    assert (500, b"briefbook is at fault; the terminal says how.\n") == (status, body)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_localhost_is_both_addresses(river):
    """`localhost` answers under 127.0.0.1 and, where the machine has it, under ::1."""
    with serving(Preview(Request(content=river / "content")), "localhost", 0) as address:
        port = urlsplit(address).port
        assert 200 == ask(urlsplit(f"http://127.0.0.1:{port}/"), "/")[0]
        if socket.has_ipv6:
            assert 200 == ask(urlsplit(f"http://[::1]:{port}/"), "/")[0]


def test_taken_port_names_the_next_free_one(river):
    """Where the port is taken, the message names one that is free."""
    preview = Preview(Request(content=river / "content"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=rf"port {port} is taken.* port \d+ is free: --port \d+"):
            serving(preview, "127.0.0.1", port).__enter__()
        with pytest.raises(AddressError, match="is taken"):
            serving(preview, "localhost", port).__enter__()


def test_taken_ipv6_port_counts(river):
    """A port that another program has under ::1 alone is taken: a browser would ask that one first."""
    preview = Preview(Request(content=river / "content"))
    taken = socket.create_server(("::1", 0), family=socket.AF_INET6)
    with taken, pytest.raises(AddressError, match="is taken"):
        serving(preview, "localhost", taken.getsockname()[1]).__enter__()


def test_host_of_another_machine_cannot_be_had(river):
    """An address that is not this machine's is an error in words."""
    with pytest.raises(AddressError, match=r"cannot serve at 192\.0\.2\.1 port 9: "):
        serving(Preview(Request(content=river / "content")), "192.0.2.1", 9).__enter__()


def test_open_host_needs_to_know_its_audience(river):
    """A host that other machines reach is refused until it is said what they may see."""
    status, words = run("serve", "--content", river / "content", "--host", "0.0.0.0")

    assert 2 == status
    assert "say what they may see: --share CLEAR" in words


def test_sharing_and_ceiling_must_agree(river):
    """Two answers to what may be seen are one too many."""
    status, words = run("serve", "--content", river / "content", "--share", "CLEAR", "--ceiling", "RED")

    assert 2 == status
    assert "one is enough" in words


def test_taken_port_ends_the_command(river):
    """The command ends with a sentence and without a traceback where its port is taken."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, words = run("serve", "--content", river / "content", "--port", taken.getsockname()[1])

    assert 2 == status
    assert "is taken" in words
    assert "Traceback" not in words


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_command_serves_until_it_is_ended(river, ending):
    """The command says where it serves, writes nothing, and ends with 0 on Ctrl-C."""
    before = tree(river)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "briefbook",
        "serve",
        "--content",
        str(river / "content"),
        "--port",
        str(port),
    ]
    with subprocess.Popen(command, cwd=river, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        assert f"http://localhost:{port}/" in line
        assert 200 == ask(urlsplit(f"http://127.0.0.1:{port}/"), "/")[0]
        process.send_signal(ending)
        assert 0 == process.wait(20)

    assert before == tree(river)


@pytest.mark.parametrize(
    ("fault", "words"),
    [(ConnectionResetError(), ""), (BrokenPipeError(), ""), (LookupError("ours"), "LookupError: ours")],
)
def test_browser_that_goes_is_no_news(river, capsys, fault, words):
    """A browser that closes its window while it is answered leaves no word at the terminal; a fault does."""
    server = Server(Preview(Request(content=river / "content")), "127.0.0.1", 0)
    try:
        raise fault
    except (OSError, LookupError):
        server.handle_error(None, ("127.0.0.1", 1))
    finally:
        server.server_close()

    told = capsys.readouterr().err
    assert words in told
    assert bool(words) is bool(told)
