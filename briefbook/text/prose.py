"""What of a Markdown text or an inline field is prose, and where its sentences begin."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefbook.text.cues import ABBREVIATIONS

_REFERENCE = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\\?\|([^\[\]\n]{0,300}))?\]\]")
_MACHINERY: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("```", re.compile(r"^```[^\n]*\n(?:(?!```)[^\n]*\n)*(?:```)?", re.MULTILINE)),
    ("~~~", re.compile(r"^~~~[^\n]*\n(?:(?!~~~)[^\n]*\n)*(?:~~~)?", re.MULTILINE)),
    ("`", re.compile(r"`[^`\n]+`")),
    ("](", re.compile(r"\[[^\[\]\n]{0,300}\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)")),
    ("http", re.compile(r"https?://[^\s)>\]]+")),
    ("[^", re.compile(r"\[\^[^\]\n]{1,80}\]:?")),
)
"""What to look for, and the pattern of all that goes; a link elsewhere with its words, which it bears out."""
_LIST_NUMBER = re.compile(r"\n[ \t]*[0-9]{1,9}[.)](?=[ \t])")
_HEADING = re.compile(r"^#{1,6}[ \t][^\n]*", re.MULTILINE)
_END = re.compile(r"[.!?…]+[”’\"')\]*_]*(?=\s)|\n(?=[ \t]*(?:\n|[-*+#>|]|\d{1,9}[.)]))")
_SHORT = ABBREVIATIONS - {"no"}
_LAST_WORD = re.compile(r"([\w.’']{1,20})$")


def has_machinery(text: str) -> bool:
    """Whether anything in a text might be no prose."""
    return "[" in text or "\n" in text or "`" in text or "http" in text


def mask(text: str, is_name: Callable[[str, str], bool]) -> str:
    """The text with spaces for all that is no prose: ids of links, addresses, code and list numbers.

    `is_name` tells of each link's target and words whether these are only the record's name, which goes too.
    """
    if "[[" in text:
        text = _REFERENCE.sub(lambda match: _bare(match, is_name), text)
    for sign, pattern in _MACHINERY:
        if sign in text:
            text = pattern.sub(lambda match: _blank(match[0]), text)
    if "\n" not in text:
        return text
    return _LIST_NUMBER.sub(lambda match: _blank(match[0]), f"\n{text}")[1:]


def _bare(match: re.Match[str], is_name: Callable[[str, str], bool]) -> str:
    words = match[2] or ""
    if is_name(match[1], words) or not words:
        return _blank(match[0])
    return f"{_blank(match[0][: match.start(2) - match.start()])}{words}  "


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


def without_headings(text: str) -> str:
    """The text with spaces for its headings, in which any word may be a capital one."""
    return _HEADING.sub(lambda match: _blank(match[0]), text) if "#" in text else text


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands; `U.S.` and `Mr.` end none, an item of a list does."""
    found, start = [], 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _is_short(text, match.start()):
            continue
        found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _is_short(text: str, end: int) -> bool:
    """Whether the full stop at a place belongs to a short form."""
    word = _LAST_WORD.search(text, max(0, end - 20), end)
    if word is None:
        return False
    return len(word[1]) == 1 or "." in word[1] or word[1].lower() in _SHORT
