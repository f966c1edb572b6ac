"""A brief of a book as the sheet that its editor reads before clearing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from briefbook.load.book import Loaded
from briefbook.model.book import Entry, evidence_in
from briefbook.model.records import (
    Brief,
    Claim,
    Correction,
    Event,
    Evidenced,
    Judgement,
    Position,
    Question,
    Tie,
    Update,
)
from briefbook.sheet.counts import count, counts_of, severities
from briefbook.sheet.decisions import decisions_of
from briefbook.sheet.evidence import pieces_of
from briefbook.sheet.marking import strictest_marking
from briefbook.sheet.prose import sentences_of
from briefbook.sheet.review import ORDER, Review
from briefbook.sheet.value import EntrySheet, Section, Sheet, SourceRow
from briefbook.text.characters import one_line


def make_sheet(loaded: Loaded, brief: Brief, today: dt.date | None = None, reach: int = 80) -> Sheet:
    """The review sheet of a brief of a book; `today` judges deadlines, as in a check.

    `reach` is how much of an article is shown on each side of a quotation, in characters.
    """
    review = Review(loaded, brief, today, reach)
    entries = [_entry(number, entry, review) for number, entry in review.entries.items()]
    decisions = decisions_of(review, entries)
    prose = sentences_of(review)
    shown = {finding for entry in entries for finding in entry.findings}
    shown |= {finding for sentence in prose for finding in sentence.findings}
    return Sheet(
        id=brief.id,
        title=one_line(brief.title),
        file=review.file,
        facts=tuple(_facts(review)),
        sources=tuple(_sources(review)),
        decisions=decisions,
        sections=tuple(_sections(entries, review)),
        prose=prose,
        findings=tuple(each for each in review.findings if each not in shown),
        counts=counts_of(entries, decisions, review),
    )


def _facts(review: Review) -> Iterator[str]:
    brief = review.brief
    yield brief.product
    yield f"{brief.status} by {one_line(brief.cleared_by)}" if brief.cleared_by else brief.status
    yield f"as of {brief.as_of.words}"
    strictest = strictest_marking(review)
    if strictest is not None:
        is_own = strictest == review.book.marking_of(brief)
        yield strictest.label if is_own else f"{strictest.label} in parts"
    yield severities(review.findings) or "no findings"
    if review.unread:
        yield f"mistakes in {count(len(review.unread), 'other file')} of the book"


def _sources(review: Review) -> Iterator[SourceRow]:
    quoted = [piece.source for entry in review.entries.values() for piece in evidence_in(entry, review.brief)]
    for id in dict.fromkeys(each for each in (*review.brief.sources, *quoted) if each):
        source = review.book.sources.get(id)
        told = []
        if source is not None:
            told = [source.publisher, f"“{source.title}”", source.published.words]
            told += [f"reliability {source.reliability}"] if source.reliability else []
        yield SourceRow(id, one_line(", ".join(told)), _text_of(id, review))


def _text_of(id: str, review: Review) -> str:
    """Whether the text of a source is here."""
    book = review.book
    if id not in book.sources:
        return "no such source in the book"
    if id in book.texts:
        pinned = book.sources[id].sha256
        return "text present" if pinned in ("", book.digests[id]) else "text present, but not the pinned one"
    return "text absent, quotations by lock" if id in book.locks else "text absent, nothing checked"


def _sections(entries: Sequence[EntrySheet], review: Review) -> Iterator[Section]:
    for section in ORDER:
        found = tuple(each for each in entries if review.entries[each.number].path[0] == section)
        if found:
            yield Section(section.capitalize(), found)


def _entry(number: int, entry: Entry, review: Review) -> EntrySheet:
    head, ours = _told(entry, review)
    return EntrySheet(
        number=number,
        key=entry.key,
        line=review.line_of(number),
        head=head,
        ours=ours,
        pieces=pieces_of(entry.record, review),
        findings=review.found_at(number),
    )


def _told(entry: Entry, review: Review) -> tuple[str, str]:
    """What an entry is about, in a few words, and our sentence in it."""
    record, plain = entry.record, review.plain
    match record:
        case Position():
            head = f"{review.actor(record.actor)} on {review.issue(record.issue)}: {record.stance}"
            return head, plain(record.summary)
        case Claim():
            by = review.actor(record.by) if record.by else "the article"
            return f"{record.status}, by {by}", plain(record.text)
        case Update():
            return f"{review.named(entry)}: {_changes(record)}", _new_words(record, review)
        case Event():
            return f"{record.status}, {record.date.words}", plain(record.title)
        case Question():
            return record.status, plain(record.answer or record.text)
        case Judgement():
            basis = f" Basis: {plain(record.basis)}" if record.basis else ""
            return f"{record.likelihood}, {record.confidence} confidence", plain(record.text) + basis
        case Tie():
            return f"{review.actor(record.actor)} {record.tie} {review.actor(record.other)}", ""
        case _:
            assert isinstance(record, Correction)
            return "correction", one_line(f"“{record.was}” now reads “{record.now}”: {record.reason}")


def _changes(update: Update) -> str:
    """Which keys of an entry an update changes."""
    fields = (each for each in _CHANGED if getattr(update, each))
    return ", ".join(fields) or "nothing new but what is quoted"


_CHANGED = tuple(
    each
    for each in Update.__struct_fields__
    if each not in {"update", "reason", "said", *Evidenced.__struct_fields__}
)


def _new_words(update: Update, review: Review) -> str:
    """What an update words anew, and its reason."""
    words = [each for each in (update.text, update.title, update.answer, update.basis) if each]
    words += [f"Reason: {update.reason}"] if update.reason else []
    return " ".join(map(review.plain, words))
