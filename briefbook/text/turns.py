"""Left-out words that turn what is kept, and the words by which both are known."""

from __future__ import annotations

import re
from typing import NamedTuple


class Turn(NamedTuple):
    """Left-out words that turn a passage, and where they stand."""

    start: int
    end: int
    kind: str
    """What they are: `a negation`, `a condition`."""
    is_sure: bool = True


def any_case(pattern: str) -> re.Pattern[str]:
    """The pattern, for words however they are capitalised."""
    return re.compile(pattern, re.IGNORECASE)


def turn_of(match: re.Match[str] | None, offset: int, kind: str, *, is_sure: bool = True) -> Turn | None:
    """The turn of which the first group of a match holds the words; None where there is no match."""
    return Turn(offset + match.start(1), offset + match.end(1), kind, is_sure) if match else None


NOT = (
    r"(?:not|never|neither|nor|no one|nobody|none|nothing|nowhere|no longer|hardly|barely|scarcely|rarely|"
    r"seldom|cannot|without|unable|unwilling|unlikely|far from|instead of|rather than|"
    r"stop(?:ped|s)? short of|"
    r"rule[sd]? out|fail(?:s|ed)?|refus(?:es|ed|e)|declin(?:es|ed|e)|den(?:ies|ied|y|ying)|doubt(?:s|ed)?|"
    r"\w+n['’]t)"
)
EMPTY = r"(?! (?:only|just|merely|simply|least|surprising|doubt|less)\b)"
"""What takes the force out of a negation: `not only`, `no doubt`."""
FINITE = any_case(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did)\b"
)
MARKS = r"[\"'“”‘’«»]"
GAP = rf"(?:\s+{MARKS}?|\s*{MARKS}\s*)"
