"""What statements rest on, and the source notes of a page."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.check.proofs import spoken_of
from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.links import inline_html, note_number
from briefbook.derive.notices import corrections_of
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Date, Link
from briefbook.derive.views.evidence import Evidence, SourceNote
from briefbook.derive.views.references import SourceRef
from briefbook.model import records
from briefbook.model.book import ARTICLE
from briefbook.model.records import Brief, Source, spans
from briefbook.text.edtf import When


def evidence(
    pieces: Iterable[records.Evidence], at: At, brief: Brief, said: When, body: str = ""
) -> tuple[Evidence, ...]:
    """The pieces as they are shown; a speaker is named with the post at `body` where they hold one."""
    return tuple(piece_of(piece, at, brief, said, body) for piece in pieces)


def piece_of(piece: records.Evidence, at: At, brief: Brief, said: When, body: str = "") -> Evidence:
    """One piece of evidence."""
    at.show(piece)
    is_article = piece.speaker == ARTICLE
    source = at.released.sources.get(piece.source)
    if source is not None:
        # Nobody says what a source holds after it was published, whatever the date of the brief.
        said = min(said, source.published, key=lambda when: when.order)
    quote, words = spans(piece.quote), spans(piece.words)
    checked = verdict((*quote, *words), piece.source, at)
    if source is not None and at.has_notes:
        count(piece, len(quote) + len(words), checked, at)
    language = source.language if source else ""
    return Evidence(
        quote=quote,
        words=words,
        paraphrase=piece.paraphrase,
        translation=piece.translation,
        locator=piece.locator,
        speaker=None if is_article else at.actor(piece.speaker, said, body),
        is_article=is_article,
        described_as=piece.described_as,
        said=dates.date(said),
        source=source_ref(source, at) if source else None,
        language=language if language != at.situation.settings.language else "",
        checked=checked,
        speaker_checked=speaker_verdict(piece, at),
        note_html=inline_html(piece.note, at, brief),
    )


def verdict(passages: tuple[str, ...], source: str, at: At) -> str:
    """How the passages of a piece were checked: text, lock, none, failed or paraphrase."""
    if not passages:
        return "paraphrase"
    proofs = at.released.proofs
    by = proofs.by(source)
    if not by:
        return "none"
    return by if all(proofs.proves(source, passage) for passage in passages) else "failed"


def checked_by(source: str, situation: Situation) -> str:
    """What proves the passages taken from a source: text or lock; empty where none is, or nothing does."""
    pieces = (each.piece for each in situation.mentions.quoted.get(source, ()))
    return situation.released.proofs.by(source) if any(each.quote or each.words for each in pieces) else ""


def speaker_verdict(piece: records.Evidence, at: At) -> str:
    """Whether the source names the speaker of all quotations of a piece; empty where nothing could say."""
    proofs = at.released.proofs
    found = [proofs.verdict(piece.source, spoken_of(piece, quote)) for quote in spans(piece.quote)]
    return max(found, default="-").removeprefix("-")


def count(piece: records.Evidence, passages: int, checked: str, at: At) -> None:
    """Count the piece towards its source's note."""
    tally = at.notes.setdefault(piece.source, [0, 0, 0])
    tally[0] += passages
    tally[1] += passages if checked in ("text", "lock") else 0
    tally[2] += bool(piece.paraphrase)


def source_ref(source: Source, at: At) -> SourceRef:
    """A source as it is named beneath a quotation."""
    ref = at.sources.get(source.id)
    if ref is None:
        at.show(source)
        ref = SourceRef(
            id=source.id,
            number=note_number(source.id, at) if at.has_notes else 0,
            publisher=source.publisher,
            published=dates.date(source.published),
            url=f"#{source.id}" if at.has_notes else at.href(f"sources/{source.id}"),
            corrected_by=_source_link(source.corrected_by, at),
            corrected=_corrected(source, at),
        )
        at.sources[source.id] = ref
    return ref


def notes(at: At) -> tuple[SourceNote, ...]:
    """The notes of the page, in the order of their numbers."""
    found: list[SourceNote] = []
    while len(found) < len(at.notes):
        # A note may cite a further source, which then has a note too.
        for id in list(at.notes)[len(found) :]:
            found.append(source_note(at.released.sources[id], at, len(found) + 1, at.notes[id]))
    return tuple(found)


def source_note(source: Source, at: At, number: int, tally: Iterable[int], briefs: int = 0) -> SourceNote:
    """A source in a list."""
    at.show(source)
    passages, proved, paraphrases = tally
    corrects = at.situation.corrects.get(source.id, ())
    return SourceNote(
        id=source.id,
        number=number,
        publisher=source.publisher,
        title=source.title,
        authors=source.authors,
        published=dates.date(source.published),
        accessed=dates.maybe_date(source.accessed),
        reliability=source.reliability or "",
        rights=source.rights,
        language=source.language,
        url=at.href(f"sources/{source.id}"),
        web_url=_web(source.url),
        archive_url=_web(source.archive_url),
        via=_source_link(source.via, at),
        corrected_by=_source_link(source.corrected_by, at),
        corrected=_corrected(source, at),
        corrects=tuple(filter(None, (_source_link(id, at) for id in corrects))),
        note_html=inline_html(source.note, at),
        corrections=corrections_of(source.id, at),
        tlp=source.tlp.value if source.tlp else "",
        passages=passages,
        proved=proved,
        checked_by=checked_by(source.id, at.situation),
        paraphrases=paraphrases,
        briefs=briefs,
    )


def _web(url: str) -> str:
    """The address, where it is one of the web."""
    return url if url.startswith(("http://", "https://")) else ""


def _corrected(source: Source, at: At) -> Date | None:
    """When its publisher corrected a source."""
    by = at.released.sources.get(source.corrected_by)
    return dates.date(by.published) if by else None


def _source_link(id: str, at: At) -> Link | None:
    source = at.released.sources.get(id)
    if source is None:
        return None
    at.show(source)
    return Link(url=at.href(f"sources/{id}"), words=f"{source.publisher}: {source.title}")
