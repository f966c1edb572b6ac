"""Plain YAML values into records, and every reason why one is refused.

msgspec converts a sound record in one call. When it refuses, the record is gone through field by field and
item by item with the same converter, so there is one validator and all mistakes of a file are named.
"""

from __future__ import annotations

import enum
import re
import types
import typing
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from briefbook.diagnostics import Finding
from briefbook.model.marking import Marking
from briefbook.model.records import Id
from briefbook.text.edtf import When, parse_when
from briefbook.text.near import did_you_mean, listed, nearest, shorten
from briefbook.text.placeholders import is_placeholder

T = TypeVar("T", bound=msgspec.Struct)
_FEW = 14
_EMPTY_MARKING = b'"tlp":null'
"""What the JSON of a value holds where a `tlp` has no value; msgspec would take it for no `tlp` at all."""
_REFERENCE = "the content reference lists the keys of each record"
Mistake = tuple[str, Finding]
"""A rule's name and what it found."""


def _decode(_: type[When], value: Any) -> When:
    """A date: the only type of a record that msgspec does not know."""
    if not isinstance(value, str):
        raise ValueError("a date is one value, such as 2014-06-15")
    return parse_when(value.strip())


def convert(value: Any, type_: type[T]) -> tuple[T | None, list[Mistake]]:
    """The record in a plain value; or None and everything that is wrong with it."""
    try:
        if _EMPTY_MARKING not in msgspec.json.encode(value):
            return msgspec.convert(value, type_, strict=False, dec_hook=_decode), []
    except (msgspec.ValidationError, RecursionError):
        pass
    mistakes = list(_iter_mistakes(value, type_, ()))
    if mistakes:
        return None, mistakes
    return convert_pruned(value, type_)


def convert_pruned(value: Any, type_: type[T]) -> tuple[T | None, list[Mistake]]:
    """The record in a value whose only trouble is keys without a value: they count as absent."""
    try:
        return msgspec.convert(_prune(value), type_, strict=False, dec_hook=_decode), []
    except (
        msgspec.ValidationError
    ) as error:  # pragma: no cover  a fault of ours must not stop the other files
        return None, [("value-type", Finding((), str(error)))]


def _prune(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _prune(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_prune(each) for each in value]
    return value


def _iter_mistakes(value: Any, type_: Any, path: tuple[str | int, ...]) -> Iterator[Mistake]:
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        yield from _iter_struct(value, type_, path)
    elif typing.get_origin(type_) is tuple:
        yield from _iter_list(value, typing.get_args(type_)[0], path)
    elif typing.get_origin(type_) is dict:
        yield from _iter_mapping(value, typing.get_args(type_)[1], path)
    else:
        yield from _iter_scalar(value, type_, path)


def _iter_struct(value: Any, type_: type[msgspec.Struct], path: tuple[str | int, ...]) -> Iterator[Mistake]:
    if not isinstance(value, dict):
        wanted = ", ".join(f"{field.name}: ..." for field in msgspec.structs.fields(type_) if field.required)
        found = f"{shorten(str(value))!r}" if isinstance(value, str) else _name_of(value)
        yield (
            "value-type",
            Finding(path, f"{found} stands where {a_kind(type_)} should", f"write its keys: `{wanted}`"),
        )
        return
    fields = {field.name: field for field in msgspec.structs.fields(type_)}
    for key, each in value.items():
        if key not in fields:
            yield "key-unknown", _unknown_key(key, type_, path)
        elif each is None and key == "tlp":
            yield "marking-unknown", Finding((*path, key), "`tlp` has no value", f"write {_MARKINGS}")
        elif each is not None:
            yield from _iter_mistakes(each, _hints(type_)[key], (*path, key))
    for field in fields.values():
        if field.required and value.get(field.name) is None:
            kind = type_.__name__.lower()
            yield "value-missing", Finding(path, f"this {kind} has no `{field.name}`", f"add `{field.name}:`")


def _iter_list(value: Any, item: Any, path: tuple[str | int, ...]) -> Iterator[Mistake]:
    if not isinstance(value, list):
        yield (
            "value-type",
            Finding(path, f"{_name_of(value)} stands where a list should", _as_list(value)),
        )
        return
    for index, each in enumerate(value):
        yield from _iter_mistakes(each, item, (*path, index))


def _as_list(value: Any) -> str:
    """How to write one value as a list."""
    plain = isinstance(value, str) and re.fullmatch(r"[\w -]{1,60}", value)
    return f"write `[{value}]`" if plain else "write `- ` before each item"


def _iter_mapping(value: Any, item: Any, path: tuple[str | int, ...]) -> Iterator[Mistake]:
    if not isinstance(value, dict):
        yield (
            "value-type",
            Finding(path, f"{_name_of(value)} stands where a mapping should", "write `name: value` lines"),
        )
        return
    for key, each in value.items():
        yield from _iter_mistakes(each, item, (*path, key))


def _iter_scalar(value: Any, type_: Any, path: tuple[str | int, ...]) -> Iterator[Mistake]:
    try:
        msgspec.convert(value, type_, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        rule, finding = _explain(value, type_, path, str(error).removesuffix(" - at `$`"))
        if is_placeholder(value):
            finding = finding._replace(message=f"`{path[-1]}` is still to be filled in")
        yield rule, finding


def _explain(value: Any, type_: Any, path: tuple[str | int, ...], error: str) -> Mistake:
    """Why one value is refused, in the words of its own kind."""
    options = _options(type_)
    shown = f"{shorten(str(value))!r}" if isinstance(value, str) else _name_of(value)
    if Marking in options:
        advice = "TLP 2.0 calls it CLEAR" if str(value).upper().endswith("WHITE") else f"write {_MARKINGS}"
        return "marking-unknown", Finding(path, f"{shown} is not a marking", advice)
    if isinstance(value, (list, dict)) or value is None:
        return "value-type", Finding(
            path,
            f"{shown} stands where one value should",
            "write one value; one that begins with `[` or `{` needs quotation marks",
        )
    if When in options:
        help = "write it as in 2014-06-15; `..` stands for an open end, `~` for about"
        return "date-invalid", Finding(path, error, help)
    if words := [word for each in options for word in typing.get_args(each) if isinstance(word, str)]:
        near = nearest(str(value), words)
        help = f"did you mean `{near}`? It may be {listed(words)}" if near else f"it may be {listed(words)}"
        return "value-unknown", Finding(path, f"`{path[-1]}` cannot be {shown}", help)
    if type_ == Id:
        rule = "small letters a to z, digits and hyphens, at most 80"
        return "id-invalid", Finding(path, f"{shown} is not an id", f"an id has {rule}")
    bases = {getattr(each, "__origin__", each) for each in options}
    if bases & {int, float}:
        if "=" in error:
            bound = error.rpartition("`")[2].strip().removesuffix(".0")
            return "value-type", Finding(path, f"{shown} is out of range", f"write a number {bound}")
        return "value-type", Finding(path, f"{shown} is not a number", "write digits alone, such as 1700")
    if bool in bases:
        return "value-type", Finding(path, f"{shown} is neither true nor false", "write true or false")
    described = (mark.description for mark in getattr(type_, "__metadata__", ()))
    help = next(filter(None, described), "its form is " + error.partition("matching regex ")[2])
    return "value-type", Finding(path, f"`{path[-1]}` cannot be {shown}", help)


def _unknown_key(key: str, type_: type[msgspec.Struct], path: tuple[str | int, ...]) -> Finding:
    names = [field.name for field in msgspec.structs.fields(type_)]
    help = did_you_mean(key, names) or (f"its keys are {listed(names)}" if len(names) <= _FEW else _REFERENCE)
    return Finding((*path, key), f"{a_kind(type_)} has no key `{shorten(key)}`", help)


def a_kind(type_: type[msgspec.Struct]) -> str:
    """What a record of this type is called, with its article: `an actor`."""
    kind = type_.__name__.lower()
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _options(type_: Any) -> tuple[Any, ...]:
    """The alternatives of a union, or the type itself."""
    if typing.get_origin(type_) in (typing.Union, types.UnionType):
        return tuple(each for each in typing.get_args(type_) if each is not type(None))
    return (type_,)


@lru_cache(maxsize=64)
def _hints(type_: type[msgspec.Struct]) -> Mapping[str, Any]:
    return typing.get_type_hints(type_, include_extras=True)


def _name_of(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"{shorten(str(value))!r}"


def _label(marking: enum.Enum) -> str:
    return str(marking.value)


_MARKINGS = listed(_label(marking) for marking in Marking)
