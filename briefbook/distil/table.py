"""The words by which a language is read; they are data, so that another language is data and tests."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(language: str = "en") -> Mapping[str, Any]:
    """The table of a language by section, as it stands in `tables/<language>.toml`."""
    text = files("briefbook.distil").joinpath("tables", f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def words_of(section: str, key: str, language: str = "en") -> tuple[str, ...]:
    """The words under a key; in the table they stand in one text, parted by spaces, or else by commas."""
    value = read_table(language)[section][key]
    parts = value if isinstance(value, list) else value.split(",") if "," in value else value.split()
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space stands for any space."""
    ordered = sorted(words, key=lambda each: (-len(each), each))
    return "(?:" + "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered) + ")"
