"""Quotations: every passage stands in its source, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import NOTE, WARNING, rule
from briefbook.diagnostics import Finding, Related
from briefbook.model.records import Evidence, Source, Spans
from briefbook.text.near import shorten
from briefbook.text.verbatim import has_words


@rule("quote-not-verbatim")
def quote_not_verbatim(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation whose words do not stand in its source.

    Why: readers take quotation marks as a promise that these are the words.
    Bad: `quote: We want these talks kept apart`
    Good: `quote: We don't want that linked and mixed`
    """
    source = _source_of(evidence, at)
    text = at.lookup.text(source) if source else None
    if text is None:
        return
    for path, passage in _iter_passages(evidence):
        if has_words(passage) and text.find(passage) is None:
            near = text.nearest(passage)
            beside: tuple[Related, ...] = ()
            if near is not None:
                line, words = near
                beside = (Related(f"seeds/{source}.txt", line, f"nearest: {shorten(words, 160)!r}"),)
            message = f"the words are not in {source}: {shorten(passage)!r}"
            yield Finding(path, message, "copy the words, or write `paraphrase:` instead", beside=beside)


def _iter_passages(evidence: Evidence) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if evidence.quote:
        yield from _iter_spans("quote", evidence.quote)
    if evidence.words:
        yield from _iter_spans("words", evidence.words)
    if evidence.described_as:
        yield ("described_as",), evidence.described_as


def _iter_spans(field: str, value: Spans) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield (field,), value
    else:
        for index, passage in enumerate(value):
            yield (field, index), passage


def _source_of(evidence: Evidence, at: At) -> str:
    """The source of a piece of evidence: its own, its entry's, or the brief's only one."""
    for record in (evidence, *at.parents):
        if isinstance(record, Evidence) and record.source:
            return record.source
    return at.brief.sources[0] if at.brief is not None and len(at.brief.sources) == 1 else ""


@rule("quote-not-locked", when=lambda lookup: bool(lookup.book.locks))
def quote_not_locked(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation that neither the source's text nor its lock proves.

    Why: without the text, only a lock says that the words were found in it.
    Bad: a new `quote:` in a copy of the book without the article's text
    Good: the same after `briefbook evidence lock`, run where the text is
    """
    source = _source_of(evidence, at)
    lock = at.book.locks.get(source)
    if lock is None or source in at.book.texts:
        return
    for path, passage in _iter_passages(evidence):
        if has_words(passage) and not lock.proves(passage):
            help = "run `briefbook evidence lock` where the text is, and commit the lock"
            yield Finding(path, f"the lock of {source} does not know these words: {shorten(passage)!r}", help)


@rule("lock-behind", WARNING, when=lambda lookup: bool(lookup.book.locks))
def lock_behind(source: Source, at: At) -> Iterator[Finding]:
    """A lock that does not know every quotation, or was made from another text.

    Why: a copy of the book without the text could not be built.
    Bad: a new `quote:` and the old `seeds/wsj-2014-06-15.lock`
    Good: the lock made again by `briefbook evidence lock`
    """
    lock = at.book.locks.get(source.id)
    if lock is None:
        return
    digest = at.book.digests.get(source.id, source.sha256 or lock.text)
    if lock.text != digest:
        message = f"the lock of `{source.id}` was made from another text"
        yield Finding((), message, "run `briefbook evidence lock`, with the text at hand")
    elif (text := at.lookup.text(source.id)) is not None:
        passages = at.lookup.passages.get(source.id, frozenset())
        unknown = [passage for passage in passages if not lock.proves(passage)]
        missing = sum(text.find(passage) is not None for passage in unknown)
        if missing:
            message = f"the lock of `{source.id}` lacks {missing} of {len(passages)} passages"
            yield Finding((), message, "run `briefbook evidence lock`")


@rule("quote-blank")
def quote_blank(evidence: Evidence, _: At) -> Iterator[Finding]:
    """A quotation without words.

    Why: nothing is found everywhere.
    Bad: `quote: "..."`
    Good: `quote: We don't want that linked and mixed`
    """
    for path, passage in _iter_passages(evidence):
        if not has_words(passage):
            yield Finding(path, f"the {path[0]} has no words", "copy the words from the source")


@rule("source-missing", draft=WARNING)
def source_missing(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation that does not say where it is from.

    Why: it cannot be checked, and the reader cannot follow it.
    Bad: `quote: ...` in a brief with two sources
    Good: the same with `source: wsj-2014-06-15`
    """
    given = [path for path, _ in _iter_passages(evidence)]
    if (given or evidence.paraphrase) and not _source_of(evidence, at):
        help = "add `source:`, or list the one source under the brief's `sources:`"
        yield Finding(given[0] if given else ("paraphrase",), "it does not say from which source", help)


@rule("source-not-listed", WARNING)
def source_not_listed(evidence: Evidence, at: At) -> Iterator[Finding]:
    """Evidence from a source that the brief does not list.

    Why: the list at the top tells a reader what the whole brief rests on.
    Bad: `source: reuters-2014-06-16` where `sources: [wsj-2014-06-15]`
    Good: `sources: [wsj-2014-06-15, reuters-2014-06-16]`
    """
    id = evidence.source
    if id in at.book.sources and at.brief is not None and id not in at.brief.sources:
        yield Finding(("source",), f"the brief does not list `{id}`", "add it to `sources:`")


@rule("text-absent", NOTE)
def text_absent(source: Source, at: At) -> Iterator[Finding]:
    """A source without its text and without a lock, so that quotations from it are not checked.

    Why: a page must not say that words were checked when they were not.
    Bad: `seeds/wsj-2014-06-15.yaml` alone
    Good: `seeds/wsj-2014-06-15.txt` beside it, or a lock in `seeds/wsj-2014-06-15.lock`
    """
    book = at.book
    if source.id not in book.texts and source.id not in book.locks and source.id in at.lookup.passages:
        help = f"put it in seeds/{source.id}.txt, or in the folder that the setting `texts` names"
        yield Finding((), f"the text of `{source.id}` is not here: its quotations are not checked", help)


@rule("text-altered")
def text_altered(source: Source, at: At) -> Iterator[Finding]:
    """A source's text that is not the one that was pinned.

    Why: quotations were taken from the other text.
    Bad: a `sha256` that is not the text's
    Good: the `sha256` of the text that the quotations were taken from
    """
    digest = at.book.digests.get(source.id)
    if source.sha256 and digest is not None and digest != source.sha256:
        message = f"the text of `{source.id}` has another sha256: {digest}"
        yield Finding(
            ("sha256",), message, "put the first text back, or check each quotation and pin the new one"
        )
