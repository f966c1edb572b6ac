"""A comparison as Markdown for a pull request's comment; words of others stay words in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from briefbook.diff import phrases
from briefbook.diff.value import (
    Comparison,
    DraftChange,
    Fault,
    MarkingChange,
    QuotationChange,
    Row,
    SourceChange,
)
from briefbook.text.literal import code, inert

MOST_OPEN = 8
"""Rows of a list that stand open; a longer one is folded."""
MOST_ROWS = 100
"""Rows of a list: the rest is counted."""
MOST_CHARACTERS = 60_000
"""Of a comment; GitHub takes 65,536."""

_OF_URLS = "/:#?&=%~+,;@!$'*"
"""Signs that an address keeps; a bracket would end the link."""
_CUT = "_The rest is left out here, for a comment holds no more: run `briefbook diff` to read it._"


def render_markdown(comparison: Comparison) -> str:
    """The comparison as Markdown of CommonMark with GitHub's tables, short enough for one comment."""
    blocks, room = [], MOST_CHARACTERS
    for block in _iter_blocks(comparison):
        room -= len(block) + 2
        if room < 0:
            blocks.append(_CUT)
            break
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _iter_blocks(comparison: Comparison) -> Iterator[str]:
    yield f"**{inert(comparison.old)} → {inert(comparison.new)}**: {phrases.headline(comparison)}"
    if comparison.markings:
        yield f"### {phrases.MARKINGS}"
        head = "| | Marking | Record | File |\n|---|---|---|---|"
        yield from _iter_list(phrases.MARKINGS, [_marking(each) for each in comparison.markings], head)
    for title, rows in (
        (phrases.FAULTS, [_fault(each) for each in comparison.faults]),
        (phrases.DRAFTS, [_draft(each) for each in comparison.drafts]),
    ):
        if rows:
            yield f"### {title}"
            yield from _iter_list(title, rows)
    yield f"### {phrases.CHANGES}"
    if not comparison.changes:
        yield phrases.NOTHING
    for kind, group in groupby(comparison.changes, key=lambda row: row.kind):
        yield from _iter_group(phrases.kind_words(kind), [_row(each) for each in group])
    if comparison.sources:
        yield f"### {phrases.SOURCES}"
        yield from _iter_list(phrases.SOURCES, [_source(each) for each in comparison.sources])
    if comparison.quotations:
        yield f"### {phrases.QUOTATIONS}"
        for kind, changes in groupby(comparison.quotations, key=lambda change: change.kind):
            yield from _iter_group(kind.capitalize(), [_quotation(each) for each in changes])


def _iter_group(title: str, rows: Sequence[str]) -> Iterator[str]:
    """A list beneath its title, which the fold of a long one says by itself."""
    if len(rows) <= MOST_OPEN:
        yield f"**{title}**"
    yield from _iter_list(title, rows)


def _iter_list(title: str, rows: Sequence[str], head: str = "") -> Iterator[str]:
    """The rows, of a table where it has a head; folded where they are many."""
    shown = "\n".join(filter(None, (head, *rows[:MOST_ROWS])))
    more = [f"_and {len(rows) - MOST_ROWS} more_"] if len(rows) > MOST_ROWS else []
    if len(rows) <= MOST_OPEN:
        yield shown
        return
    yield "\n\n".join((f"<details><summary>{title} ({len(rows)})</summary>", shown, *more, "</details>"))


def _marking(change: MarkingChange) -> str:
    verb = "**loosened**" if change.loosened else "tightened"
    record = " ".join(filter(None, (change.what, code(change.id), phrases.follows(change))))
    return f"| {verb} | {phrases.marking_turn(change)} | {record} | {code(change.file)} |"


def _fault(fault: Fault) -> str:
    place = f"{inert(fault.state)}, {code(fault.file)}, line {fault.line}"
    return f"- {place}: {inert(fault.message)} ({code(fault.rule)})"


def _draft(change: DraftChange) -> str:
    return f"- {code(change.brief)}, “{inert(change.title)}”: {phrases.draft_turn(change)}"


def _row(row: Row) -> str:
    subject = inert(row.subject)
    head = f"[{subject}]({quote(row.url, safe=_OF_URLS)})" if row.url else subject
    turn = phrases.turn(row)
    lines = [f"- {head}: {inert(turn)}" if turn else f"- {head}"]
    lines += [f"  - {field.field}: {inert(phrases.field_turn(field))}" for field in row.fields]
    lines += [f"  - reason: {inert(row.reason)}"] if row.reason else []
    where = f" in {code(row.brief)}" if row.brief else ""
    lines[0] += f" ({code(row.key)}{where})"
    return "\n".join(lines)


def _source(change: SourceChange) -> str:
    return f"- {code(change.source)}: {change.what}: {change.now}"


def _quotation(change: QuotationChange) -> str:
    lines = [f"- {code(change.entry)} in {code(change.brief)}, {inert(phrases.taken(change))}"]
    lines += [
        f"  - {verb}: “{inert(words)}”" for verb, words in (("was", change.was), ("now", change.now)) if words
    ]
    return "\n".join(lines)
