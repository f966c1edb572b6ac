"""Statements that a speaker and a verb close or interrupt: `…, X said`, `The road, X said, is shut`."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.distil.clauses import (
    adds,
    behind_listener,
    clause_end,
    has_clause,
    is_auxiliary,
    is_clause,
    sentence_end,
    shows_verb,
)
from briefbook.distil.cues import FREELY, low_at
from briefbook.distil.phrases import POSSESSIVES
from briefbook.distil.segments import head_end
from briefbook.distil.table import words_of
from briefbook.text.cues import CONJUNCTIONS, PREPOSITIONS, RELATIVES
from briefbook.text.narrative import Token

_BESIDE = frozenset(words_of("speech", "beside"))
_CLOSING = FREELY | frozenset(words_of("speech", "closing"))
_RESUMING = frozenset(words_of("speech", "resuming"))
_PRONOUNS = frozenset(words_of("speech", "pronouns"))
_SUBJECTS = _PRONOUNS | frozenset(words_of("speech", "no_inverted"))
_FINAL = frozenset(",.!?…—–")
_JOINING = ("and", "but")


def is_inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands behind a whole statement and before its subject: `…, said a man who saw it`."""
    if at < 2 or tokens[at - 1].words != "," or tokens[at].low not in _CLOSING:
        return False
    if tokens[at].low.endswith("ing") or low_at(tokens, at + 1) in _SUBJECTS:
        return False
    first = next((each + 1 for each in range(at - 2, -1, -1) if tokens[each].words == ","), 0)
    is_whole = first == 0 or shows_verb(tokens[first : _behind_phrase(tokens, first, at - 1)])
    is_whole = is_whole or (tokens[first].low in PREPOSITIONS and has_clause(tokens, 0, first))
    subject = tokens[at + 1 : head_end(tokens, at + 1, _behind_phrase(tokens, at + 1, sentence_end(tokens)))]
    return is_whole and bool(subject) and subject[0].speech is None and not shows_verb(subject[1:])


def _behind_phrase(tokens: Sequence[Token], first: int, end: int) -> int:
    """The next mark, or `who`."""
    stops = (
        at
        for at in range(first, end)
        if tokens[at].low in RELATIVES or (tokens[at].is_mark and tokens[at].low not in POSSESSIVES)
    )
    return next(stops, end)


def told_around(tokens: Sequence[Token], at: int, first: int, text: str) -> tuple[int, int] | None:
    """The statement from a token on that ends before a speaker and the verb at a token, or goes on behind."""
    last, comma = sentence_end(tokens), _last_comma(tokens, at)
    if tokens[at].low not in _CLOSING or comma <= first or not _may_close(tokens, at, comma, last, text):
        return None
    behind = _behind_verb(tokens, at, last)
    if low_at(tokens, comma - 1) in _JOINING and behind < last:
        return behind, last  # `He has two and, people say, wants more`
    first = _behind_colon(tokens, first, comma, behind)
    start = first + 1 if low_at(tokens, first) in _JOINING and comma > first + 1 else first
    if tokens[start].low.endswith(("ing", "ed")) and not tokens[start + 1].is_capital:
        return None  # `Asked whether it was so, she said`
    if behind < last and tokens[behind].speech is not None:
        return _with_speech(tokens, start, comma, behind, text)
    is_telling = tokens[at].low in FREELY or is_clause(tokens, start, comma)
    return bounds(tokens, start, comma, at, text) if is_telling or behind < last else None


def _behind_colon(tokens: Sequence[Token], first: int, comma: int, behind: int) -> int:
    """Where a statement behind a colon begins that goes on behind its speaker; else the same place."""
    colon = next((each for each in range(comma - 1, first, -1) if tokens[each].words == ":"), 0)
    goes_on = behind < len(tokens) and (is_auxiliary(tokens[behind]) or low_at(tokens, behind) in _JOINING)
    return colon + 1 if colon and colon + 1 < comma and goes_on else first


def _may_close(tokens: Sequence[Token], at: int, comma: int, last: int, text: str) -> bool:
    """Whether what stands between a comma and a verb is a speaker who is put there."""
    near = tokens[comma + 1 : at], tokens[max(0, at - 4) : at]
    is_beside = any(each.low in _BESIDE for stretch in near for each in stretch)
    is_joined = low_at(tokens, comma + 1) in CONJUNCTIONS | RELATIVES
    is_spoken = tokens[comma - 1].speech is not None and (
        comma == 1 or text[tokens[comma - 1].start : tokens[comma - 1].end].rstrip()[-1:] in _FINAL
    )
    place = behind_listener(tokens, at, last)
    is_colon = place + 1 < last and tokens[place].words == ":" and tokens[place + 1].speech is None
    closes = place >= last or tokens[place].words == "," or is_colon
    return closes and not (is_beside or is_joined or is_spoken)


def _behind_verb(tokens: Sequence[Token], at: int, last: int) -> int:
    """Behind the first mark after a verb: where its statement may go on."""
    return next((each for each in range(at, last) if tokens[each].words == ","), last) + 1


def _with_speech(
    tokens: Sequence[Token], start: int, comma: int, behind: int, text: str
) -> tuple[int, int] | None:
    """A statement that goes on between marks: `There was no rush, she said, only “a calendar.”`."""
    is_fragment = text[tokens[behind].start : tokens[behind].start + 1].islower()
    if comma - start <= 2 and low_at(tokens, start) in _PRONOUNS:
        return start, sentence_end(tokens)  # `He had, he said, “the greatest respect” for them`
    # Who says what they would not do says nothing: `He would not guess, he said, “at such things”`.
    is_told = is_clause(tokens, start, comma) and not any(each.low == "not" for each in tokens[start:comma])
    return (start, behind + 1) if is_fragment and is_told else None


def bounds(tokens: Sequence[Token], start: int, comma: int, at: int, text: str) -> tuple[int, int]:
    """The statement before a speaker, else what goes on behind: `For years, X said, the road …`."""
    last = sentence_end(tokens)
    behind = _behind_verb(tokens, at, last)
    is_told = is_clause(tokens, start, comma)
    is_led = low_at(tokens, start) in CONJUNCTIONS - {"but", "and", "that"}
    is_half = is_led and not any(each.words == "," for each in tokens[start:comma])
    is_led_in = low_at(tokens, start) in PREPOSITIONS
    if behind < last and is_led_in and is_auxiliary(tokens[behind]):
        return start, last  # `Among those whom they would not name, X said, is Y`
    if behind < last and is_told and not is_half and _goes_on(tokens, behind, last):
        return start, clause_end(tokens, behind, last, text)
    if behind >= last or (is_told and not is_half):
        return start, comma
    return (behind if is_led_in else start), last  # `For years, X said, the road …`


def _goes_on(tokens: Sequence[Token], behind: int, last: int) -> bool:
    """Whether a statement goes on behind its speaker: `…, he said, and one of them was lost`."""
    if tokens[behind].low in _RESUMING:
        return True
    is_joined = tokens[behind].low in _JOINING and not adds(tokens, behind - 1, last)
    # Behind `and`, the article itself goes on with a verb, or tells what somebody else wants.
    is_own = any(map(is_auxiliary, tokens[behind + 2 : last]))
    return is_joined and is_own and not shows_verb(tokens[behind + 1 : behind + 2])


def _last_comma(tokens: Sequence[Token], at: int) -> int:
    """The comma that ends a statement before its speaker, past an aside beside the speaker's name."""
    commas = [each for each in range(at) if tokens[each].words == ","]
    if commas and at - commas[-1] == 1:
        commas = commas[:-2]
    return commas[-1] if commas else 0
