"""`mkdocs serve`: its server, with pages that are made when they are asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from briefbook.preview import News, Preview, Reply, watch

log = get_plugin_logger("briefbook")

Start = Callable[[str, list[tuple[str, str]]], object]
"""How a WSGI server is told the head of an answer."""


class Live:
    """A preview behind MkDocs' server."""

    def __init__(self, preview: Preview, server: LiveReloadServer, watched: Iterable[str]) -> None:
        """`watched` is what the server polls and we watch, at a tenth of the cost."""
        self.preview = preview
        self._server = server
        self._news = News(preview, server.mount_path)
        self._ended = threading.Event()
        self._asked = threading.local()
        """The path that this thread is asked for; MkDocs tells its error handler nothing but a number."""
        server.set_app(self.answer)
        server.error_handler = self._missing
        server.builder = self._refresh
        for path in watched:
            server.unwatch(path)
        threading.Thread(target=watch, args=(preview, self._ended), daemon=True).start()

    def end(self) -> None:
        """Watch no more."""
        self._ended.set()

    def answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """What stands at a request's path: ours, or else what another plugin put into MkDocs' folder."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        mount = self._server.mount_path
        self._asked.path = ""
        if path.startswith(mount):
            inner = self._asked.path = path.removeprefix(mount)
            if inner and not inner.endswith("/") and self.preview.has(f"{inner}/"):
                start("302 Found", [("Location", f"{quote(path)}/")])
                return []
            reply = self._news.find(inner, environ.get("QUERY_STRING", ""))
            if reply is not None:
                return _send(reply, start)
        return self._server.serve_request(environ, start)

    def _missing(self, code: int) -> bytes | None:
        return self._news.missing(self._asked.path).body if code == HTTPStatus.NOT_FOUND else None

    def _refresh(self) -> None:
        """Never raises: MkDocs would hold back every later request."""
        try:
            self.preview.refresh()
        except Exception:
            log.exception("The book could not be read again")


def _send(reply: Reply, start: Start) -> Iterable[bytes]:
    status = HTTPStatus(reply.status)
    headers = [("Content-Type", reply.content_type), ("Content-Length", str(len(reply.body)))]
    start(f"{status.value} {status.phrase}", [*headers, ("Cache-Control", "no-store")])
    return [reply.body]
