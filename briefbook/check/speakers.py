"""Speakers: what is quoted lies inside quotation marks, and the article names who says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.check.at import At
from briefbook.check.proofs import Spoken, place_of, proofs_of
from briefbook.check.quotations import Path, iter_passages, source_of
from briefbook.check.registry import NOTE, WARNING, rule
from briefbook.check.voices import Heard, Ranges
from briefbook.diagnostics import Finding, Related, line_at, place_in
from briefbook.model.book import ARTICLE, default_speaker
from briefbook.model.records import Evidence, Evidenced
from briefbook.text.near import shorten


class Said(NamedTuple):
    """A passage that stands in its source, and who is given as its speaker."""

    path: Path
    source: str
    ranges: Ranges
    spoken: Spoken

    @property
    def words(self) -> str:
        """The passage."""
        return self.spoken.words

    @property
    def speaker(self) -> str:
        """Whom the brief gives as its speaker."""
        return self.spoken.speaker


@rule("quote-not-speech")
def quote_not_speech(record: Evidenced, at: At) -> Iterator[Finding]:
    """A quotation of words that no marks enclose in the article.

    Why: readers would take the reporter's words for the speaker's own.
    Bad: `quote: his government was open to cooperating`
    Good: `words: his government was open to cooperating`
    """
    for said in _said(record, at, "quote"):
        voices = proofs_of(at.lookup).speakers.voices(said.source)
        if not voices.has_marks:
            continue
        outside = next((each for each in said.ranges if voices.around(*each) is None), None)
        if outside is not None:
            message = f"these are the reporter's words, not direct speech: {shorten(said.words)!r}"
            help = "write `words:`, or quote only what stands inside quotation marks"
            yield Finding(said.path, message, help, beside=_beside(outside, said.source, at, "stands here"))


@rule("quote-without-marks", WARNING)
def quote_without_marks(record: Evidenced, at: At) -> Iterator[Finding]:
    """A quotation from a text without any quotation marks, such as a statement or a post.

    Why: nothing in such a text tells the speaker's words from the reporter's.
    Bad: `quote: We deny this` from a press statement
    Good: `words: We deny this` with `speaker: foreign-ministry`
    """
    for said in _said(record, at, "quote"):
        voices = proofs_of(at.lookup).speakers.voices(said.source)
        if not voices.has_marks and voices.around(*said.ranges[0]) is None:
            message = f"{said.source} has no quotation marks: nothing shows whose words these are"
            yield Finding(said.path, message, "write `words:` with the `speaker:` whose text it is")


@rule("words-in-speech", NOTE)
def words_in_speech(record: Evidenced, at: At) -> Iterator[Finding]:
    """Words printed as the article's own that somebody says in it.

    Why: readers would take a speaker's words for the reporter's finding.
    Bad: `words: conditions will never be like the past`
    Good: `quote: conditions will never be like the past` with its `speaker:`
    """
    for said in _said(record, at, "words"):
        voices = proofs_of(at.lookup).speakers.voices(said.source)
        speeches = [voices.around(*each) for each in said.ranges]
        if all(each is not None and each.mark for each in speeches):
            message = f"these words are direct speech: {shorten(said.words)!r}"
            beside = _beside(said.ranges[0], said.source, at, "said here")
            yield Finding(said.path, message, "write `quote:` with its `speaker:`", beside=beside)


@rule("speaker-wrong")
def speaker_wrong(record: Evidenced, at: At) -> Iterator[Finding]:
    """A quotation given to one actor that the article gives to another, by name.

    Why: the right words in the wrong mouth are the worst misquotation.
    Bad: `speaker: kerry` where the article has “..., Mr. Rouhani said”
    Good: `speaker: rouhani`
    """
    for said, heard in _heard(record, at):
        if heard.verdict == "wrong":
            (other,) = heard.attribution.speakers
            message = f"the article gives these words to {_name(other, at)}, not to {_name(said.speaker, at)}"
            yield Finding(
                _speaker_path(said, record),
                message,
                f"write `speaker: {other}`",
                beside=_said_by(heard, said, at),
            )


@rule("speaker-unconfirmed", NOTE)
def speaker_unconfirmed(record: Evidenced, at: At) -> Iterator[Finding]:
    """A quotation whose speaker the article does not plainly name beside it.

    Why: the page says so, and a reader should know that somebody looked.
    Bad: `speaker: kerry` where only “the minister” stands beside the words
    Good: the same, with `described_as:` from the article
    """
    for said, heard in _heard(record, at):
        if heard.verdict == "unconfirmed" and heard.speech is not None:
            if said.speaker == ARTICLE:
                message = (
                    f"these words are somebody's speech, and no speaker is given: {shorten(said.words)!r}"
                )
                help = "add `speaker:`, or allow it where the marks are the reporter's own"
            else:
                name = _name(said.speaker, at)
                message = (
                    f"the article does not confirm that {name} says this: {_found(heard, said.source, at)}"
                )
                help = "read the place; an alias of the actor settles it, or `described_as:` from the article"
            yield Finding(said.path, message, help, beside=_said_by(heard, said, at))


def _heard(record: Evidenced, at: At) -> list[tuple[Said, Heard]]:
    """The quotations of an entry that no text confirms, and what their texts have about who says each."""
    return at.lookup.answer("heard", record, lambda: list(_iter_heard(record, at)))


def _iter_heard(record: Evidenced, at: At) -> Iterator[tuple[Said, Heard]]:
    proofs = proofs_of(at.lookup)
    for said in _said(record, at, "quote"):
        if proofs.verdict(said.source, said.spoken) != "confirmed":
            hear = proofs.speakers.hear
            yield said, hear(said.source, said.ranges, said.speaker, said.spoken.described_as)


def _said(record: Evidenced, at: At, field: str) -> list[Said]:
    """The passages of an entry in a field that stand in a text at hand, those of its list of evidence too."""
    return at.lookup.answer(f"said in {field}", record, lambda: list(_iter_said(record, at, field)))


def _iter_said(record: Evidenced, at: At, field: str) -> Iterator[Said]:
    for path, source, spoken in iter_spoken(record, at, field):
        text = at.lookup.text(source)
        passage = place_of(text, spoken.words, spoken.locator) if text is not None else None
        if passage is not None:
            yield Said(path, source, passage.ranges, spoken)


def iter_spoken(record: Evidenced, at: At, field: str) -> Iterator[tuple[Path, str, Spoken]]:
    """Path, source and words of each passage of an entry in a field, those of its list of evidence too."""
    owner = next((each for each in at.parents if isinstance(each, Evidenced)), None)
    given = record.speaker or default_speaker(record, owner)
    pieces: list[tuple[Path, Evidence]] = [((), record)]
    pieces += [(("evidence", index), piece) for index, piece in enumerate(record.evidence)]
    for prefix, piece in pieces:
        if not getattr(piece, field):
            continue
        source = piece.source or source_of(record, at)
        described = piece.described_as or record.described_as
        for path, words in iter_passages(piece):
            if path[0] == field:
                yield (
                    (*prefix, *path),
                    source,
                    Spoken(words, piece.locator, piece.speaker or given, described),
                )


def _speaker_path(said: Said, record: Evidenced) -> Path:
    """Where the speaker is written: beside the words, on the entry, or nowhere."""
    piece: Evidence = record.evidence[int(said.path[1])] if said.path[0] == "evidence" else record
    if piece.speaker:
        return (*said.path[:2], "speaker") if said.path[0] == "evidence" else ("speaker",)
    return said.path


def _name(id: str, at: At) -> str:
    actor = at.book.actors.get(id)
    return actor.name if actor is not None else id


def _found(heard: Heard, source: str, at: At) -> str:
    """What the article has instead, in words."""
    found = heard.attribution
    names = " and ".join(_name(each, at) for each in sorted(found.speakers))
    if found.how == "none":
        return "nothing beside it says who does"
    if not names and found.how == "pronoun":
        return "whom the pronoun means is not plain"
    if not names:
        words = at.book.texts[source][found.start : found.end]
        return f"it has “{shorten(words)}”, which is no name or alias of an actor in the book"
    return f"{names} is likelier ({found.how})"


def _said_by(heard: Heard, said: Said, at: At) -> tuple[Related, ...]:
    found = heard.attribution
    place = (found.start, found.end) if found.end else said.ranges[0]
    return _beside(place, said.source, at, "who speaks" if found.end else "the words")


def _beside(place: tuple[int, int], source: str, at: At, message: str) -> tuple[Related, ...]:
    """A place in the source's text, with its line."""
    text = at.book.texts[source]
    line, column = place_in(text, place[0])
    excerpt = line_at(text, line)
    end = min(column + place[1] - place[0], len(excerpt) + 1)
    return (Related(f"seeds/{source}.txt", line, message, column, end, excerpt),)
