"""Whether the words around a time make it the last one for something."""

from __future__ import annotations

import re

from briefbook.distil.table import either, words_of


def _words(key: str) -> str:
    return either(words_of("deadlines", key))


_SPAN = 90
"""Characters before a time in which what governs it stands."""
_LED = rf"\s+(?:{_words('led')}\s+|\d[\d:.]*\s*(?:[ap]\.?m\.?,?\s+)?)*$"
_ARTICLE = _words("articles")
_LIMIT = re.compile(
    rf"\b(?:{_words('before')}|{_words('ending')}(?:\s{_words('ending_on')})?){_LED}", re.IGNORECASE
)
_SET = re.compile(
    rf"\b{_words('after')}\b[^.;:“”\"]{{0,40}}?(?:,|\s{_words('linking')}){_LED}", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?:['’]s)?[\s-]{{1,3}}(?:{_words('being')}\s{_ARTICLE}\s)?(?!{_ARTICLE}\b)(?:\w{{1,20}}[\s-]{{1,3}})?{_words('after')}\b",
    re.IGNORECASE,
)
_OVER = re.compile(rf"\W+(?:\w+\W+){{0,4}}?{_words('over')}\b", re.IGNORECASE)
_OVER_BEFORE = re.compile(rf"\b{_words('over_before')}\s+(?:{_ARTICLE}\s+)?$", re.IGNORECASE)
_MOVED = re.compile(
    rf"\b{_words('moved')}\b(?!\s+[\w\s]{{0,20}}\b{_words('shifted')}\b)[\w\s]{{0,30}}?\s{_words('moved_to')}{_LED}",
    re.IGNORECASE,
)
_SHIFTED = re.compile(
    rf"\b{_words('moved')}\s+[\w\s]{{0,20}}\b{_words('shifted')}\s[\w\s]{{0,20}}{_words('moved_to')}{_LED}",
    re.IGNORECASE,
)
_BY_EVENT = re.compile(
    rf"\b{_words('by_event')}(?:\s[\w’']+){{1,6}}\s{_words('ending_on')}\s+$", re.IGNORECASE
)
_NOT_BEFORE = re.compile(rf"\b{_words('negated')}\b[^.;:“”\"]*\b{_words('not_before')}{_LED}", re.IGNORECASE)
_LATEST = re.compile(rf"[\s,]+{_words('latest')}\b", re.IGNORECASE)
_DUE = re.compile(rf"\b{_words('due')}\s+(?:on\s+)?$", re.IGNORECASE)
_OWED = re.compile(rf"\b{_words('owed')}\b", re.IGNORECASE)
_FORETOLD = re.compile(
    rf"\b(?:{_words('foretold')}|{_words('possible')})\b(?![^.;:“”\"]*\b{_words('unless')}\b)[^.;:“”\"]*$"
)
_UNLESS = re.compile(rf",?\s+{_words('unless')}\b")
_DONE_BY = re.compile(
    rf"\b{_words('done')}\b(?!\s+(?:\w+\s+)?{_words('asked')}\b)(?:\s+(?!{_words('asked')}\b)[\w’'-]+){{0,6}}\s+{_words('done_by')}\s+(?:\w+\s+)?$"
)
_EXTENDED = re.compile(rf"\b{_words('extended')}\b[\w\s]{{0,30}}?\s{_words('extended_to')}{_LED}")
_AWAITED = re.compile(
    rf"\b{either(words_of('leaning', 'overtaken'))}\s{_words('awaited')}\b"
    rf"[^.;:“”\"]*\b{_words('before')}{_LED}"
)
_TERM = re.compile(
    rf"\b{_words('terms')}\b(?:[\w\s]{{0,45}}|,)\s(?:{_words('which')}\s)?{_words('closing')}(?:\s{_words('ending_on')})?{_LED}",
    re.IGNORECASE,
)
_FALLING = re.compile(
    rf"\b{_words('falling')}\b[^.;“”\"]{{0,40}}?\s{_words('ending_on')}{_LED}", re.IGNORECASE
)
_JOINED = re.compile(rf",?\s*(?:{_words('joining')}\b\s*)?(?:{_words('ending_on')}\b\s*)?", re.IGNORECASE)
_LIMITS = (_LIMIT, _SET, _EXTENDED, _TERM, _SHIFTED, _BY_EVENT, _FALLING)
_AHEAD = re.compile(rf"\b{_words('ahead')}\s+(?:{_ARTICLE}\s+)?$", re.IGNORECASE)
_BINDING = re.compile(rf"(?<!\bup\s)\b{_words('binding')}\b", re.IGNORECASE)
_LASTING = re.compile(rf"\b{_words('lasting')}{_LED}", re.IGNORECASE)
_GIVING = re.compile(rf"\b{_words('giving')}\b", re.IGNORECASE)
_CONDITION = re.compile(
    rf"\b{_words('conditions')}\b(?![^.;:]*\b{_words('unreal')}\b)[^.;:]*\s(?:{_words('before')}{_LED}|$)"
)


def before_of(text: str, first: int, at: int) -> str:
    """The words of the sentence right before a time."""
    return text[max(first, at - _SPAN) : at]


def is_past_limit(before: str, text: str, end: int) -> bool:
    """Whether a time is the last one for something that was done, missed or let pass by then."""
    named = _AFTER.match(text, end)
    is_over = named is not None and (_OVER.match(text, named.end()) or _OVER_BEFORE.search(before))
    is_told = (found := _SET.search(before)) is not None and _OVER.search(found[0])
    is_done = _AWAITED.search(before) or (_DONE_BY.search(before) and not _MOVED.search(before))
    return bool(is_over or is_told or is_done)


def is_limit(before: str, text: str, end: int) -> bool:
    """Whether the words around a time make it the last one for something."""
    if _NOT_BEFORE.search(before) or (_DUE.search(before) and not _OWED.search(before)):
        return False
    is_set = (
        any(each.search(before) for each in _LIMITS) or _AFTER.match(text, end) or _LATEST.match(text, end)
    )
    return bool(is_set) and not _MOVED.search(before)


def is_joined(between: str) -> bool:
    """Whether what stands between two times makes them of one sort: `on 15 May, 15 August and`."""
    return _JOINED.fullmatch(between) is not None


def is_bound(before: str) -> bool:
    """Whether words before a limit bind somebody: `ordered out by Friday`, not `stayed until Friday`."""
    lasting = _LASTING.search(before)
    if lasting is None:
        return _BINDING.search(before) is not None
    return _GIVING.search(before, 0, lasting.start()) is not None


def is_foretold(before: str, text: str, end: int) -> bool:
    """Whether something is only expected to happen by a time: `prices could fall by March`."""
    return _FORETOLD.search(before) is not None and not _UNLESS.match(text, end)


def is_ahead(before: str) -> bool:
    """Whether what stands right before a time says that it is still to come."""
    return any(each.search(before) for each in (_AHEAD, _MOVED, _SHIFTED, _EXTENDED, _CONDITION))
