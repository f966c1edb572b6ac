"""The command for an editor: one brief laid out for review."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path

import click

from briefbook.cli.options import CONTENT, TEXTS, TODAY, make_request, settings_or_end
from briefbook.cli.output import report


@click.command()
@click.argument("brief")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "markdown"]),
    help="How it is printed; by default for the terminal, and as Markdown when it goes elsewhere.",
)
@click.option(
    "--context",
    type=click.IntRange(0, 1000),
    default=80,
    show_default=True,
    help="Characters of the article on each side of a quotation.",
)
@TEXTS
@TODAY
@CONTENT
def sheet(
    brief: str,
    format_: str | None,
    context: int,
    content: Path,
    today: dt.datetime | None,
    texts: Path | None,
) -> None:
    """Lay out BRIEF, an id or a file, for the editor who clears it.

    First come the calls that no machine can make, each with a box to tick; then, entry by entry, our
    sentence, the article's words and what was checked. Mistakes in the brief are shown, and do not stop it.
    Nothing is written.
    """
    from briefbook.load.book import load_book
    from briefbook.pipeline import no_collection
    from briefbook.sheet import make_sheet
    from briefbook.sheet.find import DamagedBriefError, NoBriefError, find_brief
    from briefbook.sheet.markdown import render_markdown
    from briefbook.sheet.terminal import render_terminal

    request = make_request(content, today=today, texts=texts)
    settings = settings_or_end(request)
    try:
        with no_collection():
            loaded = load_book(request.root, request.content.absolute(), settings, request.texts)
            made = make_sheet(loaded, find_brief(brief, loaded, request.root), request.today, context)
    except NoBriefError as error:
        raise click.UsageError(str(error)) from None
    except DamagedBriefError as error:
        report(error.found)
        sys.exit(1)
    if (format_ or ("terminal" if sys.stdout.isatty() else "markdown")) == "markdown":
        click.echo(render_markdown(made), nl=False)
    else:
        click.echo(render_terminal(made, shutil.get_terminal_size().columns), nl=False)
