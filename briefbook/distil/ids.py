"""What the entries of drafts are called, so that no two of them have one id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from briefbook.distil.table import words_of
from briefbook.model.ids import RESERVED

_SMALL = frozenset(words_of("brief", "small"))
_LONGEST = 60
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"'s\b")
_ABBREVIATED = re.compile(r"\b(?:[a-z]\.){2,}")


class Ids:
    """Ids that are taken, in the book or by drafts of the same run, and the actors of those drafts."""

    def __init__(self, taken: Collection[str] = ()) -> None:
        self._taken = {*RESERVED, *taken}
        self.introduced: dict[tuple[str, str], str] = {}
        """Id of each actor that an earlier draft introduced, by that draft's marking and its name."""

    def new_id(self, words: str, most: int = 5) -> str:
        """An id from the first words that say something, which nothing else has."""
        base = id = "-".join([*dict.fromkeys(content_of(words))][:most])[:_LONGEST].strip("-") or "entry"
        number = 2
        while id in self._taken or _DAY.fullmatch(id):
            id, number = f"{base}-{number}", number + 1
        self._taken.add(id)
        return id


def content_of(words: str) -> list[str]:
    """The words that say something, in small plain letters: `moved`, `companies`, `kessel`."""
    folded = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", words.replace("’", "'")))
    plain = folded.encode("ascii", "ignore").decode().lower().replace("'", "")
    whole = _ABBREVIATED.sub(lambda found: found[0].replace(".", ""), plain)
    return [each for each in _WORD.findall(whole) if each not in _SMALL]
