"""The list of actors, and each actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from briefbook.derive import dates, timeline
from briefbook.derive.at import At, changed
from briefbook.derive.changes import Delta
from briefbook.derive.concerns import movements
from briefbook.derive.corrections import Mended
from briefbook.derive.entries import Life
from briefbook.derive.evidence import notes
from briefbook.derive.findings import claim_row, question_row, reply, tie
from briefbook.derive.histories import MOST_CHANGES, change
from briefbook.derive.links import inline_html, plain
from briefbook.derive.listed import first
from briefbook.derive.mentions import Quoted
from briefbook.derive.pages.home import counted, status
from briefbook.derive.pages.lists import MOST_NAMES, MOST_ROWS, Owner, Section, in_brief, iter_lists, notices
from briefbook.derive.pages.page import Page, Sheet, iter_sheets, make_page, pager
from briefbook.derive.pages.questions import sorted_by_deadline
from briefbook.derive.pages.sources import quotation
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell, Statement, was_held
from briefbook.derive.statements import MOST_EARLIER, attributed_position, earlier, history, present
from briefbook.derive.views.base import Link
from briefbook.derive.views.changes import Change
from briefbook.derive.views.claims import ClaimRow, ReplyRow
from briefbook.derive.views.events import TimelineRow
from briefbook.derive.views.evidence import Correction, Quotation
from briefbook.derive.views.forecasts import QuestionRow
from briefbook.derive.views.pages.actors import ActorPage, ActorRow, ActorsPage
from briefbook.derive.views.positions import Earlier, PositionHistory, Standing, Voice
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef
from briefbook.derive.views.ties import Post, Tie
from briefbook.model import records
from briefbook.model.records import Actor, Brief

MOST_SHORT = 40
"""Issues in short."""


class ActorLists(NamedTuple):
    """The lists of an actor, each newest first where nothing else is said."""

    members: Section[Actor, ActorRef]
    """By kind and name."""
    short: Section[Cell, Standing]
    """Stated before attributed."""
    silent: Section[str, IssueRef]
    changes: Section[Delta, Change]
    stated: Section[Statement, PositionHistory]
    others: Section[Statement, PositionHistory]
    spoken: Section[Quoted, Quotation]
    voices: Section[Actor, Voice]
    """By kind and name."""
    made: Section[Life, ClaimRow]
    about: Section[Life, ClaimRow]
    replies: Section[tuple[Life, records.Reply], ReplyRow]
    events: Section[Life, TimelineRow]
    ties: Section[tuple[records.Tie, Brief], Tie]
    questions: Section[Life, QuestionRow]
    """By deadline."""
    mentioned: Section[Brief, BriefRef]
    corrections: Section[Mended, Correction]
    """Of what its page depended on."""


def iter_actors(situation: Situation) -> Iterator[Page]:
    """The list by name, then each actor."""
    by_name = sorted(situation.released.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id))
    yield from iter_sheets(situation, "actors", by_name, actors_page)
    for actor in by_name:
        path = f"actors/{actor.id}"
        yield make_page(situation, path, "actor.html", partial(actor_page, id=actor.id))
        owner = Owner(path, ((path, actor.name),), (actor,))
        yield from iter_lists(situation, owner, actor_lists(actor, situation))
        for cell in situation.stances.by_actor.get(actor.id, ()):
            if cell.has_history:
                yield from iter_statements(cell, owner, situation)


def iter_statements(cell: Cell, owner: Owner, situation: Situation) -> Iterator[Page]:
    """The pages of all that an actor has stated on an issue, where they are many."""
    issue = situation.released.issues[cell.issue]
    both = Owner(
        owner.path, (*owner.links, (f"issues/{issue.id}", issue.proposition)), (*owner.records, issue)
    )
    section: Section[Statement, Earlier] = Section(
        f"on/{issue.id}", "statements", cell.stated[::-1], earlier, MOST_EARLIER + 1
    )
    yield from iter_lists(situation, both, (section,))


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


def actor_lists(actor: Actor, situation: Situation) -> ActorLists:
    """The lists of an actor."""
    id, entries = actor.id, situation.entries
    cells = sorted(situation.stances.by_actor.get(id, ()), key=lambda cell: cell.present.order, reverse=True)
    stated = [cell.stated[-1] for cell in cells if cell.stated]
    others = [statement for cell in cells for statement in cell.attributed]
    others.sort(key=lambda statement: statement.order, reverse=True)
    short = sorted(cells, key=lambda cell: not cell.stated)
    silent = silence(cells, actor, situation)
    made, about = entries.claims_by.get(id, []), entries.claims_about.get(id, [])
    events = timeline.by_date(entries.events_with.get(id, ()))
    questions = sorted_by_deadline(entries.questions_on.get(id, ()), situation)
    members, voices = situation.members.get(id, ()), situation.voices.get(id, ())
    return ActorLists(
        members=Section("members", "actors", members, lambda each, at: at.actor(each.id), MOST_NAMES),
        short=Section("short", "standings", short, present, MOST_SHORT),
        silent=Section("silent", "issues", silent, lambda each, at: at.issue(each), MOST_NAMES),
        changes=Section(
            "changes",
            "changes",
            movements(id, situation),
            change,
            MOST_CHANGES,
        ),
        stated=Section("stated", "positions", stated, history, is_heavy=True),
        others=Section("others", "positions", others, attributed_position, is_heavy=True),
        spoken=Section(
            "spoken", "quotations", situation.mentions.spoken.get(id, ())[::-1], quotation, is_heavy=True
        ),
        voices=Section("voices", "voices", voices, lambda each, at: voice(each, id, at)),
        made=Section("made", "claims", made[::-1], claim_row),
        about=Section("about", "claims", about[::-1], claim_row),
        replies=Section("replies", "answers", entries.replies_by.get(id, ())[::-1], reply_row),
        events=Section("events", "timeline", events[::-1], timeline.row),
        ties=Section(
            "ties",
            "ties",
            entries.ties_of.get(id, ()),
            lambda each, at: tie(each[0], at, each[1]),
            is_heavy=True,
        ),
        questions=Section("questions", "questions", questions, question_row),
        mentioned=Section("mentioned", "briefs", situation.mentions.briefs.get(id, ())[::-1], in_brief),
        corrections=notices(id, situation),
    )


def actor_page(situation: Situation, *, id: str) -> ActorPage:
    """The view of an actor."""
    at = At(situation, f"actors/{id}", has_notes=True)
    actor = situation.released.actors[id]
    at.show(actor)
    lists = actor_lists(actor, situation)
    # What stands here whole comes first, so that lines about it lead to it.
    stated, others = lists.stated.first(at), lists.others.first(at)
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
        members=lists.members.first(at),
        posts=tuple(post(each, at) for each in actor.posts),
        short=lists.short.first(at),
        silent=lists.silent.first(at),
        attributed_count=len({each.position.issue for each in lists.others.rows}),
        claims_disputed_count=sum(status(life) in ("disputed", "refuted") for life in lists.made.rows),
        first_seen=dates.date(briefs[0].as_of) if briefs else None,
        last_changed=dates.date(briefs[-1].as_of) if briefs else None,
        changes=lists.changes.first(at),
        is_first=len(briefs) < 2,
        stated=stated,
        others=others,
        spoken=lists.spoken.first(at),
        voices=lists.voices.first(at),
        claims_made=lists.made.first(at),
        claims_about=lists.about.first(at),
        replies=lists.replies.first(at),
        events=lists.events.last(at),
        ties=lists.ties.first(at),
        questions=lists.questions.first(at),
        mentioned=lists.mentioned.first(at),
        corrections=lists.corrections.first(at),
        sources=notes(at),
        head=at.head(
            actor.name,
            description=plain(actor.about, at),
            crumb=actor.name,
            stamp=changed(briefs[-1] if briefs else None),
        ),
    )


def reply_row(item: tuple[Life, records.Reply], at: At) -> ReplyRow:
    """A reply on the page of who gave it, where no evidence is shown."""
    life, record = item
    return ReplyRow(
        claim=claim_row(life, at),
        reply=reply(record, at, life.brief, has_evidence=False),
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
        positions=first(cells, present, MOST_ROWS, at, f"actors/{actor.id}"),
    )
