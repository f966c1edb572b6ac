"""What texts, and locks in their place, prove of a book's passages: where each stands, and who says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefbook.check.at import Lookup
from briefbook.check.voices import Ranges, Speakers
from briefbook.model.book import ARTICLE, iter_evidence
from briefbook.model.records import Actor, Evidence, passages_of, spans
from briefbook.text.lock import Lock, Proof, SpeakerVerdict, digest_of, make_lock
from briefbook.text.verbatim import Passage, Text


class Spoken(NamedTuple):
    """A quotation, and whom a brief gives as its speaker."""

    words: str
    locator: str
    speaker: str
    described_as: str


class Proofs:
    """What is proved of the passages of a book."""

    def __init__(
        self, lookup: Lookup, actors: Mapping[str, Actor] | None = None, earlier: Proofs | None = None
    ) -> None:
        """`actors` are those that may be named as speakers, by default the book's.

        `earlier` knows what was proved of another state of the book; what still holds is taken from it.
        """
        self._lookup = lookup
        self.actors = lookup.book.actors if actors is None else actors
        self.speakers = Speakers(self.actors, lookup.book.texts)
        self._found: dict[str, dict[str, bool]] = {}
        self._verdicts: dict[str, dict[Spoken, SpeakerVerdict]] = {}
        if earlier is not None:
            texts, known = lookup.book.texts, earlier._lookup.book.texts
            same = {id for id, text in texts.items() if known.get(id) is text}
            self._found = {id: found for id, found in earlier._found.items() if id in same}
            if earlier.actors == self.actors:
                self._verdicts = {id: each for id, each in earlier._verdicts.items() if id in same}

    def by(self, source: str) -> str:
        """What proves passages of a source: `text`, or `lock` where that is absent; empty for neither."""
        book = self._lookup.book
        return "text" if source in book.texts else "lock" if source in book.locks else ""

    def proves(self, source: str, passage: str) -> bool:
        """Whether a passage stands in its source's text or, where that is absent, in its lock."""
        book = self._lookup.book
        if source not in book.texts:
            return source in book.locks and book.locks[source].proves(passage)
        found = self._found.setdefault(source, {})
        if passage not in found:
            text = self._lookup.text(source)
            found[passage] = text is not None and text.find(passage) is not None
        return found[passage]

    def verdict(self, source: str, spoken: Spoken) -> SpeakerVerdict:
        """Whether a source's text, or its lock, confirms who says a quotation; `-` where neither can say."""
        book = self._lookup.book
        if spoken.speaker == ARTICLE:
            return "-"
        if source not in book.texts:
            lock = book.locks.get(source)
            return lock.verdict(spoken.words, spoken.speaker) if lock else "-"
        known = self._verdicts.setdefault(source, {})
        if spoken not in known:
            known[spoken] = self._hear(source, spoken)
        return known[spoken]

    def _hear(self, source: str, spoken: Spoken) -> SpeakerVerdict:
        ranges = self.ranges(source, spoken.words, spoken.locator)
        if not ranges:
            return "-"
        heard = self.speakers.hear(source, ranges, spoken.speaker, spoken.described_as)
        return "confirmed" if heard.verdict == "confirmed" else "unconfirmed"

    def ranges(self, source: str, passage: str, locator: str = "") -> Ranges:
        """Where a passage stands in its source, in code points; empty where nothing can say."""
        text = self._lookup.text(source)
        if text is None:
            lock = self._lookup.book.locks.get(source)
            return lock.ranges(passage) if lock else ()
        place = place_of(text, passage, locator)
        return place.ranges if place else ()

    def length(self, source: str) -> int:
        """How many words a source's text has, as spaces part them; 0 where nothing can say."""
        book = self._lookup.book
        if source in book.texts:
            return len(book.texts[source].split())
        return book.locks[source].words if source in book.locks else 0

    def lock(self, source: str) -> Lock:
        """What a lock of a source holds, the text of which is at hand.

        A passage that does not stand in the text is left out, so the check goes on to report it.
        """
        pieces = self._lookup.remember("pieces", lambda: _pieces(self._lookup)).get(source, [])
        digest = self._lookup.book.digests[source]
        return make_lock(digest, self.length(source), self._iter_proofs(source, pieces))

    def _iter_proofs(self, source: str, pieces: list[Evidence]) -> Iterator[tuple[str, Proof]]:
        text = self._lookup.text(source)
        assert text is not None, source
        for piece in pieces:
            quotes = spans(piece.quote)
            for passage in passages_of(piece):
                place = place_of(text, passage, piece.locator)
                if place is not None:
                    verdict = self.verdict(source, spoken_of(piece, passage)) if passage in quotes else "-"
                    speaker = piece.speaker if verdict != "-" else ""
                    yield digest_of(passage), Proof(place.ranges, place.match, verdict, speaker)


def proofs_of(lookup: Lookup) -> Proofs:
    """What is proved of the passages of a book that is being checked."""
    return lookup.remember("proofs", lambda: Proofs(lookup))


def spoken_of(piece: Evidence, passage: str) -> Spoken:
    """A quotation of a piece of evidence that has its speaker filled in."""
    return Spoken(passage, piece.locator, piece.speaker, piece.described_as)


def place_of(text: Text, words: str, locator: str) -> Passage | None:
    """Where words stand: the place that their locator means, else the first, fairly taken or not."""
    judged = text.judge(words, locator)
    return judged if isinstance(judged, Passage) else text.find(words)


def _pieces(lookup: Lookup) -> dict[str, list[Evidence]]:
    """All evidence, by its source."""
    found: dict[str, list[Evidence]] = {}
    for brief in lookup.book.briefs.values():
        for piece in iter_evidence(brief):
            found.setdefault(piece.source, []).append(piece)
    return found
