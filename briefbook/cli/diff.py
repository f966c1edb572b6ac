"""The command for a reviewer: what lies between two revisions of the book."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefbook.cli.options import CONTENT, TEXTS, TODAY, make_request
from briefbook.cli.output import fail
from briefbook.model.marking import Marking

if TYPE_CHECKING:
    from briefbook.diff import Side
    from briefbook.request import Request
    from briefbook.revisions import Repository, Revision


@click.command()
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["plain", "json", "markdown"]),
    default="plain",
    show_default=True,
    help="How it is printed: for people, for programs, or as a comment on a pull request.",
)
@click.option(
    "--ceiling",
    type=click.Choice([each.value for each in Marking], case_sensitive=False),
    help="Strictest marking that readers may see; by default what each revision's settings say.",
)
@click.option("--drafts", is_flag=True, help="Compare as if every draft were cleared.")
@TEXTS
@TODAY
@CONTENT
def diff(
    old: str,
    new: str | None,
    format_: str,
    ceiling: str | None,
    drafts: bool,
    content: Path,
    today: dt.datetime | None,
    texts: Path | None,
) -> None:
    """Say what the book publishes in NEW and did not in OLD, two revisions of git.

    Without NEW it is the working tree, without OLD the last commit. OLD...NEW is what NEW changed since it
    left OLD, as a pull request shows it. First come markings, loosened ones before all; then what readers
    will see otherwise, and which quotations and sources are others. The working tree is not touched, and
    no rule is asked: a file with a mistake is named and left out.
    """
    from briefbook.diff import compare
    from briefbook.diff.json import render_json
    from briefbook.diff.markdown import render_markdown
    from briefbook.diff.terminal import render_terminal
    from briefbook.pipeline import no_collection
    from briefbook.revisions import Repository, RevisionError

    marking = Marking(ceiling) if ceiling else None
    request = make_request(content, today=today, texts=texts, ceiling=marking, drafts=drafts)
    try:
        repository = Repository(content)
        first, second = _revisions(repository, old, new)
        with no_collection():
            compared = compare(_past(repository, first, request), _side(repository, second, request))
    except RevisionError as error:
        fail(str(error))
    if format_ == "plain":
        click.echo(render_terminal(compared, shutil.get_terminal_size().columns), nl=False)
    else:
        click.echo((render_json if format_ == "json" else render_markdown)(compared), nl=False)


def _revisions(repository: Repository, old: str, new: str | None) -> tuple[Revision, Revision | None]:
    """The two revisions that are meant; None for the working tree."""
    if new is None and "..." in old:
        one, _, other = old.partition("...")
        return repository.find_fork(one or "HEAD", other or "HEAD"), repository.find(other or "HEAD")
    if new is None and ".." in old:
        one, _, other = old.partition("..")
        return repository.find(one or "HEAD"), repository.find(other or "HEAD")
    return repository.find(old), repository.find(new) if new is not None else None


def _side(repository: Repository, revision: Revision | None, request: Request) -> Side:
    """The state of a revision, or of the working tree."""
    if revision is None:
        return _read("the working tree", request)
    return _past(repository, revision, request)


def _past(repository: Repository, revision: Revision, request: Request) -> Side:
    """The state of a revision, read from a copy that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="briefbook-diff-") as folder:
        content = repository.copy(revision, Path(folder))
        return _read(revision.label, request._replace(content=content))


def _read(label: str, request: Request) -> Side:
    from briefbook.diff import Side
    from briefbook.load.book import load_book
    from briefbook.pipeline import situation_of
    from briefbook.request import settings_of

    settings, found = settings_of(request)
    loaded = load_book(request.root, request.content.absolute(), settings, request.texts)
    return Side(label, loaded.book, situation_of(loaded, request), [*found, *loaded.diagnostics])
