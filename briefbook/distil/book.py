"""The book's own actors in a cast, each under every name that can only be its own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from briefbook.distil.article import Article
from briefbook.distil.draft import ActorKind
from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.states import stems
from briefbook.distil.table import words_of
from briefbook.model.records import Actor, Post

_KINDS: Mapping[str, ActorKind] = {
    "state": "state", "body": "organisation", "organisation": "organisation", "armed-group": "armed_group",
    "person": "person", "coalition": "organisation", "unnamed": "group",
}  # fmt: skip
_TURNED = frozenset(words_of("bodies", "turned"))
_TURNED_AS = words_of("bodies", "turned_as")
_OWNER = re.compile(r"([^\W\d_][\w.-]*(?:[’']s)?)[’']? $")


def add_book(roster: Roster, book: Mapping[str, Actor], article: Article) -> None:
    """Adds the book's actors to a roster; none has a place in the article yet."""
    names = _Names(book, article.text)
    for id, actor in book.items():
        post = _post_on(actor, article.date)
        owners = (post.at if post else "", *actor.member_of, actor.of)
        entry = Entry(actor.name, _KINDS[actor.kind], -1, post.title if post else "", is_known=True, known=id)
        entry.affiliation = next((book[each].name for each in owners if each in book), "")
        entry.is_anonymous = actor.kind == "unnamed"
        entry.is_away = not names.is_near(actor)
        roster.add(entry, *actor.aliases, *names.short_of(actor))


def _post_on(actor: Actor, day: dt.date | None) -> Post | None:
    """The last of the posts that somebody holds on a day."""
    held = (each for each in actor.posts if day is None or each.until is None or each.until.day >= day)
    return next(reversed(list(held)), None)


class _Names:
    """Tells which short names of the book's actors can mean nobody else in an article."""

    def __init__(self, book: Mapping[str, Actor], text: str) -> None:
        self._book = book
        self._text = text
        self._states = {form for each in book.values() if each.kind == "state" for form in _forms(each)}
        self._owners: dict[str, dict[str, str]] = {}
        """For each short name the actors that may have it, and the state of each."""
        for id, actor in book.items():
            for short, state in self._short_of(actor):
                self._owners.setdefault(short, {})[id] = state

    def is_near(self, actor: Actor) -> bool:
        """Whether an article names somebody, or one of those for whom that one has a post."""
        if actor.kind != "person":
            return any(each in self._text for each in (*_forms(actor), *self.short_of(actor)))
        owners = [self._book[each.at] for each in actor.posts if each.at in self._book]
        forms = (form for each in owners for form in _forms(each))
        return any(each in self._text for each in (actor.name.split()[-1], *actor.aliases, *forms))

    def short_of(self, actor: Actor) -> Iterator[str]:
        """`Interior Ministry` of `Kestrian Interior Ministry`, where the article means no other state's."""
        for short, state in self._short_of(actor):
            yield from (f"{state}{end} {short}" for end in ("’s", "'s"))
            if self._meant_by(short) == actor.id:
                yield from _written(short)

    def _short_of(self, actor: Actor) -> Iterator[tuple[str, str]]:
        """Each name without the state in front, and that state."""
        for form in _forms(actor) if actor.kind != "person" else ():
            first, _, short = form.partition(" ")
            state = self._state(first)
            if state and " " in short:
                yield short, state

    def _state(self, word: str) -> str:
        """The state that a word names, or is the adjective of; empty where there is none."""
        word = word.removesuffix("’s").removesuffix("'s")
        known = BY_ADJECTIVE.get(word) or BY_FORM.get(word)
        if known is not None and known.kind == "state":
            return known.name
        return next((each for each in (word, *stems(word)) if each in self._states), "")

    def _meant_by(self, short: str) -> str:
        """The only actor whose short name the article can mean; empty where there are several or none."""
        owners = self._owners[short]
        beside = [self._state(found[1]) for each in self._places(short) if (found := _OWNER.search(each))]
        named = {each for each in beside if each}
        if len(owners) > 1:
            named = named or {state for state in owners.values() if state in self._text}
            return next((id for id, state in owners.items() if named == {state}), "")
        ((id, state),) = owners.items()
        return id if named <= {state} and self._has(state) else ""

    def _places(self, short: str) -> Iterator[str]:
        """What stands right before a short name wherever it does."""
        at = self._text.find(short)
        while at >= 0:
            yield self._text[max(0, at - 40) : at]
            at = self._text.find(short, at + 1)

    def _has(self, state: str) -> bool:
        """Whether an article speaks of a state, or of no other."""
        return state[:-1] in self._text or not any(each in self._text for each in self._states)


def _forms(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _written(short: str) -> Iterator[str]:
    """A short name as articles write it: `Ministry of the Interior` too, and in small letters."""
    yield short
    yield short.lower()
    words, _, noun = short.rpartition(" ")
    if noun in _TURNED:
        yield from (f"{noun} {of} {words}" for of in _TURNED_AS)
