"""What changed about one actor or one issue, as an Atom feed of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from briefbook.derive.at import At
from briefbook.derive.concerns import Concern
from briefbook.derive.links import entry_link, plain
from briefbook.derive.publication import publisher_of
from briefbook.derive.situation import Situation
from briefbook.export.address import Addresses
from briefbook.export.atom import Channel, Item, moment, render_atom, urn_of
from briefbook.export.mended import now_reads
from briefbook.export.now import Now
from briefbook.words import Words

MOST = 30
"""Changes in a feed."""

_KINDS = {
    "condition": "Condition changed",
    "correction": "Corrected",
    "claim-rated": "Claim re-rated",
    "event-scheduled": "Newly scheduled",
    "attributed": "According to others",
    "reported-late": "Said earlier, reported now",
}
"""What pages call a kind of change, where its code does not say it."""


def iter_followed(situation: Situation, words: Words) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path and maker of the feed of each actor of the matrix and each issue; none in a preview."""
    if situation.released.is_preview:
        return
    for path, name in iter_followable(situation):
        yield f"{path}/feed.xml", partial(render_followed, situation, words, path, name)


def iter_followable(situation: Situation) -> Iterator[tuple[str, str]]:
    """Path and name of each record that has a feed."""
    released = situation.released
    yield from ((f"actors/{actor.id}", actor.name) for actor in situation.parties)
    for id in situation.issues:
        yield f"issues/{id}", released.issues[id].name or released.issues[id].proposition


def render_followed(situation: Situation, words: Words, path: str, name: str) -> bytes:
    """The feed of one record, newest first."""
    concerns = situation.concerns.get(path.partition("/")[2], ())[:MOST]
    items = tuple(_Items(situation, words, path).iter_items(concerns))
    return render_atom(
        situation,
        Channel(
            id=urn_of(situation, f"{path}/changes"),
            title=f"{name} · {situation.settings.site_name}",
            url=Addresses(situation).file(f"{path}/feed.xml"),
            home=Addresses(situation).page(path),
            updated=max((item.updated for item in items), default=moment(None)),
            items=items,
        ),
    )


class _Items:
    """The items of one feed."""

    def __init__(self, situation: Situation, words: Words, path: str) -> None:
        self._situation = situation
        self._path = path
        self._words = words
        self._now = Now(situation, words)
        self._addresses = Addresses(situation)
        self._at = At(situation, "")

    def iter_items(self, concerns: list[Concern] | tuple[Concern, ...]) -> Iterator[Item]:
        """An item for each change; two of one name in a brief are told apart by number."""
        seen: dict[str, int] = {}
        for concern in reversed(concerns):
            name = self._name(concern)
            seen[name] = seen.get(name, 0) + 1
        for concern in concerns:
            name = self._name(concern)
            number, seen[name] = seen[name], seen[name] - 1
            yield self._item(concern, name if number == 1 else f"{name}/{number}")

    def _item(self, concern: Concern, name: str) -> Item:
        delta, brief = concern
        told = self._told(concern)
        kind = self._words.gettext(_KINDS.get(delta.kind) or _said(delta.kind))
        condition = delta.statement.position.condition if delta.statement else ""
        given = self._words.gettext("Condition:")
        because = self._words.gettext("Reason:")
        return Item(
            id=urn_of(self._situation, f"{self._path}/changes/{name}"),
            url=self._url(concern),
            title=f"{kind}: {told}",
            published=moment(brief.as_of),
            updated=moment(brief.as_of),
            authors=brief.authors or (publisher_of(self._situation),),
            language=brief.language or self._situation.settings.language,
            tag=delta.kind,
            summary=told,
            paragraphs=tuple(
                filter(
                    None,
                    (
                        told,
                        condition and f"{given} {plain(condition, self._at)}.",
                        delta.reason and f"{because} {plain(delta.reason, self._at)}",
                        f"{self._words.gettext('Reported in')} {brief.title}",
                    ),
                )
            ),
        )

    def _told(self, concern: Concern) -> str:
        """The change in a line."""
        delta = concern.delta
        if delta.correction is not None:
            record = delta.correction
            entry = entry_link(record.entry, self._at, delta.brief).words
            return f"{entry}: {now_reads(self._words, record.was, record.now)}"
        if delta.kind in ("actor-new", "question-overdue"):
            return self._now.subject(delta)
        return self._now.change(delta)

    def _url(self, concern: Concern) -> str:
        delta = concern.delta
        if delta.statement is not None:
            return self._addresses.statement(delta.statement)
        if delta.life is not None:
            return self._addresses.entry(delta.life)
        if delta.correction is not None:
            found = entry_link(delta.correction.entry, self._at, delta.brief).url
            return self._addresses.site + found.removeprefix("./")
        return self._addresses.page(self._path)

    def _name(self, concern: Concern) -> str:
        """What the change is called by the brief, its kind and what it is about."""
        delta, brief = concern
        about = ""
        if delta.statement is not None:
            about = delta.statement.anchor
        elif delta.life is not None:
            about = delta.life.id
        elif delta.correction is not None:
            about = f"{delta.correction.entry}/{delta.correction.date.text}"
        return f"{brief.id}/{delta.kind}/{about}"


def _said(kind: str) -> str:
    """`New claim` for claim-new, `Question answered` for question-answered."""
    thing, _, ending = kind.rpartition("-")
    return f"New {thing}" if ending == "new" else f"{thing} {ending}".strip().capitalize()
