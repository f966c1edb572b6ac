"""How it stood when a brief was the newest: the actors, issues and questions that the brief names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.changes import rating
from briefbook.derive.dates import last_day
from briefbook.derive.entries import UNANSWERED, Life, is_overdue
from briefbook.derive.links import inline_html
from briefbook.derive.mentions import named_by
from briefbook.derive.place import AS_OF
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell, Statement
from briefbook.derive.statements import STANCE_ORDER
from briefbook.derive.views.stood import Stood, StoodElsewhere, StoodGroup, StoodOn, StoodOpen, Then
from briefbook.model.records import Brief, Question
from briefbook.model.vocabulary import STANCES

MOST_ISSUES = 5
MOST_NAMES = 5
"""Actors of one stance on an issue."""
MOST_ACTORS = 6
MOST_ELSEWHERE = 3
"""Issues that the brief does not name, of one actor."""
MOST_QUESTIONS = 5

Held = tuple[Cell, Statement]
"""An actor's cell, and what was present in it then."""


def stood(brief: Brief, at: At) -> Then:
    """The state, as it was then, of what a brief names; of an only brief it is what its page says anyway."""
    situation = at.situation
    is_only = len(situation.briefs) == 1
    named = frozenset() if is_only else named_by(brief, situation.released)
    issues = [held for id in situation.issues if id in named and (held := _on(id, brief, situation))]
    actors = list(_elsewhere(named, brief, situation))
    asked = _asked(named, brief, situation)
    return Then(
        url=at.href(f"{AS_OF}/{brief.id}") if brief.id in situation.moments else "",
        issues=tuple(_issue(held, named, at) for held in issues[:MOST_ISSUES]),
        issues_more=max(len(issues) - MOST_ISSUES, 0),
        actors=tuple(_actor(held, at) for held in actors[:MOST_ACTORS]),
        actors_more=max(len(actors) - MOST_ACTORS, 0),
        questions=tuple(_question(*each, brief, at) for each in asked[:MOST_QUESTIONS]),
        questions_more=max(len(asked) - MOST_QUESTIONS, 0),
    )


def _on(issue: str, brief: Brief, situation: Situation) -> list[Held]:
    """Who had spoken on an issue."""
    cells = situation.stances.by_issue.get(issue, ())
    return [(cell, held) for cell in cells if (held := cell.then(brief))]


def _elsewhere(named: Set[str], brief: Brief, situation: Situation) -> Iterator[list[Held]]:
    """For each actor that is named, where it stood on issues that are not."""
    by_actor = situation.stances.by_actor
    for actor in sorted((id for id in named if id in by_actor), key=situation.order):
        cells = (cell for cell in by_actor[actor] if cell.issue not in named)
        held = [(cell, held) for cell in cells if (held := cell.then(brief))]
        if held:
            yield held


def _asked(named: Set[str], brief: Brief, situation: Situation) -> list[tuple[Question, Life]]:
    """The questions that are named, as they stood: open ones by deadline, then closed ones."""
    lives, rank = situation.entries.lives, situation.rank
    found: list[tuple[Question, Life]] = []
    for life in (lives[id] for id in named if id in lives):
        if isinstance(life.first, Question) and rank[life.brief.id] <= rank[brief.id]:
            known = {step.brief.id for step in life.steps if rank[step.brief.id] <= rank[brief.id]}
            then = life.until(known).now
            assert isinstance(then, Question)
            found.append((then, life))
    return sorted(found, key=_by_deadline)


def _by_deadline(asked: tuple[Question, Life]) -> tuple[object, ...]:
    then = asked[0]
    return then.status not in UNANSWERED, then.due is None, then.due.last if then.due else None, then.id


def _issue(held: Sequence[Held], named: Set[str], at: At) -> StoodOn:
    groups: dict[tuple[int, bool], list[Held]] = {}
    order = at.situation.order
    for each in sorted(held, key=lambda each: (each[0].actor.id not in named, order(each[0].actor.id))):
        then = each[1]
        groups.setdefault((STANCE_ORDER[then.position.stance], not then.is_stated), []).append(each)
    return StoodOn(
        issue=at.issue(held[0][0].issue),
        groups=tuple(
            StoodGroup(
                stance=STANCES[rank],
                attributed=attributed,
                rows=tuple(_row(each, at) for each in groups[rank, attributed][:MOST_NAMES]),
                more=max(len(groups[rank, attributed]) - MOST_NAMES, 0),
            )
            for rank, attributed in sorted(groups)
        ),
    )


def _actor(held: Sequence[Held], at: At) -> StoodElsewhere:
    return StoodElsewhere(
        actor=at.actor(held[0][0].actor.id),
        rows=tuple(_row(each, at) for each in held[:MOST_ELSEWHERE]),
        more=max(len(held) - MOST_ELSEWHERE, 0),
    )


def _row(held: Held, at: At) -> Stood:
    cell, then = held
    at.show(then.position)
    now = cell.present
    is_same = now.position.stance == then.position.stance and now.is_stated == then.is_stated
    if not is_same:
        at.show(now.position)
    return Stood(
        actor=at.actor(cell.actor.id, then.said),
        issue=at.issue(cell.issue),
        stance=then.position.stance,
        attributed=not then.is_stated,
        conditional=bool(then.position.condition),
        url=at.href_to(then),
        now="" if is_same else now.position.stance,
        now_attributed=not is_same and not now.is_stated,
        now_url="" if is_same else at.href_to(now),
    )


def _question(then: Question, life: Life, brief: Brief, at: At) -> StoodOpen:
    at.show(then)
    now = rating(life.now)
    return StoodOpen(
        url=at.href(f"questions/{life.id}"),
        text_html=inline_html(then.text, at, life.brief),
        status=then.status,
        overdue=is_overdue(then, last_day(brief.as_of)),
        due=dates.maybe_date(then.due),
        now=now if now != then.status else "",
    )
