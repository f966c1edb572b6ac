"""Whether a negation that is left out before a passage governs it: right before it, or a verb away."""

from __future__ import annotations

import re

from briefbook.text.turns import EMPTY, FINITE, GAP, NOT, Turn, any_case, turn_of
from briefbook.text.words import count_words

_FILLER = (
    r"(?:to|be|been|being|have|has|had|a|an|the|any|anyone|anybody|anything|it|as|yet|that|whether|even|ever|"
    r"again|really|very|quite|so|such|now|in fact|at all|we|they|he|she|i|you|there|is|are|was|were|will|"
    r"would|say|said|saying|think|believe|mean|claim|see|expect|want|like|wish|intend|plan|agree|need|going|call|"
    r"clear|certain|sure|true|convinced|ready|willing|prepared|able)"
)
"""What may stand between a negation and what it negates."""
_NEAR = any_case(rf"(?<!\w)({NOT}){EMPTY}(?:\s+{_FILLER}){{0,5}}{GAP}$")
_NEAR_NO = any_case(rf"(?<!\w)(no){GAP}$")
_HEAD = rf"^\W*((?:no|few|neither|nor|nobody|none|nothing|not|hardly any|no one)\b){EMPTY}"
_SUBJECT = any_case(rf"{_HEAD}[\w\s'’.-]*$")
_NEAR_SUBJECT = any_case(rf"{_HEAD}(?:\s+[\w'’.-]+){{0,2}}\s+$")

_AUXILIARY = r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall)"
_VERBAL = (
    r"(?:not|never|no longer|cannot|hardly|barely|scarcely|rarely|seldom|nor|neither|nobody|no one|none|"
    r"nothing|without(?= \w+ing)|no (?:intention of|(?:plans?|wish|desire|need|reason|right) to)|"
    r"(?:unable|unwilling|refus(?:es|ed|e)|declin(?:es|ed|e)|fail(?:s|ed)?)(?= to)|\w+n['’]t)"
)
"""Negations of a verb."""
_VERB = (
    r"(?P<verb>(?!(?:wh\w+|how|if|and|or|but|because|than|as)\b)(?:[\w'’-]+\s+to\s+)?[\w'’-]+)"
    r"(?:\s+(?:up|out|off|back|away|down|over|us|them|him|her|me|you|\w+ly))?"
    r"(?:\s+(?:of|for|with|to|on|about|at|from|into|against))?(?:\s+(?:an?|any|that|(?P<owned>the|its|his|her|their|our)))?"
)
"""A verb with what belongs to it, up to its object."""
_VERB_AWAY = any_case(rf"(?<!\w)({_VERBAL}){EMPTY}(?:\s+{_FILLER}){{0,5}}\s+{_VERB}\s+$")
_SUBJECT_AWAY = any_case(
    rf"{_HEAD}(?:\s+[\w'’.-]+){{0,4}}?\s+{_AUXILIARY}(?:\s+{_FILLER}){{0,5}}(?:\s+{_VERB})?\s+$"
)
_WORDS_AWAY = any_case(
    rf"(?<!\w)({_VERBAL}){EMPTY}"
    r"(?:\s+(?!(?:wh\w+|and|or|but|that|because|than|as)\b)[\w'’-]+){1,5}\s+$"
)
_RELATIVE = any_case(rf"\b(?:who|whoever|what|which|that)\s+(?:{_AUXILIARY}\s+)?$")
"""Before a negation: it belongs to a clause about a noun, after which the sentence goes on."""
_TAKES_FOR_GIVEN = any_case(
    r"\b(?:mention|know|knew|regret|forget|forgot|notice|reali[sz]e|remember|recall|mind|aware|proud|ashamed|"
    r"surprise|sorry|stop|prevent|end|halt|avoid|escape|survive|hide|hid|deny|denied|reject|oppose|dispute|"
    r"close|understand|understood)(?:e?d|ing|s)?\b"
)
"""Verbs whose objects are there whether or not they are negated."""
_TIME = (
    r"(?:before|until|till|since|again|today|tonight|tomorrow|yesterday|by \d\S*|"
    r"(?:this|next|last) (?:day|night|week|month|year|morning|evening|weekend|spring|summer|autumn|winter)|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_ANY = r"(?:any|anyone|anybody|anything|ever|either|at all|any ?more|any longer)"
_IN_TIME = any_case(rf"\b(?:{_TIME}|{_ANY})\b")
"""What belongs to the negated verb, and not to its object, or stands only where something is negated."""
_BEGINS_IN_TIME = any_case(rf"\W*{_TIME}\b")
_BEGINS_ANEW = any_case(
    rf"\W*(?:{_AUXILIARY}|\w+ed|got|went|came|took|gave|made|said|left|saw|found|kept|sent|held|told|put|set|lost|"
    r"won|fell|rose|began|brought|threw|ran|lose|get|and|or|but|if|because|than|as|while|although|though|that|"
    r"whether|when|where|why|how|what|who|which)\b"
)
"""How a passage begins that is no object of the verb before it."""
_IS_NAMED = any_case(
    r"\W*(?:the|this|that|these|those|its?|his|her|their|our|my|your|them|him|us|me|you)\b|\W*(?-i:[A-Z])"
)
"""How a passage begins that names something known."""
_NEXT_CLAUSE = any_case(r"\b(?:who|whom|whose|which|that|where|when)\b")
_TELLING = any_case(r"\b(?:say|said|know|known|clear|certain|sure|tell|disclose|reveal|explain)\s+$")
_ASKS = any_case(r"\W*(?:when|where|why|how|who|which)\b")

_OPENING, _CLOSING = "“‘«‹„\"'", "”’»›“\"'"
_SPEAKING = any_case(r"\b(?:say|says|said|saying|tell|told|write|wrote|answer|answered)\s+$")


def find_negation(left: str, offset: int, passage: str) -> Turn | None:
    """The negation right before a passage, or with nothing but small words between."""
    if _ASKS.match(passage) and _TELLING.search(left):
        return None
    return turn_of(_NEAR.search(left) or _NEAR_NO.search(left), offset, "a negation")


def find_negated_subject(clause: str, offset: int, passage: str) -> Turn | None:
    """The negated subject of the clause of which a passage is the rest."""
    pattern = _SUBJECT if FINITE.search(passage) else _NEAR_SUBJECT
    return turn_of(pattern.search(clause), offset, "a negation")


def find_negated_verb(speech: str, clause: str, offset: int, passage: str) -> Turn | None:
    """The negation of the verb before a passage, where the passage may be what does not come about.

    `speech` is what stands before the passage in the same speech and sentence, and `clause` its last clause.
    """
    away = _made(_WORDS_AWAY.search(speech), speech, offset, is_sure=False)
    if _BEGINS_IN_TIME.match(passage):
        return away
    if _BEGINS_ANEW.match(passage):
        return None
    own = _NEXT_CLAUSE.split(passage, maxsplit=1)[0]
    is_in_time = _IN_TIME.search(own) is not None
    found = _VERB_AWAY.search(speech)
    if found is None:
        found, speech, offset = _SUBJECT_AWAY.search(clause), clause, offset + len(speech) - len(clause)
    if found is None:
        return away if is_in_time else None
    if _TAKES_FOR_GIVEN.search(found["verb"] or ""):
        return None
    is_said = FINITE.search(own) is not None
    if (found["owned"] or _IS_NAMED.match(passage)) and not (is_said or is_in_time):
        return None
    return _made(found, speech, offset, is_sure=is_in_time and not is_said)


def _made(found: re.Match[str] | None, speech: str, offset: int, *, is_sure: bool) -> Turn | None:
    if found is None or _RELATIVE.search(speech[: found.start(1)]):
        return None
    return turn_of(found, offset, "a negation", is_sure=is_sure)


def is_set_in_marks(text: str, start: int, end: int) -> bool:
    """Whether a passage is one or two words that a text puts between marks and nobody says: a “coup”."""
    words = text[start:end].strip(_OPENING + _CLOSING + ",.")
    if not words or count_words(words) > 2:
        return False
    first = text.index(words, start)
    last = first + len(words)
    before, behind = text[max(0, first - 1) : first], text[last : last + 2].lstrip(",.")[:1]
    is_marked = bool(before and behind) and before in _OPENING and behind in _CLOSING
    return is_marked and _SPEAKING.search(text, max(0, first - 12), first - 1) is None
