"""What earlier releases made of parts of a book that may be the same still."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import is_not
from typing import Any, TypeVar

from briefbook.check.at import Lookup
from briefbook.check.proofs import Proofs
from briefbook.model.book import Book
from briefbook.model.records import (
    Actor,
    Brief,
    Record,
)

T = TypeVar("T")


class Earlier:
    """What earlier releases made of parts of a book that may be the same still; it changes no outcome."""

    def __init__(self) -> None:
        self._key: object = None
        self._briefs: dict[str, tuple[tuple[Record | None, ...], Brief]] = {}
        self._later: dict[str, tuple[Brief, Brief]] = {}
        self._made: dict[tuple[str, str], tuple[Brief, Any]] = {}
        self._proofs: Proofs | None = None

    def brief(
        self, key: object, id: str, parts: tuple[Record | None, ...], make: Callable[[], Brief]
    ) -> Brief:
        """What `make` makes of the parts, the very records of which may be known, for an audience."""
        if key != self._key:
            self._key, self._briefs = key, {}
        kept = self._briefs.get(id)
        if kept is None or len(kept[0]) != len(parts) or any(map(is_not, kept[0], parts)):
            kept = self._briefs[id] = parts, make()
        return kept[1]

    def later(self, brief: Brief, sifted: Brief) -> Brief:
        """The brief, or the very one of the last time where that holds the same."""
        kept, made = self._later.get(brief.id, (None, None))
        if (
            made is not None
            and kept is sifted
            and all(
                getattr(made, field) == getattr(brief, field)
                for field in ("updates", "corrections", "questions", "claims")
            )
        ):
            return made
        self._later[brief.id] = sifted, brief
        return brief

    def recall(self, what: str, brief: Brief, make: Callable[[Brief], T]) -> T:
        """What `make` makes of a released brief, which is told by its name; made once for one brief."""
        kept = self._made.get((what, brief.id))
        if kept is None or kept[0] is not brief:
            kept = self._made[what, brief.id] = brief, make(brief)
        made: T = kept[1]
        return made

    def proofs(self, book: Book, actors: Mapping[str, Actor]) -> Proofs:
        """What is proved of the passages of a book, where these actors may be speakers."""
        self._proofs = Proofs(Lookup(book), actors, self._proofs)
        return self._proofs
