"""The quotation budget: how much of a source a site publishes in the source's own words."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At, Lookup
from briefbook.check.proofs import proofs_of
from briefbook.check.registry import rule
from briefbook.diagnostics import Finding
from briefbook.model.book import iter_evidence
from briefbook.model.records import Source, passages_of
from briefbook.text.budget import words_allowed, words_taken
from briefbook.text.near import shorten


@rule("quotation-budget")
def quotation_budget(source: Source, at: At) -> Iterator[Finding]:
    """A source of which cleared briefs quote more than its rights allow.

    Why: short quotations are evidence, and a large part of an article is a copy of it.
    Bad: 600 words of an article of 1,600, where `rights: excerpt`
    Good: 300 of them, and the rest in our words with `paraphrase:`
    """
    percent = getattr(at.book.settings.quotation_budget, source.rights)
    passages = at.lookup.remember("cleared passages", lambda: _cleared(at.lookup)).get(source.id, set())
    proofs = proofs_of(at.lookup)
    length = proofs.length(source.id) if passages and percent < 100 else 0
    allowed = words_allowed(length, percent)
    # What passages share counts once, so their lengths together are the most that they can take.
    if not length or sum(len(each.split()) for each in passages) <= allowed:
        return
    taken = words_taken((proofs.ranges(source.id, each), each) for each in passages)
    if taken > allowed:
        message = (
            f"cleared briefs quote {taken} of the {length} words of `{source.id}`; "
            f"`rights: {source.rights}` allows {allowed}"
        )
        longest = max(sorted(passages), key=lambda each: len(each.split()))
        help = (
            "say some of it in our words with `paraphrase:`, or set `quotation_budget` in mkdocs.yml; "
            f"the longest passage has {len(longest.split())} words: {shorten(longest)!r}"
        )
        yield Finding(("rights",), message, help)


def _cleared(lookup: Lookup) -> dict[str, set[str]]:
    """The passages that cleared briefs take from each source."""
    found: dict[str, set[str]] = {}
    for brief in lookup.book.briefs.values():
        if brief.status == "cleared":
            for piece in iter_evidence(brief):
                found.setdefault(piece.source, set()).update(passages_of(piece))
    return found
