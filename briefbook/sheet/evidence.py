"""What was checked of an entry's evidence, passage by passage, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.proofs import place_of, proofs_of, spoken_of
from briefbook.diagnostics import place_in
from briefbook.model.book import ARTICLE, evidence_of
from briefbook.model.records import Evidence, Evidenced, Figure, Record, Reply, spans
from briefbook.sheet.around import around
from briefbook.sheet.review import Review
from briefbook.sheet.value import Piece, Row
from briefbook.text.characters import one_line
from briefbook.text.verbatim import Match, Passage, Refusal, Text
from briefbook.text.words import has_words

_FOUND: dict[Match, str] = {
    "exact": "words exact",
    "typographic": "words exact but for typography",
    "elided": "words exact, with the omission marked",
    "bracketed": "words exact but for what stands in brackets",
}


def pieces_of(record: Record, review: Review) -> tuple[Piece, ...]:
    """The evidence of an entry, then that of its replies and figures."""
    return tuple(_iter_pieces(record, review)) if isinstance(record, Evidenced) else ()


def _iter_pieces(record: Evidenced, review: Review) -> Iterator[Piece]:
    for piece in evidence_of(record, review.brief):
        yield _piece(piece, Piece(), review)
    for part in (*getattr(record, "replies", ()), *getattr(record, "figures", ())):
        about = _about(part, review)
        found = [_piece(each, about, review) for each in evidence_of(part, review.brief, record)]
        yield from found or [about]


def _about(part: Reply | Figure, review: Review) -> Piece:
    """A reply or a figure in a few words, without its evidence."""
    if isinstance(part, Reply):
        return Piece("Reply", f"{review.actor(part.by)}: {part.says}")
    by = f", by {review.actor(part.by)}" if part.by else ""
    return Piece("Figure", one_line(f"{part.what}: {part.reported}{by}"))


def _piece(piece: Evidence, about: Piece, review: Review) -> Piece:
    passages = [("quote", each) for each in spans(piece.quote)]
    passages += [("words", each) for each in spans(piece.words)]
    passages += [("described as", piece.described_as)] if piece.described_as else []
    return about._replace(
        speaker="The article" if piece.speaker == ARTICLE else review.actor(piece.speaker),
        rows=tuple(_row(kind, words, piece, review) for kind, words in passages),
        paraphrase=review.plain(piece.paraphrase),
        translation=one_line(piece.translation),
    )


def _row(kind: str, words: str, piece: Evidence, review: Review) -> Row:
    text = review.lookup.text(piece.source)
    if not has_words(words):
        return Row(kind, one_line(words), (), ("no words",), is_proved=False, speaker="", where="")
    if text is None:
        return _row_without_text(kind, words, piece, review)
    judged = _judge(kind, words, piece, text)
    ranges = _ranges(judged, words, piece.locator, text)
    line = place_in(text.text, ranges[0][0])[0] if ranges else 0
    told, speaker = _speaker(kind, words, piece, review) if isinstance(judged, Passage) else ("", "")
    return Row(
        kind=kind,
        ours=one_line(words),
        article=around(text.text, ranges, review.reach) if ranges else (),
        checks=_told(_words_found(judged), told),
        is_proved=isinstance(judged, Passage),
        speaker=speaker,
        where=review.where(piece.source, line),
    )


def _judge(kind: str, words: str, piece: Evidence, text: Text) -> Passage | Refusal:
    """Whether the words are fairly taken; what describes a speaker may be cut anywhere."""
    judged = text.judge(words, piece.locator)
    if kind == "described as" and isinstance(judged, Refusal) and judged.fault in ("cut", "ambiguous"):
        return text.find(words) or judged
    return judged


def _told(*parts: str) -> tuple[str, ...]:
    return tuple(each for each in parts if each)


def _words_found(judged: Passage | Refusal) -> str:
    if isinstance(judged, Passage):
        return _FOUND[judged.match]
    return one_line(f"refused: {judged.said}" if judged.said else "refused: the words are not there")


def _ranges(judged: Passage | Refusal, words: str, locator: str, text: Text) -> tuple[tuple[int, int], ...]:
    """Where the words stand; of words that are refused, where they or the nearest ones do."""
    place = place_of(text, words, locator)
    if place is not None:
        return place.ranges
    return ((judged.start, judged.end),) if isinstance(judged, Refusal) and judged.end else ()


def _row_without_text(kind: str, words: str, piece: Evidence, review: Review) -> Row:
    lock = review.book.locks.get(piece.source)
    is_proved = lock is not None and lock.proves(words)
    if is_proved:
        found = "words by lock"
    elif lock is not None:
        found = "the lock does not know these words"
    elif piece.source in review.book.sources:
        found = "not checked: the text is not here"
    else:
        found = "not checked: no source of this book"
    told, speaker = _speaker(kind, words, piece, review)
    where = review.where(piece.source)
    return Row(kind, one_line(words), (), _told(found, told), is_proved, speaker, where)


def _speaker(kind: str, words: str, piece: Evidence, review: Review) -> tuple[str, str]:
    """What is known of who speaks, in words, and whether it is confirmed."""
    if kind == "described as":
        return "", ""
    if kind == "words":
        is_own = piece.speaker == ARTICLE
        return "the article’s own" if is_own else f"attributed to {review.actor(piece.speaker)} by us", ""
    if piece.source in review.book.texts:
        return _heard(words, piece, review)
    verdict = proofs_of(review.lookup).verdict(piece.source, spoken_of(piece, words))
    if verdict == "confirmed":
        return "speaker confirmed, by lock", "confirmed"
    return ("speaker not confirmed" if verdict == "unconfirmed" else "speaker not checked"), "unconfirmed"


def _heard(words: str, piece: Evidence, review: Review) -> tuple[str, str]:
    """What the article has about who says words that stand in it."""
    proofs = proofs_of(review.lookup)
    ranges = proofs.ranges(piece.source, words, piece.locator)
    heard = proofs.speakers.hear(piece.source, ranges, piece.speaker, piece.described_as)
    if heard.speech is None:
        return "not inside quotation marks", "unconfirmed"
    found = heard.attribution
    said = one_line(review.book.texts[piece.source][found.start : found.end])
    beside = f" (“{said}”)" if said else ""
    if heard.verdict == "wrong":
        return f"another speaker{beside}", "unconfirmed"
    if heard.verdict == "confirmed":
        return f"speaker confirmed{beside}", "confirmed"
    return "speaker not confirmed", "unconfirmed"
