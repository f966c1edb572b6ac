"""The runs of capital words in a sentence: what may be a name, with the small words inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, CONJUNCTIONS, OPENERS, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

HONORIFICS = frozenset(words_of("persons", "honorifics"))
OFFICES = frozenset(words_of("persons", "offices"))
OFFICE_ENDS = frozenset(words_of("persons", "office_ends"))
OFFICES_OF = tuple(tuple(each.split()) for each in words_of("persons", "offices_of"))
BODY_NOUNS = frozenset(words_of("bodies", "nouns"))
ARMED_NOUNS = frozenset(words_of("bodies", "armed"))
PARTICLES = frozenset(words_of("persons", "particles"))
JOINERS = frozenset(words_of("bodies", "joiners"))

_OWNERS = frozenset(words_of("bodies", "owners"))
_SAINTS = frozenset(words_of("names", "saints"))
_GIVEN = frozenset(words_of("persons", "given"))
_VERB_ENDINGS = words_of("names", "verb_endings")
_ON = frozenset(words_of("names", "on"))
_OF = frozenset(words_of("names", "of"))
PARTIES = frozenset(words_of("bodies", "parties"))
_BEFORE_LAST = frozenset(words_of("names", "before_last"))
"""Articles behind the `for` of a name: `Committee for a Free Lantica`."""
_COMPANIES = frozenset(words_of("names", "companies"))
TIMES = frozenset(
    form for line in words_of("dates", "months") for form in line.split() if form != "May"
) | frozenset(form for line in words_of("dates", "weekdays") for form in line.split())
_NO_NAMES = TIMES | frozenset(words_of("names", "no_names"))
_NO_NAME_ENDS = words_of("names", "no_ends")
_FUNCTION = (
    (OPENERS | AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | RELATIVES)
    - {each.lower() for each in OFFICES | HONORIFICS}
) | frozenset(words_of("names", "function"))
_TOPICS = OFFICES - OFFICE_ENDS
"""What ministries are for: `Labour and Social Affairs`."""
_SMALL_FIRST = re.compile(r"(?:[a-z]{2,3}-|[dl][’'])[A-Z\u00c0-\u00de]|[a-z][A-Z][a-z]")
"""Names that begin with a small letter: `al-Tamimi`, `d’Oro`, `eTrade`."""
_SHORTEST = 5
_LONGEST = 24
"""Tokens of a name; what goes on beyond that is none."""
_POSSESSIVES = ("'s", "’", "'")


class Run(NamedTuple):
    """Capital words that belong together, among the tokens of a paragraph."""

    first: int
    last: int
    """The token after it."""
    start: int
    end: int
    is_opening: bool
    """Whether its first word begins a sentence, and would have a capital letter anyway."""


def iter_runs(tokens: Sequence[Token], first: int, last: int, ordinary: frozenset[str]) -> Iterator[Run]:
    """The runs between two tokens; `ordinary` are words that the article also writes small."""
    at, is_opening = first, True
    while at < last:
        token = tokens[at]
        is_name = _is_name_word(token) or _is_named_as_month(tokens, at, last)
        if not is_name or _is_money(tokens, at, last):
            is_lead = token.is_mark or token.words[0].isdigit()
            is_opening = token.words in ("“", '"', ":", "(") or (is_opening and is_lead and not token.speech)
            at += 1
            continue
        if is_opening and _is_ordinary(tokens, at, last, ordinary):
            is_opening, at = False, at + 1
            continue
        end = _end_of(tokens, at, last)
        yield Run(at, end, token.start, tokens[end - 1].end, is_opening)
        at, is_opening = end, False


def _is_name_word(token: Token) -> bool:
    if token.is_mark or token.words in _NO_NAMES or token.low.endswith(_NO_NAME_ENDS):
        return False
    return token.is_capital or _SMALL_FIRST.match(token.words) is not None


def _is_named_as_month(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a month is the name of somebody: `April Dawes`."""
    before = tokens[at - 1].low if at else ""
    is_given = tokens[at].words in _GIVEN and before not in PREPOSITIONS
    return (
        is_given
        and at + 1 < last
        and _is_name_word(tokens[at + 1])
        and tokens[at + 1].words not in BODY_NOUNS
    )


def _is_money(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether letters are those of a currency: `US$6.2 million`."""
    return at + 1 < last and tokens[at + 1].words == "$" and tokens[at + 1].start == tokens[at].end


def _is_ordinary(tokens: Sequence[Token], at: int, last: int, ordinary: frozenset[str]) -> bool:
    """Whether the first word of a sentence has its capital only from there."""
    word = tokens[at].words
    if tokens[at].low in _FUNCTION and word not in BY_FORM:
        return True
    known = (BY_FORM, BY_ADJECTIVE, BY_CAPITAL, HONORIFICS, OFFICES)
    if any(word in each for each in known):
        return False
    if (
        word.endswith(_VERB_ENDINGS)
        and word not in _GIVEN
        and word not in BODY_NOUNS
        and len(word) > _SHORTEST
    ):
        return True
    if not word.isupper() and tokens[at].low in ordinary:
        follows = at + 1 < last and _is_name_word(tokens[at + 1]) and tokens[at + 1].words in BODY_NOUNS
        return not follows
    return False


def _end_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token behind the run that begins at a token."""
    end = first + 1
    while end < last and end - first < _LONGEST:
        step = _step(tokens, first, end, last)
        if not step:
            break
        end += step
    return end


def _step(tokens: Sequence[Token], first: int, end: int, last: int) -> int:
    """How many tokens more belong to a run that goes as far as `end`; 0 where it is over."""
    token = tokens[end]
    if _is_name_word(token):
        return 1
    follows = end + 1 < last and _is_name_word(tokens[end + 1])
    is_close = token.start == tokens[end - 1].end
    if token.words == "-" and is_close:
        return 2 if follows and tokens[end + 1].start == token.end else 0
    if token.low in _POSSESSIVES and is_close:
        return 2 if follows and _is_owned_name(tokens, end) else _second_owner(tokens, end, last)
    if token.words == "&" or (token.words == "." and len(tokens[end - 1].words) == 1):
        return 2 if follows else 0
    if token.low in PARTICLES:
        for count in (1, 2):
            if end + count < last and _is_name_word(tokens[end + count]):
                return count + 1
            if end + count < last and tokens[end + count].low not in PARTICLES:
                break
    return _joined(tokens, first, end, last)


def _is_owned_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a possessive mark stands within a name: `Hauliers’ Federation`, `Children’s Fund`."""
    owner = tokens[at - 1].words
    if at > 1 and tokens[at - 2].words in _SAINTS and tokens[at + 1].words in BODY_NOUNS:
        return True
    is_plural = tokens[at].low != "'s" and owner.endswith("s")
    return (is_plural or owner in _OWNERS or owner.endswith("men")) and owner not in BY_FORM


def _second_owner(tokens: Sequence[Token], at: int, last: int) -> int:
    """The words from one mark of two owners to the noun of a body: `Seafarers’ and Dockers’ Union`."""
    behind = tokens[at + 1 : min(last, at + 5)]
    is_pair = len(behind) == 4 and behind[0].low == "and" and behind[2].low in _POSSESSIVES
    return 5 if is_pair and behind[1].is_capital and behind[3].words in BODY_NOUNS else 0


def _joined(tokens: Sequence[Token], first: int, end: int, last: int) -> int:
    """The words that go on with `of`, `for the` and the like in the name of a body or in an office."""
    low = tokens[end].low
    at = end + 1
    if at < last and tokens[at].low in (_BEFORE_LAST if low == "for" else ("the",)):
        at += 1
    if low not in JOINERS or at >= last or not _is_name_word(tokens[at]):
        return 0
    words = [each.words for each in tokens[first:end]]
    return at + 1 - end if _joins(tokens, first, words, low, at) else 0


def _joins(tokens: Sequence[Token], first: int, words: list[str], low: str, at: int) -> bool:
    """Whether a small word joins those before it and the one at a token in one name."""
    end = first + len(words)
    is_body = any(word in BODY_NOUNS for word in words) and words[-1] not in OFFICE_ENDS
    if low == "of":
        is_office = any((words[-1], "of", tokens[at].words) == each for each in OFFICES_OF)
        return is_office or is_body or words[-1] in _OF
    if low == "and":
        is_joined = is_body and not JOINERS.isdisjoint(words)
        is_long = is_joined and (_goes_on(tokens, end, at) or _has_letters(tokens, at))
        is_short = words[-1] not in BODY_NOUNS
        return is_long or (is_short and (_ends_as_company(tokens, at) or _is_party(tokens, first, at)))
    if low in ("on", "in", "to"):
        return is_body and ((low == "on" and words[-1] in _ON) or _has_letters(tokens, at))
    return is_body or (low == "for" and _is_of_party(tokens, at))


def _goes_on(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether `and` joins two things in one name: `Ministry of Health and Welfare`."""
    word = tokens[at].words
    if word in _TOPICS and tokens[end + 1].low != "the":
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if word.endswith("s") and tokens[end - 1].words.endswith("s") and word not in BY_FORM:
        # `Association of Savers and Pensioners`
        return after is None or not after.is_capital
    is_other = (
        word in BY_FORM or word.isupper() or word in BODY_NOUNS or word in OFFICES or word in HONORIFICS
    )
    return tokens[end + 1].low != "the" and not is_other and not (after is not None and after.is_capital)


def _has_letters(tokens: Sequence[Token], at: int) -> bool:
    """Whether letters in brackets follow: `Mission in Lower Kasa (UNMILK)`."""
    while at < len(tokens) and _is_name_word(tokens[at]):
        at += 1
    return at + 1 < len(tokens) and tokens[at].words == "(" and tokens[at + 1].words.isupper()


def _is_party(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the noun of a party follows two words: `the Bread and Land party`."""
    return _is_of_party(tokens, at) and first > 0 and tokens[first - 1].low == "the"


def _is_of_party(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun of a party follows a token: `the opposition Bread for All alliance`."""
    return at + 1 < len(tokens) and tokens[at + 1].low in PARTIES


def _ends_as_company(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words from a token on end as companies do: `Engine Corp.` behind `Truck and`."""
    stop = at
    while stop < len(tokens) and _is_name_word(tokens[stop]) and stop - at < 4:
        stop += 1
    return stop > at and tokens[stop - 1].words in _COMPANIES
