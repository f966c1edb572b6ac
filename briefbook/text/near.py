"""The right word nearest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 80


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word most like `word`, or None where none is like enough."""
    folded = word[:_LONGEST].casefold().replace("_", "-").replace(" ", "-")
    known = {each.casefold(): each for each in words}
    found = get_close_matches(folded, list(known), n=1, cutoff=0.6)
    if not found:
        found = get_close_matches(folded.replace("-", "_"), list(known), n=1, cutoff=0.6)
    return known[found[0]] if found else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """A help line that names the nearest word, or the empty string."""
    near = nearest(word, words)
    return f"did you mean `{near}`?" if near is not None else ""


def listed(words: Iterable[str]) -> str:
    """Words as an English list: `a, b or c`."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut at a word's end where it is longer than `limit`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0][: limit - 1] + "…"
