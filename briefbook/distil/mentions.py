"""Where an article names its actors, and whom a surname, a title or a pronoun stands for."""

from __future__ import annotations

import builtins
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from briefbook.distil.article import Article
from briefbook.distil.callings import heads_of, office_of
from briefbook.distil.known import BY_ADJECTIVE, BY_CAPITAL, BY_FORM
from briefbook.distil.phrases import ROLES
from briefbook.distil.roster import Entry, Roster, key_of
from briefbook.distil.runs import OFFICES, TIMES
from briefbook.distil.table import words_of
from briefbook.distil.titles import gender_of_name
from briefbook.text.cues import HONORIFICS

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'](?!s\b)[^\W_]+)*")
_PLACES = frozenset(words_of("states", "places"))
_PARTS = frozenset(words_of("states", "parts"))
_MEDIA = frozenset(words_of("references", "media"))
_HE, _SHE, _IT, _THEY = (words_of("references", key) for key in ("he", "she", "it", "they"))
_LEADS = frozenset(words_of("references", "leads"))
_NAME_BEHIND = re.compile(r"\s+[A-Z]")
_ON_LINE = re.compile(r" ([A-Z][\w.]*)")
_CAPITAL_BEFORE = re.compile(r"[a-z,;] ([A-Z][\w.’'-]*) $")
"""A word that stands with a capital right before a place, and not at the head of a sentence."""
_MOST_BEFORE = 40
_MEMORY = 200
Found = tuple[int, int, str]


class Mentions:
    """Finds the names of a roster in an article, and resolves words at a place."""

    def __init__(self, article: Article, roster: Roster, ids: Sequence[tuple[Entry, str]]) -> None:
        self._article = article
        self._roster = roster
        self._entries = {id: entry for entry, id in ids}
        self._ids = {id(entry): each for entry, each in ids}
        self._forms: dict[str, list[tuple[str, str]]] = {}
        self._heads: dict[str, list[str]] = {}
        self._offices: dict[str, list[tuple[str, str]]] = {}
        self._found: list[Found] = []
        self._starts: list[int] = []
        self._capitals = {entry.capital for entry, _ in ids} | BY_CAPITAL.keys()
        self._in_body: dict[str, list[Found]] = {}
        self._kept: Collection[str] = frozenset(self._entries)
        for entry, each in ids:
            self._add(entry, each)

    def _add(self, entry: Entry, id: str) -> None:
        for form in _forms(entry):
            first = _WORD.match(form)
            if first:
                self._forms.setdefault(first[0].casefold(), []).append((form, id))
        for head in heads_of(entry):
            self._heads.setdefault(head, []).append(id)
        office = office_of(entry)
        if office:
            self._offices.setdefault(office[0], []).append((" ".join(office), id))

    def find(self) -> list[Found]:
        """Every mention in order, each with its start, end and id."""
        for forms in self._forms.values():
            forms.sort(key=lambda each: -len(each[0]))
        self._found = list(self._scan())
        self._starts = [start for start, _, _ in self._found]
        for each in self._found:
            if self._article.part_at(each[0]) == "body":
                self._in_body.setdefault(each[2], []).append(each)
        return self._found

    def among(self, kept: Collection[str]) -> Mentions:
        """The same, where only some count."""
        self._kept = kept
        self._found = [each for each in self._found if each[2] in kept]
        self._starts = [start for start, _, _ in self._found]
        return self

    def _scan(self) -> Iterator[Found]:
        text, end = self._article.text, 0
        recent: dict[str, str] = {}
        previous = ""
        for match in _WORD.finditer(text):
            low, start = match[0].casefold(), match.start()
            if start >= end and (low in self._forms or low in self._heads or low in self._offices):
                found = self._at(low, start, match.end(), previous, recent)
                if found is not None:
                    yield found
                    end = found[1]
                    for head in heads_of(self._entries[found[2]]):
                        recent[head] = found[2]
            previous = low

    def _at(self, low: str, start: int, end: int, previous: str, recent: dict[str, str]) -> Found | None:
        text = self._article.text
        for form, id in self._forms.get(low, ()):
            last = start + len(form)
            if (
                _matches(text, form, start, last)
                and self._counts(form, previous)
                and not self._is_strange(id, form, start)
            ):
                return start, last, self._meant(id, form, start, previous)
        if previous in _LEADS and low in self._offices:
            held = self._inoffice_of(low, start)
            if held is not None:
                return held
        if previous in _LEADS and low in self._heads and not _is_named_behind(text, end):
            candidates = self._heads[low]
            if low in recent or len(candidates) == 1:
                return start, end, recent.get(low, candidates[0])
        return None

    def _inoffice_of(self, low: str, start: int) -> Found | None:
        """Who is named by a post of several words that only one holds: `the interior minister`."""
        held = [
            (start, start + len(office), id)
            for office, id in self._offices[low]
            if self._article.text[start : start + len(office)].casefold() == office
        ]
        # What goes on with a name is that one's title.
        is_title = bool(held) and _NAME_BEHIND.match(self._article.text, held[0][1]) is not None
        return held[0] if len(held) == 1 and not is_title else None

    def _meant(self, id: str, form: str, start: int, previous: str) -> str:
        """Of several with one surname the one whom the title before it means."""
        namesakes = self._roster.namesakes(form) if self._entries[id].kind == "person" else ()
        if len(namesakes) < 2 or " " in form:
            return id
        meant = self._roster.surnamed(f"{previous} {form}", start)
        return self._ids[builtins.id(meant)] if meant is not None else id

    def _is_strange(self, id: str, form: str, start: int) -> bool:
        """Whether a surname that only the book knows ends another name: `Port Oss`."""
        entry = self._entries[id]
        if not entry.known or entry.kind != "person" or " " in form:
            return False
        found = _CAPITAL_BEFORE.search(self._article.text[max(0, start - _MOST_BEFORE) : start])
        if found is None or found[1] in BY_ADJECTIVE or found[1] in OFFICES:
            return False
        own = {part.casefold() for each in (entry.name, *entry.forms) for part in each.split()}
        return found[1].casefold().strip(".") not in own | HONORIFICS | ROLES

    def _counts(self, form: str, previous: str) -> bool:
        """Whether a form names its actor there; a capital city does so where it is no place."""
        return form not in self._capitals or previous not in _PLACES

    def is_party(self, id: str) -> bool:
        """Whether somebody acts, speaks or is spoken of in the report itself, and is no mere place there."""
        entry = self._entries[id]
        places = self._in_body.get(id, ())
        if not places:
            # One that stands only in the words for another, as in `a spokesman for the council`.
            return entry.start >= 0 and entry.acts > 0
        if entry.kind == "state":
            return entry.acts > 0 or any(not self._is_place(start, end) for start, end, _ in places)
        if entry.name in _MEDIA:
            return entry.acts > 0
        return True

    def _is_place(self, start: int, end: int) -> bool:
        """Whether a name stands where something happens: `in Iran`, `the north of Iran`."""
        if self._article.text.startswith(("’s", "'s"), end):
            return False
        words = self._article.text[max(0, start - 40) : start].lower().split()
        words = words[:-1] if words[-1:] == ["the"] else words
        last = words[-1] if words else ""
        return words[-2] in _PARTS if last == "of" and len(words) > 1 else last in _PLACES

    def resolve(self, words: str, before: int) -> str:
        """Whom some words at a place stand for; empty where nobody knows."""
        key = key_of(words).removesuffix("'s")
        if key in _HE + _SHE:
            return self._person(before, "m" if key in _HE else "f")
        if key in _IT:
            return self._nearest(before, ("organisation", "armed_group", "state"))
        if key in _THEY:
            return self._nearest(before, ("group", "organisation", "armed_group"))
        entry = (
            self._roster.find(words) or self._roster.surnamed(words, before) or self._roster.short_for(words)
        )
        if entry is not None:
            return self._keep(self._ids[id(entry)])
        return self._headed(key, before)

    def _keep(self, id: str) -> str:
        return id if id in self._kept else ""

    def _headed(self, key: str, before: int) -> str:
        head = key.rpartition(" ")[2]
        candidates = [each for each in self._heads.get(head, ()) if each in self._kept]
        candidates = [each for each in candidates if key in self._entries[each].role.casefold()] or candidates
        for _, _, id in self._back(before):
            if id in candidates:
                return id
        return candidates[0] if len(candidates) == 1 else ""

    def _person(self, before: int, gender: str) -> str:
        """The nearest person before a place who may be meant by `he` or `she`."""
        for _, _, id in self._back(before):
            entry = self._entries[id]
            told = entry.gender or gender_of_name(entry.name)
            if entry.kind == "person" and told in ("", gender):
                return id
        return ""

    def _nearest(self, before: int, kinds: tuple[str, ...]) -> str:
        return next((id for _, _, id in self._back(before) if self._entries[id].kind in kinds), "")

    def _back(self, before: int) -> Iterator[Found]:
        """The mentions before a place, the nearest first, as far back as a reader remembers."""
        last = bisect_left(self._starts, before)
        return (self._found[at] for at in range(last - 1, max(-1, last - 1 - _MEMORY), -1))


def _forms(entry: Entry) -> list[str]:
    """All the words that name somebody in full, short forms and surnames among them."""
    forms = [entry.name, *entry.forms]
    if entry.is_known and entry.name in BY_FORM:
        known = BY_FORM[entry.name]
        forms += [*known.forms, *([known.capital] if known.capital else [])]
    if entry.kind == "person":
        parts = [each for each in entry.name.split() if each.casefold() not in HONORIFICS]
        # Behind a title stands the name itself; `Mr.` as a first word would begin too many forms.
        forms = [each for each in forms if " " not in each or each.split()[0].casefold() not in HONORIFICS]
        forms += [" ".join(parts), *parts[-1:]]
    if entry.is_anonymous:
        forms += [each[0].lower() + each[1:] for each in forms if each]
    return list(dict.fromkeys(each for each in forms if each))


def _is_named_behind(text: str, end: int) -> bool:
    """Whether a noun belongs to the name behind it: `the group Open Ledger`, not `told the group Monday`."""
    found = _ON_LINE.match(text, end)
    return found is not None and found[1] not in TIMES


def _matches(text: str, form: str, start: int, last: int) -> bool:
    """Whether a form stands at a place as whole words; a small letter may be a capital there."""
    part = text[start:last]
    if part != form and not (part[1:] == form[1:] and form[0].islower() and part[0] == form[0].upper()):
        return False
    return not (text[last : last + 1].isalnum() or text[last : last + 1] == "$")
