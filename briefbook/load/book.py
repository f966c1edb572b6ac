"""A folder of files as a Book, and all that can be seen to be wrong with one file by itself."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefbook.diagnostics import Diagnostic, Finding, Severity
from briefbook.load.convert import Mistake as FieldMistake
from briefbook.load.convert import convert
from briefbook.load.files import Found, iter_files, read_file
from briefbook.load.locate import Allowance, Locator, diagnostic_of, find_allowances
from briefbook.load.source import decode, open_text
from briefbook.load.yaml import Mistake
from briefbook.model.book import Book, Document, Place
from briefbook.model.records import Actor, Brief, FreePage, Issue, Source
from briefbook.model.settings import Settings
from briefbook.text.lock import Lock, parse_lock

_TYPES: dict[str, type[Document]] = {
    "sources": Source,
    "actors": Actor,
    "issues": Issue,
    "briefs": Brief,
    "pages": FreePage,
}
_REFUSALS = {
    "file-linked": (Severity.ERROR, "it is a link, and links are not followed", "put the file itself there"),
    "file-not-regular": (Severity.ERROR, "it is no regular file", "remove it"),
    "file-name": (Severity.WARNING, "its name is not UTF-8, so it is not read", "give it another name"),
    "file-unexpected": (
        Severity.WARNING,
        "nothing reads it here, so it is not published",
        "content/ holds actors/*.yaml, issues/*.yaml, briefs/*.md and pages/*.md, with their pictures",
    ),
}
_PICTURE_SIGNS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")
_TEXT_BYTES = 16 * 1024 * 1024


class Loaded(NamedTuple):
    """A book and what reading it brought to light."""

    book: Book
    diagnostics: list[Diagnostic]
    allowances: list[Allowance]
    locator: Locator


def load_book(root: Path, content: Path, settings: Settings, texts: Path | None = None) -> Loaded:
    """All records under `content/` and `seeds/`; a file with a mistake in it is left out of the book."""
    reader = _Reader(root, settings, Locator(root, settings.limits))
    for found in iter_files(root, content):
        reader.read(found)
    sources = [each.id for each in reader.documents.values() if isinstance(each, Source)]
    folders = [folder for folder in (texts, Path(settings.texts) if settings.texts else None) if folder]
    present, digests = _load_texts([root / "seeds", *(root / folder for folder in folders)], sources)
    locks = reader.read_locks(sources)
    book = Book(
        settings,
        reader.documents,
        present,
        frozenset(reader.pictures),
        frozenset(reader.broken),
        digests,
        locks,
    )
    return Loaded(book, reader.diagnostics, reader.allowances, reader.locator)


class _Reader:
    """What has been read so far."""

    def __init__(self, root: Path, settings: Settings, locator: Locator) -> None:
        self.root = root
        self.settings = settings
        self.locator = locator
        self.documents: dict[str, Document] = {}
        self.pictures: list[str] = []
        self.broken: list[str] = []
        """Ids of files that hold a record we could not read."""
        self.diagnostics: list[Diagnostic] = []
        self.allowances: list[Allowance] = []

    def read(self, found: Found) -> None:
        if found.kind in _REFUSALS:
            severity, message, help = _REFUSALS[found.kind]
            self._refuse(found.file, Mistake(0, 0, found.kind, message, help), severity)
        elif found.kind == "pictures":
            self._read_picture(found.file)
        else:
            self._read_record(found.file, _TYPES[found.kind])

    def _read_record(self, file: str, type_: type[Document]) -> None:
        stem = PurePosixPath(file).stem
        try:
            data = read_file(self.root / file, self.settings.limits.file_bytes)
        except OSError as error:
            self._refuse_unread(file, error)
            return
        opened = open_text(data, self.settings.limits, is_markdown=file.endswith(".md"))
        self.allowances += find_allowances(file, opened.text)
        for mistake in opened.mistakes:
            self.diagnostics.append(diagnostic_of(file, opened.text, mistake, Severity.ERROR))
        value = opened.value
        if not isinstance(value, dict):
            if not opened.mistakes:
                message, help = "there is no mapping of keys and values", "write `key: value` lines"
                self._refuse(file, Mistake(0, 0, "value-type", message, help), Severity.ERROR)
            self.broken.append(stem)
            return
        is_whole = all(each.rule not in _CUT_SHORT for each in opened.mistakes)
        value.setdefault("id", stem)
        mistakes: list[FieldMistake] = []
        if "body" in value and "body" in type_.__struct_fields__:
            finding = Finding(("body",), "the body stands beneath the front matter", "move it there")
            mistakes.append(("key-unknown", finding))
        if opened.body is not None:
            value["body"] = opened.body
        record, found = convert(value, type_)
        for rule, finding in (*mistakes, *found):
            if is_whole or rule != "value-missing":
                self.diagnostics.append(self.locator.diagnostic(Place(file), finding, rule, Severity.ERROR))
        if record is None or opened.mistakes or mistakes:
            self.broken += [stem, *_ids_in(value)]
        if record is not None:
            self.documents[file] = record

    def _read_picture(self, file: str) -> None:
        limit = self.settings.limits.picture_bytes
        try:
            data = read_file(self.root / file, limit)
        except OSError as error:
            self._refuse_unread(file, error)
            return
        if len(data) > limit:
            message = f"the picture has more than {limit} bytes"
            self._refuse(file, Mistake(0, 0, "file-too-large", message, "scale it down"), Severity.ERROR)
        elif not data.startswith(_PICTURE_SIGNS):
            message = "it is no PNG, JPEG, GIF or WebP picture"
            self._refuse(
                file, Mistake(0, 0, "picture-invalid", message, "save it again as one"), Severity.ERROR
            )
        else:
            self.pictures.append(file)

    def read_locks(self, sources: list[str]) -> dict[str, Lock]:
        """The lock of each source that has one."""
        locks: dict[str, Lock] = {}
        for id in sources:
            file = f"seeds/{id}.lock"
            try:
                text = decode(read_file(self.root / file, _TEXT_BYTES))[0]
                locks[id] = parse_lock(text)
            except OSError:
                continue
            except ValueError as error:
                help = "make it again: `briefbook evidence lock`, with the text at hand"
                self._refuse(file, Mistake(0, 0, "lock-damaged", str(error), help), Severity.ERROR)
        return locks

    def _refuse_unread(self, file: str, error: OSError) -> None:
        message = f"it cannot be read: {error.strerror or error}"
        self._refuse(file, Mistake(0, 0, "file-not-regular", message, ""), Severity.ERROR)

    def _refuse(self, file: str, mistake: Mistake, severity: Severity) -> None:
        self.diagnostics.append(diagnostic_of(file, "", mistake, severity))


_CUT_SHORT = ("yaml-syntax", "yaml-too-deep", "yaml-too-large", "file-encoding", "yaml-feature")


def _ids_in(value: object) -> list[str]:
    """Every id and address that a damaged record gives, so that references to them are not judged."""
    if isinstance(value, dict):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        own += [f"{value['actor']}/{value['issue']}"] if {"actor", "issue"} <= value.keys() else []
        return own + [id for each in value.values() for id in _ids_in(each)]
    if isinstance(value, list):
        return [id for each in value for id in _ids_in(each)]
    return []


def _load_texts(folders: list[Path], sources: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The text of each source that has one, from the first folder that holds it, and its SHA-256."""
    texts: dict[str, str] = {}
    digests: dict[str, str] = {}
    for id in sources:
        for folder in folders:
            try:
                data = read_file(folder / f"{id}.txt", _TEXT_BYTES)
            except OSError:
                continue
            texts[id] = decode(data)[0]
            digests[id] = hashlib.sha256(data).hexdigest()
            break
    return texts, digests
