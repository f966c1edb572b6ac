"""When a question became overdue: judged on the day of each brief, by what was known then."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from briefbook.derive.dates import last_day
from briefbook.derive.entries import UNANSWERED, Lasting, Life, updated
from briefbook.model.records import Brief, Question


def fell_due(questions: Iterable[Life], briefs: Sequence[Brief]) -> dict[str, list[Life]]:
    """For each brief, the questions without an answer by their due date, which were not so in the one before.

    `briefs` come oldest first. A question that is asked after its due date is new, not newly overdue.
    """
    days = [last_day(brief.as_of) for brief in briefs]
    rank = {brief.id: number for number, brief in enumerate(briefs)}
    found: dict[str, list[Life]] = {}
    for life in questions:
        if any(getattr(each, "due", None) for each in (life.first, *(step.update for step in life.steps))):
            stretches = [(start, _since(record, days)) for start, record in _iter_versions(life, rank)]
            for number in _iter_ranks(stretches, len(days)):
                found.setdefault(briefs[number].id, []).append(life)
    return found


def _iter_ranks(stretches: Sequence[tuple[int, int]], end: int) -> Iterator[int]:
    """The ranks of the briefs in which the question became overdue."""
    was = True
    for (start, since), (stop, _) in pairwise([*stretches, (end, end)]):
        number = max(start, since)
        if number < stop and not (was and number == start):
            yield number
        was = since < stop


def _since(record: Lasting, days: Sequence[dt.date]) -> int:
    """The rank of the first brief in which a question that stays so is overdue."""
    if not isinstance(record, Question) or record.due is None or record.status not in UNANSWERED:
        return len(days)
    return bisect_right(days, last_day(record.due))


def _iter_versions(life: Life, rank: Mapping[str, int]) -> Iterator[tuple[int, Lasting]]:
    """The question as each brief that names it left it, with the rank of the brief, oldest first."""
    asked, ranks = rank[life.brief.id], [rank[step.brief.id] for step in life.steps]
    if ranks == sorted(set(ranks)) and ranks[:1] >= [asked][: len(ranks)]:
        yield asked, life.first
        yield from ((number, step.after) for number, step in zip(ranks, life.steps, strict=True))
        return
    for number in sorted({asked, *(each for each in ranks if each > asked)}):
        record = life.first
        for step, told in zip(life.steps, ranks, strict=True):
            if told <= number:
                record = updated(record, step.update, step.said)
        yield number, record
