"""Those who speak under a mere noun and are nobody of the cast: `the audit`, `a second sponsor`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefbook.distil.draft import Actor, ActorKind, Draft
from briefbook.distil.owners import body_in
from briefbook.distil.phrases import BODY_WORDS, POSSESSIVES
from briefbook.distil.sentence import DETERMINERS, FUNCTION, PEOPLE, PERSON
from briefbook.distil.table import words_of
from briefbook.text.narrative import Token

_ROLES = frozenset(words_of("persons", "roles"))
_NOUNS = frozenset(words_of("unnamed", "nouns"))
_NEVER = frozenset(words_of("unnamed", "never"))
_WEAK = frozenset(words_of("unnamed", "weak"))
_ONE = frozenset(words_of("groups", "one"))
_LEADS = frozenset(words_of("references", "leads")) | _ONE | DETERMINERS
_MEN = PEOPLE | PERSON | _ROLES
_NAMED_BY = frozenset(words_of("unnamed", "named_by"))
_SPEAKING = _MEN | BODY_WORDS | _NOUNS | _NAMED_BY | frozenset(words_of("speech", "bodies_too"))
_DOCUMENTS = frozenset(words_of("speech", "documents"))
_ALWAYS = _SPEAKING | _DOCUMENTS
_NO_NOUNS = (FUNCTION | _NEVER) - _DOCUMENTS
_BODIES = (BODY_WORDS | _NAMED_BY) - _MEN
_MOST = 6
"""Words of a phrase that names them."""


class Unnamed:
    """Gives an id to whoever speaks without a name in one article."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors: dict[str, Actor] = {}
        self.people: set[str] = set()
        """Of these, those whose noun is one of people or bodies."""
        self._taken = {each.id for each in actors}
        self._heads: dict[str, str] = {}

    def id_of(self, tokens: Sequence[Token], first: int, end: int, verb: str) -> str:
        """Whom the phrase between two tokens stands for; empty where nothing speaks with such a verb.

        `the evidence suggests` has no speaker, `the audit suggests` has one.
        """
        head = _head(tokens, first, end)
        leads = [at for at in range(first, end) if tokens[at].low in _LEADS]
        start = leads[-1] + 1 if leads else first
        words = tokens[start:end]
        may_speak = head.low in _ALWAYS or (verb not in _WEAK and leads)
        if (
            not (words and may_speak and _is_noun(head))
            or len(words) > _MOST
            or any(map(_breaks, words[: words.index(head)]))
        ):
            return ""
        is_again = bool(leads) and len(words) == 1 and tokens[leads[-1]].low not in _ONE
        name = _joined(words)
        is_owned = any(each.low in POSSESSIVES for each in words)
        if start == 0 and not is_owned and not words[0].words.isupper():
            name = name[0].lower() + name[1:]
        return self._heads[head.low] if is_again and head.low in self._heads else self._new(name, head.low)

    def _new(self, name: str, head: str) -> str:
        id = "-".join(name.lower().replace("’", "").replace("'", "").split())
        if id in self._taken:
            id += "-unnamed"
        is_body = head in _BODIES
        kind: ActorKind = "organisation" if is_body else "group"
        why = "nobody of the article has this for a name"
        role = head if head in _ROLES else ""
        self.actors.setdefault(
            id,
            Actor(
                id=id,
                name=name,
                kind=kind,
                role=role,
                affiliation="" if is_body else body_in(name),
                anonymous=not is_body,
                why=why,
            ),
        )
        self._heads[head] = id
        if head in _SPEAKING:
            self.people.add(id)
        return id


def with_unnamed(draft: Draft, found: Unnamed) -> Draft:
    """A draft with those of the unnamed who say something in it; nobody else of them has a position."""
    spoken = {each.speaker for each in draft.quotes} | {each.speaker for each in draft.indirect}
    acting = {each.actor for each in draft.positions} & found.people
    heard = tuple(each for id, each in found.actors.items() if id in spoken | acting)
    lost = found.actors.keys() - spoken - acting
    claims = tuple(
        replace(
            each,
            attribution="" if each.attribution in lost else each.attribution,
            denial="" if each.denial in lost else each.denial,
        )
        for each in draft.claims
    )
    positions = tuple(each for each in draft.positions if each.actor not in lost)
    return replace(draft, actors=(*draft.actors, *heard), claims=claims, positions=positions)


def _head(tokens: Sequence[Token], first: int, end: int) -> Token:
    """The noun of a phrase: `ministry` in `ministry of water`."""
    return next(
        (tokens[at - 1] for at in range(first + 1, end) if tokens[at].low in ("of", "for")), tokens[end - 1]
    )


def _is_noun(head: Token) -> bool:
    low = head.low
    return low.isalpha() and low not in _NO_NOUNS and not head.is_capital and not head.speech


def _breaks(token: Token) -> bool:
    """Whether a word belongs to no such phrase."""
    is_mark = token.is_mark and token.low not in (*POSSESSIVES, "-")
    return is_mark or token.speech is not None or (token.low in FUNCTION and token.low not in POSSESSIVES)


def _joined(words: Sequence[Token]) -> str:
    """The words of a phrase as they stand in the text."""
    parts: list[str] = []
    for before, token in zip((None, *words), words, strict=False):
        is_close = before is not None and before.end == token.start
        parts.append(token.words if is_close or not parts else f" {token.words}")
    return "".join(parts)
