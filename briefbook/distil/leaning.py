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
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _BREAKS:
            break
        if at and before[at] in _PRESENT and before[at - 1] in _RELATIVE:
            return 1 if len(before) - at <= _NEAR else 0
        found = _of_word(before, at, len(before) - at)
        if found:
            return found
    after = _WORD.findall(text, end, min(last, end + _REACH))[:_MOST]
    for at in range(len(after)):
        if after[at] in _BREAKS:
            break
        found = _of_word(after, at, at)
        if found:
            return found
    return 0


def _of_word(words: list[str], at: int, away: int) -> Leaning:
    """What one word, so many words `away` from the time, says about it."""
    word = words[at].lower()
    before = words[at - 1].lower() if at else ""
    if word == "to":
        return _of_infinitive(words, at)
    if before == "be" or (word == "have" and before in _MODALS):
        # The word before it decides: `would be released`, `may have left`.
        return 0
    if at > 1 and f"{words[at - 2]} {before}".lower() in _OVERTAKEN:
        # What was due before is over: `had been expected to rule by March`.
        return -1
    if word in _FUTURE:
        return 1
    if word in _UNCHANGED:
        return _of_unchanged(words, at)
    if word in _PLANNED:
        return (
            1
            if at
            and away <= _NEAR
            and before != "to"
            and before not in _NO_VERB
            and not before.endswith(("’s", "'s"))
            else 0
        )
    if word in _PAST:
        return -1
    is_participle = len(word) > 4 and word.endswith("ed") and words[at].islower()
    return -1 if is_participle and before not in _PRESENT else 0


def _of_unchanged(words: list[str], at: int) -> Leaning:
    """`will cut`, `cut`, `a cut`: a verb whose past form is its first form, or a noun."""
    before = [each.lower() for each in words[max(0, at - 3) : at]]
    if before and before[-1] in _NO_VERB:
        return 0
    return 1 if _MODALS.intersection(before) else -1


def _of_infinitive(words: list[str], at: int) -> Leaning:
    """`plans to vote` is to come; `failed to vote` says nothing by itself, nor does `went to town`."""
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if not following.isalpha() or following in _NO_INFINITIVE or words[at + 1][0].isupper():
        return 0
    asking = {each.lower() for each in words[max(0, at - _OBJECT) : at]}
    return 1 if at and (words[at - 1].lower() in _INTENDING or asking & _ASKING) else 0
