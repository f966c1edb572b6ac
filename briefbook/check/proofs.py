"""What the texts at hand prove of each source's passages: what a lock of it would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefbook.check.at import Lookup
from briefbook.model.book import iter_evidence
from briefbook.model.records import Evidence, passages_of, spans
from briefbook.text.lock import Lock, Proof, SpeakerVerdict, digest_of, make_lock
from briefbook.text.verbatim import Passage, Text

Speakers = Callable[[Evidence, str], SpeakerVerdict]
"""Says of a quotation of a piece of evidence whether its source confirms the speaker."""


def unasked(_: Evidence, __: str) -> SpeakerVerdict:
    """No verdict on any speaker."""
    return "-"


def lock_of(lookup: Lookup, source: str, speakers: Speakers = unasked) -> Lock:
    """The lock of a source whose text is at hand.

    A passage that does not stand in the text is left out, so the check goes on to report it.
    """
    text = lookup.text(source)
    assert text is not None, source
    pieces = lookup.remember("pieces", lambda: _pieces(lookup)).get(source, [])
    return make_lock(lookup.book.digests[source], _iter_proofs(text, pieces, speakers))


def _pieces(lookup: Lookup) -> dict[str, list[Evidence]]:
    """All evidence, by its source."""
    found: dict[str, list[Evidence]] = {}
    for brief in lookup.book.briefs.values():
        for piece in iter_evidence(brief):
            found.setdefault(piece.source, []).append(piece)
    return found


def _iter_proofs(text: Text, pieces: list[Evidence], speakers: Speakers) -> Iterator[tuple[str, Proof]]:
    for piece in pieces:
        quotes = spans(piece.quote)
        for passage in passages_of(piece):
            judged = text.judge(passage, piece.locator)
            place = judged if isinstance(judged, Passage) else text.find(passage)
            if place is not None:
                verdict = speakers(piece, passage) if passage in quotes else "-"
                speaker = piece.speaker if verdict != "-" else ""
                yield digest_of(passage), Proof(place.ranges, place.match, verdict, speaker)
