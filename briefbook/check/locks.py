"""Texts and locks: what proves the quotations of a source, and whether it still does."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.proofs import proofs_of
from briefbook.check.quotations import iter_passages, source_of
from briefbook.check.registry import NOTE, WARNING, reading_rule, rule
from briefbook.check.speakers import iter_spoken
from briefbook.diagnostics import Diagnostic, Finding, Severity
from briefbook.load.book import Loaded
from briefbook.model.book import ARTICLE, iter_evidence
from briefbook.model.records import Evidence, Evidenced, Source, passages_of
from briefbook.text.near import shorten
from briefbook.text.words import has_words


@rule("quote-not-locked", when=lambda lookup: bool(lookup.book.locks))
def quote_not_locked(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation that neither the source's text nor its lock proves.

    Why: without the text, only a lock says that the words were found in it.
    Bad: a new `quote:` in a copy of the book without the article's text
    Good: the same after `briefbook evidence lock`, run where the text is
    """
    source = source_of(evidence, at)
    lock = at.book.locks.get(source)
    if lock is None or source in at.book.texts:
        return
    for path, passage in iter_passages(evidence):
        if has_words(passage) and not lock.proves(passage):
            help = "run `briefbook evidence lock` where the text is, and commit the lock"
            yield Finding(path, f"the lock of {source} does not know these words: {shorten(passage)!r}", help)


@rule("speaker-not-locked", when=lambda lookup: bool(lookup.book.locks))
def speaker_not_locked(record: Evidenced, at: At) -> Iterator[Finding]:
    """A quotation with a speaker of whom the source's lock does not speak.

    Why: without the text, a changed `speaker:` would put right words into a wrong mouth unseen.
    Bad: another `speaker:` in a copy of the book without the article's text
    Good: the same after `briefbook evidence lock`, run where the text is
    """
    for path, source, spoken in iter_spoken(record, at, "quote"):
        lock = at.book.locks.get(source)
        if lock is None or source in at.book.texts or spoken.speaker in ("", ARTICLE):
            continue
        if lock.proves(spoken.words) and lock.verdict(spoken.words, spoken.speaker) == "-":
            help = "run `briefbook evidence lock` where the text is, and commit the lock"
            message = f"the lock of {source} does not know that `{spoken.speaker}` says this"
            yield Finding(path, message, help)


@rule("lock-behind", WARNING, when=lambda lookup: bool(lookup.book.locks))
def lock_behind(source: Source, at: At) -> Iterator[Finding]:
    """A lock that does not know every quotation, or was made from another text than the one at hand.

    Why: a copy of the book without the text could not be built.
    Bad: a new `quote:` and the old `seeds/wsj-2014-06-15.lock`
    Good: the lock made again by `briefbook evidence lock`
    """
    lock = at.book.locks.get(source.id)
    if lock is None or source.id not in at.book.texts:
        return
    if lock.text != at.book.digests[source.id]:
        message = f"the lock of `{source.id}` was made from another text"
        yield Finding((), message, "run `briefbook evidence lock`")
        return
    proofs = proofs_of(at.lookup).lock(source.id).proofs
    behind = [digest for digest, each in proofs.items() if set(each) - set(lock.proofs.get(digest, ()))]
    if behind:
        message = f"the lock of `{source.id}` lacks {len(behind)} of {len(proofs)} passages"
        yield Finding((), message, "run `briefbook evidence lock`")


@rule("lock-of-another-text", when=lambda lookup: bool(lookup.book.locks))
def lock_of_another_text(source: Source, at: At) -> Iterator[Finding]:
    """A lock that was not made from the text that its source pins, where that text is absent.

    Why: what was found in another text proves nothing of this one.
    Bad: another `sha256` in `seeds/wsj-2014-06-15.yaml`, and the old lock
    Good: both of one text, as `briefbook evidence lock` leaves them where the text is
    """
    lock = at.book.locks.get(source.id)
    if lock is not None and source.id not in at.book.texts and source.sha256 not in ("", lock.text):
        message = f"the lock of `{source.id}` was made from another text than its sha256 names"
        yield Finding(
            ("sha256",), message, "run `briefbook evidence lock` where the text is, and commit the lock"
        )


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


reading_rule(
    "text-required",
    """
    A quoted source without its text, where `check --require-text` asks for all texts.

    Why: a lock is believed only because somewhere the texts are read again.
    Bad: `briefbook check --require-text` where `seeds/wsj-2014-06-15.txt` is missing
    Good: the same with `--texts` naming the folder that has it
    """,
)


def text_required(loaded: Loaded) -> list[Diagnostic]:
    """An error for each quoted source whose text is not at hand, whether it has a lock or not."""
    book = loaded.book
    quoted = {
        piece.source for brief in book.briefs.values() for piece in iter_evidence(brief) if passages_of(piece)
    }
    missing = sorted(id for id in quoted if id in book.sources and id not in book.texts)
    help = "name the folder that has it with --texts"
    return [
        loaded.locator.diagnostic(
            book.places[id],
            Finding((), f"the text of `{id}` is not here", help),
            "text-required",
            Severity.ERROR,
        )
        for id in missing
    ]
