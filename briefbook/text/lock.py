"""What proves quotations where the text of their source is absent: a line for each passage found in it.

A lock is written with the text at hand and trusted without it. It holds hashes and places, never words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple, cast

from briefbook.text.verbatim import MATCHER, Match

_HEAD = re.compile(r"briefbook lock 1\ntext ([0-9a-f]{64})\nmatcher ([0-9]{1,4})\n")
_LINE = re.compile(r"([0-9]{1,9})-([0-9]{1,9}) ([0-9a-f]{64}) (exact|typographic)\n")


class Proof(NamedTuple):
    """Where a passage was found in the text, in code points, and how well it matched."""

    start: int
    end: int
    match: Match


class Lock(NamedTuple):
    """The passages of one source that were found in its text."""

    text: str
    """SHA-256 of the text's bytes, in hexadecimal."""
    matcher: int
    """Version of the matcher that found them."""
    proofs: Mapping[str, Proof]
    """Where each passage was found, by its digest."""

    def proves(self, passage: str) -> bool:
        """Whether exactly this passage was found, by the matcher of this version."""
        return self.matcher == MATCHER and digest_of(passage) in self.proofs


def digest_of(passage: str) -> str:
    """SHA-256 of a passage's UTF-8 bytes as it stands in the brief, in hexadecimal."""
    return hashlib.sha256(passage.encode()).hexdigest()


def render_lock(lock: Lock) -> str:
    """A lock as its file holds it: a header, then a line a passage in the order of the text."""
    lines = sorted((proof, digest) for digest, proof in lock.proofs.items())
    head = f"briefbook lock 1\ntext {lock.text}\nmatcher {lock.matcher}\n"
    return head + "".join(f"{start}-{end} {digest} {match}\n" for (start, end, match), digest in lines)


def parse_lock(text: str) -> Lock:
    """The lock in a file's text.

    Raises:
        ValueError: some line is not a lock's; the message names it, counted from 1.
    """
    head = _HEAD.match(text)
    if head is None:
        raise ValueError("line 1: this is no lock")
    proofs: dict[str, Proof] = {}
    at, number = head.end(), 4
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            raise ValueError(f"line {number}: this is no line of a lock")
        proofs[line[3]] = Proof(int(line[1]), int(line[2]), cast(Match, line[4]))
        at, number = line.end(), number + 1
    return Lock(head[1], int(head[2]), proofs)
