"""In which language a text is written, as far as its small words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.distil.table import read_table

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000
_FEWEST = 30
"""Words of a text too short to tell."""
_FEWEST_SMALL = 3
_SHARE = 0.12
_LATIN = "\u02b0"
"""Letters before this one are Latin ones."""
_UNKNOWN = "no language that briefbook knows"


def find_language(text: str) -> str:
    """The name of the language; empty where the text is too short to tell, or it is none that we know."""
    words = [each.lower() for each in _WORD.findall(text[:_LOOKED_AT])]
    if _is_other_script("".join(words)):
        return _UNKNOWN
    if len(words) < _FEWEST:
        return ""
    shares = {name: _share(words, listed.split()) for name, listed in read_table()["language"].items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _SHARE else _UNKNOWN


def _share(words: Sequence[str], small: Sequence[str]) -> float:
    """How many of the words are small ones of a language; none where it is the same few again and again."""
    found = [word for word in words if word in small]
    return len(found) / len(words) if len(set(found)) >= _FEWEST_SMALL else 0


def _is_other_script(letters: str) -> bool:
    """Whether most letters are none of the Latin alphabet; Chinese has no words between spaces to count."""
    return len(letters) >= _FEWEST and 2 * sum(each >= _LATIN for each in letters) > len(letters)
