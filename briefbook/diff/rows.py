"""What readers will see otherwise, thing by thing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.derive.at import At
from briefbook.derive.differences import Difference, diff
from briefbook.derive.figures import number
from briefbook.derive.links import entry_link, find_url, plain
from briefbook.derive.picture import State, Value, picture_of
from briefbook.derive.publication import site_address
from briefbook.derive.situation import Situation
from briefbook.diff.value import FieldChange, Row
from briefbook.model.book import ARTICLE
from briefbook.text.near import shorten

_WATCHED = {
    "position": "stance",
    "attributed": "stance",
    "claim": "status",
    "question": "status",
    "event": "status",
    "judgement": "likelihood",
    "figure": "reported",
    "actor": "kind",
}
"""The field of each kind of thing by which it is known how it stands."""
_NAMES = ("name", "title", "proposition")
_UNTOLD = frozenset(("tlp", "brief", "reason", "is_party", "is_overdue", "first_named", "earlier", "sha256"))
"""Fields that are told elsewhere in a row or a comparison, or say nothing by themselves."""

_OF_REPORTS = frozenset(("said", "summary", "low", "high", "best"))
"""Fields that every new report of a thing has anew."""


def rows_between(old: Situation, new: Situation) -> tuple[Row, ...]:
    """What the published pictures of two situations differ in; a marking alone is told elsewhere."""
    differences = diff(picture_of(old), picture_of(new))
    counted = {f"{each.now['entry']}" for each in differences if each.thing == "figure" and each.now}
    before, after = _Words(old), _Words(new)
    rows = [
        (after if each.now is not None else before).row(each)
        for each in differences
        if not each.kind.startswith("marking-")
    ]
    return tuple(row for row in rows if not _is_told(row, counted))


def _is_told(row: Row, counted: set[str]) -> bool:
    """Whether an entry is only otherwise in its figures, which have rows of their own."""
    _, _, id = row.key.partition("/")
    return row.kind in ("claim-changed", "event-changed") and not row.fields and not row.now and id in counted


class _Named(NamedTuple):
    """What a thing is called and the key by which its page is found."""

    subject: str
    key: str


class _Words:
    """Differences in the words of one situation."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._at = At(situation, "")
        self._site = site_address(situation)

    def row(self, difference: Difference) -> Row:
        """The difference as a reader of it takes it in."""
        was, now = difference.was, difference.now
        named = self._named(difference.key, now or was or {})
        watched = _WATCHED.get(difference.thing, "")
        values = [_text(state.get(watched)) if state else "" for state in (was, now)]
        if difference.thing == "correction":
            values = [_text((now or was or {})[field]) for field in ("was", "now")]
        elif was is not None and now is not None and values[0] == values[1]:
            values = ["", ""]
        return Row(
            kind=difference.kind,
            key=difference.key,
            subject=named.subject,
            was=values[0],
            now=values[1],
            fields=tuple(self._iter_fields(difference, watched)),
            reason=self._plain(difference.reason),
            brief=difference.brief,
            url=self._url(named.key, difference),
        )

    def _iter_fields(self, difference: Difference, watched: str) -> Iterator[FieldChange]:
        was, now = difference.was or {}, difference.now or {}
        again = _OF_REPORTS if "brief" in difference.fields else frozenset()
        told = difference.fields or (("condition",) if difference.thing in ("position", "attributed") else ())
        if difference.kind == "reaffirmed" or difference.thing == "correction":
            return
        for field in told:
            if field in _UNTOLD or field in again or field == watched:
                continue
            one, other = (self._plain(_text(state.get(field))) for state in (was, now))
            if field == "body":
                one, other = "", "written anew"
            if one or other:
                yield FieldChange(field=field, was=one, now=other)

    def _named(self, key: str, state: State) -> _Named:
        thing, _, id = key.partition("/")
        match thing:
            case "position" | "attributed":
                actor, issue, *by = id.split("/")
                said = f"{self._name(actor)} on {self._name(issue)}"
                according = f", according to {self._name(by[0])}" if by else ""
                return _Named(f"{said}{according}", f"{actor}/{issue}")
            case "figure":
                entry, giver = id.split("/")[:2]
                return _Named(f"{state['what']}, by {self._name(giver)}: “{self._entry(entry)}”", entry)
            case "tie":
                actor, verb, other = id.split("/")
                return _Named(f"{self._name(actor)} {verb} {self._name(other)}", id)
            case "source":
                return _Named(f"{state['publisher']}, “{state['title']}”", id)
            case "correction":
                entry = str(state["entry"])
                return _Named(f"“{self._entry(entry) or entry}”", entry)
            case "actor" | "issue" | "brief" | "page":
                return _Named(next(str(state[each]) for each in _NAMES if state.get(each)), id)
        return _Named(f"“{self._plain(str(state.get('text') or state['title']))}”", id)

    def _entry(self, key: str) -> str:
        return shorten(entry_link(key, self._at, None).words, 100)

    def _name(self, id: str) -> str:
        if id == ARTICLE:
            return "the article"
        released = self._situation.released
        if id in released.issues:
            return released.issues[id].name or f"“{released.issues[id].proposition}”"
        return released.actors[id].name if id in released.actors else id

    def _plain(self, text: str) -> str:
        return plain(text, self._at)

    def _url(self, key: str, difference: Difference) -> str:
        """Where the thing stands on the site, if that is known and it still stands there."""
        if not self._site or difference.now is None:
            return ""
        brief = self._situation.released.briefs.get(difference.brief)
        url = find_url(key, self._at, brief)
        return self._site + url.removeprefix("./") if url else ""


def _text(value: Value) -> str:
    """A field's value as words."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return number(value)
    return "" if value is None else str(value)
