"""Prose that says more than its evidence: numbers, dates and names from nowhere, and hedges left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from briefbook.check.at import At
from briefbook.check.grounds import Grounds, passages
from briefbook.check.prose import OurWords, Prose, linked_sentences, names_of_people, prose_of
from briefbook.check.registry import NOTE, WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import Brief, Claim, Event, Position, Record, Update
from briefbook.text.capitals import Capital, find_capitals, has_inner_capitals
from briefbook.text.dated import DATE_WORDS, Dated, find_dates, find_times
from briefbook.text.figures import FIGURE_WORDS, MAGNITUDES, Quantity, find_figures
from briefbook.text.hedges import Family, find_hedges, keeps_hedge, may_hedge
from briefbook.text.near import listed, shorten
from briefbook.text.prose import without_headings

_OWN = re.compile(
    r"[\s-](?:[\w-]+\s){0,2}(?:claims?|questions?|judgements?|positions?|briefs?|reports?|sources?|entries|entry|actors?|"
    r"issues?|articles?|newspapers?|sections?|scenarios?|options?|points?|messages?|reasons?|ways?|sides?|parts?|"
    r"things?|cases?|files?|part(?:y|ies)|steps?|tracks?|channels?|conclusions?|parties|numbers?|counts?|lists?)\b",
    re.IGNORECASE,
)
"""What a brief may count by itself: its entries, and what it tells apart."""
_SPAN = re.compile(r"[\s-](?:[\w-]+\s)?(?P<unit>day|week|month|year)s?\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"[\s-]?(?:hours?|minutes?|k?m|km2|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|miles?|feet|inch(?:es)?|acres?|"
    r"hectares?|tons?|tonnes?|kilos?|kg|kilograms?|lit(?:er|re)s?|gallons?|barrels?|degrees?|megawatts?|[mg]w|knots?|"
    r"(?:[\w-]+\s){0,2}(?:killed|dead|died|deaths?|wounded|injured|casualties|missing|hostages?|prisoners?|captives?|"
    r"victims?|bodies|soldiers|troops|civilians|children|people))\b",
    re.IGNORECASE,
)
_SMALL = 12
_NOWHERE = "stands in no evidence, source or record of this brief"
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w.’'-]*\s$")


def _grounds(brief: Brief, at: At) -> Grounds:
    return at.lookup.answer("grounds", brief, lambda: Grounds(brief, at.lookup))


def _unread(grounds: Grounds) -> str:
    """What is said of a brief with sources that could not be searched."""
    return (
        f"; the text of {listed(f'`{id}`' for id in grounds.unread)} could not be searched"
        if grounds.unread
        else ""
    )


@rule("number-ungrounded", WARNING)
def number_ungrounded(brief: Brief, at: At) -> Iterator[Finding]:
    """A number, share or sum of money in a brief's prose that stands in no evidence, source or record of it.

    Why: a slipped digit is repeated by everybody who reads only the bottom line.
    Bad: `bottom_line: As many as 1,800 soldiers were killed.` where the article says 1,700
    Good: `bottom_line: As many as 1,700 soldiers were killed.`
    """
    ours = prose_of(brief, at)
    for prose in ours.texts if ours.has_digits or _names_numbers(ours, _grounds(brief, at)) else ():
        for number in _iter_numbers(prose.masked):
            grounds = _grounds(brief, at)
            words = prose.text[number.start : number.end]
            if (
                grounds.has_words(words)
                or grounds.knows_number(number)
                or _is_span(prose.masked, number, grounds)
            ):
                continue
            message = (
                f"{shorten(words)!r} stands in no evidence, source or record of this brief{_unread(grounds)}"
            )
            help = "check it against the source, or add the evidence that says it"
            is_doubtful = bool(grounds.unread) or _is_doubtful(prose.masked, number)
            yield prose.finding(number.start, number.end, message, help, is_doubtful=is_doubtful)


def _names_numbers(ours: OurWords, grounds: Grounds) -> bool:
    """Whether prose without digits can name numbers that its sources do not have in the same words."""
    found = {FIGURE_WORDS[each] for each in ours.words & FIGURE_WORDS.keys()}
    return not all(word in MAGNITUDES and grounds.has_words(word) for word in found)


def _iter_numbers(text: str) -> Iterator[Quantity]:
    """The numbers of a text that speak of the world: no dates, and nothing that a brief counts itself."""
    every = list(find_figures(text))
    numbers = [each for each in every if _tells(text, each)]
    if not numbers:
        return
    taken = [*find_times(text), *((each.start, each.end) for each in find_dates(text))]
    for number in numbers:
        is_date = any(start < number.end and number.start < end for start, end in taken)
        if not is_date and not _is_reckoned(number, every):
            yield number


def _is_reckoned(share: Quantity, numbers: list[Quantity]) -> bool:
    """Whether a share is that of two numbers beside it: 63% beside “12 of 19 districts”."""
    return share.kind == "percent" and any(
        part.low < whole.low and abs(100 * part.low / whole.low - share.low) <= _ROUNDING
        for part, whole in permutations([each for each in numbers[:_MOST] if each is not share], 2)
    )


_ROUNDING = 0.6
_MOST = 12


def _tells(text: str, number: Quantity) -> bool:
    """Whether a number is no small one, no days that anybody can reckon, and no count of the brief's own."""
    if number.kind != "count" or number.low > _SMALL:
        return _OWN.match(text, number.end) is None or number.low > _SMALL * 10
    unit = _SPAN if number.is_digits else _MEASURE
    return _MEASURE.match(text, number.end) is not None or unit.match(text, number.end) is not None


def _is_span(text: str, number: Quantity, grounds: Grounds) -> bool:
    """Whether it counts the days, weeks, months or years between two dates of records."""
    match = _SPAN.match(text, number.end)
    return match is not None and grounds.knows_span(number.low, match["unit"].lower())


def _is_doubtful(text: str, number: Quantity) -> bool:
    """Whether it might be rounded, part of a name, a reckoned stretch of time, or a manner of speaking."""
    if number.about or number.kind == "magnitude" or _SPAN.match(text, number.end):
        return True
    if number.kind == "percent" and not text[number.start].isdigit():
        return True
    return _CAPITAL_BEFORE.search(text, max(0, number.start - 30), number.start) is not None


@rule("date-ungrounded", WARNING)
def date_ungrounded(brief: Brief, at: At) -> Iterator[Finding]:
    """A date in a brief's prose that stands in no evidence, source or record of the brief.

    Why: readers plan by dates, and a wrong one looks like a right one.
    Bad: `key_messages: ["The talks begin on 17 June."]` where the event is dated 2014-06-16
    Good: `key_messages: ["The talks begin on 16 June."]`
    """
    ours = prose_of(brief, at)
    for prose in ours.texts if ours.has_digits or not DATE_WORDS.isdisjoint(ours.words) else ():
        for date in find_dates(prose.masked):
            grounds = _grounds(brief, at)
            if not grounds.knows_date(date):
                words = prose.text[date.start : date.end]
                message = f"{shorten(words)!r} {_NOWHERE}{_unread(grounds)}"
                help = "check it against the source, or date the entry on which it rests"
                yield prose.finding(date.start, date.end, message, help, is_doubtful=_is_vague(date, grounds))


def _is_vague(date: Dated, grounds: Grounds) -> bool:
    return bool(grounds.unread or date.weekday or not date.day or grounds.calendar.is_loose)


@rule("name-ungrounded", NOTE)
def name_ungrounded(brief: Brief, at: At) -> Iterator[Finding]:
    """A name in a brief's prose that stands in no evidence, source or record of the brief.

    Why: a person who is named in the wrong report is wronged, and a place misleads.
    Bad: `bottom_line: The minister met Obama.` in a brief in which nothing else speaks of Obama
    Good: the name that the article has, or `[[obama]]` with an entry in which he takes part
    """
    ours = prose_of(brief, at)
    actors = at.lookup.remember("names of people", lambda: names_of_people(at.lookup))
    has_names = has_inner_capitals(ours.joined) or not actors.isdisjoint(ours.words)
    if not has_names or _grounds(brief, at).unread:
        return
    for prose in ours.texts:
        told = "" if prose.path == ("title",) else without_headings(prose.masked)
        unknown = [each for each in find_capitals(told) if _is_unknown(each, actors, brief, at)]
        for name in _joined(unknown, told):
            words = " ".join(prose.text[name.start : name.end].split())
            message = f"{shorten(words)!r} {_NOWHERE}"
            help = "check it against the source, or add an entry that names it"
            yield prose.finding(name.start, name.end, message, help, is_doubtful=name.word not in actors)


def _is_unknown(name: Capital, actors: frozenset[str], brief: Brief, at: At) -> bool:
    """Whether a capital word inside a sentence, or an actor's name anywhere, is borne out by nothing."""
    return (not name.is_first or name.word in actors) and not _grounds(brief, at).knows_name(name)


def _joined(names: list[Capital], text: str) -> Iterator[Capital]:
    """The names, those that stand side by side as one, each once."""
    seen: set[str] = set()
    joined: list[Capital] = []
    for name in names:
        if joined and not text[joined[-1].end : name.start].strip(" \n"):
            joined[-1] = joined[-1]._replace(end=name.end, word=name.word)
        else:
            joined.append(name)
    for name in joined:
        if name.word not in seen:
            seen.add(name.word)
            yield name


@rule("hedge-dropped", WARNING)
def hedge_dropped(brief: Brief, at: At) -> Iterator[Finding]:
    """An entry, or a sentence that links to it, that is surer than the entry's evidence.

    Why: “is believed to have” is the whole news, and the first thing that a summary loses.
    Bad: `title: The general flees` with `words: is believed to have fled`
    Good: `title: The general is believed to have fled`
    """
    ours = prose_of(brief, at)
    if _has_hedges(brief, at):
        for prose in ours.texts:
            if isinstance(prose.record, (Claim, Event, Position, Update)) and prose.path[-1] != "condition":
                hedge = _hedge_of(prose.record)
                if hedge and not _is_kept(prose, hedge[0], at):
                    yield _dropped(prose, 0, len(prose.text), hedge[1])
    targets = {each for prose in ours.texts if prose.targets for each in prose.targets}
    hedged = {each: _hedge_of_entry(each, at) for each in targets if each in at.book.entries}
    for sentence in linked_sentences(brief, at) if any(hedged.values()) else ():
        for target in sentence.targets:
            hedge = hedged.get(target)
            if hedge and not keeps_hedge(sentence.words):
                start = sentence.prose.text.index("[[", sentence.start)
                yield _dropped(sentence.prose, start, sentence.end, hedge[1], target)
                break


def _has_hedges(brief: Brief, at: At) -> bool:
    """Whether any evidence of a brief can hold a hedge: a glance that spares most briefs a closer look."""
    found = [passage for entry in at.book.entries_of(brief) for passage in passages(entry.record)]
    return may_hedge("\n".join(found))


def _hedge_of_entry(target: str, at: At) -> tuple[Family, str] | None:
    return at.lookup.remember(f"hedge of {target}", lambda: _hedge_of(at.book.entries[target].record))


def _hedge_of(record: Record) -> tuple[Family, str] | None:
    """The hedge of an entry's evidence, where every passage of it has one."""
    found = None
    for passage in passages(record):
        found = next(find_hedges(passage), None)
        if found is None:
            return None
    return (found[0], found[1].words) if found else None


def _is_kept(prose: Prose, family: Family, at: At) -> bool:
    record = prose.record
    if isinstance(record, Claim) and record.by and family in ("claimed", "unproved"):
        is_found_so = at.lookup.latest(record, "status") in ("corroborated", "confirmed")
        return not is_found_so or keeps_hedge(prose.masked)
    return keeps_hedge(prose.masked)


def _dropped(prose: Prose, start: int, end: int, hedge: str, target: str = "") -> Finding:
    of = f"of `{target}` " if target else ""
    message = f"the evidence {of}says {shorten(hedge)!r}, and this does not"
    help = "keep the hedge, or say who says so"
    return prose.finding(start, len(prose.text[:end].rstrip()), message, help, is_doubtful=bool(target))
