"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How much a diagnostic weighs: an error stops a build, a warning stops `--strict`, a note advises."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Related(NamedTuple):
    """A second place that explains the first."""

    file: str
    line: int
    message: str
    column: int = 0
    """Where the words that explain it begin; 0 where it is about the line."""
    end_column: int = 0
    excerpt: str = ""
    """The line as it stands in the file, where it is shown."""


class Diagnostic(NamedTuple):
    """One mistake, as every report prints it; lines and columns count from 1."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    """The column after the last character at fault."""
    severity: Severity
    rule: str
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    excerpt: str = ""
    """The line at fault, as it stands in the file."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key that sorts a report: by file, then by place."""
        return self.file, self.line, self.column, self.rule, self.message


class Finding(NamedTuple):
    """A mistake as a rule sees it; its file, line and severity are added later."""

    path: tuple[str | int, ...]
    """The field, counted from the record at hand; empty for the record itself."""
    message: str
    help: str = ""
    words: str = ""
    """The words at fault inside the field, where not all of it is."""
    offsets: tuple[int, int] | None = None
    """The stretch at fault inside a Markdown body, in code points."""
    related: tuple[tuple[str, tuple[str | int, ...], str], ...] = ()
    """Other places that explain it: file, path in that file, sentence."""
    beside: tuple[Related, ...] = ()
    """Other places whose line is known already, such as one in a source's text."""
    file: str = ""
    """The file, from which `path` then counts, where it is not the one at hand."""
    nth: int = 0
    """How often the words at fault stand in the field before the place that is meant."""
    is_doubtful: bool = False
    """Whether it is of medium confidence: then it is a note, however much its rule weighs."""
    is_published: bool = False
    """Whether it is published, though it stands in no brief: then it weighs what it does in a cleared one."""


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, counting lines as editors do: only a line feed ends one."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, start) + 1, offset - start + 1


def line_at(text: str, line: int) -> str:
    """The text of a line, counted from 1, without its end."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return ""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].rstrip("\r")
