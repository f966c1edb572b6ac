"""The runs of capital words in a sentence, each with what of it is title, place of origin and name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.table import words_of
from briefbook.text.cues import AUXILIARIES, CONJUNCTIONS, OPENERS, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

HONORIFICS = frozenset(words_of("persons", "honorifics"))
OFFICES = frozenset(words_of("persons", "offices"))
OFFICE_ENDS = frozenset(words_of("persons", "office_ends"))
BODY_NOUNS = frozenset(words_of("bodies", "nouns"))
ARMED_NOUNS = frozenset(words_of("bodies", "armed"))
_OFFICES_OF = tuple(tuple(each.split()) for each in words_of("persons", "offices_of"))
_PARTICLES = frozenset(words_of("persons", "particles"))
_OWNERS = frozenset(words_of("bodies", "owners"))
_JOINERS = frozenset(words_of("bodies", "joiners"))
_ON = frozenset("Council Committee Commission Conference Group Panel Agency Tribunal".split())
_TIMES = frozenset(
    form for line in words_of("dates", "months") for form in line.split() if form != "May"
) | frozenset(words_of("dates", "weekdays"))
_FUNCTION = (
    (OPENERS | AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | RELATIVES)
    - {each.lower() for each in OFFICES | HONORIFICS}
) | frozenset(
    """
    he she it they we i you this that these those there here not no yes its his her their our my
    your some any many most several few all both each every other another such only even still so
    then thus also what who why how where when mr's one two three four five six seven eight nine ten
    more less much reports documents people
    """.split()
)
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
        if not _is_name_word(token) or _is_money(tokens, at, last):
            is_opening = token.words in ("“", '"', ":", "(") or (
                is_opening and token.is_mark and not token.speech
            )
            at += 1
            continue
        if is_opening and _is_ordinary(tokens, at, last, ordinary):
            is_opening, at = False, at + 1
            continue
        end = _end_of(tokens, at, last)
        yield Run(at, end, token.start, tokens[end - 1].end, is_opening)
        at, is_opening = end, False


def _is_name_word(token: Token) -> bool:
    return token.is_capital and not token.is_mark and token.words not in _TIMES and token.words != "I"


def _is_money(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether letters are those of a currency: `US$6.2 million`."""
    return at + 1 < last and tokens[at + 1].words == "$" and tokens[at + 1].start == tokens[at].end


def _is_ordinary(tokens: Sequence[Token], at: int, last: int, ordinary: frozenset[str]) -> bool:
    """Whether the first word of a sentence has its capital only from there."""
    word = tokens[at].words
    if tokens[at].low in _FUNCTION and word not in BY_FORM:
        return True
    if word in BY_FORM or word in BY_ADJECTIVE or word in HONORIFICS or word in OFFICES:
        return False
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
        # A name does not go on with a body that everybody knows: `the Ministry of Health UNICEF`.
        return 1
    if token.words == "-" and end + 1 < last and token.start == tokens[end - 1].end:
        return 2 if _is_name_word(tokens[end + 1]) and tokens[end + 1].start == token.end else 0
    if token.low in _POSSESSIVES and token.start == tokens[end - 1].end:
        return 2 if _is_owned_name(tokens, end, last) else 0
    if token.words == "." and len(tokens[end - 1].words) == 1 and end + 1 < last:
        return 2 if _is_name_word(tokens[end + 1]) else 0
    if token.low in _PARTICLES:
        for count in (1, 2):
            if end + count < last and _is_name_word(tokens[end + count]):
                return count + 1
            if end + count < last and tokens[end + count].low not in _PARTICLES:
                break
    return _joined(tokens, first, end, last)


def _is_owned_name(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a possessive mark stands within a name: `Hauliers’ Federation`, `Children’s Fund`."""
    if at + 1 >= last or not _is_name_word(tokens[at + 1]):
        return False
    owner = tokens[at - 1].words
    is_plural = tokens[at].low != "'s" and owner.endswith("s")
    return (is_plural or owner in _OWNERS or owner.endswith("men")) and owner not in BY_FORM


def _joined(tokens: Sequence[Token], first: int, end: int, last: int) -> int:
    """The words that go on with `of`, `for the` and the like in the name of a body or in an office."""
    low = tokens[end].low
    if low not in _JOINERS:
        return 0
    at = end + 1
    if at < last and tokens[at].low == "the":
        at += 1
    if at >= last or not _is_name_word(tokens[at]):
        return 0
    words = [each.words for each in tokens[first:end]]
    if low == "of" and any((*words[-1:], "of", tokens[at].words) == each for each in _OFFICES_OF):
        return at + 1 - end
    if low == "of" and words[-1] in ("Republic", "Kingdom", "Government"):
        return at + 1 - end
    is_body = any(word in BODY_NOUNS for word in words) and words[-1] not in OFFICE_ENDS
    if low == "and":
        return (
            at + 1 - end
            if is_body and "of" in [each.low for each in tokens[first:end]] and _goes_on(tokens, end, at)
            else 0
        )
    if low in ("on", "in", "to"):
        return at + 1 - end if is_body and words[-1] in _ON and low == "on" else 0
    return at + 1 - end if is_body else 0


def _goes_on(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether `and` joins two things in one name: `Ministry of Health and Welfare`."""
    word = tokens[at].words
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    is_other = (
        word in BY_FORM or word.isupper() or word in BODY_NOUNS or word in OFFICES or word in HONORIFICS
    )
    return tokens[end + 1].low != "the" and not is_other and not (after is not None and after.is_capital)


class Parsed(NamedTuple):
    """A run, taken apart."""

    origin: str
    """What stands before a title: `Iranian`, `BSA`."""
    title: str
    """An office or honorific; empty where it has none."""
    name: str
    """The rest; empty where a title stands alone."""
    start: int
    """Where the name begins."""


def parse_run(text: str, tokens: Sequence[Token], run: Run) -> Parsed:
    """The title and the name in a run: `Interior Minister` and `Karl Vandemeer`."""
    words = [each.words for each in tokens[run.first : run.last]]
    at = _title_end(words)
    origin = _origin_end(words) if at else 0
    title = _between(text, tokens, run.first + origin, run.first + at)
    name = _between(text, tokens, run.first + at, run.last)
    start = tokens[run.first + at].start if run.first + at < run.last else run.end
    return Parsed(_between(text, tokens, run.first, run.first + origin), title, name, start)


def _between(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(text[tokens[first].start : tokens[last - 1].end].split()) if first < last else ""


def _origin_end(words: list[str]) -> int:
    """How many words before a title say whose it is."""
    for count in (3, 2, 1):
        phrase = " ".join(words[:count])
        if phrase in BY_ADJECTIVE or phrase in BY_FORM:
            return count
    at = 0
    while at < len(words) and words[at] not in OFFICES and words[at] not in HONORIFICS:
        at += 1
    return at if at < len(words) and at else 0


def _title_end(words: list[str]) -> int:
    """How many words are origin and title; 0 where there is no title before a name."""
    best = 0
    for at, word in enumerate(words):
        if at > best + 4:
            break
        if word in HONORIFICS or (
            word in OFFICE_ENDS
            and not (at + 1 < len(words) and words[at + 1] in BODY_NOUNS and words[at + 1] not in OFFICES)
        ):
            best = at + 1
        for office in _OFFICES_OF:
            if tuple(words[at : at + len(office)]) == office:
                best = at + len(office)
    is_of = best < len(words) and words[best] in ("of", "for")
    return 0 if is_of and best else best
