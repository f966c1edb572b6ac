"""Whom a noun phrase names: the subject left of a verb of speech, or right of an inverted one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefbook.text.cues import (
    AFTER_NAME,
    AUXILIARIES,
    CONJUNCTIONS,
    HE,
    HONORIFICS,
    OPENERS,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    SHE,
    THEY,
    VOICES,
)
from briefbook.text.names import Mention, Names, find_namesake
from briefbook.text.narrative import Token

Sort = Literal["named", "described", "pronoun", "unknown", "elided", "listener"]

_ARTICLES = frozenset(("a", "an", "the"))
_LINKS = frozenset(("and", "&", "or"))
_DASHES = frozenset("—–-")
_NOBODY = frozenset("nobody noone anybody anyone somebody someone everybody everyone".split())
_STARTERS = OPENERS | AUXILIARIES | _ARTICLES


class Subject(NamedTuple):
    """Who a phrase says is meant."""

    sort: Sort
    """described: by an office or a body's voice; elided: that of the verb before; listener: nobody's."""
    ids: frozenset[str]
    first: int
    last: int
    """The tokens of the phrase, the last one excluded."""
    pronoun: str = ""


class Reader:
    """Reads noun phrases in one text."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self._namesakes: dict[tuple[str, frozenset[str]], tuple[frozenset[str], int]] = {}

    def before(self, tokens: Sequence[Token], first: int, verb: int) -> Subject:
        """The subject of the verb at a token, looked for to its left."""
        end = verb
        while end > first and (tokens[end - 1].low in AUXILIARIES or tokens[end - 1].words == ")"):
            end = _before_bracket(tokens, first, end) if tokens[end - 1].words == ")" else end - 1
        if end > first and tokens[end - 1].low in PASSIVE:
            return Subject("listener", frozenset(), end - 1, verb)
        if end == first or tokens[end - 1].low in CONJUNCTIONS | {"to"}:
            return Subject("elided", frozenset(), end, verb)
        if tokens[end - 1].low in RELATIVES:
            return self._past_commas(tokens, first, end - 1)
        if tokens[end - 1].words == "," or tokens[end - 1].words in _DASHES:
            return self._past_commas(tokens, first, end)
        if tokens[end - 1].is_mark:
            return Subject("elided", frozenset(), end, verb)
        return self._phrase(tokens, first, end)

    def _past_commas(self, tokens: Sequence[Token], first: int, end: int) -> Subject:
        """The subject before what stands between commas: `X, president of Y, told`."""
        described: Subject | None = None
        while end > first and (tokens[end - 1].words == "," or tokens[end - 1].words in _DASHES):
            end -= 1
            start = _segment(tokens, first, end)
            if start == end:
                break
            found = self._phrase(tokens, start, end)
            if start == first or not self._is_aside(tokens, start, end):
                return found if found.sort != "unknown" or described is None else described
            described = found if described is None and found.sort == "described" else described
            end = start
        return described or Subject("unknown", frozenset(), first, end)

    def _is_aside(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether a stretch between commas adds to a name and is none itself."""
        if self._whole(tokens, start, end):
            return False
        token = tokens[start]
        has_owner = any(each.low in ("'s", "’", "'") for each in tokens[start:end])
        names_nobody = token.low in OPENERS or token.low.isdigit() or not token.is_capital
        return names_nobody or has_owner or any(each.words[:1].islower() for each in tokens[start:end])

    def _whole(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether a stretch is a name and nothing else."""
        mentions = self.names.starting_at(tokens, start, end)
        return any(each.last == end and each.kind not in ("title", "demonym") for each in mentions)

    def after(self, tokens: Sequence[Token], first: int, end: int) -> Subject:
        """The subject right of an inverted verb or of `according to`."""
        last = first
        while (
            last < end
            and not (tokens[last].is_mark and tokens[last].words != "’")
            and (tokens[last].low not in AFTER_NAME or last == first)
            and tokens[last].low not in _LINKS
        ):
            last += 1
        if last == first:
            return Subject("unknown", frozenset(), first, last)
        if last < end and tokens[last].low in _LINKS:
            return self._group(tokens, first, last, end)
        found = self._phrase(tokens, first, last, is_left=False)
        if found.sort in ("named", "pronoun"):
            return found
        if last < end and tokens[last].low in PREPOSITIONS and found.sort == "unknown":
            return self._with_preposition(tokens, first, last, end)
        is_office = not tokens[first].is_capital or any(each.low == "'s" for each in tokens[first:last])
        if last < end and tokens[last].words == "," and (is_office or tokens[first].low in HONORIFICS):
            stop = _segment_end(tokens, last + 1, end)
            if last + 1 < stop and not self._is_aside(tokens, last + 1, stop):
                return self._phrase(tokens, last + 1, stop, is_left=False)
        return found

    def _with_preposition(self, tokens: Sequence[Token], first: int, last: int, end: int) -> Subject:
        """`the president of Iran`, `a spokesman for the ministry`."""
        stop = last + 1
        while (
            stop < end
            and not tokens[stop].is_mark
            and (tokens[stop].low not in AFTER_NAME or tokens[stop].low == "of")
        ):
            stop += 1
        return self._phrase(tokens, first, stop, is_left=False)

    def _group(self, tokens: Sequence[Token], first: int, last: int, end: int) -> Subject:
        """`said X and Y`."""
        one = self._phrase(tokens, first, last, is_left=False)
        other = self.after(tokens, last + 1, end) if last + 1 < end else one
        ids = one.ids | other.ids
        return Subject("described" if ids else "unknown", ids, first, max(last, other.last))

    def _phrase(self, tokens: Sequence[Token], first: int, end: int, *, is_left: bool = True) -> Subject:
        """Whom the noun phrase that ends before a token names."""
        low = tokens[end - 1].low
        if low in HE | SHE | THEY and not (
            end - 2 >= first and tokens[end - 2].low in PREPOSITIONS and low == "it"
        ):
            return Subject("pronoun", frozenset(), end - 1, end, low)
        if low in _NOBODY:
            return Subject("listener", frozenset(), end - 1, end)
        if low == "them" or (low == "one" and (end - 1 == first or tokens[end - 2].is_mark)):
            return Subject("pronoun", frozenset(), first, end, "they")
        mention = self.names.ending_at(tokens, first, end)
        if mention is None:
            return self._voice(tokens, first, end)
        return self._judged(tokens, first, end, mention, is_left=is_left)

    def _judged(
        self, tokens: Sequence[Token], first: int, end: int, mention: Mention, *, is_left: bool
    ) -> Subject:
        """The name at the end of a phrase, where it is its head and nobody else's namesake."""
        at = mention.first
        while at > first and (tokens[at - 1].low in HONORIFICS or tokens[at - 1].low in _ARTICLES):
            at -= 1
        ids = self._without_namesakes(tokens, mention)
        before = tokens[at - 1] if at > first else None
        if before is not None and before.low in PREPOSITIONS:
            found = self._voice(tokens, first, end)
            return found if found.sort != "unknown" else Subject("unknown", frozenset(), first, end)
        if not ids or (before is not None and self._belongs_to_another(tokens, at, mention)):
            return Subject("unknown", frozenset(), at, end)
        if before is not None and before.low in _LINKS:
            other = self.names.ending_at(tokens, first, at - 1)
            return Subject("described", ids | (other.ids if other else frozenset()), first, end)
        is_sure = mention.kind not in ("title", "demonym", "given") and len(ids) == 1
        # `The man who met Karl Oss said`: the name belongs to the verb before it.
        is_tied = is_left and any(each.low in RELATIVES for each in tokens[_comma(tokens, first, at) : at])
        if is_tied:
            return Subject("unknown", frozenset(), first, end)
        return Subject("named" if is_sure else "described", ids, at, end)

    def _belongs_to_another(self, tokens: Sequence[Token], at: int, mention: Mention) -> bool:
        """Whether a capital before a name makes it another's: `Vera Oss`, `South Sudan`."""
        before = tokens[at - 1]
        if at != mention.first or not before.is_capital or before.low == "'s":
            return False
        if mention.kind in ("name", "alias") and mention.last - mention.first > 1:
            return False
        return before.low not in _STARTERS and not self._is_own(before, mention)

    def _is_own(self, before: Token, mention: Mention) -> bool:
        """Whether a word belongs to the full name: a given name or an initial."""
        full = [
            word.lower()
            for id in mention.ids
            for name in self.names.full.get(id, ())
            for word in name.split()
        ]
        return mention.kind == "surname" and (before.words.lower() in full or len(before.low) == 1)

    def _without_namesakes(self, tokens: Sequence[Token], mention: Mention) -> frozenset[str]:
        """Those who may be meant by a surname in this text."""
        if mention.kind not in ("surname", "given"):
            return mention.ids
        words = self.text[tokens[mention.first].start : tokens[mention.last - 1].end]
        key = (words, mention.ids)
        if key not in self._namesakes:
            self._namesakes[key] = self._meant(words, mention.ids)
        ids, stranger = self._namesakes[key]
        return ids if tokens[mention.first].start < stranger else frozenset()

    def _meant(self, surname: str, ids: frozenset[str]) -> tuple[frozenset[str], int]:
        """Who has that name in this text, and from where on it may be a stranger's."""
        full = [name for id in sorted(ids) for name in self.names.full.get(id, ())]
        stranger = find_namesake(self.text, surname, full)
        here = [id for id in ids if any(name in self.text for name in self.names.full.get(id, ()))]
        if len(ids) > 1 and len(here) != 1:
            return frozenset(), stranger
        return frozenset(here) or ids, stranger

    def _voice(self, tokens: Sequence[Token], first: int, end: int) -> Subject:
        """A body whose spokesman or officials a phrase names: `Iranian officials`, `an aide to Karl Oss`."""
        unknown = Subject("unknown", frozenset(), max(first, end - 6), end)
        start = end
        while start > first and not tokens[start - 1].is_mark and tokens[start - 1].low not in CONJUNCTIONS:
            start -= 1
        voices = [at for at in range(start, end) if tokens[at].low in VOICES]
        if not voices:
            return unknown
        ids = [each for each in self.names.all_in(tokens, start, end) if each.kind in ("body", "demonym")]
        near = [each for each in ids if each.last == voices[-1] or each.first > voices[-1]]
        if not near:
            return unknown
        return Subject("described", near[-1].ids, start, end)


def _before_bracket(tokens: Sequence[Token], first: int, end: int) -> int:
    """The token after the one before a bracketed remark that ends before `end`."""
    at = end - 1
    while at > first and tokens[at].words != "(":
        at -= 1
    return at


def _segment(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the stretch between commas that ends before a token begins."""
    start = end
    while start > first and not (tokens[start - 1].is_mark and tokens[start - 1].words not in "()’&"):
        start -= 1
    return start


def _segment_end(tokens: Sequence[Token], first: int, end: int) -> int:
    last = first
    while last < end and not tokens[last].is_mark:
        last += 1
    return last


def _comma(tokens: Sequence[Token], first: int, at: int) -> int:
    """The token after the last comma before a token."""
    return next((each + 1 for each in range(at - 1, first - 1, -1) if tokens[each].words == ","), first)
