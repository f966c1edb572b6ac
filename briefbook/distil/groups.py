"""Those who speak or act without a name: `U.S. officials`, `two people close to the panel`, `the army`."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.article import Article
from briefbook.distil.belonging import find_home
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.phrases import ACTS
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, CONJUNCTIONS, PASSIVE, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

REGIONAL = frozenset(words_of("states", "regional"))
PEOPLE = frozenset(words_of("groups", "people"))
PERSON = frozenset(words_of("groups", "person"))
_WITH = frozenset(words_of("groups", "with"))
_KEPT_WITH = frozenset("for of from close familiar with".split())
_BARE = {tuple(each.split()): each for each in words_of("bodies", "bare")}
_LONE = frozenset(words_of("bodies", "lone"))
_LONGEST_BARE = max(map(len, _BARE))
_FIRST_BARE = frozenset(words[0] for words in _BARE)
_STATE_ITSELF = ("government", "presidency", "cabinet")
_ARTICLES = frozenset(
    "a an the some several many most other these those his her its their our all both any".split()
)
_ONE = frozenset(("a", "an", "one", "another"))
_POSSESSIVES = ("'s", "’", "'")
_BEFORE = frozenset(("to", "by", "cited", "quoting", "citing", "told"))
_DOING = frozenset("has have had will would could can is are was were did does do".split())
_MOST_ASIDE = 16
_FUNCTION = PREPOSITIONS | CONJUNCTIONS | RELATIVES | AUXILIARIES | PASSIVE | _ARTICLES | ACTS


def find_groups(article: Article, roster: Roster) -> None:
    """Adds to the roster everybody who speaks or acts without a name."""
    home = find_home(roster, article.text)
    for paragraph, narrative in zip(article.paragraphs, article.narratives, strict=True):
        if paragraph.part == "body" and narrative.tokens:
            for first, last in narrative.sentences:
                _Sentence(article.text, narrative.tokens, first, last, roster, home).read()


class _Sentence:
    """Reads one sentence for those without names."""

    def __init__(
        self, text: str, tokens: Sequence[Token], first: int, last: int, roster: Roster, home: Entry | None
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._first = first
        self._last = last
        self._roster = roster
        self._home = home

    def read(self) -> None:
        at = self._first
        while at < self._last:
            low = self._tokens[at].low
            if low in PEOPLE or low in PERSON:
                self._people(at)
            elif low in _FIRST_BARE:
                self._bare(at)
            at += 1

    def _people(self, head: int) -> None:
        """A group, or one without a name, where it speaks or acts."""
        tokens = self._tokens
        is_name = tokens[head].is_capital and head > self._first
        if is_name or (head + 1 < self._last and self._is_noun_part(head)):
            return
        start = self._start_of(head)
        before = tokens[start - 1].low if start > self._first else ""
        is_one = tokens[head].low in PERSON and tokens[head].low not in PEOPLE
        if is_one and before not in _ONE and tokens[start].low not in _ONE:
            return
        stop = self._end_of(head)
        if not (self._speaks_before(start) or self._acts_behind(stop)):
            return
        name = self._words(start, stop)
        if before in ("the", "these", "those") and start == head and self._is_said(tokens[head].low):
            return
        entry = self._roster.find(name) or self._roster.find(self._words(start, head + 1))
        if entry is None:
            entry = Entry(name, "group", tokens[start].start, is_anonymous=True)
            entry.context = (tokens[self._owner_of(start)].start, tokens[stop - 1].end)
            self._roster.add(entry, *([self._words(start, head + 1)] if start < head else ()))
        entry.acts += 1

    def _is_noun_part(self, head: int) -> bool:
        """Whether the word goes on as a name or another noun: `officials Karl Oss`, `minister X`."""
        after = self._tokens[head + 1]
        return (
            (after.is_capital and not after.is_mark and after.low not in ACTS)
            or after.low in PEOPLE
            or after.low in _POSSESSIVES
        )

    def _is_said(self, head: str) -> bool:
        return any(
            entry.kind == "group" and entry.name.casefold().split()[-1:] == [head] for entry in self._roster
        )

    def _start_of(self, head: int) -> int:
        """Where the phrase before a noun begins, without its article."""
        start = head
        while start > self._first and head - start < 5:
            token = self._tokens[start - 1]
            if token.low in _POSSESSIVES:
                return self._owner_of(start)
            is_pair = token.low in ("and", "or") and self._is_pair(start)
            if (token.is_mark or token.low in _FUNCTION) and not is_pair:
                break
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
        if at >= self._last or self._tokens[at].low not in _KEPT_WITH:
            return at
        while at < self._last and at - head < 10:
            token = self._tokens[at]
            if token.is_mark and token.low not in _POSSESSIVES:
                break
            if (
                token.low in ACTS
                or token.low in AUXILIARIES
                or token.low in RELATIVES
                or token.low in PASSIVE
            ):
                break
            at += 1
        return at

    def _speaks_before(self, start: int) -> bool:
        """Whether `according to` or an inverted verb stands before a phrase."""
        at = start
        while at > self._first and self._tokens[at - 1].low in _ARTICLES:
            at -= 1
        if at - 1 < self._first:
            return False
        before = self._tokens[at - 1].low
        if before == "to":
            return at - 2 >= self._first and self._tokens[at - 2].low == "according"
        if before in ("said", "say", "says"):
            return at - 2 < self._first or self._tokens[at - 2].is_mark
        return before == "by" and at - 2 >= self._first and self._tokens[at - 2].low in ACTS | {"estimates"}

    def _acts_behind(self, at: int) -> bool:
        """Whether the first verb behind a phrase is one of speech or judgement."""
        tokens, last = self._tokens, self._last
        if at < last and tokens[at].low in RELATIVES:
            return self._acts_past(at + 1)
        if at < last and tokens[at].words in (",", "—", "–"):
            return self._acts_past_aside(at + 1)
        if at < last and (
            tokens[at].low in _WITH or tokens[at].low.endswith("ing") or tokens[at].low in PREPOSITIONS
        ):
            return self._acts_past(at + 1)
        while at < last and tokens[at].low in AUXILIARIES:
            at += 1
        return at < last and tokens[at].low in ACTS

    def _acts_past(self, at: int) -> bool:
        """Whether such a verb comes before the next mark."""
        for index in range(at, min(self._last, at + _MOST_ASIDE)):
            token = self._tokens[index]
            if token.is_mark and token.low not in _POSSESSIVES:
                return token.words == "," and self._acts_past_aside(index + 1)
            if token.low in ACTS and not token.is_capital:
                return True
        return False

    def _acts_past_aside(self, at: int) -> bool:
        """Whether such a verb follows what stands between commas: `officials, who spoke to us, said`."""
        for index in range(at, min(self._last, at + _MOST_ASIDE)):
            if self._tokens[index].words in (",", "—", "–"):
                index += 1
                while index < self._last and self._tokens[index].low in AUXILIARIES:
                    index += 1
                return index < self._last and self._tokens[index].low in ACTS
        return False

    def _words(self, start: int, stop: int) -> str:
        words = " ".join(self._text[self._tokens[start].start : self._tokens[stop - 1].end].split())
        first = self._tokens[start]
        is_owner = stop > start + 1 and self._tokens[start + 1].low in _POSSESSIVES
        is_name = (
            first.words in BY_FORM
            or first.words in BY_ADJECTIVE
            or first.words in self._roster.adjectives
            or first.words in REGIONAL
            or first.words.isupper()
            or start != self._first
            or is_owner
        )
        return words if is_name else words[0].lower() + words[1:]

    def _bare(self, at: int) -> None:
        """A body of a state without a name: `the army`, `Lantica’s foreign ministry`, `Iraqi police`."""
        length = self._bare_length(at)
        tokens = self._tokens
        if not length or (tokens[at].is_capital and at > self._first) or self._is_adjective(at + length):
            return
        words = " ".join(each.low for each in tokens[at : at + length])
        owner = self._owner_of(at)
        entry = self._owner_entry(owner, at)
        if entry is not None and words in _STATE_ITSELF:
            entry.acts += 1
            self._roster.name(entry, self._words(owner, at + length))
        elif entry is not None:
            found = self._roster.add(
                Entry(
                    self._words(owner, at + length),
                    "organisation",
                    tokens[owner].start,
                    affiliation=entry.name,
                )
            )
            found.acts += 1
            entry.acts += 1
            self._roster.name(found, words)
        elif owner == at:
            self._lone(at, length, words)

    def _lone(self, at: int, length: int, words: str) -> None:
        """One that stands for itself, where it does something: `Police said`, `the army has denied`."""
        if self._roster.find(words) is not None:
            return
        if words in _STATE_ITSELF and self._home is not None:
            self._roster.name(self._home, words)
            return
        if words in _STATE_ITSELF and any(each.kind == "state" for each in self._roster):
            return
        if (words in _LONE or length > 1 or words == "government") and self._does(at, length):
            entry = Entry(words, "organisation", self._tokens[at].start)
            entry.context = (0, 0)
            self._roster.add(entry).acts += 1

    def _does(self, at: int, length: int) -> bool:
        low = self._tokens[at + length].low if at + length < self._last else ""
        before = self._tokens[at - 2].low if at - 2 >= self._first else ""
        return (
            low in ACTS
            or low in _DOING
            or (low.endswith("ed") and len(low) > 4)
            or before in ("accused", "between", "told", "accuse", "blamed")
        )

    def _bare_length(self, at: int) -> int:
        for length in range(min(_LONGEST_BARE, self._last - at), 0, -1):
            if tuple(each.low for each in self._tokens[at : at + length]) in _BARE:
                return length
        return 0

    def _is_adjective(self, at: int) -> bool:
        """Whether another noun follows, so that the word only says whose that is: `army officers`."""
        if at >= self._last:
            return False
        token = self._tokens[at]
        low = token.low
        is_verb = low in ACTS or low in _FUNCTION or low in _DOING or low.endswith("ed")
        if low == "and" and at + 1 < self._last:
            after = self._tokens[at + 1]
            return after.low not in _FUNCTION and not after.is_capital
        return not (token.is_mark or is_verb) and (
            low in PEOPLE or low in PERSON or (not token.is_capital and not low.endswith("s"))
        )

    def _owner_of(self, at: int) -> int:
        """The token at which the name of an owner before a noun begins; the noun itself without one."""
        tokens = self._tokens
        start = at
        if start > self._first and tokens[start - 1].low in _POSSESSIVES:
            start -= 1
        while (
            start > self._first
            and tokens[start - 1].is_capital
            and not tokens[start - 1].is_mark
            and at - start < 4
        ):
            if tokens[start - 1].low in _FUNCTION:
                break
            start -= 1
        return start if tokens[start].is_capital else at

    def _owner_entry(self, owner: int, at: int) -> Entry | None:
        """The state that owns a noun."""
        if owner == at:
            return None
        stop = at - 1 if self._tokens[at - 1].low in _POSSESSIVES else at
        words = " ".join(each.words for each in self._tokens[owner:stop])
        known = BY_ADJECTIVE.get(words) or BY_CAPITAL.get(words)
        if known is not None:
            return self._roster.find(known.name) or self._roster.add(
                Entry(known.name, "state", self._tokens[owner].start, is_known=True)
            )
        found = self._roster.adjectives.get(words) or self._roster.find(words)
        return found if found is not None and found.kind == "state" else None
