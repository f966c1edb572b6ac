"""The search page, and what it finds: the records of each kind, cut into the files of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefbook.derive import timeline
from briefbook.derive.at import At
from briefbook.derive.entries import Life
from briefbook.derive.pages.page import Page, cut, make_page
from briefbook.derive.situation import Situation
from briefbook.derive.views.pages.search import SearchKind, SearchPage
from briefbook.model.records import Judgement, Record

SEARCH = "search"
"""The folder of the page and of the index."""

MOST_ROWS = 2000
"""Records in one file of the index, about 80 KB compressed."""

ID, BRIEF = "{id}", "{brief}"
"""Stand in a pattern for the id of a record and of the brief that holds it."""


class Part(NamedTuple):
    """One file of the index."""

    kind: str
    file: str
    """Its output path: `search/claims.js`, then `search/claims-2.js`."""
    records: Sequence[Record | Life]


def iter_search(situation: Situation) -> Iterator[Page]:
    """The search page."""
    yield make_page(situation, SEARCH, "search.html", search_page)


def search_page(situation: Situation) -> SearchPage:
    """The view of the search page; its marking is the strictest of what it can show."""
    at = At(situation, SEARCH)
    at.is_judged = bool(situation.entries.questions)
    parts = list(iter_parts(situation))
    for part in parts:
        for each in part.records:
            at.show(each.now if isinstance(each, Life) else each)
    return SearchPage(
        kinds=tuple(
            SearchKind(code=kind, pattern=at.href(_KINDS[kind].path, _KINDS[kind].anchor))
            for kind in dict.fromkeys(part.kind for part in parts)
        ),
        files=tuple(at.root + part.file for part in parts),
        head=at.head(),
    )


def iter_parts(situation: Situation) -> Iterator[Part]:
    """The files of the index in the order in which they are asked for; a kind without records has none.

    The newest records of all kinds come before older ones of any.
    """
    found = ((kind, each.find(situation)) for kind, each in _KINDS.items())
    cuts = {kind: cut(records, MOST_ROWS) for kind, records in found if records}
    for number in range(max(map(len, cuts.values()), default=0)):
        for kind, parts in cuts.items():
            if number < len(parts):
                name = f"{kind}-{number + 1}" if number else kind
                yield Part(kind, f"{SEARCH}/{name}.js", parts[number])


def _actors(situation: Situation) -> Sequence[Record]:
    return sorted(situation.released.actors.values(), key=lambda actor: situation.order(actor.id))


def _issues(situation: Situation) -> Sequence[Record]:
    return [situation.released.issues[id] for id in situation.issues]


def _events(situation: Situation) -> Sequence[Life]:
    return timeline.by_date(situation.entries.events)[::-1]


def _pages(situation: Situation) -> Sequence[Record]:
    pages = situation.released.pages
    return [pages[id] for id in sorted(pages)]


def _sources(situation: Situation) -> Sequence[Record]:
    sources = situation.released.sources.values()
    return sorted(sources, key=lambda source: (source.published.order, source.id), reverse=True)


def _judgements(situation: Situation) -> Sequence[Life]:
    lives = situation.entries.lives.values()
    return [life for life in lives if isinstance(life.now, Judgement)][::-1]


class _Kind(NamedTuple):
    """One kind of record."""

    find: Callable[[Situation], Sequence[Record | Life]]
    """The newest first."""
    path: str
    """Of the page of a record, or of the page on which it stands."""
    anchor: str = ""


_KINDS = {
    "actors": _Kind(_actors, f"actors/{ID}"),
    "issues": _Kind(_issues, f"issues/{ID}"),
    "briefs": _Kind(lambda situation: situation.briefs[::-1], f"briefs/{ID}"),
    "questions": _Kind(lambda situation: situation.entries.questions[::-1], f"questions/{ID}"),
    "events": _Kind(_events, f"briefs/{BRIEF}", ID),
    "claims": _Kind(lambda situation: situation.entries.claims[::-1], f"claims/{ID}"),
    "judgements": _Kind(_judgements, f"briefs/{BRIEF}", ID),
    "sources": _Kind(_sources, f"sources/{ID}"),
    "pages": _Kind(_pages, ID),
}
"""In the order in which they are loaded and shown: names first, and large kinds late."""
