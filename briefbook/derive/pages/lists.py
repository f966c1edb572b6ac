"""The lists of a record: its own page shows the first rows of each, and further pages the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from briefbook.derive import entries
from briefbook.derive.at import At
from briefbook.derive.corrections import Mended
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.histories import first_step, step
from briefbook.derive.links import plain, text_of
from briefbook.derive.listed import first, last
from briefbook.derive.notices import MOST_NOTICES, correction
from briefbook.derive.pages.page import MOST_ENTRIES, MOST_LINES, Page, Sheet, iter_sheets, pager
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import Link, Listed, View
from briefbook.derive.views.evidence import Correction
from briefbook.derive.views.pages.whole import WholePage
from briefbook.derive.views.references import BriefRef
from briefbook.derive.views.updates import Step
from briefbook.model.records import Brief, Record

T = TypeVar("T")
V = TypeVar("V", bound=View)

MOST_ROWS = 10
"""Rows of one list on the page of its record."""
MOST_NAMES = 60
"""Names of actors or issues there: they take a line together."""


class Section(NamedTuple, Generic[T, V]):
    """One list of a record."""

    code: str
    """Names it, and its folder beneath the record."""
    field: str
    """Where a `WholePage` holds its rows."""
    rows: Sequence[T]
    """In the order of its own pages."""
    row: Callable[[T, At], V]
    """Makes the view of a row."""
    most: int = MOST_ROWS
    """Rows on the page of the record; with more, the list has pages of its own."""
    is_heavy: bool = False
    """Whether its rows carry evidence."""

    @property
    def goes_on(self) -> bool:
        """Whether the record's page does not hold it whole."""
        return len(self.rows) > self.most

    def first(self, at: At) -> Listed[V]:
        """The first rows, on the record's page."""
        return first(self.rows, self.row, self.most, at, f"{at.path}/{self.code}")

    def last(self, at: At) -> Listed[V]:
        """The same rows in the opposite order: of a list from the newest down, what is newest last."""
        return last(self.rows[::-1], self.row, self.most, at, f"{at.path}/{self.code}")


class Owner(NamedTuple):
    """A record whose lists go on."""

    path: str
    """Of its page."""
    links: tuple[tuple[str, str], ...] = ()
    """Path and name of each record that a list names as its own."""
    records: tuple[Record, ...] = ()
    """Their markings count for each page of the list."""


def in_brief(brief: Brief, at: At) -> BriefRef:
    """A row of a list of briefs."""
    return at.brief(brief)


def history(life: Life) -> Section[entries.Step | None, Step]:
    """How an entry came to stand as it does, newest first; None stands for its first report."""
    return Section(
        "history",
        "history",
        [*reversed(life.steps), None],
        lambda each, at: first_step(life, at) if each is None else step(each, at),
        is_heavy=True,
    )


def notices(id: str, situation: Situation, most: int = MOST_NOTICES) -> Section[Mended, Correction]:
    """The corrections of what the page of a record depended on, newest first."""
    return Section("corrections", "corrections", situation.corrections.on.get(id, ()), correction, most)


def iter_lists_of(
    life: Life, path: str, situation: Situation, sections: Iterable[Section[Any, Any]]
) -> Iterator[Page]:
    """As `iter_lists`, for a claim or a question, of which most have none."""
    cut = [section for section in sections if section.goes_on]
    if cut:
        words = plain(text_of(life.now), At(situation, path))
        yield from iter_lists(situation, Owner(path, ((path, words),), (life.now,)), cut)


def iter_lists(situation: Situation, owner: Owner, sections: Iterable[Section[Any, Any]]) -> Iterator[Page]:
    """The pages of the lists that the owner's page does not hold whole."""
    for section in sections:
        if section.goes_on:
            yield from iter_sheets(
                situation,
                f"{owner.path}/{section.code}",
                section.rows,
                partial(whole_page, owner=owner, section=section),
                most=MOST_ENTRIES if section.is_heavy else MOST_LINES,
                template="whole.html",
            )


def whole_page(
    situation: Situation, *, rows: Sequence[Any], sheet: Sheet, owner: Owner, section: Section[Any, Any]
) -> WholePage:
    """The view of one sheet of a record's list."""
    at = At(situation, sheet.path, has_notes=section.is_heavy)
    for record in owner.records:
        at.show(record)
    shown: dict[str, Any] = {section.field: tuple([section.row(each, at) for each in rows])}
    links = tuple(Link(url=at.href(path), words=words) for path, words in owner.links)
    return WholePage(
        **shown,
        of=links,
        code=section.code.split("/")[0],
        pager=pager(sheet, at),
        sources=notes(at),
        head=at.head(" · ".join(words for _, words in owner.links), crumbs=links),
    )
