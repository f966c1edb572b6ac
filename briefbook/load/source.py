"""One file as text and plain values: encoding, characters, front matter, YAML."""

from __future__ import annotations

import codecs
import re
from typing import Any, NamedTuple

from briefbook.load.yaml import Mistake, Stretch, parse_yaml
from briefbook.model.book import Path
from briefbook.model.settings import Limits
from briefbook.text.characters import FORBIDDEN, has_forbidden, iter_forbidden

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_MANY = 20
"""Mistakes of one sort in one file that are named one by one."""


class Opened(NamedTuple):
    """A file's text and the values in it."""

    text: str
    """The text with `\\n` at line ends and without a byte order mark; forbidden characters are U+FFFD."""
    value: Any
    body: str | None
    """The Markdown beneath the front matter; None in a file that is YAML alone."""
    body_start: int
    """Where the body begins in the text."""
    mistakes: list[Mistake]


def open_text(
    data: bytes, limits: Limits, *, is_markdown: bool, spans: dict[Path, Stretch] | None = None
) -> Opened:
    """What stands in a file's bytes, whatever they are. Fills `spans` with the place of each value."""
    if len(data) > limits.file_bytes:
        return _refused("", "file-too-large", f"the file has more than {limits.file_bytes} bytes", "split it")
    text, mistakes = decode(data)
    if mistakes and not text:
        return Opened("", None, None, 0, mistakes)
    if has_forbidden(text):
        found = [
            Mistake(at, at + 1, "character-forbidden", f"the file holds {what}", "remove it")
            for at, what in iter_forbidden(text)
        ]
        mistakes += found[:_MANY]
        text = FORBIDDEN.sub("\ufffd", text)
    if not is_markdown:
        return _open_yaml(text, 0, None, 0, limits, spans, mistakes)
    if not text.strip():
        mistakes.append(
            Mistake(0, 0, "front-matter-missing", "the file is empty", "begin it with `---` and a title")
        )
        return Opened(text, None, None, 0, mistakes)
    first = _FENCE.match(text)
    if first is None:
        line_end = text.find("\n") if "\n" in text else len(text)
        message = "the file does not begin with front matter"
        mistakes.append(Mistake(0, line_end, "front-matter-missing", message, "put `---` on its first line"))
        return Opened(text, None, None, 0, mistakes)
    last = _FENCE.search(text, first.end())
    if last is None:
        message = "the front matter that begins here does not end"
        mistakes.append(
            Mistake(0, 3, "front-matter-missing", message, "put `---` on a line of its own after it")
        )
        return Opened(text, None, None, 0, mistakes)
    body_start = min(last.end() + 1, len(text))
    return _open_yaml(
        text[: last.start()], first.end(), text[body_start:], body_start, limits, spans, mistakes, text
    )


def _open_yaml(
    yaml_text: str,
    start: int,
    body: str | None,
    body_start: int,
    limits: Limits,
    spans: dict[Path, Stretch] | None,
    mistakes: list[Mistake],
    whole: str | None = None,
) -> Opened:
    text = whole if whole is not None else yaml_text
    head = yaml_text[start:]
    if body is not None and _is_longer(head, limits.front_matter_bytes):
        message = f"the front matter has more than {limits.front_matter_bytes} bytes"
        return Opened(
            text,
            None,
            body,
            body_start,
            [*mistakes, Mistake(0, 3, "yaml-too-large", message, "split it")],
        )
    found: dict[Path, Stretch] | None = {} if spans is not None else None
    reading = parse_yaml(head, limits, found)
    mistakes += [each._replace(start=each.start + start, end=each.end + start) for each in reading.mistakes]
    if spans is not None and found is not None:
        for path, (key, value) in found.items():
            spans[path] = Stretch((key[0] + start, key[1] + start), (value[0] + start, value[1] + start))
        if body is not None:
            spans[("body",)] = Stretch((body_start, body_start), (body_start, len(text)))
    return Opened(text, reading.value, body, body_start, mistakes)


def _is_longer(text: str, limit: int) -> bool:
    """Whether a text takes more bytes than `limit`."""
    return len(text) > limit // 4 and len(text.encode()) > limit


def decode(data: bytes) -> tuple[str, list[Mistake]]:
    """The text of UTF-8 bytes with plain line ends; what is not UTF-8 becomes U+FFFD and a mistake each."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "the file is UTF-16, not UTF-8"
        return "", [Mistake(0, 0, "file-encoding", message, "save it as UTF-8")]
    data = data.removeprefix(codecs.BOM_UTF8)
    mistakes: list[Mistake] = []
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text, mistakes = _decode_damaged(data.replace(b"\r\n", b"\n"))
    return text.replace("\r\n", "\n"), mistakes


def _decode_damaged(data: bytes) -> tuple[str, list[Mistake]]:
    pieces: list[str] = []
    mistakes: list[Mistake] = []
    offset = start = 0
    while start < len(data) and len(mistakes) < _MANY:
        try:
            pieces.append(data[start:].decode())
            break
        except UnicodeDecodeError as error:
            pieces.append(data[start : start + error.start].decode())
            offset += len(pieces[-1])
            message = f"byte 0x{data[start + error.start]:02x} is not UTF-8"
            mistakes.append(Mistake(offset, offset + 1, "file-encoding", message, "save the file as UTF-8"))
            pieces.append("\ufffd")
            offset += 1
            start += error.start + 1
    return "".join(pieces), mistakes


def _refused(text: str, rule: str, message: str, help: str) -> Opened:
    return Opened(text, None, None, 0, [Mistake(0, 0, rule, message, help)])
