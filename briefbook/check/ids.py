"""Ids: each is given once, equals its file's name, and cannot be mistaken for another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from briefbook.check.at import At
from briefbook.check.briefs import Named
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import KINDS, Book
from briefbook.model.ids import RESERVED
from briefbook.model.records import Record

_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "-": None})


@rule("id-taken")
def id_taken(book: Book, _: At) -> Iterator[Finding]:
    """An id that another record has already.

    Why: ids are unique across all kinds, so that `[[id]]` has one meaning. A change to an entry is an update.
    Bad: `- id: mass-execution` in a second brief
    Good: `updates: - update: mass-execution`
    """
    for id, place in book.collisions:
        first = book.places[id]
        help = "introduce it once; it is known to every brief"
        if id in book.entries:
            help = f"to change the entry write `- update: {id}` under `updates:`; else choose another id"
        yield Finding(
            place.path,
            f"the id `{id}` is taken already, in {first.file}",
            help,
            related=((first.file, first.path, f"`{id}` stands here first"),),
            file=place.file,
        )


@rule("id-unlike-file")
def id_unlike_file(book: Book, _: At) -> Iterator[Finding]:
    """A record whose id is not its file's name.

    Why: whoever looks for a record looks for its file.
    Bad: `id: rouhani` in `content/actors/president.yaml`
    Good: `id: rouhani` in `content/actors/rouhani.yaml`, or no `id` at all
    """
    for file, id in book.files.items():
        if PurePosixPath(file).stem != id:
            name = PurePosixPath(file).stem
            help = f"rename the file to {id}{PurePosixPath(file).suffix}, or write `id: {name}`"
            yield Finding(("id",), f"the id is `{id}`, but the file is called `{name}`", help, file=file)


@rule("id-reserved")
def id_reserved(record: Named, _: At) -> Iterator[Finding]:
    """An id that is the address of one of the site's own pages, or that some system reserves.

    Why: one page would overwrite the other, or the file could not be written on Windows.
    Bad: `id: index`
    Good: `id: index-of-prices`
    """
    if record.id in RESERVED:
        yield Finding(("id",), f"the id `{record.id}` is reserved", "choose a longer one")


@rule("id-confusable", WARNING)
def id_confusable(book: Book, _: At) -> Iterator[Finding]:
    """Two ids that differ only by signs that look alike, or by hyphens.

    Why: `us-officials` and `usofficials` will be mistaken for each other.
    Bad: `id: c1` beside `id: cl`
    Good: `id: border-closed`
    """
    seen: dict[str, str] = {}
    for id in sorted(book.places):
        skeleton = id.translate(_ALIKE)
        other = seen.setdefault(skeleton, id)
        if other != id:
            place, first = book.places[id], book.places[other]
            yield Finding(
                place.path,
                f"the id `{id}` is easily taken for `{other}`",
                "choose a more telling one",
                related=((first.file, first.path, f"`{other}` stands here"),),
                file=place.file,
            )


def kind_of(record: Record) -> str:
    """What a kind of record is called, with its article."""
    kind = KINDS[type(record)]
    return f"an {kind}" if kind[0] in "aei" else f"a {kind}"
