"""What proves quotations where the text of their source is absent: a line for each passage found in it.

A lock is written with the text at hand and trusted without it. It holds hashes and places, never words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, cast

from briefbook.text.verbatim import MATCHER, Match

SpeakerVerdict = Literal["-", "confirmed", "unconfirmed"]
"""Whether the text says that the speaker said it; `-` where that was not asked."""

_FORMAT = "briefbook lock 3"
_AGAIN = "make it again"
_TEXT = re.compile(r"text ([0-9a-f]{64})")
_RANGE = "(?:0|[1-9][0-9]{0,8})-[1-9][0-9]{0,8}"
_LINE = re.compile(
    rf"({_RANGE}(?:,{_RANGE})*) ([0-9a-f]{{64}}) (exact|typographic|elided|bracketed)"
    r" (?:(-)|(confirmed|unconfirmed) ([a-z0-9][a-z0-9-]{0,79}))"
)


class Proof(NamedTuple):
    """Where a passage was found, in code points, how well it matched, and what was found of its speaker."""

    ranges: tuple[tuple[int, int], ...]
    match: Match
    verdict: SpeakerVerdict = "-"
    speaker: str = ""
    """Id of the actor whom the verdict is about."""


class Lock(NamedTuple):
    """The passages of one source that were found in its text."""

    text: str
    """SHA-256 of the text's bytes, in hexadecimal."""
    words: int
    """How many words the text has, as spaces part them."""
    proofs: Mapping[str, tuple[Proof, ...]]
    """Where each passage was found, by its digest; several for several places or speakers."""

    def proves(self, passage: str) -> bool:
        """Whether exactly this passage was found."""
        return digest_of(passage) in self.proofs

    def ranges(self, passage: str) -> tuple[tuple[int, int], ...]:
        """Where a passage stands first; empty where it was not found."""
        return min((proof.ranges for proof in self.proofs.get(digest_of(passage), ())), default=())

    def verdict(self, passage: str, speaker: str) -> SpeakerVerdict:
        """What was found of a speaker of a passage; the weaker where the lock says two things."""
        proofs = self.proofs.get(digest_of(passage), ())
        verdicts = [proof.verdict for proof in proofs if proof.speaker == speaker]
        return max(verdicts, default="-")


def digest_of(passage: str) -> str:
    """SHA-256 of a passage's UTF-8 bytes as it stands in the brief, in hexadecimal."""
    return hashlib.sha256(passage.encode()).hexdigest()


def make_lock(text: str, words: int, proofs: Iterable[tuple[str, Proof]]) -> Lock:
    """A lock of a text, by its digest and length, and of proofs by the digests of passages, in any order."""
    found: dict[str, set[Proof]] = {}
    for digest, proof in proofs:
        found.setdefault(digest, set()).add(proof)
    return Lock(text, words, {digest: tuple(sorted(each)) for digest, each in sorted(found.items())})


def render_lock(lock: Lock) -> str:
    """A lock as its file holds it: a header, then a line a passage in the order of the text."""
    lines = sorted((proof, digest) for digest, proofs in lock.proofs.items() for proof in proofs)
    head = f"{_FORMAT}\ntext {lock.text}\nwords {lock.words}\nmatcher {MATCHER}\n"
    return head + "".join(_render(proof, digest) for proof, digest in lines)


def _render(proof: Proof, digest: str) -> str:
    places = ",".join(f"{start}-{end}" for start, end in proof.ranges)
    speaker = f" {proof.speaker}" if proof.speaker else ""
    return f"{places} {digest} {proof.match} {proof.verdict}{speaker}\n"


def parse_lock(text: str) -> Lock:
    """The lock in a file's text; lines that a merge put in another order, or twice, count once.

    Raises:
        ValueError: some line is not a lock's of this version; the message names it, counted from 1.
    """
    lines = text.split("\n")
    if lines[0] != _FORMAT:
        known = re.fullmatch(r"briefbook lock [0-9]{1,4}", lines[0])
        raise ValueError(
            f"line 1: this is {'the lock of another briefbook' if known else 'no lock'}; {_AGAIN}"
        )
    if lines.pop():
        raise ValueError(f"line {len(lines) + 1}: it is cut off; {_AGAIN}")
    texts: set[str] = set()
    words: set[int] = set()
    matchers: set[str] = set()
    proofs: list[tuple[str, Proof]] = []
    for number, line in enumerate(lines[1:], 2):
        if found := _LINE.fullmatch(line):
            proofs.append((found[2], _parse(found)))
        elif found := _TEXT.fullmatch(line):
            texts.add(found[1])
        elif found := re.fullmatch("words (0|[1-9][0-9]{0,8})", line):
            words.add(int(found[1]))
        elif found := re.fullmatch("matcher ([0-9]{1,4})", line):
            matchers.add(found[1])
        elif line != _FORMAT:
            raise ValueError(f"line {number}: this is no line of a lock; {_AGAIN}")
    if len(texts) != 1 or len(words) != 1:
        raise ValueError(f"line 2: it was made from {'two texts' if texts else 'no text'}; {_AGAIN}")
    if matchers != {str(MATCHER)}:
        raise ValueError(f"line 4: it was made by another matcher than {MATCHER}; {_AGAIN}")
    return make_lock(texts.pop(), words.pop(), proofs)


def _parse(line: re.Match[str]) -> Proof:
    ranges = tuple(tuple(map(int, each.split("-"))) for each in line[1].split(","))
    verdict = cast(SpeakerVerdict, line[4] or line[5])
    return Proof(cast(tuple[tuple[int, int], ...], ranges), cast(Match, line[3]), verdict, line[6] or "")
