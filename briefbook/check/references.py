"""References: every id and every `[[id]]` names a record of the right kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefbook.check.at import At, iter_references
from briefbook.check.ids import kind_of
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import ARTICLE, Book, Entry, Place
from briefbook.model.records import Actor, Claim, Record, Tie
from briefbook.text.near import did_you_mean, shorten
from briefbook.text.placeholders import PLACEHOLDER


@rule("id-unknown")
def id_unknown(record: Record, at: At) -> Iterator[Finding]:
    """A reference to a record that does not exist, or is of another kind.

    Why: an entry about nobody cannot be shown anywhere.
    Bad: `by: southland`, where only `northland` is known
    Good: `by: northland`
    """
    for path, kind, id in iter_references(record):
        yield from _judge(path, kind, id, at)
    if isinstance(record, Actor):
        for index, post in enumerate(record.posts):
            for path, kind, id in iter_references(post):
                yield from _judge(("posts", index, *path), kind, id, at)


def _judge(path: tuple[str | int, ...], kind: str, id: str, at: At) -> Iterator[Finding]:
    book = at.book
    known = _known(kind, at)
    if id in known or id in book.broken or (kind == "speaker" and id == ARTICLE):
        return
    wanted = "actor" if kind == "speaker" else kind
    found = book.find(id)
    if found is not None:
        message = f"`{shorten(id)}` is {kind_of(found)}, not {'an' if wanted[0] in 'aei' else 'a'} {wanted}"
        yield Finding(path, message, did_you_mean(id, known) or _introduce(wanted, id))
    else:
        help = did_you_mean(id, known) or _introduce(wanted, id)
        yield Finding(path, f"there is no {wanted} `{shorten(id)}`", help)


def _known(kind: str, at: At) -> Collection[str]:
    book = at.book
    if kind in ("actor", "speaker"):
        return book.actors
    if kind == "issue":
        return book.issues
    if kind == "source":
        return book.sources
    if kind == "claim":
        return at.lookup.remember("claims", lambda: _find_claims(book))
    if kind == "record":
        return at.lookup.remember("records", lambda: _find_records(at))
    return at.lookup.remember("entries", lambda: {**book.entries, **at.lookup.addresses})


def _find_claims(book: Book) -> dict[str, Entry]:
    return {id: entry for id, entry in book.entries.items() if isinstance(entry.record, Claim)}


def _find_records(at: At) -> dict[str, Place]:
    """Whatever can be corrected: the ids of the book without its pages, and addresses."""
    places = {**at.book.places, **at.lookup.addresses}
    return {id: place for id, place in places.items() if id not in at.book.pages}


def _introduce(kind: str, id: str) -> str:
    """How to bring a record of a kind into the book."""
    if id == PLACEHOLDER:
        return f"write the id of {'an' if kind[0] in 'aei' else 'a'} {kind} here"
    if kind in ("actor", "issue"):
        return f"add content/{kind}s/{shorten(id)}.yaml, or an entry under `{kind}s:` in the brief"
    if kind == "source":
        return f"add seeds/{shorten(id)}.yaml"
    if kind == "record":
        return "name it by its id; a position by `actor/issue`, a tie by `actor/tie/other`"
    return f"a {kind} with this id has to stand in some brief"


@rule("reference-unknown")
def reference_unknown(record: Record, at: At) -> Iterator[Finding]:
    """A `[[reference]]` in a text that names no record and no position.

    Why: the reader would follow a link to nothing.
    Bad: `Tehran offers help ([[iran/act-togther]]).`
    Good: `Tehran offers help ([[iran/act-together]]).`
    """
    for mention in at.lookup.iter_mentions(record):
        if not at.lookup.knows(mention.target):
            yield mention.finding(*_unknown_target(mention.target, at))


def _unknown_target(target: str, at: At) -> tuple[str, str]:
    known = [*at.book.places, *at.lookup.addresses]
    return f"`[[{shorten(target)}]]` leads to nothing", did_you_mean(target, known)


@rule("actor-part-of-itself")
def actor_part_of_itself(book: Book, _: At) -> Iterator[Finding]:
    """An actor that is part of itself, directly or by way of others.

    Why: its voices would be listed below one another without end.
    Bad: `member_of: [irgc]` in `content/actors/irgc.yaml`
    Good: `member_of: [iran]`
    """
    for actor in book.actors.values():
        for index, above in enumerate(actor.member_of):
            if actor.id in _bodies_above(book, above):
                place = book.places[actor.id]
                path = (*place.path[:-1], "member_of", index)
                message = f"`{actor.id}` is part of itself by way of `{above}`"
                yield Finding(
                    path, message, f"remove `{above}` here, or break the ring there", file=place.file
                )


def _bodies_above(book: Book, id: str) -> set[str]:
    """An actor and all actors of which it is part."""
    found: set[str] = set()
    todo = [id]
    while todo:
        here = todo.pop()
        if here not in found and here in book.actors:
            found.add(here)
            todo += book.actors[here].member_of
    return found


@rule("tie-to-itself", WARNING)
def tie_to_itself(tie: Tie, _: At) -> Iterator[Finding]:
    """A tie that binds an actor to itself.

    Why: it says nothing, and is mostly a slip for another id.
    Bad: `{actor: iran, tie: backs, other: iran}`
    Good: `{actor: iran, tie: backs, other: maliki}`
    """
    if tie.actor == tie.other:
        yield Finding(("other",), f"`{tie.actor}` is tied to itself", "name the other actor")
