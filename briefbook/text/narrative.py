"""A paragraph as words, with each speech in it as one token, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from briefbook.text.cues import ABBREVIATIONS
from briefbook.text.speech import Speech

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|(?<=\d\s)[ap]\.m\.|\w+(?:[-’'](?!s\b)\w+)*|[’']s\b|\.{2,}|[^\w\s]")
_INITIAL = re.compile(r"[A-Z]$")
_FINAL = (".", "!", "?", "…")
_SURE_STARTS = frozenset("he she it they we the a in on but and his her that this".split())
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "jan feb march april may june july aug sept oct nov dec"
_ZONES = "gmt utc est edt et pt bst cet eastern pacific local"
_AFTER_HOUR = frozenset(f"{_DAYS} {_MONTHS} {_ZONES}".split())
"""What goes on with `6 a.m.`, though it has a capital."""
_MOST = 200
"""Tokens of a sentence; what is longer is a list or a table, and is read in parts so that it takes no age."""


class Token(NamedTuple):
    """A word, a mark, or a whole speech."""

    words: str
    low: str
    """As names are compared: small letters, without stops."""
    start: int
    end: int
    speech: Speech | None = None

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.words[:1].isupper()

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation or a speech."""
        return self.speech is not None or not (self.words[0].isalnum() or self.low == "'s")


def find_tokens(text: str, start: int, end: int, speeches: Sequence[Speech] = ()) -> list[Token]:
    """The words and marks of a stretch of text; each of the speeches in it is one token."""
    tokens: list[Token] = []
    at = start
    for speech in speeches:
        _add_words(tokens, text, at, max(at, speech.start - len(speech.mark)))
        tokens.append(Token("", "", speech.start, speech.end, speech))
        at = min(end, speech.end + (len(speech.mark) if speech.is_closed else 0))
    _add_words(tokens, text, at, end)
    return tokens


def _add_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(text, start, end):
        words = match[0]
        if words == "." and tokens and tokens[-1].end == match.start() and _is_short(tokens[-1].words):
            last = tokens.pop()
            tokens.append(last._replace(words=last.words + ".", end=match.end()))
        else:
            tokens.append(Token(words, key_of(words), match.start(), match.end()))


def _is_short(word: str) -> bool:
    """Whether a stop behind a word belongs to it."""
    return _INITIAL.match(word) is not None or (word.lower() in ABBREVIATIONS and word.lower() != "no")


def key_of(words: str) -> str:
    """A word as names are compared."""
    low = words.lower().replace("’", "'")
    return low.replace(".", "") if low[0].isalnum() else low


class Narrative:
    """A stretch of text as tokens and sentences."""

    def __init__(self, text: str, start: int, end: int, speeches: Sequence[Speech]) -> None:
        self.text = text
        self.tokens = find_tokens(text, start, end, speeches)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """First and last token, the last one excluded, of each sentence."""
        cuts: list[int] = []
        last = 0
        for at in range(len(self.tokens) - 1):
            if at - last >= _MOST or self._ends(at):
                last = at + 1
                cuts.append(last)
        return list(zip([0, *cuts], [*cuts, len(self.tokens)], strict=True))

    def _ends(self, at: int) -> bool:
        """Whether a sentence ends with a token that another one follows."""
        token, after = self.tokens[at], self.tokens[at + 1]
        if token.speech is not None:
            return self._speech_ends(at)
        if token.words in (".", "!", "?"):
            if after.speech is not None:
                return True
            # The stop of `6.2 million` has no space behind it.
            return token.end < after.start and not (after.words[0].islower() or after.is_mark)
        if token.words in (";", "—", "–") or "." not in token.words:
            return token.words == ";"
        if token.low in ("am", "pm"):
            return after.is_capital and after.low not in _AFTER_HOUR
        return len(token.words) > 3 and after.low in _SURE_STARTS and after.is_capital

    def _speech_ends(self, at: int) -> bool:
        token, after = self.tokens[at], self.tokens[at + 1]
        said = self.text[token.start : token.end].rstrip(" \u00a0\u202f\"'”’»")
        if after.speech is not None:
            return said.endswith(_FINAL)
        if after.is_mark or after.words[0].islower() or not said.endswith(_FINAL):
            return False
        return said.endswith((".", "…")) or not self._is_told_by_what_follows(at + 1)

    def _is_told_by_what_follows(self, at: int) -> bool:
        """Whether `“Why?” Karl Oss asked.` goes on: a capital, then soon a small word and a stop."""
        for token in self.tokens[at : at + 8]:
            if token.speech is not None or token.words in (".", ":", ";"):
                return False
            if token.low in _ASKING:
                return True
        return False

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The sentence in which a token stands."""
        return self.sentences[bisect_right(self.sentences, at, key=lambda each: each[0]) - 1]


_ASKED = "said says asked asks shouted cried exclaimed yelled wrote tweeted joked told added replied"
_ASKING = frozenset(_ASKED.split())
