"""`SHA256SUMS`, the list of a site's files that `sha256sum -c` reads: written, and read with distrust."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

SUMS = "SHA256SUMS"
"""The list's name, at the root of a site; it names every other file."""

_LINE = re.compile(rb"(\\?)([0-9a-f]{64})  ([^\0\n]{1,4096})\n")
_OUTSIDE = frozenset({b"", b".", b".."})


class Sums(NamedTuple):
    """What a list says."""

    digests: dict[str, str]
    """The SHA-256 of each file, by its path."""
    faults: list[tuple[int, str]]
    """The lines that we would not have written so, and why."""


def render_sums(digests: Mapping[str, str]) -> bytes:
    """The list: a line a file, in the order of the bytes of their paths."""
    return b"".join(_line(path, digests[os.fsdecode(path)]) for path in sorted(map(os.fsencode, digests)))


def _line(path: bytes, digest: str) -> bytes:
    # coreutils: a backslash in a name is doubled, and one more at the start of the line says so
    mark = b"\\" if b"\\" in path else b""
    return b"%b%b  %b\n" % (mark, digest.encode(), path.replace(b"\\", b"\\\\"))


def parse_sums(data: bytes) -> Sums:
    """What a list says, whoever wrote it; equal to what we would have written where it has no fault."""
    sums = Sums({}, [])
    last = b""
    for number, line in enumerate(BytesIO(data), 1):
        digest, path, fault = _read_line(line)
        if not fault and path <= last:
            fault = "is out of order, or there twice"
        if fault:
            sums.faults.append((number, fault))
        last = max(path, last)
        if path:
            sums.digests.setdefault(os.fsdecode(path), digest)
    return sums


def _read_line(line: bytes) -> tuple[str, bytes, str]:
    """Digest, path and fault of a line; without a path where it has none that could be on a site."""
    match = _LINE.fullmatch(line)
    if match is None:
        return "", b"", "is no line of a SHA-256 and a path"
    mark, digest, shown = match.groups()
    path = shown.replace(rb"\\", b"\\") if mark else shown
    if path == SUMS.encode() or not _OUTSIDE.isdisjoint(path.split(b"/")):
        return "", b"", "names no file that the list could be about"
    return (
        digest.decode(),
        path,
        "" if _line(path, digest.decode()) == line else "is not written as we write it",
    )


def file_digest(path: str) -> str:
    """The SHA-256 of a plain file; no link is followed, and no pipe waited for.

    Raises:
        OSError: it cannot be read.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(handle, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
