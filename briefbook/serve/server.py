"""The preview's answers over HTTP."""

from __future__ import annotations

import contextlib
import socket
import sys
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote

from briefbook.export.headers import HEADERS
from briefbook.preview import News, Preview, Reply
from briefbook.serve.guard import Guard, path_of

_HEADERS = {**HEADERS, "Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
"""What a published site is served with, but for what a preview must not leave behind."""
_TEXT = "text/plain; charset=utf-8"


class Server(ThreadingHTTPServer):
    """Answers at one address, a thread for each connection."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, preview: Preview, host: str, port: int, *, is_shared: bool = False) -> None:
        """Takes the port, any free one for 0.

        Raises:
            OSError: it is taken, or the host is not this machine's.
        """
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.preview = preview
        self.news = News(preview)
        self._lines: set[socket.socket] = set()
        """Connections that are open; a browser keeps its own for minutes."""
        super().__init__((host, port), _Handler)
        self.guard = Guard(self.server_port, is_shared=is_shared)

    def server_bind(self) -> None:
        """As the library's; `::1` leaves `127.0.0.1` to its own server, and no name is looked up."""
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def get_request(self) -> tuple[socket.socket, Any]:
        """As the library's; the connection is remembered."""
        line, caller = super().get_request()
        self._lines.add(line)
        return line, caller

    def close_request(self, request: Any) -> None:
        """As the library's; the connection is forgotten."""
        self._lines.discard(request)
        super().close_request(request)

    def server_close(self) -> None:
        """Ends every connection, so that a waiting reader looks for the next preview."""
        super().server_close()
        for line in tuple(self._lines):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Silent about a browser that has gone; the words of any other fault go to the terminal."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def __getattr__(self, name: str) -> Callable[[], None]:
        """What the library looks for by method: `do_GET` and `do_HEAD` answer, all others refuse."""
        if name in ("do_GET", "do_HEAD"):
            return self._answer
        if name.startswith("do_"):
            return partial(self.send_error, HTTPStatus.METHOD_NOT_ALLOWED)
        raise AttributeError(name)

    def _answer(self) -> None:
        refusal = self.server.guard.refuses(self.headers)
        path = path_of(self.path)
        if refusal:
            self._refuse(HTTPStatus.FORBIDDEN, refusal)
        elif path is None:
            self._refuse(HTTPStatus.BAD_REQUEST, "That is no address of a page.")
        elif path and not path.endswith("/") and self.server.preview.has(f"{path}/"):
            self._send(Reply(b"", _TEXT, HTTPStatus.FOUND), {"Location": quote(f"/{path}/")})
        else:
            self._find(path)

    def _find(self, path: str) -> None:
        news = self.server.news
        try:
            reply = news.find(path, self.path.partition("?")[2]) or news.missing(path)
        except Exception:
            traceback.print_exc()
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "briefbook is at fault; the terminal says how.")
        else:
            self._send(reply)

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(Reply(f"{words}\n".encode(), _TEXT, status), {"Connection": "close"})

    def _send(self, reply: Reply, headers: Mapping[str, str] = {}) -> None:
        self.send_response(reply.status)
        length = {"Content-Type": reply.content_type, "Content-Length": str(len(reply.body))}
        for name, value in (*_HEADERS.items(), *length.items(), *headers.items()):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def send_error(self, code: int, message: str | None = None, _: str | None = None) -> None:
        """Refuses a request that the library cannot read, or whose method changes things."""
        status = HTTPStatus(code)
        allowed = {"Allow": "GET, HEAD"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
        body = f"{message or status.phrase}\n".encode("ascii", "replace")
        self._send(Reply(body, _TEXT, status), {"Connection": "close", **allowed})
        self.close_connection = True

    def version_string(self) -> str:
        """What the header `Server` says."""
        return "briefbook"

    def log_message(self, format: str, *words: object) -> None:
        """Requests are no news."""
