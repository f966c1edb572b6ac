"""What the fields of a record mean to other records: references to ids, and text with references in it."""

from __future__ import annotations

import typing
from functools import lru_cache
from typing import Any

import msgspec


@lru_cache(maxsize=64)
def reference_fields(type_: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """Each field that holds an id or a list of ids, with the kind of record that it refers to."""
    marked = ((name, _extra(hint).get("refers")) for name, hint in _hints(type_).items())
    return tuple((name, kind) for name, kind in marked if kind)


@lru_cache(maxsize=64)
def inline_fields(type_: type[msgspec.Struct]) -> tuple[str, ...]:
    """Each field that holds inline text or a list of it, in which `[[id]]` is a reference."""
    return tuple(name for name, hint in _hints(type_).items() if _extra(hint).get("inline"))


def _hints(type_: type[msgspec.Struct]) -> dict[str, Any]:
    return typing.get_type_hints(type_, include_extras=True)


def _extra(hint: Any) -> dict[str, Any]:
    """The marks of a type or, for a list, of its items."""
    if typing.get_origin(hint) is tuple:
        hint = typing.get_args(hint)[0]
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, msgspec.Meta) and mark.extra:
            return mark.extra
    return {}
