"""The article's words under an entry: as a quotation where they are one, else as `words`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ruamel.yaml.comments import CommentedMap

from briefbook.distil.article import has_address
from briefbook.distil.draft import Draft, Passage, Quote
from briefbook.distil.party import Parties
from briefbook.distil.written import one_line
from briefbook.text.context import find_turn
from briefbook.text.sentences import Sentences

P = TypeVar("P", bound=Passage)

_LONGEST = 5_000
"""Characters of a sentence that an entry may have to hold whole."""


class Words:
    """The words of one article, and which of its quotations an entry holds."""

    def __init__(self, draft: Draft, text: str) -> None:
        self._text = text
        self._sentences = Sentences(text)
        self._quotes = {(each.start, each.end): each for each in draft.quotes}
        self._whole: dict[int, list[Quote]] = {}
        for each in draft.quotes:
            self._whole.setdefault(each.statement, []).append(each)
        self._placed: set[tuple[int, int]] = set()

    def of(self, start: int, end: int) -> str:
        """A passage, or the whole sentence where what the passage leaves out turns it."""
        one, two = self._sentences.around(start, end)
        whole = self._text[one:two]
        is_turned = self._is_turned(start, end) and not has_address(whole)
        return one_line(whole if is_turned else self._text[start:end])

    def _is_turned(self, start: int, end: int) -> bool:
        """Whether the rest of its sentence turns a passage; nobody would read one that long."""
        one, two = self._sentences.around(start, end)
        return two - one <= _LONGEST and find_turn(self._sentences, start, end) is not None

    def is_quotation(self, passage: Passage) -> bool:
        """Whether a passage is somebody's words from mark to mark."""
        return (passage.start, passage.end) in self._quotes

    def add_to(self, entry: CommentedMap, passage: Passage) -> None:
        """Gives an entry a passage, under `quote` or `words`."""
        quote = self._quotes.get((passage.start, passage.end))
        if quote is not None and not self._is_turned(passage.start, passage.end):
            self.add_quote(entry, quote)
            return
        entry["words"] = self.of(passage.start, passage.end)
        self._placed.update(
            each for each in self._quotes if passage.start <= each[0] and each[1] <= passage.end
        )

    def add_quote(self, entry: CommentedMap, quote: Quote) -> None:
        """Gives an entry a quotation; where `she said` stands in it, its stretches are a list."""
        stretches = self._whole[quote.statement] if quote.statement else [quote]
        spans = [one_line(each.text).rstrip(",") for each in stretches]
        entry["quote"] = spans if len(spans) > 1 else spans[0]
        self._placed.update((each.start, each.end) for each in stretches)

    def once(self, passages: Iterable[P]) -> list[P]:
        """The passages, of those in one statement the first: its entry holds the whole statement."""
        found: dict[object, P] = {}
        for each in passages:
            place = each.start, each.end
            quote = self._quotes.get(place)
            found.setdefault(quote.statement if quote is not None and quote.statement else place, each)
        return list(found.values())

    def rest(self) -> list[Quote]:
        """The quotations that no entry holds, one for each statement."""
        left = [each for place, each in self._quotes.items() if place not in self._placed]
        return list({each.statement or -place: each for place, each in enumerate(left[::-1])}.values())[::-1]

    def spoken_beside(self, start: int, end: int, actor: str, parties: Parties) -> Quote | None:
        """What an actor, or who speaks for it, says in the sentence of a passage or in the next one."""
        last = self._sentences.around(start, end)[1]
        until = self._sentences.around(last + 1, last + 2)[1] if last + 2 < len(self._text) else last
        for each in self._quotes.values():
            is_beside = start <= each.start < until and not each.is_fragment and each.speaker
            if is_beside and actor in (each.speaker, parties.party_of(each.speaker)):
                return each
        return None
