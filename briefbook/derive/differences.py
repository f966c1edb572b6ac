"""What is different between two pictures, in the words in which analysts speak of change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.derive.changes import WEIGHT
from briefbook.derive.picture import Picture, State
from briefbook.model.marking import Marking

_RANK = {
    kind: rank
    for rank, kind in enumerate(("marking-loosened", "marking-tightened", "", "brief-new", *WEIGHT))
}
"""Sorts kinds: what is gone stands where the empty one does; what no brief changes comes last."""


class Difference(NamedTuple):
    """One thing that is otherwise in the second picture."""

    key: str
    """Of its state in both pictures."""
    kind: str
    """As a brief's changes call it, `reaffirmed`, or the thing with `-new`, `-changed` or `-gone`."""
    was: State | None
    """None where it is new."""
    now: State | None
    """None where it is gone."""

    @property
    def thing(self) -> str:
        """What kind of thing it is: `claim`."""
        return self.key.partition("/")[0]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that were changed, in the order in which they stand; none where it is new or gone."""
        return _changed(self.was, self.now) if self.was is not None and self.now is not None else ()

    @property
    def reason(self) -> str:
        """Why, where an entry says so."""
        return str((self.now or {}).get("reason", ""))

    @property
    def brief(self) -> str:
        """Id of the brief by which it stands so; empty for what stands in no brief."""
        return str((self.now or self.was or {}).get("brief", ""))


def diff(one: Picture, other: Picture) -> tuple[Difference, ...]:
    """What has to be done to the first picture to have the second, heaviest first, then by key."""
    keys = {*one, *other}
    found = [
        Difference(key, _kind(key, one.get(key), other.get(key)), one.get(key), other.get(key))
        for key in keys
        if one.get(key) != other.get(key)
    ]
    return tuple(sorted(found, key=_order))


def apply(picture: Picture, differences: Iterable[Difference]) -> Picture:
    """The picture once the differences have come about."""
    states = dict(picture)
    for each in differences:
        if each.now is None:
            del states[each.key]
        else:
            states[each.key] = each.now
    return dict(sorted(states.items()))


def _order(difference: Difference) -> tuple[object, ...]:
    kind = difference.kind
    rank = _RANK[""] if kind.endswith("-gone") else _RANK.get(kind, len(_RANK))
    return rank, kind == "reaffirmed", kind, difference.key


def _kind(key: str, was: State | None, now: State | None) -> str:
    thing = key.partition("/")[0]
    if now is None:
        return f"{thing}-gone"
    if was is None:
        return _kind_of_new(thing, now)
    changed = _changed(was, now)
    if changed == ("tlp",):
        return "marking-loosened" if _rank(now) < _rank(was) else "marking-tightened"
    if thing in ("position", "attributed"):
        return _kind_of_position(thing, changed, now)
    return _kind_of_change(thing, changed, was, now)


def _kind_of_new(thing: str, now: State) -> str:
    if thing in ("attributed", "correction"):
        return thing
    return "event-scheduled" if now.get("status") == "scheduled" else f"{thing}-new"


def _kind_of_position(thing: str, changed: tuple[str, ...], now: State) -> str:
    """An unnamed source may be somebody else each time, and what others say is no word of the actor's."""
    if "stance" in changed or "condition" in changed:
        if thing == "attributed":
            return thing
        if not now["is_party"]:
            return "position-new"
        if "stance" not in changed:
            return "condition"
        return "withdrawn" if now["stance"] == "withdrawn" else "moved"
    return "reaffirmed" if "said" in changed or "brief" in changed else f"{thing}-changed"


def _kind_of_change(thing: str, changed: tuple[str, ...], was: State, now: State) -> str:
    if thing == "claim" and "status" in changed:
        return "claim-rated"
    if thing == "question" and "status" in changed and now["status"] != "open":
        return "question-answered"
    if thing == "question" and "is_overdue" in changed and now["is_overdue"]:
        return "question-overdue"
    if thing == "figure" and "reported" in changed:
        return "figure-revised"
    if thing == "tie" and changed == ("brief",):
        return "reaffirmed"
    if thing == "actor" and not was["first_named"]:
        return "actor-new"
    return f"{thing}-changed"


def _changed(was: State, now: State) -> tuple[str, ...]:
    return tuple(field for field in now if was.get(field) != now[field])


def _rank(state: State) -> int:
    return Marking(state["tlp"]).rank
