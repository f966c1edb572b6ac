"""What a brief's prose may rest on: its evidence, the texts of its sources, and the records that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import combinations

import msgspec

from briefbook.check.at import Lookup, iter_references
from briefbook.check.prose import is_readable
from briefbook.model.records import Actor, Brief, Evidenced, Issue, Record, Source
from briefbook.text.capitals import Capital, is_known, is_short_for, name_words
from briefbook.text.dated import Calendar, Dated
from briefbook.text.edtf import When
from briefbook.text.figures import Quantity, find_figures

_EVIDENCE = frozenset(
    """
    quote words paraphrase translation described_as locator place evidence replies figures what reported
    unit low high best by was now date said due since until seen publisher title authors published
    accessed
    """.split()
)
"""The fields of a brief's own entries that bear its prose out; the rest is that prose."""
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_MOST_DATES = 60


class Grounds:
    """What one brief rests on; each part is read when prose first needs it."""

    def __init__(self, brief: Brief, lookup: Lookup) -> None:
        self._brief = brief
        self._lookup = lookup

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The sources of the brief whose text is absent, or in another language than English."""
        return tuple(id for id in self._brief.sources if not is_readable(id, self._lookup))

    @cached_property
    def _earlier(self) -> tuple[Record, ...]:
        """The entries of other briefs, and the briefs, to which the brief refers or which it updates."""
        book = self._lookup.book
        found = [book.find(target) for target in self._targets if target not in self._own]
        return tuple(each for each in found if each and not isinstance(each, (Actor, Issue, Source)))

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset((self._brief.id, *(each.key for each in self._lookup.book.entries_of(self._brief))))

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        """Every id that the brief uses, sorted."""
        found = {mention.target for mention in self._lookup.iter_mentions(self._brief)}
        for entry in self._lookup.book.entries_of(self._brief):
            found.update(id for _, _, id in iter_references(entry.record))
            found.update(mention.target for mention in self._lookup.iter_mentions(entry.record))
            found.update(each.by for each in getattr(entry.record, "replies", ()))
            found.update(each.by for each in getattr(entry.record, "figures", ()))
        for target in tuple(found):
            found.update(target.split("/"))
        found.update(each.id for each in self._brief.actors)
        found.update(each.id for each in self._brief.issues)
        return tuple(sorted(found))

    @cached_property
    def _values(self) -> tuple[str | float | When, ...]:
        """All that evidence and records say, text by text."""
        book, brief = self._lookup.book, self._brief
        found: list[str | float | When] = [each for each in (brief.as_of, brief.next_report) if each]
        for entry in book.entries_of(brief):
            found += _walk(entry.record, _EVIDENCE - {"title"})
        for record in self._earlier:
            found += _walk(record, None)
            for _, update in self._lookup.updated.get(getattr(record, "id", ""), ()):
                found += _walk(update, None)
        for target in self._targets:
            known = book.actors.get(target) or book.issues.get(target)
            found += _walk(known, None)
            for post in getattr(known, "posts", ()):
                found += _walk(book.actors.get(post.at), None)
        for id in brief.sources:
            found += _walk(book.sources.get(id), _EVIDENCE)
        return tuple(found)

    @cached_property
    def _told(self) -> str:
        return "\n".join(each for each in self._values if isinstance(each, str))

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        """The sources whose texts may bear it out: the brief's, and those of entries that it takes up."""
        book, found = self._lookup.book, list(self._brief.sources)
        for record in self._earlier:
            entry = book.entries.get(getattr(record, "id", ""))
            found += book.briefs[entry.brief].sources if entry else getattr(record, "sources", ())
        return tuple(id for id in dict.fromkeys(found) if id in book.texts)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Every number that evidence, texts and records name."""
        numbers = (each for each in self._values if isinstance(each, float))
        found = [Quantity(0, 0, "count", each, each) for each in numbers]
        found += find_figures(self._told)
        for id in self._sources:
            found += self._lookup.of_text("figures", id, partial(_figures, self._lookup.book.texts[id]))
        return tuple(found)

    @cached_property
    def calendar(self) -> Calendar:
        """Every date that evidence, texts and records name."""
        calendar, book = Calendar(), self._lookup.book
        for when in self._values:
            if isinstance(when, When):
                calendar.add_when(when)
        published = book.sources[self._brief.sources[0]].published.day if self._has_source else None
        calendar.add_text(self._told, published)
        for id in self._sources:
            calendar.add_text(book.texts[id], book.sources[id].published.day if id in book.sources else None)
        return calendar

    @property
    def _has_source(self) -> bool:
        return bool(self._brief.sources) and self._brief.sources[0] in self._lookup.book.sources

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        texts, lookup = self._lookup.book.texts, self._lookup
        of_sources = [lookup.of_text("words", id, partial(name_words, texts[id])) for id in self._sources]
        bodies = lookup.remember("words of bodies", partial(_names_of_bodies, lookup))
        return (name_words(self._told), bodies, *of_sources)

    def has_words(self, words: str) -> bool:
        """Whether words stand in a source's text exactly so: the quick way to say yes."""
        texts = (self._lookup.book.texts.get(id, "") for id in self._brief.sources)
        return any(_stands(words, text) for text in texts)

    def knows_number(self, number: Quantity) -> bool:
        """Whether a number stands in evidence, texts or records, in whatever dress."""
        return any(number.agrees(each) for each in self.figures)

    def knows_span(self, count: float, unit: str) -> bool:
        """Whether some days, weeks, months or years lie between two dates of records."""
        low, high = _DAYS[unit]
        days = sorted({each.day for each in self._values if isinstance(each, When) and each.is_exact})[
            :_MOST_DATES
        ]
        return any(
            low * count <= (last - first).days <= high * count for first, last in combinations(days, 2)
        )

    def knows_date(self, date: Dated) -> bool:
        """Whether a date stands in evidence, texts or records."""
        return self.calendar.knows(date)

    def knows_name(self, name: Capital) -> bool:
        """Whether a name stands in evidence, texts or records, in full or as its first letters."""
        if any(is_known(name.word, words) for words in self._words):
            return True
        texts = (self._told, *(self._lookup.book.texts[id] for id in self._sources))
        return any(is_short_for(name.word, text) for text in texts)


def _names_of_bodies(lookup: Lookup) -> frozenset[str]:
    """The words in names of states and bodies, of which a whole book speaks; a person has to be borne out."""
    bodies = (each for each in lookup.book.actors.values() if each.kind != "person")
    return name_words("\n".join(name for each in bodies for name in (each.name, *each.aliases)))


def _figures(text: str) -> tuple[Quantity, ...]:
    return tuple(find_figures(text))


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text, and not as a part of a longer number."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not _PART.match(text, end) and not text[max(0, start - 1) : start].strip(" \n\t(“‘\"'—–"):
            return True
        start = text.find(words, end)
    return False


_PART = re.compile(r"[\w%]|[.,]\d|\s(?:hundred|thousand|million|billion|trillion|per\s?cent)")


def _walk(value: object, fields: frozenset[str] | None) -> Iterator[str | float | When]:
    """Every text, number and date in a record, in those of its fields that are asked for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (float, int)) and not isinstance(value, bool):
        yield float(value)
    elif isinstance(value, When):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if fields is None or name in fields:
                yield from _walk(getattr(value, name), fields)
    elif isinstance(value, dict):
        yield from _walk_all(value.values(), fields)
    elif isinstance(value, tuple):
        yield from _walk_all(value, fields)


def _walk_all(values: Iterable[object], fields: frozenset[str] | None) -> Iterator[str | float | When]:
    for value in values:
        yield from _walk(value, fields)


def passages(record: Record) -> tuple[str, ...]:
    """The words on which an entry itself rests, quotations and paraphrases alike."""
    if not isinstance(record, Evidenced):
        return ()
    found: list[str] = []
    for piece in (record, *record.evidence):
        for value in (piece.quote, piece.words):
            if value:
                found += (value,) if isinstance(value, str) else value
        if piece.paraphrase:
            found.append(piece.paraphrase)
    return tuple(found)
