"""Whether words stand in a text: exactly, or but for the printer's choice of marks, dashes and spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Literal, NamedTuple

Match = Literal["exact", "typographic"]

MATCHER = 1
"""Version of these rules; a lock made under another version proves nothing."""

_FOLD = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u2026": "...",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\u00ad": "",
    "\u200b": "",
}
_TABLE = str.maketrans(_FOLD)
_SPACES = re.compile(r"\s+")
_ENCLOSING = "\"' "
_CLOSING = "\"' ,."


class Passage(NamedTuple):
    """Where words stand in a text, in code points, and how well they match."""

    start: int
    end: int
    match: Match


class Folded:
    """A text as the matcher sees it: one kind of mark, dash and space, with a way back to the original."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The folded text, and where each of its characters stands in the original."""
        pieces: list[str] = []
        origin: list[int] = []
        was_space = False
        for index, character in enumerate(self.text):
            if character.isspace():
                if not was_space:
                    pieces.append(" ")
                    origin.append(index)
                was_space = True
                continue
            folded = _FOLD.get(character, character)
            was_space = was_space and not folded
            pieces.append(folded)
            origin.extend([index] * len(folded))
        origin.append(len(self.text))
        return "".join(pieces), origin

    def find(self, words: str) -> Passage | None:
        """Where `words` stand first; enclosing marks and a closing comma or stop never count."""
        start = _find_whole(self.text, words)
        if start >= 0:
            return Passage(start, start + len(words), "exact")
        core = fold(words).strip(_ENCLOSING).rstrip(_CLOSING)
        folded, origin = self._folded
        at = _find_whole(folded, core)
        if at < 0:
            return None
        return Passage(origin[at], origin[at + len(core) - 1] + 1, "typographic")

    def nearest(self, words: str) -> tuple[int, str] | None:
        """Line, from 1, and words of the passage that shares most words with `words`; None where few do."""
        wanted = set(re.findall(r"\w+", fold(words).casefold()))
        best, found = 0.0, None
        for sentence in re.finditer(r"[^\n.!?]+[.!?]?", self.text):
            here = set(re.findall(r"\w+", fold(sentence[0]).casefold()))
            score = len(wanted & here) / max(len(wanted), 1)
            if score > best:
                best, found = score, sentence
        if found is None or best < 0.4:
            return None
        return self.text.count("\n", 0, found.start()) + 1, found[0].strip()


def _find_whole(text: str, words: str) -> int:
    """Where `words` stand first without cutting a word (`art` is not in `part`); -1 where nowhere."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        cuts_before = at > 0 and _is_of_word(text[at - 1]) and _is_of_word(text[at])
        cuts_after = end < len(text) and _is_of_word(text[end - 1]) and _is_of_word(text[end])
        if not (cuts_before or cuts_after):
            return at
        at = text.find(words, at + 1)
    return -1


def _is_of_word(character: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, or a mark or soft hyphen between them."""
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc", "Cf")


def has_words(passage: str) -> bool:
    """Whether a passage has a letter or digit that could be found."""
    return any(character.isalnum() for character in passage)


def fold(text: str) -> str:
    """The text with one kind of mark, dash and space."""
    return _SPACES.sub(" ", text.translate(_TABLE)).strip()


def is_verbatim(text: str, passage: str) -> bool:
    """Whether `passage` stands in `text`, exactly or but for typography."""
    return Folded(text).find(passage) is not None
