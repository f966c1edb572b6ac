"""Locks for every source whose text is at hand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefbook.model.book import Book, iter_evidence
from briefbook.model.records import passages_of
from briefbook.text.lock import Lock, Proof, digest_of, render_lock
from briefbook.text.verbatim import MATCHER, Folded


class Locked(NamedTuple):
    """What became of one source's lock."""

    file: str
    passages: int
    is_changed: bool


def write_locks(book: Book, root: Path) -> list[Locked]:
    """The lock of each source with its text at hand, written to `seeds/<id>.lock` where it changed.

    A passage that does not stand in the text is left out, so the check goes on to report it.
    """
    passages: dict[str, set[str]] = {}
    for brief in book.briefs.values():
        for piece in iter_evidence(brief):
            passages.setdefault(piece.source, set()).update(passages_of(piece))
    return [
        _write_lock(id, _make_lock(book, id, passages[id]), root)
        for id in sorted(passages)
        if id in book.texts
    ]


def _make_lock(book: Book, id: str, passages: set[str]) -> Lock:
    text = Folded(book.texts[id])
    found = {passage: text.find(passage) for passage in passages}
    proofs = {digest_of(passage): Proof(*place) for passage, place in found.items() if place is not None}
    return Lock(book.digests[id], MATCHER, proofs)


def _write_lock(id: str, lock: Lock, root: Path) -> Locked:
    path = root / "seeds" / f"{id}.lock"
    text = render_lock(lock)
    is_changed = not path.exists() or path.read_text(encoding="utf-8") != text
    if is_changed:
        fresh = path.with_suffix(".lock.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    return Locked(f"seeds/{id}.lock", len(lock.proofs), is_changed)
