"""The questions by issue and by actor, beside the list by deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life
from briefbook.derive.findings import question_row
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, pager
from briefbook.derive.pages.questions import BOARDS, boards, by_deadline
from briefbook.derive.situation import Situation
from briefbook.derive.views.pages.questions import QuestionBoardPage, QuestionGroup


class Row(NamedTuple):
    """A question beneath an issue or an actor."""

    key: str
    """Id of the issue or actor; empty for the questions that name none."""
    number: int
    """Its place there, from 0."""
    total: int
    """Questions there."""
    life: Life


def iter_boards(situation: Situation) -> Iterator[Page]:
    """The board by issue, then that by actor; none where there is no question."""
    if situation.entries.questions:
        for by in ("issue", "actor"):
            ask = partial(board_page, by=by)
            yield from iter_sheets(situation, BOARDS[by], group(situation, by), ask, template="board.html")


def group(situation: Situation, by: str) -> list[Row]:
    """Each question beneath all that it names, by deadline; what has the most urgent one comes first."""
    groups: dict[str, list[Life]] = {}
    for life in by_deadline(situation):
        for key in getattr(life.now, f"{by}s") or ("",):
            groups.setdefault(key, []).append(life)
    groups[""] = groups.pop("", [])
    return [
        Row(key, number, len(lives), life)
        for key, lives in groups.items()
        for number, life in enumerate(lives)
    ]


def board_page(situation: Situation, *, rows: Sequence[Row], sheet: Sheet, by: str) -> QuestionBoardPage:
    """The view of one sheet of a board."""
    at = At(situation, sheet.path)
    at.is_judged = True
    return QuestionBoardPage(
        by=by,
        boards=boards(at, by if sheet.is_first else ""),
        groups=tuple(_group(list(found), key, by, at) for key, found in groupby(rows, lambda row: row.key)),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(row.life.id for row in rows))),
    )


def _group(rows: Sequence[Row], key: str, by: str, at: At) -> QuestionGroup:
    return QuestionGroup(
        issue=at.issue(key) if key and by == "issue" else None,
        actor=at.actor(key) if key and by == "actor" else None,
        goes_on=rows[0].number > 0,
        count=rows[0].total,
        rows=tuple(question_row(row.life, at) for row in rows),
    )
