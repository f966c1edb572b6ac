"""Everybody that is found while an article is read, under all the names that it gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefbook.distil.draft import ActorKind
from briefbook.text.cues import HONORIFICS

_JOINERS = frozenset(("of", "on", "for"))
_ARTICLES = frozenset(("the", "a", "an", "some", "several", "many", "most"))


@dataclass(slots=True)
class Entry:
    """Somebody as far as the article is read."""

    name: str
    kind: ActorKind
    start: int
    role: str = ""
    affiliation: str = ""
    forms: dict[str, None] = field(default_factory=dict)
    """All forms of the name, the longest name aside, in the order of the article."""
    is_known: bool = False
    """Whether a table or the book says who it is."""
    acts: int = 0
    """How often it does, says or owns something."""
    gender: str = ""
    """m or f, where a title says."""
    context: tuple[int, int] = (0, 0)
    """The words around the name that say what it is: `spokeswoman X of Y`."""
    owner: str = ""
    """`its`, `their`: whose that it is stands in a sentence before."""
    known: str = ""
    """Its id in the book, where it has one."""
    is_anonymous: bool = False


def key_of(words: str) -> str:
    """A name as names are compared: without case, stops and articles."""
    parts = words.replace("’", "'").replace(".", "").casefold().split()
    while len(parts) > 1 and parts[0] in _ARTICLES:
        del parts[0]
    return " ".join(parts)


class Roster:
    """The entries, found by any of their names."""

    def __init__(self) -> None:
        self._by_key: dict[str, Entry] = {}
        self._by_surname: dict[str, Entry] = {}
        self._by_first: dict[str, Entry | None] = {}
        self.entries: list[Entry] = []
        self._by_part: dict[str, Entry] = {}
        self.adjectives: dict[str, Entry] = {}
        """`Brennian` of a state that stands in no list."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def add(self, entry: Entry, *forms: str) -> Entry:
        """An entry, or the one that has its name already."""
        found = self.find(entry.name)
        if found is None:
            found = entry
            self.entries.append(entry)
        self.name(found, entry.name, *forms)
        return found

    def name(self, entry: Entry, *forms: str) -> None:
        """Gives an entry more names."""
        for form in forms:
            entry.forms.setdefault(form)
            self._by_key.setdefault(key_of(form), entry)
        if entry.kind == "person":
            parts = _bare(entry.name)
            if parts:
                self._by_surname.setdefault(parts[-1], entry)
        elif entry.kind in ("organisation", "armed_group"):
            words = entry.name.split()
            for at, word in enumerate(words[1:], 1):
                if word in _JOINERS:
                    self._by_part.setdefault(" ".join(words[:at]), entry)
            if len(words) > 1:
                self._by_part.setdefault("".join(word[0] for word in words if word[0].isupper()), entry)
            if len(words) > 1 and len(words[0]) > 3 and words[0][0].isupper():
                self._by_first[words[0]] = entry if self._by_first.get(words[0], entry) is entry else None

    def merge(self, other: Entry, entry: Entry) -> None:
        """Makes one entry of two that turn out to be the same."""
        self.entries.remove(other)
        for key, each in self._by_key.items():
            if each is other:
                self._by_key[key] = entry
        entry.forms.update(other.forms)
        entry.acts += other.acts

    def find(self, words: str) -> Entry | None:
        """The entry with exactly that name, but for articles and stops."""
        return self._by_key.get(key_of(words))

    def surnamed(self, words: str) -> Entry | None:
        """The person whose surname ends a name, where nothing in it speaks against that."""
        parts = _bare(words)
        found = self._by_surname.get(parts[-1]) if parts else None
        if found is None:
            return None
        own = {part for form in (found.name, *found.forms) for part in _bare(form)}
        return found if set(parts) <= own else None

    def part_of(self, words: str) -> Entry | None:
        """The body whose name goes on with `of`, or whose first letters these are: `IRGC`."""
        return self._by_part.get(words)

    def short_for(self, word: str) -> Entry | None:
        """The one body whose name begins with a word: `Brightwater` of `Brightwater Metals`."""
        return self._by_first.get(word)


def _bare(name: str) -> list[str]:
    parts = name.casefold().replace("’", "'").split()
    while len(parts) > 1 and parts[0].strip(".") in HONORIFICS:
        del parts[0]
    return parts
