"""Words that YAML takes for a comment where an author meant a number or a tag: `Talks #3 begin`."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from typing import Any

import msgspec

from briefbook.load.yaml import Mistake, Stretch
from briefbook.model.book import Path
from briefbook.text.near import shorten

_LOST = re.compile(r" #(?<=[^\s#] #)(?! ?briefbook:)(?:[^\s#]| \d)[^\n]*")
"""What follows one space and is written like `#3`, `# 3` or `#tag`: comments mostly stand off further.

It begins with the sign and looks back from there, which is ten times as fast.
"""


_UNIONS = (typing.Union, types.UnionType)


def may_be_cut(text: str) -> bool:
    """Whether it is worth while to look where the values of a text end."""
    return _LOST.search(text) is not None


def iter_cut(text: str, stretches: dict[Path, Stretch], type_: type[msgspec.Struct]) -> Iterator[Mistake]:
    """A mistake for each free text of a record that such a comment follows at once."""
    ends = {
        stretch.value[1]: path
        for path, stretch in stretches.items()
        if _holds_text(type_, path) and text[stretch.value[0] : stretch.value[0] + 1] not in "\"'|>"
    }
    for found in _LOST.finditer(text):
        if found.start() in ends:
            message = f"the text ends before `{shorten(found[0], 40)}`, which is read as a comment"
            help = "put the text in quotation marks, or two spaces before a comment"
            yield Mistake(found.start() + 1, found.end(), "value-cut", message, help)


def _holds_text(hint: Any, path: Path) -> bool:
    """Whether words of an author's own stand at a path: no id, no date and no word of a list."""
    for step in path:
        hint = _inner(hint, step)
    options = typing.get_args(hint) if typing.get_origin(hint) in _UNIONS else (hint,)
    return any(_is_text(each) for each in options)


def _inner(hint: Any, step: str | int) -> Any:
    """The type of what stands at one step below a type; None where nothing does."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return typing.get_type_hints(hint, include_extras=True).get(str(step))
    inner = next(
        (each for each in (hint, *typing.get_args(hint)) if typing.get_origin(each) in (tuple, dict)), None
    )
    items = typing.get_args(inner)
    return (items[0] if isinstance(step, int) else items[-1]) if items else None


def _is_text(hint: Any) -> bool:
    marks = getattr(hint, "__metadata__", ())
    is_bound = any(mark.pattern or (mark.extra or {}).get("refers") for mark in marks)
    return not is_bound and getattr(hint, "__origin__", hint) is str
