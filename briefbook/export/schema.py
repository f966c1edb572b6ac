"""The JSON Schema of the data files, made from the records and from what stands beside them."""

from __future__ import annotations

import ast
import inspect
import sys
import typing
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union

import msgspec

from briefbook.export.fields import keys_of
from briefbook.export.shapes import HISTORIES, KINDS, SCHEMA_VERSION, File, HistoryFile, Index, RecordFile
from briefbook.model.records import Evidence, Spans, Update
from briefbook.text.edtf import When

Date = Annotated[str, msgspec.Meta(description="A date as it was written: EDTF level 1 (ISO 8601-2).")]

Checked = Annotated[
    Literal["text", "lock", "none", "failed", "paraphrase"],
    msgspec.Meta(
        description="Whether each passage stands in the source: by its text or by its lock; none: neither "
        "was at hand; failed: it does not (only in a preview); paraphrase: our wording, nothing to compare."
    ),
]


def make_schema() -> dict[str, Any]:
    """The schema that each data file of a record keeps to."""
    files = [_index(), *(_record_file(kind, *parts) for kind, parts in KINDS.items())]
    files += [_history_file(kind, *parts) for kind, parts in HISTORIES.items()]
    schema = msgspec.json.schema(reduce(or_, files))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "schema.json",
        "title": f"Data files of a briefing book, version {SCHEMA_VERSION}",
        **schema,
    }


def _index() -> Any:
    hints = typing.get_type_hints(Index, include_extras=True)
    keys = [key for key in Index.__struct_fields__ if key not in ("schema", "schema_version", "kind")]
    return _file("index", Index, {key: _published(hints[key]) for key in keys})


def _record_file(kind: str, record: type[msgspec.Struct], derived: type[msgspec.Struct]) -> Any:
    return _file(kind, RecordFile, {"id": str, "record": shape_of(record), "derived": shape_of(derived)})


def _history_file(kind: str, report: type[msgspec.Struct], derived: type[msgspec.Struct] | None) -> Any:
    beside = shape_of(derived) if derived else None
    return _file(kind, HistoryFile, {"id": str, "reports": tuple[shape_of(report), ...], "derived": beside})  # type: ignore[misc]


def _file(kind: str, file: type[File | Index], parts: dict[str, Any]) -> Any:
    meanings = meanings_of(file)
    types = {"$schema": str, "schema_version": Literal[SCHEMA_VERSION], **parts}
    names = {"$schema": "schema"}
    return msgspec.defstruct(
        f"{kind.capitalize()}File",
        [
            (names.get(key, key), _described(type_, meanings[names.get(key, key)]))
            for key, type_ in types.items()
        ],
        rename={"schema": "$schema"},
        tag_field="kind",
        tag=kind,
        forbid_unknown_fields=True,
        namespace={"__doc__": file.__doc__},
    )


@cache
def shape_of(kind: type[msgspec.Struct]) -> Any:
    """The kind of record as the data show it; each key is there, but for those of an update."""
    hints = typing.get_type_hints(kind, include_extras=True)
    meanings = meanings_of(kind)
    keys = sorted(keys_of(kind), key=lambda key: key != "update")
    fields: list[Any] = [(key, _described(_published(hints[key]), meanings[key])) for key in keys]
    if kind is Evidence:
        fields.append(("checked", Checked))
    if kind is Update:
        fields[1:] = [(key, type_ | msgspec.UnsetType, msgspec.UNSET) for key, type_ in fields[1:]]
    return msgspec.defstruct(
        kind.__name__,
        fields,
        kw_only=True,
        forbid_unknown_fields=True,
        namespace={"__doc__": kind.__doc__},
    )


def meanings_of(kind: type[msgspec.Struct]) -> dict[str, str]:
    """What each field of a Struct means: the docstring under it."""
    found: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        if owner is not msgspec.Struct and issubclass(owner, msgspec.Struct):
            body = _bodies(owner.__module__)[owner.__name__]
            for field, text in pairwise(body):
                if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
                    assert isinstance(field.target, ast.Name)
                    found[field.target.id] = inspect.cleandoc(ast.literal_eval(text.value)).replace("\n", " ")
    return found


@cache
def _bodies(module: str) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}


def _described(type_: Any, meaning: str) -> Any:
    return Annotated[type_, msgspec.Meta(description=meaning)]


def _published(hint: Any) -> Any:
    """The type as the data show it: dates as text, records in their published shape."""
    if hint is When:
        return Date
    if hint == Spans:
        return tuple[str, ...]
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return shape_of(hint)
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return Annotated[(_published(parts[0]), *hint.__metadata__)]
    if origin in (Union, UnionType):
        return reduce(or_, map(_published, parts))
    if origin in (tuple, dict):
        return origin[tuple(map(_published, parts))]
    return hint
