"""A book as it stood: without later briefs, and without what came to it with them.

What is left is what would be left if the later briefs had been deleted by hand. Records with files of their
own have no date and stay; a source that no other brief names is not released, as at any time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from briefbook.model.book import Book, Document
from briefbook.model.records import Brief
from briefbook.text.edtf import When, parse_when
from briefbook.text.near import did_you_mean

Moment = Brief | When
"""The brief that was the newest, or a date."""


class MomentError(ValueError):
    """There is no such moment; the message says what to write instead."""


def moment_of(text: str, briefs: Mapping[str, Brief]) -> Moment:
    """The brief of that id, else the date that is written there.

    Raises:
        MomentError: it is neither.
    """
    if text in briefs:
        return briefs[text]
    try:
        return parse_when(text)
    except ValueError:
        help = did_you_mean(text, briefs) or "name a released brief by its id, or write a date: 2014-06-15"
        raise MomentError(f"{text!r} is no released brief and no date; {help}") from None


def day_of(moment: Moment) -> dt.date | None:
    """The day by which deadlines are judged then; None where a date has no end."""
    end = (moment if isinstance(moment, When) else moment.as_of).last
    return None if end == dt.datetime.max else end.date()


def is_later(brief: Brief, moment: Moment) -> bool:
    """Whether a brief came after the moment: of the briefs of one instant, those with a later id did."""
    if isinstance(moment, When):
        return brief.as_of.first > moment.last
    return (brief.as_of.order, brief.id) > (moment.as_of.order, moment.id)


def book_then(book: Book, moment: Moment) -> Book:
    """The book as it stood at the moment."""
    gone = {brief.id for brief in book.briefs.values() if is_later(brief, moment)}
    documents: dict[str, Document] = {}
    for file, id in book.files.items():
        record = book.find(id)
        if id not in gone and isinstance(record, Document):
            documents[file] = record
    return Book(book.settings, documents, book.texts, book.pictures, book.broken, book.digests, book.locks)
