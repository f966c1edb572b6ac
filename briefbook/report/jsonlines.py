"""Diagnostics for programs: one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefbook.diagnostics import Diagnostic


def render_jsonlines(diagnostics: Iterable[Diagnostic]) -> str:
    """One object a line, with the keys of `Diagnostic`; ASCII alone, so that no terminal obeys it."""
    return "".join(_ascii(msgspec.json.encode(_plain(each)).decode()) + "\n" for each in diagnostics)


def _plain(diagnostic: Diagnostic) -> dict[str, object]:
    related = [each._asdict() for each in diagnostic.related]
    return {**diagnostic._asdict(), "severity": diagnostic.severity.value, "related": related}


def _ascii(line: str) -> str:
    """The JSON with every character beyond ASCII as an escape."""
    if line.isascii():
        return line.replace("\x7f", "\\u007f")
    units = line.encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2))
    return "".join(chr(code) if code < 0x7F else f"\\u{code:04x}" for code in codes)
