"""The list of actors, and each actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefbook.derive import dates, timeline
from briefbook.derive.at import At, changed
from briefbook.derive.changes import Delta, of_statement, of_step, rating
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim_row, question_row, reply, tie
from briefbook.derive.histories import MOST_CHANGES, change
from briefbook.derive.links import inline_html, plain
from briefbook.derive.pages.home import counted, status
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.pages.questions import sorted_by_deadline
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell, was_held
from briefbook.derive.statements import history, position, standing
from briefbook.derive.views import ActorPage, ActorRow, ActorsPage, Link, Post, ReplyRow, Voice
from briefbook.model import records
from briefbook.model.records import Actor


def iter_actors(situation: Situation) -> Iterator[Page]:
    """The list by name, then each actor."""
    by_name = sorted(situation.released.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id))
    yield from iter_sheets(situation, "actors", by_name, actors_page)
    for actor in by_name:
        yield make_page(situation, f"actors/{actor.id}", "actor.html", partial(actor_page, id=actor.id))


def actors_page(situation: Situation, *, rows: Sequence[Actor], sheet: Sheet) -> ActorsPage:
    """The view of one sheet of the list."""
    at = At(situation, sheet.path)
    kinds = [actor.kind for actor in situation.released.actors.values()] if sheet.is_first else []
    return ActorsPage(
        rows=tuple(actor_row(actor, at) for actor in rows),
        by_kind=tuple(counted(list(kinds))),
        pager=pager(sheet, at),
        head=at.head(stamp=changed(situation.latest(actor.id for actor in rows))),
    )


def actor_row(actor: Actor, at: At) -> ActorRow:
    """An actor in the list."""
    situation = at.situation
    last = situation.mentions.last(actor.id)
    return ActorRow(
        actor=at.actor(actor.id),
        aliases=actor.aliases,
        positions=len(situation.stances.by_actor.get(actor.id, ())),
        claims=len(situation.entries.claims_by.get(actor.id, ())),
        last=dates.date(last.as_of) if last else None,
    )


def actor_page(situation: Situation, *, id: str) -> ActorPage:
    """The view of an actor."""
    at = At(situation, f"actors/{id}", has_notes=True)
    actor = situation.released.actors[id]
    at.show(actor)
    entries, most = situation.entries, situation.settings.page_size
    cells = sorted(situation.stances.by_actor.get(id, ()), key=lambda cell: cell.present.order, reverse=True)
    stated = tuple(history(cell, at, most) for cell in cells if cell.stated)
    attributed = sorted(
        (statement for cell in cells for statement in cell.attributed),
        key=lambda statement: statement.order,
        reverse=True,
    )
    others = tuple(position(statement, at) for statement in attributed[:most])
    made = entries.claims_by.get(id, [])
    about = entries.claims_about.get(id, [])
    replies = entries.replies_by.get(id, [])
    events = timeline.by_date(entries.events_with.get(id, ()))
    questions = sorted_by_deadline(entries.questions_on.get(id, ()), situation)
    briefs = situation.mentions.briefs.get(id, [])
    return ActorPage(
        id=id,
        name=actor.name,
        kind=actor.kind,
        aliases=actor.aliases,
        about_html=inline_html(actor.about, at),
        note_html=inline_html(actor.note, at),
        wikidata=actor.wikidata,
        bloc=actor.bloc,
        of=at.actor(actor.of) if actor.of else None,
        member_of=tuple(at.actor(body) for body in actor.member_of),
        members=tuple(at.actor(member.id) for member in situation.members.get(id, ())),
        posts=tuple(post(each, at) for each in actor.posts),
        short=tuple(standing(cell.present, at) for cell in sorted(cells, key=lambda cell: not cell.stated)),
        silent=tuple(at.issue(issue) for issue in silence(cells, actor, situation)),
        stated_count=len(stated),
        attributed_count=sum(bool(cell.attributed) for cell in cells),
        claims_made_count=len(made),
        claims_disputed_count=sum(status(life) in ("disputed", "refuted") for life in made),
        first_seen=dates.date(briefs[0].as_of) if briefs else None,
        last_changed=dates.date(briefs[-1].as_of) if briefs else None,
        changes=tuple(change(delta, at) for delta in movements(cells, made)[:MOST_CHANGES]),
        is_first=len(briefs) < 2,
        stated=stated,
        others=others,
        voices=tuple(voice(each, id, at) for each in situation.voices.get(id, ())),
        claims_made=tuple(claim_row(life, at) for life in made[: -most - 1 : -1]),
        claims_about=tuple(claim_row(life, at) for life in about[: -most - 1 : -1]),
        claims_about_count=len(about),
        replies=tuple(
            ReplyRow(claim=claim_row(life, at), reply=reply(each, at, life.brief))
            for life, each in replies[: -most - 1 : -1]
        ),
        replies_count=len(replies),
        events=tuple(timeline.row(life, at) for life in events[-most:]),
        events_count=len(events),
        ties=tuple(tie(each, at, brief) for each, brief in entries.ties_of.get(id, ())),
        questions=tuple(question_row(life, at) for life in questions[:most]),
        questions_count=len(questions),
        mentioned=tuple(at.brief(brief) for brief in briefs[: -most - 1 : -1]),
        mentioned_count=len(briefs),
        sources=notes(at),
        head=at.head(
            actor.name,
            description=plain(actor.about, at),
            crumb=actor.name,
            stamp=changed(briefs[-1] if briefs else None),
        ),
    )


def post(record: records.Post, at: At) -> Post:
    """An office of the actor."""
    source = at.released.sources.get(record.source)
    if source is not None:
        at.show(source)
    return Post(
        title=record.title,
        at=at.actor(record.at),
        since=dates.maybe_date(record.since),
        until=dates.maybe_date(record.until),
        source=Link(url=at.href(f"sources/{source.id}"), words=source.publisher) if source else None,
    )


def silence(cells: Sequence[Cell], actor: Actor, situation: Situation) -> list[str]:
    """The issues on which an actor of the matrix has no position."""
    if not situation.is_party(actor):
        return []
    spoken = {cell.issue for cell in cells}
    return [issue for issue in situation.issues if issue not in spoken]


def movements(cells: Sequence[Cell], claims: Sequence[Life]) -> list[Delta]:
    """How the actor moved and its claims were rated anew, newest first."""
    found = [
        of_statement(statement)
        for cell in cells
        for statement in cell.stated
        if statement.change in ("moved", "condition")
    ]
    for life in claims:
        found += [of_step(life, step) for step in life.steps if rating(step.before) != rating(step.after)]
    return sorted(found, key=lambda delta: delta.date.order, reverse=True)


def voice(actor: Actor, body: str, at: At) -> Voice:
    """Someone who speaks for a body or from within it."""
    situation = at.situation
    as_of = situation.mentions.last(body)
    held = [each for each in actor.posts if each.at == body]
    now = as_of.as_of if as_of else None
    cells = situation.stances.by_actor.get(actor.id, ())
    return Voice(
        actor=at.actor(actor.id, now, body),
        speaks_for=any(was_held(each, now) if now else each.until is None for each in held),
        positions=tuple(standing(cell.present, at) for cell in cells),
    )
