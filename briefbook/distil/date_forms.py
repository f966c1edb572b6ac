"""The forms in which an article names times, each with how it is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefbook.distil import date_values as values
from briefbook.distil.leaning import Leaning
from briefbook.distil.table import either, words_of
from briefbook.text.edtf import parse_when

_MONTHS = [line.split() for line in words_of("dates", "months")]
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = words_of("dates", "weekdays")
_SEASONS = {name: int(month) for name, month in (line.split() for line in words_of("dates", "seasons"))}
_FEASTS = dict(line.rsplit(" ", 1) for line in words_of("dates", "feasts"))
_NUMBERS = {word: max(1, count - 1) for count, word in enumerate(words_of("dates", "numbers"))}
_UNSURE = frozenset(words_of("dates", "unsure_months"))
_BEFORE_MONTH = frozenset(words_of("dates", "before_month"))
_NO_WEEKDAY = frozenset(words_of("dates", "no_weekday"))
_NO_YEAR = frozenset(words_of("dates", "no_year"))
_COUNTED = frozenset(words_of("dates", "counted"))
_STEPS = {"last": -1, "next": 1, "previous": -1, "coming": 1, "following": 1}
_PARTS = ("first", "second", "third", "fourth")
_EDGES: dict[str, values.Edge] = {
    "end": "end", "close": "end", "middle": "middle", "start": "start", "beginning": "start", "turn": "start",
}  # fmt: skip

_M = rf"(?:{either(_MONTH_NUMBERS)})(?![\w-])"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.:%]\d|\d|%)"
_Y = r"(?:19|20)\d\d(?!\w|[,.]\d|%)"
_TO = r"\s?(?:-|–|—|to|through|until|and|or)\s?"
_RANGE = r"\s?(?:-|–|—|to|through|until)\s?"
_COUNT = rf"(?:\d{{1,3}}|{either(_NUMBERS)}|a\s(?:couple\sof|full))"
_UNIT = r"(?:day|week|month|year|decade|fortnight|hour)"
_WHICH = r"(?:last|next|this|previous|coming|following)"


class Found(NamedTuple):
    """A time in a text."""

    start: int
    end: int
    value: str
    form: str
    """day, month, year, weekday, period, edge, ago, within, near or feast."""


Reader = Callable[[re.Match[str], "Setting"], str]


class Setting(NamedTuple):
    """From where a time is counted."""

    today: dt.date | None
    leaning: Callable[[], Leaning]
    """Asked for only where a form leaves the direction open."""


def _iso(match: re.Match[str], _: Setting) -> str:
    return match[0]


def _day(year: int, month: int, day: int) -> str:
    return dt.date(year, month, day).isoformat()


def _years(match: re.Match[str], setting: Setting, month: str, day: str) -> int:
    """The year that stands there, or the one that is meant."""
    said = match.groupdict().get("y")
    if said:
        return int(said)
    if setting.today is None:
        raise ValueError("no year, and no day to count from")
    return values.year_of(_MONTH_NUMBERS[month], _number(day), setting.today, setting.leaning())


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day) or 0)


def _one_day(match: re.Match[str], setting: Setting) -> str:
    return _day(
        _years(match, setting, match["m"], match["d"]), _MONTH_NUMBERS[match["m"]], _number(match["d"])
    )


def _some_days(match: re.Match[str], setting: Setting) -> str:
    """`29 and 30 January`, `28 January to 3 February`; the later one says the year."""
    first, last = match["d"], match["e"]
    second = match.groupdict().get("n") or match["m"]
    year = _years(match, setting, second, last)
    two = _MONTH_NUMBERS[second]
    one = _MONTH_NUMBERS[match["m"]]
    earlier = year - (one > two)
    return f"{_day(earlier, one, _number(first))}/{_day(year, two, _number(last))}"


def _one_month(match: re.Match[str], setting: Setting) -> str:
    name = match["m"]
    if not match.groupdict().get("y") and not _is_month(match):
        raise ValueError("another word")
    return values.month_text(_years(match, setting, name, ""), _MONTH_NUMBERS[name])


def _is_month(match: re.Match[str]) -> bool:
    """Whether a bare month is one, and no verb or name: `May the best`, `June Osborne`."""
    text, start, end = match.string, match.start("m"), match.end("m")
    before = re.search(r"([\w]+)[\s-]$", text[max(0, start - 14) : start])
    is_led = before is not None and before[1].lower() in _BEFORE_MONTH
    if match["m"] in _UNSURE:
        return is_led
    return (len(match["m"]) > 4 and (is_led or re.match(r"\s[A-Z]", text[end : end + 2]) is None)) or (
        is_led and match["m"] in ("June", "July")
    )


def _last_month(match: re.Match[str], setting: Setting) -> str:
    """`last September`: never the month in which the article was written, unless it says `this`."""
    today, month = _today(setting), _MONTH_NUMBERS[match["m"]]
    step = _STEPS.get(match["which"].lower(), 0)
    year = today.year
    if step < 0 and month >= today.month:
        year -= 1
    if step > 0 and month <= today.month:
        year += 1
    return values.month_text(year, month)


def _today(setting: Setting) -> dt.date:
    if setting.today is None:
        raise ValueError("no day to count from")
    return setting.today


def _weekday(match: re.Match[str], setting: Setting) -> str:
    text, start, end = match.string, match.start(), match.end()
    word = re.search(r"(\w+)\s$", text[max(0, start - 14) : start])
    before = word[1] if word else ""
    if before in _NO_WEEKDAY or (before.lower() == "the" and re.match(r"\s[A-Z]", text[end : end + 2])):
        raise ValueError("a name")
    which = (match["which"] or "").lower()
    modifier = {"coming": "this", "following": "this", "previous": "last"}.get(which, which)
    leaning = 0 if modifier else setting.leaning()
    return values.weekday_of(_WEEKDAYS.index(match["w"]), _today(setting), leaning, modifier).isoformat()


def _weekday_in(match: re.Match[str], setting: Setting) -> str:
    """`Friday next week`."""
    monday = values.monday_of(_today(setting)) + dt.timedelta(7 * _STEPS.get(match["which"].lower(), 0))
    return (monday + dt.timedelta(_WEEKDAYS.index(match["w"]))).isoformat()


def _half(match: re.Match[str], _: Setting) -> str:
    """`the second half of 2026`, `the first quarter of 2026`."""
    number = _PARTS.index(match["part"].lower())
    length = 6 if match["unit"] == "half" else 3
    first = number * length + 1
    if first > 12:
        raise ValueError("no such part of a year")
    year = int(match["y"])
    return f"{values.month_text(year, first)}/{values.month_text(year, first + length - 1)}"


def _period(match: re.Match[str], setting: Setting) -> str:
    return values.period_of(match["unit"].lower(), _today(setting), _STEPS.get(match["which"].lower(), 0))


def _season(match: re.Match[str], setting: Setting) -> str:
    month = _SEASONS[match["season"]]
    if match["y"]:
        return values.season_in(month, int(match["y"]))
    which = (match["which"] or "").lower()
    step = _STEPS.get(which, 0) if which not in ("", "the") else setting.leaning()
    return values.season_of(month, _today(setting), step)


def _edge(match: re.Match[str], setting: Setting) -> str:
    """`the end of March`, `the middle of next week`, `end-2025`, `mid-March`."""
    edge = _EDGES.get(match["edge"].lower(), "middle")
    if match["unit"]:
        step = _STEPS.get((match["which"] or "").lower(), 0)
        period = values.period_of(match["unit"].lower(), _today(setting), step)
    elif match["m"]:
        period = values.month_text(_years(match, setting, match["m"], ""), _MONTH_NUMBERS[match["m"]])
    else:
        period = match["y"]
    return values.edge_of(period, edge)


def _mid(match: re.Match[str], setting: Setting) -> str:
    if not match["m"]:
        return match["y"]
    return values.month_text(_years(match, setting, match["m"], ""), _MONTH_NUMBERS[match["m"]])


def _count(match: re.Match[str]) -> int:
    words = match["count"].lower()
    count = int(words) if words.isdigit() else _NUMBERS.get(words, 2 if "couple" in words else 1)
    return count * 2 if match["unit"].lower() == "fortnight" else count


def _unit(match: re.Match[str]) -> str:
    return {"fortnight": "week"}.get(match["unit"].lower(), match["unit"].lower())


def _ago(match: re.Match[str], setting: Setting) -> str:
    if _unit(match) == "hour":
        raise ValueError("a time of day")
    return values.ago(_count(match), _unit(match), _today(setting))


def _within(match: re.Match[str], setting: Setting) -> str:
    """`within 10 days`, `in two weeks`: counted from the article where it speaks of what is to come."""
    is_limit = match[0][:6].lower() == "within"
    if setting.leaning() < (0 if is_limit else 1) or not (is_limit or _count(match) > 1):
        raise ValueError("a stretch of time, not its end")
    if _unit(match) == "hour":
        return values.ago(-max(1, _count(match) // 24), "day", _today(setting))
    return values.ago(-_count(match), _unit(match), _today(setting))


def _near(match: re.Match[str], setting: Setting) -> str:
    step = {"yesterday": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    return (_today(setting) + dt.timedelta(step)).isoformat()


def _feast(match: re.Match[str], setting: Setting) -> str:
    month, _, day = _FEASTS[" ".join(match["feast"].split())].partition("-")
    year = (
        int(match["y"])
        if match["y"]
        else values.year_of(int(month), _number(day), _today(setting), setting.leaning())
    )
    return _day(year, int(month), int(day)) if day else values.month_text(year, int(month))


def _year(match: re.Match[str], _: Setting) -> str:
    text, start, end = match.string, match.start(), match.end()
    before = re.search(r"([\w’']+|[$€£¥:/.,])[\s-]?$", text[max(0, start - 16) : start])
    after = re.match(r"\s(\w+)", text[end : end + 16])
    word = before[1] if before else ""
    is_counted = after is not None and after[1].lower() in _COUNTED
    if word in _NO_YEAR or (word[:1] in "$€£¥:/" and word) or is_counted:
        raise ValueError("a number")
    return match[0]


def _some_years(match: re.Match[str], _: Setting) -> str:
    return f"{match['y']}/{match[0][:2] + match[0][-2:]}"


def _decade(match: re.Match[str], _: Setting) -> str:
    return f"{match['y']}/{int(match['y']) + 9}"


_SEASON = rf"(?P<season>{'|'.join(_SEASONS)})"
_EDGE = r"(?i:the\s)?(?P<edge>(?i:end|close|middle|start|beginning|turn))(?:\sof|-)\s?"
_OF_YEAR = rf"(?:,?\s(?P<y>{_Y}))?"
_THE = r"(?:the\s)?"
_IN_YEAR = rf"\s(?:of\s)?(?P<y>{_Y})"
_LATER = r"(?!\s(?:of|ago|after|from\sthe)\b)"
_NEXT = r"(?:the\snext\s)?"
_ALONE = r"(?![-’']\w{2})"
_FOUR = "first|second|third|fourth"

FORMS: tuple[tuple[str, re.Pattern[str], Reader], ...] = tuple(
    (form, re.compile(pattern), reader)
    for form, pattern, reader in (
        ("day", r"\d{4}-[01]\d-[0-3]\d(?:/\d{4}-[01]\d-[0-3]\d)?(?![\d-])", _iso),
        ("period", rf"(?P<d>{_D})\s(?P<m>{_M}){_RANGE}(?P<e>{_D})\s(?P<n>{_M}){_OF_YEAR}", _some_days),
        ("period", rf"(?P<m>{_M})\s(?P<d>{_D}){_RANGE}(?P<n>{_M})\s(?P<e>{_D}){_OF_YEAR}", _some_days),
        ("period", rf"(?P<d>{_D}){_TO}(?P<e>{_D})\s(?:of\s)?(?P<m>{_M}){_OF_YEAR}", _some_days),
        ("period", rf"(?P<m>{_M})\s(?P<d>{_D}){_TO}(?P<e>{_D})(?!\s{_M}){_OF_YEAR}", _some_days),
        ("day", rf"(?:the\s)?(?P<d>{_D})\s(?:of\s)?(?P<m>{_M}){_OF_YEAR}", _one_day),
        ("day", rf"(?P<m>{_M})\s(?:the\s)?(?P<d>{_D}){_OF_YEAR}", _one_day),
        ("month", rf"(?P<m>{_M}),?\s(?:of\s)?(?P<y>{_Y})", _one_month),
        (
            "edge",
            _EDGE + rf"(?:{_THE}(?:(?P<which>{_WHICH})\s)?(?P<unit>week|month|year)\b|(?P<m>{_M}){_OF_YEAR})",
            _edge,
        ),
        ("edge", _EDGE + rf"(?P<unit>)(?P<m>)(?P<y>{_Y})", _edge),
        ("period", rf"(?i:the\s)?(?P<part>(?i:{_FOUR}))\s(?P<unit>half|quarter)\sof\s(?P<y>{_Y})", _half),
        ("month", rf"[Mm]id-\s?(?:(?P<m>{_M}){_OF_YEAR})", _mid),
        ("year", rf"[Mm]id-(?P<m>)(?P<y>{_Y})", _mid),
        ("month", rf"(?P<which>(?i:{_WHICH}))\s(?P<m>{_M})(?!\s\d)", _last_month),
        ("month", rf"(?P<m>{_M})(?!\s\d)", _one_month),
        ("weekday", rf"(?P<w>{'|'.join(_WEEKDAYS)})\s(?:of\s)?(?P<which>(?i:{_WHICH}))\sweek", _weekday_in),
        ("weekday", rf"(?:(?P<which>(?i:{_WHICH}))\s)?(?P<w>{'|'.join(_WEEKDAYS)})(?!\w)", _weekday),
        ("period", rf"(?i:(?P<which>{_WHICH})\s(?P<unit>week(?:end)?|month|year))\b{_ALONE}", _period),
        ("period", rf"(?P<which>(?i:{_WHICH}|the))\s{_SEASON}(?:{_IN_YEAR})?\b(?!\sof\b)", _season),
        ("period", rf"(?P<which>){_SEASON}{_IN_YEAR}", _season),
        ("ago", rf"(?P<count>(?i:{_COUNT}))\s(?P<unit>{_UNIT})s?\s(?:ago|earlier\sthis)\b", _ago),
        (
            "within",
            rf"(?i:within|in)\s{_NEXT}(?P<count>{_COUNT})\s(?P<unit>{_UNIT})s?(?:[’']\stime)?\b{_LATER}",
            _within,
        ),
        ("near", r"(?i:yesterday|today|tomorrow|tonight)\b(?![’']s\sworld)", _near),
        ("feast", rf"(?P<feast>{either(_FEASTS)}){_OF_YEAR}(?!\w)", _feast),
        ("year", rf"(?P<y>{_Y})[–/-]\d\d(?:\d\d)?(?!\w)", _some_years),
        ("period", r"(?P<y>(?:19|20)\d0)s\b", _decade),
        ("year", _Y, _year),
    )
)  # fmt: skip

_STARTS = re.compile(
    r"(?<![\w.,/$€£¥-])\d|\b(?:"
    + "|".join(sorted({name[:3] for name in (*_MONTH_NUMBERS, *_WEEKDAYS, *_FEASTS)} - {"the"}))
    + r"|(?:[TtLlNn](?:he|ast|ext|his|onight|oday|omorrow)"
    r"|[Pp]revious|[Cc]oming|[Ff]ollowing|[Ee]nd|[Mm]id|[Cc]lose"
    r"|[Ss]tart|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Mm]iddle|[Bb]eginning|[Yy]esterday|[Ww]ithin"
    rf"|[Ii]n(?=\s(?:\d|the\snext|[a-z]+\s{_UNIT}))"
    rf"|(?i:{either(_NUMBERS)})(?=\s(?:couple\sof\s)?{_UNIT})|{'|'.join(_SEASONS)})\b)"
)
"""Whatever may be the beginning of a time; a quick pattern, where those of the forms are slow."""


def iter_found(text: str, start: int, end: int, setting_at: Callable[[int], Setting]) -> Iterator[Found]:
    """The times that a stretch of text names, in order."""
    at = start
    for place in _STARTS.finditer(text, start, end):
        found = _read(text, place.start(), setting_at) if place.start() >= at else None
        if found is not None and found.end <= end:
            yield found
            at = found.end


def _read(text: str, at: int, setting_at: Callable[[int], Setting]) -> Found | None:
    """The time that begins at a place, in the first form that reads it."""
    for form, pattern, reader in FORMS:
        match = pattern.match(text, at)
        if match is not None:
            try:
                value = reader(match, setting_at(at))
                parse_when(value)
                return Found(at, match.end(), value, form)
            except (ValueError, OverflowError):
                continue
    return None
