"""How a page in a browser learns that there is a newer edition of it, behind any host."""

from __future__ import annotations

import secrets
from html import escape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs

from briefbook.preview.preview import Preview
from briefbook.preview.reply import Reply, reply_with

_NEWS = "-/news"
"""Answers with the newest edition as soon as it is another than the reader's."""
_SCRIPT = "-/reload.js"

_PATIENCE = 25.0
"""Seconds that a reader is kept waiting before it asks again."""


class News:
    """A preview whose pages load themselves again; what a host answers with."""

    def __init__(self, preview: Preview, mount: str = "/") -> None:
        """`mount` is the path of the site's root at its host, with a slash at its end."""
        self._preview = preview
        self._mount = mount
        self._run = secrets.token_hex(4)
        """Tells this run from an earlier one, whose numbers say nothing now."""

    @property
    def edition(self) -> str:
        """What a page carries to know whether it is the newest."""
        return f"{self._run}-{self._preview.number}"

    def find(self, url_path: str, query: str = "") -> Reply | None:
        """As `Preview.find`, with a script in each page that asks for news; and what that script asks for."""
        if url_path == _NEWS:
            return self._news(query)
        if url_path == _SCRIPT:
            return reply_with(_SCRIPT, Path(__file__).with_name("reload.js").read_bytes())
        edition = self.edition  # before the page is made: what changes meanwhile is news to it
        reply = self._preview.find(url_path)
        return None if reply is None else self._with_script(reply, edition)

    def missing(self, url_path: str) -> Reply:
        """As `Preview.missing`, with the script."""
        return self._with_script(self._preview.missing(url_path), self.edition)

    def _news(self, query: str) -> Reply:
        run, _, number = parse_qs(query).get("seen", [""])[0].partition("-")
        if run == self._run and number.isdecimal() and len(number) < 10:
            self._preview.wait(int(number), _PATIENCE)
        return Reply(self.edition.encode(), "text/plain; charset=utf-8")

    def _with_script(self, reply: Reply, edition: str) -> Reply:
        if not reply.content_type.startswith("text/html"):
            return reply
        mount = escape(self._mount)
        told = f'data-news="{mount}{_NEWS}" data-edition="{edition}"'
        if reply.status == HTTPStatus.INTERNAL_SERVER_ERROR:
            told += " data-instead"  # an error page stands where another will come back
        script = f'<script src="{mount}{_SCRIPT}" {told} defer></script>\n'
        body, _, end = reply.body.rpartition(b"</body>")
        return reply._replace(body=b"".join((body, script.encode(), b"</body>", end)))
