"""Who speaks, by the rules and by a parser: where they agree it is sure, where they do not it says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast, slug_of
from briefbook.distil.draft import Actor, ActorKind, Draft, Indirect, Passage, Quote
from briefbook.distil.parse import Parse, Subject
from briefbook.distil.phrases import BODY_WORDS
from briefbook.distil.table import words_of
from briefbook.text.cues import FINITE, PARTICIPLES

T = TypeVar("T", Indirect, Quote)

_CUES = FINITE | PARTICIPLES | {"according"}
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_FUNCTION = frozenset(words_of("names", "function"))
_BODIES = BODY_WORDS | frozenset(words_of("bodies", "ministries"))
_MOST_NOUN = 6
_ALONE = "the parser alone names a speaker"


class SecondOpinion:
    """Asks a parser about the speakers that the rules found in one article."""

    def __init__(self, article: Article, cast: Cast, parse: Parse) -> None:
        self._article = article
        self._cast = cast
        self._subjects = parse.subjects
        self._starts = [start for start, _, _ in cast.mentions]
        self._verbs = sorted(parse.subjects)

    def on_indirect(self, reports: Sequence[Indirect]) -> tuple[Indirect, ...]:
        """The reported statements, each with the speaker that the two of them make out."""
        return tuple(self._judged(each, self._subject(each, each.cue)) for each in reports)

    def on_quotes(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """The quotations; one that goes on a statement has the speaker of its first stretch."""
        found: list[Quote] = []
        moved: dict[tuple[int, str], Quote] = {}
        for each in quotes:
            subject = self._subject(each)
            judged = self._judged(each, subject)
            first = moved.get((each.statement, each.speaker))
            if subject is None and first is not None:
                judged = replace(each, speaker=first.speaker, confidence="review", why=first.why)
            elif judged.speaker != each.speaker:
                moved[each.statement, each.speaker] = judged
            found.append(judged)
        return tuple(found)

    def completed(self, draft: Draft) -> Draft:
        """A draft where those speak for whom the article has a mere noun, and whom the rules did not hear."""
        described = _Described(draft)
        indirect = tuple(self._told(each, described, each.cue) for each in draft.indirect)
        told = [each for each in indirect if each.speaker in described.actors]
        quotes = tuple(_inside(each, told) or self._told(each, described) for each in draft.quotes)
        claims = tuple(
            replace(each, attribution=_speaker_around(each, told)) if not each.attribution else each
            for each in draft.claims
        )
        actors = (*draft.actors, *described.actors.values())
        return replace(draft, actors=actors, indirect=indirect, quotes=quotes, claims=claims)

    def _told(self, passage: T, described: _Described, cue: str = "") -> T:
        """A passage without a speaker, with the one whom the subject of its verb describes."""
        subject = self._subject(passage, cue) if not passage.speaker else None
        if subject is None:
            return passage
        speaker = described.id_of(self._article.text[subject.start : subject.end])
        return replace(passage, speaker=speaker, why=_ALONE) if speaker else passage

    def _judged(self, passage: T, subject: Subject | None) -> T:
        """A passage as both see it; a parser that names nobody says nothing."""
        mention = self._mention(subject) if subject is not None else None
        if mention is None:
            return passage
        start, end, heard = mention
        if heard == passage.speaker:
            is_open = isinstance(passage, Quote) and not self._is_closed(passage)
            return passage if is_open else replace(passage, confidence="high", why="")
        if passage.speaker and not self._outweighs(self._article.text[start:end], heard, passage.speaker):
            return passage
        return replace(passage, speaker=heard, confidence="review", why=self._dispute(passage.speaker, heard))

    def _is_closed(self, quote: Quote) -> bool:
        speech = self._article.speech_at(quote.start)
        return speech is not None and speech.is_closed

    def _outweighs(self, words: str, heard: str, speaker: str) -> bool:
        """Whether a mention is a name that the rules' speaker has not.

        A mere `the minister` may be another one, and two may have a surname: of that the rules know more.
        """
        actor = self._cast.actor(heard)
        is_name = any(words in each for each in (actor.name, *actor.aliases))
        return is_name and not self._cast.actor(speaker).name.endswith(words)

    def _dispute(self, one: str, other: str) -> str:
        if not one:
            return _ALONE
        return f"the rules hear {self._cast.actor(one).name}, the parser {self._cast.actor(other).name}"

    def _mention(self, subject: Subject) -> tuple[int, int, str] | None:
        """Who is named at the end of a subject: in `Lantica’s minister` not Lantica."""
        last = bisect_left(self._starts, subject.end) - 1
        found = self._cast.mentions[last] if last >= 0 and subject.end else None
        return found if found is not None and found[1] >= subject.end else None

    def _subject(self, passage: Indirect | Quote, cue: str = "") -> Subject | None:
        """The subject of the verb of speech nearest to a passage, in its sentence and outside of it."""
        sentence = self._article.sentence_at(passage.start)
        if sentence is None:
            return None
        first, last = (bisect_left(self._verbs, each) for each in (sentence.start, sentence.end))
        verbs = (each for each in self._verbs[first:last] if self._may_tell(each, passage, cue))
        nearest = min(verbs, key=lambda each: _distance(each, passage), default=None)
        return None if nearest is None else self._subjects[nearest]

    def _may_tell(self, verb: int, passage: Indirect | Quote, cue: str) -> bool:
        """Whether a verb is the one that tells a passage, or for want of that some verb of speech."""
        if passage.start <= verb < passage.end or self._article.speech_at(verb) is not None:
            return False
        found = _WORD.match(self._article.text, verb)
        word = found[0].casefold() if found else ""
        return word == cue.split(maxsplit=1)[0] if cue else word in _CUES


def _distance(verb: int, passage: Indirect | Quote) -> int:
    return min(abs(verb - passage.start), abs(verb - passage.end))


def _inside(quote: Quote, told: Sequence[Indirect]) -> Quote | None:
    """A quotation inside a statement has the speaker of that, where it has none of its own."""
    speaker = "" if quote.speaker else _speaker_around(quote, told)
    return replace(quote, speaker=speaker, why=_ALONE) if speaker else None


def _speaker_around(passage: Passage, told: Sequence[Indirect]) -> str:
    return next((each.speaker for each in told if each.start <= passage.start < each.end), "")


class _Described:
    """The speakers without a name that a draft does not have yet: `the indictment`."""

    def __init__(self, draft: Draft) -> None:
        self.actors: dict[str, Actor] = {}
        self._ids = {form.casefold(): each.id for each in draft.actors for form in (each.name, *each.aliases)}
        self._taken = {each.id for each in draft.actors}

    def id_of(self, words: str) -> str:
        """The id of those whom a noun stands for; empty for a mere `one`, `his office`, and for names."""
        name = _ARTICLE.sub("", words)
        parts = name.split(" ")
        is_noun = parts[-1].isalpha() and parts[-1].islower() and parts[-1] not in _FUNCTION
        if not is_noun or len(parts) > _MOST_NOUN or parts[0].lower() in _FUNCTION:
            return ""
        id = self._ids.setdefault(name.casefold(), slug_of(name))
        if id not in self._taken:
            why = "the parser alone hears it speak"
            is_body = parts[-1] in _BODIES and len(parts) > 1
            kind: ActorKind = "organisation" if is_body else "group"
            self.actors[id] = Actor(id=id, name=name, kind=kind, anonymous=True, why=why)
        return id
