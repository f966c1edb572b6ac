"""Reads an article for those who have names: persons, bodies, armed groups and states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from briefbook.distil import phrases
from briefbook.distil.article import Article
from briefbook.distil.draft import ActorKind
from briefbook.distil.kinds import kind_by_words
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.phrases import Said
from briefbook.distil.places import Place, acts, find_places
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.runs import BODY_NOUNS
from briefbook.distil.table import words_of

_OWNED = frozenset(words_of("states", "owned"))
_ENDINGS = words_of("states", "endings")
_OF = frozenset(words_of("states", "of"))
_PLACES = frozenset(words_of("states", "places"))
_MINISTRIES = frozenset(words_of("bodies", "ministries"))
_PLAIN_TITLES = frozenset(each.strip(".") for each in words_of("persons", "plain_titles"))
_TITLES = dict(line.split() for line in words_of("persons", "titles"))
_MEN = frozenset(words_of("persons", "men"))
_WOMEN = frozenset(words_of("persons", "women"))
_STATES_OF = ("Government", "Republic", "Kingdom", "Sultanate", "Emirate")
_KINDS: Mapping[str, ActorKind] = {
    "person": "person", "body": "organisation", "armed": "armed_group", "state": "state",
}  # fmt: skip
_REGIONAL = frozenset(words_of("states", "regional"))
_DIRECTIONS = frozenset("Northern Southern Eastern Western Central Upper Lower North South East West".split())
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}|[A-Z]\w{0,2}[A-Z]{2,}")
_MOST_NAME = 5


class Casting:
    """Fills a roster from an article, the surest rules first."""

    def __init__(self, article: Article, roster: Roster) -> None:
        self._text = article.text
        self.roster = roster
        self.places = list(find_places(article))

    def read(self) -> None:
        """Everybody who has a name."""
        for rule in (
            self._known,
            self._body,
            self._titled,
            self._described,
            self._titled_again,
            self._state,
            self._plain,
        ):
            for place in self.places:
                if place.parsed.name:
                    rule(place)
            if rule == self._state:
                self._adjectives()

    def _known(self, place: Place) -> None:
        """States and bodies that need no introduction, by their names and adjectives."""
        name = place.parsed.name
        for word in (name, place.parsed.origin):
            known = BY_FORM.get(word)
            if known is not None and self.roster.find(word) is None:
                start = place.parsed.start if word == name else place.run.start
                entry = Entry(known.name, known.kind, start, is_known=True)
                self.roster.add(entry, word)
        known = BY_FORM.get(name)
        if known is not None and acts(place, only_behind=True):
            self.roster.add(Entry(known.name, known.kind, place.parsed.start, is_known=True)).acts += 1
        kind = kind_by_words(place.parsed.origin)
        if kind is not None and place.parsed.title:
            self.roster.add(Entry(place.parsed.origin, kind, place.run.start))
        origin = BY_ADJECTIVE.get(place.parsed.origin)
        if origin is not None:
            self.roster.add(Entry(origin.name, "state", place.run.start, is_known=True)).acts += 1

    def _titled(self, place: Place) -> None:
        """A person behind a title: `Interior Minister Karl Vandemeer`."""
        if " " in place.parsed.name:
            self._titled_again(place)

    def _titled_again(self, place: Place) -> None:
        """The same by the surname: `Ms. Pereth`."""
        parsed = place.parsed
        if parsed.title and _is_personal(parsed.name) and kind_by_words(parsed.name) is None:
            self._person(place, phrases.NOTHING)

    def _body(self, place: Place) -> None:
        """A name with the noun of a body in it, and the letters that stand for it."""
        name = place.parsed.name
        kind = kind_by_words(name)
        if kind is None or place.parsed.title or name in BY_FORM:
            if name in BY_FORM:
                self._letters(place, self.roster.find(name))
            return
        said = phrases.before(self._text, place.tokens, place.first, place.run.first)
        longer = self.roster.part_of(name)
        if longer is not None:
            self.roster.name(longer, name)
            return
        if kind == "state":
            return
        if kind == "organisation" and said.sort == "armed":
            kind = "armed_group"
        entry = self.roster.add(
            Entry(name, kind, place.parsed.start, said.role, context=(_owner_start(place), place.run.end))
        )
        self._letters(place, entry)

    def _letters(self, place: Place, entry: Entry | None) -> None:
        """The short form in brackets behind a name: `(OCHA)`."""
        tokens, at = place.tokens, place.run.last
        if entry is None or at + 2 >= place.last or tokens[at].words != "(" or tokens[at + 2].words != ")":
            return
        letters = tokens[at + 1].words
        if _ACRONYM.fullmatch(letters):
            other = self.roster.find(letters)
            if other is not None and other is not entry and not other.known:
                self.roster.merge(other, entry)
            self.roster.name(entry, letters)

    def _described(self, place: Place) -> None:
        """A name with words beside it that say what it is."""
        name = place.parsed.name
        if name in _REGIONAL:
            return
        if place.parsed.title or name in BY_FORM or name in BY_ADJECTIVE or self.roster.find(name):
            found = self.roster.find(name)
            if found is not None and not found.role:
                self._add_role(found, self._words_beside(place))
            return
        said = self._words_beside(place)
        if not said.sort or (said.sort == "person" and not _is_personal(name)):
            return
        if said.sort == "person":
            if len(name.split()) > 1 or said.start < place.run.start:
                self._person(place, said)
            return
        if self.roster.surnamed(name) is None:
            context = (min(said.start, place.run.start), max(said.end, place.run.end))
            entry = Entry(name, _KINDS[said.sort], place.parsed.start, said.role, context=context)
            self._letters(place, self.roster.add(entry))

    def _words_beside(self, place: Place) -> Said:
        tokens, run = place.tokens, place.run
        for said in (
            phrases.before(self._text, tokens, place.first, run.first),
            phrases.before_comma(self._text, tokens, place.first, run.first),
            phrases.behind_comma(self._text, tokens, run.last, place.last),
        ):
            if said.sort:
                return said
        return phrases.NOTHING

    def _add_role(self, entry: Entry, said: Said) -> None:
        is_fit = said.role and (said.sort == "person") is (entry.kind == "person")
        if is_fit and not entry.is_known:
            entry.role = said.role
            entry.owner = entry.owner or said.owner
            entry.context = (min(said.start, entry.context[0]), max(said.end, entry.context[1]))

    def _person(self, place: Place, said: Said) -> None:
        """Adds a person with what title and words beside the name say."""
        parsed = place.parsed
        title = _office(parsed.title)
        if not said.sort:
            beside = self._words_beside(place)
            said = beside if beside.sort == "person" else said
        entry = self.roster.surnamed(parsed.name) or self.roster.find(parsed.name)
        if entry is None or entry.kind != "person":
            entry = self.roster.add(Entry(parsed.name, "person", parsed.start))
        elif len(parsed.name.split()) > len(entry.name.split()):
            entry.name = parsed.name
        self.roster.name(entry, parsed.name, *([f"{parsed.title} {parsed.name}"] if parsed.title else ()))
        role = ", ".join(filter(None, (title, said.role if said.role != title else "")))
        if not entry.role and role:
            near = self._before_title(place)
            entry.role = f"{near.role} {role}" if near.role == "retired" or near.role == "former" else role
            entry.owner = said.owner
            start = min(said.start, place.run.start) if said.sort else place.run.start
            entry.context = (start, max(said.end, place.run.end))
            if place.parsed.title and place.run.first - 1 >= place.first:
                entry.context = (min(_owner_start(place), entry.context[0]), entry.context[1])
        entry.gender = entry.gender or _gender(parsed.title, said.role)

    def _before_title(self, place: Place) -> Said:
        tokens, at = place.tokens, place.run.first
        words = tokens[at - 1].low if at > place.first else ""
        return Said("person", words, 0, 0) if words in ("retired", "former") else phrases.NOTHING

    def _state(self, place: Place) -> None:
        """A state that stands in no list: `Sorrel’s government`, `the government of Sorrel`."""
        name, tokens, run = place.parsed.name, place.tokens, place.run
        title, of, rest = name.partition(" of ")
        if of and title in _STATES_OF and rest not in BY_FORM:
            self._name_state(rest, place.parsed.start, name)
            return
        if place.parsed.title or not _may_be_state(name) or self.roster.surnamed(name):
            return
        before = tokens[run.first - 2].low if run.first - 2 >= place.first else ""
        is_of = before in _OF and tokens[run.first - 1].low == "of"
        if (
            is_of
            and before in ("parliament", "people", "army", "president")
            and self.roster.find(name) is not None
        ):
            return
        if is_of or self._owns_government(place):
            self._name_state(name, place.parsed.start)

    def _owns_government(self, place: Place) -> bool:
        tokens, at = place.tokens, place.run.last
        if at + 1 >= place.last or tokens[at].low not in ("'s", "’", "'"):
            return False
        return tokens[at + 1].low in _OWNED

    def _adjectives(self) -> None:
        """The adjectives of states in no list: `Brennian` beside `Brennia`."""
        singles = {each.parsed.name for each in self.places if " " not in each.parsed.name}
        words = {token.words for each in self.places for token in each.tokens[each.run.first : each.run.last]}
        for word in sorted(words - BY_ADJECTIVE.keys()):
            for name in _stems(word):
                entry = self.roster.find(name)
                is_state = entry is not None and entry.kind == "state" and not entry.is_known
                if (
                    entry is None
                    and name in singles
                    and name in self._located
                    and not self.roster.surnamed(name)
                ):
                    first = next(each.parsed.start for each in self.places if each.parsed.name == name)
                    entry, is_state = self.roster.add(Entry(name, "state", first)), True
                if is_state and entry is not None:
                    self.roster.adjectives[word] = entry

    def _name_state(self, name: str, start: int, *forms: str) -> None:
        words = name.split()
        if words[0] in _DIRECTIONS and len(words) > 1 and name not in BY_FORM:
            forms, name = (*forms, name), " ".join(words[1:])
        entry = self.roster.add(Entry(name, "state", start), *forms)
        entry.acts += 1

    def _plain(self, place: Place) -> None:
        """A name that nothing explains: short for another one, or a person's in two or three words."""
        name, tokens, run = place.parsed.name, place.tokens, place.run
        if self.roster.find(name) or name in BY_ADJECTIVE or name in BY_CAPITAL or place.parsed.title:
            return
        words = name.split()
        if any(word in _REGIONAL or word in BY_ADJECTIVE for word in words):
            return
        if len(words) == 1:
            self._single(place, name)
            return
        entry = self.roster.surnamed(name)
        if entry is not None:
            self.roster.name(entry, name)
            return
        before = tokens[run.first - 1].low if run.first > place.first else ""
        if (
            _is_personal(name)
            and words[-1] in self._surnames
            and before != "the"
            and name not in self._located
        ):
            short = self.roster.find(words[-1])
            if short is not None and short.kind == "person":
                # Only `Ms. Toss` was known; here she stands in full.
                short.name, short.start = name, min(short.start, place.parsed.start)
                self.roster.name(short, name)
                return
            self.roster.add(Entry(name, "person", place.parsed.start, context=(run.start, run.end)))
            return
        if (
            before in ("the", "a", "an")
            or before in _PLACES
            or not _is_personal(name)
            or words[0] in _DIRECTIONS
        ):
            return
        if acts(place) or before in ("and", ",", "with", "by", "to", "for", "that", "when"):
            entry = Entry(name, "person", place.parsed.start, context=(run.start, run.end))
            if acts(place) or (len(words) == 2 and before in ("by", "with", "that")):
                self.roster.add(entry)

    def _single(self, place: Place, name: str) -> None:
        body = self.roster.short_for(name)
        if body is not None:
            if acts(place, only_behind=True) and name not in self._located:
                self.roster.name(body, name)
            return
        if name in BODY_NOUNS or name in self.roster.adjectives:
            return
        is_letters = _ACRONYM.fullmatch(name) is not None
        meant = self.roster.part_of(name) if is_letters else None
        if meant is not None:
            self.roster.name(meant, name)
            return
        if self.roster.surnamed(name) is None and is_letters and acts(place):
            self.roster.add(Entry(name, "organisation", place.parsed.start))
        elif self.roster.surnamed(name) is None and acts(place, only_behind=True) and len(name) > 2:
            kind: ActorKind = "state" if name in self._located else "organisation"
            if not place.run.is_opening or name in self._inside:
                self.roster.add(Entry(name, kind, place.parsed.start))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Single names that speak, or stand behind a title; a person may have been named in full before."""
        return frozenset(
            each.parsed.name
            for each in self.places
            if " " not in each.parsed.name and each.parsed.name not in self._located
        )

    @cached_property
    def _located(self) -> frozenset[str]:
        """Single names behind `in` and the like."""
        return frozenset(
            each.parsed.name
            for each in self.places
            if each.run.first > each.first and each.tokens[each.run.first - 1].low in _PLACES
        )

    @cached_property
    def _inside(self) -> frozenset[str]:
        """Names that stand inside a sentence somewhere."""
        return frozenset(each.parsed.name for each in self.places if not each.run.is_opening)


def _stems(word: str) -> Iterator[str]:
    """The names of states from which an adjective may be made."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending)
            yield from (stem + each for each in ("", "a", "e", "ia", "y"))


def _is_personal(name: str) -> bool:
    """Whether a name may be that of a person by its form."""
    words = name.split()
    return (
        0 < len(words) <= _MOST_NAME
        and not any(
            word in ("of", "for", "the", "and", "on") or any(each.isdigit() for each in word)
            for word in words
        )
        and not (len(words) == 1 and _ACRONYM.fullmatch(name))
    )


def _may_be_state(name: str) -> bool:
    words = name.split()
    return (
        len(words) <= 3
        and kind_by_words(name) is None
        and not _ACRONYM.fullmatch(name)
        and name not in BY_ADJECTIVE
        and name not in BY_CAPITAL
    )


def _office(title: str) -> str:
    """A title as a role; `Ms.` is none, `Gen.` is `general`."""
    words = title.split()
    while words and (words[0].strip(".") in _PLAIN_TITLES):
        del words[0]
    return " ".join(_TITLES.get(word, word) for word in words)


def _gender(title: str, role: str) -> str:
    words = {each.strip(".").lower() for each in f"{title} {role}".split()}
    if words & {each.lower() for each in _WOMEN}:
        return "f"
    return "m" if words & {each.lower() for each in _MEN} else ""


def _owner_start(place: Place) -> int:
    """Where the words begin that say whose a title is: `Lantica’s Foreign Minister X`."""
    at = place.run.first
    if place.tokens[at - 1].low in ("'s", "’", "'"):
        at -= 1
        while at > place.first and place.tokens[at - 1].is_capital:
            at -= 1
    return place.tokens[at].start
