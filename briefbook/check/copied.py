"""Our own words that are an article's: a long run of its text that stands in no quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from briefbook.check.at import At
from briefbook.check.prose import Prose, every_text
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import iter_evidence
from briefbook.model.records import Brief, Evidenced, passages_of
from briefbook.text.copied import LEAST_COPIED, find_copied, plainly
from briefbook.text.near import shorten
from briefbook.text.placeholders import is_placeholder

_MARKS = ".,;:' "
_SOME = 4
"""Words side by side that a quotation holds on purpose."""


@rule("words-copied", WARNING)
def words_copied(brief: Brief, at: At) -> Iterator[Finding]:
    """Twelve words or more of a source in our own words, which no quotation of the brief holds.

    Why: readers take them for ours, and no quotation budget counts them.
    Bad: `summary:` with a whole sentence of the article
    Good: the sentence under `words:`, and a `summary:` that says it more shortly
    """
    texts = {id: _plain(id, at) for id in brief.sources if id in at.book.texts}
    for prose in chain(every_text(brief, at.lookup), _iter_paraphrases(brief, at)) if texts else ():
        if prose.text.count(" ") < LEAST_COPIED - 1 or is_placeholder(prose.text):
            continue  # a proposal is nobody's words yet
        yield from _copied(prose, texts, brief, at)


def _plain(id: str, at: At) -> str:
    return at.lookup.of_text("plainly", id, partial(plainly, at.book.texts[id]))


def _iter_paraphrases(brief: Brief, at: At) -> Iterator[Prose]:
    """What evidence says in our words."""
    for entry in at.book.entries_of(brief):
        record = entry.record
        if isinstance(record, Evidenced):
            listed = (((*entry.path, "evidence", index), each) for index, each in enumerate(record.evidence))
            for path, piece in ((entry.path, record), *listed):
                if piece.paraphrase:
                    yield Prose((*path, "paraphrase"), piece.paraphrase, piece.paraphrase, record, ())


def _copied(prose: Prose, texts: Mapping[str, str], brief: Brief, at: At) -> Iterator[Finding]:
    for id, run in find_copied(prose.masked, texts):
        words = prose.masked[run.start : run.end]
        if _unquoted(plainly(words).split(), _quoted(brief, at)) >= LEAST_COPIED:
            said = shorten(" ".join(words.split()))
            message = f"{run.words} words of `{id}` stand in our own words: {said!r}"
            help = "say it more shortly, or give the words as evidence with `quote:` or `words:`"
            yield prose.finding(run.start, run.end, message, help, is_doubtful=False)


def _unquoted(words: Sequence[str], quoted: tuple[str, ...]) -> int:
    """How many of the words stand in no quotation, which holds some of them side by side."""
    held: set[int] = set()
    for start in range(len(words)):
        end = start
        while end < len(words) and any(_joined(words[start : end + 1]) in each for each in quoted):
            end += 1
        if end - start >= _SOME:
            held.update(range(start, end))
    return len(words) - len(held)


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).strip(_MARKS)


def _quoted(brief: Brief, at: At) -> tuple[str, ...]:
    """What the brief quotes, which its readers see as quoted and the budget counts."""
    found = (passage for piece in iter_evidence(brief) for passage in passages_of(piece))
    return at.lookup.answer("quoted plainly", brief, lambda: tuple(map(plainly, found)))
