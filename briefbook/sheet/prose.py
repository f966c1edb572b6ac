"""The brief's own sentences, each with the entries to which it links and what was found of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.model.book import Path
from briefbook.sheet.review import Review
from briefbook.sheet.value import Sentence
from briefbook.text.markdown import find_references
from briefbook.text.prose import find_sentences, mask
from briefbook.text.words import has_words


def sentences_of(review: Review) -> tuple[Sentence, ...]:
    """Title, bottom line and key messages whole, then the sentences of the body."""
    return (*_iter_heads(review), *_iter_body(review))


def _iter_heads(review: Review) -> Iterator[Sentence]:
    brief = review.brief
    heads: list[tuple[str, Path, str]] = [
        ("Title", ("title",), brief.title),
        ("Bottom line", ("bottom_line",), brief.bottom_line),
    ]
    for index, text in enumerate(brief.key_messages):
        heads.append((f"Key message {index + 1}", ("key_messages", index), text))
    for where, path, text in heads:
        if text:
            yield _sentence(where, path, text, None, review)


def _iter_body(review: Review) -> Iterator[Sentence]:
    body = review.brief.body
    masked = mask(body, lambda _, words: not words)
    for start, end in find_sentences(masked):
        text = body[start:end]
        start += len(text) - len(text.lstrip())
        if has_words(text) and not text.lstrip().startswith("#"):
            yield _sentence("Body", ("body",), text, (start, end), review)


def _sentence(where: str, path: Path, text: str, offsets: tuple[int, int] | None, review: Review) -> Sentence:
    spot = review.spot(path, offsets)
    targets = {each.target for each in find_references(text)}
    numbers = tuple(number for number, entry in review.entries.items() if entry.key in targets)
    own = {review.entries[number].key for number in numbers}
    known = {*review.book.entries, *review.lookup.addresses}
    return Sentence(
        where=where,
        line=spot.line,
        words=review.plain(text),
        rests_on=numbers,
        others=tuple(sorted(targets & known - own)),
        findings=review.found_in(spot),
    )
