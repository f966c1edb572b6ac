"""A folder of files as a Book, and all that can be seen to be wrong with one file by itself."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefbook.diagnostics import Diagnostic, Finding, Severity
from briefbook.load.convert import Mistake as FieldMistake
from briefbook.load.convert import convert
from briefbook.load.cut import iter_cut, may_be_cut
from briefbook.load.files import Found, iter_files
from briefbook.load.locate import Allowance, Locator, diagnostic_of, find_allowances
from briefbook.load.memory import Reading
from briefbook.load.source import decode, open_text
from briefbook.load.yaml import Mistake, Stretch
from briefbook.model.book import Book, Document, Place
from briefbook.model.book import Path as KeyPath
from briefbook.model.records import Actor, Brief, FreePage, Issue, Source
from briefbook.model.settings import Settings
from briefbook.pictures import PictureError, bare_picture
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
_TEXT_BYTES = 16 * 1024 * 1024


class Loaded(NamedTuple):
    """A book and what reading it brought to light."""

    book: Book
    diagnostics: list[Diagnostic]
    allowances: list[Allowance]
    locator: Locator


def load_book(
    root: Path, content: Path, settings: Settings, texts: Path | None = None, reading: Reading | None = None
) -> Loaded:
    """All records under `content/` and `seeds/`; a file with a mistake in it is left out of the book.

    `reading` may remember what it read before; the book is the same.
    """
    reader = _Reader(root, settings, Locator(root, settings.limits), reading or Reading())
    listing = tuple(iter_files(root, content))
    for found in listing:
        reader.take(found.file, reader.read(found))
    sources = [each.id for each in reader.documents.values() if isinstance(each, Source)]
    present, digests = reader.read_texts(text_folders(root, settings, texts), sources)
    locks = reader.read_locks(sources)

    def finish() -> Loaded:
        pictures, broken = frozenset(reader.pictures), frozenset(reader.broken)
        book = Book(settings, reader.documents, present, pictures, broken, digests, locks)
        return Loaded(book, reader.diagnostics, reader.allowances, reader.locator)

    return reader.reading.whole(listing, finish)


def text_folders(root: Path, settings: Settings, texts: Path | None = None) -> list[Path]:
    """The folders in which the texts of sources are looked for; the first that holds one counts."""
    second = (texts, Path(settings.texts) if settings.texts else None)
    return [root / "seeds", *(root / folder for folder in second if folder)]


class _Outcome(NamedTuple):
    """What came of one file."""

    record: Document | None = None
    is_picture: bool = False
    broken: tuple[str, ...] = ()
    """Ids in it, where it holds a record that we could not read."""
    diagnostics: tuple[Diagnostic, ...] = ()
    allowances: tuple[Allowance, ...] = ()


class _Reader:
    """What has been read so far."""

    def __init__(self, root: Path, settings: Settings, locator: Locator, reading: Reading) -> None:
        self.root = root
        self.settings = settings
        self.locator = locator
        self.reading = reading
        self.documents: dict[str, Document] = {}
        self.pictures: list[str] = []
        self.broken: list[str] = []
        self.diagnostics: list[Diagnostic] = []
        self.allowances: list[Allowance] = []

    def take(self, file: str, outcome: _Outcome) -> None:
        """Adds what came of a file."""
        if outcome.record is not None:
            self.documents[file] = outcome.record
        if outcome.is_picture:
            self.pictures.append(file)
        self.broken += outcome.broken
        self.diagnostics += outcome.diagnostics
        self.allowances += outcome.allowances

    def read(self, found: Found) -> _Outcome:
        """What comes of a file."""
        file, limits = found.file, self.settings.limits
        if found.kind in _REFUSALS:
            severity, message, help = _REFUSALS[found.kind]
            return _refused(file, Mistake(0, 0, found.kind, message, help), severity)
        try:
            if found.kind == "pictures":
                make = partial(_picture, file, limits.picture_bytes)
                return self.reading.recall(self.root / file, limits.picture_bytes, make)
            make = partial(self._record, file, _TYPES[found.kind])
            return self.reading.recall(self.root / file, limits.file_bytes, make)
        except OSError as error:
            message = f"it cannot be read: {error.strerror or error}"
            return _refused(file, Mistake(0, 0, "file-not-regular", message, ""))

    def _record(self, file: str, type_: type[Document], data: bytes) -> _Outcome:
        stem = PurePosixPath(file).stem
        opened = open_text(data, self.settings.limits, is_markdown=file.endswith(".md"))
        allowances = tuple(find_allowances(file, opened.text))
        diagnostics = [
            diagnostic_of(file, opened.text, mistake, Severity.ERROR) for mistake in opened.mistakes
        ]
        if may_be_cut(opened.text):
            diagnostics += self._lost_words(file, type_, data)
        value = opened.value
        if not isinstance(value, dict):
            if not opened.mistakes:
                message, help = "there is no mapping of keys and values", "write `key: value` lines"
                diagnostics += _refused(file, Mistake(0, 0, "value-type", message, help)).diagnostics
            return _Outcome(broken=(stem,), diagnostics=tuple(diagnostics), allowances=allowances)
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
                diagnostics.append(self.locator.diagnostic(Place(file), finding, rule, Severity.ERROR))
        is_broken = record is None or opened.mistakes or mistakes
        broken = (stem, *_ids_in(value)) if is_broken else ()
        return _Outcome(record, broken=broken, diagnostics=tuple(diagnostics), allowances=allowances)

    def _lost_words(self, file: str, type_: type[Document], data: bytes) -> list[Diagnostic]:
        """A warning for each text that ends where its author did not mean it to."""
        stretches: dict[KeyPath, Stretch] = {}
        is_markdown = file.endswith(".md")
        text = open_text(data, self.settings.limits, is_markdown=is_markdown, spans=stretches).text
        found = iter_cut(text, stretches, type_)
        return [diagnostic_of(file, text, each, Severity.WARNING) for each in found]

    def read_texts(self, folders: list[Path], sources: list[str]) -> tuple[dict[str, str], dict[str, str]]:
        """The text of each source that has one, from the first folder that holds it, and its SHA-256."""
        texts: dict[str, str] = {}
        digests: dict[str, str] = {}
        for id in sources:
            for folder in folders:
                path = folder / f"{id}.txt"
                file = str(path.relative_to(self.root) if path.is_relative_to(self.root) else path)
                try:
                    text, digest, outcome = self.reading.recall(path, _TEXT_BYTES, partial(_text, file))
                except OSError:
                    continue
                self.take(file, outcome)
                if not outcome.diagnostics:
                    texts[id], digests[id] = text, digest
                break
        return texts, digests

    def read_locks(self, sources: list[str]) -> dict[str, Lock]:
        """The lock of each source that has one."""
        locks: dict[str, Lock] = {}
        for id in sources:
            file = f"seeds/{id}.lock"
            try:
                lock, message = self.reading.recall(self.root / file, _TEXT_BYTES, _lock)
            except OSError:
                continue
            if lock is not None:
                locks[id] = lock
            else:
                help = "make it again: `briefbook evidence lock`, with the text at hand"
                self.take(file, _refused(file, Mistake(0, 0, "lock-damaged", message, help)))
        return locks


def _picture(file: str, limit: int, data: bytes) -> _Outcome:
    if len(data) > limit:
        message = f"the picture has more than {limit} bytes"
        return _refused(file, Mistake(0, 0, "file-too-large", message, "scale it down"))
    try:
        bare_picture(data)
    except PictureError as error:
        help = "save it again as a PNG, JPEG, GIF or WebP picture"
        return _refused(file, Mistake(0, 0, "picture-invalid", str(error), help))
    return _Outcome(is_picture=True)


def _text(file: str, data: bytes) -> tuple[str, str, _Outcome]:
    """A source's text and its SHA-256, and what is wrong with its bytes."""
    text, mistakes = decode(data)
    if len(data) > _TEXT_BYTES:
        message = f"the text has more than {_TEXT_BYTES} bytes"
        mistakes = [Mistake(0, 0, "file-too-large", message, "cut out of it what is quoted")]
    outcome = _Outcome(
        diagnostics=tuple(diagnostic_of(file, text, each, Severity.ERROR) for each in mistakes[:1])
    )
    return text, hashlib.sha256(data).hexdigest(), outcome


def _lock(data: bytes) -> tuple[Lock | None, str]:
    """A lock, or what is wrong with it."""
    try:
        return parse_lock(decode(data)[0]), ""
    except ValueError as error:
        return None, str(error)


def _refused(file: str, mistake: Mistake, severity: Severity = Severity.ERROR) -> _Outcome:
    return _Outcome(diagnostics=(diagnostic_of(file, "", mistake, severity),))


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
