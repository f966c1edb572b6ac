"""Whom a text names as the speaker of what it quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefbook.text.names import Name, Names
from briefbook.text.narrative import Narrative
from briefbook.text.paragraphs import find_paragraphs
from briefbook.text.pronouns import PERSONS, PRONOUNS, find_meant, first_person
from briefbook.text.speech import Speech, find_around, find_speech
from briefbook.text.subject import Reader
from briefbook.text.telling import NOBODY, Attribution, Telling, is_finite, made
from briefbook.text.transcript import find_label

_FARTHEST = 40
"""Speeches over which a speaker may go on without being named again."""


def attribute(text: str, speech: Speech, names: Iterable[Name]) -> Attribution:
    """Who says a speech, after the words around it."""
    return Voices(text, Names(names)).of(speech)


class Voices:
    """The speeches of a text and who says each; each is asked once."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self._names = names
        self._reader = Reader(text, names)
        self._telling = Telling(self._reader, names)
        self._found: dict[Speech, Attribution] = {}
        self._direct: dict[int, Attribution | None] = {}
        self._narratives: dict[int, Narrative] = {}

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """What the text quotes."""
        return find_speech(self.text)

    @cached_property
    def has_marks(self) -> bool:
        """Whether the text has quotation marks at all."""
        return any(each.mark for each in self.speeches)

    @cached_property
    def _outer(self) -> list[Speech]:
        return [each for each in self.speeches if each.depth == 1]

    @cached_property
    def _paragraphs(self) -> tuple[tuple[int, int], ...]:
        return find_paragraphs(self.text)

    def around(self, start: int, end: int) -> Speech | None:
        """The innermost speech in which a passage lies."""
        return find_around(self.speeches, start, end)

    def of(self, speech: Speech) -> Attribution:
        """Who says it."""
        if speech not in self._found:
            find = self._outer_voice if speech.depth == 1 else self._inner_voice
            self._found[speech] = find(speech)
        return self._found[speech]

    def _outer_voice(self, speech: Speech) -> Attribution:
        """Who says it after its own sentence, else who says what it goes on from."""
        place = bisect_right(self._outer, speech.start, key=lambda each: each.start) - 1
        own = self._directly(place)
        if own is not None:
            return own
        others = (self._directly(each) for each in (*self._chain_before(place), *self._chain_behind(place)))
        found = next((each for each in others if each is not None), NOBODY)
        return found if found.how == "none" else found._replace(how="continued")

    def _chain_before(self, place: int) -> Iterator[int]:
        """The speeches before one that it goes on from, the nearest first."""
        for at in range(place, max(0, place - _FARTHEST), -1):
            if not self._goes_on(at):
                return
            yield at - 1

    def _chain_behind(self, place: int) -> Iterator[int]:
        """The further paragraphs of a speech, whose speaker may be named at its end."""
        for at in range(place, min(len(self._outer) - 1, place + _FARTHEST)):
            if not self._outer[at].continues:
                return
            yield at + 1

    def _inner_voice(self, speech: Speech) -> Attribution:
        """Who says what a speaker quotes: as that speaker tells it, else the speaker."""
        at = (
            bisect_right(self.speeches, (speech.start, -speech.end), key=lambda each: (each.start, -each.end))
            - 1
        )
        outer = next(each for each in reversed(self.speeches[:at]) if each.depth < speech.depth)
        inner = [
            each
            for each in self.speeches[at - _FARTHEST if at > _FARTHEST else 0 : at + _FARTHEST]
            if outer.start <= each.start and each.end <= outer.end and each.depth == speech.depth
        ]
        narrative = Narrative(self.text, outer.start, outer.end, inner)
        found = self._telling.find(narrative, _place_of(narrative, speech))
        around = self.of(outer)
        if found is None or _is_self(self.text, found):
            return around._replace(how="described") if around.how == "explicit" else around
        found = found._replace(near=(found.near | around.speakers) - found.speakers)
        return found._replace(how="described") if found.how == "pronoun" else found

    # One speech by its own sentence

    def _directly(self, place: int) -> Attribution | None:
        if place not in self._direct:
            self._direct[place] = self._by_sentence(self._outer[place])
        return self._direct[place]

    def _by_sentence(self, speech: Speech) -> Attribution | None:
        index = bisect_right(self._paragraphs, speech.start, key=lambda each: each[0]) - 1
        if not speech.mark:
            return self._turn(index)
        narrative = self._narrative(index)
        at = _place_of(narrative, speech)
        found = self._telling.find(narrative, at)
        if found is not None and found.how == "pronoun":
            return self._resolved(found, narrative, at, index)
        return found or self._by_colon(narrative, at, index)

    def _turn(self, index: int) -> Attribution | None:
        """Who has a turn of a transcript, or whom the sentence with the colon before a block names."""
        start, end = self._paragraphs[index]
        label = find_label(self.text, start, end)
        if label > start:
            narrative = Narrative(self.text, start, label - 1, ())
            subject = self._reader.after(narrative.tokens, 0, len(narrative.tokens))
            return Attribution(subject.ids, "explicit", start, label)
        above = self._narrative(index - 1)
        if not self.text[: self._paragraphs[index - 1][1]].endswith(":"):
            return None
        at = len(above.tokens)
        found = self._telling.before(above, above.sentences[-1][0], at)
        if found is not None and found.how == "pronoun":
            return self._resolved(found, above, at, index - 1)
        return found

    def _by_colon(self, narrative: Narrative, at: int, index: int) -> Attribution | None:
        """`X: “…”` and `X was unmoved: “…”`."""
        tokens = narrative.tokens
        first, _ = narrative.sentence_of(at)
        if at - 1 <= first or tokens[at - 1].words != ":":
            return None
        label = self._names.ending_at(tokens, first, at - 1)
        if label is not None and all(
            each.low.isdigit() or each.is_mark for each in tokens[first : label.first]
        ):
            subject = self._reader.after(tokens, label.first, at - 1)
            return made(narrative, subject)
        place = tokens[first].start, tokens[at - 1].start
        ids = first_person(self._names, tokens, first, at)
        if ids is not None:
            return Attribution(ids, "described", *place)
        if any(each.low in PERSONS for each in tokens[first:at]):
            return self._resolved(Attribution(frozenset(), "pronoun", *place), narrative, first, index)
        return None

    def _resolved(self, found: Attribution, narrative: Narrative, at: int, index: int) -> Attribution:
        """An attribution to a pronoun, with whom it stands for."""
        words = self.text[found.start : found.end].lower().split()
        pronoun = next((each for each in words if each in PRONOUNS), "they")
        before = bisect_right(narrative.tokens, found.start, hi=at, key=lambda each: each.end)
        ids, _ = find_meant(self._names, self._behind(narrative, before, index), pronoun)
        return found._replace(speakers=ids, near=found.near - ids)

    def _behind(self, narrative: Narrative, at: int, index: int) -> Iterator[tuple[Narrative, int]]:
        yield narrative, at
        # Further down in a paragraph, whoever is meant stands in it.
        if index and at <= narrative.sentences[0][1]:
            above = self._narrative(index - 1)
            yield above, len(above.tokens)

    # One speech after another

    def _goes_on(self, place: int) -> bool:
        """Whether a speech goes on from the one before it, with nobody else between."""
        before, speech = self._outer[place - 1], self._outer[place]
        if before.continues:
            return True
        narrative = self._narrative(
            bisect_right(self._paragraphs, speech.start, key=lambda each: each[0]) - 1
        )
        tokens = narrative.tokens
        at = _place_of(narrative, speech)
        spoken = next((each for each in range(at - 1, -1, -1) if tokens[each].speech), None)
        first, _ = narrative.sentence_of(at)
        if spoken is None or (at > first and tokens[at - 1].words not in (":", ",")):
            return False
        _, end = narrative.sentence_of(spoken)
        found = self._directly(place - 1)
        known = found.speakers if found else frozenset()
        others = {id for each in self._names.all_in(tokens, end, at) for id in each.ids} - known
        return not others and not any(is_finite(tokens, each) for each in range(end, at))

    def _narrative(self, index: int) -> Narrative:
        if index not in self._narratives:
            start, end = self._paragraphs[index]
            first = bisect_right(self._outer, start - 1, key=lambda each: each.start)
            last = bisect_right(self._outer, end, key=lambda each: each.start)
            self._narratives[index] = Narrative(self.text, start, end, self._outer[first:last])
        return self._narratives[index]


def _place_of(narrative: Narrative, speech: Speech) -> int:
    first = bisect_left(narrative.tokens, speech.start, key=lambda each: each.start)
    return next(at for at in range(first, len(narrative.tokens)) if narrative.tokens[at].speech == speech)


def _is_self(text: str, found: Attribution) -> bool:
    """Whether somebody quotes what they said themselves: `“I said ‘no’,” X told them`."""
    return text[found.start : found.end].split(" ", maxsplit=1)[0] in ("I", "We", "we")
