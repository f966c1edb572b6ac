"""What a host answers to a reader."""

from __future__ import annotations

from typing import NamedTuple

from briefbook.export.headers import BINARIES, TYPES

HTML = "text/html; charset=utf-8"


class Reply(NamedTuple):
    """The bytes of a file, what they are, and whether all is well."""

    body: bytes
    content_type: str
    status: int = 200
    """200, or 500 where the body says what is wrong."""


def reply_with(file: str, body: bytes) -> Reply:
    """The reply with a file of the site; its type comes from its name, as a web server says it."""
    ending = file.rpartition(".")[2].lower()
    type = TYPES.get(ending, "text/plain")
    return Reply(body, type if ending in BINARIES else f"{type}; charset=utf-8")
