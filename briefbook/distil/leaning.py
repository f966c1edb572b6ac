"""Whether a sentence speaks of what was or of what is to come, around a place in it."""

from __future__ import annotations

import re
from typing import Literal

from briefbook.distil.table import words_of

Leaning = Literal[-1, 0, 1]

_WORD = re.compile(r"[’'\w-]+|[“”\";:—]")
_FUTURE = frozenset(words_of("leaning", "future"))
_PAST = frozenset(words_of("leaning", "past"))
_PLANNED = frozenset(words_of("leaning", "planned"))
_UNCHANGED = frozenset(words_of("leaning", "unchanged"))
_OVERTAKEN = frozenset(words_of("leaning", "overtaken"))
_MODALS = frozenset(words_of("leaning", "modals"))
_PRESENT = frozenset(words_of("leaning", "present"))
_RELATIVE = frozenset(words_of("leaning", "relative"))
_NO_VERB = frozenset(words_of("leaning", "no_verb"))
_INTENDING = frozenset(words_of("leaning", "intending"))
_NO_INFINITIVE = frozenset(words_of("leaning", "no_infinitive"))
_BEFORE_SUBJECT = frozenset(words_of("leaning", "before_subject"))
_GOVERNING = frozenset(words_of("leaning", "governing"))
_DATING = frozenset(words_of("leaning", "dating"))
_PLANNED_EVENTS = frozenset(words_of("leaning", "planned_events"))
_OWNED = re.compile(r"[’']s\s+((?:[\w’'-]{1,20}\s+){0,2}[\w’'-]{1,20})")
_BEHIND = frozenset(words_of("leaning", "behind"))
_LEFT_OVER = frozenset(words_of("leaning", "left_over"))
_AMOUNTS = frozenset(words_of("leaning", "amounts"))
_NEGATING = frozenset(words_of("leaning", "negating"))
_BREAKS = frozenset('“”";—')
_ASKING = frozenset(words_of("leaning", "asking"))
_OBJECT = 6
"""Words: who is asked stands between the verb and what is asked: `told the firm to clear the site`."""
_NEAR = 9
"""Words: a present tense speaks of a plan only close to its time."""
_MOST = 18
_REACH = 240
"""Words and characters around a place that are looked at, so that no sentence takes long."""


def find_leaning(text: str, start: int, end: int, first: int, last: int) -> Leaning:
    """-1 for what was, 1 for what is to come, 0 where the sentence from `first` to `last` says neither."""
    before = _WORD.findall(text, max(first, start - _REACH), start)[-_MOST:]
    if before and before[-1] in _PRESENT:
        return 1  # `The last day is 30 September.`
    after = _WORD.findall(text, end, min(last, end + _REACH))[:_MOST]
    if after and (not before or before[-1].lower() in _BEFORE_SUBJECT) and after[0] in _GOVERNING:
        return 1 if after[0] in _FUTURE else -1  # `It was cold, and Monday will be colder.`
    owned = _OWNED.match(text, end, last)
    if owned and before and _PLANNED_EVENTS.isdisjoint(owned[1].lower().split()):
        return -1  # `They will discuss Sunday’s raid.`
    is_dated = bool(before) and before[-1] in _DATING and not text.startswith(("’", "'"), end)
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _BREAKS:
            break
        if is_dated and at and before[at] in _PRESENT and before[at - 1] not in _RELATIVE:
            return -1 if _is_behind(before) else 1  # `Her funeral is on Friday.`
        if at and before[at] in _PRESENT and before[at - 1] in _RELATIVE:
            return 1 if len(before) - at <= _NEAR else 0
        found = _of_word(before, at, len(before) - at)
        if found:
            return found
    for at in range(len(after)):
        if after[at] in _BREAKS or (at and after[at] in _RELATIVE):
            break
        found = _of_word(after, at, at)
        if found:
            return found
    return -1 if is_dated and _is_behind(before) else 0


def _is_behind(before: list[str]) -> bool:
    """Whether the day is one of something that is over: `after a brawl on Saturday`."""
    return not _BEHIND.isdisjoint(each.lower() for each in before[-_OBJECT:])


def _of_word(words: list[str], at: int, away: int) -> Leaning:
    """What one word, so many words `away` from the time, says about it."""
    word = words[at].lower()
    before = words[at - 1].lower() if at else ""
    if word == "to":
        return _of_infinitive(words, at)
    if _is_governed(words, at, word, before):
        return 0
    if at > 1 and f"{words[at - 2]} {before}".lower() in _OVERTAKEN:
        # What was due before is over: `had been expected to rule by March`.
        return -1
    if word in _FUTURE:
        return 1
    if word in _UNCHANGED:
        return _of_unchanged(words, at)
    if word in _PLANNED and words[at].islower():
        return (
            1
            if at
            and away <= _NEAR
            and before != "to"
            and before not in _NO_VERB
            and before not in _PAST
            and not before.endswith(("’s", "'s", "ed"))
            else 0
        )
    if word in _PAST:
        return -1
    is_participle = len(word) > 4 and word.endswith("ed") and words[at].islower()
    return -1 if is_participle and before not in _PRESENT else 0


def _is_governed(words: list[str], at: int, word: str, before: str) -> bool:
    """Whether another word decides: `would be formally released`, `will have no milk left`."""
    helper = words[at - 2].lower() if before in _NEGATING and at > 1 else before
    if before == "be" or (word == "have" and helper in _MODALS):
        return True
    if before.endswith("ly") and at > 1 and words[at - 2].lower() == "be":
        return True
    return word in _LEFT_OVER and bool(
        _AMOUNTS.intersection(each.lower() for each in words[max(0, at - 4) : at - 1])
    )


def _of_unchanged(words: list[str], at: int) -> Leaning:
    """`will cut`, `cut`, `a cut`: a verb whose past form is its first form, or a noun."""
    before = [each.lower() for each in words[max(0, at - 3) : at]]
    if before and (before[-1] in _NO_VERB or _PRESENT.intersection(before)):
        return 0
    return 1 if _MODALS.intersection(before) else -1


def _of_infinitive(words: list[str], at: int) -> Leaning:
    """`plans to vote` is to come; `failed to vote` says nothing by itself, nor does `went to town`."""
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if not following.isalpha() or following in _NO_INFINITIVE or words[at + 1][0].isupper():
        return 0
    if f"{words[max(0, at - 3)]} {words[max(0, at - 2)]}".lower() in _OVERTAKEN:
        return -1
    asking = {each.lower() for each in words[max(0, at - _OBJECT) : at]}
    return 1 if at and (words[at - 1].lower() in _INTENDING or asking & _ASKING) else 0
