"""What the words beside a name say of it: `spokeswoman X`, `X, president of Y,` `its chair, X`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefbook.distil.runs import TIMES
from briefbook.distil.table import words_of
from briefbook.distil.whose import owner_within
from briefbook.text.cues import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

ROLES = frozenset(words_of("persons", "roles"))
BODY_WORDS = frozenset(words_of("bodies", "words"))
ARMED_WORDS = frozenset(words_of("bodies", "armed_words"))
STATE_WORDS = frozenset(words_of("states", "nouns"))
ACTS = frozenset(words_of("groups", "acts"))
OWNERS = frozenset(words_of("names", "owners"))
ARTICLES = frozenset(words_of("names", "articles"))
VERBS = frozenset(words_of("names", "auxiliaries"))
POSSESSIVES = ("'s", "’", "'")

_NAMING = frozenset(words_of("names", "naming"))
_BREAKS = frozenset(words_of("names", "breaks"))
_NOUN_ENDS = words_of("names", "noun_ends")
_BEFORE_NOUN = ARTICLES | OWNERS | PREPOSITIONS
_ALONE = frozenset(words_of("names", "alone"))
_ONE_OF = {tuple(each.split()) for each in words_of("names", "one_of")}
_BY = frozenset(words_of("persons", "headed_by"))
_BEFORE_VERB = AUXILIARIES | frozenset(words_of("names", "before_verb"))
_INNER = frozenset(words_of("names", "inner"))
_INNER_OF_POSTS = frozenset(words_of("names", "inner_of_posts"))
_RELATIVES = RELATIVES | {"that"}
_WHO = RELATIVES - {"which"}
_AFTER_NOUN = (
    PREPOSITIONS | CONJUNCTIONS | frozenset((*POSSESSIVES, "here", "there", "that", "elect", "emeritus"))
)
_DASHES = ("—", "–", "--")
_MOST_NOUN, _MOST_BEFORE, _MOST_BEHIND, _MOST_OWNER = 9, 14, 16, 6
"""Words up to a head noun, of a phrase before and behind a name, and of an owner."""

Sort = Literal["person", "body", "armed", "state", ""]


class Said(NamedTuple):
    """What words beside a name say that it is."""

    sort: Sort
    role: str
    start: int
    end: int
    """Where those words stand in the text, those that say whose it is included."""
    owner: str = ""
    """`its` or `their`, where they begin with it."""


NOTHING = Said("", "", 0, 0)


def before(text: str, tokens: Sequence[Token], first: int, at: int) -> Said:
    """What the words right before a name say: `political officer X`, `human rights group X`."""
    start = at
    while start > first and at - start < 5 and is_plain(tokens[start - 1]):
        start -= 1
    is_verb = start == at - 1 and start > first and tokens[start - 1].low in _BEFORE_VERB
    if start == at or is_verb:
        # `would fund Open Ledger`
        return NOTHING
    if tokens[at - 1].low not in _NAMING:
        return _said(text, tokens, first, start, at, at - 1)
    head = head_of(tokens, start, at - 1)
    if head >= 0 and sort_of(tokens[head].low) != "person":
        return NOTHING
    role = role_of(text, tokens, start, at - 1, head) if head >= 0 else ""
    return Said("person", role, tokens[start].start, tokens[at - 1].end)


def before_comma(text: str, tokens: Sequence[Token], first: int, at: int) -> Said:
    """What stands before the comma before a name: `its justice spokesman, X`, `said one, X`."""
    if at - 1 <= first or tokens[at - 1].words != ",":
        return NOTHING
    if tokens[at - 2].low in _ALONE:
        return Said("person", "", tokens[at - 2].start, tokens[at - 2].end)
    start = at - 1
    while start > first and at - start < _MOST_BEFORE and not _ends_phrase(tokens, start - 1):
        start -= 1
        is_inner = start > first and _is_inner(tokens, start - 1)
        if (tokens[start].low in ARTICLES and not is_inner) or tokens[start].low in OWNERS:
            break
    has_owner = any(each.low in POSSESSIVES for each in tokens[start : at - 1])
    is_led = tokens[start].low in ARTICLES | OWNERS or tokens[start].is_capital or has_owner
    # `An engineer who saw it, X`
    stop = next((index for index in range(start + 1, at - 1) if tokens[index].low in RELATIVES), at - 1)
    head = head_of(tokens, start, stop)
    if head < 0 and is_led:
        return _one_of(tokens, first, start, stop)
    return _said(text, tokens, first, start, stop, head) if is_led else NOTHING


def _one_of(tokens: Sequence[Token], first: int, start: int, stop: int) -> Said:
    """`lawmaker` of `one of its lawmakers, X`."""
    if (tokens[start].low, tokens[start + 1].low) in _ONE_OF:
        start += 2
    is_one = start - 2 >= first and (tokens[start - 2].low, tokens[start - 1].low) in _ONE_OF
    one = tokens[stop - 1].low.removesuffix("s")
    if not is_one or one not in ROLES:
        return NOTHING
    role = " ".join([*(each.words for each in tokens[start + 1 : stop - 1]), one])
    owner = tokens[start].low if tokens[start].low in OWNERS else ""
    return Said("person", role, tokens[start].start, tokens[stop - 1].end, owner)


def behind_comma(text: str, tokens: Sequence[Token], last: int, end: int) -> Said:
    """What stands behind the comma behind a name: `X, president of Y,`, `X, 43, a farmer`."""
    start = aside_behind(tokens, last, end)
    if start >= end:
        return NOTHING
    if tokens[start].low in _WHO:
        return Said("person", "", tokens[start].start, tokens[start].start)
    aged = Said("person", "", tokens[start - 1].start, tokens[start].start)
    is_aged = any(tokens[at].words.isdigit() and tokens[at - 1].is_mark for at in (start - 1, start - 2))
    nothing = aged if is_aged else NOTHING
    if tokens[start].low in CONJUNCTIONS or tokens[start].low in PREPOSITIONS:
        return nothing
    stop = phrase_end(tokens, start, end)
    head = head_of(tokens, start, stop)
    is_aside = head >= 0 and not _goes_on_as_clause(tokens, head + 1, stop, end)
    return _said(text, tokens, start, start, stop, head) if is_aside else nothing


def aside_behind(tokens: Sequence[Token], last: int, end: int) -> int:
    """Where the words begin that stand apart behind a name, past its letters and its age; else `end`."""
    if last + 3 < end and tokens[last].words == "(" and tokens[last + 2].words == ")":
        last += 3 if tokens[last + 1].words.isupper() else 0
    if last + 1 >= end or tokens[last].words not in (",", "(", *_DASHES):
        return end
    start = last + 1
    if tokens[start].words.isdigit() and len(tokens[start].words) < 3 and start + 1 < end:
        return start + 2 if tokens[start + 1].words == "," and start + 2 < end else start + 1
    return start


def phrase_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a phrase behind a name is over: at a mark, a relative, or a verb of speech."""
    stop = start
    while stop < end and stop - start < _MOST_BEHIND and not _stops(tokens, stop):
        stop += 1
    return stop


def _goes_on_as_clause(tokens: Sequence[Token], at: int, stop: int, end: int) -> bool:
    """Whether the noun before a token is the subject of what follows: `In Istanbul, the delegation laid`."""
    if stop < end and tokens[stop].low in ACTS:
        return True
    token = tokens[at] if at < stop else None
    return token is not None and not (
        token.is_mark
        or token.is_capital
        or token.low in _AFTER_NOUN
        or token.low.endswith("ing")
        or _is_passive(tokens, at)
    )


def _stops(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    is_mark = token.is_mark and token.low not in (*POSSESSIVES, "-", "&")
    # `behind the plan` has a noun where `they plan` has a verb.
    is_noun = at > 0 and tokens[at - 1].low in _BEFORE_NOUN
    is_verb = token.low in ACTS and not token.is_capital and not is_noun and not _is_passive(tokens, at)
    return is_mark or is_verb or token.low in _RELATIVES


def _is_inner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase goes on to the left of a small word: `the governor of the bank, X`."""
    is_of_post = tokens[at].low in _INNER_OF_POSTS and at > 0 and sort_of(tokens[at - 1].low) == "person"
    return tokens[at].low in _INNER or is_of_post


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is done by somebody: `a militia backed by Lantica`."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _BY


def is_plain(token: Token) -> bool:
    """Whether a word may belong to what stands before a name."""
    low = token.low
    return (
        not token.is_mark
        and not token.is_capital
        and low[0].isalpha()
        and not (
            low in PREPOSITIONS
            or low in CONJUNCTIONS
            or low in RELATIVES
            or low in ACTS
            or low in ARTICLES
            or low in OWNERS
            or low in VERBS
            or low in _BEFORE_VERB
        )
    )


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.low == "and" and at and tokens[at - 1].is_capital and tokens[at + 1].is_capital:
        return False
    is_mark = token.is_mark and token.low not in (*POSSESSIVES, "-", "&")
    return is_mark or token.low in ACTS or token.low in VERBS or token.low in _BREAKS


def head_of(tokens: Sequence[Token], start: int, end: int) -> int:
    """The noun of a phrase that says what something is: the last such before any `of`; -1 without one."""
    found = -1
    for at in range(start, min(end, start + _MOST_NOUN)):
        low = tokens[at].low
        is_owner = low in POSSESSIVES
        if at > start and not is_owner and (low in PREPOSITIONS or low in CONJUNCTIONS or low in VERBS):
            break
        if is_owner:
            found = -1
        elif sort_of(low) == "person" or (sort_of(low) and not tokens[at].is_capital):
            found = at
    return found


def sort_of(low: str) -> Sort:
    """What a noun says that something is; empty where it says nothing."""
    if low in ROLES or (low.removesuffix("s") in ROLES and low.endswith("men")) or low.endswith(_NOUN_ENDS):
        return "person"
    if low in ARMED_WORDS:
        return "armed"
    if low in BODY_WORDS:
        return "body"
    if low in STATE_WORDS:
        return "state"
    # `ex-minister`, `co-chair`, `then-president`
    _, hyphen, last = low.rpartition("-")
    return "person" if hyphen and last in ROLES else ""


def _said(text: str, tokens: Sequence[Token], first: int, start: int, end: int, head: int) -> Said:
    """The phrase between two tokens as what its head says, with the owner before it."""
    sort = sort_of(tokens[head].low)
    if not sort:
        return NOTHING
    owner = ""
    if tokens[start].low in OWNERS:
        owner = tokens[start].low
    elif start > first and tokens[start - 1].low in OWNERS:
        owner = tokens[start - 1].low
    elif sort == "person":
        owner = owner_within(tokens, head + 1, end)
    outer = owner_start(tokens, first, start)
    if sort == "body" and any(each.low in ARMED_WORDS for each in tokens[outer:end]):
        sort = "armed"
    role = role_of(text, tokens, _office_start(tokens, outer, start), end, head)
    return Said(sort, role, tokens[outer].start, tokens[end - 1].end, owner)


def owner_start(tokens: Sequence[Token], first: int, start: int) -> int:
    """Where the owner before a phrase begins: `BSA political officer X`, `the union’s negotiator, X`."""
    outer = start
    while outer > first and start - outer < _MOST_OWNER:
        token = tokens[outer - 1]
        if token.words == ")" and outer - 3 > first and tokens[outer - 3].words == "(":
            outer -= 3
        elif tokens[outer].low in ARTICLES or token.low in PREPOSITIONS or token.words in TIMES:
            # `In July the state auditor, X`
            break
        elif (token.is_capital and token.low not in AUXILIARIES) or token.low in POSSESSIVES:
            outer -= 1
        elif tokens[outer].low in POSSESSIVES and is_plain(token):
            outer -= 1
            while outer > first and start - outer < _MOST_OWNER and is_plain(tokens[outer - 1]):
                outer -= 1
        else:
            break
    return outer


def _office_start(tokens: Sequence[Token], outer: int, start: int) -> int:
    """Where a role begins: `Chief executive X` has its first word among those that could name an owner."""
    if outer == start or not tokens[start - 1].is_capital or tokens[start - 1].low in ARTICLES | OWNERS:
        return start
    while tokens[outer].low in ARTICLES | OWNERS or not tokens[outer].is_capital:
        outer += 1
    return outer


def role_of(text: str, tokens: Sequence[Token], start: int, end: int, head: int) -> str:
    """The words of a phrase without article and without the owner before its head."""
    owners = [at + 1 for at in range(start, head) if tokens[at].low in POSSESSIVES]
    start = max([start, *owners])
    while start < end - 1 and tokens[start].low in ARTICLES | OWNERS:
        start += 1
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split())
