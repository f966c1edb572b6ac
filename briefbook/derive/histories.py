"""How an entry came to stand as it does, and what a brief changed, as pages show it."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.derive import dates, entries
from briefbook.derive.at import At
from briefbook.derive.changes import Delta, rating
from briefbook.derive.entries import CHANGING, Life, update_anchor
from briefbook.derive.evidence import evidence
from briefbook.derive.figures import figures
from briefbook.derive.findings import replies
from briefbook.derive.links import entry_link, find_url, inline_html, plain, text_html
from briefbook.derive.notices import corrections
from briefbook.derive.statements import attributed_by
from briefbook.derive.views.base import Html
from briefbook.derive.views.changes import Change, Changes
from briefbook.derive.views.updates import FieldChange, Step, Update
from briefbook.model.book import KINDS
from briefbook.model.records import Brief, Claim, Question
from briefbook.text.edtf import When

MOST_CHANGES = 7
"""Changes shown where a brief's own page holds the rest."""


def first_step(life: Life, at: At) -> Step:
    """The first report of an entry; its evidence stands with the entry itself."""
    at.show(life.first)
    return Step(
        date=dates.date(life.brief.as_of),
        is_first=True,
        was="",
        status=rating(life.first),
        fields=(),
        reason_html=Html(""),
        seen=(),
        contradicts=(),
        replies=(),
        figures=(),
        evidence=(),
        note_html=Html(""),
        brief=at.brief(life.brief, life.id),
    )


def step(taken: entries.Step, at: At) -> Step:
    """An update with what it changed and what it rests on."""
    update, brief = taken.update, taken.brief
    at.show(update)
    by = taken.after.by if isinstance(taken.after, Claim) else ""
    return Step(
        date=dates.date(taken.said),
        is_first=False,
        was=rating(taken.before),
        status=rating(taken.after),
        fields=tuple(_field_changes(taken, at)),
        reason_html=inline_html(update.reason, at, brief),
        seen=tuple(plain(text, at) for text in _seen(taken)),
        contradicts=tuple(entry_link(id, at, brief) for id in update.contradicts),
        replies=replies(entries.dated(update.replies, taken.said), at, brief),
        figures=figures(update.figures, at, brief, update_anchor(taken), by),
        evidence=evidence(update.evidence, at, brief, taken.said),
        note_html=inline_html(update.note, at, brief),
        brief=at.brief(brief, update_anchor(taken)),
    )


def updates(brief: Brief, at: At) -> tuple[Update, ...]:
    """The updates of a brief, in the order of its entries."""
    lives = at.situation.entries.lives
    found = []
    for id in dict.fromkeys(update.update for update in brief.updates):
        life = lives[id]
        at.show(life.now)
        steps = [each for each in life.steps if each.brief is brief]
        found += [
            Update(
                anchor=update_anchor(each),
                kind=KINDS[type(life.now)],
                entry_html=text_html(life, at),
                url=find_url(id, at, brief),
                step=step(each, at),
                # A notice names the entry and no one update, so it stands with the last of them.
                corrections=corrections(id, at, brief) if each is steps[-1] else (),
            )
            for each in steps
        ]
    return tuple(found)


def changes(brief: Brief | None, at: At, most: int | None = MOST_CHANGES) -> Changes:
    """What a brief changed against all before it: all of it where `most` is None."""
    before = at.situation.previous(brief) if brief else None
    if brief is None or before is None:
        return Changes(is_first=brief is not None, since=None, changes=(), more=0, reaffirmed=0)
    deltas, reaffirmed = at.situation.changes(brief)
    return Changes(
        is_first=False,
        since=at.brief(before),
        changes=tuple(change(delta, at) for delta in deltas[:most]),
        more=len(deltas[most:]) if most else 0,
        reaffirmed=reaffirmed,
    )


def change(delta: Delta, at: At) -> Change:
    """One change."""
    statement, life, actor, issue, by, condition = delta.statement, delta.life, delta.actor, None, "", ""
    url, text, named = "", Html(""), None
    if statement is not None:
        at.show(statement.position)
        url, condition = at.href_to(statement), statement.position.condition
        named = at.actor(statement.position.actor, statement.said)
        issue = at.issue(statement.position.issue)
        by = attributed_by(statement, at)
    elif life is not None:
        at.show(life.now)
        url, text = find_url(life.id, at, delta.brief), text_html(life, at)
        if isinstance(life.now, Claim) and life.now.by:
            named = at.actor(life.now.by, delta.date)
    elif actor is not None:
        named = at.actor(actor.id, delta.date)
        url = named.url
    else:
        assert delta.correction is not None
        at.show(delta.correction)
        link = entry_link(delta.correction.entry, at, delta.brief)
        url, text = link.url, inline_html(link.words, at, _worded_by(delta.correction.entry, at))
    return Change(
        kind=delta.kind,
        date=dates.date(delta.date),
        url=url,
        text_html=text,
        actor=named,
        issue=issue,
        was=delta.was,
        now=delta.now,
        what=delta.figure.what if delta.figure else "",
        according_to=by,
        condition_html=inline_html(condition, at, delta.brief),
        reason_html=inline_html(delta.reason, at, delta.brief),
    )


def _worded_by(key: str, at: At) -> Brief | None:
    """The brief in whose words a corrected entry is named; None for a position or tie, named by its parts."""
    life = at.situation.entries.lives.get(key)
    return life.worded_by if life else at.released.briefs.get(key)


def _field_changes(taken: entries.Step, at: At) -> Iterator[FieldChange]:
    for field in CHANGING:
        before, after = getattr(taken.before, field, ""), getattr(taken.after, field, "")
        if before is not after and (was := _words(before, at)) != (now := _words(after, at)):
            yield FieldChange(field=field, was=was, now=now)


def _seen(taken: entries.Step) -> Iterator[str]:
    """The indicators that the update has seen, as sentences."""
    if isinstance(taken.after, Question):
        for name in taken.update.seen:
            yield taken.after.indicators.get(name, name)


def _words(value: object, at: At) -> str:
    if isinstance(value, When):
        return value.text
    return "" if value is None else plain(str(value), at)
