"""The fields of a record as data: the keys of its YAML, its evidence in one list with how it was checked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from briefbook.derive.at import At
from briefbook.derive.evidence import verdict
from briefbook.model.book import SECTIONS
from briefbook.model.marking import Marking
from briefbook.model.records import Brief, Evidence, Evidenced, Record, spans
from briefbook.text.edtf import When

Fields = dict[str, object]

OWN_EVIDENCE = frozenset(Evidence.__struct_fields__) - frozenset(Record.__struct_fields__)
"""Where an entry's evidence may also be written; released records have all of it in `evidence`."""

ELSEWHERE = frozenset((*SECTIONS, "actors", "issues", "body")) - {"corrections"}
"""Of a brief: entries have files of their own, and the body is prose that stands on the brief's page."""


@cache
def keys_of(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The keys that the data have of a kind of record."""
    left_out = OWN_EVIDENCE if issubclass(kind, Evidenced) else ELSEWHERE if kind is Brief else ()
    return tuple(key for key in kind.__struct_fields__ if key not in left_out)


@cache
def _values_of(kind: type[msgspec.Struct]) -> Callable[[object], tuple[object, ...]]:
    return attrgetter(*keys_of(kind))


def fields_of(record: msgspec.Struct, at: At) -> Fields:
    """All keys of a record; a list or text that is not there is empty."""
    kind = type(record)
    fields = dict(zip(keys_of(kind), _values_of(kind)(record), strict=True))
    for key in ("evidence", "replies", "figures", "corrections"):
        if parts := fields.get(key):
            convert = _piece if key == "evidence" else fields_of
            fields[key] = [convert(part, at) for part in parts]  # type: ignore[attr-defined]
    return fields


def given_fields(record: Record, at: At) -> Fields:
    """The keys of a record that hold something."""
    return {key: value for key, value in fields_of(record, at).items() if value not in ("", None, (), {})}


def encode_hook(value: Any) -> str:
    """Dates as they were written."""
    if isinstance(value, When):
        return value.text
    raise NotImplementedError(type(value).__name__)


def marking_of(record: Record) -> str:
    """The record's effective marking."""
    assert record.tlp is not None
    return _LABELS[record.tlp]


_LABELS = {marking: marking.value for marking in Marking}


def _piece(piece: Evidence, at: At) -> Fields:
    quote, words = spans(piece.quote), spans(piece.words)
    fields = dict(zip(keys_of(Evidence), _values_of(Evidence)(piece), strict=True))
    fields["checked"] = verdict((*quote, *words), piece.source, at)
    return fields
