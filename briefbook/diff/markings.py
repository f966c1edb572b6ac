"""Which records may be seen by more readers than before, and which by fewer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from briefbook.check.at import iter_parts
from briefbook.diff.value import MarkingChange
from briefbook.model.book import KINDS, Book, Document, Entry
from briefbook.model.marking import Marking
from briefbook.model.records import Brief, Evidence, Figure, Record, Reply, spans
from briefbook.text.near import shorten

_DEFAULT = "setting/default_tlp"


class _Mark(NamedTuple):
    """A record's own marking and the one that holds for it."""

    own: Marking | None
    holds: Marking | None
    parent: str
    """The key of what it takes its marking from, where it has none."""
    file: str


def markings_between(old: Book, new: Book, ceilings: tuple[Marking, Marking]) -> tuple[MarkingChange, ...]:
    """The records of both books with another marking, loosened ones first.

    One that merely follows its brief, entry or the site's default is counted with that.
    """
    one, other = dict(_iter_marks(old)), dict(_iter_marks(new))
    chief: dict[str, str] = {}
    also: Counter[str] = Counter()
    found: dict[str, MarkingChange] = {}
    for key, mark in other.items():
        before = one.get(key)
        if before is None or before.holds == mark.holds:
            continue
        follows = before.own == mark.own and mark.parent in chief
        follows = follows and (before.holds, mark.holds) == (one[mark.parent].holds, other[mark.parent].holds)
        chief[key] = chief[mark.parent] if follows else key
        if follows:
            also[chief[key]] += 1
        else:
            found[key] = _change(key, before.holds, mark.holds, mark.file)
    changes = [replace(each, also=also[key]) for key, each in found.items()]
    return tuple(sorted([*_iter_ceiling(ceilings), *changes], key=_order))


def _change(key: str, was: Marking | None, now: Marking | None, file: str) -> MarkingChange:
    what, _, id = key.partition("/")
    return MarkingChange(
        what=what,
        id=id,
        file=file,
        was=was.value if was else "",
        now=now.value if now else "",
        loosened=_strictness(now) < _strictness(was),
        also=0,
    )


def _iter_ceiling(ceilings: tuple[Marking, Marking]) -> Iterator[MarkingChange]:
    """A higher ceiling lets readers see more."""
    was, now = ceilings
    if was != now:
        yield replace(_change("setting/ceiling", was, now, "mkdocs.yml"), loosened=was < now)


def _strictness(marking: Marking | None) -> int:
    """What has no marking at all is withheld from everybody."""
    return len(Marking) if marking is None else marking.rank


def _order(change: MarkingChange) -> tuple[object, ...]:
    return not change.loosened, change.what != "setting", change.what, change.id


def _iter_marks(book: Book) -> Iterator[tuple[str, _Mark]]:
    """The marking of each record by its key, those of parents first."""
    default = book.settings.default_tlp
    yield _DEFAULT, _Mark(default, default, "", "mkdocs.yml")
    for brief in book.briefs.values():
        yield f"brief/{brief.id}", _mark(book, brief, _DEFAULT, book.places[brief.id].file)
    documents: tuple[Document, ...] = (
        *book.sources.values(),
        *book.actors.values(),
        *book.issues.values(),
        *book.pages.values(),
    )
    for record in documents:
        holder = book.briefs.get(book.introduced.get(record.id, ""))
        parent = f"brief/{holder.id}" if holder else _DEFAULT
        file = book.places[record.id].file
        yield f"{KINDS[type(record)]}/{record.id}", _mark(book, record, parent, file, holder)
    for brief in book.briefs.values():
        yield from _iter_entries(book, brief)


def _mark(book: Book, record: Record, parent: str, file: str, *holders: Record | None) -> _Mark:
    return _Mark(record.tlp, book.marking_of(record, *holders), parent, file)


def _iter_entries(book: Book, brief: Brief) -> Iterator[tuple[str, _Mark]]:
    """The entries of a brief and their parts; of several alike, each with its number."""
    seen: Counter[str] = Counter()

    def numbered(key: str) -> str:
        seen[key] += 1
        return key if seen[key] == 1 else f"{key} ({seen[key]})"

    file = book.places[brief.id].file
    for entry in book.entries_of(brief):
        key = numbered(_key(book, entry))
        yield key, _mark(book, entry.record, f"brief/{brief.id}", file, brief)
        above: dict[tuple[str | int, ...], tuple[str, tuple[Record, ...]]] = {
            (): (key, (entry.record, brief))
        }
        for path, part in iter_parts(entry.record):
            parent, holders = above[path[:-2]]
            inner = numbered(f"{parent}, {_label(part)}")
            yield inner, _mark(book, part, parent, file, *holders)
            above[path] = inner, (part, *holders)


def _key(book: Book, entry: Entry) -> str:
    """A key that holds in both books: what has no id of its own is known by its brief too."""
    kind = KINDS[type(entry.record)]
    return f"{kind}/{entry.key}" if entry.key in book.entries and kind != "update" else _in_brief(kind, entry)


def _in_brief(kind: str, entry: Entry) -> str:
    return f"{kind}/{entry.key} in {entry.brief}"


def _label(part: Record) -> str:
    if isinstance(part, Reply):
        return f"reply by {part.by}"
    if isinstance(part, Figure):
        return f"figure “{shorten(part.what)}”"
    assert isinstance(part, Evidence)
    words = (*spans(part.quote), *spans(part.words), part.paraphrase)
    return f"evidence “{shorten(next(filter(None, words), ''), 40)}”"
