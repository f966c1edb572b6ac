"""Quotations: every passage stands in its source, word for word, and what is left out does not turn it."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding, Related, line_at, place_in
from briefbook.model.records import Evidence, Spans
from briefbook.text.locators import find_place
from briefbook.text.near import shorten
from briefbook.text.verbatim import Passage, Refusal
from briefbook.text.words import has_words

Path = tuple[str | int, ...]

BY_TEXT = frozenset({"quote-not-verbatim", "quote-stitched", "quote-cut", "quote-elision", "quote-ambiguous"})
"""Errors in quotations that only their source's text brings to light."""

_COPY = "copy the words, or write `paraphrase:` instead"


@rule("quote-not-verbatim")
def quote_not_verbatim(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation whose words do not stand in its source.

    Why: readers take quotation marks as a promise that these are the words.
    Bad: `quote: We want these talks kept apart`
    Good: `quote: We don't want that linked and mixed`
    """
    for path, passage, refused in _iter_refused(evidence, at, "altered", "absent"):
        source = source_of(evidence, at)
        if refused.fault == "absent":
            message = f"the words are not in {source}: {shorten(passage)!r}"
            yield Finding(path, message, _COPY, beside=_beside(refused, at, source, "the nearest words"))
        else:
            message = f"the words are not those of {source}: {refused.said}"
            beside = _beside(refused, at, source, "the words there")
            yield Finding(path, message, _help(refused), _whole_word(refused.ours, passage), beside=beside)


@rule("quote-stitched")
def quote_stitched(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation that joins two parts over the reporter's words between them.

    Why: nobody said the two in one breath, and the second may be another's.
    Bad: `quote: The gates hold. We will not open them` where “he said” stands between the two
    Good: `quote: [The gates hold, We will not open them]`, a list of two
    """
    for path, _, refused in _iter_refused(evidence, at, "stitched"):
        beside = _beside(refused, at, source_of(evidence, at), "the words between")
        help = "give each part by itself, as two items of a list"
        yield Finding(path, f"the quotation {refused.said}", help, beside=beside)


@rule("quote-cut")
def quote_cut(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation cut so that what is left out of its sentence turns it.

    Why: without its “not”, “if”, “still” or “up to” a sentence says another thing, in its own words.
    Bad: `quote: We will open the gates` where the sentence goes on “if the board pays”
    Good: `quote: We will open the gates if the board pays`
    """
    for path, _, refused in _iter_refused(evidence, at, "cut"):
        beside = _beside(refused, at, source_of(evidence, at), "left out here")
        help = "quote it with the words that are left out"
        yield Finding(path, f"the quotation {refused.said}", help, beside=beside)


@rule("quote-context", WARNING)
def quote_context(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation beside which words are left out that may turn it.

    Why: whoever reads the quotation alone may take it for more than was said.
    Bad: `quote: the gates will be opened` where the sentence ends in a question mark
    Good: `quote: Will the gates be opened?`
    """
    for path, passage, judged in _judged(evidence, at):
        if isinstance(judged, Passage) and judged.doubt and path[0] != "described_as":
            help = "quote it with these words, or allow it and say why"
            message = f"the quotation {judged.doubt}, which may turn it: {shorten(passage)!r}"
            yield Finding(
                path, message, help, beside=_beside(judged, at, source_of(evidence, at), "it stands here")
            )


@rule("quote-elision")
def quote_elision(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation that leaves out or puts in more than its brackets may, or leaves out without saying so.

    Why: an omission is honest where the rest says the same without it.
    Bad: `quote: We [...] want that linked` for “We don't want that linked”
    Good: `quote: We don't want that [...] mixed`
    """
    for path, _, refused in _iter_refused(evidence, at, "elision"):
        beside = _beside(refused, at, source_of(evidence, at), "the words there")
        is_undeclared = refused.said.startswith("has")
        help = "write `[...]` for what is left out" if is_undeclared else "quote these words too"
        yield Finding(path, f"the quotation {refused.said}", help, beside=beside)


@rule("quote-ambiguous")
def quote_ambiguous(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation of one word that stands several times in its source.

    Why: nobody can look up who said it, and about what.
    Bad: `quote: hundreds` where the article has it three times
    Good: the same with `locator: ¶9`, or with more words
    """
    for path, passage, refused in _iter_refused(evidence, at, "ambiguous"):
        beside = _beside(refused, at, source_of(evidence, at), "it stands here first")
        help = "quote more words, or name the paragraph: `locator: ¶2`"
        yield Finding(path, f"{shorten(passage)!r} {refused.said}", help, beside=beside)


@rule("locator-wrong", WARNING)
def locator_wrong(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A locator that names a paragraph or line that the source has not, or in which the words do not stand.

    Why: whoever looks the words up there finds others, or none.
    Bad: `locator: ¶99` for an article of 30 paragraphs
    Good: `locator: ¶9`, where the words stand
    """
    place = find_place(evidence.locator)
    text = at.lookup.text(source_of(evidence, at)) if place else None
    if place is None or text is None:
        return
    if lacks := text.paragraphs.lacks(place):
        yield Finding(
            ("locator",), f"the text has {lacks}: nothing stands there", "count again, or leave it out"
        )
        return
    passages = [(words, judged) for path, words, judged in _judged(evidence, at) if path[0] != "described_as"]
    stands = [text.stands_outside(words, place.number) for words, _ in passages if place.is_paragraph]
    if stands and all(stands):
        message = f"the words stand in ¶{stands[0]}, not in ¶{place.number}"
        beside = _beside(passages[0][1], at, source_of(evidence, at), "they stand here")
        yield Finding(("locator",), message, f"write `locator: ¶{stands[0]}`", beside=beside)


def _iter_refused(evidence: Evidence, at: At, *faults: str) -> Iterator[tuple[Path, str, Refusal]]:
    """The passages that are refused for one of these faults, and why."""
    for path, passage, judged in _judged(evidence, at):
        if isinstance(judged, Refusal) and judged.fault in faults and judged.fault not in _free(path):
            yield path, passage, judged


def _free(path: Path) -> tuple[str, ...]:
    """The faults that do not count in a field."""
    return ("cut", "ambiguous") if path[0] == "described_as" else ()


def _judged(evidence: Evidence, at: At) -> list[tuple[Path, str, Passage | Refusal]]:
    """Path, words and judgement of each passage whose source has its text at hand."""
    return at.lookup.answer("judged", evidence, lambda: list(_iter_judged(evidence, at)))


def _iter_judged(evidence: Evidence, at: At) -> Iterator[tuple[Path, str, Passage | Refusal]]:
    source = source_of(evidence, at) if evidence.quote or evidence.words or evidence.described_as else ""
    text = at.lookup.text(source) if source else None
    if text is not None:
        for path, passage in iter_passages(evidence):
            if has_words(passage):
                yield path, passage, text.judge(passage, evidence.locator)


def _beside(judged: Passage | Refusal, at: At, source: str, message: str) -> tuple[Related, ...]:
    """The place in the source's text, with its line."""
    text = at.book.texts[source]
    if not judged.end:
        return ()
    line, column = place_in(text, judged.start)
    excerpt = line_at(text, line)
    end = min(column + judged.end - judged.start, len(excerpt) + 1)
    return (Related(f"seeds/{source}.txt", line, message, column, end, excerpt),)


def _help(refused: Refusal) -> str:
    """The way out of a changed word: a bracket where only the size of its first letter changed."""
    if any(dots in refused.ours for dots in ("…", "...")):
        return f"write `[...]` for what is left out, and {_COPY}"
    changed = [piece for piece in refused.diff if piece.side != "same"]
    if len(changed) != 2:
        return _COPY
    ours, theirs = (piece.words for piece in changed)
    if ours[:1].casefold() != theirs[:1].casefold() or ours[1:] != theirs[1:]:
        return _COPY
    return f"copy the letter as it stands, or write `[{ours[:1]}]{ours[1:]}`"


def _whole_word(words: str, passage: str) -> str:
    """The words at fault, where they stand once in the passage."""
    return words if passage.count(words) == 1 else ""


def iter_passages(evidence: Evidence) -> Iterator[tuple[Path, str]]:
    """Path and words of each passage of a piece of evidence."""
    for field in ("quote", "words", "described_as"):
        value: Spans = getattr(evidence, field)
        if isinstance(value, str):
            if value:
                yield (field,), value
        else:
            for index, passage in enumerate(value):
                yield (field, index), passage


def source_of(evidence: Evidence, at: At) -> str:
    """The source of a piece of evidence: its own, its entry's, or the brief's only one."""
    for record in (evidence, *at.parents):
        if isinstance(record, Evidence) and record.source:
            return record.source
    return at.brief.sources[0] if at.brief is not None and len(at.brief.sources) == 1 else ""


@rule("quote-blank")
def quote_blank(evidence: Evidence, _: At) -> Iterator[Finding]:
    """A quotation without words.

    Why: nothing is found everywhere.
    Bad: `quote: "..."`
    Good: `quote: We don't want that linked and mixed`
    """
    for path, passage in iter_passages(evidence):
        if not has_words(passage):
            yield Finding(path, f"the {path[0]} has no words", "copy the words from the source")


@rule("source-missing", draft=WARNING)
def source_missing(evidence: Evidence, at: At) -> Iterator[Finding]:
    """A quotation that does not say where it is from.

    Why: it cannot be checked, and the reader cannot follow it.
    Bad: `quote: ...` in a brief with two sources
    Good: the same with `source: wsj-2014-06-15`
    """
    given = [path for path, _ in iter_passages(evidence)]
    if (given or evidence.paraphrase) and not source_of(evidence, at):
        help = "add `source:`, or list the one source under the brief's `sources:`"
        yield Finding(given[0] if given else ("paraphrase",), "it does not say from which source", help)


@rule("source-not-listed", WARNING)
def source_not_listed(evidence: Evidence, at: At) -> Iterator[Finding]:
    """Evidence from a source that the brief does not list.

    Why: the list at the top tells a reader what the whole brief rests on.
    Bad: `source: reuters-2014-06-16` where `sources: [wsj-2014-06-15]`
    Good: `sources: [wsj-2014-06-15, reuters-2014-06-16]`
    """
    id = evidence.source
    if id in at.book.sources and at.brief is not None and id not in at.brief.sources:
        yield Finding(("source",), f"the brief does not list `{id}`", "add it to `sources:`")
