"""The data files and what is in them."""

from __future__ import annotations

from briefbook.derive.views.base import Date, View
from briefbook.derive.views.site import Head


class DataColumn(View, frozen=True, kw_only=True):
    """A column of a table; names and meanings are English like the keys of the YAML."""

    name: str
    type: str
    """text, ids, texts, date, number, whole or yes-no."""
    meaning: str


class DataTable(View, frozen=True, kw_only=True):
    """A table that programs load."""

    name: str
    file: str
    """The way to its CSV."""
    row: str
    """What one row is."""
    columns: tuple[DataColumn, ...]
    """Those that it does not share with others."""


class DataKind(View, frozen=True, kw_only=True):
    """A kind of record that has a file each."""

    code: str
    """actors, issues, positions, briefs, claims, events, questions, judgements, ties or sources."""
    number: int
    example: str
    """The way to one of its files."""


class DataPage(View, frozen=True, kw_only=True):
    """`/data/` (data.html)."""

    head: Head
    as_of: Date | None
    publisher: str
    licence: str
    """An SPDX id or words; empty where none is stated."""
    address: str
    """Of the site; empty where the settings do not say."""
    kinds: tuple[DataKind, ...]
    tables: tuple[DataTable, ...]
    shared: tuple[DataColumn, ...]
    """Columns that several tables have."""
