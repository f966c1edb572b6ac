"""A text with one kind of mark, dash and space, and the way back from it to the text as it stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\u2039\u203a"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\t\n\x0b\x0c\r\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_ONE_FOR_ONE = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
}
_OF_ASCII = {sign: plain for sign, plain in _ONE_FOR_ONE.items() if sign.isascii()}
_LONGER = {
    "\u2026": "...",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Signs without ink: the soft hyphen, zero-width spaces and joiners, a byte order mark within a text."""

BREAK = "\x1f"
_WORD_SPLIT = re.compile(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=[^\W\d_])")

Change = tuple[int, int, str]


class _Rewrite(NamedTuple):
    """What is written in other characters; looked for only in a text that has one of its signs."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: Callable[[re.Match[str]], str]

    def changes(self, text: str) -> Iterator[Change]:
        """Each place that reads otherwise afterwards; one space before a dash or dots goes with them."""
        if any(map(text.__contains__, self.signs)):
            for found in self.pattern.finditer(text):
                start, end = found.span()
                start -= found[0][0] in "-." and text[start - 1 : start] == " "
                new = self.replacement(found)
                if new != text[start:end]:
                    yield start, end, new


_BEYOND_ASCII = (
    _Rewrite(tuple(INVISIBLE), re.compile(f"[{INVISIBLE}]+"), lambda _: ""),
    _Rewrite(("«", "‹"), re.compile(r"(?:(?<=^[«‹])|(?<=[\s(\[][«‹]))\s|\s(?=[»›](?!\w))"), lambda _: ""),
    _Rewrite(tuple(_LONGER), re.compile(f"[{''.join(_LONGER)}]"), lambda found: _LONGER[found[0]]),
)
_ASCII = (
    _Rewrite(("  ",), re.compile("  +"), lambda _: " "),
    _Rewrite(("-",), re.compile(r"-[- ]*"), lambda _: "-"),
    _Rewrite(("..", ". ."), re.compile(r"\.(?: ?\.){2,} ?"), lambda _: "... "),
    _Rewrite((" ;", " :", " !", " ?"), re.compile(r" (?=[;:!?])"), lambda _: ""),
    _Rewrite(("'",), re.compile(r"'(?!(?<=[^\W_]')[^\W_])"), lambda _: '"'),
)
_LINES = _Rewrite(("-", "\u2010"), _WORD_SPLIT, lambda _: BREAK)


def _with_plain_signs(text: str) -> str:
    """The text with each mark, dash and space for which there is one of ASCII."""
    for sign, plain in (_OF_ASCII if text.isascii() else _ONE_FOR_ONE).items():
        if sign in text:
            text = text.replace(sign, plain)
    return text


def fold(text: str) -> str:
    """The text with one kind of mark, dash and space, and none at its ends."""
    return Folding(text).text.strip()


class _Stage(NamedTuple):
    """Where the pieces that one rewriting changed stand before and after it."""

    new: list[tuple[int, int]]
    old: list[tuple[int, int]]

    def before(self, at: int) -> tuple[int, int]:
        """What a character stood for before, as start and end."""
        index = bisect_right(self.new, (at, _FAR)) - 1
        if index < 0:
            return at, at + 1
        (_, new_end), old = self.new[index], self.old[index]
        if at < new_end:
            return old
        return at - new_end + old[1], at + 1 - new_end + old[1]


_FAR = 1 << 60


class Folding:
    """A text folded, and for each stretch of the folded text the stretch that it was."""

    def __init__(self, text: str, *, joins_lines: bool = False) -> None:
        """`joins_lines` puts `BREAK` for a hyphen at a line's end: the printer's or the word's."""
        self._stages: list[_Stage] = []
        if joins_lines:
            text = self._rewritten(text, _LINES.changes(text))
        if not text.isascii():
            if not unicodedata.is_normalized("NFC", text):
                text = self._rewritten(text, _compositions(text))
            for rewrite in _BEYOND_ASCII:
                text = self._rewritten(text, rewrite.changes(text))
        text = _with_plain_signs(text)
        for rewrite in _ASCII:
            text = self._rewritten(text, rewrite.changes(text))
        self.text = text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text, which is not empty, stands in the text itself."""
        last = end - 1
        for stage in reversed(self._stages):
            start, last = stage.before(start)[0], stage.before(last)[1] - 1
        return start, last + 1

    def _rewritten(self, text: str, changes: Iterable[Change]) -> str:
        pieces: list[str] = []
        stage = _Stage([], [])
        kept = shift = 0
        moves = False
        for start, end, new in changes:
            pieces += text[kept:start], new
            stage.new.append((start + shift, start + shift + len(new)))
            stage.old.append((start, end))
            moves = moves or len(new) != end - start
            shift += len(new) - (end - start)
            kept = end
        if moves:
            self._stages.append(stage)
        return "".join((*pieces, text[kept:])) if pieces else text


def _compositions(text: str) -> Iterator[Change]:
    """Each character that is written with marks of its own, as one character where there is such a one."""
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _continues(text[at]):
            continue
        new = unicodedata.normalize("NFC", text[start:at])
        if new != text[start:at]:
            yield start, at, new
        start = at


def _continues(character: str) -> bool:
    """Whether a character belongs to the one before: a combining mark, or a part of a Hangul syllable."""
    return character > "\u02ff" and (
        unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
    )


def across_lines(folded: str) -> re.Pattern[str]:
    """What finds folded words in a text that joins its lines: with or without a hyphen at each line's end."""
    return re.compile(f"{BREAK}?".join(f"[-{BREAK}]" if each == "-" else re.escape(each) for each in folded))


def splits_words(text: str) -> bool:
    """Whether some line ends in a hyphen, which may be the printer's."""
    return _WORD_SPLIT.search(text) is not None
