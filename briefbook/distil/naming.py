"""Names that a model finds: what the rules missed joins the cast, and what both found is sure."""

from __future__ import annotations

import re

from briefbook.distil.article import Article
from briefbook.distil.kinds import kind_by_words
from briefbook.distil.parse import Named, Parse
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.table import words_of
from briefbook.text.cues import HONORIFICS

_PLACES = frozenset(words_of("states", "places"))
_PARTICLES = frozenset(words_of("persons", "particles"))
_NOBODY = frozenset((*words_of("nobody", "nouns"), *words_of("nobody", "words")))
_ROLES = frozenset(words_of("persons", "roles"))
_ROLE_ENDS = words_of("names", "noun_ends")
_SMALL = frozenset((*words_of("names", "articles"), *words_of("names", "owners")))
_OWNER = re.compile(r"(?<=\w)[’']s?$")
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_LETTERS = re.compile(r"\s?\(([A-Z][\w&-]+)\)")
_FEWEST = 2
"""Words of a name; single ones are often places, and the rules know the surnames."""
_MOST_ROLE = 12


def add_names(article: Article, roster: Roster, parse: Parse) -> None:
    """Gives a roster the persons and bodies that a model names in an article."""
    naming = _Naming(article.text, roster)
    doers = {each.end for each in parse.subjects.values()}
    for each in parse.names:
        name = _OWNER.sub("", article.text[each.start : each.end])
        if "\n" in name:
            continue
        if each.label == "person":
            naming.person(each, _without_titles(name), does=each.end in doers)
        elif each.label == "organisation" and each.end in doers:
            naming.body(each, _ARTICLE.sub("", name))


class _Naming:
    """Adds what a model names in one article."""

    def __init__(self, text: str, roster: Roster) -> None:
        self._text = text
        self._roster = roster

    def person(self, named: Named, name: str, *, does: bool) -> None:
        """Somebody with two names or more who acts or has a post; and the post of somebody without one."""
        entry = self._known(name) or self._roster.surnamed(name) or self._shorter(name)
        if entry is None:
            is_somebody = does or _says_post(self._beside(named))
            if is_somebody and _is_personal(name) and self._word_before(named) not in _PLACES:
                entry = self._add(Entry(name, "person", named.start), named)
                entry.doubt = "the parser alone takes it for a person"
        elif name.startswith(f"{entry.name} ") and not entry.is_known:
            entry.name = name
        if entry is not None:
            self._roster.name(entry, name)
        if entry is not None and entry.kind == "person":
            entry.is_seconded = True
            self._give_post(entry, named)

    def body(self, named: Named, name: str) -> None:
        """A body with two words or more."""
        found = self._known(name)
        letters = _LETTERS.match(self._text, named.end)
        short = self._roster.find(letters[1]) if letters else None
        if found is not None and short not in (None, found):
            self._roster.merge(short, found)
        found = found or short
        if found is not None:
            self._roster.name(found, name)
            found.is_seconded = True
        elif _is_proper(name) and not self._roster.surnamed(name):
            has_particle = any(each in _PARTICLES for each in name.split())
            kind = kind_by_words(name) or ("person" if has_particle else "organisation")
            self._add(Entry(name, kind, named.start), named).doubt = "the parser alone takes it for a name"

    def _add(self, entry: Entry, named: Named) -> Entry:
        entry.context = (named.start, named.end)
        return self._roster.add(entry)

    def _known(self, name: str) -> Entry | None:
        """Whoever has the name, or is a body whose name goes on behind it: `Orme` of `Orme Ltd`."""
        longer = (each for each in self._roster if each.kind != "person" and each.name.startswith(f"{name} "))
        return self._roster.find(name) or next(longer, None)

    def _shorter(self, name: str) -> Entry | None:
        """A person whose name the rules cut: `Nasser bin Hadi` of `Nasser bin Hadi al-Muraikh`."""
        cut = (each for each in self._roster if name.startswith(f"{each.name} "))
        return next((each for each in cut if each.kind == "person" and not each.is_known), None)

    def _give_post(self, entry: Entry, named: Named) -> None:
        """The post in the words beside a name, for somebody who has none."""
        words = self._beside(named).replace("'s ", "’s ").rpartition("’s ")[2].split()
        while words and (words[0].lower() in _SMALL or words[0].strip(".").casefold() in HONORIFICS):
            del words[0]
        if words and len(words) <= _MOST_ROLE and not entry.role and not entry.is_known:
            entry.role = " ".join(words)
            entry.context = (min(named.beside[0], named.start), max(named.beside[1], named.end))

    def _beside(self, named: Named) -> str:
        return self._text[slice(*named.beside)]

    def _word_before(self, named: Named) -> str:
        words = self._text[max(0, named.start - 24) : named.start].split()
        return words[-1].lower() if words else ""


def _without_titles(name: str) -> str:
    parts = name.split(" ")
    while len(parts) > 1 and parts[0].strip(".").casefold() in HONORIFICS:
        del parts[0]
    return " ".join(parts)


def _says_post(words: str) -> bool:
    """Whether words beside a name say that it is a person's, and not a ship's."""
    return any(each.lower() in _ROLES or each.lower().endswith(_ROLE_ENDS) for each in words.split())


def _is_personal(name: str) -> bool:
    """Whether the words of a name may be a person's."""
    small = (each for each in name.split() if not each[0].isupper())
    return (
        _is_proper(name)
        and all(each in _PARTICLES or "-" in each or "’" in each for each in small)
        and kind_by_words(name) is None
    )


def _is_proper(name: str) -> bool:
    """Whether a name has two words, and none that makes it a place, a title or a post."""
    parts = name.split()
    titles = {each.strip(".").casefold() for each in parts} & (HONORIFICS | _ROLES)
    return len(parts) >= _FEWEST and name[0].isupper() and parts[-1] not in _NOBODY and not titles
