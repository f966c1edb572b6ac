"""Whether a site stands as it was published: every byte, every file, nothing more."""

from __future__ import annotations

import hashlib
import os
import stat
from bisect import bisect
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefbook.publish.sums import SUMS, Sums, file_digest, parse_sums
from briefbook.publish.tree import is_file, is_folder, iter_tree

MOST_BYTES = 64 << 20
"""The longest list that is read: half a million files."""
_MOST_FAULTS = 20
_KINDS = {stat.S_IFIFO: "pipe", stat.S_IFSOCK: "socket", stat.S_IFCHR: "device", stat.S_IFBLK: "device"}


class VerifyError(Exception):
    """There is nothing to verify, or nothing to verify it by."""


class Verdict(NamedTuple):
    """What was found."""

    files: int
    """Files that the list names."""
    findings: list[str]
    """What is not as it was published, a line each; none for a site that nobody touched."""


def verify(site: Path, kept: bytes | None = None) -> Verdict:
    """What in a site is not as its list of sums says; `kept` is a copy of the list that was kept elsewhere.

    What is read is what stands in the site, and never what the list names: a list cannot lead anywhere.

    Raises:
        VerifyError: the site is no folder, or it has no list that can be read.
    """
    if not site.is_dir():
        raise VerifyError(f"{site} is not a folder; name that of a built site")
    data = _own_list(site) if kept is None else kept
    if len(data) > MOST_BYTES:
        raise VerifyError(f"the list of sums is longer than {MOST_BYTES >> 20} MiB")
    sums = parse_sums(data)
    expected = {**sums.digests, SUMS: hashlib.sha256(data).hexdigest()}
    return Verdict(len(sums.digests), [*_faults(sums), *_Comparison(os.fspath(site), expected).lines()])


def _own_list(site: Path) -> bytes:
    path = site / SUMS
    try:
        state = path.lstat()
        if is_file(state) and state.st_size <= MOST_BYTES:
            return path.read_bytes()
    except FileNotFoundError:
        raise VerifyError(f"{site} holds no {SUMS}; name the folder of a built site") from None
    except OSError as error:
        raise VerifyError(f"cannot read {path}: {error.strerror}") from error
    raise VerifyError(f"{path} is no plain file, or longer than {MOST_BYTES >> 20} MiB")


def _faults(sums: Sums) -> Iterator[str]:
    for number, words in sums.faults[:_MOST_FAULTS]:
        yield f"{SUMS}:{number}: {words}"
    if len(sums.faults) > _MOST_FAULTS:
        yield f"{SUMS}: {len(sums.faults) - _MOST_FAULTS} more lines are at fault"


class _Comparison:
    """A site beside its list."""

    def __init__(self, site: str, expected: dict[str, str]) -> None:
        self.site = site
        self.expected = expected
        self.order = sorted(expected)
        self.closed: list[str] = []
        self.found: list[tuple[str, str]] = []

    def lines(self) -> list[str]:
        """What stands there and should not, or otherwise than it should, and what is missing: by path."""
        seen = set()
        for path, state in iter_tree(self.site, self._note_closed):
            seen.add(path)
            self._note(path, *self._differences(path, state))
        for path in self.expected.keys() - seen:
            if not path.startswith(tuple(self.closed)):
                self._note(path, f"missing: {shown(path)}")
        return [line for _, line in sorted(self.found)]

    def _note(self, path: str, *lines: str) -> None:
        self.found += ((path, line) for line in lines)

    def _note_closed(self, folder: str, error: OSError) -> None:
        self.closed.append(folder)
        self._note(folder, f"unreadable: {shown(folder) or '.'} ({error.strerror})")

    def _differences(self, path: str, state: os.stat_result) -> Iterator[str]:
        if is_folder(state):
            if not self._is_known(path):
                yield f"added: {shown(path)}/"
            yield from _odd_mode(path, state, forbidden=0o5002, needed=0o555)
        elif is_file(state):
            yield from self._changes(path)
            yield from _odd_mode(path, state, forbidden=0o7113, needed=0o444)
        elif stat.S_ISLNK(state.st_mode):
            yield f"link: {shown(path)} (a site holds plain files only)"
        else:
            kind = _KINDS.get(stat.S_IFMT(state.st_mode), "thing of its own kind")
            yield f"{kind}: {shown(path)} (a site holds plain files only)"

    def _is_known(self, folder: str) -> bool:
        """Whether the list names a file in a folder."""
        at = bisect(self.order, f"{folder}/")
        return at < len(self.order) and self.order[at].startswith(f"{folder}/")

    def _changes(self, path: str) -> Iterator[str]:
        if path not in self.expected:
            yield f"added: {shown(path)}"
            return
        try:
            if file_digest(f"{self.site}/{path}") != self.expected[path]:
                yield f"changed: {shown(path)}"
        except OSError as error:
            yield f"unreadable: {shown(path)} ({error.strerror})"


def _odd_mode(path: str, state: os.stat_result, *, forbidden: int, needed: int) -> Iterator[str]:
    mode = stat.S_IMODE(state.st_mode)
    if mode & forbidden or mode & needed != needed:
        yield f"mode: {shown(path)} has {mode:o}; a page has 644, a folder 755"


def shown(path: str) -> str:
    """A path as it can stand on a terminal: what is not printed is written as its code."""
    if path.isprintable():
        return path
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in path)
