"""To what somebody in an article belongs: a post's ministry, a spokesman's party, an army's state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefbook.distil.article import Article
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
)
from briefbook.distil.phrases import ARMED_WORDS, ROLES
from briefbook.distil.places import LOCATING
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.runs import HONORIFICS, OFFICES
from briefbook.distil.table import words_of

_OF_STATE = frozenset(words_of("persons", "of_state"))
_SPEAKING = frozenset(words_of("persons", "speaking"))
_SERVICES = dict(each.split(":") for each in words_of("persons", "services"))
_OF_CITY = frozenset(words_of("persons", "of_city"))
_OF_HOME = frozenset(words_of("bodies", "of_home")) | frozenset(words_of("bodies", "of_state"))
_GOVERNMENT = words_of("references", "government")[0]
_MINISTER = frozenset(words_of("persons", "minister"))
_BODIES_OWN = frozenset(words_of("references", "bodies_own"))
_ELSEWHERE = LOCATING - {"of"}
_PAST = words_of("persons", "past")
_BODIES = ("organisation", "armed_group")
_FAR, _NEAR = 400, 200
"""Characters back to whom a spokesman speaks for, and to the state of an office."""
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
        self._text = text
        self._city = city_of(article)
        self._entries = {id: entry for entry, id in ids}
        self._resolver = mentions
        self._mentions = found
        self._starts = [start for start, _, _ in found]
        self._roster = roster
        self._home = find_home(roster, text)

    def of(self, entry: Entry) -> str:
        """The name of what an entry belongs to; empty where the article does not say."""
        if entry.affiliation or entry.kind == "state":
            return entry.affiliation
        known = next((BY_FORM[form] for form in (entry.name, *entry.forms) if form in BY_FORM), None)
        if known is not None and known.parent:
            return known.parent
        if known is not None and entry.is_known:
            return ""
        found = self._in_context(entry) or self._by_role(entry)
        return found or (self._leading(entry.role) if entry.kind == "person" else "") or self._at_home(entry)

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
        if named or entry.kind != "person":
            return named
        words = self._text[start:end]
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
        if words[-1:] == ["colleague"]:
            return self._of_person_before(entry)
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
        if entry.owner in _BODIES_OWN or is_speaking:
            return self._before(entry)
        return ""

    def _before(self, entry: Entry) -> str:
        """The last body or state that was named before somebody, and is no mere place there."""
        limit = entry.context[0] or entry.start
        for first, _, id in reversed(self._mentions[: bisect_left(self._starts, limit)]):
            other = self._entries[id]
            if limit - first > _FAR or (entry.owner == "their" and other.kind == "group"):
                break
            is_state = other.kind == "state" and not entry.owner and self._word_before(first) not in LOCATING
            is_body = other.kind in _BODIES and bool(entry.owner or other.acts or other.is_known)
            if is_body or is_state:
                return other.name
        return ""

    def _called(self, words: str, before: int) -> str:
        """The name of a body by its noun: `ministry`, `finance ministry`."""
        found = self._roster.find(words)
        if found is None and " " not in words:
            meant = self._resolver.resolve(f"the {words}", before)
            found = self._entries[meant] if meant else None
        return found.name if found is not None else words

    def _of_person_before(self, entry: Entry) -> str:
        """What the person belongs to whose colleague somebody is."""
        for _, _, id in reversed(self._mentions[: bisect_left(self._starts, entry.start)]):
            other = self._entries[id]
            if other.kind == "person" and other is not entry:
                return self.of(other)
        return ""

    def _word_before(self, start: int) -> str:
        words = self._text[max(0, start - 24) : start].lower().split()
        return words[-1] if words else ""

    def _at_home(self, entry: Entry) -> str:
        """The state that the article is about, for those who hold its offices and for what is its own."""
        if entry.role.startswith(_PAST) or entry.kind == "group":
            return ""
        words = {each.strip(",.").lower() for each in entry.role.split()}
        is_official = entry.name in BARE or bool((OFFICIAL | _OF_HOME) & set(entry.name.split()))
        if entry.kind == "person":
            client = entry.role.partition(" for the ")[2]
            if client or words & _OF_CITY:
                return client or self._city
            if not words & _OF_STATE:
                return ""
        elif place := place_in(entry.name):
            return place
        elif not is_official:
            return ""
        state = self._state_before(entry) or (self._home.name if self._home is not None else "")
        return state or (_GOVERNMENT if words & _MINISTER else "")

    def _state_before(self, entry: Entry) -> str:
        """The state of which the sentences before somebody speak, in the same paragraph."""
        for first, _, id in reversed(self._mentions[: bisect_left(self._starts, entry.start)]):
            if entry.start - first > _NEAR or "\n\n" in self._text[first : entry.start]:
                break
            if self._entries[id].kind == "state" and self._word_before(first) not in _ELSEWHERE:
                return self._entries[id].name
        return ""
