"""The command that drafts: an article in, a draft of a brief out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefbook.cli.options import CONTENT, TEXTS, make_request, settings_or_end
from briefbook.cli.output import fail, short

if TYPE_CHECKING:
    from briefbook.distil.article import Article
    from briefbook.distil.draft import Draft
    from briefbook.model.book import Book

_STDIN = Path("-")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@click.command()
@click.argument(
    "articles",
    nargs=-1,
    required=True,
    metavar="ARTICLE...",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
)
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="When it was published, by which “Tuesday” is a day; by default what the article says of itself.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="A brief to finish, or what was read as JSON, one line for each article.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write it to this new file; with several articles as YAML, to this folder.",
)
@click.option("--encoding", default="", help="Encoding of a file that does not say it, as in windows-1251.")
@TEXTS
@CONTENT
def distil(
    articles: tuple[Path, ...],
    date: dt.datetime | None,
    format_: str,
    output: Path | None,
    encoding: str,
    content: Path,
    texts: Path | None,
) -> None:
    """Draft a brief from each ARTICLE: a text, a saved web page, a PDF, or - for standard input.

    It reads who says what, what is claimed and who denies it, what falls due, who stands where and what is
    open. Rules do that on this machine; no words leave it. Every passage stands in the article as it is
    written, what is doubtful says `todo`, and a comment above each entry says where it was found. A draft is
    never published: a person decides.

    Run in a book, it names actors as the book does.
    """
    book = _book(content, texts)
    many = len(articles) > 1 and format_ == "yaml"
    if many and output is None:
        raise click.UsageError("several briefs need a folder: -o FOLDER; or write --format json")
    made = {_name(file): _distilled(file, date, encoding, format_, book) for file in articles}
    if output is None:
        click.echo("".join(made.values()), nl=False)
    elif many:
        for name, text in made.items():
            _write(output / f"{name}.md", text)
    else:
        _write(output, "".join(made.values()))


def _name(file: Path) -> str:
    return "article" if file == _STDIN else file.stem


def _write(path: Path, text: str) -> None:
    """A new file; one that exists stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        fail(f"{short(path)} exists already; it was not changed")
    click.echo(f"Made {short(path)}", err=True)


def _book(content: Path, texts: Path | None) -> Book | None:
    """The book around, if there is one: its actors are the first that a draft knows."""
    if not content.is_dir():
        return None
    from briefbook.load.book import load_book

    request = make_request(content, texts=texts)
    return load_book(request.root, request.content.absolute(), settings_or_end(request), texts).book


def _distilled(file: Path, date: dt.datetime | None, encoding: str, format_: str, book: Book | None) -> str:
    """One article's draft in a format."""
    from briefbook.distil.article import Article
    from briefbook.distil.language import find_language
    from briefbook.distil.rules import distil

    text, published = _read(file, encoding, is_untouched=format_ == "json")
    language = find_language(text)
    if language not in ("", "English"):
        fail(f"{_shown(file)}: it is not in English but in {language}; only English can be distilled")
    day = date.date() if date else _published(published, file, book)
    if day is None:
        click.echo(f"{_shown(file)}: no date found, so no “Tuesday” can be a day; say --date", err=True)
    article = Article(text, day)
    draft = distil(article, book.actors if book else {})
    for each in draft.rejected:
        click.echo(f"{_shown(file)}: left out, not in the article: {each.text!r} ({each.part})", err=True)
    return _rendered(draft, article, file, format_, book)


def _published(words: str, file: Path, book: Book | None) -> dt.date | None:
    """The day of an article: that of its source in the book, else the one that it names as its own."""
    source = book.sources.get(file.stem) if book else None
    if source is not None and source.published.is_exact:
        return source.published.day
    return dt.date.fromisoformat(words) if _DAY.fullmatch(words) else None


def _rendered(draft: Draft, article: Article, file: Path, format_: str, book: Book | None) -> str:
    if format_ == "json":
        import msgspec

        return msgspec.json.encode(draft).decode() + "\n"
    try:
        from briefbook.distil.brief import render_brief
    except ImportError:
        fail("a brief is written by a library: pip install 'briefbook[distil]'; or use --format json")
    source = file.stem if book and file.stem in book.sources else ""
    return render_brief(draft, article, source, _taken(book))


def _taken(book: Book | None) -> Collection[str]:
    """Ids that a new entry may not have."""
    from briefbook.check.ids import RESERVED

    known: Mapping[str, object] = book.places if book else {}
    return {*RESERVED, *known}


def _read(file: Path, encoding: str, *, is_untouched: bool) -> tuple[str, str]:
    """An article's text, as its file has it if it is plain text, and the day that it names as its own."""
    from briefbook.edit.decoding import ArticleError, clean
    from briefbook.edit.extract import MOST_BYTES, extract

    with click.open_file(str(file), "rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    try:
        article = extract(data, encoding)
    except ArticleError as error:
        fail(f"{_shown(file)}: {error}")
    for note in article.notes:
        click.echo(f"{_shown(file)}: {note}", err=True)
    published = article.proposals.get("published")
    text = article.text
    if is_untouched:
        # Programs count places in the file that they gave, spaces at the ends of lines and all.
        raw = data.decode(errors="replace")
        text = raw if clean(raw).text == text else text
    return text, str(published.value) if published else ""


def _shown(file: Path) -> str:
    return "standard input" if file == _STDIN else short(file)
