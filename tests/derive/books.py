"""Books for tests, written as an author writes them: records as dictionaries of strings and lists."""

from __future__ import annotations

import msgspec

from briefbook.derive.situation import Situation
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.model.records import Actor, Brief, FreePage, Issue, Source
from briefbook.model.settings import Settings
from briefbook.release import release
from briefbook.text.edtf import When, parse_when

FOLDERS = {Source: "seeds", Actor: "content/actors", Issue: "content/issues", Brief: "content/briefs"}
CLEARED = frozenset(("cleared",))


def _decode(type_, value):
    return parse_when(value) if type_ is When else type_(value)


def record(type_, **fields):
    """A record from what its file would say."""
    return msgspec.convert(fields, type_, dec_hook=_decode)


def source(id="paper", **fields):
    """A source."""
    given = {"publisher": "The Paper", "title": "A headline", "published": "2014-06-15", **fields}
    return record(Source, id=id, **given)


def actor(id, kind="state", **fields):
    """An actor."""
    return record(Actor, id=id, kind=kind, **{"name": id.title(), **fields})


def issue(id="talks", **fields):
    """An issue."""
    return record(Issue, id=id, **{"proposition": "They should talk.", **fields})


def brief(id="first", as_of="2014-06-15", **fields):
    """A cleared brief."""
    return record(Brief, id=id, as_of=as_of, **{"title": id.title(), "status": "cleared", **fields})


def page(id, **fields):
    """A free page."""
    return record(FreePage, id=id, **{"title": id.title(), **fields})


def book_of(*records, texts=None, **settings):
    """A book of these records; what has no marking is CLEAR."""
    files = {f"{FOLDERS.get(type(each), 'content/pages')}/{each.id}": each for each in records}
    return Book(Settings(**{"default_tlp": Marking.CLEAR, **settings}), files, texts)


def situation_of(*records, today=None, ceiling=Marking.CLEAR, statuses=CLEARED, **rest):
    """The situation that these records add up to."""
    return Situation(release(book_of(*records, **rest), ceiling, statuses), today)
