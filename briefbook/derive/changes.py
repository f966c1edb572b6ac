"""What a brief changed against all briefs before it, heaviest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefbook.derive.corrections import Mended
from briefbook.derive.entries import Entries, Lasting, Life, Step
from briefbook.derive.stances import Statement
from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Correction,
    Event,
    Evidenced,
    Figure,
    Judgement,
    Question,
)
from briefbook.text.edtf import When

WEIGHT = {
    kind: weight
    for weight, kind in enumerate(
        (
            "moved",
            "withdrawn",
            "correction",
            "claim-rated",
            "question-answered",
            "question-overdue",
            "condition",
            "position-new",
            "figure-revised",
            "claim-new",
            "question-new",
            "event-changed",
            "event-scheduled",
            "question-changed",
            "judgement-new",
            "judgement-changed",
            "claim-changed",
            "attributed",
            "reported-late",
            "actor-new",
        )
    )
}
"""Kinds of change; a smaller number is the heavier."""

MOVES = ("moved", "withdrawn", "condition")
"""Kinds of change to where somebody stood already."""


class Delta(NamedTuple):
    """One change; of `statement`, `life`, `actor` and `correction`, the one that it is about."""

    kind: str
    date: When
    statement: Statement | None = None
    life: Life | None = None
    actor: Actor | None = None
    correction: Correction | None = None
    was: str = ""
    now: str = ""
    reason: str = ""
    brief: Brief | None = None
    figure: Figure | None = None
    """Beside its `life`: the figure as it is given now."""


def changes_of(
    brief: Brief,
    statements: Iterable[Statement],
    entries: Entries,
    actors: Iterable[Actor],
    corrections: Iterable[Mended],
    overdue: Iterable[Life] = (),
) -> tuple[list[Delta], int]:
    """The changes, and how many positions were stated again as they were."""
    found: list[Delta] = []
    reaffirmed = 0
    for statement in statements:
        if statement.change == "reaffirmed":
            reaffirmed += statement.is_stated
        else:
            found.append(of_statement(statement))
    found.extend(_new_entries(brief, entries))
    for update in dict.fromkeys(update.update for update in brief.updates):
        life = entries.lives[update]
        for step in life.steps:
            if step.brief is brief:
                found.extend(_of_update(life, step))
    found.extend(of_overdue(life, brief) for life in overdue)
    found.extend(map(of_correction, corrections))
    found.extend(Delta("actor-new", brief.as_of, actor=actor, brief=brief) for actor in actors)
    found.sort(key=lambda delta: WEIGHT[delta.kind])
    return found, reaffirmed


def of_statement(statement: Statement) -> Delta:
    """The change that a statement brought."""
    position = statement.position
    return Delta(
        statement.change,
        statement.said,
        statement=statement,
        was=statement.was,
        now=position.stance,
        reason=position.reason,
        brief=statement.brief,
    )


def of_step(life: Life, step: Step) -> Delta:
    """The change that an update brought."""
    was, now = rating(step.before), rating(step.after)
    return Delta(
        _kind_of_step(step, was != now),
        step.said,
        life=life,
        was=was,
        now=now,
        reason=step.update.reason,
        brief=step.brief,
    )


def _of_update(life: Life, step: Step) -> Iterator[Delta]:
    """The figures that an update revised, and what else it changed."""
    figures = tuple(iter_revised(life, step))
    whole = of_step(life, step)
    if not figures or whole.kind not in ("claim-changed", "event-changed") or _has_more(step):
        yield whole
    yield from figures


def _has_more(step: Step) -> bool:
    """Whether an update brought more than figures."""
    told = {"update", "reason", "said", "tlp", "note", "figures", *Evidenced.__struct_fields__}
    return any(getattr(step.update, field) for field in step.update.__struct_fields__ if field not in told)


def iter_revised(life: Life, step: Step) -> Iterator[Delta]:
    """The figures of an update that who gives them had given otherwise before."""
    given = {_counted(each, step.before): each for each in getattr(step.before, "figures", ())}
    for figure in step.update.figures:
        before = given.get(_counted(figure, step.before))
        if before is not None and before.reported != figure.reported:
            yield Delta(
                "figure-revised",
                step.said,
                life=life,
                was=before.reported,
                now=figure.reported,
                reason=step.update.reason,
                brief=step.brief,
                figure=figure,
            )


def _counted(figure: Figure, of: Lasting) -> tuple[str, str, str]:
    """Who counts what, in which unit."""
    return figure.by or getattr(of, "by", ""), figure.what.casefold(), figure.unit.casefold()


def of_overdue(life: Life, brief: Brief) -> Delta:
    """That a question had no answer by its due date when a brief was written."""
    return Delta("question-overdue", brief.as_of, life=life, brief=brief)


def of_correction(mended: Mended) -> Delta:
    """The change that a correction brought."""
    record = mended.record
    return Delta(
        "correction",
        record.date,
        correction=record,
        was=record.was,
        now=record.now,
        reason=record.reason,
        brief=mended.home,
    )


def rating(record: Claim | Event | Question | Judgement) -> str:
    """What is watched of an entry: its status; of a judgement, its likelihood."""
    return record.likelihood if isinstance(record, Judgement) else record.status


def _kind_of_step(step: Step, is_rated: bool) -> str:
    record = step.after
    if isinstance(record, Claim):
        return "claim-rated" if is_rated else "claim-changed"
    if isinstance(record, Question):
        return "question-answered" if is_rated and record.status != "open" else "question-changed"
    return "event-changed" if isinstance(record, Event) else "judgement-changed"


def _new_entries(brief: Brief, entries: Entries) -> Iterator[Delta]:
    for kind, records in (
        ("claim-new", brief.claims),
        ("question-new", brief.questions),
        ("event-scheduled", tuple(event for event in brief.events if event.status == "scheduled")),
        ("judgement-new", brief.judgements),
    ):
        for record in records:
            life = entries.lives[record.id]
            yield Delta(kind, brief.as_of, life=life, now=rating(record), brief=brief)
