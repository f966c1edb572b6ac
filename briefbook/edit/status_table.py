"""The status of sources at a terminal: a line for each, then every quotation that fell."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefbook.edit.status import Status
from briefbook.text.characters import printable
from briefbook.text.near import shorten

_STATES = {
    "present": "present",
    "changed": "changed since pinned",
    "locked": "absent, locked",
    "absent": "absent",
    "orphaned": "orphaned: no record",
}
_HEAD = ("SOURCE", "TEXT", "QUOTATIONS", "FILE")


def render_table(statuses: Iterable[Status]) -> str:
    """The sources in columns, and beneath them each quotation that a changed text no longer bears out."""
    statuses = list(statuses)
    if not statuses:
        return "No sources: make one with `briefbook source add FILE`.\n"
    rows = [_HEAD, *map(_row, statuses)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    for status in statuses:
        lines += [
            f"{printable(hit.file)}:{hit.line}: no longer in {status.id}: {shorten(hit.words)!r}"
            for hit in status.hits
        ]
    return "".join(f"{line}\n" for line in lines)


def _row(status: Status) -> tuple[str, str, str, str]:
    pinned = ", not pinned" if status.state == "present" and not status.is_pinned else ""
    return status.id, _STATES[status.state] + pinned, _quotations(status), printable(status.file)


def _quotations(status: Status) -> str:
    if status.state == "orphaned":
        return ""
    if not status.passages:
        return "0" if status.is_used else "0, nothing uses it"
    if status.hits:
        return f"{status.passages}, {len(status.hits)} fell"
    if status.unlocked:
        return f"{status.passages}, {status.unlocked} not locked"
    return f"{status.passages}, unchecked" if status.state == "absent" else str(status.passages)


def render_status_lines(statuses: Iterable[Status]) -> str:
    """One JSON object a line, with the keys of `Status`."""
    return "".join(json.dumps(_plain(status)) + "\n" for status in statuses)


def _plain(status: Status) -> dict[str, object]:
    return {**status._asdict(), "hits": [hit._asdict() for hit in status.hits]}
