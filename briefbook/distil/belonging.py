"""To what somebody in an article belongs: a post's ministry, a spokesman's party, an army's state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.roster import Entry, Roster
from briefbook.distil.table import words_of

_OF_STATE = frozenset(words_of("persons", "of_state"))
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson executive ceo cfo".split())
_BARE = frozenset(words_of("bodies", "bare"))
_PAST = ("former", "retired", "ex-", "Former", "Retired")
_FAR = 400
_MOST_STATES = 60


def find_home(roster: Roster, text: str) -> Entry | None:
    """The state that an article is about: the one named most, if it has a government there."""
    states = [each for each in roster if each.kind == "state" and each.start >= 0][:_MOST_STATES]
    if not states:
        return None
    counts = {id(each): sum(text.count(form) for form in each.forms if len(form) > 2) for each in states}
    best = max(states, key=lambda each: (each.acts > 0 and not each.is_known, counts[id(each)], -each.start))
    if not best.is_known:
        return best if best.acts else None
    has_rivals = any(
        each is not best and (each.acts or counts[id(each)] * 3 > counts[id(best)]) for each in states
    )
    return None if has_rivals else best


def _owner(words: str) -> str:
    """`Labour` of `Labour’s Anna Kettle`."""
    owner, mark, _ = words.replace("'s ", "’s ").partition("’s ")
    return owner if mark and owner[:1].isupper() and owner.istitle() else ""


class Belonging:
    """Tells what entries belong to, by the words around their names."""

    def __init__(
        self,
        text: str,
        roster: Roster,
        ids: Sequence[tuple[Entry, str]],
        mentions: Sequence[tuple[int, int, str]],
    ) -> None:
        self._text = text
        self._entries = {id: entry for entry, id in ids}
        self._mentions = mentions
        self._starts = [start for start, _, _ in mentions]
        self._roster = roster
        self._home = find_home(roster, text)

    def of(self, entry: Entry) -> str:
        """The name of what an entry belongs to; empty where the article does not say."""
        if entry.affiliation or entry.kind == "state":
            return entry.affiliation
        found = self._in_context(entry)
        if found:
            return found
        words = {each.strip(",.").lower() for each in entry.role.split()}
        if entry.kind == "person" and (entry.owner in ("its", "their") or words & _SPEAKERS):
            before = self._before(entry)
            if before:
                return before
        has_office = words & _OF_STATE if entry.kind == "person" else entry.name in _BARE
        return (
            self._home.name
            if has_office and self._home is not None and not entry.role.startswith(_PAST)
            else ""
        )

    def _in_context(self, entry: Entry) -> str:
        """The body or state that is named in the words that say what somebody is."""
        start, end = entry.context
        if end <= start:
            return ""
        for first, last, id in self._mentions[
            bisect_left(self._starts, start) : bisect_left(self._starts, end)
        ]:
            other = self._entries[id]
            is_inside = (
                last <= end and other is not entry and other.kind in ("organisation", "state", "armed_group")
            )
            if is_inside and self._text[first:last] != entry.name:
                return other.name
        for word in self._text[start:end].replace("’s", "").split():
            own = self._roster.adjectives.get(word)
            if own is not None:
                return own.name
            known = BY_ADJECTIVE.get(word) or (BY_FORM.get(word.strip(",")) if word[:1].isupper() else None)
            if known is not None and known.name != entry.name:
                return known.name
        return self._place_in(entry.role) or _owner(self._text[start:end]) if entry.kind == "person" else ""

    def _place_in(self, role: str) -> str:
        """`Western Bori` of `the Governor of Western Bori`: the capital words behind `of`."""
        words = role.partition(" of ")[2].split(",")[0].split()
        words = words[1:] if words[:1] == ["the"] else words
        stop = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
        found = " ".join(words[:stop])
        return "" if found == "State" or self._roster.surnamed(found) else found

    def _before(self, entry: Entry) -> str:
        """The last body or state that was named before somebody."""
        limit = entry.context[0] or entry.start
        for first, _, id in reversed(self._mentions[: bisect_left(self._starts, limit)]):
            other = self._entries[id]
            if limit - first > _FAR:
                break
            if entry.owner == "their" and other.kind == "group":
                break
            if other.kind in ("organisation", "armed_group") or (other.kind == "state" and entry.owner == ""):
                return other.name
        return ""
