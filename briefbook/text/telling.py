"""Whom a sentence names as the speaker of a speech that stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefbook.text.cues import (
    ADVERBS,
    BARE,
    CONJUNCTIONS,
    DENYING,
    FINITE,
    LENT,
    PARTICIPLES,
    PLAIN,
    QUOTING,
    READ,
    SPEAKERS_OF_BARE,
    SUBORDINATORS,
)
from briefbook.text.names import Names
from briefbook.text.narrative import Narrative, Token
from briefbook.text.subject import Reader, Sort, Subject

How = Literal["explicit", "described", "pronoun", "continued", "none"]

_FARTHEST = 60
"""Words between a verb and the speech that it governs, at most."""
_DASHES = frozenset("—–-")
_SET_OFF = (",", "?", "!", "…", "—", "–", "-", "...")
_HOW: dict[Sort, How] = {"named": "explicit", "unknown": "explicit", "pronoun": "pronoun"}


class Attribution(NamedTuple):
    """Who speaks, and how a text says so."""

    speakers: frozenset[str]
    """Ids; empty where nobody is found, or nobody who has a name here."""
    how: How
    """explicit: by name and verb; described: by an office, a body's voice or a colon; none: by nothing."""
    start: int
    end: int
    """The words that say so, in code points; 0 and 0 where none do."""
    near: frozenset[str] = frozenset()
    """Others who are named so near that the words may be theirs."""


NOBODY = Attribution(frozenset(), "none", 0, 0)


class Telling:
    """Reads who tells what in the sentences of a text."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self._reader = reader
        self._names = names

    def find(self, narrative: Narrative, at: int) -> Attribution | None:
        """Who says the speech at a token; None where no verb of speech is near."""
        first, last = narrative.sentence_of(at)
        after = self._after(narrative, at, last)
        before = self.before(narrative, first, at) or self._across(narrative, first, at)
        tokens = narrative.tokens
        if any(tokens[each].low in READ for each in range(max(first, at - 3), at)):
            return NOBODY._replace(
                near=frozenset(id for each in (after, before) if each for id in each.speakers)
            )
        if after is None or before is None or before.speakers == after.speakers:
            return after or before
        if before.how != "none" and _is_led_in(tokens, first, at):
            return before._replace(near=before.near | after.speakers | after.near)
        return after._replace(near=(after.near | before.speakers | before.near) - after.speakers)

    # Behind the speech

    def _after(self, narrative: Narrative, at: int, last: int) -> Attribution | None:
        """`S, X said` · `S, said X` · `S, according to X` · `S — X`."""
        tokens = narrative.tokens
        first, is_set_off = at + 1, _is_set_off(narrative, at)
        while first < last and tokens[first].words in (",", "—", "–", "-"):
            first, is_set_off = first + 1, True
        end = next((each for each in range(first, last) if tokens[each].speech), last)
        if first == end:
            return None
        if tokens[first - 1].words in _DASHES and end - first <= 6 and end == len(tokens):
            return made(narrative, self._reader.after(tokens, first, end))
        according = self._according(narrative, first, end)
        if not is_set_off:
            return according or self._late(narrative, first, end)
        verb = first
        while verb < end and tokens[verb].low in ADVERBS:
            verb += 1
        found = self._clause(narrative, verb, end)
        if found is None or according is None:
            return found or according
        return found._replace(near=found.near | according.speakers)

    def _late(self, narrative: Narrative, first: int, end: int) -> Attribution | None:
        """`S in Vienna, Mr. Kerry said`."""
        tokens = narrative.tokens
        comma = next((each for each in range(first, end) if tokens[each].words == ","), end)
        if comma + 1 >= end or tokens[first].low in CONJUNCTIONS:
            return None
        return self._clause(narrative, comma + 1, end)

    def _clause(self, narrative: Narrative, first: int, end: int) -> Attribution | None:
        """`said X` or `X said`, right where the speech ends."""
        tokens = narrative.tokens
        if first < end and _is_inverted(tokens, first):
            return made(narrative, self._reader.after(tokens, first + 1, end))
        if first >= end or tokens[first].low in CONJUNCTIONS | PARTICIPLES:
            return None
        verbs = range(first + 1, min(end, first + _FARTHEST))
        verb = next((each for each in verbs if is_finite(tokens, each)), 0)
        if not verb or any(tokens[each].words == ":" for each in range(first, verb)):
            return None
        if verb + 1 < end and tokens[verb + 1].low == "that":
            return None
        subject = self._subject(tokens, first, verb)
        return None if subject.sort in ("elided", "listener") else made(narrative, subject, verb)

    def _according(self, narrative: Narrative, first: int, end: int) -> Attribution | None:
        tokens = narrative.tokens
        for place in range(first, end - 2):
            if tokens[place].low == "according" and tokens[place + 1].low == "to":
                return made(narrative, self._reader.after(tokens, place + 2, end))
        return None

    # Before the speech

    def before(self, narrative: Narrative, first: int, at: int) -> Attribution | None:
        """`X said that S`: the last verb of speech before a token whose subject speaks."""
        tokens = narrative.tokens
        verbs = [
            each
            for each in range(max(first, at - _FARTHEST), at)
            if is_finite(tokens, each) or tokens[each].low in PARTICIPLES
        ]
        is_lent = False
        for verb in reversed(verbs):
            subject = self._subject(tokens, first, verb)
            if subject.sort == "listener":
                is_lent = True
            elif subject.sort != "elided":
                return self._governed(narrative, first, at, verbs, verb, subject, is_lent=is_lent)
        according = self._according(narrative, first, at)
        if according is None and is_lent:
            return NOBODY._replace(near=frozenset(self._ids(tokens, first, at)))
        return according

    def _governed(
        self,
        narrative: Narrative,
        first: int,
        at: int,
        verbs: Sequence[int],
        verb: int,
        subject: Subject,
        *,
        is_lent: bool,
    ) -> Attribution:
        """What a verb and its subject say about a speech behind them."""
        tokens = narrative.tokens
        earlier = (self._subject(tokens, first, each) for each in verbs if each < verb)
        near = {*self._ids(tokens, subject.first, at), *(id for each in earlier for id in each.ids)}
        is_denied = any(tokens[each].low in DENYING for each in verbs if each <= verb)
        if is_denied or _is_beside(tokens, first, verb, at, subject) or _is_anothers(tokens, first, at):
            return NOBODY._replace(near=frozenset(near) | subject.ids)
        found = made(narrative, subject, verb)
        if found.how == "explicit" and (is_lent or not _is_sure(tokens, first, verb, at)):
            found = found._replace(how="described")
        return found._replace(near=frozenset(near) - found.speakers)

    def _ids(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
        for mention in self._names.all_in(tokens, first, last):
            yield from mention.ids

    def _subject(self, tokens: Sequence[Token], first: int, verb: int) -> Subject:
        """The subject of a verb within the words since the last speech."""
        start = max((each + 1 for each in range(first, verb) if tokens[each].speech), default=first)
        if tokens[verb].low in PARTICIPLES:
            return self._quoted(tokens, start, verb)
        subject = self._reader.before(tokens, start, verb)
        if subject.sort == "listener" and tokens[verb].low in ("quoted", "cited"):
            return self._reader.before(tokens, start, subject.first)
        return subject

    def _quoted(self, tokens: Sequence[Token], first: int, verb: int) -> Subject:
        """`Y quoted X as saying`; any other participle has the subject of the verb before it."""
        elided = Subject("elided", frozenset(), verb, verb)
        quoted = next(
            (each for each in range(verb - 1, first, -1) if tokens[each].low in ("quoted", "cited")), 0
        )
        if not quoted or tokens[verb - 1].low != "as" or tokens[quoted + 1].low in ("by", "as"):
            return elided
        subject = self._reader.before(tokens, quoted + 1, verb - 1)
        return elided if subject.sort == "elided" else subject

    def _across(self, narrative: Narrative, first: int, at: int) -> Attribution | None:
        """`“…,” said X, “…”`: who says the first part says the second."""
        tokens = narrative.tokens
        spoken = next((each for each in range(at - 1, first - 1, -1) if tokens[each].speech), None)
        if spoken is None or tokens[at - 1].words not in (",", ":") or spoken == at - 1:
            return None
        return self._after(narrative, spoken, at)


def made(narrative: Narrative, subject: Subject, verb: int | None = None) -> Attribution:
    """An attribution to a subject, with the words of both it and its verb."""
    tokens = narrative.tokens
    places = [subject.first, subject.last - 1] if verb is None else [subject.first, subject.last - 1, verb]
    first, last = max(0, min(places)), min(max(places), len(tokens) - 1)
    return Attribution(
        subject.ids, _HOW.get(subject.sort, "described"), tokens[first].start, tokens[last].end
    )


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of speech with a subject; `say` and `call` only where many speak."""
    low = tokens[at].low
    if low in FINITE:
        return True
    before = tokens[at - 1].low if at else ""
    return low in BARE and (before in SPEAKERS_OF_BARE or (before.endswith("s") and len(before) > 3))


def _is_inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands before its subject: `said X`."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].low in PLAIN | {"say"} and follows is not None and not follows.is_mark


def _is_set_off(narrative: Narrative, at: int) -> bool:
    """Whether a speech ends with a comma, or another mark that sets off who says it."""
    token = narrative.tokens[at]
    said = narrative.text[token.start : token.end].rstrip(" \u00a0\u202f\"'”’»›")
    return said.endswith(_SET_OFF)


def _is_led_in(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a verb and a mark lead a speech in: `X said: “…”`, `X said, “…”`."""
    place = at - 1
    while place > first and tokens[place].words in (",", ":"):
        place -= 1
    return tokens[place].low in FINITE and place < at - 1


def _is_beside(tokens: Sequence[Token], first: int, verb: int, at: int, subject: Subject) -> bool:
    """Whether the verb stands in a clause beside that of the speech: `After X said no, it was “…”`."""
    opens = tokens[max(first, subject.first - 1)].low in SUBORDINATORS
    return opens and any(each.words == "," for each in tokens[verb + 1 : at - 1])


def _is_anothers(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a sentence says that the words are another's: `quoting Y`, `Y's claim that`."""
    start = max((each + 1 for each in range(first, at) if tokens[each].speech), default=first)
    for place in range(start, at):
        behind = tokens[place + 1 : min(place + 4, at)]
        if tokens[place].low in QUOTING:
            return True
        if tokens[place].low == "'s" and any(each.low in LENT - FINITE for each in behind):
            return True
    return False


def _is_sure(tokens: Sequence[Token], first: int, verb: int, at: int) -> bool:
    """Whether nothing between a verb and what it governs makes the words somebody else's."""
    between = tokens[verb + 1 : at]
    if between and between[-1].words in (",", ":"):
        between = between[:-1]
    elif any(each.words in (",", "—", "–") for each in between):
        return False
    if any(each.low in LENT or each.low in PARTICIPLES for each in between):
        return False
    return not any(each.low in LENT for each in tokens[first:verb])
