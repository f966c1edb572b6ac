"""Numbers as their sources give them: side by side on one scale, never added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log10
from typing import NamedTuple

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.entries import Life, update_anchor
from briefbook.derive.evidence import evidence
from briefbook.derive.links import inline_html
from briefbook.derive.views.figures import Bar, Figure
from briefbook.model import records
from briefbook.model.book import ARTICLE
from briefbook.model.records import Brief, Claim, Event

WIDTH = 100
"""Of a bar's scale."""
_ROUND = 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10


class Given(NamedTuple):
    """A number, the brief that reports it, and what it takes to draw it beside the others."""

    record: records.Figure
    brief: Brief
    by: str
    """Who gives it; empty, or `article`, for the source itself."""
    anchor: str
    """Of its entry, or of the update, in the brief."""
    top: float
    """Where the scale ends that it shares with the others; 0 where there is none."""
    is_earlier: bool
    """Whether the same source has given another number since."""


def given_so_far(life: Life) -> list[Given]:
    """The figures of a claim or an event, in the order in which briefs report them."""
    first = life.first
    assert isinstance(first, (Claim, Event))
    found = [(each, life.brief, life.id) for each in first.figures]
    found += [(each, step.brief, update_anchor(step)) for step in life.steps for each in step.update.figures]
    return beside(found, first.by if isinstance(first, Claim) else "")


def beside(found: Sequence[tuple[records.Figure, Brief, str]], by: str) -> list[Given]:
    """Figures of one entry; those that count the same in the same unit share a scale."""
    groups: dict[tuple[str, str], list[records.Figure]] = {}
    for each, _, _ in found:
        groups.setdefault(_key(each), []).append(each)
    tops = {key: _top(group) for key, group in groups.items()}
    last = {(*_key(each), each.by or by): brief.id for each, brief, _ in found}
    return [
        Given(
            each,
            brief,
            each.by or by,
            anchor,
            tops[_key(each)],
            last[(*_key(each), each.by or by)] != brief.id,
        )
        for each, brief, anchor in found
    ]


def figure(given: Given, at: At, *, has_evidence: bool = True) -> Figure:
    """A number as someone gives it."""
    record, brief = given.record, given.brief
    at.show(record)
    return Figure(
        what=record.what,
        group=" ".join(_key(record)),
        reported=record.reported,
        low=number(record.low),
        high=number(record.high),
        best=number(record.best),
        unit=record.unit,
        top=number(given.top) if given.top else "",
        bar=_bar(record, given.top) if given.top else None,
        is_earlier=given.is_earlier,
        by=at.actor(given.by, brief.as_of) if given.by not in ("", ARTICLE) else None,
        date=dates.date(brief.as_of.to_day),
        url=at.href(f"briefs/{brief.id}", given.anchor),
        evidence=evidence(record.evidence, at, brief, brief.as_of, given.by) if has_evidence else (),
        note_html=inline_html(record.note, at, brief),
    )


def figures(
    found: Iterable[records.Figure], at: At, brief: Brief, anchor: str, by: str
) -> tuple[Figure, ...]:
    """The numbers that one brief gives of an entry, each with who gives it: by default `by`."""
    return tuple(figure(each, at) for each in beside([(each, brief, anchor) for each in found], by))


def number(value: float | None) -> str:
    """`1,700`; empty where there is none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _key(record: records.Figure) -> tuple[str, str]:
    return record.what.casefold(), record.unit.casefold()


def _values(record: records.Figure) -> list[float]:
    return [value for value in (record.low, record.best, record.high) if value is not None]


def _top(found: Iterable[records.Figure]) -> float:
    """A round number that none of them passes; 0 where there is nothing to compare, or one is below 0."""
    sources = [values for each in found if (values := _values(each))]
    values = [value for each in sources for value in each]
    if len(sources) < 2 or min(values) < 0 or max(values) <= 0:
        return 0
    size = 10.0 ** floor(log10(max(values)))
    return next(step * size for step in _ROUND if step * size >= max(values))


def _bar(record: records.Figure, top: float) -> Bar | None:
    values = _values(record)
    if not values:
        return None
    low, high = (0 if value is None else _x(value, top) for value in (record.low, record.high))
    return Bar(
        low=low,
        high=WIDTH if record.high is None else high,
        best=None if record.best is None else _x(record.best, top),
        has_low=record.low is not None,
        has_high=record.high is not None,
    )


def _x(value: float, top: float) -> int:
    return round(value / top * WIDTH)
