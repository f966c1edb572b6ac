"""What a comparison says in both of its forms for people."""

from __future__ import annotations

from collections import Counter

from briefbook.diff.value import (
    Comparison,
    DraftChange,
    FieldChange,
    MarkingChange,
    QuotationChange,
    Row,
)

MARKINGS = "Markings"
FAULTS = "Mistakes: left out of the comparison"
DRAFTS = "Drafts"
CHANGES = "What readers will see"
SOURCES = "Sources"
QUOTATIONS = "Quotations"
NOTHING = "Nothing changes for readers."

_KINDS = {
    "moved": "Moved",
    "withdrawn": "Withdrawn",
    "correction": "Corrected",
    "claim-rated": "Claim re-rated",
    "question-answered": "Question answered",
    "question-overdue": "Question overdue",
    "condition": "Condition changed",
    "figure-revised": "Figure revised",
    "event-scheduled": "Newly scheduled",
    "attributed": "According to others",
    "attributed-gone": "According to others: no longer published",
    "attributed-changed": "According to others: worded otherwise",
    "position-changed": "Position worded otherwise",
    "reaffirmed": "Stated again",
    "reported-late": "Said earlier, reported now",
}
_ENDINGS = {"new": "New {thing}", "changed": "{thing} changed", "gone": "{thing} no longer published"}


def kind_words(kind: str) -> str:
    """A kind of change as readers know it: `Claim re-rated`, `New claim`."""
    thing, _, ending = kind.rpartition("-")
    words = _KINDS.get(kind) or _ENDINGS[ending].format(thing=thing)
    return words[0].upper() + words[1:]


def headline(comparison: Comparison) -> str:
    """How much there is of everything, the markings first."""
    markings, drafts = comparison.markings, comparison.drafts
    counted = {
        "markings loosened": sum(each.loosened for each in markings),
        "markings tightened": sum(not each.loosened for each in markings),
        "mistakes": len(comparison.faults),
        "drafts cleared": sum((each.was, each.now) == ("draft", "cleared") for each in drafts),
        **Counter(kind_words(each.kind).lower() for each in comparison.changes),
        "sources with another text or lock": len({each.source for each in comparison.sources}),
        **Counter(f"quotations {each.kind}" for each in comparison.quotations),
    }
    told = (f"{words}: {number}" for words, number in counted.items() if number)
    return " · ".join(told) or "no difference"


def marking_turn(change: MarkingChange) -> str:
    """`AMBER → CLEAR`."""
    return f"{change.was or 'none'} → {change.now or 'none'}"


def follows(change: MarkingChange) -> str:
    """How many records a changed marking carries with it."""
    if not change.also:
        return ""
    return f"and {change.also} more that {'follows' if change.also == 1 else 'follow'} it"


def draft_turn(change: DraftChange) -> str:
    """What became of a draft."""
    if not change.was:
        return "new draft, not published"
    return "cleared: readers will see it" if change.now == "cleared" else "a draft again: not published"


def turn(row: Row) -> str:
    """`opposes → supports`, or what stands there now; empty where nothing of the kind is known."""
    return " → ".join(each for each in (row.was, row.now) if each)


def field_turn(change: FieldChange) -> str:
    """What became of a field."""
    if not change.was:
        return change.now
    return f"“{change.was}” → “{change.now}”" if change.now else f"“{change.was}” is taken out"


def taken(change: QuotationChange) -> str:
    """From whom and where words were taken."""
    speaker = f"{change.was_speaker} → {change.speaker}" if change.was_speaker else change.speaker
    said = f"said by {speaker}" if speaker != "article" else "in the article’s words"
    return f"{said}, {change.source or 'no source'}"
