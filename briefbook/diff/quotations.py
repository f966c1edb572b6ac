"""Which words of sources were taken in, left out or altered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from briefbook.diff.value import QuotationChange
from briefbook.model.book import Book, evidence_in
from briefbook.model.records import spans

_ALIKE = 0.6
"""How much two passages have in common, at least, for one to be the other altered."""
_ORDER = ("removed", "altered", "added")


class _Place(NamedTuple):
    """Where words were taken in, and from where."""

    brief: str
    entry: str
    source: str


class _Taken(NamedTuple):
    """A passage of somebody."""

    form: Literal["quote", "words"]
    speaker: str
    passage: str


def quotations_between(old: Book, new: Book) -> tuple[QuotationChange, ...]:
    """What differs in the passages of each entry, from each source; passages moved about in it do not."""
    one, other = _passages_of(old), _passages_of(new)
    found = [
        change
        for place in {*one, *other}
        for change in _iter_changes(place, one.get(place, Counter()), other.get(place, Counter()))
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                _ORDER.index(each.kind),
                each.brief,
                each.entry,
                each.source,
                each.was,
                each.now,
            ),
        )
    )


def _passages_of(book: Book) -> dict[_Place, Counter[_Taken]]:
    found: dict[_Place, Counter[_Taken]] = {}
    for brief in book.briefs.values():
        for entry in book.entries_of(brief):
            for piece in evidence_in(entry, brief):
                taken = found.setdefault(_Place(brief.id, entry.key, piece.source), Counter())
                taken.update(_Taken("quote", piece.speaker, each) for each in spans(piece.quote))
                taken.update(_Taken("words", piece.speaker, each) for each in spans(piece.words))
    return found


def _iter_changes(place: _Place, one: Counter[_Taken], other: Counter[_Taken]) -> Iterator[QuotationChange]:
    gone, come = sorted((one - other).elements()), sorted((other - one).elements())
    for was in gone:
        now = _most_like(was, come)
        if now is None:
            yield _change("removed", place, was, was=was.passage)
            continue
        come.remove(now)
        speaker = was.speaker if was.speaker != now.speaker else ""
        yield _change("altered", place, now, was=was.passage, now=now.passage, was_speaker=speaker)
    for now in come:
        yield _change("added", place, now, now=now.passage)


def _most_like(was: _Taken, come: list[_Taken]) -> _Taken | None:
    best = max(((_likeness(was.passage, each.passage), each) for each in come), default=None)
    return best[1] if best is not None and best[0] >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    """How much two passages have in common; 0 where it is plainly too little."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    is_near = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
    return matcher.ratio() if is_near else 0


def _change(
    kind: Literal["removed", "altered", "added"],
    place: _Place,
    taken: _Taken,
    *,
    was: str = "",
    now: str = "",
    was_speaker: str = "",
) -> QuotationChange:
    return QuotationChange(
        kind=kind,
        source=place.source,
        entry=place.entry,
        brief=place.brief,
        form=taken.form,
        speaker=taken.speaker,
        was=was,
        now=now,
        was_speaker=was_speaker,
    )
