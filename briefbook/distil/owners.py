"""Whose somebody or something is, read from words alone: a dateline, a name, a role, an apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.distil.article import Article
from briefbook.distil.known import BY_FORM
from briefbook.distil.phrases import ARTICLES, BODY_WORDS, OWNERS
from briefbook.distil.runs import BODY_NOUNS, JOINERS, OFFICES, TIMES
from briefbook.distil.table import words_of
from briefbook.text.cues import CONJUNCTIONS, PREPOSITIONS, RELATIVES

BARE = frozenset(words_of("bodies", "bare"))
OFFICIAL = frozenset(words_of("bodies", "official_bodies"))
BELONGING = frozenset(words_of("persons", "belonging"))
_GENERAL = BODY_NOUNS | OFFICES | frozenset(words_of("bodies", "of_state")) | JOINERS
_OWNED = re.compile(r"(?:(?<=s)[’']|[’']s) ")
_STATE = re.compile(r"[A-Z][^,(\n]+, ([A-Z][a-z]+(?: [A-Z][a-z]+)*)(?:,| \(| [—–-]|\.)")
_PLACING = frozenset(words_of("persons", "placing"))
WORKPLACES = (BODY_WORDS | BARE | frozenset(words_of("persons", "workplaces"))) - frozenset(
    words_of("persons", "no_workplaces")
)
"""Nouns of bodies, and of places at which somebody works."""
_BEFORE_BODY = BODY_WORDS | frozenset(words_of("persons", "before_body"))
_MINISTERS = frozenset(words_of("persons", "minister")) | frozenset(words_of("persons", "secretary"))
_FOR = frozenset(words_of("persons", "portfolio_behind"))
_LEADS = frozenset(words_of("groups", "one")) | frozenset(words_of("groups", "determiners"))
"""Words before the noun of a body that are no part of what it is called."""
_OF_HOME = frozenset(words_of("bodies", "of_home")) | frozenset(words_of("bodies", "of_state"))
_OFFICIAL_ENDS = frozenset(words_of("bodies", "official_ends"))
_WIDER = frozenset(words_of("bodies", "wider")) | frozenset(words_of("states", "regional"))
_BEFORE_NOUN = ARTICLES | OWNERS
_PEOPLE = frozenset(words_of("groups", "people"))
_OVER = PREPOSITIONS | CONJUNCTIONS | RELATIVES
_MOST_OWNER, _MOST_LETTERS, _MOST_SMALL = 4, 6, 4
"""Words of an owner, letters of a short name, small words of a body or before its name."""


def city_of(article: Article) -> str:
    """The city from which an article is: `Lanham` of `LANHAM — For almost six years`."""
    first = next((each for each in article.paragraphs if each.part == "body"), None)
    line = article.text[first.start : first.lead] if first is not None else ""
    city = re.split(r"[,(—–/]| -", line)[0].strip().title()
    is_name = all(map(str.isalpha, city.replace("-", " ").replace("’", " ").split()))
    return city if city and is_name and city in article.text else ""


def state_of(article: Article) -> str:
    """The state in a dateline, where it names one: `Marrova` of `ORLAND, Marrova, April 14 —`."""
    first = next((each for each in article.paragraphs if each.part == "body"), None)
    line = article.text[first.start : first.lead] if first is not None else ""
    found = _STATE.match(line)
    return found[1] if found and found[1] not in TIMES else ""


def place_in(name: str) -> str:
    """`Lanham` of `Lanham Police Department`, `United Nations` of `United Nations Office for X`."""
    words = name.split()
    for count in (2, 1):
        known = BY_FORM.get(" ".join(words[:count])) if len(words) > count else None
        if known is not None:
            return known.name
    is_local = len(words) > 1 and OFFICIAL & set(words[1:]) and words[0] not in _GENERAL
    return words[0] if is_local else ""


def is_official(name: str) -> bool:
    """Whether a body is one of a state by its nouns: `Senate`, `civil aviation authority`."""
    words = name.split()
    is_wider = words[0] in _WIDER
    is_own = words[-1] in _OFFICIAL_ENDS or not (OFFICIAL | _OF_HOME).isdisjoint(words)
    return name in BARE or (is_own and not is_wider)


def body_in(role: str) -> str:
    """`finance ministry` of `finance ministry spokesman`."""
    words = role.split()
    while words and words[0].lower() in _LEADS:
        del words[0]
    lows = enumerate(map(str.lower, words[:-1]), 1)
    stop = next((at for at, low in lows if low in BODY_WORDS or low in BARE), 0)
    return " ".join(words[:stop])


def body_behind(words: str, name: str) -> str:
    """`Western Bori` of `the Governor of Western Bori`: the capital words behind `of`, `at` or `from`."""
    parts = (words.replace(name, " , ") if name else words).replace(",", " ,").split()
    # In `director for the North at Orme`, Orme is the body.
    order = sorted(range(len(parts) - 1), key=lambda at: parts[at] not in _PLACING)
    for at in order:
        part, first = parts[at], _name_from(parts, at + 1)
        if part in _FOR and at and parts[at - 1].lower() in _MINISTERS:
            continue
        # `Minister of Water` and `Secretary of State` name what an office is for.
        if part in BELONGING and _begins_name(parts, first) and parts[first] not in OFFICES:
            stop = first + parts[first][:1].isdigit()
            while stop < len(parts) and (parts[stop][:1].isupper() or parts[stop] in ("of", "for", "&")):
                stop += 1
            if stop == first + 1:
                # `the Lantican army`; `the Unite union` is Unite
                end = _noun_end(parts, stop)
                stop = end if " ".join(parts[stop:end]) in BARE else stop
            found = " ".join(parts[first:stop]).removesuffix("’s").removesuffix("'s")
            if not (found.isupper() and len(found) > _MOST_LETTERS):
                return found
    return ""


def _begins_name(parts: Sequence[str], at: int) -> bool:
    """Whether a name begins at a word: `Orme`, and `3rd Brigade`."""
    is_numbered = parts[at][:1].isdigit() and at + 1 < len(parts) and parts[at + 1][:1].isupper()
    return parts[at][:1].isupper() or is_numbered


def _name_from(parts: Sequence[str], at: int) -> int:
    """Where the name begins behind small words: `of neighbouring Lantica`, `of the group Open Ledger`."""
    first = at + (parts[at] == "the" and at + 1 < len(parts))
    stop = first
    while stop < len(parts) - 1 and stop - first < _MOST_SMALL and parts[stop].islower():
        stop += 1
    return stop if stop > first and parts[stop - 1] in _BEFORE_BODY else first


def workplace_in(words: str) -> str:
    """`budget committee` of `chair of the budget committee`: small words behind `of`, `at` or `from`."""
    parts = words.replace(",", " , ").split()
    for at, part in enumerate(parts[:-1]):
        first = at + 1 + (parts[at + 1] in _BEFORE_NOUN)
        if part in BELONGING and (stop := _noun_end(parts, first)):
            return " ".join(parts[first:stop])
    return ""


def _noun_end(parts: Sequence[str], first: int) -> int:
    """Where small words end whose last one is the noun of a body; 0 where they do not name one."""
    stop = first
    last = min(len(parts), first + _MOST_SMALL)
    while stop < last and parts[stop].islower() and parts[stop] not in _OVER:
        stop += 1
    # not `at the centre of the storm`
    is_figure = stop == first + 1 and stop < len(parts) and parts[stop] == "of"
    return stop if stop > first and parts[stop - 1] in WORKPLACES and not is_figure else 0


def part_called(text: str, ending: str) -> str:
    """The first part of a country in a text whose name ends so: `Millbrook County`."""
    found = re.search(rf"\b(?:[A-Z]\w{{1,40}} ){{1,2}}{ending}\b", text)
    return found[0] if found else ""


def owner_in(words: str) -> str:
    """`Labour` of `Labour’s Anna Kettle`, `union` of `the union’s negotiator`."""
    owner, mark, _ = _OWNED.sub("’s ", words, count=1).partition("’s ")
    owner = owner.rpartition(",")[2].strip()
    owner = owner.removeprefix("the ").removeprefix("The ")
    if mark and owner.split()[-1:] and owner.split()[-1] in WORKPLACES | _PEOPLE:
        return owner.split()[-1]
    is_name = mark and len(owner.split()) < _MOST_OWNER and owner[:1].isupper() and owner.istitle()
    return owner if is_name else ""
