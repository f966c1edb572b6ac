"""Where a claim comes from: the reports at the root of its sources and, apart from them, who speaks.

Three papers that print one agency's report have one origin, and three reporters who quote one spokesman have
one speaker. Either way the claim rests on one thing, however often it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefbook.model.book import ARTICLE
from briefbook.model.records import Claim, Evidence, Reply, Source, Update

DOUBTING = ("unverified", "disputed", "refuted")
"""Findings of an update whose evidence says why the claim is doubted."""


class Origin(NamedTuple):
    """A report from which sources of a claim come."""

    root: str
    """Id of the source at the root: it repeats nobody."""
    sources: tuple[str, ...]
    """Ids of the sources quoted that come from it; the root is among them only where it is quoted itself."""

    @property
    def repeating(self) -> tuple[str, ...]:
        """Ids of the sources quoted that repeat it."""
        return tuple(id for id in self.sources if id != self.root)


class Provenance(NamedTuple):
    """What a claim rests on, each origin and each speaker counted once, in the order of the evidence."""

    origins: tuple[Origin, ...] = ()
    speakers: tuple[str, ...] = ()
    """Ids of the actors whose words bear it out."""
    reporters: tuple[str, ...] = ()
    """Roots whose own reporters state it: each newsroom is a voice of its own."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all sources quoted."""
        return tuple(id for origin in self.origins for id in origin.sources)

    @property
    def voices(self) -> int:
        """How many say so: actors, and newsrooms that speak for themselves."""
        return len(self.speakers) + len(self.reporters)


def iter_support(record: Claim | Update) -> Iterator[Claim | Update | Reply]:
    """The records whose evidence bears a claim out, of the claim itself or of one update to it.

    An update that doubts the claim rests on what speaks against it, so its evidence does not count. Of the
    replies those that support the claim do: they are a second voice, often in a second report. Figures do
    not, since who gives a number need not know of the rest.
    """
    if not (isinstance(record, Update) and record.status in DOUBTING):
        yield record
    yield from (reply for reply in record.replies if reply.says == "supports")


def provenance_of(pieces: Iterable[Evidence], sources: Mapping[str, Source]) -> Provenance:
    """Where evidence comes from; a piece that names no known source has a speaker and no origin."""
    origins: dict[str, dict[str, None]] = {}
    speakers: dict[str, None] = {}
    reporters: dict[str, None] = {}
    for piece in pieces:
        root = root_of(piece.source, sources) if piece.source in sources else ""
        if root:
            origins.setdefault(root, {})[piece.source] = None
        if piece.speaker != ARTICLE:
            speakers[piece.speaker] = None
        elif root:
            reporters[root] = None
    return Provenance(
        tuple(Origin(root, tuple(quoted)) for root, quoted in origins.items()),
        tuple(speakers),
        tuple(reporters),
    )


def root_of(id: str, sources: Mapping[str, Source]) -> str:
    """The source from which a source's report comes; all sources of a ring have the same one."""
    chain = [id]
    while (via := sources[chain[-1]].via) in sources:
        if via in chain:
            return min(chain[chain.index(via) :])
        chain.append(via)
    return chain[-1]
