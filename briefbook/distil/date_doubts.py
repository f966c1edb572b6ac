"""Which words only look like a time: names, verbs and numbers."""

from __future__ import annotations

import re

from briefbook.distil.table import either, read_table, words_of

_UNSURE = frozenset(words_of("dates", "unsure_months"))
_NAMED = frozenset(words_of("dates", "months_named"))
_NO_NOUN = frozenset(words_of("dates", "no_month"))
_BEFORE_MONTH = frozenset(words_of("dates", "before_month"))
_BEFORE_DAY = frozenset(words_of("dates", "before_day"))
_BEFORE_OLD = frozenset(words_of("dates", "before_old"))
_NO_WEEKDAY = frozenset(words_of("dates", "no_weekday"))
_A_WEEKDAY = frozenset(words_of("dates", "a_weekday"))
_AFTER_WEEKDAY = frozenset(words_of("dates", "after_weekday"))
_NO_YEAR = frozenset(words_of("dates", "no_year"))
_AFTER_YEAR = frozenset(words_of("dates", "after_year"))
_UNSURE_FEASTS = frozenset(words_of("dates", "unsure_feasts"))
_DATING = frozenset(words_of("leaning", "dating"))
_NAMED_BY_FEAST = frozenset(words_of("dates", "after_feast"))
_OTHER_FEASTS = frozenset(words_of("dates", "other_feasts"))
_AFTER_FEAST = re.compile(str(read_table()["dates"]["no_small_noun"]).replace(" ", r"\s"))
_COUNTED = frozenset(words_of("dates", "counted"))
_BODIES = frozenset(words_of("dates", "named_by_day"))
_TOLD = frozenset(words_of("dates", "near_told"))
_ARTICLES = frozenset(words_of("deadlines", "articles"))
_HALVED = re.compile(rf"\b{either(words_of('dates', 'in_halves'))}\b", re.IGNORECASE)
_STREETS = frozenset(words_of("dates", "streets"))
_MOVED = re.compile(rf"\b{either(words_of('deadlines', 'moved'))}\b[\w\s]*$")
_SERIAL = re.compile(rf"(?:#|\b{either(words_of('dates', 'serials'))})\s?$")
_LOOK = 16
"""Characters in which a word beside a time is looked for."""

_BEFORE = re.compile(r"([\w’']+|[$€£¥:/.,(])[\s-]?$")
_AFTER = re.compile(r"[\s-](\w+)(?:\s(\w+))?")


def word_before(text: str, at: int) -> str:
    """The word or mark right before a place."""
    found = _BEFORE.search(text[max(0, at - _LOOK) : at])
    return found[1] if found else ""


def words_after(text: str, at: int) -> tuple[str, str]:
    """The two words right behind a place, as far as there are some."""
    found = _AFTER.match(text[at : at + 2 * _LOOK])
    return (found[1], found[2] or "") if found else ("", "")


def is_month(name: str, text: str, start: int, end: int) -> bool:
    """Whether a bare month is one, and no verb or name: `May the best`, `June Osborne`."""
    before, (after, _) = word_before(text, start).lower(), words_after(text, end)
    # `the March attack`; `a march` has a small letter.
    is_named = before in _NAMED and after[:1].islower() and after not in _NO_NOUN
    is_led = before in _BEFORE_MONTH or (is_named and not name.endswith("."))
    if name in _UNSURE or name.endswith("."):
        return is_led
    return len(name) > 3 and (is_led or (len(name) > 4 and not after[:1].isupper()))


def is_weekday(text: str, start: int, end: int) -> bool:
    """Whether a weekday is that of one week: not `every Friday`, `Good Friday`, `the Sunday Times`."""
    before, (after, _) = word_before(text, start), words_after(text, end)
    is_name = before.lower() == "the" and after[:1].isupper()
    is_one = before not in _NO_WEEKDAY or (before.lower() in _ARTICLES and after in _A_WEEKDAY)
    return is_one and after not in _AFTER_WEEKDAY and not is_name


def is_dated(text: str, start: int) -> bool:
    """Whether `on` stands before a day."""
    return word_before(text, start) in _DATING


def is_moved(text: str, start: int) -> bool:
    """Whether two times are from when and to when something was moved, and no stretch between them."""
    return _MOVED.search(text[max(0, start - 3 * _LOOK) : start]) is not None


def is_serial(text: str, start: int) -> bool:
    """Whether a number only counts what it stands behind: `Bulletin No. 12 – 18 November`."""
    return _SERIAL.search(text[max(0, start - _LOOK) : start]) is not None


def is_day(text: str, start: int) -> bool:
    """Whether `the 14th` stands where days do."""
    return word_before(text, start).lower() in _BEFORE_DAY


def is_near(words: str, text: str, start: int, *, is_told: bool) -> bool:
    """Whether `overnight` says when something happened; other words for near times always do."""
    return words not in _TOLD or (is_told and word_before(text, start).lower() not in _ARTICLES)


def is_feast(name: str, text: str, start: int, end: int) -> bool:
    """Whether a feast is one that the tables know: no `Christmas market`, no `Orthodox Easter`."""
    is_other = word_before(text, start) in _OTHER_FEASTS or text[end : end + 1] == "-"
    is_name = words_after(text, end)[0] in _NAMED_BY_FEAST
    is_plain = name not in _UNSURE_FEASTS or _AFTER_FEAST.match(text, end) is not None
    return is_plain and not (is_other or is_name)


def is_half(text: str, start: int, end: int) -> bool:
    """Whether a half is one of a year, and not of a match: what is counted by years stands beside it."""
    around = 6 * _LOOK
    return _HALVED.search(text, max(0, start - around), end + around) is not None


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year, and no number, price or house."""
    before, (after, following) = word_before(text, start), words_after(text, end)
    is_numbered = before in _NO_YEAR or before in tuple("$€£¥:/")
    return not (
        is_numbered
        or after in _AFTER_YEAR
        or after.lower() in _COUNTED
        or after in _COUNTED
        or following in _STREETS
    )


def is_body(text: str, end: int) -> bool:
    """Whether a day is the name of something: `the 17 March Movement`."""
    return words_after(text, end)[0] in _BODIES


def is_old_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year long past."""
    return word_before(text, start).lower() in _BEFORE_OLD and is_year(text, start, end)
