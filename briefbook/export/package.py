"""What `data/` holds: its files with their hashes, and the tables as a Frictionless data package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from briefbook.derive.columns import Column, Table
from briefbook.derive.publication import citation_of, publisher_of, site_address
from briefbook.derive.situation import Situation
from briefbook.export.fields import Fields
from briefbook.export.records import DataFile, iter_records, render_json
from briefbook.export.schema import make_schema
from briefbook.export.shapes import SCHEMA_VERSION, Index, Listed
from briefbook.export.tables import iter_tables
from briefbook.words import Words

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_TYPES = {
    "text": "string",
    "ids": "string",
    "texts": "string",
    "date": "string",
    "day": "date",
    "number": "number",
    "whole": "integer",
    "yes-no": "boolean",
}
"""Frictionless types; a date as written is text, because EDTF is no type there."""

_SPDX = re.compile(r"[A-Za-z0-9.+-]+")


class Package:
    """The files of `data/`; the hash of each is kept when it is made."""

    def __init__(self, situation: Situation, words: Words, extra: Iterable[DataFile] = ()) -> None:
        self.situation = situation
        self.words = words
        self.tables = dict(iter_tables(situation))
        self.taken: dict[str, Listed] = {}
        """The hashes of the files made so far."""
        self.files = [*iter_records(situation), *self._tables()]
        self.files += extra
        self.files.append(DataFile("schema", "schema", "schema.json", lambda: render_json(make_schema())))
        self.files.append(DataFile("package", "datapackage", "datapackage.json", self.package))

    def _tables(self) -> Iterator[DataFile]:
        return (
            DataFile("table", table.name, table.file.removeprefix("data/"), make)
            for table, make in self.tables.items()
        )

    def iter_files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Path and maker of each file, the index last."""
        for file in self.files:
            yield f"data/{file.path}", partial(self.make, file)
        yield "data/index.json", self.index

    def make(self, file: DataFile) -> bytes:
        """The bytes of a file."""
        data = file.make()
        self.taken[file.path] = Listed(
            path=file.path,
            kind=file.kind,
            id=file.id,
            sha256=hashlib.sha256(data).hexdigest(),
            bytes=len(data),
        )
        return data

    def index(self) -> bytes:
        """`index.json`: what the data are, and each file with its hash."""
        situation = self.situation
        return render_json(
            Index(
                schema="schema.json",
                site=situation.settings.site_name,
                publisher=publisher_of(situation),
                url=site_address(situation) or "./",
                language=situation.settings.language,
                ceiling=situation.released.ceiling.value,
                preview=situation.released.is_preview,
                as_of=situation.as_of,
                today=situation.today,
                licence=situation.settings.licence,
                citation=self.citation(),
                files=tuple(map(self.listed, self.files)),
            )
        )

    def listed(self, file: DataFile) -> Listed:
        """A file in the index; one that has not been made is made now."""
        found = self.taken.get(file.path)
        if found is None:
            self.make(file)
            found = self.taken[file.path]
        return found

    def citation(self) -> str:
        """How to cite the data."""
        return citation_of(self.situation, self.words)

    def package(self) -> bytes:
        """`datapackage.json`: each table with the meaning of its columns."""
        situation, settings = self.situation, self.situation.settings
        package: Fields = {
            "$schema": PROFILE,
            "name": re.sub(r"[^a-z0-9]+", "-", settings.site_name.lower()).strip("-") or "briefing-book",
            "title": settings.site_name,
            "version": str(SCHEMA_VERSION),
            "homepage": site_address(situation),
            "contributors": [{"title": publisher_of(situation), "roles": ["publisher"]}],
            "licence": settings.licence,
            "licenses": [{"name": settings.licence}] if is_spdx(settings.licence) else [],
            "citation": self.citation(),
            "resources": [self.resource(table) for table in self.tables],
        }
        return render_json({key: value for key, value in package.items() if value})

    def resource(self, table: Table) -> Fields:
        """One table."""
        path = table.file.removeprefix("data/")
        listed = self.listed(next(file for file in self.files if file.path == path))
        schema: Fields = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
        if table.key:
            schema["primaryKey"] = list(table.key)
        return {
            "name": table.name,
            "path": path,
            "title": table.row,
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": listed.bytes,
            "hash": f"sha256:{listed.sha256}",
            "schema": schema,
        }


def is_spdx(licence: str) -> bool:
    """Whether the licence can be an SPDX id: a single word."""
    return _SPDX.fullmatch(licence) is not None


def _field(column: Column) -> Fields:
    return {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}
