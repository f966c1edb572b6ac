"""To what somebody in an article belongs: a post's ministry, a spokesman's party, an army's state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from briefbook.distil.article import Article
from briefbook.distil.earlier import Earlier
from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.mentions import Mentions
from briefbook.distil.owners import (
    BARE,
    BELONGING,
    OFFICIAL,
    body_behind,
    body_in,
    city_of,
    owner_in,
    place_in,
    state_of,
)
from briefbook.distil.phrases import ARMED_WORDS, ROLES
from briefbook.distil.posts import PAST
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.runs import HONORIFICS, OFFICES
from briefbook.distil.table import words_of
from briefbook.distil.titles import SEATS

_OF_STATE = frozenset(words_of("persons", "of_state"))
_SPEAKING = frozenset(words_of("persons", "speaking"))
_SERVICES = dict(each.split(":") for each in words_of("persons", "services"))
_OF_CITY = frozenset(words_of("persons", "of_city"))
_OF_HOME = frozenset(words_of("bodies", "of_home")) | frozenset(words_of("bodies", "of_state"))
_GOVERNMENT = words_of("references", "government")[0]
_MINISTER = frozenset(words_of("persons", "minister"))
_BESIDE = frozenset(words_of("persons", "beside"))
_PERSONS_OWN = frozenset(words_of("references", "persons_own"))
_PORTFOLIOS = frozenset(words_of("persons", "portfolios"))
_BODIES_OWN = frozenset(words_of("references", "bodies_own"))
_BODIES = ("organisation", "armed_group")
_MOST_STATES, _MOST_BODY = 60, 6
"""States that are compared, words of a body."""


def find_home(roster: Roster, text: str) -> Entry | None:
    """The state that an article is about: the one named most, if it has a government there."""
    states = [each for each in roster if each.kind == "state" and each.start >= 0][:_MOST_STATES]
    if not states:
        return None
    counts = {id(each): sum(text.count(form) for form in each.forms if len(form) > 2) for each in states}
    best = max(states, key=lambda each: (each.acts > 0 and not each.is_known, counts[id(each)], -each.start))
    if not best.is_known:
        return best if best.acts else None
    has_rivals = any(
        each is not best and (each.acts or counts[id(each)] * 3 > counts[id(best)]) for each in states
    )
    return None if has_rivals else best


class Belonging:
    """Tells what entries belong to, by the words around their names."""

    def __init__(
        self,
        article: Article,
        roster: Roster,
        ids: Sequence[tuple[Entry, str]],
        mentions: Mentions,
        found: Sequence[tuple[int, int, str]],
    ) -> None:
        text = article.text
        self._article = article
        self._text = text
        self._city = city_of(article)
        self._entries = {id: entry for entry, id in ids}
        self._resolver = mentions
        self._mentions = found
        self._starts = [start for start, _, _ in found]
        self._roster = roster
        self._home = find_home(roster, text)
        self._earlier = Earlier(article, self._entries, found)

    def of(self, entry: Entry) -> str:
        """The name of what an entry belongs to; empty where the article does not say."""
        if entry.affiliation or entry.kind == "state":
            return entry.affiliation
        known = next((BY_FORM[form] for form in (entry.name, *entry.forms) if form in BY_FORM), None)
        if known is not None and known.parent:
            return known.parent
        if known is not None and entry.is_known:
            return ""
        found = self._in_context(entry)
        if not found and entry.role.startswith(PAST):
            # What is not said of a post that is over is not guessed.
            return ""
        found = found or self._by_role(entry)
        if entry.kind == "person":
            found = found or self._leading(entry.role) or self._by_origin(entry)
        return self._in_full(found or self._at_home(entry), entry)

    def _by_origin(self, entry: Entry) -> str:
        """`Tesmar` of `Tesmar Governor X`, where no word of it is a title."""
        party, _, seat = entry.role.rpartition(" ")
        if seat in SEATS and party.istitle():
            return party
        words = entry.origin.split()
        is_title = any(word in OFFICES or word in HONORIFICS or word.lower() in ROLES for word in words)
        return "" if is_title else entry.origin

    def _in_full(self, name: str, entry: Entry) -> str:
        """The name in full of a person to whom somebody belongs: `Mr. Oss’s lawyer`."""
        person = self._roster.surnamed(name, entry.start) or self._roster.find(name)
        if person is None or person is entry or person.kind != "person":
            return name
        return (
            self.of(person) if entry.role.split()[-1:] and entry.role.split()[-1] in _BESIDE else person.name
        )

    def _in_context(self, entry: Entry) -> str:
        """The body or state that is named in the words that say what somebody is."""
        start, end = entry.context
        if end <= start:
            return ""
        own = entry.start + len(entry.name)
        around = ((start, end),) if entry.kind in ("person", "group") else ((start, entry.start), (own, end))
        named = next(
            (found for first, last in around if (found := self._named_near(entry, first, last))), ""
        ) or self._by_adjective(entry, start, end)
        if named or entry.kind not in ("person", "group"):
            return named
        words = self._text[start:end]
        if entry.kind == "group":
            return body_behind(words, "")
        return body_behind(words, entry.name) or owner_in(words)

    def _named_near(self, entry: Entry, start: int, end: int) -> str:
        return self._named_in(entry, start, end) or self._within(entry, start, end)

    def _named_in(self, entry: Entry, start: int, end: int) -> str:
        """A body before a state: `the Ghanaian head of UNICEF`."""
        states = ""
        first = bisect_left(self._starts, start)
        for begin, last, id in self._mentions[first : bisect_left(self._starts, end)]:
            other = self._entries[id]
            if last > end or other is entry or self._text[begin:last] == entry.name:
                continue
            if other.kind in _BODIES:
                return other.name
            if other.kind == "state" and not states:
                states = other.name
        return states

    def _within(self, entry: Entry, start: int, end: int) -> str:
        """A body inside a longer name: `Wendle Water` in `Wendle Water spokeswoman`."""
        words = self._text[start:end].replace("’s", "").replace("'s", "").split()
        for at, word in enumerate(words):
            for stop in range(min(len(words), at + _MOST_BODY), at, -1) if word[:1].isupper() else ():
                other = self._roster.find(" ".join(words[at:stop]).strip(",.()"))
                if other is not None and other is not entry and other.kind in (*_BODIES, "state"):
                    return other.name
        return ""

    def _by_adjective(self, entry: Entry, start: int, end: int) -> str:
        for word in self._text[start:end].replace("’s", "").replace("'s", "").split():
            word = word.strip(",.()")
            own = self._roster.adjectives.get(word)
            known = BY_ADJECTIVE.get(word) or (BY_FORM.get(word) if word[:1].isupper() else None)
            name = own.name if own is not None else known.name if known is not None else ""
            if name not in ("", entry.name):
                return name
        return ""

    def _leading(self, role: str) -> str:
        """`Uttar Pradesh` of `Uttar Pradesh state revenue minister`: capital words that are no office."""
        words = role.replace(",", "").split()
        stop = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
        is_office = any(word in OFFICES or word in HONORIFICS for word in words[:stop])
        if words[-1:] and words[-1].lower() in ROLES:
            words = words[:-1]
        is_kind = words[:1] and words[0].lower() in ARMED_WORDS
        return "" if is_office or is_kind else " ".join(words[:stop])

    def _by_role(self, entry: Entry) -> str:
        """By the noun of a body in a role, or by whoever was named before: `its spokesman`."""
        said = entry.name if entry.kind == "group" else entry.role if entry.kind == "person" else ""
        words = [each.strip(",.").lower() for each in said.split()]
        if words[-1:] and words[-1] in _BESIDE:
            person = self._earlier.person(entry)
            return self.of(person) if person is not None else ""
        body = next(filter(None, map(body_in, said.lower().split(", "))), "")
        if body:
            return self._called(body, entry.start)
        if entry.kind != "person":
            return ""
        return self._by_post(entry, words)

    def _by_post(self, entry: Entry, words: Sequence[str]) -> str:
        """The police for a detective; whoever was named before for one who speaks or leads."""
        service = next((_SERVICES[each] for each in words if each in _SERVICES), "")
        if service and (police := self._roster.find(service)) is not None:
            return police.name
        is_speaking = set(words) & _SPEAKING and not set(words) & (BELONGING | ARMED_WORDS | _OF_STATE)
        if entry.owner in _PERSONS_OWN:
            person = self._earlier.person(entry) if is_speaking else None
            return person.name if person is not None else ""
        if entry.owner in _BODIES_OWN or is_speaking:
            return self._earlier.body(entry)
        return ""

    def _called(self, words: str, before: int) -> str:
        """The name of a body by its noun: `ministry`, `finance ministry`."""
        found = self._roster.find(words)
        if found is None and " " not in words:
            meant = self._resolver.resolve(f"the {words}", before)
            found = self._entries[meant] if meant else None
        return found.name if found is not None else words

    def _at_home(self, entry: Entry) -> str:
        """The state that the article is about, for those who hold its offices and for what is its own."""
        if entry.kind == "group":
            return ""
        words = {each.strip(",.").lower() for each in entry.role.split()}
        is_official = entry.name in BARE or bool((OFFICIAL | _OF_HOME) & set(entry.name.split()))
        if entry.kind == "person":
            client = entry.role.partition(" for the ")[2]
            if client or words & _OF_CITY:
                return client or self._city
            if not words & _OF_STATE and not _is_portfolio(words):
                return ""
        elif place := place_in(entry.name):
            return place
        elif not is_official:
            return ""
        home = self._home.name if self._home is not None else state_of(self._article)
        state = self._earlier.state(entry) or home
        return state or (_GOVERNMENT if words & _MINISTER or _is_portfolio(words) else "")


def _is_portfolio(words: Collection[str]) -> bool:
    """Whether a post is one of a government in these words alone: `health secretary`."""
    return bool(words) and _PORTFOLIOS.issuperset(words)
