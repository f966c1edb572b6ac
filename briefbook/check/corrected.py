"""Sources that their publisher corrected: what rests on them, and whether the correction can be one."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At, Lookup
from briefbook.check.quotations import source_of
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import Evidence, Source


def _is_any_corrected(lookup: Lookup) -> bool:
    return any(source.corrected_by for source in lookup.book.sources.values())


@rule("source-corrected", WARNING, when=_is_any_corrected)
def source_corrected(evidence: Evidence, at: At) -> Iterator[Finding]:
    """Evidence from a source that its publisher has corrected.

    Why: the words still stand in the article, and may no longer be what its publisher says.
    Bad: `source: courier`, which `corrected_by: courier-correction` mends
    Good: `source: courier-correction`, or the old words with an `allow` that says why they still hold
    """
    field = next((each for each in ("quote", "words", "paraphrase") if getattr(evidence, each)), "")
    source = at.book.sources.get(source_of(evidence, at)) if field else None
    by = at.book.sources.get(source.corrected_by) if source else None
    if source is None or by is None:
        return
    message = f"the publisher corrected `{source.id}` on {by.published.words}, with `{by.id}`"
    help = f"read `{by.id}`; quote from it, or allow this and say why the words still hold"
    yield Finding(("source",) if evidence.source else (field,), message, help)


@rule("corrected-by-earlier", when=_is_any_corrected)
def corrected_by_earlier(source: Source, at: At) -> Iterator[Finding]:
    """A source that is said to be corrected by an earlier one, by itself, or in a circle.

    Why: a correction comes after what it mends; readers would be sent to the wrong one of the two.
    Bad: `corrected_by: courier-2031-03-03` in a source of 4 March
    Good: `corrected_by: courier-2031-03-05`
    """
    by = at.book.sources.get(source.corrected_by)
    if by is None:
        return
    if by is source:
        yield _wrong(f"`{source.id}` is corrected by itself")
    elif _is_before(by, source):
        message = f"`{by.id}` was published on {by.published.words}, before this source"
        yield _wrong(message)
    elif source.id in _corrections_after(by, at):
        yield _wrong(f"`{source.id}` itself is said to correct `{by.id}`, directly or by way of others")


def _wrong(message: str) -> Finding:
    return Finding(("corrected_by",), message, "name the source in which the publisher mends this one")


def _is_before(one: Source, other: Source) -> bool:
    return one.published.last < other.published.first


def _corrections_after(source: Source, at: At) -> set[str]:
    """What corrects a source, and what corrects that, as far as each is not older than the last."""
    found: set[str] = set()
    while (by := at.book.sources.get(source.corrected_by)) and by.id not in found:
        if _is_before(by, source):
            break
        found.add(by.id)
        source = by
    return found
