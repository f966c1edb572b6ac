"""How likely, in the words of the site's scale, and apart from how confident we are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.check.at import At, Lookup
from briefbook.check.prose import Prose, is_english, linked_sentences, prose_of
from briefbook.check.registry import NOTE, WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import Brief, Judgement, Update
from briefbook.model.vocabulary import LIKELIHOODS
from briefbook.text.hedges import Words, find_confidences, find_likelihoods, find_modals
from briefbook.text.near import listed
from briefbook.text.prose import find_sentences, mask


class _Sentence(NamedTuple):
    """A sentence that says or repeats a judgement."""

    prose: Prose
    start: int
    words: str
    likelihoods: frozenset[str]
    """Those that the judgements have on the day of the brief."""
    is_own: bool
    """Whether it is the judgement's own text, and not one that links to it."""

    def finding(self, at: Words, message: str, help: str) -> Finding:
        return self.prose.finding(
            self.start + at.start, self.start + at.end, message, help, is_doubtful=not self.is_own
        )


def _has_judgements(lookup: Lookup) -> bool:
    briefs = lookup.book.briefs.values()
    return lookup.remember("has judgements", lambda: any(brief.judgements for brief in briefs))


def _sentences(brief: Brief, at: At) -> tuple[_Sentence, ...]:
    """Every sentence of a brief that says a judgement, or links to one."""
    return at.lookup.answer("judgements", brief, lambda: tuple(_iter_sentences(brief, at)))


def _iter_sentences(brief: Brief, at: At) -> Iterator[_Sentence]:
    if not is_english(brief, at.lookup):
        return
    for entry in at.book.entries_of(brief):
        record = entry.record
        judgement = _judgement(record.update, at) if isinstance(record, Update) else record
        if isinstance(judgement, Judgement) and isinstance(record, (Judgement, Update)) and record.text:
            masked = mask(record.text, lambda *_: False)
            prose = Prose((*entry.path, "text"), record.text, masked, record, ())
            yield _Sentence(prose, 0, masked, _likelihoods(judgement, brief, at), True)
    for sentence in linked_sentences(brief, at):
        judgements = [each for target in sentence.targets if (each := _judgement(target, at))]
        if judgements:
            known = frozenset().union(*(_likelihoods(each, brief, at) for each in judgements))
            yield _Sentence(sentence.prose, sentence.start, sentence.words, known, False)


def _judgement(id: str, at: At) -> Judgement | None:
    entry = at.book.entries.get(id)
    return entry.record if entry is not None and isinstance(entry.record, Judgement) else None


def _likelihoods(judgement: Judgement, brief: Brief, at: At) -> frozenset[str]:
    """The likelihood of a judgement on the day of a brief, as the words that may stand for it."""
    updates = at.lookup.updated.get(judgement.id, ())
    earlier = [
        each.likelihood for of, each in updates if each.likelihood and of.as_of.order <= brief.as_of.order
    ]
    return frozenset((earlier[-1] if earlier else judgement.likelihood).split(" or "))


def _on_scale(at: At) -> frozenset[str]:
    return frozenset(part for words in LIKELIHOODS[at.book.settings.scale] for part in words.split(" or "))


@rule("likelihood-off-scale", WARNING, when=_has_judgements)
def likelihood_off_scale(brief: Brief, at: At) -> Iterator[Finding]:
    """A likelihood in the text of a judgement, or beside a link to one, that the site's scale does not have.

    Why: the page prints a range of percent for each word of the scale; “probably” has none.
    Bad: `text: The talks will probably fail.`
    Good: `text: The talks will fail.` with `likelihood: likely`
    """
    known = _on_scale(at)
    for sentence in _sentences(brief, at):
        for found in find_likelihoods(sentence.words):
            words = " ".join(found.words.lower().split())
            if words not in known:
                message = f"{words!r} is not on the site's scale ({at.book.settings.scale})"
                help = f"write {listed(LIKELIHOODS[at.book.settings.scale])}, or leave it to `likelihood:`"
                yield sentence.finding(found, message, help)


@rule("likelihood-differs", WARNING, when=_has_judgements)
def likelihood_differs(brief: Brief, at: At) -> Iterator[Finding]:
    """A likelihood in the text of a judgement, or beside a link to one, that is not the judgement's.

    Why: the reader meets two likelihoods for one thing, and takes the one that suits.
    Bad: `text: The talks are very likely to fail.` with `likelihood: likely`
    Good: `text: The talks are likely to fail.` with `likelihood: likely`
    """
    known = _on_scale(at)
    for sentence in _sentences(brief, at):
        for found in find_likelihoods(sentence.words):
            words = " ".join(found.words.lower().split())
            if words in known and words not in sentence.likelihoods:
                own = listed(sorted(sentence.likelihoods))
                message = f"it says {words!r}, but the judgement's likelihood is {own!r}"
                yield sentence.finding(found, message, "let both say the same, or update the judgement")


@rule("modal-vague", NOTE, when=_has_judgements)
def modal_vague(brief: Brief, at: At) -> Iterator[Finding]:
    """“May”, “might” or “could” in the text of a judgement, or in a sentence that links to one.

    Why: they fit anything between no chance and certainty, so nobody can be wrong or right with them.
    Bad: `text: The talks could fail in June.`
    Good: `text: The talks will fail in June.` with `likelihood: unlikely`
    """
    for sentence in _sentences(brief, at):
        for found in find_modals(sentence.words):
            message = f"{found.words!r} says no likelihood"
            help = "write what will be so, and leave how likely it is to `likelihood:`"
            yield sentence.finding(found, message, help)


@rule("likelihood-with-confidence", WARNING)
def likelihood_with_confidence(brief: Brief, at: At) -> Iterator[Finding]:
    """A sentence that says how likely something is and how confident we are of it.

    Why: ICD 203 keeps the two apart, for readers take “likely, with low confidence” for “unlikely”.
    Bad: `We think it likely, with low confidence, that the talks go on.`
    Good: `We think it likely that the talks go on. Our confidence is low.`
    """
    ours = prose_of(brief, at)
    texts = ours.texts if "onfiden" in ours.joined else ()
    own = [each.prose for each in _sentences(brief, at) if each.is_own] if _has_judgements(at.lookup) else []
    for prose in (*texts, *own):
        if "onfiden" not in prose.masked:
            continue
        for start, end in find_sentences(prose.masked):
            words = prose.masked[start:end]
            found = next(find_confidences(words), None)
            likelihood = next(find_likelihoods(words), None)
            if found and likelihood:
                message = f"{likelihood.words!r} and {found.words!r} in one sentence"
                help = "say the confidence in a sentence of its own"
                yield prose.finding(start + found.start, start + found.end, message, help, is_doubtful=False)
