"""The commands about sources: take articles in, look after their texts, and prove what is quoted."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import click

from briefbook.cli.options import CONTENT, FORMAT, TEXTS, make_request, settings_or_end
from briefbook.cli.output import fail, report, short
from briefbook.model.marking import Marking


@click.group()
def source() -> None:
    """Take in articles, and see which of them changed."""


@source.command("add")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option("--id", default="", help="Its id; by default made from publisher and date: wsj-2014-06-15.")
@click.option(
    "--rights",
    type=click.Choice(["public", "licensed", "excerpt"]),
    default="excerpt",
    show_default=True,
    help="What may be done with its text.",
)
@click.option("--published", metavar="DATE", default="", help="When it was published, as in 2014-06-15.")
@click.option("--url", default="", help="Where it stands on the web.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--title", default="", help="Its headline.")
@click.option("--encoding", default="", help="Encoding of a file that does not say it, as in windows-1251.")
@click.option("--force", is_flag=True, help="Replace the record and the text of that id.")
@TEXTS
@CONTENT
def add_source(file: Path, content: Path, texts: Path | None, force: bool, **wished: Any) -> None:
    """Make a source of FILE: a text, a saved web page, a PDF, or - for standard input.

    It writes the record, seeds/ID.yaml, with what the file says of itself, and the readable text, ID.txt, in
    the folder of texts or else in seeds/. Web pages and PDFs need: pip install 'briefbook[sources]'
    """
    from briefbook.edit.decoding import ArticleError
    from briefbook.edit.extract import MOST_BYTES
    from briefbook.edit.ignored import is_exposed
    from briefbook.edit.source import Wish
    from briefbook.edit.source import add_source as add

    request = make_request(content, texts=texts)
    settings = settings_or_end(request)
    folder = request.texts or (request.root / settings.texts if settings.texts else None)
    wish = Wish(**wished, tlp=(settings.default_tlp or Marking.CLEAR).value, is_forced=force)
    name = "" if str(file) == "-" else file.name
    try:
        with click.open_file(str(file), "rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        added = add(data, name, wish, request.root, folder, dt.date.today())
    except ArticleError as error:
        fail(f"{name or 'standard input'}: {error}")
    click.echo(f"Made {short(added.record)}")
    click.echo(f"Stored its text in {short(added.text)}: {added.words} words")
    for key, words in (("Not found", added.missing), ("Unsure", added.unsure)):
        if words:
            click.echo(f"{key}: {', '.join(words)}; see the record")
    for note in added.notes:
        click.echo(f"Note: {note}", err=True)
    if wish.rights != "public" and is_exposed(added.text):
        click.echo(
            f"Warning: git does not ignore {short(added.text)}, and its rights forbid a public copy; "
            "name it in .gitignore",
            err=True,
        )
    click.echo(f"Quote from it with `source: {added.record.stem}`")


@source.command()
@FORMAT
@TEXTS
@CONTENT
def status(content: Path, texts: Path | None, format_: str) -> None:
    """Say of each source whether its text is here and still the one that was quoted.

    Exit status: 1 when a text changed under a quotation that no longer stands in it, or a file of the book
    cannot be read.
    """
    from briefbook.edit.status import iter_status
    from briefbook.edit.status_table import render_status_lines, render_table
    from briefbook.load.book import load_book
    from briefbook.pipeline import is_stopped

    request = make_request(content, texts=texts)
    loaded = load_book(
        request.root, request.content.absolute(), settings_or_end(request), texts=request.texts
    )
    statuses = list(iter_status(loaded, request.root, request.texts))
    click.echo((render_table if format_ == "plain" else render_status_lines)(statuses), nl=False)
    faults = [each for each in loaded.diagnostics if is_stopped([each], strict=False)]
    if faults:
        report(faults)
    if faults or any(each.hits for each in statuses):
        sys.exit(1)


@click.group()
def evidence() -> None:
    """Prove quotations where the text of their source is absent."""


@evidence.command()
@TEXTS
@CONTENT
def lock(content: Path, texts: Path | None) -> None:
    """Write seeds/ID.lock for each source whose text is at hand.

    A lock holds hashes and places, never words: with it, a copy of the book without the text still proves its
    quotations. Commit it together with the brief.
    """
    from briefbook.check.quotations import BY_TEXT
    from briefbook.edit.lock import MERGE, lacks_merge, write_locks
    from briefbook.pipeline import check_book

    request = make_request(content, texts=texts)
    checked = check_book(request)
    failed = [each for each in checked.diagnostics if each.rule in BY_TEXT]
    if failed:
        report(failed)
        click.echo("Nothing was locked.", err=True)
        sys.exit(1)
    locked = write_locks(checked.loaded.book, request.root)
    for each in locked:
        state = "written" if each.is_changed else "unchanged"
        count = "1 passage" if each.passages == 1 else f"{each.passages} passages"
        click.echo(f"{each.file}: {count}, {state}")
    if not locked:
        click.echo("No text of a source is at hand, so nothing was locked.")
    elif lacks_merge(request.root):
        click.echo(f"With the line `{MERGE}` in .gitattributes, git merges the locks of branches by itself.")
