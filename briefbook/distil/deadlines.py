"""Whether the words around a time make it the last one for something."""

from __future__ import annotations

import re

from briefbook.distil.table import either, words_of


def _words(key: str) -> str:
    return either(words_of("deadlines", key))


_SPAN = 90
"""Characters before a time in which what governs it stands."""
_LED = rf"\s+(?:{_words('led')},?\s+|\d[\d:.]*\s*(?:[ap]\.?m\.?,?\s+)?|[\w-]+\s{_words('oclock')},?\s+)*$"
_ARTICLE = _words("articles")
_LIMIT = re.compile(
    rf"(?<!-)\b(?:{_words('before')}|{_words('ending')}(?:\s{_words('ending_on')})?){_LED}", re.IGNORECASE
)
_LED_IN = re.compile(rf"{_words('before')}\s+", re.IGNORECASE)
_SET = re.compile(
    rf"\b{_words('after')}\b[^.;:“”\"]{{0,40}}?(?:[,:]|\s{_words('linking')}){_LED}", re.IGNORECASE
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
_BEFORE_EVENT = re.compile(
    rf"\b(?:{_words('conditions')}|{_words('promising')}|{_words('owing')}|{_words('wanting')})\b[^.;:“”\"]*?"
    rf"\s{_words('before_event')}(?:\s[\w’']+){{1,6}}\s{_words('event_on')}{_LED}",
    re.IGNORECASE,
)
_OWING = re.compile(
    rf"\b{_words('owing')}\s(?:\w+ly\s)?{_words('owed_acts')}\b[^.;:“”\"]{{0,60}}?\son{_LED}", re.IGNORECASE
)
_KEEPING = re.compile(
    rf"(?P<owed>\b{_words('owing')}\s)?\b{_words('keeping')}\b[^.;:“”\"]{{0,50}}?\s{_words('kept_until')}{_LED}"
)
_USABLE = re.compile(rf"\b{_words('usable')}\b")
_CALLING = re.compile(
    rf"(?P<over>\b{either(words_of('leaning', 'overtaken'))}\s)?"
    rf"\b{_words('calling')}\b[^.;:“”\"]{{0,60}}?\s{_words('called_for')}{_LED}"
)
_PROMISING = re.compile(rf"\b{_words('promising')}\b")
_UNFULFILLED = re.compile(rf"\b{_words('unfulfilled')}(?:\s[\w’'-]+){{1,5}}?\s{_words('before')}{_LED}")
_COMMANDED = re.compile(rf"\b{_words('commanded')}\b[^.;:“”\"]*\b{_words('before')}{_LED}")
_REPORTED = re.compile(rf"\b{_words('reported')}\b")
_NOT_BEFORE = re.compile(rf"\b{_words('negated')}\b[^.;:“”\"]*\b{_words('not_before')}{_LED}", re.IGNORECASE)
_UNMET = re.compile(
    rf"\b{_words('unmet_of')}\b[^.;:,“”\"]*\b{_words('unmet')}\b(?!\s{_words('unmet_not')}\b)[^.;:“”\"]*$",
    re.IGNORECASE,
)
_ISSUED_ON = re.compile(
    rf"\b{either(words_of('dates', 'issuing'))}\b(?:\s[\w’'-]+){{0,4}}\s{_words('after')}\s+on{_LED}",
    re.IGNORECASE,
)
_LATEST = re.compile(rf"[\s,]+{_words('latest')}\b", re.IGNORECASE)
_DUE = re.compile(
    rf"(?<!fall )(?<!falls )(?<!falling )\b{_words('due')}\s+(?:{_words('due_on')}\s+)?$", re.IGNORECASE
)
_OWED = re.compile(rf"\b{_words('owed')}\b", re.IGNORECASE)
_FORETOLD = re.compile(
    rf"\b(?:{_words('foretold')}|{_words('expecting')}(?!\sto\b)|(?P<possible>{_words('possible')}))\b(?![^.;:“”\"]*\b{_words('unless')}\b)(?:[^.;:“”\"]|\.(?=\d))*$"
)
_UNLESS = re.compile(rf",?\s+{_words('unless_behind')}\b")
_DONE_BY = re.compile(
    rf"\b{_words('done')}\b(?!\s+(?:\w+\s+)?{_words('asked')}\b)(?:\s+(?!{_words('asked')}\b)[\w’'-]+){{0,6}}\s+{_words('done_by')}\s+(?:\w+\s+)?$"
)
_EXTENDED = re.compile(rf"\b{_words('extended')}\b[\w\s]{{0,30}}?\s{_words('extended_to')}{_LED}")
_AWAITED = re.compile(
    rf"\b{either(words_of('leaning', 'overtaken'))}\s{_words('awaited')}\b"
    rf"[^.;:“”\"]*\b{_words('before')}{_LED}"
)
_TERM = re.compile(
    rf"\b{_words('terms')}\b(?:(?:[\w\s]|(?<=\d)[.,](?=\d)){{0,45}}|,(?:[\w\s]|(?<=\d)[.,](?=\d)){{0,45}},|,)\s(?:{_words('which')}\s)?{_words('closing')}(?:\s{_words('ending_on')})?{_LED}",
    re.IGNORECASE,
)
_FALLING = re.compile(
    rf"\b{_words('falling')}\b[^.;“”\"]{{0,40}}?\s{_words('ending_on')}{_LED}", re.IGNORECASE
)
_FIRST = re.compile(
    rf"\b{_words('first_of')}\b[^.;:“”\"]*"
    rf"\b(?:{_words('first')}|{_words('only')}\b[^.;:“”\"]*\b{_words('only_after')})"
    rf"\b[^.;:“”\"]*\b{_words('completed')}\b[^.;:“”\"]*$"
)
_OWED_FOR = re.compile(rf"\b{_words('owed_for')}(?:\s{_words('owed_on')})?{_LED}")
_OUTSTANDING = re.compile(rf",?\s(?:[\w’']+\s){{0,3}}{_words('outstanding')}\b")
_JOINED = re.compile(rf",?\s*(?:{_words('joining')}\b\s*)?(?:{_words('ending_on')}\b\s*)?", re.IGNORECASE)
_LIMITS = (_LIMIT, _SET, _EXTENDED, _TERM, _SHIFTED, _BY_EVENT, _BEFORE_EVENT, _FALLING, _OWING)
_AHEAD = re.compile(rf"\b{_words('ahead')}{_LED}", re.IGNORECASE)
_AWAITING = re.compile(rf"\b{_words('awaiting')}\s{_ARTICLE}\s(?:[\w’'-]+\s){{1,4}}on{_LED}", re.IGNORECASE)
_BINDING = re.compile(rf"(?<!\bup\s)\b{_words('binding')}\b", re.IGNORECASE)
_LASTING = re.compile(rf"\b{_words('lasting')}{_LED}", re.IGNORECASE)
_GIVING = re.compile(rf"\b{_words('giving')}\b", re.IGNORECASE)
_CONDITION = re.compile(
    rf"\b{_words('conditions')}\b(?![^.;:]*\b{_words('unreal')}\b)[^.;:]*\s(?:{_words('before')}{_LED}|$)"
)


def start_of(text: str, start: int) -> int:
    """Where a time begins without the word that makes it a limit: `spring` in `by spring`."""
    found = _LED_IN.match(text, start)
    return found.end() if found else start


def before_of(text: str, first: int, at: int) -> str:
    """The words of the sentence right before a time, with a label before it: `Closing date: 5 December`."""
    if text[max(0, first - 2) : first].rstrip().endswith(":"):
        first = text.rfind("\n", 0, first) + 1
    return text[max(first, at - _SPAN) : at]


def is_past_limit(before: str, text: str, end: int) -> bool:
    """Whether a time is the last one for something that was done, missed or let pass by then."""
    named = _AFTER.match(text, end)
    is_over = named is not None and (_OVER.match(text, named.end()) or _OVER_BEFORE.search(before))
    is_told = (found := _SET.search(before)) is not None and _OVER.search(found[0])
    is_commanded = _COMMANDED.search(before) and not _REPORTED.search(before)
    is_undone = _AWAITED.search(before) or _UNFULFILLED.search(before) or is_commanded
    is_done = is_undone or (_DONE_BY.search(before) and not _MOVED.search(before))
    return bool(is_over or is_told or (is_done and not _EXTENDED.search(before)))


def is_limit(before: str, text: str, end: int) -> bool:
    """Whether the words around a time make it the last one for something."""
    is_earliest = _NOT_BEFORE.search(before) and not _UNMET.search(before)
    if is_earliest or _ISSUED_ON.search(before) or (_DUE.search(before) and not _OWED.search(before)):
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


def is_lasting(before: str) -> bool:
    """Whether something only goes on until a time, which is no limit: `will stay shut until Monday`."""
    found = _KEEPING.search(before)
    return found is not None and not found["owed"] and not _USABLE.search(before)


def is_called(before: str) -> bool:
    """Whether somebody called or set something for a time: `announced a curfew from Thursday`."""
    found = _CALLING.search(before)
    return found is not None and not found["over"]


def is_awaited_first(before: str) -> bool:
    """Whether something to come waits for what happens at a time: `will open once it has been tested on`."""
    return _FIRST.search(before) is not None


def is_outstanding(before: str, text: str, end: int) -> bool:
    """Whether what was due at a time has still not come: `promised for January, has still not arrived`."""
    return _OWED_FOR.search(before) is not None and _OUTSTANDING.match(text, end) is not None


def is_promised(before: str) -> bool:
    """Whether words before a time promise or demand something: `pledged payment within a month`."""
    return _PROMISING.search(before) is not None


def is_foretold(before: str, text: str, end: int) -> bool:
    """Whether something is only expected to happen by a time: `prices could fall by March`."""
    found = _FORETOLD.search(before)
    is_allowed = found is not None and found["possible"] and _LASTING.search(before)
    return found is not None and not is_allowed and not _UNLESS.match(text, end)


def is_conditional(before: str) -> bool:
    """Whether a time is one by which something has to be so: `unless they are home by Saturday`."""
    return _CONDITION.search(before) is not None


def is_ahead(before: str) -> bool:
    """Whether what stands right before a time says that it is still to come."""
    return any(each.search(before) for each in (_AHEAD, _MOVED, _SHIFTED, _EXTENDED, _AWAITING))
