"""What of a run of capital words is title, what says whose it is, and what is the name."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.runs import BODY_NOUNS, HONORIFICS, OFFICE_ENDS, OFFICES, OFFICES_OF, Run
from briefbook.distil.table import words_of
from briefbook.text.narrative import Token

_LETTERS = frozenset(words_of("persons", "letters"))
SEATS = frozenset(words_of("persons", "seats"))
_REGNAL = frozenset(words_of("persons", "regnal"))
"""Titles by which bodies are named too: `King Oskar Hospital`."""
_PLAIN = frozenset(each.strip(".") for each in words_of("persons", "plain_titles"))
_SHORT = dict(line.split() for line in words_of("persons", "titles"))
_ROLES = frozenset(words_of("persons", "roles"))
_MEN = frozenset(each.strip(".").lower() for each in words_of("persons", "men"))
_OF_WOMEN = frozenset(words_of("persons", "of_women"))
_OF_MEN = frozenset(words_of("persons", "of_men"))
_WOMEN = frozenset(each.strip(".").lower() for each in words_of("persons", "women"))
_MOST_BETWEEN = 4
"""Words from one word of an office to the next."""


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
    last = run.last
    while last - run.first > 2 and tokens[last - 1].words in _LETTERS:
        last -= 1
    words = [each.words for each in tokens[run.first : last]]
    at = _title_end(words) or _opening_role(words, run)
    origin = _origin_end(words) if at else 0
    title = _between(text, tokens, run.first + origin, run.first + at)
    name = _between(text, tokens, run.first + at, last)
    start = tokens[run.first + at].start if run.first + at < last else run.end
    return Parsed(_between(text, tokens, run.first, run.first + origin), title, name, start)


def letters_of(tokens: Sequence[Token], run: Run) -> str:
    """The letters behind a name that say what somebody is: `MP`."""
    word = tokens[run.last - 1].words
    return word if word in SEATS and run.last - run.first > 2 else ""


def role_of_title(title: str) -> str:
    """A title as a role; `Ms.` is none, `Gen.` is `general`."""
    words = title.split()
    while words and words[0].strip(".") in _PLAIN:
        del words[0]
    return " ".join(_SHORT.get(word, word) for word in words)


def gender_of(*words: str) -> str:
    """The sex that a title or role tells: `m` or `f`, else nothing."""
    parts = {part.strip(".,").lower() for each in words for part in each.split()}
    if parts & _WOMEN:
        return "f"
    return "m" if parts & _MEN else ""


def gender_of_name(name: str) -> str:
    """The sex that a given name tells, where it tells it surely: `m` or `f`, else nothing."""
    given = name.split("-", maxsplit=1)[0].split()[:1]
    if _OF_WOMEN.issuperset(given):
        return "f" if given else ""
    return "m" if _OF_MEN.issuperset(given) else ""


def _between(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(text[tokens[first].start : tokens[last - 1].end].split()) if first < last else ""


def _origin_end(words: Sequence[str]) -> int:
    """How many words before a title say whose it is."""
    for count in (3, 2, 1):
        phrase = " ".join(words[:count])
        if phrase in BY_ADJECTIVE or phrase in BY_FORM:
            return count
    return next((at for at, word in enumerate(words) if word in OFFICES or word in HONORIFICS), 0)


def _title_end(words: Sequence[str]) -> int:
    """How many words are origin and title; 0 where there is no title before a name."""
    best = 0
    if words[0] in _REGNAL and not BODY_NOUNS.isdisjoint(words[2:]):
        return 0
    if any(one in BODY_NOUNS and two in ("of", "for") for one, two in itertools.pairwise(words)):
        return 0
    for at, word in enumerate(words):
        if at > best + _MOST_BETWEEN:
            break
        is_seat = word in SEATS and 0 < at < len(words) - 1
        if word in HONORIFICS or is_seat or (word in OFFICE_ENDS and not _begins_body(words, at)):
            best = at + 1
        for office in OFFICES_OF:
            if tuple(words[at : at + len(office)]) == office:
                best = at + len(office)
    is_of = best < len(words) and words[best] in ("of", "for")
    return 0 if is_of and best else best


def _opening_role(words: Sequence[str], run: Run) -> int:
    """1 where a role opens a sentence and has its capital letter from there: `Lawyer Karl Oss said`."""
    return int(run.is_opening and len(words) > 2 and words[0].lower() in _ROLES)


def _begins_body(words: Sequence[str], at: int) -> bool:
    """Whether the word of an office is one of a body: `Secretary` in `Chief Secretary Office`."""
    return at + 1 < len(words) and words[at + 1] in BODY_NOUNS and words[at + 1] not in OFFICES
