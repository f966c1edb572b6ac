"""In which language a text is written, as far as its small words tell."""

from __future__ import annotations

import re

from briefbook.distil.table import read_table

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000
_FEWEST = 30
"""Words of a text too short to tell."""
_SHARE = 0.12


def find_language(text: str) -> str:
    """The name of the language; empty where the text is too short to tell, or it is none that we know."""
    words = [each.lower() for each in _WORD.findall(text[:_LOOKED_AT])]
    if len(words) < _FEWEST:
        return ""
    shares = {
        name: sum(word in small for word in words) / len(words)
        for name, small in (
            (name, frozenset(listed.split())) for name, listed in read_table()["language"].items()
        )
    }
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _SHARE else "no language that briefbook knows"
