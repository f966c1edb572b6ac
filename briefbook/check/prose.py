"""What a brief says in its own words, field by field, as the rules on prose read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.check.at import At, Lookup
from briefbook.diagnostics import Finding
from briefbook.model.book import Path
from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Event,
    Judgement,
    Position,
    Question,
    Record,
    Source,
    Update,
)
from briefbook.text.dated import DATE_WORDS
from briefbook.text.figures import FIGURE_WORDS
from briefbook.text.markdown import find_references
from briefbook.text.prose import find_sentences, has_machinery, mask

_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Position: ("summary", "condition", "reason"),
    Claim: ("text",),
    Event: ("title",),
    Question: ("answer",),
    Judgement: ("basis",),
    Update: ("text", "title", "answer", "reason", "basis"),
}
"""The fields of each entry that say what is so; questions and judgements look ahead."""


class Prose(NamedTuple):
    """One text of a brief."""

    path: Path
    text: str
    """As it is written."""
    masked: str
    """Of the same length, with spaces for ids of links, addresses and code."""
    record: Record
    """The entry, or the brief itself."""
    targets: tuple[str, ...]
    """The ids and addresses to which it links."""

    def finding(self, start: int, end: int, message: str, help: str, *, is_doubtful: bool) -> Finding:
        """A finding on a stretch of it, which says how sure it is."""
        message = f"{message} ({'medium' if is_doubtful else 'high'} confidence)"
        if self.path == ("body",):
            return Finding(self.path, message, help, offsets=(start, end), is_doubtful=is_doubtful)
        words = self.text[start:end]
        nth = self.text.count(words, 0, start)
        return Finding(self.path, message, help, words, nth=nth, is_doubtful=is_doubtful)


class Sentence(NamedTuple):
    """A sentence with links in it."""

    prose: Prose
    start: int
    end: int
    targets: tuple[str, ...]
    """The ids and addresses to which it links."""

    @property
    def words(self) -> str:
        """What it says, links and code aside."""
        return self.prose.masked[self.start : self.end]


def is_english(brief: Brief, lookup: Lookup) -> bool:
    """Whether a brief is written in the language whose prose the rules can read."""
    return _is_english(brief.language or lookup.book.settings.language)


def is_readable(id: str, lookup: Lookup) -> bool:
    """Whether the text of a source is here, and in English."""
    source = lookup.book.sources.get(id)
    return (
        source is not None
        and id in lookup.book.texts
        and _is_english(source.language or lookup.book.settings.language)
    )


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").split("-")[0] in ("en", "eng")


class OurWords(NamedTuple):
    """All that a brief says in its own words."""

    texts: tuple[Prose, ...]
    joined: str
    """All texts, links and code aside, one after the other."""
    words: frozenset[str]
    """The telling words among them: a glance at these spares most briefs a closer look."""
    has_digits: bool
    """Whether any digit is in them."""


def prose_of(brief: Brief, at: At) -> OurWords:
    """What a brief says is so, text by text; nothing where it is written in another language than English."""
    return at.lookup.answer("prose", brief, lambda: _prose_of(brief, at.lookup))


def _prose_of(brief: Brief, lookup: Lookup) -> OurWords:
    texts = every_text(brief, lookup) if is_english(brief, lookup) else ()
    joined = ".\n".join([each.masked for each in texts])
    telling = lookup.remember("telling words", lambda: telling_words(lookup))
    found = telling.intersection(joined.replace("-", " ").split())
    return OurWords(texts, joined, found, any(map(joined.__contains__, "0123456789")))


def telling_words(lookup: Lookup) -> frozenset[str]:
    """What a text has between two spaces when it names a number, a date or a person of the book."""
    return frozenset(FIGURE_WORDS) | DATE_WORDS | names_of_people(lookup)


def names_of_people(lookup: Lookup) -> frozenset[str]:
    """The last words of persons' names, by which prose calls them."""
    people = (each for each in lookup.book.actors.values() if each.kind == "person")
    return frozenset(each.name.split()[-1] for each in people if " " in each.name)


def every_text(brief: Brief, lookup: Lookup) -> tuple[Prose, ...]:
    """What a brief says is so, text by text, in whatever language."""
    return lookup.answer("every text", brief, lambda: tuple(_iter_prose(brief, lookup)))


def _iter_prose(brief: Brief, lookup: Lookup) -> Iterator[Prose]:
    heads = [(("title",), brief.title), (("bottom_line",), brief.bottom_line), (("body",), brief.body)]
    for path, text in (
        *heads,
        *((("key_messages", index), text) for index, text in enumerate(brief.key_messages)),
    ):
        if text:
            yield _made(path, text, brief, lookup)
    for entry in lookup.book.entries_of(brief):
        record = entry.record
        for field in _FIELDS.get(type(record), ()):
            text = getattr(record, field)
            if text and not (field == "text" and _looks_ahead(record, lookup)):
                yield _made((*entry.path, field), text, record, lookup)


def _looks_ahead(record: Record, lookup: Lookup) -> bool:
    """Whether it words a question or a judgement anew."""
    entry = lookup.book.entries.get(record.update) if isinstance(record, Update) else None
    return entry is not None and isinstance(entry.record, (Question, Judgement))


def _made(path: Path, text: str, record: Record, lookup: Lookup) -> Prose:
    if not has_machinery(text):
        return Prose(path, text, text, record, ())
    targets: list[str] = []

    def is_name(target: str, words: str) -> bool:
        targets.append(target)
        return bool(words) and _is_name(target, words, lookup)

    return Prose(path, text, mask(text, is_name), record, tuple(targets))


def _is_name(target: str, words: str, lookup: Lookup) -> bool:
    """Whether the words of a link are only what its target is called."""
    record = lookup.book.find(target)
    if isinstance(record, Actor):
        return words == record.name or words in record.aliases
    return isinstance(record, (Source, Brief)) and words == record.title


def linked_sentences(brief: Brief, at: At) -> tuple[Sentence, ...]:
    """The sentences of a brief's bottom line, key messages and body that link to something."""
    return at.lookup.answer("sentences", brief, lambda: tuple(_iter_sentences(brief, at)))


def _iter_sentences(brief: Brief, at: At) -> Iterator[Sentence]:
    for prose in prose_of(brief, at).texts:
        if prose.record is not brief or not prose.targets:
            continue
        is_body = prose.path == ("body",)
        references = (
            at.lookup.scan(brief.id, prose.text).references if is_body else find_references(prose.text)
        )
        places = [(each.start, each.target) for each in references]
        for start, end in find_sentences(prose.masked):
            targets = tuple(target for place, target in places if start <= place < end)
            if targets:
                yield Sentence(prose, start, end, targets)
