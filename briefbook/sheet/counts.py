"""How much a sheet holds, in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefbook.diagnostics import Diagnostic, Severity
from briefbook.sheet.review import Review
from briefbook.sheet.value import Decisions, EntrySheet


def counts_of(
    entries: Sequence[EntrySheet], decisions: Sequence[Decisions], review: Review
) -> tuple[str, ...]:
    """Entries, passages and speakers proved, calls to make, and findings."""
    rows = [row for entry in entries for piece in entry.pieces for row in piece.rows]
    speakers = [row.speaker for row in rows if row.speaker]
    counted = [
        count(len(entries), "entry", "entries"),
        f"{sum(row.is_proved for row in rows)} of {count(len(rows), 'passage')} proved",
    ]
    if speakers:
        counted.append(f"{speakers.count('confirmed')} of {count(len(speakers), 'speaker')} confirmed")
    counted.append(f"{count(sum(len(each.calls) for each in decisions), 'call')} for you")
    return (*counted, severities(review.findings) or "no findings")


def severities(findings: Iterable[Diagnostic]) -> str:
    """How many findings of each severity: `2 errors, 1 note`; empty where there are none."""
    counted = Counter(each.severity for each in findings)
    return ", ".join(count(counted[each], each.value) for each in Severity if counted[each])


def count(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 entry`, `2 entries`."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"
