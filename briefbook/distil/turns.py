"""Who speaks in each turn of an interview or a transcript, and in a statement printed as a block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefbook.distil.article import Article
from briefbook.distil.cast import Cast
from briefbook.distil.table import words_of
from briefbook.text.marks import GLYPHS
from briefbook.text.speech import Speech
from briefbook.text.transcript import find_label

_ASKING = frozenset(words_of("speech", "asking"))
_ANSWERING = frozenset(words_of("speech", "replying"))
_LABEL = 80
"""Characters before the colon of a paragraph that names another speaker."""


class Turn(NamedTuple):
    """A paragraph that is somebody's words without marks."""

    speech: Speech
    speaker: str
    """Empty where the label names nobody of the article, or where there is none."""
    is_asking: bool
    """Whether it is the interviewer's."""


class Turns:
    """The turns of one article, in order."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._cast = cast
        self.all = self._read()
        self._starts = [each.speech.start for each in self.all]

    def at(self, place: int) -> Turn | None:
        """The turn around a place."""
        index = bisect_right(self._starts, place) - 1
        found = self.all[index] if index >= 0 else None
        return found if found is not None and place < found.speech.end else None

    def _read(self) -> Sequence[Turn]:
        turns: list[Turn] = []
        for speech in self._article.speeches:
            if speech.mark or self._is_aside(speech):
                continue
            label = self._label(speech)
            goes_on = turns and not label
            speaker = turns[-1].speaker if goes_on else self._named(label, speech.start)
            turns.append(Turn(speech, speaker, self._is_asked(label, turns)))
        return turns

    def _is_aside(self, speech: Speech) -> bool:
        """Whether the article itself speaks in a paragraph: in brackets, or with another speaker's name."""
        start, end = self._bounds(speech)
        if speech.start > start:
            return False
        text = self._article.text
        colon = text.find(":", start, min(end, start + _LABEL))
        is_led_in = colon > 0 and GLYPHS.match(text, min(colon + 2, end), end) is not None
        return text.startswith(("(", "["), start) or is_led_in

    def _is_asked(self, label: str, turns: Sequence[Turn]) -> bool:
        return label in _ASKING or (not label and bool(turns) and turns[-1].is_asking)

    def _bounds(self, speech: Speech) -> tuple[int, int]:
        paragraph = self._article.paragraphs[self._article.paragraph_at(speech.start)]
        return paragraph.start, paragraph.end

    def _label(self, speech: Speech) -> str:
        """The name or letter before a turn: `DOV RANSOME:`."""
        start, end = self._bounds(speech)
        label = find_label(self._article.text, start, end)
        return self._article.text[start:label].rstrip(":. ")

    def _named(self, label: str, at: int) -> str:
        """Whom a label stands for; whoever is interviewed, for `A:`."""
        if label in _ANSWERING:
            persons = {each.id for each in self._cast.actors if each.kind == "person"}
            return next((id for start, _, id in self._cast.mentions if id in persons and start < at), "")
        return self._cast.named(label.title() if label.isupper() else label, at) if label else ""
