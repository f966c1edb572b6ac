"""Markings: every record has one, and none is looser than what it rests on or names (TLP 2.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.check.at import At, Lookup, iter_references
from briefbook.check.registry import rule
from briefbook.diagnostics import Finding
from briefbook.model.book import Book, Document
from briefbook.model.marking import Marking
from briefbook.model.records import Actor, Brief, FreePage, Issue, Post, Record, Source
from briefbook.text.near import shorten


@rule("tlp-missing")
def tlp_missing(record: Document, at: At) -> Iterator[Finding]:
    """A record without a marking, in a site that has no default.

    Why: nobody can tell whether it may be published.
    Bad: a brief without `tlp`
    Good: `tlp: CLEAR`, or `default_tlp: CLEAR` in mkdocs.yml
    """
    if at.book.marking_of(record, *at.parents) is None:
        help = "add `tlp: CLEAR` (or GREEN, AMBER, AMBER+STRICT, RED), or set `default_tlp` in mkdocs.yml"
        yield Finding((), f"`{record.id}` has no marking", help)


@rule("tlp-looser", when=lambda lookup: bool(_strictest(lookup)))
def tlp_looser(record: Record, at: At) -> Iterator[Finding]:
    """A record that is marked looser than a record that it refers to.

    Why: the link alone would give the stricter record away.
    Bad: a claim with `tlp: CLEAR` `by` an actor with `tlp: RED`
    Good: the claim with `tlp: RED` too
    """
    strictest = _strictest(at.lookup)
    own = at.book.marking_of(record, *at.parents)
    if own is None:
        return
    for path, kind, id in _iter_all_references(record):
        marking = strictest.get(id)
        if marking is not None and marking > own and kind not in ("entry", "record"):
            yield Finding(path, *_told_looser(own, id, marking))
    for mention in at.lookup.iter_mentions(record):
        named = (mention.target, *mention.target.split("/"))
        id = next((each for each in named if each in strictest and strictest[each] > own), "")
        if id:
            yield mention.finding(*_told_looser(own, id, strictest[id]))


def _iter_all_references(record: Record) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """The references of a record and, for an actor, of its posts."""
    yield from iter_references(record)
    for index, post in enumerate(record.posts if isinstance(record, Actor) else ()):
        for path, kind, id in iter_references(post):
            yield ("posts", index, *path), kind, id


def _told_looser(own: Marking, id: str, marking: Marking) -> tuple[str, str]:
    message = f"this is marked {own.label}, but `{shorten(id)}` is {marking.label}"
    return message, f"write `tlp: {marking.value}` here too, or leave `{shorten(id)}` out"


@rule("tlp-leak", when=lambda lookup: bool(_secret_names(lookup)))
def tlp_leak(record: Record, at: At) -> Iterator[Finding]:
    """A text that names a record that is marked more strictly: by id, name or alias.

    Why: what may not be published would be, in somebody else's sentence.
    Bad: `summary: Night Wind Group took part`, where that actor is RED
    Good: the sentence without it, or in a record that is RED too
    """
    names = _secret_names(at.lookup)
    own = at.book.marking_of(record, *at.parents)
    if own is None:
        return
    for path, text in _iter_all_texts(record):
        for match in _pattern(tuple(names)).finditer(text):
            id, marking = names[match[0].casefold()]
            if marking > own and getattr(record, "id", None) != id:
                message = f"this is marked {own.label}, but names `{id}`, which is {marking.label}"
                help = f"leave it out, or write `tlp: {marking.value}` here"
                yield Finding(path, message, help, words=match[0])


_SKIPPED = ("id", "tlp", "sha256", "wikidata", "kind", "stance", "status", "product", "rights", "body")


def _iter_all_texts(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a record itself, not of the records in it; ids of other records aside."""
    references = {path[0] for path, _, _ in iter_references(record)}
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field in references or field in _SKIPPED:
            continue
        if isinstance(value, str) and value:
            yield (field,), value
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                if isinstance(each, str):
                    yield (field, index), each
                elif isinstance(each, Post):
                    yield (field, index, "title"), each.title
        elif isinstance(value, dict):
            for key, each in value.items():
                yield (field, key), str(each)
    if isinstance(record, (Brief, FreePage)) and record.body:
        yield ("body",), record.body


def _strictest(lookup: Lookup) -> dict[str, Marking]:
    """The marking of every record that is stricter than CLEAR, by id or address; empty in most books."""
    return lookup.remember("strictest", lambda: dict(_iter_strict(lookup.book)))


def _iter_strict(book: Book) -> Iterator[tuple[str, Marking]]:
    for documents in (book.sources, book.actors, book.issues, book.briefs, book.pages):
        for id, document in documents.items():
            marking = book.marking_of(document, book.briefs.get(book.introduced.get(id, "")))
            if marking is not None and marking > Marking.CLEAR:
                yield id, marking
    loosest: dict[str, Marking] = {}
    for brief in book.briefs.values():
        for entry in book.entries_of(brief):
            marking = book.marking_of(entry.record, brief) or Marking.CLEAR
            if entry.path[0] not in ("updates", "corrections"):
                loosest[entry.key] = min(marking, loosest.get(entry.key, Marking.RED))
    yield from ((key, marking) for key, marking in loosest.items() if marking > Marking.CLEAR)


def _secret_names(lookup: Lookup) -> dict[str, tuple[str, Marking]]:
    """What records stricter than CLEAR are called, in small letters, with their id and marking.

    A name that a looser record bears too is as public as that record.
    """
    return lookup.remember("secret names", lambda: _find_secret_names(lookup))


def _find_secret_names(lookup: Lookup) -> dict[str, tuple[str, Marking]]:
    strictest, book = _strictest(lookup), lookup.book
    found: dict[str, tuple[str, Marking]] = {}
    for id in book.places if strictest else ():
        marking = strictest.get(id, Marking.CLEAR)
        for name in _names(book, id):
            known = found.get(name.casefold())
            if known is None or marking < known[1]:
                found[name.casefold()] = id, marking
    return {name: each for name, each in found.items() if each[1] > Marking.CLEAR}


def _names(book: Book, id: str) -> Iterator[str]:
    record = book.find(id)
    if isinstance(record, Actor):
        yield record.name
        yield from record.aliases
    elif isinstance(record, (Brief, Source, FreePage)):
        yield record.title
    elif isinstance(record, Issue) and record.name:
        yield record.name
    if "-" in id and "/" not in id:
        yield id  # one word alone would match ordinary prose


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


@rule("draft-underneath", when=lambda lookup: bool(_drafts(lookup)))
def draft_underneath(record: Record, at: At) -> Iterator[Finding]:
    """A record of a cleared brief that rests on a draft: it updates, corrects or names what is not cleared.

    Why: the published page would rest on something that nobody has read twice.
    Bad: `update: mass-execution`, which stands in a draft
    Good: the draft cleared first
    """
    if at.brief is None or at.brief.status != "cleared":
        return
    drafts = _drafts(at.lookup)
    for path, _, id in iter_references(record):
        if id in drafts:
            yield Finding(path, *_draft(id, drafts))
    for mention in at.lookup.iter_mentions(record):
        if mention.target in drafts:
            yield mention.finding(*_draft(mention.target, drafts))


def _drafts(lookup: Lookup) -> dict[str, str]:
    """Every id that is a draft or stands in one, with the draft's id."""
    return lookup.remember("drafts", lambda: _find_drafts(lookup.book))


def _find_drafts(book: Book) -> dict[str, str]:
    drafts = {id for id, brief in book.briefs.items() if brief.status == "draft"}
    owners = {**{id: entry.brief for id, entry in book.entries.items()}, **book.introduced}
    return {**{id: owner for id, owner in owners.items() if owner in drafts}, **{id: id for id in drafts}}


def _draft(id: str, drafts: dict[str, str]) -> tuple[str, str]:
    owner = drafts[id]
    told = f"`{id}` is a draft" if owner == id else f"`{id}` stands in `{owner}`, which is a draft"
    return told, "clear that first, or leave it out"
