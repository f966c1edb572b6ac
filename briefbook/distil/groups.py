"""Those who speak or act without a name: `U.S. officials`, `two people close to the panel`, `a spokesman`."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.phrases import ACTS, BODY_WORDS, POSSESSIVES
from briefbook.distil.places import Stretch
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.sentence import DETERMINERS, FUNCTION, PEOPLE, PERSON, owner_of, words_between
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, CONJUNCTIONS, PARTICIPLES, PASSIVE, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

_WITH = frozenset(words_of("groups", "with"))
_KEPT_WITH = frozenset(words_of("groups", "kept_with"))
_KEPT_WITH_BARE = frozenset(words_of("groups", "kept_with_bare"))
_BARE_PEOPLE = frozenset(words_of("groups", "bare_people"))
_COUNTS = frozenset(words_of("groups", "counts"))
_ONE = frozenset(words_of("groups", "one"))
_AT = frozenset((*words_of("persons", "belonging"), *words_of("groups", "attached")))
_FIGHTERS = frozenset(words_of("bodies", "fighters"))
_PAST_END = words_of("groups", "past_end")[0]
_SAYING = frozenset(words_of("speech", "saying"))
_INSIDE = frozenset(words_of("groups", "inside"))
_OFFICIAL = frozenset(words_of("bodies", "bare")) | frozenset(words_of("groups", "official"))
_INVERTED = frozenset(words_of("groups", "inverted"))
_ACCORDING = frozenset(words_of("groups", "according"))
_AGAIN = frozenset(words_of("groups", "again"))
_CITED = frozenset(words_of("groups", "cited"))
_OVER = ACTS | AUXILIARIES | RELATIVES | PASSIVE | (CONJUNCTIONS - {"and", "or"})
_HELPING = AUXILIARIES | PASSIVE | frozenset(words_of("leaning", "modals"))
_THEY = words_of("references", "they")[0]
_DASHES = (",", "—", "–")
_MOST_BEFORE, _MOST_BEHIND, _MOST_ASIDE = 5, 10, 24
"""Words before a noun and behind it, and of what stands between commas."""


def find_groups(text: str, stretches: Sequence[Stretch], roster: Roster) -> None:
    """Adds to the roster the people who speak or act without a name."""
    named = {each.start for each in roster if each.kind == "person"}
    for stretch in stretches:
        if not stretch.is_marked:
            _Sentence(text, stretch, roster, named).read()


class _Sentence:
    """Reads one sentence for those without names."""

    def __init__(self, text: str, stretch: Stretch, roster: Roster, named: set[int]) -> None:
        self._text = text
        self._tokens = stretch.tokens
        self._first = stretch.first
        self._last = stretch.last
        self._roster = roster
        self._named = named

    def read(self) -> None:
        for at in range(self._first, self._last):
            low = self._tokens[at].low
            if low in PEOPLE or low in PERSON:
                self._people(at)

    def _people(self, head: int) -> None:
        """A group, or one without a name, where it speaks or acts."""
        tokens = self._tokens
        is_name = tokens[head].is_capital and head > self._first
        is_counted = head + 2 < self._last and self._counts_behind(head)
        if is_name or (head + 1 < self._last and self._is_noun_part(head) and not is_counted):
            return
        start = self._start_of(head)
        before = tokens[start - 1].low if start > self._first else ""
        is_one = tokens[head].low in PERSON and tokens[head].low not in PEOPLE
        if is_one and before not in _ONE and tokens[start].low not in _ONE:
            return
        stop = self._end_of(head)
        is_telling = self._speaks_before(start) or self._acts_behind(stop) or self._goes_on(start, head, stop)
        if self._is_named_behind(stop) or not is_telling:
            return
        if before in _AGAIN and start == head and self._is_said(tokens[head].low):
            return
        self._add(start, head, stop)

    def _add(self, start: int, head: int, stop: int) -> None:
        tokens = self._tokens
        name, short = self._words(start, stop), self._words(start, head + 1)
        entry = self._roster.find(name) or self._roster.find(short)
        is_fighting = tokens[head].low in _FIGHTERS and head == start + 1
        body = self._roster.find(tokens[start].words) if is_fighting else None
        if entry is None and body is not None and body.kind == "armed_group":
            self._roster.name(body, short)
            entry = body
        if entry is None:
            entry = Entry(name, "group", tokens[start].start, is_anonymous=True)
            is_one = tokens[head].low in PERSON and tokens[head].low not in PEOPLE
            entry.role = tokens[head].low if is_one or start < head or stop > head + 1 else ""
            end = stop
            while end < self._last and self._belongs(stop) and not _is_over(tokens[end]):
                end += 1
            entry.context = (tokens[owner_of(tokens, self._first, start)].start, tokens[end - 1].end)
            self._roster.add(entry, *([short] if start < head else ()))
        entry.acts += 1
        state = self._roster.adjectives.get(tokens[start].words)
        if state is not None:
            state.acts += 1

    def _goes_on(self, start: int, head: int, stop: int) -> bool:
        """Whether a sentence that people open ends in their words: `Two engineers are angry: X, they say`."""
        is_opening = (
            start - (start > self._first and self._tokens[start - 1].low in DETERMINERS) == self._first
        )
        if not is_opening or self._tokens[head].low not in PEOPLE:
            return False
        they = (at for at in range(stop, self._last - 1) if self._tokens[at].low == _THEY)
        return any(self._is_act(at + 1) for at in they)

    def _belongs(self, stop: int) -> bool:
        """Whether a group is of what follows: `at the bank`, and `in the Lantican government` too."""
        tokens = self._tokens
        if tokens[stop].low not in _INSIDE:
            return tokens[stop].low in _AT
        behind = range(stop + 1, min(self._last, stop + _MOST_BEFORE))
        end = next((at for at in behind if _is_over(tokens[at])), behind.stop)
        return any(each.low in BODY_WORDS or each.low in _OFFICIAL for each in tokens[stop + 1 : end])

    def _is_noun_part(self, head: int) -> bool:
        """Whether the word goes on as a name or another noun: `officials Karl Oss`, `minister X`."""
        after = self._tokens[head + 1]
        return (
            (after.is_capital and not after.is_mark and after.low not in ACTS)
            or after.low in PEOPLE
            or after.low in PERSON
            or after.low in POSSESSIVES
        )

    def _is_named_behind(self, stop: int) -> bool:
        """Whether the name follows: `a spokesman for the ministry, Ezra Oss, said`."""
        tokens = self._tokens
        if stop < self._last and tokens[stop].low in RELATIVES:
            # `an engineer who saw it, Ezra Oss, said`
            commas = (at for at in range(stop, self._last) if tokens[at].words == ",")
            stop = next(commas, stop)
        if stop + 1 >= self._last or tokens[stop].words not in _DASHES:
            return False
        return any(token.start in self._named for token in tokens[stop + 1 : min(self._last, stop + 5)][:3])

    def _is_said(self, head: str) -> bool:
        return any(
            entry.kind == "group" and entry.name.casefold().split()[-1:] == [head] for entry in self._roster
        )

    def _start_of(self, head: int) -> int:
        """Where the phrase before a noun begins, without its article."""
        start = head
        while start > self._first and head - start < _MOST_BEFORE:
            token = self._tokens[start - 1]
            if token.low in POSSESSIVES:
                return owner_of(self._tokens, self._first, start)
            is_pair = token.low in ("and", "or") and self._is_pair(start)
            if (token.is_mark or token.low in FUNCTION) and not is_pair:
                break
            if token.low in _ONE:
                return start - 1
            start -= 1
        return start

    def _is_pair(self, start: int) -> bool:
        """Whether `and` stands between two adjectives: `Israeli and Arab officials`."""
        if start - 2 < self._first:
            return False
        one, two = self._tokens[start - 2], self._tokens[start]
        return one.is_capital and two.is_capital

    def _end_of(self, head: int) -> int:
        """Where a phrase ends: `for the families` belongs to it, `blocking the road` does not."""
        at = head + 1
        kept = _KEPT_WITH | _KEPT_WITH_BARE if self._tokens[head].low in _BARE_PEOPLE else _KEPT_WITH
        if at >= self._last or self._tokens[at].low not in kept:
            return at
        while at < self._last and at - head < _MOST_BEHIND and not self._is_past(at):
            is_next = self._tokens[at].low == "and" and at + 1 < self._last
            if is_next and self._tokens[at + 1].low in DETERMINERS:
                break
            at += 1
        # `between the leaders on Sunday`
        return at - (at > head + 1 and self._tokens[at - 1].low in PREPOSITIONS)

    def _is_past(self, at: int) -> bool:
        """Whether a phrase is over there; a verb behind an article is a noun: `briefed on a call`."""
        token = self._tokens[at]
        is_noun = token.low in DETERMINERS or self._tokens[at - 1].low in DETERMINERS
        return _is_over(token) and (token.is_mark or not is_noun)

    def _speaks_before(self, start: int) -> bool:
        """Whether `according to` or an inverted verb stands before a phrase."""
        at = start
        while at > self._first and self._tokens[at - 1].low in DETERMINERS:
            at -= 1
        if at - 1 < self._first:
            return False
        before = self._tokens[at - 1].low
        earlier = self._tokens[at - 2].low if at - 2 >= self._first else ""
        if before == "to":
            return earlier in _ACCORDING
        if before in _INVERTED:
            return not earlier or self._tokens[at - 2].is_mark
        if at - 2 >= self._first and self._tokens[at - 2].speech is not None:
            # `“…,” sighed one minister`
            return before in _SAYING or before.endswith(_PAST_END)
        return before == "by" and (earlier in ACTS or earlier in _CITED or self._counts_behind(start))

    def _counts_behind(self, start: int) -> bool:
        """Whether what follows is somebody’s number: `by the organisers’ count`."""
        near = range(start + 1, min(self._last - 1, start + _MOST_BEFORE))
        return any(self._tokens[at].low in POSSESSIVES and self._tokens[at + 1].low in _COUNTS for at in near)

    def _acts_behind(self, at: int) -> bool:
        """Whether the first verb behind a phrase is one of speech or judgement."""
        tokens, last = self._tokens, self._last
        if at >= last:
            return False
        low = tokens[at].low
        if low in RELATIVES or (low == "and" and at + 1 < last and tokens[at + 1].low in DETERMINERS):
            return self._acts_past(at + 1)
        if tokens[at].words in _DASHES:
            return self._acts_past_aside(at + 1)
        if low in _WITH or low.endswith("ing") or low in PREPOSITIONS:
            return self._acts_past(at + 1)
        return self._is_act(at)

    def _is_act(self, at: int) -> bool:
        """Whether a verb of speech stands at a token, whatever helps it: `have said`, `are warning`."""
        is_being = False
        while at < self._last and self._tokens[at].low in _HELPING:
            is_being |= self._tokens[at].low in PASSIVE
            at += 1
        if at >= self._last:
            return False
        low = self._tokens[at].low
        return low in PARTICIPLES or low.endswith("aling") if is_being else low in ACTS

    def _acts_past(self, at: int) -> bool:
        """Whether such a verb comes before the next mark."""
        for index in range(at, min(self._last, at + _MOST_ASIDE)):
            token = self._tokens[index]
            if token.is_mark and token.low not in POSSESSIVES:
                return token.words == "," and self._acts_past_aside(index + 1)
            if token.low in ACTS and not token.is_capital:
                return True
        return False

    def _acts_past_aside(self, at: int) -> bool:
        """Whether such a verb follows what stands between commas: `officials, who spoke to us, said`."""
        is_list = False
        for index in range(at, min(self._last, at + _MOST_ASIDE)):
            token = self._tokens[index]
            if token.words in _DASHES:
                return self._is_act(index + 1)
            is_list |= token.low == "and"
            if is_list and token.low in ACTS:
                # `officials, one resident and a guard said`
                return self._tokens[at].low in DETERMINERS
        return False

    def _words(self, start: int, stop: int) -> str:
        return words_between(self._text, self._tokens, self._first, start, stop, self._roster)


def _is_over(token: Token) -> bool:
    """Whether a phrase cannot go on with a token."""
    is_mark = token.is_mark and token.low not in POSSESSIVES
    low = token.low
    return is_mark or low in _OVER
