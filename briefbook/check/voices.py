"""Whether an article bears out who is said to speak, by the names and posts of a book's actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from briefbook.check.at import TEXTS_AT_HAND
from briefbook.model.book import ARTICLE
from briefbook.model.records import Actor
from briefbook.text.attribution import Voices
from briefbook.text.names import Name, Names, person_names
from briefbook.text.speech import Speech
from briefbook.text.telling import NOBODY, Attribution
from briefbook.text.words import has_words

Verdict = Literal["confirmed", "unconfirmed", "wrong"]
Ranges = tuple[tuple[int, int], ...]

_POST = re.compile(r"\s+(?:of|to|for|at)\s+")
_PART_OF_OFFICE = re.compile(r"\bof [a-z]")
_DEMONYMS = ("i", "n", "an", "ian", "ese", "ish")


class Heard(NamedTuple):
    """What an article has about who says a passage."""

    verdict: Verdict
    attribution: Attribution
    speech: Speech | None
    """What it lies in; None where no marks enclose it."""


class Speakers:
    """Who may speak in a book, and what each source's text says about it."""

    def __init__(self, actors: Mapping[str, Actor], texts: Mapping[str, str]) -> None:
        self._actors = actors
        self._texts = texts
        self._names: Names | None = None
        self._voices: dict[str, Voices] = {}
        self._circles: dict[str, frozenset[str]] = {}

    def voices(self, source: str) -> Voices:
        """The speeches of a source's text and who says each."""
        if self._names is None:
            self._names = Names(iter_names(self._actors))
        if source not in self._voices:
            if len(self._voices) >= TEXTS_AT_HAND:
                del self._voices[next(iter(self._voices))]
            self._voices[source] = Voices(self._texts[source], self._names)
        return self._voices[source]

    def hear(self, source: str, ranges: Ranges, speaker: str, described_as: str = "") -> Heard:
        """Whether the source's text names `speaker` as the one who says a passage, in each part of it."""
        voices = self.voices(source)
        heard = [self._heard(voices, place, speaker, described_as) for place in ranges]
        return min(heard, key=lambda each: _WORST.index(each.verdict))

    def _heard(self, voices: Voices, place: tuple[int, int], speaker: str, described_as: str) -> Heard:
        speech = voices.around(*place)
        if speech is None:
            return Heard("unconfirmed", NOBODY, None)
        found = voices.of(speech)
        return Heard(self._verdict(voices, found, speaker, described_as), found, speech)

    def _verdict(self, voices: Voices, found: Attribution, speaker: str, described_as: str) -> Verdict:
        if found.how == "none" or speaker == ARTICLE or speaker not in self._actors:
            return "unconfirmed"
        if any(speaker == each or self._speaks_for(each, speaker, found) for each in found.speakers):
            return "confirmed"
        if not found.speakers:
            return "confirmed" if _is_described(voices.text, found, described_as) else "unconfirmed"
        if found.how != "explicit" or len(found.speakers) != 1 or speaker in found.near:
            return "unconfirmed"
        (heard,) = found.speakers
        return "wrong" if self._are_strangers(heard, speaker) else "unconfirmed"

    def _speaks_for(self, voice: str, speaker: str, found: Attribution) -> bool:
        """Whether a voice counts as a speaker's: it holds a post there, or stands for an unnamed one."""
        actor, given = self._actors[voice], self._actors[speaker]
        if actor.of == speaker or any(post.at == speaker for post in actor.posts):
            return True
        return given.kind == "unnamed" and given.of == voice and found.how == "described"

    def _are_strangers(self, one: str, other: str) -> bool:
        """Whether two actors are two persons, or have no body in common.

        A person without posts may speak for any body.
        """
        first, second = self._actors[one], self._actors[other]
        if first.kind == "person" and second.kind == "person":
            return True
        if any(each.kind == "person" and not each.posts for each in (first, second)):
            return "unnamed" in (first.kind, second.kind)
        return not self._circle(one) & self._circle(other)

    def _circle(self, id: str) -> frozenset[str]:
        """An actor and every body that it belongs to or speaks for, directly or by way of others."""
        if id not in self._circles:
            found: set[str] = set()
            waiting = [id]
            while waiting:
                each = waiting.pop()
                actor = self._actors.get(each)
                if each not in found and actor is not None:
                    waiting += [actor.of, *actor.member_of, *(post.at for post in actor.posts)]
                    found.add(each)
            self._circles[id] = frozenset(found)
        return self._circles[id]


_WORST: tuple[Verdict, ...] = ("wrong", "unconfirmed", "confirmed")


def iter_names(actors: Mapping[str, Actor]) -> Iterator[Name]:
    """The words by which articles may name each actor."""
    for id, actor in actors.items():
        if actor.kind == "person":
            yield from person_names(actor.name, id)
            for alias in actor.aliases:
                yield from person_names(alias, id, "alias")
            for post in actor.posts:
                yield from _titles(post.title, id)
        else:
            yield from (Name(words, id, "body") for words in (actor.name, *actor.aliases))
        if actor.kind == "state":
            yield from (Name(demonym, id, "demonym") for demonym in _demonyms(actor.name))


def _titles(title: str, id: str) -> Iterator[Name]:
    """An office in full and in short: `president of Iran`, `president`; not `secretary` for one of state."""
    yield Name(title, id, "title")
    short = _POST.split(title)[0]
    if short != title and not _PART_OF_OFFICE.search(title):
        yield Name(short, id, "title")


def _demonyms(state: str) -> Iterator[str]:
    """Regular adjectives of a state of one word: `Iraqi`, `Iranian`, `Russian`."""
    if not state or " " in state:
        return
    stem = state[:-1] if state[-1] in "aey" else state
    yield from (state + ending for ending in _DEMONYMS)
    yield from (stem + ending for ending in _DEMONYMS if stem != state)


def _is_described(text: str, found: Attribution, described_as: str) -> bool:
    """Whether the article's own description of a speaker stands where it says who speaks."""
    words = " ".join(described_as.split())
    if not has_words(words):
        return False
    around = " ".join(text[max(0, found.start - 20) : found.end + len(described_as) + 40].split())
    return _plain(words) in _plain(around)


def _plain(words: str) -> str:
    return words.replace("’", "'").casefold().removesuffix(",")
