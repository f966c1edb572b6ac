"""The page that tells programs and their authors what there is to load, and on what terms."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.derive import dates
from briefbook.derive.at import At, changed
from briefbook.derive.columns import SHARED, TABLES, Column, Table
from briefbook.derive.pages.page import Page, make_page
from briefbook.derive.publication import publisher_of, site_address
from briefbook.derive.situation import Situation
from briefbook.derive.views.pages.data import DataColumn, DataKind, DataPage, DataTable
from briefbook.model.book import KINDS, address

DATA = "data"


def iter_data(situation: Situation) -> Iterator[Page]:
    """The page on the data."""
    yield make_page(situation, DATA, "data.html", data_page)


def data_page(situation: Situation) -> DataPage:
    """The view of the page on the data; its marking is the strictest of all that the files hold."""
    at = At(situation, DATA)
    at.show_all()
    at.is_judged = bool(situation.entries.questions)
    return DataPage(
        as_of=dates.maybe_date(situation.as_of),
        publisher=publisher_of(situation),
        licence=situation.settings.licence,
        address=site_address(situation),
        kinds=tuple(kinds(situation, at)),
        tables=tuple(data_table(table, at) for table in TABLES),
        shared=tuple(map(data_column, SHARED)),
        head=at.head(stamp=changed(situation.newest)),
    )


def kinds(situation: Situation, at: At) -> Iterator[DataKind]:
    """Each kind of record that has files, with one of them as an example."""
    released, entries = situation.released, situation.entries
    lives: dict[str, list[str]] = {kind: [] for kind in ("claim", "event", "question", "judgement")}
    for id in sorted(entries.lives):
        lives[KINDS[type(entries.lives[id].first)]].append(id)
    found = {
        "actors": sorted(released.actors),
        "issues": sorted(released.issues),
        "positions": sorted("/".join(key) for key in situation.stances.cells),
        "briefs": sorted(released.briefs),
        **{f"{kind}s": ids for kind, ids in lives.items()},
        "ties": sorted({address(tie) for brief in situation.briefs for tie in brief.ties}),
        "sources": sorted(released.sources),
    }
    for code, ids in found.items():
        if ids:
            yield DataKind(code=code, number=len(ids), example=f"{at.root}data/{code}/{ids[0]}.json")


def data_table(table: Table, at: At) -> DataTable:
    """A table with the columns that only it has, or that mean something else in it."""
    columns = (each for each in table.columns if each.type != "day" and each not in SHARED)
    return DataTable(
        name=table.name,
        file=f"{at.root}{table.file}",
        row=table.row,
        columns=tuple(map(data_column, columns)),
    )


def data_column(column: Column) -> DataColumn:
    """A column of a table."""
    return DataColumn(name=column.name, type=column.type, meaning=column.meaning)
