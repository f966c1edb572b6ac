"""To what somebody in an article belongs: a post's ministry, a spokesman's party, an army's state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefbook.distil.article import Article
from briefbook.distil.earlier import Earlier
from briefbook.distil.home import find_home
from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.mentions import Mentions
from briefbook.distil.offices import is_portfolio, leading_in, origin_of
from briefbook.distil.owners import (
    BELONGING,
    body_behind,
    body_in,
    city_of,
    is_official,
    owner_in,
    part_called,
    place_in,
    state_of,
    workplace_in,
)
from briefbook.distil.phrases import ARMED_WORDS
from briefbook.distil.posts import PAST
from briefbook.distil.reading import ACRONYM
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.table import words_of

_OF_STATE = frozenset(words_of("persons", "of_state"))
_SPEAKING = frozenset(words_of("persons", "speaking"))
_SERVICES = dict(each.split(":") for each in words_of("persons", "services"))
_OF_CITY = frozenset(words_of("persons", "of_city"))
_GOVERNMENT = words_of("references", "government")[0]
_MINISTER = frozenset(words_of("persons", "minister"))
_STATELY = _MINISTER | frozenset(words_of("persons", "of_states"))
_FORCES = frozenset(words_of("persons", "forces"))
_COMMANDING = frozenset(words_of("persons", "commanding"))
_PRESIDENTIAL = frozenset(words_of("persons", "presidential"))
_SPEAKER = frozenset(words_of("persons", "presiding"))
_HOUSES = frozenset(words_of("persons", "presided"))
_BESIDE = frozenset(words_of("persons", "beside"))
_CLOSE_TO = words_of("groups", "close_to")[0]
_SENT = frozenset(words_of("persons", "sent"))
_SENT_TO = f" {words_of('persons', 'sent_to')[0]} "
_OF = f" {words_of('persons', 'belonging')[0]} "
_NO_BODIES = frozenset(words_of("persons", "no_bodies"))
_HEADS = frozenset(words_of("persons", "heads_of_state"))
_NATIONWIDE = frozenset(words_of("persons", "nationwide"))
_OF_PARTS = dict(each.split(":") for each in words_of("persons", "of_parts"))
_PERSONS_OWN = frozenset(words_of("references", "persons_own"))
_BODIES_OWN = frozenset(words_of("references", "bodies_own"))
_BODIES = ("organisation", "armed_group")
_MOST_BODY, _MOST_BEHIND = 6, 24
"""Words of a body, characters behind a group to the city where it is."""


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
        self._parts: dict[str, str] = {}
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
        found = self._commanding(entry) or self._in_context(entry)
        is_over = entry.role.startswith(PAST)
        found = found or ("" if is_over else self._by_role(entry))
        found = found or (entry.headed and self._called(entry.headed, entry.start))
        if not found and is_over:
            # What is not said of a post that is over is not guessed.
            return ""
        if entry.kind == "person":
            found = found or leading_in(entry.role) or origin_of(entry)
            found = found or (entry.role and self._earlier.workplace(entry))
        return self._in_full(found or self._in_name(entry) or self._at_home(entry), entry)

    def _commanding(self, entry: Entry) -> str:
        """The state whose army somebody leads: `army chief X`, `an army general`."""
        words = set((entry.name if entry.kind == "group" else entry.role).lower().split())
        if (
            words.isdisjoint(_FORCES)
            or words.isdisjoint(_COMMANDING)
            or entry.kind not in ("person", "group")
        ):
            return ""
        return self._earlier.state(entry) or (self._home.name if self._home is not None else "")

    def _in_name(self, entry: Entry) -> str:
        """The state behind the last `of` of a body’s name, or the body whose letters begin it."""
        if entry.kind == "person" or entry.kind == "group":
            return ""
        first, _, rest = entry.name.partition(" ")
        parent = self._roster.find(first) if rest and ACRONYM.fullmatch(first) else None
        _, of, last = entry.name.rpartition(_OF)
        state = self._roster.find(last) if of else None
        if parent is not None and parent.kind == "organisation":
            return parent.name
        return state.name if state is not None and state.kind == "state" else ""

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
        if not _SENT.isdisjoint(entry.role.lower().split()):
            # An ambassador to a body is not of it.
            sent = self._text.find(_SENT_TO, start, end)
            end = sent if sent > 0 else end
        own = entry.start + len(entry.name)
        around = ((start, end),) if entry.kind in ("person", "group") else ((start, entry.start), (own, end))
        named = next(
            (found for first, last in around if (found := self._named_near(entry, first, last))), ""
        ) or self._by_adjective(entry, start, end)
        if named or entry.kind not in ("person", "group"):
            return named
        words = self._text[start:end]
        if entry.kind == "group":
            return body_behind(words, "") or self._close_to(entry, words) or self._noun_in(words, entry)
        found = body_behind(words, entry.name) or owner_in(words) or body_behind(entry.role, "")
        found = found or workplace_in(entry.role) or workplace_in(words.replace(entry.name, ","))
        return self._called(found, entry.start) if found.islower() else found

    def _noun_in(self, words: str, entry: Entry) -> str:
        found = workplace_in(words)
        return self._called(found, entry.start) if found else ""

    def _close_to(self, entry: Entry, words: str) -> str:
        """Oss of `a source close to Mr. Oss` and `an aide to Mr. Oss`; the bank of `close to the bank`."""
        _, _, other = entry.name.partition(_CLOSE_TO)
        other = other or words.partition(_SENT_TO)[2]
        meant = self._resolver.resolve(other.strip(), entry.start) if other else ""
        return self._entries[meant].name if meant else ""

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

    def _by_role(self, entry: Entry) -> str:
        """By the noun of a body in a role, or by whoever was named before: `its spokesman`."""
        said = entry.name if entry.kind == "group" else entry.role if entry.kind == "person" else ""
        words = [each.strip(",.").lower() for each in said.split()]
        if words[-1:] and words[-1] in _BESIDE:
            person = self._earlier.person(entry)
            return self.of(person) if person is not None else ""
        body = next(filter(None, map(body_in, said.split(", "))), "")
        if body and body.lower() not in _NO_BODIES:
            return self._called(body, entry.start)
        if entry.kind != "person":
            return ""
        return self._by_post(entry, words)

    def _by_post(self, entry: Entry, words: Sequence[str]) -> str:
        """The police for a detective; whoever was named before for one who speaks or leads."""
        if words[-1:] and words[-1] in _SPEAKER and (house := self._house(entry)):
            return house
        service = next((_SERVICES[each] for each in words if each in _SERVICES), "")
        if service and (police := self._roster.find(service)) is not None:
            return police.name
        is_speaking = set(words) & _SPEAKING and not set(words) & (BELONGING | ARMED_WORDS | _OF_STATE)
        if entry.owner in _PERSONS_OWN:
            person = self._earlier.person(entry) if is_speaking else None
            return person.name if person is not None else ""
        if entry.owner in _BODIES_OWN or is_speaking:
            state = self._earlier.state(entry) if entry.owner and not _STATELY.isdisjoint(words) else ""
            noun = state or (self._earlier.noun(entry) if entry.owner in _BODIES_OWN else "")
            return noun or self._earlier.body(entry) or ("" if entry.owner else self._earlier.main(entry))
        return ""

    def _house(self, entry: Entry) -> str:
        """The assembly of which somebody is the speaker, where it is named before."""
        houses = (each for each in self._roster if each.kind == "organisation" and each.start < entry.start)
        return next((each.name for each in houses if each.name.split()[-1].lower() in _HOUSES), "")

    def _called(self, words: str, before: int) -> str:
        """The name of a body by its noun: `ministry`, `finance ministry`; the state, for its opposition."""
        if words in _NO_BODIES:
            return self._home.name if self._home is not None else ""
        found = self._roster.find(words)
        if found is None and " " not in words:
            meant = self._resolver.resolve(f"the {words}", before)
            found = self._entries[meant] if meant else None
        return found.name if found is not None else words

    def _part_called(self, ending: str) -> str:
        if ending not in self._parts:
            self._parts[ending] = part_called(self._text, ending)
        return self._parts[ending]

    def _of_group(self, entry: Entry) -> str:
        """The state of officials in its capital, or of those of its opposition."""
        behind = self._text[entry.start : entry.start + len(entry.name) + _MOST_BEHIND]
        cities = (each for each in self._roster if each.capital and f" in {each.capital}" in behind)
        state = next(cities, None) or (self._home if not _NO_BODIES.isdisjoint(entry.name.split()) else None)
        words = entry.name.split()
        if state is None and not _PRESIDENTIAL.isdisjoint(words):
            state = self._home
        names = (each for each in words if each.istitle() and self._roster.find(each) is None)
        party = next(filter(None, map(self._roster.short_for, names)), None)
        return state.name if state is not None else party.name if party is not None else ""

    def _at_home(self, entry: Entry) -> str:
        """The state that the article is about, for those who hold its offices and for what is its own."""
        said = entry.name if entry.kind == "group" else entry.role
        words = {each.strip(",.").lower() for each in said.split()}
        part = next((_OF_PARTS[each] for each in sorted(words & _OF_PARTS.keys())), "")
        if part and (found := self._part_called(part)):
            return found
        if entry.kind == "group":
            return self._of_group(entry)
        is_plain = entry.kind == "organisation" and not entry.role
        is_of_state = (is_plain and is_official(entry.name)) or bool(words & _NATIONWIDE)
        if entry.kind == "person":
            client = entry.role.partition(" for the ")[2]
            if not (_OF_STATE | _PRESIDENTIAL).isdisjoint(client.split()):
                client = ""
            if client or words & _OF_CITY:
                return client or self._city
            if not words & (_OF_STATE | _NO_BODIES) and not is_portfolio(words):
                return ""
        elif place := place_in(entry.name):
            return place
        elif not is_of_state:
            return ""
        home = self._home.name if self._home is not None else state_of(self._article)
        # A president goes without a state who is the one at home.
        is_head = not entry.owner and not (_HEADS | _NO_BODIES).isdisjoint(words)
        state = (is_head and home) or self._earlier.state(entry) or home
        return state or (_GOVERNMENT if words & _MINISTER or is_portfolio(words) else "")
