"""Who is in an article: everybody who acts, speaks or is spoken of, and each place that names them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefbook.distil.article import Article
from briefbook.distil.bare import bodies_of
from briefbook.distil.belonging import Belonging
from briefbook.distil.book import add_book
from briefbook.distil.casting import read_names
from briefbook.distil.draft import Actor
from briefbook.distil.groups import find_groups
from briefbook.distil.home import find_home
from briefbook.distil.mentions import Mentions
from briefbook.distil.naming import add_names
from briefbook.distil.parse import NOTHING, Parse
from briefbook.distil.places import iter_stretches
from briefbook.distil.reading import Reading
from briefbook.distil.roster import Entry, Roster, key_of
from briefbook.distil.unnamed import Unnamed
from briefbook.model.records import Actor as BookActor
from briefbook.text.names import Name, person_names

_NOT_WORD = re.compile(r"[^\w]+")
Mention = tuple[int, int, str]


class Cast:
    """The actors of an article, and who is meant at a place or by some words."""

    def __init__(self, actors: Sequence[Actor], mentions: Sequence[Mention], resolver: Mentions) -> None:
        self.actors = tuple(actors)
        """Everybody, in the order of the article."""
        self.mentions = tuple(mentions)
        """Start, end and id of each time that somebody is named, in order."""
        self._resolver = resolver
        self.unnamed = Unnamed(self.actors)
        """Those who speak besides, each from the first time that somebody asks."""
        self._starts = [start for start, _, _ in mentions]
        self._by_id = {each.id: each for each in self.actors}

    def actor(self, id: str) -> Actor:
        """The actor of an id, with a name or without."""
        return self._by_id.get(id) or self.unnamed.actors[id]

    def at(self, start: int, end: int) -> str:
        """Who is named first between two places; empty where nobody is."""
        index = max(0, bisect_right(self._starts, start) - 1)
        for first, last, id in self.mentions[index:]:
            if first >= end:
                break
            if last > start:
                return id
        return ""

    def named(self, words: str, before: int) -> str:
        """Whom a name, surname, title or pronoun at a place stands for; empty where nobody knows."""
        return self._resolver.resolve(words, before)

    def names(self) -> Iterator[Name]:
        """The words by which the article names each actor."""
        for actor in self.actors:
            forms = (actor.name, *actor.aliases)
            if actor.kind == "person":
                yield from person_names(actor.name, actor.id)
                yield from (Name(form, actor.id, "alias") for form in actor.aliases)
                if actor.role:
                    yield Name(actor.role, actor.id, "title")
            else:
                yield from (Name(form, actor.id, "body") for form in forms)


def find_cast(article: Article, gazetteer: Mapping[str, BookActor], parse: Parse = NOTHING) -> Cast:
    """Everybody who acts, speaks or is spoken of in an article; `gazetteer` are the book's own actors."""
    roster = Roster()
    add_book(roster, gazetteer, article)
    reading = Reading(article, roster)
    read_names(reading)
    add_names(article, roster, parse)
    stretches = list(iter_stretches(article))
    bodies_of(article.text, stretches, roster, find_home(roster, article.text))
    find_groups(article.text, stretches, roster)
    ids = _ids(roster)
    mentions = Mentions(article, roster, ids)
    found = mentions.find()
    kept = {id for entry, id in ids if mentions.is_party(id) or (entry.kind == "state" and entry.acts)}
    belonging = Belonging(article, roster, ids, mentions, found)
    actors = [
        _actor(entry, id, belonging)
        for entry, id in sorted(ids, key=lambda each: each[0].start)
        if id in kept
    ]
    return Cast(actors, [each for each in found if each[2] in kept], mentions.among(kept))


def _ids(roster: Roster) -> Sequence[tuple[Entry, str]]:
    """Each entry with its id: that of the book, or one from its name."""
    taken = {entry.known for entry in roster}
    found = []
    for entry in roster:
        id = entry.known or slug_of(entry.name)
        number = 2
        while not entry.known and id in taken:
            id, number = f"{slug_of(entry.name)}-{number}", number + 1
        taken.add(id)
        found.append((entry, id))
    return found


def slug_of(name: str) -> str:
    """A name as an id."""
    return _NOT_WORD.sub("-", key_of(name).replace("'", "")).strip("-")[:60].rstrip("-") or "actor"


def _actor(entry: Entry, id: str, belonging: Belonging) -> Actor:
    is_sure = entry.is_known or entry.is_seconded or bool(entry.role) or entry.acts > 0
    return Actor(
        id=id,
        name=entry.name,
        kind=entry.kind,
        role=entry.role,
        affiliation=belonging.of(entry),
        aliases=tuple(_aliases(entry)),
        anonymous=entry.is_anonymous,
        known=entry.known,
        confidence="high" if is_sure and not entry.doubt else "review",
        why=entry.doubt or ("" if is_sure else "only the form of the name says what it is"),
    )


def _aliases(entry: Entry) -> Iterable[str]:
    return (form for form in entry.forms if form != entry.name)
