"""What a command says on a terminal, and the exit with which it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from briefbook.diagnostics import Diagnostic


def report(diagnostics: list[Diagnostic], format_: str = "plain") -> None:
    """Prints findings: those for people beside the output, the others as the output."""
    from briefbook.report import FORMATS
    from briefbook.report.plain import render_summary

    click.echo(FORMATS[format_](diagnostics), nl=False, err=format_ == "plain")
    if diagnostics and format_ == "plain":
        click.echo(render_summary(diagnostics), err=True)


def short(path: Path) -> str:
    """A path as it is said from here, or whole where it lies elsewhere."""
    shown = os.path.relpath(path)
    return str(path) if shown.startswith("..") else shown


def fail(message: str) -> NoReturn:
    """Ends the command over wrong use, or over what the system refuses."""
    click.echo(f"briefbook: {message}", err=True)
    sys.exit(2)


class Progress:
    """A line that counts what is done, on a terminal only."""

    def __init__(self, what: str = "files", every: int = 50) -> None:
        """`what` is counted, and shown each time that so many more are done."""
        self._what = what
        self._every = every
        self._is_shown = sys.stderr.isatty() and not os.environ.get("CI")

    def show(self, number: int) -> None:
        """Says how many are done by now."""
        if self._is_shown and number % self._every == 0:
            click.echo(f"\r{number} {self._what}", nl=False, err=True)

    def clear(self) -> None:
        """Leaves the line empty for what comes next."""
        if self._is_shown:
            click.echo("\r\x1b[K", nl=False, err=True)
