"""The command that drafts: articles in, drafts of briefs out."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefbook.cli.options import CONTENT, TEXTS, Day, make_request, settings_or_end
from briefbook.cli.output import Progress, fail, short

if TYPE_CHECKING:
    from briefbook.edit.distil import Paper, Read, Wish
    from briefbook.model.book import Book

_STDIN = Path("-")


@click.command()
@click.argument(
    "articles",
    nargs=-1,
    required=True,
    metavar="ARTICLE...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@click.option(
    "--date",
    type=Day(),
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
@click.option(
    "--new-actors",
    metavar="DIRECTORY",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write each actor that the book does not know as a new file of this folder, as in content/actors, "
    "and not into the brief.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read articles; the bytes are the same with any number.",
)
@click.option(
    "--engine",
    default="rules",
    show_default=True,
    help="Who reads: rules; or spacy, a model of English that gives the rules a second opinion.",
)
@click.option(
    "--model",
    default="",
    metavar="NAME|DIRECTORY",
    help="Another model for that engine: one that is installed, or a folder with one.",
)
@click.option("--encoding", default="", help="Encoding of a file that does not say it, as in windows-1251.")
@TEXTS
@CONTENT
def distil(
    articles: tuple[Path, ...],
    date: dt.datetime | None,
    format_: str,
    output: Path | None,
    new_actors: Path | None,
    workers: int,
    engine: str,
    model: str,
    encoding: str,
    content: Path,
    texts: Path | None,
) -> None:
    """Draft a brief from each ARTICLE: a text, a saved web page, a PDF, or - for standard input.

    It reads who says what, what is claimed and who denies it, what falls due, who stands where and what is
    open. Rules do that on this machine; no words leave it. Every passage stands in the article as it is
    written, what is doubtful says `todo`, and a comment above each entry says where it was found. A draft is
    never published: a person decides.

    Run in a book, it names actors as the book does. An article that cannot be read does not stop the others.
    """
    from briefbook.edit.distil import Wish

    if articles.count(_STDIN) > 1:
        raise click.UsageError("standard input can be read once: name - once")
    if new_actors and format_ == "json":
        raise click.UsageError("JSON holds all actors: --new-actors goes with a brief")
    _check_engine(engine, model)
    desk = _Desk(articles, output, new_actors, _book(content, texts))
    wish = Wish(date.date() if date else None, encoding, format_ == "json", engine, model)
    if wish.as_json:
        desk.write_lines(wish, workers)
    else:
        desk.write_briefs(wish, workers)
    if desk.mistakes:
        sys.exit(2)


def _check_engine(engine: str, model: str) -> None:
    """Ends where no article could be read: an engine or its model is not there."""
    from briefbook.distil.engines import EngineError, find_engine

    try:
        find_engine(engine, model)
    except EngineError as error:
        fail(str(error))


class _Desk:
    """Takes what is read out of the articles, in their order, to where it goes."""

    def __init__(
        self, articles: tuple[Path, ...], output: Path | None, new_actors: Path | None, book: Book | None
    ) -> None:
        self.mistakes = 0
        self._articles = articles
        self._output = output
        self._new_actors = new_actors
        self._book = book
        self._progress = Progress(f"of {len(articles)} articles", every=1)

    def write_lines(self, wish: Wish, workers: int) -> None:
        """Each article as a line of JSON, into one file or to the output."""
        from briefbook.edit.distil import render_json

        if self._output and self._exists(self._output):
            return
        lines = (render_json(read, article) for article, read in self._read(self._articles, wish, workers))
        if self._output is None:
            for line in lines:
                click.echo(line, nl=False)
        else:
            made = "".join(lines)
            if made:
                self._write({self._output: made})

    def write_briefs(self, wish: Wish, workers: int) -> None:
        """Each article as a brief, into its file or to the output."""
        try:
            from briefbook.distil.brief import Frame
        except ImportError:
            fail("a brief is written by a library: pip install 'briefbook[distil]'; or use --format json")
        from briefbook.distil.ids import Ids
        from briefbook.edit.distil import render_yaml

        targets = self._targets()
        free = [each for each in self._articles if not (targets and self._exists(targets[each]))]
        ids = Ids(self._book.places if self._book else ())
        frame = Frame(ids, actors_apart=self._new_actors is not None)
        for article, read in self._read(free, wish, workers):
            source = article.stem if self._book and article.stem in self._book.sources else ""
            made = render_yaml(read, source, frame._replace(tlp=self._marking_of(source)))
            if targets:
                self._write({targets[article]: made.brief})
            else:
                click.echo(made.brief, nl=False)
            for id, text in made.actors.items():
                assert self._new_actors is not None
                path = self._new_actors / f"{id}.yaml"
                if path.exists():
                    self._say(article, f"{short(path)} exists already; it was not changed")
                else:
                    self._write({path: text})

    def _marking_of(self, source: str) -> str:
        """The marking of a draft: that of its source; empty where it is the one of the book's settings."""
        if self._book is None:
            return "CLEAR"
        default = self._book.settings.default_tlp
        own = self._book.sources[source].tlp if source else None
        return "" if default and own in (None, default) else (own.value if own else "CLEAR")

    def _targets(self) -> dict[Path, Path]:
        """The file of each brief; empty where it is printed.

        Raises:
            UsageError: two briefs would be one file, or several would be printed.
        """
        output, is_one = self._output, len(self._articles) == 1
        if output is None:
            if not is_one:
                raise click.UsageError("several briefs need a folder: -o FOLDER; or write --format json")
            return {}
        if is_one and not output.is_dir():
            return {self._articles[0]: output}
        if output.exists() and not output.is_dir():
            raise click.UsageError(f"{output} is a file; several briefs need a folder")
        names = {each: f"{self._stem(each)}.md" for each in self._articles}
        counted = Counter(names[each].casefold() for each in self._articles)
        for each in self._articles:
            if counted[names[each].casefold()] > 1:
                file = short(output / names[each])
                raise click.UsageError(f"several articles would become {file}; distil them one by one")
        return {each: output / name for each, name in names.items()}

    def _stem(self, article: Path) -> str:
        """What the brief of an article is called: like its file, unless that is the name of a source."""
        if article == _STDIN:
            return "article-draft"
        is_taken = self._book is not None and article.stem in self._book.places
        return f"{article.stem}-draft" if is_taken else article.stem

    def _read(
        self, articles: tuple[Path, ...] | list[Path], wish: Wish, workers: int
    ) -> Iterator[tuple[Path, Read]]:
        """Each article that could be read; of the others it is said why not."""
        from briefbook.edit.distil import Known, iter_read, known_of
        from briefbook.workers import WorkerLostError

        known = known_of(self._book) if self._book else Known()
        papers = [_paper(each) for each in articles]
        try:
            for number, (article, read) in enumerate(
                zip(articles, iter_read(papers, wish, known, workers), strict=True), 1
            ):
                self._progress.clear()
                for note in read.notes:
                    self._say(article, note)
                if read.mistake:
                    self._say(article, read.mistake, is_mistake=True)
                else:
                    yield article, read
                if len(articles) > 1:
                    self._progress.show(number)
        except WorkerLostError as error:
            fail(str(error))
        finally:
            self._progress.clear()

    def _exists(self, path: Path) -> bool:
        if path.exists():
            words = "it exists already; it was not changed. Name another, or move it away"
            self._say(path, words, is_mistake=True)
        return path.exists()

    def _write(self, files: dict[Path, str]) -> None:
        """New files; one that exists stays as it is, and none is ever half written."""
        from briefbook.edit.together import write_together

        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_together({path: text.encode() for path, text in files.items()})
        for path in files:
            self._progress.clear()
            click.echo(f"Made {short(path)}", err=True)

    def _say(self, article: Path, words: str, *, is_mistake: bool = False) -> None:
        self.mistakes += is_mistake
        shown = "standard input" if article == _STDIN else short(article)
        click.echo(f"{'briefbook: ' if is_mistake else ''}{shown}: {words}", err=True)


def _paper(article: Path) -> Paper:
    from briefbook.edit.distil import Paper
    from briefbook.edit.extract import MOST_BYTES

    data = sys.stdin.buffer.read(MOST_BYTES + 1) if article == _STDIN else None
    return Paper(article, data)


def _book(content: Path, texts: Path | None) -> Book | None:
    """The book around, if there is one: its actors are the first that a draft knows."""
    if not content.is_dir():
        return None
    from briefbook.load.book import load_book

    request = make_request(content, texts=texts)
    return load_book(request.root, request.content.absolute(), settings_or_end(request), texts).book
