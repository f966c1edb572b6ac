"""The options that several commands share, and the request that they amount to."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefbook.cli.output import report

if TYPE_CHECKING:
    from briefbook.model.settings import Settings
    from briefbook.request import Request

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.DateTime):
    """A day as in 2031-03-04."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Says in words, and not in letters behind percent signs, how a day is written."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day; write one as in 2031-03-04", param, ctx)


CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="Folder of the content; seeds/, templates/ and mkdocs.yml are looked for beside it.",
)
TODAY = click.option(
    "--today",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="Day by which deadlines are judged; by default SOURCE_DATE_EPOCH, else the newest brief's date.",
)
AS_OF = click.option(
    "--as-of",
    metavar="BRIEF|DATE",
    default="",
    envvar="BRIEFBOOK_AS_OF",
    show_envvar=True,
    help="Id of a brief, or a date: the book as it stood then, without what came later.",
)
STRICT = click.option("--strict", is_flag=True, help="Let warnings stop it, as errors do.")
TEXTS = click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="BRIEFBOOK_TEXTS",
    show_envvar=True,
    help="Folder with the texts of sources that may not stand in seeds/.",
)
FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(["plain", "jsonlines"]),
    default="plain",
    show_default=True,
    help="How it is printed: for people, or one JSON object a line.",
)


def request_options(command: F) -> F:
    """The command with the options of a `Request`, and with the format of findings."""
    for option in (FORMAT, TEXTS, STRICT, TODAY, CONTENT):
        command = option(command)
    return command


def make_request(
    content: Path,
    today: dt.datetime | None = None,
    strict: bool = False,
    texts: Path | None = None,
    as_of: str = "",
    **others: Any,
) -> Request:
    """The request that options amount to.

    Raises:
        UsageError: there is no such content.
    """
    from briefbook.request import Request

    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name the content's folder with --content")
    if (content / "content").is_dir():
        raise click.UsageError(f"{content} is the folder around the content: --content {content / 'content'}")
    return Request(
        content=_plain(content),
        today=today.date() if today else None if as_of else _epoch_day(),
        as_of=as_of,
        strict=strict,
        texts=texts.absolute() if texts else None,
        **others,
    )


def _plain(content: Path) -> Path:
    """The folder by a path without `..`, the folder around which nothing could tell."""
    return Path(os.path.abspath(content)) if ".." in content.parts else content  # noqa: PTH100  links stay


def settings_or_end(request: Request) -> Settings:
    """The settings of a request's book; the command ends where there is a mistake in them."""
    from briefbook.request import settings_of

    settings, found = settings_of(request)
    if found:
        report(found)
        sys.exit(1)
    return settings


def _epoch_day() -> dt.date | None:
    from briefbook.load.settings import epoch_day

    try:
        return epoch_day()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
