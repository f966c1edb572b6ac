"""A table as CSV: RFC 4180, UTF-8, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from briefbook.derive.columns import Table
from briefbook.text.edtf import When

Row = dict[str, object]

SEPARATOR = "|"
"""Stands between the values of a list."""

_RISKY = frozenset("=+-@\t\r'＝＋－＠")
"""What begins a cell that might need a guard."""

_HARMLESS = frozenset((int, When, type(None)))
"""What is printed as it stands: numbers, dates as they were written, nothing."""

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def render_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """The table with its header; the columns stand in the order of the dictionary."""
    names = [column.name for column in table.columns]
    dates = [(name, f"{name}_from", f"{name}_to") for name, type_, _ in table.columns if type_ == "date"]
    values = itemgetter(*names)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        for name, earliest, latest in dates:
            row[earliest], row[latest] = bounds(row[name])
        # Most of a million cells need no care, and are told apart without a call.
        writer.writerow(
            [
                value
                if (type(value) is str and value[:1] not in _RISKY) or type(value) in _HARMLESS
                else _cell(value)
                for value in values(row)
            ]
        )
    # as in the JSON files: no text ends an element where somebody puts the table into a page
    return out.getvalue().replace("</", "<\\/").encode()


@lru_cache(maxsize=65536)
def bounds(when: object) -> tuple[str, str]:
    """The earliest and the latest day that a date can mean; empty where that end is open."""
    if not isinstance(when, When):
        return "", ""
    return (
        "" if when.first == dt.datetime.min else when.first.date().isoformat(),
        "" if when.last == dt.datetime.max else when.last.date().isoformat(),
    )


def guard(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def _cell(value: object) -> object:
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _cell(SEPARATOR.join(value))
    assert isinstance(value, float)
    return int(value) if value.is_integer() else value
