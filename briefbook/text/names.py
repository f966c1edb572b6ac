"""Names of those who may speak, and where they stand among the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from briefbook.text.cues import AUXILIARIES, EAST_ASIAN_SURNAMES, HONORIFICS, OPENERS
from briefbook.text.narrative import Token, find_tokens

NameKind = Literal["name", "surname", "given", "alias", "title", "body", "demonym"]

_GIVEN = re.compile(r"\b([A-Z][\w-]*)\.?\s+$")
_ARTICLES = frozenset(("a", "an", "the"))
_PARTICLES = frozenset("al el de del della van von der den di da du le la bin ibn ben abu".split())
_FUNCTION = OPENERS | AUXILIARIES


class Name(NamedTuple):
    """Words that stand for somebody."""

    words: str
    id: str
    kind: NameKind
    """A person's name, surname, given name or alias; an office; a body (whoever is no person); `Iranian`."""


class Mention(NamedTuple):
    """A name among tokens."""

    first: int
    last: int
    """The token after it."""
    ids: frozenset[str]
    kind: NameKind


def person_names(words: str, id: str, kind: NameKind = "name") -> Iterator[Name]:
    """A person's name and the surnames by which an article may go on."""
    yield Name(words, id, kind)
    parts = [each for each in words.split() if each.lower() not in HONORIFICS]
    if len(parts) < 2:
        yield from (Name(each, id, "surname") for each in parts if each != words)
        return
    yield from (Name(each, id, "surname") for each in _surnames(parts))
    if len(parts[0]) > 2 and parts[0].lower() not in EAST_ASIAN_SURNAMES:
        yield Name(parts[0], id, "given")


def _surnames(parts: Sequence[str]) -> Iterator[str]:
    last = parts[-1]
    yield last
    bare = re.sub(r"^(?:[aA]l|[eE]l)[-’']", "", last)
    if bare != last:
        yield bare
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in _PARTICLES:
        at -= 1
        yield " ".join(parts[at:])
    if parts[0].lower() in EAST_ASIAN_SURNAMES:
        yield parts[0]


class Names:
    """All names of a book, found by their first word."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first: dict[str, list[tuple[tuple[Token, ...], Name]]] = {}
        self.full: dict[str, list[str]] = {}
        """For each id its names in full."""
        for name in dict.fromkeys(names):
            tokens = tuple(find_tokens(name.words, 0, len(name.words)))
            if tokens and tokens[-1].words.islower():
                # `Three diplomats` stands as `three diplomats` within a sentence.
                tokens = (tokens[0]._replace(words=tokens[0].low), *tokens[1:])
            if tokens:
                self._by_first.setdefault(tokens[0].low, []).append((tokens, name))
                if name.kind in ("name", "alias", "body"):
                    self.full.setdefault(name.id, []).append(name.words)

    def starting_at(self, tokens: Sequence[Token], at: int, end: int) -> list[Mention]:
        """The names that begin with a token, those of one length and kind as one; the longest first."""
        found: dict[tuple[int, NameKind], set[str]] = {}
        for low in _keys(tokens[at].low):
            for words, name in self._by_first.get(low, ()):
                last = at + len(words)
                if last <= end and all(map(_is_same, words, tokens[at:last])):
                    found.setdefault((last, name.kind), set()).add(name.id)
        mentions = [Mention(at, last, frozenset(ids), kind) for (last, kind), ids in found.items()]
        return sorted(mentions, key=lambda each: (-each.last, _ORDER.index(each.kind)))

    def ending_at(self, tokens: Sequence[Token], start: int, end: int) -> Mention | None:
        """The longest name that ends right before a token."""
        for at in range(max(start, end - 9), end):
            for mention in self.starting_at(tokens, at, end):
                if mention.last == end:
                    return mention
        return None

    def all_in(self, tokens: Sequence[Token], start: int, end: int) -> Iterator[Mention]:
        """The names between two tokens from left to right, the longest of those that begin together."""
        at = start
        while at < end:
            mentions = self.starting_at(tokens, at, end)
            if mentions:
                yield mentions[0]
            at = mentions[0].last if mentions else at + 1


_ORDER: tuple[NameKind, ...] = ("name", "alias", "body", "title", "surname", "given", "demonym")


def _keys(low: str) -> tuple[str, ...]:
    """Under which first words a token may be found: `al-Maliki` under `Maliki` too."""
    bare = low[3:] if low.startswith(("al-", "el-")) else ""
    keys = (low, bare) if bare else (low,)
    return ("a", "an", "the") if low in _ARTICLES else keys


def _is_same(name: Token, token: Token) -> bool:
    if name.low in _ARTICLES:
        return token.low in _ARTICLES and (name.low != "the" or token.low == "the")
    same = token.low == name.low or (token.low[3:] == name.low and token.low[:3] in ("al-", "el-"))
    return same and (not name.words[:1].isupper() or not token.words.islower() or not token.words.isascii())


def find_namesake(text: str, surname: str, full: Iterable[str]) -> int:
    """Where a text first has another given name before that surname; its end where nowhere."""
    own = {part.lower() for name in full for part in name.split()}
    for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
        before = _GIVEN.search(text, max(0, match.start() - 40), match.start())
        word = before[1].lower() if before else ""
        if len(word) > 1 and word not in own and word not in HONORIFICS and word not in _FUNCTION:
            return match.start()
    return len(text)
