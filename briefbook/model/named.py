"""The sources that a record names: in its fields, in its texts, and in all that is nested in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from briefbook.model.fields import inline_fields, reference_fields
from briefbook.model.records import Source

_REFERENCE = re.compile(r"\[\[([^\[\]|]+)")


class _Fields(NamedTuple):
    """The fields of a type in which a source may be named."""

    sources: tuple[str, ...]
    texts: tuple[str, ...]
    others: tuple[str, ...]


def named_sources(record: msgspec.Struct) -> frozenset[str]:
    """Ids of sources that a record names; `[[ids]]` in its texts are taken for sources too."""
    return frozenset(_iter_named(record))


def with_their_sources(named: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources that are named, and those that they name: whose report they repeat, what corrected them."""
    waiting, found = list(named), set[str]()
    while waiting:
        id = waiting.pop()
        if id in sources and id not in found:
            found.add(id)
            waiting += named_sources(sources[id])
    return frozenset(found)


def _iter_named(record: msgspec.Struct) -> Iterator[str]:
    fields = _fields_of(type(record))
    for name in fields.sources:
        value = getattr(record, name)
        yield from (value,) if isinstance(value, str) else value
    for name in fields.texts:
        value = getattr(record, name)
        for text in (value,) if isinstance(value, str) else value:
            if "[[" in text:
                yield from _REFERENCE.findall(text)
    for name in fields.others:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else ():
            if isinstance(each, msgspec.Struct):
                yield from _iter_named(each)


@lru_cache(maxsize=64)
def _fields_of(type_: type[msgspec.Struct]) -> _Fields:
    references = dict(reference_fields(type_))
    texts = {*inline_fields(type_), *({"body"} & set(type_.__struct_fields__))}
    return _Fields(
        sources=tuple(name for name, kind in references.items() if kind in ("source", "record")),
        texts=tuple(sorted(texts)),
        others=tuple(
            name for name in type_.__struct_fields__ if name not in texts and name not in references
        ),
    )
