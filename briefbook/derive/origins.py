"""Where a claim comes from, as pages show it: its origins with their ratings, and who speaks."""

from __future__ import annotations

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.entries import Life
from briefbook.derive.links import entry_link
from briefbook.derive.listed import first
from briefbook.derive.notices import corrected
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Listed
from briefbook.derive.views.claims import Contradiction
from briefbook.derive.views.evidence import Origin, Origins, RatedSource
from briefbook.model.origins import Provenance, iter_support, provenance_of
from briefbook.model.records import Claim, Update

MOST_CONTRADICTIONS = 5
"""Contradicting claims that are named beside a claim which has a page of its own."""


def provenance(life: Life, situation: Situation, *, is_first: bool = False) -> Provenance:
    """Where a claim comes from, its updates included; `is_first`: by its first report alone.

    The evidence counts that bears the claim out: its own, that of updates which do not doubt it, and that of
    replies which support it. The book is a released one, so what is withheld is neither counted nor named.
    """
    assert isinstance(life.first, Claim)
    updates = () if is_first else (step.update for step in life.steps)
    records: tuple[Claim | Update, ...] = (life.first, *updates)
    pieces = (piece for record in records for part in iter_support(record) for piece in part.evidence)
    return provenance_of(pieces, situation.released.sources)


def origins(life: Life, at: At, *, is_first: bool = False) -> Origins:
    """The origins of a claim, with the sources that repeat each, and its speakers."""
    found, sources = provenance(life, at.situation, is_first=is_first), at.released.sources
    return Origins(
        sources=len(found.sources),
        rows=tuple(
            Origin(
                source=rated(origin.root, at),
                quoted=origin.root in origin.sources,
                repeated_by=tuple(rated(id, at) for id in origin.repeating),
            )
            for origin in found.origins
        ),
        speakers=tuple(at.actor(id, life.brief.as_of) for id in found.speakers),
        reporters=tuple(sources[id].publisher for id in found.reporters),
    )


def rated(id: str, at: At) -> RatedSource:
    """A source with its reliability."""
    source = at.released.sources[id]
    at.show(source)
    return RatedSource(
        publisher=source.publisher,
        published=dates.date(source.published),
        reliability=source.reliability or "",
        url=at.href(f"sources/{id}"),
    )


def contradicting(life: Life, situation: Situation) -> tuple[str, ...]:
    """Ids of the claims that cannot be true together with a claim, oldest first."""
    return tuple(each.id for each in situation.entries.contradicting.get(life.id, ()))


def contradictions(life: Life, at: At) -> Listed[Contradiction]:
    """The claims that cannot be true together with a claim, oldest first."""
    found = at.situation.entries.contradicting.get(life.id, ())
    return first(found, contradiction, MOST_CONTRADICTIONS, at, f"claims/{life.id}")


def contradiction(life: Life, at: At) -> Contradiction:
    """A contradicting claim as it now stands."""
    claim, brief, found = life.now, life.brief, provenance(life, at.situation)
    assert isinstance(claim, Claim)
    return Contradiction(
        claim=entry_link(life.id, at, None),
        by=at.actor(claim.by, brief.as_of) if claim.by else None,
        status=claim.status,
        reported=dates.date(brief.as_of.to_day),
        credibility=claim.credibility or 0,
        sources=len(found.sources),
        origins=len(found.origins),
        corrected=corrected(life.id, at),
    )
