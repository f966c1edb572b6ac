"""Records that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import Book
from briefbook.model.records import Actor, Issue, Source


@rule("actor-unused", draft=WARNING)
def actor_unused(actor: Actor, at: At) -> Iterator[Finding]:
    """An actor that no entry, post or text names.

    Why: its page would be empty.
    Bad: `content/actors/bush.yaml`, whom no brief mentions
    Good: the file removed until a brief needs it
    """
    if _is_unused(actor.id, at):
        yield Finding(("id",), f"nothing names the actor `{actor.id}`", "name it in an entry, or remove it")


@rule("issue-unused", draft=WARNING)
def issue_unused(issue: Issue, at: At) -> Iterator[Finding]:
    """An issue on which nobody takes a position and that no entry names.

    Why: its page would be empty.
    Bad: `content/issues/oil.yaml`, which no brief mentions
    Good: the file removed until a brief needs it
    """
    if _is_unused(issue.id, at):
        yield Finding(("id",), f"nothing names the issue `{issue.id}`", "name it in an entry, or remove it")


@rule("source-unused", WARNING)
def source_unused(source: Source, at: At) -> Iterator[Finding]:
    """A source that no brief lists.

    Why: its page would show no quotation.
    Bad: `seeds/ft-2014-06-16.yaml`, which no brief lists
    Good: `sources: [ft-2014-06-16]` in the brief that rests on it
    """
    listed = at.lookup.remember("listed", lambda: _find_listed(at.book))
    if source.id not in listed and _is_unused(source.id, at):
        yield Finding(
            ("id",), f"no brief rests on the source `{source.id}`", "list it in a brief, or remove it"
        )


def _is_unused(id: str, at: At) -> bool:
    """Whether nothing names a record; not known while some file of the book cannot be read."""
    return not at.book.broken and id not in at.lookup.referred


def _find_listed(book: Book) -> frozenset[str]:
    return frozenset(id for brief in book.briefs.values() for id in brief.sources)
