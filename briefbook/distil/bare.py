"""Bodies that an article names by their noun alone: `the army`, `Lantica’s foreign ministry`."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL
from briefbook.distil.phrases import ACTS, BODY_WORDS, POSSESSIVES
from briefbook.distil.places import Stretch
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.sentence import FUNCTION, PEOPLE, PERSON, owner_of, words_between
from briefbook.distil.table import words_of

_BARE = {tuple(each.lower().replace("’s", " 's").split()): each for each in words_of("bodies", "bare")}
_LONGEST = max(map(len, _BARE))
FIRST_BARE = frozenset(words[0] for words in _BARE)
"""The first words of such nouns."""
_HOUSES = frozenset(words_of("bodies", "houses"))
_LONE = frozenset(words_of("bodies", "lone"))
_OF_PLACES = frozenset(words_of("persons", "services_of"))
_STATE_ITSELF = frozenset(words_of("states", "itself"))
_DOING = frozenset(words_of("names", "auxiliaries")) | frozenset(words_of("groups", "deeds"))
_BESIDE = frozenset((*words_of("groups", "beside"), *words_of("groups", "heard_by")))
_GENERAL = frozenset(words_of("groups", "general"))
_OF = frozenset(words_of("persons", "belonging"))
_MET = frozenset(words_of("groups", "met"))
_BODIES = ("organisation", "armed_group")
_FORMING = frozenset(words_of("bodies", "forming"))
_BANKS_OF = words_of("bodies", "banks_of")
_CENTRAL_BANK = words_of("bodies", "central_bank")[0]
_MOST_MODIFIERS = 3
_PAST_LENGTH = 4
_MOST_ASIDE = 24


class BareBodies:
    """Adds to a roster those that one sentence names."""

    def __init__(self, text: str, stretch: Stretch, roster: Roster, home: Entry | None) -> None:
        self._text = text
        self._tokens = stretch.tokens
        self._first = stretch.first
        self._last = stretch.last
        self._is_marked = stretch.is_marked
        self._roster = roster
        self._home = home

    def add(self, at: int) -> None:
        """The body whose noun begins at a token, with its owner, or where it does something."""
        length = self._length(at)
        tokens = self._tokens
        if (
            not length
            or (tokens[at].is_capital and not self._is_house(at))
            or self._is_adjective(at + length)
        ):
            return
        words = " ".join(each.low for each in tokens[at : at + length])
        owner = owner_of(tokens, self._first, at)
        entry = self._state(owner, at)
        if entry is not None and words in _STATE_ITSELF:
            entry.acts += 1
            self._roster.name(entry, self._words(owner, at + length))
        elif entry is not None:
            self._owned(entry, owner, at + length, words)
        elif owner == at:
            self._lone(at, length, words)

    def _is_house(self, at: int) -> bool:
        """Whether a capital is a sentence’s, or that of a state’s house: `asked Parliament to vote`."""
        tokens = self._tokens
        beside = (each for each in (at - 1, at + 1) if self._first <= each < self._last)
        is_alone = not any(tokens[each].is_capital and not tokens[each].is_mark for each in beside)
        is_asked = at > self._first and tokens[at - 1].low in _BESIDE | _MET
        return at == self._first or (tokens[at].low in _HOUSES and (is_alone or is_asked))

    def add_formed(self, at: int) -> None:
        """`the residents’ association`: one with a noun of bodies behind small words, where it acts."""
        tokens, start = self._tokens, at
        while start > self._first and at - start < _MOST_MODIFIERS and self._is_modifier(start - 1):
            start -= 1
        is_led = start > self._first and tokens[start - 1].low == "the"
        low = tokens[at + 1].low if at + 1 < self._last else ""
        is_longer = at + 1 < self._last and tokens[at + 1].low in BODY_WORDS
        if not is_led or is_longer or (start == at and any(each.kind in _BODIES for each in self._roster)):
            return
        is_met = start - 2 >= self._first and tokens[start - 2].low in _MET
        if (
            low in ACTS
            or low in _DOING
            or is_met
            or self._acts_past_aside(at + 1)
            or self._is_spoken_for(start)
        ):
            name = self._words(start, at + 1)
            if self._roster.find(name) is None:
                self._roster.add(Entry(name, "organisation", tokens[start].start)).acts += 1

    def _acts_past_aside(self, at: int) -> bool:
        """Whether a verb follows what stands between commas: `the association, formed in May, has`."""
        tokens, last = self._tokens, self._last - 1
        if at >= last or tokens[at].words != ",":
            return False
        end = next(
            (index for index in range(at + 1, min(last, at + _MOST_ASIDE)) if tokens[index].words == ","), 0
        )
        return bool(end) and (tokens[end + 1].low in ACTS or tokens[end + 1].low in _DOING)

    def _is_spoken_for(self, start: int) -> bool:
        """Whether somebody is said to be of it: `a spokesman for the health ministry`."""
        at = start - (self._tokens[start - 1].low == "the")
        if at - 2 < self._first:
            return False
        return self._tokens[at - 1].low in _OF and self._tokens[at - 2].low in PERSON | PEOPLE

    def _is_modifier(self, at: int) -> bool:
        token = self._tokens[at]
        if token.low in _GENERAL:
            return False
        is_word = not token.is_mark and not token.is_capital and token.low not in FUNCTION
        return is_word or token.low in POSSESSIVES

    def _owned(self, state: Entry, owner: int, stop: int, words: str) -> None:
        name = self._words(owner, stop)
        start = self._tokens[owner].start
        found = self._bank_of(state) if words == _CENTRAL_BANK else None
        if found is not None:
            self._roster.name(found, name, words)
            found.role = found.role or words
            state.acts += 1
            return
        found = self._roster.add(Entry(name, "organisation", start, affiliation=state.name))
        found.acts += 1
        state.acts += 1
        self._roster.name(found, words)

    def _bank_of(self, state: Entry) -> Entry | None:
        """The central bank of a state by its name: `National Bank of Lantica`."""
        return next(filter(None, (self._roster.find(f"{each} {state.name}") for each in _BANKS_OF)), None)

    def _lone(self, at: int, length: int, words: str) -> None:
        """One that stands for itself, where it does something: `Police said`, `the army has denied`."""
        if self._roster.find(words) is not None:
            return
        if words in _STATE_ITSELF and self._home is not None:
            self._roster.name(self._home, words)
            return
        bank = self._bank_of(self._home) if words == _CENTRAL_BANK and self._home is not None else None
        if bank is not None:
            self._roster.name(bank, words)
            bank.role = bank.role or words
            return
        if words in _STATE_ITSELF and any(each.kind == "state" for each in self._roster):
            return
        only = self._roster.ending_in(words.title()) if words in _OF_PLACES else None
        if only is not None and only.kind == "organisation":
            # `Police` of an article with one `Wessmere Police`
            self._roster.name(only, words)
            return
        counts = words in _LONE or length > 1 or words == "government"
        if counts and (self._does(at, length) or self._is_spoken_for(at)):
            name = self._words(at, at + length)
            self._roster.add(Entry(name, "organisation", self._tokens[at].start), words).acts += 1

    def _does(self, at: int, length: int) -> bool:
        low = self._tokens[at + length].low if at + length < self._last else ""
        is_past = low.endswith("ed") and len(low) > _PAST_LENGTH
        before = {each.low for each in self._tokens[max(self._first, at - 3) : at]}
        is_act = low in ACTS or low in _DOING or is_past or bool(before & _BESIDE)
        if self._is_marked:
            return low in ACTS or low in _DOING
        return is_act or (self._opens(at) and self._acts_past_aside(at + length))

    def _opens(self, at: int) -> bool:
        """Whether a sentence or clause begins with a noun and its article."""
        start = at - (at > self._first and self._tokens[at - 1].low == "the")
        return start == self._first or self._tokens[start - 1].is_mark

    def _length(self, at: int) -> int:
        for length in range(min(_LONGEST, self._last - at), 0, -1):
            if tuple(each.low for each in self._tokens[at : at + length]) in _BARE:
                return length
        return 0

    def _is_adjective(self, at: int) -> bool:
        """Whether another noun follows, so that the word only says whose that is: `army officers`."""
        if at >= self._last:
            return False
        token = self._tokens[at]
        low = token.low
        is_verb = low in ACTS or low in FUNCTION or low in _DOING or low.endswith("ed")
        if low == "and" and at + 1 < self._last:
            after = self._tokens[at + 1]
            return after.low not in FUNCTION and not after.is_capital
        return not (token.is_mark or is_verb) and (
            low in PEOPLE or low in PERSON or (not token.is_capital and not low.endswith("s"))
        )

    def _words(self, start: int, stop: int) -> str:
        return words_between(self._text, self._tokens, self._first, start, stop, self._roster)

    def _state(self, owner: int, at: int) -> Entry | None:
        """The state that owns a noun."""
        if owner == at:
            return None
        stop = at - 1 if self._tokens[at - 1].low in POSSESSIVES else at
        words = " ".join(each.words for each in self._tokens[owner:stop])
        known = BY_ADJECTIVE.get(words) or BY_CAPITAL.get(words)
        if known is not None:
            state = Entry(known.name, "state", self._tokens[owner].start, is_known=True)
            return self._roster.find(known.name) or self._roster.add(state)
        found = self._roster.adjectives.get(words) or self._roster.find(words)
        return found if found is not None and found.kind == "state" else None


def bodies_of(text: str, stretches: Sequence[Stretch], roster: Roster, home: Entry | None) -> None:
    """Adds those of all sentences to a roster."""
    for stretch in stretches:
        bodies = BareBodies(text, stretch, roster, home)
        for at in range(stretch.first, stretch.last):
            low = stretch.tokens[at].low
            if low in FIRST_BARE:
                bodies.add(at)
            elif low in _FORMING:
                bodies.add_formed(at)
