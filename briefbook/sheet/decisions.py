"""The calls that no machine can make, gathered from all of a brief, so that an editor can make them first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefbook.model.book import Entry
from briefbook.model.records import Actor, Claim, Event, Judgement, Position, Question, Reply, Tie, Update
from briefbook.sheet.before import entry_before, new_actors, stance_before
from briefbook.sheet.review import Review
from briefbook.sheet.value import Decision, Decisions, EntrySheet
from briefbook.text.characters import one_line
from briefbook.text.near import shorten

Numbered = tuple[int, Entry]
_KEY = re.compile(r"([a-z_]+):[^:]*$")


def decisions_of(review: Review, entries: Sequence[EntrySheet]) -> tuple[Decisions, ...]:
    """The calls of a brief, kind by kind; a kind without any is left out."""
    numbered = tuple(review.entries.items())
    groups = (
        Decisions("Still to be written", tuple(_placeholders(review))),
        *(Decisions(title, tuple(make(numbered, review))) for title, make in _OF_ENTRIES),
        Decisions("Doubtful, as a comment says", tuple(_doubts(review))),
        Decisions("New actors", tuple(_actor(each, review) for each in new_actors(review))),
        Decisions("In our words, checked by nobody yet", tuple(_our_words(entries))),
        Decisions("Speakers that are not confirmed", tuple(_speakers(entries))),
        Decisions("Findings that a comment allows", tuple(_allowed(review))),
    )
    return tuple(each for each in groups if each.calls)


def _placeholders(review: Review) -> Iterator[Decision]:
    """What stands at no entry, each by itself; then, entry by entry, the keys that are to be written."""
    keys: dict[int, list[str]] = {}
    for each in review.findings:
        if each.rule == "placeholder-left":
            number, subject = review.number_of(each), one_line(each.excerpt).strip()
            if number:
                found = _KEY.search(each.excerpt[: each.column - 1])
                keys.setdefault(number, []).append(found[1] if found else shorten(subject))
            else:
                yield Decision(subject, line=each.line)
    for number, words in keys.items():
        yield Decision(f"{', '.join(dict.fromkeys(words))} of {review.entries[number].key}", entry=number)


def _doubts(review: Review) -> Iterator[Decision]:
    """What `distil` was not sure of, save stances and questions, which are suggestions all of them."""
    for index, actor in enumerate(review.brief.actors):
        line = review.spot(("actors", index)).line
        doubt = review.doubt_above(line)
        if doubt:
            yield Decision(one_line(actor.name), more=doubt, line=line)
    for number, entry in review.entries.items():
        doubt = review.doubt_above(review.line_of(number))
        if doubt and not isinstance(entry.record, Position | Question):
            yield Decision(entry.key, more=doubt, entry=number)


def _stances(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        position = entry.record
        if isinstance(position, Position):
            subject = f"{review.actor(position.actor)} on {review.issue(position.issue)}"
            yield Decision(subject, position.stance, _about_stance(position, review), number)


def _about_stance(position: Position, review: Review) -> str:
    told = [f"if {review.plain(position.condition)}"] if position.condition else []
    told += ["speaking for the person alone"] if position.capacity else []
    before = stance_before(position, review)
    if before is not None:
        earlier, brief = before
        day = (earlier.said or brief.as_of.to_day).words
        is_moved = earlier.stance != position.stance
        told.append(f"moved from {earlier.stance} of {day}" if is_moved else f"as on {day}")
        told += [f"reason: {review.plain(position.reason)}"] if is_moved and position.reason else []
    return "; ".join(told)


def _claims(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        record = entry.record
        if isinstance(record, Claim):
            by = review.actor(record.by) if record.by else "The article"
            more = f"credibility {record.credibility}" if record.credibility else ""
            yield Decision(f"{by}: {review.plain(record.text)}", record.status, more, number)
        elif _changes(record, Claim, review):
            yield from _changed(record, ("status", "credibility"), number, review)


def _replies(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        replies: tuple[Reply, ...] = getattr(entry.record, "replies", ())
        for each in replies:
            yield Decision(f"{review.actor(each.by)} on {review.named(entry)}", each.says, "", number)


def _contradictions(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        claims: tuple[str, ...] = getattr(entry.record, "contradicts", ())
        for id in claims:
            other = review.book.entries.get(id)
            name = review.named(other) if other else id
            yield Decision(f"{review.named(entry)} and {name}", "not both", "", number)


def _events(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        record = entry.record
        if isinstance(record, Event):
            yield Decision(review.plain(record.title), record.status, record.date.words, number)
        elif _changes(record, Event, review):
            yield from _changed(record, ("status", "date"), number, review)


def _ties(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        tie = entry.record
        if isinstance(tie, Tie):
            yield Decision(f"{review.actor(tie.actor)} and {review.actor(tie.other)}", tie.tie, "", number)


def _questions(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        record = entry.record
        if isinstance(record, Question):
            told = [f"outcome {record.outcome}"] if record.outcome else []
            told += [f"yes is {record.likelihood}"] if record.likelihood else []
            yield Decision(review.plain(record.text), record.status, "; ".join(told), number)
        elif _changes(record, Question, review):
            yield from _changed(record, ("status", "likelihood", "outcome"), number, review)


def _judgements(numbered: Sequence[Numbered], review: Review) -> Iterator[Decision]:
    for number, entry in numbered:
        record = entry.record
        if isinstance(record, Judgement):
            more = f"{record.confidence} confidence"
            yield Decision(review.plain(record.text), record.likelihood, more, number)
        elif _changes(record, Judgement, review):
            yield from _changed(record, ("likelihood", "confidence"), number, review)


_OF_ENTRIES: tuple[tuple[str, Callable[[Sequence[Numbered], Review], Iterator[Decision]]], ...] = (
    ("Stances", _stances),
    ("Status of claims", _claims),
    ("Replies", _replies),
    ("Contradictions", _contradictions),
    ("Judgements", _judgements),
    ("Questions", _questions),
    ("Events", _events),
    ("Ties", _ties),
)


def _changes(record: object, kind: type, review: Review) -> bool:
    """Whether a record is an update of an entry of a kind."""
    entry = review.book.entries.get(record.update) if isinstance(record, Update) else None
    return entry is not None and isinstance(entry.record, kind)


def _changed(record: object, fields: Sequence[str], number: int, review: Review) -> Iterator[Decision]:
    """One call for each of these fields that an update changes."""
    assert isinstance(record, Update)
    for field in fields:
        value = getattr(record, field)
        if value:
            before = entry_before(record.update, field, review)
            told = [f"was {_said(before)}"] if before else []
            told += [f"reason: {review.plain(record.reason)}"] if record.reason else []
            name = review.named(review.entries[number])
            yield Decision(f"{name}: new {field}", _said(value), "; ".join(told), number)


def _said(value: object) -> str:
    return str(getattr(value, "words", value))


def _actor(actor: Actor, review: Review) -> Decision:
    posts = [f"{one_line(post.title)} ({review.actor(post.at)})" for post in actor.posts]
    told = posts + ([f"of {review.actor(actor.of)}"] if actor.of else [])
    return Decision(one_line(actor.name), actor.kind, "; ".join(told), 0)


def _our_words(entries: Sequence[EntrySheet]) -> Iterator[Decision]:
    for entry in entries:
        for piece in entry.pieces:
            for kind, words in (("paraphrase", piece.paraphrase), ("translation", piece.translation)):
                if words:
                    yield Decision(f"{piece.speaker}: {words}", kind, entry=entry.number)


def _speakers(entries: Sequence[EntrySheet]) -> Iterator[Decision]:
    for entry in entries:
        for piece in entry.pieces:
            for row in piece.rows:
                if row.speaker == "unconfirmed":
                    words = f"{piece.speaker}: “{shorten(row.ours)}”"
                    yield Decision(words, more=row.checks[-1], entry=entry.number)


def _allowed(review: Review) -> Iterator[Decision]:
    for each in review.allowances:
        if each.reason:
            reason = one_line(each.reason)
            yield Decision(reason, each.rule, "", review.number_at(each.line), each.line)
