"""Whom the sentences before somebody name: for whom a spokesman speaks, where an office is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from briefbook.distil.article import Article
from briefbook.distil.owners import WORKPLACES
from briefbook.distil.phrases import ARTICLES
from briefbook.distil.places import LOCATING
from briefbook.distil.roster import Entry
from briefbook.distil.table import words_of
from briefbook.text.cues import PREPOSITIONS

_BODIES = ("organisation", "armed_group")
_PLACING = frozenset(words_of("persons", "placing"))
_ELSEWHERE = LOCATING - {"of"}
_OWNS = ("’s", "'s")
_FAR, _NEAR, _OPENING = 400, 200, 20
"""Characters back to whom a spokesman speaks for, to the state of an office, and to a sentence’s head."""
_SETTING = 4
"""Characters from the head of a sentence to the state in which it is set: `In `."""
_MOST_NOUN, _MOST_MENTIONS = 4, 300
"""Words of a small noun, its article among them; mentions among which one body is the main one."""
_BACK = 3
"""Sentences back to whom `its` can mean."""


def _led_noun(words: Sequence[str], end: int) -> str:
    """`water board` of words that end so, if an article leads them."""
    if words[end - 1].lower() not in WORKPLACES:
        return ""
    start = max(0, end - _MOST_NOUN)
    led = next((at for at in range(end - 1, start - 1, -1) if words[at].lower() in ARTICLES), -1)
    is_plain = all(each.isalpha() and each not in PREPOSITIONS for each in words[led + 1 : end])
    return " ".join(words[led + 1 : end]) if led >= 0 and is_plain else ""


class Earlier:
    """Looks back from somebody to those who are named before."""

    def __init__(
        self, article: Article, entries: Mapping[str, Entry], found: Sequence[tuple[int, int, str]]
    ) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self._entries = entries
        self._mentions = found
        self._starts = [start for start, _, _ in found]

    def body(self, entry: Entry) -> str:
        """The last body or state before somebody that is no mere place there; a subject comes first."""
        limit = entry.context[0] or entry.start
        nearest = self._start_of(limit, _BACK if entry.owner else 1)
        subject = self._subject(limit)
        for first, _, id in (*subject, *reversed(self._until(limit))):
            other = self._entries[id]
            if first < nearest or (entry.owner == "their" and other.kind == "group"):
                break
            is_state = other.kind == "state" and not entry.owner and self._word_before(first) not in LOCATING
            is_body = other.kind in _BODIES and bool(entry.owner or other.acts or other.is_known or subject)
            if is_body or is_state:
                return other.name
        return ""

    def noun(self, entry: Entry) -> str:
        """The small noun of a body in the sentence, where it has no name: `the shop, said its manager, X`."""
        limit = entry.context[0] or entry.start
        start = self._start_of(limit, 1 if self._opens(limit) else 0)
        named = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, limit)]
        if any(self._entries[id].kind in (*_BODIES, "state") for _, _, id in named):
            return ""
        words = self._text[start:limit].replace(",", " ,").split()
        return next((found for at in range(len(words), 0, -1) if (found := _led_noun(words, at))), "")

    def workplace(self, entry: Entry) -> str:
        """The place of work with which the sentence begins: `At the Lom hospital, a surgeon, X, said`."""
        limit = entry.context[0] or entry.start
        at = self._at(limit)
        start = self._sentences[at].start if at < len(self._sentences) else limit
        opening, comma, _ = self._text[start : min(limit, start + _NEAR)].partition(",")
        at_word, _, place = opening.partition(" ")
        words = [each for each in place.split() if each not in ARTICLES]
        is_place = comma and at_word.lower() in _PLACING and words and words[-1].lower() in WORKPLACES
        return " ".join(words) if is_place else ""

    def main(self, entry: Entry) -> str:
        """The body that is named before somebody twice as often as any other, and more than once."""
        recent = self._until(entry.start)[-_MOST_MENTIONS:]
        counts = Counter(id for _, _, id in recent if self._entries[id].kind in _BODIES)
        (best, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        return self._entries[best].name if most > 1 and most >= second * 2 else ""

    def _opens_in(self, first: int, last: int) -> bool:
        """Whether a sentence is set there: `In Lantica, the ministry said`."""
        at = self._at(last)
        start = self._sentences[at].start if at < len(self._sentences) else first
        return self._text.startswith(",", last) and first - start <= _SETTING

    def _opens(self, limit: int) -> bool:
        """Whether a place opens its sentence: `Its head, X`."""
        at = self._at(limit)
        return 0 < at < len(self._sentences) and limit - self._sentences[at].start <= _OPENING

    def person(self, entry: Entry) -> Entry | None:
        """The person who was named last before somebody."""
        before = (self._entries[id] for _, _, id in reversed(self._until(entry.start)))
        return next((each for each in before if each.kind == "person" and each is not entry), None)

    def state(self, entry: Entry) -> str:
        """The state of which the sentences before somebody speak, in the same paragraph."""
        for first, last, id in reversed(self._until(entry.start)):
            if entry.start - first > _NEAR or "\n\n" in self._text[first : entry.start]:
                break
            is_owner = self._text.startswith(_OWNS, last) and entry.kind != "person"
            is_there = self._word_before(first) in _ELSEWHERE and not self._opens_in(first, last)
            is_beside = self._word_before(first) in ARTICLES - {"the"}
            if self._entries[id].kind == "state" and not (is_owner or is_there or is_beside):
                return self._entries[id].name
        return ""

    def _until(self, limit: int) -> Sequence[tuple[int, int, str]]:
        return self._mentions[: bisect_left(self._starts, limit)]

    def _start_of(self, limit: int, sentences: int) -> int:
        """Where so many sentences before one begin: nobody who was named earlier is meant."""
        at = max(0, self._at(limit) - sentences)
        return max(limit - _FAR, self._sentences[at].start if self._sentences else 0)

    def _subject(self, limit: int) -> Sequence[tuple[int, int, str]]:
        """Who begins the sentence before one that a place opens: `Open Ledger sued police. Its head, X`."""
        at = self._at(limit)
        if not 0 < at < len(self._sentences) or limit - self._sentences[at].start > _OPENING:
            return ()
        start = self._sentences[at - 1].start
        first = bisect_left(self._starts, start)
        return [each for each in self._mentions[first : first + 1] if each[0] - start < _OPENING]

    def _at(self, place: int) -> int:
        """The number of the sentence around a place."""
        return bisect_left(self._sentences, place, key=lambda each: each.end)

    def _word_before(self, start: int) -> str:
        words = self._text[max(0, start - 24) : start].lower().split()
        return words[-1] if words else ""
