"""Whose somebody or something is, read from words alone: a dateline, a name, a role, an apposition."""

from __future__ import annotations

import re

from briefbook.distil.article import Article
from briefbook.distil.known import BY_FORM
from briefbook.distil.phrases import BODY_WORDS
from briefbook.distil.runs import BODY_NOUNS, JOINERS, OFFICES
from briefbook.distil.table import words_of

BARE = frozenset(words_of("bodies", "bare"))
OFFICIAL = frozenset(words_of("bodies", "official_bodies"))
BELONGING = frozenset(words_of("persons", "belonging"))
_GENERAL = BODY_NOUNS | OFFICES | frozenset(words_of("bodies", "of_state")) | JOINERS
_OWNED = re.compile(r"(?:(?<=s)[’']|[’']s) ")
_STATE = re.compile(r"[A-Z][^,(\n]+, ([A-Z][a-z]+(?: [A-Z][a-z]+)*)(?:,| \(| [—–-]|\.)")
_MOST_OWNER, _MOST_LETTERS = 4, 6
"""Words of an owner, letters of a short name."""


def city_of(article: Article) -> str:
    """The city from which an article is: `Lanham` of `LANHAM — For almost six years`."""
    first = next((each for each in article.paragraphs if each.part == "body"), None)
    line = article.text[first.start : first.lead] if first is not None else ""
    city = re.split(r"[,(—–/]| -", line)[0].strip().title()
    return city if city and city in article.text else ""


def state_of(article: Article) -> str:
    """The state in a dateline, where it names one: `Marrova` of `ORLAND, Marrova, April 14 —`."""
    first = next((each for each in article.paragraphs if each.part == "body"), None)
    line = article.text[first.start : first.lead] if first is not None else ""
    found = _STATE.match(line)
    return found[1] if found else ""


def place_in(name: str) -> str:
    """`Lanham` of `Lanham Police Department`, `United Nations` of `United Nations Office for X`."""
    words = name.split()
    for count in (2, 1):
        known = BY_FORM.get(" ".join(words[:count])) if len(words) > count else None
        if known is not None:
            return known.name
    is_local = len(words) > 1 and OFFICIAL & set(words[1:]) and words[0] not in _GENERAL
    return words[0] if is_local else ""


def body_in(role: str) -> str:
    """`finance ministry` of `finance ministry spokesman`."""
    words = role.split()
    stop = next((at for at, word in enumerate(words[:-1], 1) if word in BODY_WORDS or word in BARE), 0)
    return " ".join(words[:stop])


def body_behind(words: str, name: str) -> str:
    """`Western Bori` of `the Governor of Western Bori`: the capital words behind `of`, `at` or `from`."""
    parts = words.replace(name, " , ").replace(",", " ,").split()
    for at, part in enumerate(parts[:-1]):
        first = at + 1 + (parts[at + 1] == "the" and at + 2 < len(parts))
        # `Minister of Water` and `Secretary of State` name what an office is for.
        if part in BELONGING and parts[first][:1].isupper() and parts[first] not in OFFICES:
            stop = first
            while stop < len(parts) and (parts[stop][:1].isupper() or parts[stop] in ("of", "for", "&")):
                stop += 1
            found = " ".join(parts[first:stop]).removesuffix("’s").removesuffix("'s")
            if not (found.isupper() and len(found) > _MOST_LETTERS):
                return found
    return ""


def owner_in(words: str) -> str:
    """`Labour` of `Labour’s Anna Kettle`, `union` of `the union’s negotiator`."""
    owner, mark, _ = _OWNED.sub("’s ", words, count=1).partition("’s ")
    owner = owner.rpartition(",")[2].strip()
    owner = owner.removeprefix("the ").removeprefix("The ")
    if mark and owner.split()[-1:] and owner.split()[-1] in BODY_WORDS:
        return owner.split()[-1]
    is_name = mark and len(owner.split()) < _MOST_OWNER and owner[:1].isupper() and owner.istitle()
    return owner if is_name else ""
