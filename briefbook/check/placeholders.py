"""Placeholders: what a new file or a draft leaves to its author to write."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import Document, Path
from briefbook.model.fields import reference_fields
from briefbook.model.named import named_sources
from briefbook.model.records import Source
from briefbook.text.near import shorten
from briefbook.text.placeholders import iter_placeholders

_HELP = "write what belongs there, or remove it"


@rule("placeholder-left", draft=WARNING)
def placeholder_left(document: Document, at: At) -> Iterator[Finding]:
    """A `TODO` where somebody's words are still to come.

    Why: readers would take the sample of a new file for what the desk says.
    Outside briefs it is an error as soon as a brief is cleared, because then it is published.
    Bad: `bottom_line: TODO two or three sentences`
    Good: `bottom_line: Tehran says it may help once Washington acts.`
    """
    if at.brief not in (None, document) or not _may_hold_one(document):
        return
    is_published = at.brief is None and _is_published(document, at)
    for path, text in _iter_texts(document, ()):
        for nth, (start, end) in enumerate(iter_placeholders(text)):
            message = f"a placeholder still stands here: {shorten(text[start:].splitlines()[0])!r}"
            offsets = (start, end) if path == ("body",) else None
            yield Finding(path, message, _HELP, text[start:end], offsets, nth=nth, is_published=is_published)


def _is_published(document: Document, at: At) -> bool:
    """Whether a record outside briefs is published: a source that a cleared brief names, others with one."""
    cleared = [brief for brief in at.book.briefs.values() if brief.status == "cleared"]
    if isinstance(document, Source):
        return any(document.id in named_sources(brief) for brief in cleared)
    return bool(cleared)


def _may_hold_one(document: Document) -> bool:
    """Whether looking at every field is worth it; nearly always it is not."""
    packed = msgspec.json.encode(document, enc_hook=str)
    return b"TODO" in packed or b'"todo"' in packed


def _iter_texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Path and text of every value in a record, save references: an id that is unknown says so itself."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _iter_texts(each, (*path, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _iter_texts(each, (*path, key))
    elif isinstance(value, msgspec.Struct):
        references = {name for name, _ in reference_fields(type(value))}
        for name in value.__struct_fields__:
            if name not in references:
                yield from _iter_texts(getattr(value, name), (*path, name))
