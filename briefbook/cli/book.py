"""The commands about the book: begin a file, check it all, and explain what was found."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import click

from briefbook.cli.options import CONTENT, make_request, request_options
from briefbook.cli.output import fail, report, short


@click.command()
@click.option("--require-text", is_flag=True, help="Let a quoted source without its text be an error.")
@request_options
def check(**options: Any) -> None:
    """Say everything that is wrong with the book; write nothing.

    Where the texts of the sources may not be copied, run it with --require-text on the one machine that has
    them: it believes no lock.
    """
    from briefbook.pipeline import check_book, is_stopped

    format_ = options.pop("format_")
    request = make_request(**options)
    checked = check_book(request)
    report(checked.diagnostics, format_)
    if format_ == "plain" and not checked.diagnostics:
        count = len(checked.loaded.book.briefs)
        click.echo(f"Checked {'1 brief' if count == 1 else f'{count} briefs'}: nothing to report.")
    if is_stopped(checked.diagnostics, strict=request.strict):
        sys.exit(1)


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain a RULE: what it finds, why, a bad case and a good one. Without RULE, list them all."""
    from briefbook.check import run  # noqa: F401  its import registers the rules
    from briefbook.check.registry import RULES, find_rule
    from briefbook.text.near import did_you_mean

    if rule is None:
        width = max(len(each.name) for each in RULES)
        for each in sorted(RULES, key=lambda each: each.name):
            click.echo(f"{each.name:<{width}}  {each.summary.splitlines()[0]}")
        return
    found = find_rule(rule)
    if found is None:
        help = did_you_mean(rule, [each.name for each in RULES]) or "`briefbook explain` lists them all"
        raise click.UsageError(f"there is no rule {rule!r}; {help}")
    weight = found.cleared.value
    if found.draft != found.cleared:
        weight = f"{found.draft.value} in a draft, {found.cleared.value} in a cleared brief"
    click.echo(f"{click.style(found.name, bold=True)} ({weight})\n\n{found.summary}\n")
    for title, words in (("Why", found.why), ("Bad", found.bad), ("Good", found.good)):
        click.echo(f"{click.style(title + ':', bold=True)} {words}")


@click.group()
def new() -> None:
    """Make a new brief, actor, issue, source or page, with its keys in place."""


def _new_command(kind: str, what: str) -> None:
    @new.command(kind, help=f"Make {what}. It never replaces a file that exists.")
    @click.argument("id")
    @click.option("--title", default="", help="Its title or name; by default made from the id.")
    @CONTENT
    def command(id: str, title: str, content: Path) -> None:
        from briefbook.edit.new import NewFileError, new_file

        try:
            path = new_file(kind, id, content.absolute(), today=dt.date.today(), title=title)
        except NewFileError as error:
            fail(str(error))
        click.echo(f"Made {short(path)}")


_new_command("brief", "a draft brief, content/briefs/ID.md")
_new_command("actor", "an actor, content/actors/ID.yaml")
_new_command("issue", "an issue, content/issues/ID.yaml")
_new_command("page", "a free page, content/pages/ID.md")
_new_command("source", "a source, seeds/ID.yaml; its text goes beside it, as seeds/ID.txt")
