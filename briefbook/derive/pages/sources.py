"""The list of sources, and each source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple, overload

from briefbook.check.proofs import Proofs
from briefbook.check.voices import Ranges
from briefbook.derive.at import At, changed
from briefbook.derive.evidence import piece_of, source_note, verdict
from briefbook.derive.links import entry_link, plain
from briefbook.derive.mentions import Quoted
from briefbook.derive.notices import corrected
from briefbook.derive.pages.lists import Owner, Section, in_brief, iter_lists
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views.evidence import Quotation
from briefbook.derive.views.pages.sources import Budget, SourcePage, SourcesPage
from briefbook.derive.views.references import BriefRef
from briefbook.model.records import Brief, Source, passages_of, spans
from briefbook.text.budget import words_allowed, words_taken

MOST_QUOTATIONS = 40
"""Pieces of evidence on the page of their source, which holds little else."""
MOST_BRIEFS = 20


class SourceLists(NamedTuple):
    """The lists of a source."""

    quotations: Section[Quoted, Quotation]
    """In the order of its text."""
    briefs: Section[Brief, BriefRef]
    """Newest first."""


class InTextOrder(Sequence[Quoted]):
    """What is quoted from a source in the order of its text, paraphrases last; sorted when a page asks."""

    def __init__(self, quoted: Sequence[Quoted], proofs: Proofs) -> None:
        self._quoted = quoted
        self._proofs = proofs

    def __len__(self) -> int:
        return len(self._quoted)

    @overload
    def __getitem__(self, index: int) -> Quoted: ...
    @overload
    def __getitem__(self, index: slice) -> list[Quoted]: ...
    def __getitem__(self, index: int | slice) -> Quoted | list[Quoted]:
        return self._sorted[index]

    @cached_property
    def _sorted(self) -> list[Quoted]:
        return sorted(self._quoted, key=self._place)

    def _place(self, quoted: Quoted) -> tuple[bool, Ranges]:
        """Where its first passage stands."""
        piece = quoted.piece
        places = [self._proofs.ranges(piece.source, words, piece.locator) for words in passages_of(piece)[:1]]
        return (False, places[0]) if places and places[0] else (True, ())


def iter_sources(situation: Situation) -> Iterator[Page]:
    """The list, newest first, then each source."""
    newest_first = sorted(
        situation.released.sources.values(),
        key=lambda source: (source.published.order, source.id),
        reverse=True,
    )
    yield from iter_sheets(situation, "sources", newest_first, sources_page)
    for source in newest_first:
        path = f"sources/{source.id}"
        yield make_page(situation, path, "source.html", partial(source_page, id=source.id))
        owner = Owner(path, ((path, source.title),), (source,))
        yield from iter_lists(situation, owner, source_lists(source.id, situation))


def sources_page(situation: Situation, *, rows: Sequence[Source], sheet: Sheet) -> SourcesPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    return SourcesPage(
        rows=tuple(
            source_note(
                source, at, 0, tally(source.id, at), len(situation.mentions.briefs.get(source.id, ()))
            )
            for source in rows
        ),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(source.id for source in rows))),
    )


def source_lists(id: str, situation: Situation) -> SourceLists:
    """The lists of a source."""
    quoted = situation.mentions.quoted.get(id, ())
    in_order = InTextOrder(quoted, situation.released.proofs)
    briefs = situation.mentions.briefs.get(id, ())
    return SourceLists(
        quotations=Section("quotations", "quotations", in_order, quotation, MOST_QUOTATIONS),
        briefs=Section("briefs", "briefs", briefs[::-1], in_brief, MOST_BRIEFS),
    )


def source_page(situation: Situation, *, id: str) -> SourcePage:
    """The view of a source."""
    at = At(situation, f"sources/{id}")
    source = situation.released.sources[id]
    lists = source_lists(id, situation)
    briefs = situation.mentions.briefs.get(id, [])
    return SourcePage(
        source=source_note(source, at, 0, tally(id, at), len(briefs)),
        quotations=lists.quotations.first(at),
        budget=budget(source, situation),
        briefs=lists.briefs.first(at),
        head=at.head(
            source.title,
            description=plain(source.note, at),
            crumb=source.publisher,
            stamp=changed(briefs[-1] if briefs else None),
        ),
    )


def budget(source: Source, situation: Situation) -> Budget | None:
    """How much of a source released entries quote, and how much they may."""
    proofs = situation.released.proofs
    passages = {
        words
        for quoted in situation.mentions.quoted.get(source.id, ())
        for words in passages_of(quoted.piece)
    }
    length = proofs.length(source.id)
    if not passages or not length:
        return None
    percent = getattr(situation.settings.quotation_budget, source.rights)
    return Budget(
        taken=words_taken((proofs.ranges(source.id, words), words) for words in sorted(passages)),
        length=length,
        allowed=words_allowed(length, percent),
    )


def quotation(quoted: Quoted, at: At) -> Quotation:
    """A piece of evidence with what rests on it."""
    return Quotation(
        entry=entry_link(quoted.key, at, quoted.brief),
        evidence=piece_of(quoted.piece, at, quoted.brief, quoted.said),
        brief=at.brief(quoted.brief),
        corrected=corrected(quoted.key, at, quoted.brief),
    )


def tally(id: str, at: At) -> tuple[int, int, int]:
    """Passages taken from a source in all briefs, those compared with its text, and paraphrases."""
    pieces = [quoted.piece for quoted in at.situation.mentions.quoted.get(id, ())]
    passages = [(*spans(piece.quote), *spans(piece.words)) for piece in pieces]
    return (
        sum(map(len, passages)),
        sum(len(each) for each in passages if verdict(each, id, at) == "text"),
        sum(bool(piece.paraphrase) for piece in pieces),
    )
