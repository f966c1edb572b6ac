"""What the desk thinks: the list of judgements, and how each came to stand as it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.derive import dates, entries
from briefbook.derive.at import At, changed
from briefbook.derive.entries import Life, update_anchor
from briefbook.derive.findings import judgement, likelihood
from briefbook.derive.links import inline_html, plain, text_of
from briefbook.derive.listed import NOTHING, last
from briefbook.derive.pages.lists import Owner, Section, iter_lists
from briefbook.derive.pages.page import MOST_ENTRIES, Page, Sheet, iter_sheets, pager
from briefbook.derive.place import JUDGEMENTS
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Html, Listed
from briefbook.derive.views.forecasts import Judgement as JudgementView
from briefbook.derive.views.forecasts import Revision
from briefbook.derive.views.pages.judgements import JudgementsPage
from briefbook.model.records import Judgement


def iter_judgements(situation: Situation) -> Iterator[Page]:
    """The list, and the histories that are too long for it."""
    lives = newest_judgements(situation)
    yield from iter_sheets(situation, JUDGEMENTS, lives, judgements_page, most=MOST_ENTRIES)
    for life in lives:
        if revisions(life).goes_on:
            words = plain(text_of(life.now), At(situation, JUDGEMENTS))
            owner = Owner(f"{JUDGEMENTS}/{life.id}", ((f"briefs/{life.brief.id}", words),), (life.now,))
            yield from iter_lists(situation, owner, (revisions(life),))


def newest_judgements(situation: Situation) -> list[Life]:
    """Those made last first."""
    lives = situation.entries.lives.values()
    return [life for life in lives if isinstance(life.now, Judgement)][::-1]


def judgements_page(situation: Situation, *, rows: Sequence[Life], sheet: Sheet) -> JudgementsPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    return JudgementsPage(
        rows=tuple(judgement(life, at, history(life, at)) for life in rows),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(life.id for life in rows))),
    )


def in_brief(life: Life, at: At) -> JudgementView:
    """A judgement as its brief makes it, with what became of it since."""
    return judgement(life, at, history(life, at), in_brief=True)


def history(life: Life, at: At) -> Listed[Revision]:
    """How a judgement came to stand as it does; nothing where no update has changed it."""
    section = revisions(life)
    path = f"{JUDGEMENTS}/{life.id}/{section.code}"
    return last(section.rows[::-1], section.row, section.most, at, path) if life.steps else NOTHING


def revisions(life: Life) -> Section[entries.Step | None, Revision]:
    """A judgement as it was made and as updates left it, newest first; None stands for the making."""
    return Section(
        "history",
        "revisions",
        [*reversed(life.steps), None],
        lambda step, at: revision(life, step, at),
    )


def revision(life: Life, step: entries.Step | None, at: At) -> Revision:
    """A judgement at one time."""
    record = life.first if step is None else step.after
    assert isinstance(record, Judgement)
    at.show(record if step is None else step.update)
    return Revision(
        date=dates.date(life.brief.as_of.to_day if step is None else step.said),
        likelihood=likelihood(record.likelihood, at),
        confidence=record.confidence,
        reason_html=inline_html(step.update.reason, at, step.brief) if step else Html(""),
        brief=at.brief(step.brief, update_anchor(step)) if step else at.brief(life.brief, life.id),
    )
