"""Whether what is left out beside a passage turns it: a negation, condition, contrast, bound or number.

Only what stands close enough to govern the passage counts, so a quotation that begins or ends within a
sentence is mostly silent: a left-out word that merely stands in the sentence says nothing about it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefbook.text.sentences import Sentences
from briefbook.text.words import count_words


class Turn(NamedTuple):
    """Left-out words that turn a passage, and where they stand."""

    start: int
    end: int
    kind: str
    """What they are: `a negation`, `a condition`."""
    is_sure: bool = True


_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|a third|a quarter)"
)
_NOT = (
    r"(?:not|never|neither|nor|no one|nobody|none|nothing|nowhere|no longer|hardly|barely|scarcely|rarely|"
    r"seldom|cannot|without|unable|unwilling|unlikely|far from|instead of|rather than|"
    r"stop(?:ped|s)? short of|"
    r"rule[sd]? out|fail(?:s|ed)?|refus(?:es|ed|e)|declin(?:es|ed|e)|den(?:ies|ied|y|ying)|doubt(?:s|ed)?|"
    r"\w+n['’]t)"
)
_EMPTY = r"(?! (?:only|just|merely|simply|least|surprising|doubt|less)\b)"
"""What takes the force out of a negation: `not only`, `no doubt`."""
_FILLER = (
    r"(?:to|be|been|being|have|has|had|a|an|the|any|anyone|anybody|anything|it|as|yet|that|whether|even|ever|"
    r"again|really|very|quite|so|such|now|in fact|at all|we|they|he|she|i|you|there|is|are|was|were|will|"
    r"would|say|said|saying|think|believe|mean|claim|see|expect|want|like|wish|intend|plan|agree|need|going|call|"
    r"clear|certain|sure|true|convinced|ready|willing|prepared|able)"
)
"""What may stand between a negation and what it negates."""
_IF = r"(?:if|unless|until|provided|providing|on condition|in case|as long as|so long as)"
_BOUND = (
    r"(?:as many as|as few as|as much as|up to|at least|at most|(?:no )?more than|(?:no )?fewer than|"
    r"less than|nearly|almost|about|around|over|under|roughly|approximately|an estimated|some|only)"
)
_IS = (
    r"(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|been|at|"
    r"for|by|with|of|to|in)"
)
_MARKS = r"[\"'“”‘’«»]"
_GAP = rf"(?:\s+{_MARKS}?|\s*{_MARKS}\s*)"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LEFT_NOT = _pattern(rf"(?<!\w)({_NOT}){_EMPTY}(?:\s+{_FILLER}){{0,5}}{_GAP}$")
_HEAD = rf"^\W*((?:no|few|neither|nor|nobody|none|nothing|not|hardly any|no one)\b){_EMPTY}"
_LEFT_NO = _pattern(rf"(?<!\w)(no){_GAP}$")
_LEFT_HEAD = _pattern(rf"{_HEAD}[\w\s'’.-]*$")
_LEFT_NEAR_HEAD = _pattern(rf"{_HEAD}(?:\s+[\w'’.-]+){{0,2}}\s+$")
_FINITE = _pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did)\b"
)
_LEFT_IF = _pattern(
    rf"^\W*((?:only |but )?(?:{_IF}|should)\b)(?:[^;:]*,\s+(?:[\w'’]+\s+){{0,3}}|(?:\s+[\w'’]+){{0,3}}\s+)$"
)
_LEFT_NEAR_IF = _pattern(rf"(?<!\w)(?<!\beven )(?<!\bas )({_IF}){_GAP}$")
_LEFT_WHEN = _pattern(r"^\W*((?:only )?when\b)[^;:]*,?\s+then\s+$")
_LEFT_BOUND = _pattern(rf"(?<!\w)({_BOUND}){_GAP}$")
_LEFT_PART = _pattern(
    rf"(?<!\w)((?:{_NUMBER}|some|few|many|most|none|parts?|percent|per cent|a minority|a majority) of){_GAP}$"
)
_LEFT_ONLY = _pattern(rf"(?<!\w)(?<!\bnot )(only){_GAP}$")
_STARTS_WITH_NUMBER = _pattern(rf"\W*{_NUMBER}(?!\w)")

_LIMIT = (
    r"[,;:()—–]|\s-\s|\b(?:that|who|which|whom|whose|what|where|why|how|because|since|while|after|before|and|"
    r"but|said|says|told|added|argued%s)\b"
)
_LEFT_LIMIT = _pattern(_LIMIT % "")
_RIGHT_LIMIT = _pattern(_LIMIT % "|as|or|say")
"""Where a clause ends to the left and to the right of a passage."""

_RIGHT_CONTRAST = _pattern(
    r"[\s,–—-]*((?:but(?! also\b)|although|though|however|except|yet|save|only|rather than|instead of|"
    rf"{_IF})\b)"
)
_RIGHT_STILL = _pattern(
    r"\s+(?:is|are|was|were|has|have|had|will|would|remains?)\s+((?:still|yet|nevertheless)\b)"
)
_RIGHT_NOT = _pattern(rf"\s+(?:{_IS}\s+){{0,2}}((?:{_NOT}|no)\b){_EMPTY}")
_RIGHT_ONLY = _pattern(r"\b((?:but )?only (?:if|when|after|once|in|on|for|until)|but (?:not|never|only))\b")
_NEAR = 60
"""Characters after a passage within which a restriction is taken for its own."""
_RIGHT_IF = _pattern(rf"(?<!\w)((?<!as )(?!if (?:any|not|only|anything)\b){_IF})\b")

_DROPPED = (
    ("a negation", _pattern(rf"(?<!\w)(?<!\ba )({_NOT}|no|few|little)(?!\w){_EMPTY}")),
    ("a condition", _pattern(rf"\b({_IF}|only)\b")),
    (
        "a contrast",
        _pattern(r"\b(but|although|though|however|except|yet|nevertheless|despite|whereas|instead)\b"),
    ),
    (
        "a number",
        _pattern(
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
    before = _turn_before(text[first:start], first, passage)
    return before or (_turn_after(text[end:last], end) if count_words(passage) > 1 else None)


def _turn_before(left: str, offset: int, passage: str) -> Turn | None:
    if resumed := _RESUMED.search(left):
        left = left[: resumed.start() + 1] + " "
    if not left.strip(" \n\"'“”‘’«»("):
        return None
    return (
        _found(_LEFT_NOT.search(left) or _LEFT_NO.search(left), offset, "a negation")
        or _condition_before(left, offset, passage)
        or _turn_of_clause(left, offset, passage)
        or _turn_of_number(left, offset, passage)
        or _found(_LEFT_ONLY.search(left), offset, "a condition", is_sure=False)
    )


def _condition_before(left: str, offset: int, passage: str) -> Turn | None:
    """A condition of which the passage is the clause; `until` before no more than a date is none."""
    found = _LEFT_NEAR_IF.search(left)
    if found and found[1].casefold() in ("until", "in case") and not _FINITE.search(passage):
        return None
    return _found(found, offset, "a condition")


def _turn_of_clause(left: str, offset: int, passage: str) -> Turn | None:
    """A condition at the head of the sentence or speech, or a negated subject at the head of the clause."""
    if count_words(passage) == 1:
        return None
    speech = max((found.end() for found in (*_OPENING.finditer(left), *_CLOSING.finditer(left))), default=0)
    clause = max((found.end() for found in _LEFT_LIMIT.finditer(left, speech)), default=speech)
    head = _LEFT_HEAD if _FINITE.search(passage) else _LEFT_NEAR_HEAD
    for pattern, begin, kind in (
        (_LEFT_IF, speech, "a condition"),
        (_LEFT_IF, clause, "a condition"),
        (_LEFT_WHEN, speech, "a condition"),
        (head, clause, "a negation"),
    ):
        if turn := _found(pattern.search(left[begin:]), offset + begin, kind):
            return turn
    return None


def _turn_of_number(left: str, offset: int, passage: str) -> Turn | None:
    if _STARTS_WITH_NUMBER.match(passage):
        return _found(_LEFT_BOUND.search(left), offset, "a bound")
    return _found(_LEFT_PART.search(left), offset, "a number")


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
        _found(_RIGHT_CONTRAST.match(right), offset, "a contrast")
        or _found(_RIGHT_STILL.match(right), offset, "a contrast")
        or _found(_RIGHT_NOT.match(right), offset, "a negation")
        or _found(_RIGHT_IF.search(clause), offset, "a condition")
        or _found(_RIGHT_ONLY.search(right, 0, _NEAR), offset, "a condition")
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
        if turn := _found(pattern.search(undated), offset, kind):
            return turn
    if _VERB.match(after):
        return _found(_SUBJECT.search(gap), offset, "another subject")
    return None


def _found(match: re.Match[str] | None, offset: int, kind: str, *, is_sure: bool = True) -> Turn | None:
    return Turn(offset + match.start(1), offset + match.end(1), kind, is_sure) if match else None
