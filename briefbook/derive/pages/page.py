"""A page: where it goes, which template prints it, and how its view is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

from briefbook.derive.at import At
from briefbook.derive.place import file_of, url_of
from briefbook.derive.situation import Situation
from briefbook.derive.views.base import View
from briefbook.derive.views.references import ActorRef, IssueRef
from briefbook.derive.views.site import Pager

T = TypeVar("T")
R = TypeVar("R", ActorRef, IssueRef)

MOST_LINES = 100
"""Rows of a few lines on one page, where the settings allow for more: 40 KB gzip is not much to read."""
MOST_ENTRIES = 20
"""Entries with whole evidence on one page."""


class Page(NamedTuple):
    """One page of the site."""

    url: str
    """Relative to the root."""
    file: str
    template: str
    ask: Callable[[Situation], View]
    """Makes the view: all that the page shows."""


class Sheet(NamedTuple):
    """One page of a long list."""

    section: str
    number: int
    """From 1."""
    sheets: int
    """Sheets in all."""
    total: int
    """Rows on all sheets."""

    @property
    def path(self) -> str:
        """`briefs`, then `briefs/page/2`."""
        return self.section if self.number == 1 else f"{self.section}/page/{self.number}"

    @property
    def is_first(self) -> bool:
        """Whether it is the list's front page."""
        return self.number == 1


T_contra = TypeVar("T_contra", contravariant=True)


class AskSheet(Protocol[T_contra]):
    """Makes the view of one sheet from its rows."""

    def __call__(self, situation: Situation, *, rows: Sequence[T_contra], sheet: Sheet) -> View:
        """The view of the sheet."""


def make_page(situation: Situation, path: str, template: str, ask: Callable[[Situation], View]) -> Page:
    """The page at a path."""
    directories = situation.settings.use_directory_urls
    return Page(url_of(path, directories), file_of(path, directories), template, ask)


def iter_sheets(
    situation: Situation,
    section: str,
    rows: Sequence[T],
    ask: AskSheet[T],
    *,
    most: int = MOST_LINES,
    template: str = "",
) -> Iterator[Page]:
    """The pages of a long list, each of at most about `most` rows; there is always a first one."""
    sheets = cut(rows, min(most, situation.settings.page_size))
    for number, each in enumerate(sheets, 1):
        sheet = Sheet(section, number, len(sheets), len(rows))
        made = partial(ask, rows=each, sheet=sheet)
        yield make_page(situation, sheet.path, template or f"{section}.html", made)


def cut(rows: Sequence[T], size: int) -> list[Sequence[T]]:
    """The rows by sheet: whole ones counted from the end, so that a row added on top leaves them alone."""
    first = len(rows) % size
    if first < size / 2:
        first += size
    return [rows[:first], *(rows[start : start + size] for start in range(first, len(rows), size))]


def named(refs: Iterable[R]) -> tuple[R, ...]:
    """Actors or issues, each once, by name: what a filter offers."""
    by_id = {ref.id: ref for ref in refs}
    return tuple(sorted(by_id.values(), key=lambda ref: (ref.name.casefold(), ref.id)))


def pager(sheet: Sheet, at: At) -> Pager:
    """Where a sheet stands in its list."""
    newer = sheet._replace(number=sheet.number - 1)
    older = sheet._replace(number=sheet.number + 1)
    return Pager(
        number=sheet.number,
        count=sheet.sheets,
        total=sheet.total if sheet.is_first else 0,
        newer=at.href(newer.path) if sheet.number > 1 else "",
        older=at.href(older.path) if sheet.number < sheet.sheets else "",
    )
