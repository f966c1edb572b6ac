"""The command `briefbook`: what it offers at a terminal, and how it ends."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

import briefbook
from briefbook.model.marking import Marking

F = TypeVar("F", bound=Callable[..., Any])

_CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="Folder of the content; seeds/, templates/ and mkdocs.yml are looked for beside it.",
)
_TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day by which deadlines are judged; by default SOURCE_DATE_EPOCH, else the newest brief's date.",
)
_STRICT = click.option("--strict", is_flag=True, help="Let warnings stop it, as errors do.")
_TEXTS = click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="BRIEFBOOK_TEXTS",
    show_envvar=True,
    help="Folder with the texts of sources that may not stand in seeds/.",
)
_FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(["plain", "jsonlines"]),
    default="plain",
    show_default=True,
    help="How findings are printed: for people, or one JSON object a line.",
)


def _request_options(command: F) -> F:
    for option in (_FORMAT, _TEXTS, _STRICT, _TODAY, _CONTENT):
        command = option(command)
    return command


class _Program(click.Group):
    """A group whose commands are listed in the order of a day's work."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands from the first to the last of a brief's life."""
        return ["new", "check", "evidence", "build", "explain"]


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(briefbook.__version__, prog_name="briefbook")
def main() -> None:
    """Turn a briefing book into a situation-report site, and prove what it publishes.

    A book is a folder of briefs in YAML and Markdown: content/briefs, content/actors, content/issues and
    content/pages, with the sources in seeds/ and the settings in mkdocs.yml.

    \b
    A day's work:
      briefbook new brief 2014-06-15-iraq    a brief with its keys in place
      briefbook check                        everything that is wrong with the book
      briefbook build                        the site, in build/
      briefbook explain quote-not-verbatim   what a rule is about, and a good case

    Exit status: 0 when all is well; 1 when a finding stops it; 2 for wrong use or a fault of briefbook.
    """  # noqa: D301  click reads \b as: keep these lines


@main.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder of the site. What stood there stays until the new site is whole.",
)
@click.option(
    "--ceiling",
    type=click.Choice([each.value for each in Marking], case_sensitive=False),
    help="Strictest marking that the audience may see; by default the site's setting, else CLEAR.",
)
@click.option(
    "--drafts", is_flag=True, help="Show drafts too, under a banner: a preview, not for publication."
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that render pages; the bytes are the same with any number.",
)
@_request_options
def build(out: Path, ceiling: str | None, drafts: bool, workers: int, **options: Any) -> None:
    """Check the book and build its site.

    With an error in the content nothing is written and the last site stays as it was. The same files give
    the same bytes.
    """
    from briefbook.pipeline import build as build_site
    from briefbook.publish import PublishError
    from briefbook.render.pool import WorkerLostError
    from briefbook.render.render import TemplateFaultError

    format_ = options.pop("format_")
    request = _request(
        **options, ceiling=Marking(ceiling) if ceiling else None, drafts=drafts, workers=workers
    )
    progress = _Progress()
    try:
        built = build_site(request, out, progress.show)
    except (PublishError, TemplateFaultError, WorkerLostError) as error:
        progress.clear()
        _fail(str(error))
    progress.clear()
    _report(built.diagnostics, format_)
    if built.files is None:
        click.echo("Nothing was built.", err=True)
        sys.exit(1)
    if format_ == "plain":
        briefs = "1 brief" if built.briefs == 1 else f"{built.briefs} briefs"
        click.echo(f"Built {built.files} files from {briefs} in {out}")


@main.command()
@_request_options
def check(**options: Any) -> None:
    """Say everything that is wrong with the book; write nothing."""
    from briefbook.pipeline import check_book, is_stopped

    format_ = options.pop("format_")
    request = _request(**options)
    checked = check_book(request)
    _report(checked.diagnostics, format_)
    if format_ == "plain" and not checked.diagnostics:
        count = len(checked.loaded.book.briefs)
        click.echo(f"Checked {'1 brief' if count == 1 else f'{count} briefs'}: nothing to report.")
    if is_stopped(checked.diagnostics, strict=request.strict):
        sys.exit(1)


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain a RULE: what it finds, why, a bad case and a good one. Without RULE, list them all."""
    from briefbook.check import run  # noqa: F401  its import registers the rules
    from briefbook.check.registry import RULES, find_rule
    from briefbook.text.near import did_you_mean

    if rule is None:
        width = max(len(each.name) for each in RULES)
        for each in sorted(RULES, key=lambda each: each.name):
            click.echo(f"{each.name:<{width}}  {each.summary}")
        return
    found = find_rule(rule)
    if found is None:
        help = did_you_mean(rule, [each.name for each in RULES])
        raise click.UsageError(f"there is no rule {rule!r}{'; ' + help if help else ''}")
    weight = found.cleared.value
    if found.draft != found.cleared:
        weight = f"{found.draft.value} in a draft, {found.cleared.value} in a cleared brief"
    click.echo(f"{click.style(found.name, bold=True)} ({weight})\n\n{found.summary}\n")
    for title, words in (("Why", found.why), ("Bad", found.bad), ("Good", found.good)):
        click.echo(f"{click.style(title + ':', bold=True)} {words}")


@main.group()
def new() -> None:
    """Make a new brief, actor or source, with its keys in place."""


def _new_command(kind: str, what: str) -> None:
    @new.command(kind, help=f"Make {what}. It never replaces a file that exists.")
    @click.argument("id")
    @click.option("--title", default="", help="Its title or name; by default made from the id.")
    @_CONTENT
    def command(id: str, title: str, content: Path) -> None:
        from briefbook.edit.new import NewFileError, new_file

        try:
            path = new_file(kind, id, content.absolute(), today=dt.date.today(), title=title)
        except (NewFileError, OSError) as error:
            _fail(str(error))
        shown = os.path.relpath(path)
        click.echo(f"Made {path if shown.startswith('..') else shown}")


_new_command("brief", "a draft brief, content/briefs/ID.md")
_new_command("actor", "an actor, content/actors/ID.yaml")
_new_command("source", "a source, seeds/ID.yaml; its text goes beside it, as seeds/ID.txt")


@main.group()
def evidence() -> None:
    """Prove quotations where the text of their source is absent."""


@evidence.command()
@_TEXTS
@_CONTENT
def lock(content: Path, texts: Path | None) -> None:
    """Write seeds/ID.lock for each source whose text is at hand.

    A lock holds hashes and places, never words: with it, a copy of the book without the text still proves its
    quotations. Commit it together with the brief.
    """
    from briefbook.edit.lock import write_locks
    from briefbook.pipeline import check_book

    request = _request(content=content, today=None, strict=False, texts=texts)
    checked = check_book(request)
    failed = [each for each in checked.diagnostics if each.rule == "quote-not-verbatim"]
    if failed:
        _report(failed, "plain")
        click.echo("Nothing was locked.", err=True)
        sys.exit(1)
    locked = write_locks(checked.loaded.book, request.root)
    for each in locked:
        state = "written" if each.is_changed else "unchanged"
        count = "1 passage" if each.passages == 1 else f"{each.passages} passages"
        click.echo(f"{each.file}: {count}, {state}")
    if not locked:
        click.echo("No text of a source is at hand, so nothing was locked.")


def _request(
    content: Path, today: dt.datetime | None, strict: bool, texts: Path | None, **options: Any
) -> Any:
    from briefbook.pipeline import Request

    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name the content's folder with --content")
    return Request(
        content=content,
        today=today.date() if today else _epoch_day(),
        strict=strict,
        texts=texts.absolute() if texts else None,
        **options,
    )


def _epoch_day() -> dt.date | None:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from None


def _report(diagnostics: list[Any], format_: str) -> None:
    from briefbook.report import FORMATS
    from briefbook.report.plain import render_summary

    click.echo(FORMATS[format_](diagnostics), nl=False, err=format_ == "plain")
    if diagnostics and format_ == "plain":
        click.echo(render_summary(diagnostics), err=True)


def _fail(message: str) -> NoReturn:
    click.echo(f"briefbook: {message}", err=True)
    sys.exit(2)


class _Progress:
    """A line that counts pages, on a terminal only."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty() and not os.environ.get("CI")

    def show(self, page: int) -> None:
        if self._is_shown and page % 50 == 0:
            click.echo(f"\r{page} pages", nl=False, err=True)

    def clear(self) -> None:
        if self._is_shown:
            click.echo("\r\x1b[K", nl=False, err=True)
