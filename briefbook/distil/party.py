"""The actors of a draft as a brief names them: by the book's ids, else by new ones, with their posts."""

from __future__ import annotations

from collections.abc import Iterable

from ruamel.yaml.comments import CommentedMap

from briefbook.distil.draft import Actor
from briefbook.distil.ids import Ids, content_of
from briefbook.distil.table import words_of
from briefbook.distil.written import Pair, in_line, in_line_map, one_line, suggested
from briefbook.text.placeholders import PLACEHOLDER

_KINDS = {"armed_group": "armed-group", "group": "unnamed"}
_ORGANS = frozenset(words_of("brief", "organs"))


class Parties:
    """The actors of one draft, and who of them is in the brief."""

    def __init__(self, actors: Iterable[Actor], ids: Ids, tlp: str = "") -> None:
        """An actor whom a draft with another marking introduced is a new one here: it may be secret."""
        self._tlp = tlp
        self._book = ids
        self._actors = {each.id: each for each in actors}
        self._by_name = {each.name.casefold(): each.id for each in self._actors.values()}
        self._ids: dict[str, str] = {}
        """Ids in the draft of those in the brief, and theirs there."""
        self._introduced: list[Actor] = []
        self._unnamed = ""

    def party_of(self, id: str) -> str:
        """For whom an actor speaks: the body that a person belongs to, where the article has it."""
        return (self._body_of(id) if self._actors[id].kind == "person" else "") or id

    def _body_of(self, id: str) -> str:
        found = self._by_name.get(self._actors[id].affiliation.casefold(), "")
        return found if found != id else ""

    def id_of(self, id: str) -> str:
        """The id by which the brief names an actor, who is in it from now on, and whom it belongs to."""
        if id in self._ids:
            return self._ids[id]
        actor = self._actors[id]
        known = actor.known or self._book.introduced.get((self._tlp, actor.name), "")
        self._ids[id] = known or self._book.new_id(actor.name, most=6)
        if not known:
            self._introduced.append(actor)
            if actor.kind != "group":  # “officials” of one article are not those of the next
                self._book.introduced[self._tlp, actor.name] = self._ids[id]
            if self._has_body(actor):
                self.id_of(self._body_of(id))
        return self._ids[id]

    def somebody(self) -> str:
        """Who makes a claim whose maker the article does not name: an actor whose name is to do."""
        self._unnamed = self._unnamed or self._book.new_id("somebody")
        return self._unnamed

    def entries(self) -> list[Pair]:
        """The actors that nobody introduced before, in the order of the article."""
        order = list(self._actors)
        introduced = sorted(self._introduced, key=lambda each: order.index(each.id))
        found: list[Pair] = [(each, self._entry(each)) for each in introduced]
        if self._unnamed:
            found.append((None, CommentedMap(id=self._unnamed, name=PLACEHOLDER, kind="unnamed")))
        return found

    def _has_body(self, actor: Actor) -> bool:
        """Whether its entry says to whom it belongs."""
        is_told = actor.kind == "group" or (actor.kind == "person" and actor.role)
        return bool(is_told and self._body_of(actor.id))

    def _entry(self, actor: Actor) -> CommentedMap:
        kind = _kind_of(actor)
        # A book has many officials: a name that fits each of them would be heard in every article.
        name = suggested(actor.name, end="") if kind == "unnamed" else one_line(actor.name)
        entry = CommentedMap(id=self._ids[actor.id], name=name, kind=kind)
        aliases = [one_line(each) for each in actor.aliases if _is_name(each, actor.name)]
        if aliases and kind != "unnamed":
            entry["aliases"] = in_line(aliases)
        if self._has_body(actor):
            body = self.id_of(self._body_of(actor.id))
            if kind == "unnamed":
                entry["of"] = body
            else:
                entry["posts"] = [in_line_map(title=one_line(actor.role), at=body)]
        return entry


def _kind_of(actor: Actor) -> str:
    """The kind in the book's words; an organ of a state is a body."""
    if actor.kind == "organisation" and not _ORGANS.isdisjoint(content_of(actor.name)):
        return "body"
    return _KINDS.get(actor.kind, actor.kind)


def _is_name(alias: str, name: str) -> bool:
    """Whether another form is worth keeping: neither the name with a title nor a mere noun."""
    return any(map(str.isupper, alias)) and name not in alias
