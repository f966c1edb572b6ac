"""How each source stands: whether its text is here, and is still the one that was quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from briefbook.check.at import Lookup
from briefbook.diagnostics import Finding, Severity
from briefbook.load.book import Loaded, text_folders
from briefbook.model.book import Book, Entry, Place, evidence_in
from briefbook.model.records import Evidence, Source, passages_of
from briefbook.text.verbatim import Passage

State = Literal["present", "changed", "locked", "absent", "orphaned"]

Quoted = tuple[Entry, Evidence, str]
"""A passage with the evidence and the entry that it stands in."""


class Hit(NamedTuple):
    """A passage that a changed text no longer bears out, and where it is quoted."""

    file: str
    line: int
    words: str


class Status(NamedTuple):
    """How one source stands, or a text or lock that belongs to none."""

    id: str
    state: State
    """`orphaned`: a text or lock whose record is missing."""
    file: str
    """The text, or the lock where the text is absent; empty where there is neither."""
    is_pinned: bool = False
    """Whether a `sha256` or a lock says which text it was."""
    is_used: bool = False
    """Whether a brief lists it or a record names it."""
    passages: int = 0
    """Passages that are quoted from it."""
    unlocked: int = 0
    """Passages that its lock does not prove, where the text is absent."""
    hits: tuple[Hit, ...] = ()


def iter_status(loaded: Loaded, root: Path, texts: Path | None = None) -> Iterator[Status]:
    """The status of each source by id, then of each file that belongs to none."""
    book = loaded.book
    lookup = Lookup(book)
    folders = text_folders(root, book.settings, texts)
    listed = {id for brief in book.briefs.values() for id in brief.sources} | lookup.referred
    quoted = _passages(book)
    for id in sorted(book.sources):
        status = _status(book.sources[id], lookup, folders, root)._replace(is_used=id in listed)
        passages = quoted.get(id, [])
        hits = tuple(_iter_hits(id, passages, lookup, loaded)) if status.state == "changed" else ()
        yield status._replace(passages=len(passages), unlocked=_count_unlocked(id, passages, book), hits=hits)
    yield from _orphans(book, folders, root)


def _status(source: Source, lookup: Lookup, folders: Iterable[Path], root: Path) -> Status:
    book, id = lookup.book, source.id
    lock = book.locks.get(id)
    pinned = source.sha256 or (lock.text if lock is not None else "")
    if id in book.texts:
        state: State = "changed" if pinned and book.digests[id] != pinned else "present"
        path = next(file for folder in folders if (file := folder / f"{id}.txt").is_file())
        return Status(id, state, _shown(path, root), bool(pinned))
    if lock is not None:
        return Status(id, "locked", f"seeds/{id}.lock", is_pinned=True)
    return Status(id, "absent", "", bool(pinned))


def _passages(book: Book) -> dict[str, list[Quoted]]:
    """Every passage that is quoted, by its source, in the order of files and entries."""
    found: dict[str, list[Quoted]] = {}
    for brief in book.briefs.values():
        for entry in book.entries_of(brief):
            for piece in evidence_in(entry, brief):
                found.setdefault(piece.source, []).extend((entry, piece, each) for each in passages_of(piece))
    return found


def _iter_hits(id: str, passages: Iterable[Quoted], lookup: Lookup, loaded: Loaded) -> Iterator[Hit]:
    text = lookup.text(id)
    assert text is not None, id
    for entry, piece, words in passages:
        if not isinstance(text.judge(words, piece.locator), Passage):
            place = Place(lookup.file_of(entry.brief), entry.path)
            found = loaded.locator.diagnostic(place, Finding((), "", words=words), "", Severity.NOTE)
            yield Hit(found.file, found.line, words)


def _count_unlocked(id: str, passages: Iterable[Quoted], book: Book) -> int:
    lock = book.locks.get(id)
    if id in book.texts or lock is None:
        return 0
    return sum(not lock.proves(words) for _, _, words in passages)


def _orphans(book: Book, folders: Iterable[Path], root: Path) -> Iterator[Status]:
    """Texts and locks of no source; one whose record cannot be read is not judged."""
    for folder in folders:
        for path in sorted(folder.glob("*")):
            known = path.stem in book.sources or path.stem in book.broken
            if path.suffix in (".txt", ".lock") and not path.name.startswith(".") and not known:
                yield Status(path.stem, "orphaned", _shown(path, root))


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root) if path.is_relative_to(root) else path)
