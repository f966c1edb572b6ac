"""Everybody that is found while an article is read, under all the names that it gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefbook.distil.draft import ActorKind
from briefbook.distil.table import words_of
from briefbook.distil.titles import gender_of
from briefbook.text.cues import HONORIFICS

_JOINERS = frozenset(("of", "on", "for"))
_FEWEST_LETTERS = 2
"""So few may be anything: `OL` in a ticker is not Oresund Lines."""
_ARTICLES = frozenset(words_of("references", "articles"))


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
    headed: str = ""
    """What is led by somebody: `the panel, led by X`."""
    origin: str = ""
    """What stands before a title: `Tesmar` in `Tesmar Governor X`."""
    owner: str = ""
    """`its`, `their`: whose that it is stands in a sentence before."""
    known: str = ""
    """Its id in the book, where it has one."""
    capital: str = ""
    """The city that may stand for a state of no list."""
    is_anonymous: bool = False
    is_away: bool = False
    """Whether nothing but its name can mean it: `the minister` is another one's here."""
    is_neighbour: bool = False
    """Whether the article speaks of it as a state beside its own."""
    is_seconded: bool = False
    """Whether a parser reads the same name."""
    doubt: str = ""
    """Why a person should look, where nothing but a parser's word stands for it."""


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
        self._by_surname: dict[str, list[Entry]] = {}
        self._by_given: dict[str, Entry | None] = {}
        self._by_last: dict[str, Entry | None] = {}
        self._by_first: dict[str, Entry | None] = {}
        self.entries: list[Entry] = []
        self._by_part: dict[str, Entry] = {}
        self.adjectives: dict[str, Entry] = {}
        """`Brennian` of a state that stands in no list."""
        self.setting: Entry | None = None
        """The state that the dateline or the headline names."""

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
            namesakes = self._by_surname.setdefault(parts[-1], []) if parts else []
            if parts and entry not in namesakes:
                namesakes.append(entry)
            if len(parts) > 1:
                self._by_given[parts[0]] = entry if self._by_given.get(parts[0], entry) is entry else None
        elif entry.kind in ("organisation", "armed_group"):
            words = entry.name.split()
            for at, word in enumerate(words[1:], 1):
                if word in _JOINERS:
                    self._by_part.setdefault(" ".join(words[:at]), entry)
                    if at > 2:
                        self._by_part.setdefault(" ".join(words[: at - 1]), entry)
                elif word == "and" and not _JOINERS.isdisjoint(words[:at]):
                    self._by_part.setdefault(" ".join(words[:at]), entry)
            letters = "".join(word[0] for word in words if word[0].isupper())
            if len(letters) > _FEWEST_LETTERS:
                self._by_part.setdefault(letters, entry)
            if len(words) > 2:
                self._by_part.setdefault(" ".join(words[:-1]), entry)
            if len(words) > 1 and len(words[0]) > 3 and words[0][0].isupper():
                self._by_first[words[0]] = entry if self._by_first.get(words[0], entry) is entry else None
                self._by_last[words[-1]] = entry if self._by_last.get(words[-1], entry) is entry else None

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

    def surnamed(self, words: str, before: int = -1) -> Entry | None:
        """The person whose surname ends a name, where nothing in it speaks against that.

        Of several it is one whose title and sex fit, and who stands nearest before a place.
        """
        parts = _bare(words)
        gender = gender_of(words)
        fit = [each for each in self.namesakes(words) if _fits(each, parts) and _agrees(each, gender)]
        return max(
            fit,
            key=lambda each: (_agrees(each, gender), each.start <= before, each.start),
            default=None,
        )

    def given(self, word: str) -> Entry | None:
        """The one person with a given name: `Gareth` of `Gareth Lyle`."""
        return self._by_given.get(word.casefold())

    def namesakes(self, words: str) -> Sequence[Entry]:
        """All persons whose surname ends a name."""
        parts = _bare(words)
        return self._by_surname.get(parts[-1], ()) if parts else ()

    def part_of(self, words: str) -> Entry | None:
        """The body whose name goes on with `of`, or whose first letters these are: `IRGC`."""
        return self._by_part.get(words)

    def short_for(self, word: str) -> Entry | None:
        """The one body whose name begins with a word: `Brightwater` of `Brightwater Metals`."""
        return self._by_first.get(word)

    def ending_in(self, word: str) -> Entry | None:
        """The one body whose name ends in a word: `Brigades` of `Harun Brigades`."""
        return self._by_last.get(word)


def _fits(entry: Entry, parts: list[str]) -> bool:
    """Whether somebody has all parts of a name, whatever the form of its marks."""
    own = {part for form in (entry.name, *entry.forms) for part in _bare(form)}
    strange = set(parts) - own
    whole = _bare(entry.name)
    if len(whole) > 1 and set(whole) <= set(parts):
        return True
    first = {part[0] for part in own}
    # `V.V. Putin`, or the name in full of `J. Oss`.
    return all((_is_initial(part) or _has_initials(own)) and part[0] in first for part in strange)


def _is_initial(part: str) -> bool:
    return len(part) < 2 or part.endswith(".")


def _has_initials(parts: set[str]) -> bool:
    return any(map(_is_initial, parts))


def _agrees(entry: Entry, gender: str) -> int:
    """2 where title and sex fit, 1 where nothing is known, 0 where they do not."""
    if not gender or not entry.gender:
        return 1
    return 2 if gender == entry.gender else 0


def _bare(name: str) -> list[str]:
    parts = name.casefold().replace("’", "'").split()
    while len(parts) > 1 and parts[0].strip(".") in HONORIFICS:
        del parts[0]
    return parts
