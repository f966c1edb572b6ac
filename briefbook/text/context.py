"""Whether what is left out beside a passage turns it: a negation, condition, contrast, bound or number.

Only what stands close enough to govern the passage counts, so a quotation that begins or ends within a
sentence is mostly silent: a left-out word that merely stands in the sentence says nothing about it.
"""

from __future__ import annotations

import re

from briefbook.text.negations import (
    find_negated_subject,
    find_negated_verb,
    find_negation,
    is_set_in_marks,
)
from briefbook.text.sentences import Sentences
from briefbook.text.turns import EMPTY, FINITE, GAP, NOT, Turn, any_case, turn_of
from briefbook.text.words import is_one_word

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|a third|a quarter)"
)
_IF = r"(?:if|unless|until|provided|providing|on condition|in case|as long as|so long as)"
_BOUND = (
    r"(?:as many as|as few as|as much as|up to|at least|at most|(?:no )?more than|(?:no )?fewer than|"
    r"less than|nearly|almost|about|around|over|under|roughly|approximately|an estimated|some|only)"
)
_IS = (
    r"(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|been|at|"
    r"for|by|with|of|to|in)"
)
_LEFT_IF = any_case(
    rf"^\W*((?:only |but )?(?:{_IF}|should)\b)(?:[^;:]*,\s+(?:[\w'’]+\s+){{0,3}}|(?:\s+[\w'’]+){{0,3}}\s+)$"
)
_LEFT_NEAR_IF = any_case(rf"(?<!\w)(?<!\beven )(?<!\bas )({_IF}){GAP}$")
_LEFT_WHEN = any_case(r"^\W*((?:only )?when\b)[^;:]*,?\s+then\s+$")
_LEFT_BOUND = any_case(rf"(?<!\w)({_BOUND}){GAP}$")
_LEFT_PART = any_case(
    rf"(?<!\w)((?:{_NUMBER}|some|few|many|most|none|parts?|percent|per cent|a minority|a majority) of){GAP}$"
)
_LEFT_ONLY = any_case(rf"(?<!\w)(?<!\bnot )(only){GAP}$")
_MAY_TURN = any_case(rf"n['’]t\b|\b(?:{NOT}|{_IF}|{_BOUND}|no|few|should|when|of)\b")
"""A glance at what stands before a passage, which spares most a closer look."""
_STARTS_WITH_NUMBER = any_case(rf"\W*{_NUMBER}(?!\w)")

_LIMIT = (
    r"[,;:()—–]|\s-\s|\b(?:that|who|which|whom|whose|what|where|why|how|because|since|while|after|before|and|"
    r"but|said|says|told|added|argued%s)\b"
)
_LEFT_LIMIT = any_case(_LIMIT % "")
_RIGHT_LIMIT = any_case(_LIMIT % "|as|or|say")
"""Where a clause ends to the left and to the right of a passage."""

_RIGHT_CONTRAST = any_case(
    r"[\s,–—-]*((?:but(?! also\b)|although|though|however|except|yet|save|only|rather than|instead of|"
    rf"{_IF})\b)"
)
_RIGHT_STILL = any_case(
    r"\s+(?:is|are|was|were|has|have|had|will|would|remains?)\s+((?:still|yet|nevertheless)\b)"
)
_RIGHT_NOT = any_case(rf"\s+(?:{_IS}\s+){{0,2}}((?:{NOT}|no)\b){EMPTY}")
_RIGHT_ONLY = any_case(r"\b((?:but )?only (?:if|when|after|once|in|on|for|until)|but (?:not|never|only))\b")
_NEAR = 60
"""Characters after a passage within which a restriction is taken for its own."""
_RIGHT_IF = any_case(rf"(?<!\w)((?<!as )(?!if (?:any|not|only|anything)\b){_IF})\b")

_DROPPED = (
    ("a negation", any_case(rf"(?<!\w)(?<!\ba )({NOT}|no|few|little)(?!\w){EMPTY}")),
    ("a condition", any_case(rf"\b({_IF}|only)\b")),
    (
        "a contrast",
        any_case(r"\b(but|although|though|however|except|yet|nevertheless|despite|whereas|instead)\b"),
    ),
    (
        "a number",
        any_case(
            rf"(?<!\w)((?!one\b){_NUMBER}|as many as|at least|up to|more than|fewer than|less than|nearly|"
            r"almost)(?!\w)"
        ),
    ),
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?\b|\b(?:in|of|since|until)\s\d{{4}}\b"
)
_SUBJECT = re.compile(
    r"(?:[,;—–]|\b(?:and|while|or))\s+(I|we|you|he|she|it|they|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)\s*$"
)
_VERB = re.compile(
    r"\s*(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|"
    r"[a-z]+ed|[a-z]+s)\b"
)

_ATTRIBUTION = (
    r",[”\"’»]\s(?:[^“\"‘«.!?\n]|(?<=[A-Z])\.|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z][a-z])\.){1,160},\s[“\"‘«]"
)
_RESUMES = re.compile(rf"{_ATTRIBUTION}(?=[a-z])")
_RESUMED = re.compile(rf"{_ATTRIBUTION}$")
"""A speech that goes on in the same sentence after its speaker was named."""
_CLOSING = re.compile(r"[”»\"]|[,.!?][’']|,(?= [“‘«\"'])")
_OPENING = re.compile(r"[“«\"]|(?<![^\W_])[‘']")


def find_turn(sentences: Sentences, start: int, end: int) -> Turn | None:
    """What is left out of the sentences of a passage and turns it; None where nothing does."""
    text = sentences.text
    first, last = sentences.around(start, end)
    passage = text[start:end]
    is_set = is_set_in_marks(text, start, end)
    before = _turn_before(text[first:start], first, passage, is_set=is_set)
    return before or (None if is_one_word(passage) else _turn_after(text[end:last], end))


def _turn_before(left: str, offset: int, passage: str, *, is_set: bool) -> Turn | None:
    """What turns a passage from the left; no negation does where its text sets it in marks."""
    if resumed := _RESUMED.search(left):
        left = left[: resumed.start() + 1] + " "
    if not _MAY_TURN.search(left):
        return None
    return (
        (None if is_set else find_negation(left, offset, passage))
        or _condition_before(left, offset, passage)
        or _turn_of_clause(left, offset, passage)
        or _turn_of_number(left, offset, passage)
        or turn_of(_LEFT_ONLY.search(left), offset, "a condition", is_sure=False)
    )


def _condition_before(left: str, offset: int, passage: str) -> Turn | None:
    """A condition of which the passage is the clause; `until` before no more than a date is none."""
    found = _LEFT_NEAR_IF.search(left)
    if found and found[1].casefold() in ("until", "in case") and not FINITE.search(passage):
        return None
    return turn_of(found, offset, "a condition")


def _turn_of_clause(left: str, offset: int, passage: str) -> Turn | None:
    """A condition at the head of the sentence or speech, or a negated subject at the head of the clause."""
    if is_one_word(passage):
        return None
    speech = max((found.end() for found in (*_OPENING.finditer(left), *_CLOSING.finditer(left))), default=0)
    clause = max((found.end() for found in _LEFT_LIMIT.finditer(left, speech)), default=speech)
    for pattern, begin in ((_LEFT_IF, speech), (_LEFT_IF, clause), (_LEFT_WHEN, speech)):
        if turn := turn_of(pattern.search(left[begin:]), offset + begin, "a condition"):
            return turn
    return find_negated_subject(left[clause:], offset + clause, passage) or find_negated_verb(
        left[speech:], left[clause:], offset + speech, passage
    )


def _turn_of_number(left: str, offset: int, passage: str) -> Turn | None:
    if _STARTS_WITH_NUMBER.match(passage):
        return turn_of(_LEFT_BOUND.search(left), offset, "a bound")
    return turn_of(_LEFT_PART.search(left), offset, "a number")


def _turn_after(right: str, offset: int) -> Turn | None:
    if resumed := _RESUMES.match(right):
        right, offset = " " + right[resumed.end() :], offset + resumed.end() - 1
    if closing := _CLOSING.search(right):
        right = right[: closing.start()] + closing[0].strip("”»\"’'")
    if not right.strip(" \n.,!?"):
        return _asked(right, offset)
    limit = _RIGHT_LIMIT.search(right, 1)
    clause = right[: limit.start()] if limit else right
    return (
        turn_of(_RIGHT_CONTRAST.match(right), offset, "a contrast")
        or turn_of(_RIGHT_STILL.match(right), offset, "a contrast")
        or turn_of(_RIGHT_NOT.match(right), offset, "a negation")
        or turn_of(_RIGHT_IF.search(clause), offset, "a condition")
        or turn_of(_RIGHT_ONLY.search(right, 0, _NEAR), offset, "a condition")
        or _asked(right, offset)
    )


def _asked(right: str, offset: int) -> Turn | None:
    """The mark of a question that a passage leaves out."""
    at = right.rstrip().rfind("?")
    return Turn(offset + at, offset + at + 1, "a question mark", is_sure=False) if at >= 0 else None


def find_dropped(gap: str, offset: int, after: str) -> Turn | None:
    """What an omission drops that turns the rest, where `after` is what it goes on with."""
    undated = _DATE.sub(lambda found: " " * len(found[0]), gap)
    for kind, pattern in _DROPPED:
        if turn := turn_of(pattern.search(undated), offset, kind):
            return turn
    if _VERB.match(after):
        return turn_of(_SUBJECT.search(gap), offset, "another subject")
    return None
