"""Where the words begin and end that a verb of speech governs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.distil.cues import (
    BARE,
    CUES,
    FREELY,
    NOUNED,
    SAYING,
    SILENT,
    TELLING,
    is_reporting,
    low_at,
)
from briefbook.distil.table import either, read_table, words_of
from briefbook.text.cues import PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

_QUESTIONS = frozenset(words_of("speech", "questions"))
_PARTICLES = frozenset(words_of("speech", "particles"))
_LISTENERS = frozenset(words_of("speech", "listeners"))
_MOMENTS = frozenset(words_of("speech", "moments"))
_LEADING = frozenset(words_of("speech", "leading"))
_OPENERS = frozenset(words_of("speech", "openers"))
_ARTICLES = frozenset(words_of("speech", "articles"))
_ADDITIONS = frozenset(words_of("speech", "additions"))
_GOING_ON = frozenset(words_of("speech", "going_on"))
_JUDGEMENTS = frozenset(words_of("speech", "judgements"))
_BACKSHIFTED = frozenset(words_of("speech", "backshifted"))
_ACTING = frozenset(words_of("speech", "acting"))
_WITHHELD = frozenset(words_of("speech", "withheld"))
_PRONOUNS = frozenset(words_of("speech", "pronouns"))
_AUXILIARY = re.compile(read_table()["speech"]["auxiliary"])
_FINITE = re.compile(rf"{_AUXILIARY.pattern}|{either(words_of('speech', 'finite'))}|\w+ed|\w+s")
_SURE = re.compile(rf"{_AUXILIARY.pattern}|{either(words_of('speech', 'finite'))}|\w+ed")
_OTHERS = (_ADDITIONS - {"as"}) | _QUESTIONS
_ASIDES = _LEADING | _MOMENTS | {"according"}
_STOPS = (",", ".", ":", ";", "!", "?")
_CUTS = RELATIVES | {"and", "that", ","}
_LONGEST_ASIDE = 12
"""Words between a verb and what it reports, at most."""
_LONGEST_PHRASE = 6
"""Words of a phrase that names a listener, a place or a time, at most."""
_LONGEST_LOOK = 24
"""Words in which a clause shows its verb."""


def sentence_end(tokens: Sequence[Token]) -> int:
    """The token behind the last word, the full stop aside."""
    return len(tokens) - 1 if tokens and tokens[-1].words in (".", "!", "?", ";") else len(tokens)


def statement_start(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where the clause begins that a verb of saying governs; `last` where there is none."""
    reach = _LONGEST_ASIDE // 2 if tokens[at].low in NOUNED else _LONGEST_ASIDE
    farthest = at + 1 + reach * (2 if tokens[at].low in TELLING else 1)
    for each in range(at + 1, min(last, farthest)):
        low = tokens[each].low
        behind = past_aside(tokens, each, last)
        if behind:
            return behind
        if (
            (low in ("and", "but") and low_at(tokens, each + 1) == "that")
            or (tokens[each].is_mark and tokens[each].words not in "()")
            or (low in SAYING - BARE and low_at(tokens, each - 1) not in _ARTICLES)
            or (each > at + 1 and not tokens[each].is_capital and _AUXILIARY.fullmatch(low))
        ):
            break
        if tokens[each].low == "that":
            return each if _AUXILIARY.fullmatch(low_at(tokens, each + 1)) else each + 1
    if tokens[at].low not in FREELY - NOUNED:
        return _strict(tokens, at + 1, last)
    place = behind_listener(tokens, at, last)
    if place >= last or tokens[place].words in _STOPS or tokens[place].speech:
        return last
    is_count = tokens[place].low == "up" and low_at(tokens, place + 1) == "to"
    is_other = tokens[place].low in _OTHERS and not is_count
    if is_other or not has_clause(tokens, place, last):
        return last
    return place


def past_aside(tokens: Sequence[Token], comma: int, last: int) -> int:
    """Behind the `that` of `told me, in April, that …`; 0 where no aside stands between commas."""
    if tokens[comma].words != ",":
        return 0
    is_word = low_at(tokens, comma + 2) == ","  # `cautioned, however, that`
    end = next((at for at in range(comma + 1, min(last, comma + 10)) if tokens[at].words == ","), last)
    is_beside = low_at(tokens, comma - 1) in CUES and not shows_verb(tokens[comma + 1 : end])
    if not (is_word or is_beside or low_at(tokens, comma + 1) in _ASIDES):
        return 0
    return end + 2 if low_at(tokens, end + 1) == "that" else 0


def behind_listener(tokens: Sequence[Token], at: int, last: int) -> int:
    """Behind a verb, its listener, and the places and times beside it: `told Parliament on Monday`."""
    place = at + 2 if low_at(tokens, at + 1) in _PARTICLES else at + 1
    if tokens[at].low in TELLING:
        place = _behind_phrase(tokens, place, last)
    while place < last:
        low = tokens[place].low
        if low in _MOMENTS or low.endswith("day"):
            place += 1
        elif low in _LEADING:
            end = _behind_phrase(tokens, place + 1, last)
            if end == place + 1:
                break
            place = end
        else:
            break
    return place


def _behind_phrase(tokens: Sequence[Token], place: int, last: int) -> int:
    """Behind a phrase that names a listener, a place or a time; the same place where none stands there."""
    end = place
    is_name = False
    for at in range(place, min(last, place + _LONGEST_PHRASE)):
        low = tokens[at].low
        if low in _LISTENERS or low in _MOMENTS or low.endswith("day") or low[:1].isdigit():
            end = at + 1
            if low in _LISTENERS and low_at(tokens, at + 1) not in _LISTENERS:
                break
        elif tokens[at].is_capital:
            # A name ends where another word stands; `told Reuters the` has two.
            end, is_name = at + 1, True
        elif low in ("of", "'s", "and") and end == at and low_at(tokens, at + 1) not in _OPENERS:
            continue
        elif is_name or (at > place and low in _OPENERS) or tokens[at].is_mark:
            break
    return end


def _strict(tokens: Sequence[Token], place: int, last: int) -> int:
    """A clause without `that` behind a verb that mostly takes a noun: it begins like one."""
    near = [each.low for each in tokens[place + 1 : min(last, place + _LONGEST_ASIDE - 2)]]
    near = near[: next((at for at, low in enumerate(near) if low in _CUTS), len(near))]
    is_open = low_at(tokens, place) in _OPENERS or (place < last and tokens[place].is_capital)
    if low_at(tokens, place).endswith("s") and place + 1 < last and is_auxiliary(tokens[place + 1]):
        return place  # `claim ministers had urged her`
    begins = is_open and any(map(_AUXILIARY.fullmatch, near))
    return place if begins else last


def has_clause(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether a finite verb seems to stand in the words behind a place."""
    behind = tokens[place + 1 : last]
    words = [each.low for each in behind if not (each.is_mark or each.is_capital)][:_LONGEST_LOOK]
    return any(_FINITE.fullmatch(word) for word in words) or any(each.speech for each in behind)


def is_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands surely in a stretch: not in `For almost six years`."""
    words = [each.low for each in tokens[start + 1 : end] if not each.is_mark]
    is_led = low_at(tokens, start) in PREPOSITIONS
    if end - start <= 2:
        return False  # `He had, he said, …`
    return any(_SURE.fullmatch(word) for word in words) and not (is_led and end - start < _LONGEST_PHRASE)


def is_auxiliary(token: Token) -> bool:
    """Whether a word helps a verb: `was`, `would`, `couldn’t`."""
    return _AUXILIARY.fullmatch(token.low) is not None


def shows_verb(tokens: Sequence[Token]) -> bool:
    """Whether one of some words is surely a finite verb, and no participle before a name."""
    return any(
        _SURE.fullmatch(each.low) is not None
        and not (each.low.endswith("ed") and at + 1 < len(tokens) and tokens[at + 1].is_capital)
        for at, each in enumerate(tokens)
        if not each.is_capital
    )


def _is_told_within(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a speaker is put into the words between two tokens: `it was lost, he recalled, in May`."""
    return any(
        tokens[at].low in SAYING
        and any(each.words == "," for each in tokens[max(first, at - 4) : at])
        and is_reporting(tokens, at)
        for at in range(first + 1, last)
    )


def is_closing(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether nothing but a listener, a place or a time stands behind a verb, up to a comma or the end."""
    place = behind_listener(tokens, at, last)
    if place < last and tokens[place].words in (",", ":"):
        return place + 1 < last and tokens[place + 1].speech is None
    return place >= last


def clause_end(tokens: Sequence[Token], start: int, last: int, text: str) -> int:
    """Where a statement ends and the article adds something: `, defying …`, `, but declined to …`."""
    for at in range(start + 1, last):
        if tokens[at].words in ("—", "–") and at > start + 2:
            return at
        if tokens[at].words == "," and adds(tokens, at, last) and has_clause(tokens, start, at):
            return at
        if _ends_with_comma(tokens[at], text) and adds(tokens, at, last):
            return at + 1
        if tokens[at].low in ("and", "but") and at >= start + 2 and _acts(tokens, at + 1):
            return at
        if tokens[at].words == ":" and _is_told_within(tokens, at + 1, last):
            return at
    return last


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the article goes on behind `and` about what the speaker does: `and has asked`, `and urged`."""
    is_own = low_at(tokens, at) not in _BACKSHIFTED and _AUXILIARY.fullmatch(low_at(tokens, at))
    if is_own and low_at(tokens, at + 1) in _ACTING:
        return True
    return low_at(tokens, at) in CUES | SILENT | _ACTING and low_at(tokens, at + 1) != "to"


def adds(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether what stands behind a comma is the article's own."""
    one, two = low_at(tokens, comma + 1), low_at(tokens, comma + 2)
    if one in _GOING_ON or _judges(tokens, comma) or _is_closing_clause(tokens, comma + 1, last):
        return True
    if one == "as":
        return _is_told_of(tokens, comma + 2, last)
    if one in ("and", "but"):
        return two != "that" and (
            two in CUES | SILENT | _ACTING | _WITHHELD
            or (two in _PRONOUNS and low_at(tokens, comma + 3) in SILENT | _WITHHELD)
            or _is_told_of(tokens, comma + 2, last)
        )
    return one in _ADDITIONS and one not in ("before", "after", "since", "when")


def relative_end(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where a clause ends whose subject stands before its verb of speech: `whom X says are armed, …`."""
    for at in range(start + 1, last):
        is_next = tokens[at].low in ("and", "but") and low_at(tokens, at + 1) in RELATIVES | {"that"}
        if tokens[at].words == "," or is_next:
            return at
    return last


def _ends_with_comma(token: Token, text: str) -> bool:
    """Whether a token is a speech with a comma at its end, as American papers set it."""
    return token.speech is not None and text[token.start : token.end].endswith(",")


def _judges(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a comma, or a mark with one, judges the words before it: `, a claim that …`."""
    nouns = low_at(tokens, at + 2), low_at(tokens, at + 3)
    return low_at(tokens, at + 1) in _ARTICLES and not _JUDGEMENTS.isdisjoint(nouns)


def _is_closing_clause(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether a speaker, a verb of speech and no more stand at a place: `, Reuters reported`."""
    verb = next((at for at in range(place + 1, min(last, place + 6)) if tokens[at].low in SAYING), 0)
    has_marks = any(each.is_mark for each in tokens[place:verb])
    return bool(verb) and not has_marks and is_reporting(tokens, verb) and is_closing(tokens, verb, last)


def _is_told_of(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Whether a new speaker begins at a place: a cue stands within a few words."""
    return any(
        tokens[at].low in SAYING and is_reporting(tokens, at) for at in range(start, min(last, start + 6))
    )
