"""The words and forms in which a language names times, as patterns; the words stand in its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefbook.distil.table import either, read_table, words_of


class Form(NamedTuple):
    """One way to write a time."""

    says: str
    """day, month, year, weekday, period, edge, ago, within, limit, granted, near, feast or then."""
    read: str
    """The reader that makes a value of it."""
    pattern: re.Pattern[str]


def _numbered(key: str) -> dict[str, int]:
    """The words under a key, each with the number behind it."""
    return {name.lower(): int(number) for name, number in _pairs(key)}


def _pairs(key: str) -> list[tuple[str, str]]:
    return [(name, value) for name, _, value in (line.rpartition(" ") for line in words_of("dates", key))]


_MONTH_LINES = [line.split() for line in words_of("dates", "months")]
MONTHS = {name: number for number, names in enumerate(_MONTH_LINES, 1) for name in names}
WEEKDAYS = {name: day for day, line in enumerate(words_of("dates", "weekdays")) for name in line.split()}
SEASONS = {name: int(month) for name, month in _pairs("seasons")}
FEASTS = dict(_pairs("feasts"))
EASTER_FEASTS = {name: int(away) for name, away in _pairs("easter_feasts")}
WEEKDAY_FEASTS = {
    name: (nth, weekday, month)
    for name, nth, weekday, month in (line.rsplit(maxsplit=3) for line in words_of("dates", "weekday_feasts"))
}
NEAR = _numbered("near")
STEPS = _numbered("which")
THEN = _numbered("then")
THENCE = _numbered("thence")
NUMBERS = _numbered("numbers")
ORDINALS = _numbered("ordinals")
PARTS = _numbered("parts")
DECADES = _numbered("decades")
EDGES = dict(_pairs("edges"))
UNITS = {name: (unit, int(count)) for name, unit, count in map(str.split, words_of("dates", "units"))}

_YEAR = r"(?:19|20)\d\d(?!\w|[,.]\d|%)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.:%]\d|\d|%)"
_MONTH = rf"{either(MONTHS)}(?![\w-])"


def _any(words: Iterable[str]) -> str:
    """Any of some words, at the beginning of a sentence too."""
    return f"(?i:{either(words)})"


def _group(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})"


_PIECES: Mapping[str, str] = {
    **{name: _group(name, _DAY) for name in "de"},
    **{name: _group(name, _MONTH) for name in "mn"},
    **{name: _group(name, _YEAR) for name in "yz"},
    **{name: _group(name, either(WEEKDAYS)) for name in "wv"},
    "dth": _group("d", r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"),
    "joined_m": _group("m", either(MONTHS)),
    "month": _MONTH,
    "weekday": either(WEEKDAYS),
    "which": _group("which", _any(STEPS)),
    "near": _group("near", _any(NEAR)),
    "then": _group("then", _any(THEN)),
    "thence": _group("thence", either(THENCE)),
    "unit": _group("unit", _any(UNITS)),
    "count": _group("count", rf"\d{{1,3}}|{_any(NUMBERS)}"),
    "season": _group("season", either(SEASONS)),
    "edge": _group("edge", _any(EDGES)),
    "part": _group("part", _any(PARTS)),
    "nth": _group("nth", _any(PARTS)),
    "ordinal": _group("ordinal", either(ORDINALS)),
    "decade": _group("decade", either(DECADES)),
    "feast": _group("feast", either([*FEASTS, *EASTER_FEASTS, *WEEKDAY_FEASTS])),
    "any_season": either(SEASONS),
    "any_near": _any(NEAR),
    "any_number": _any(NUMBERS),
    "any_count": rf"(?:\d{{1,3}}|{_any(NUMBERS)})\s(?:{either(UNITS)})",
    "any_of_the": _any(
        {*PARTS, *EDGES, *ORDINALS, *SEASONS, *DECADES, *THEN, *UNITS, "weekend", "quarter"}
        | {name.removeprefix("the ") for name in (*NEAR, *STEPS, *FEASTS) if name.startswith("the ")}
    ),
}


def _filled(template: str) -> str:
    """A form with its pieces put in, those of the table and those made of its words."""
    table = read_table()["dates"]
    for _ in range(3):
        template = re.sub(
            r"\{([a-z_]+)\}",
            lambda found: _PIECES.get(found[1]) or str(table[found[1]]).replace(" ", r"\s"),
            template.replace(" ", r"\s") if "{" in template else template,
        )
    return template


FORMS: tuple[Form, ...] = tuple(
    Form(each["says"], each["read"], re.compile(_filled(each["as"].replace(" ", r"\s"))))
    for each in read_table()["dates"]["forms"]
)

_BEGINNINGS = {name[:3] for name in (*MONTHS, *WEEKDAYS)}
_FEASTS = {name for name in (*FEASTS, *EASTER_FEASTS, *WEEKDAY_FEASTS) if name[0].isupper()}
_WHOLE = {*STEPS, *EDGES, *PARTS, *NEAR, *SEASONS}
STARTS = re.compile(
    r"(?<![\w.,/$€£¥-])\d|\b(?:"
    + "|".join(sorted(_BEGINNINGS))
    + f"|{either(_FEASTS)}"
    + "|(?:"
    + "|".join(_filled(each.replace(" ", r"\s")) for each in read_table()["dates"]["starts"])
    + f"|{_any(each for each in _WHOLE if not each.startswith('the '))}"
    + rf"|{_any(NUMBERS)}(?=[\s-](?:{either(UNITS)}|{either(WEEKDAYS)})))\b)"
)
"""Whatever may be the beginning of a time; a quick pattern, where those of the forms are slow."""
