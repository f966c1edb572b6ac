"""Files of articles as drafts of briefs: each is read by a worker, and named beside those before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefbook.distil.article import Article
from briefbook.distil.draft import Draft
from briefbook.distil.engines import RULES, find_engine
from briefbook.distil.language import find_language
from briefbook.edit.decoding import ArticleError, clean
from briefbook.edit.extract import MOST_BYTES, extract
from briefbook.model.book import Book
from briefbook.model.records import Actor
from briefbook.workers import iter_done, start_workers

if TYPE_CHECKING:
    from briefbook.distil.brief import Frame, Rendered

MOST_CHARACTERS = 1_200_000
"""Of one article; a minute's work, and a draft that no analyst would finish."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Wish(NamedTuple):
    """What is asked of every draft."""

    date: dt.date | None = None
    """When the articles were published; None for what each says of itself."""
    encoding: str = ""
    as_json: bool = False
    """Whether places count in the file as it is, and not in the text that a source of it would have."""
    engine: str = RULES
    model: str = ""
    """Of the engine; empty for its own."""


class Paper(NamedTuple):
    """A file with an article in it."""

    path: Path
    data: bytes | None = None
    """Its bytes where they are here already: those of standard input."""


class Read(NamedTuple):
    """What an engine read out of a file; or why it could not."""

    text: str = ""
    date: dt.date | None = None
    draft: Draft = Draft()
    notes: tuple[str, ...] = ()
    """What an analyst should know about how it was read."""
    mistake: str = ""


class Known(NamedTuple):
    """What the book around knows already."""

    actors: Mapping[str, Actor] = {}
    days: Mapping[str, dt.date] = {}
    """The day of each source by its id."""


def known_of(book: Book) -> Known:
    """What a book knows that helps to read an article."""
    days = {id: each.published.day for id, each in book.sources.items() if each.published.is_exact}
    return Known(book.actors, days)


def iter_read(papers: Sequence[Paper], wish: Wish, known: Known, workers: int = 1) -> Iterator[Read]:
    """What was read out of each file, in their order, by so many processes; 1: by this one.

    Raises:
        WorkerLostError: a process did not live to answer.
    """
    if workers == 1 or len(papers) == 1:
        _start(wish, known)
        yield from map(_read, papers)
        return
    with start_workers(workers, _start, wish, known) as pool:
        yield from iter_done(pool, workers, _read, papers, "read articles")


def render_json(read: Read, path: Path) -> str:
    """What was read out of a file as a line of JSON, which names the file."""
    fields = msgspec.structs.asdict(read.draft)
    return msgspec.json.encode({"article": str(path), **fields}).decode() + "\n"


def render_yaml(read: Read, source: str, frame: Frame) -> Rendered:
    """What was read out of a file as a brief; `source` is its id in the book, where it has one."""
    from briefbook.distil.brief import render_brief

    return render_brief(read.draft, Article(read.text, read.date), frame, source=source)


_asked: list[tuple[Wish, Known]] = []
"""What a worker's process knows of its work."""


def _start(wish: Wish, known: Known) -> None:
    _asked[:] = [(wish, known)]


def _read(paper: Paper) -> Read:
    wish, known = _asked[0]
    try:
        return _distilled(paper, wish, known)
    except ArticleError as error:
        return Read(mistake=str(error))
    except FileNotFoundError:
        return Read(mistake="there is no such file")
    except IsADirectoryError:
        return Read(mistake=f"it is a folder; name the articles in it, as in {paper.path}/*.txt")
    except OSError as error:
        return Read(mistake=f"it cannot be read: {error.strerror or error}")


def _distilled(paper: Paper, wish: Wish, known: Known) -> Read:
    text, published, notes = _article(paper, wish)
    if len(text) > MOST_CHARACTERS:
        raise ArticleError(
            f"it has {len(text):,} characters; at most {MOST_CHARACTERS:,}, some 200,000 words, "
            "can be distilled: cut it into parts"
        )
    language = find_language(text)
    if language not in ("", "English"):
        raise ArticleError(
            f"it is not in English but in {language}; only English can be distilled. "
            "To write its brief by hand: briefbook new brief"
        )
    named = dt.date.fromisoformat(published) if _DAY.fullmatch(published) else None
    day = wish.date or known.days.get(paper.path.stem) or named
    if day is None:
        notes = (*notes, "no date found, so no “Tuesday” can be a day; say it: --date YYYY-MM-DD")
    draft = find_engine(wish.engine, wish.model)(Article(text, day), known.actors)
    notes += tuple(f"left out, not in the article: {each.text!r} ({each.part})" for each in draft.rejected)
    return Read(text, day, draft, notes)


def _article(paper: Paper, wish: Wish) -> tuple[str, str, tuple[str, ...]]:
    """An article's text, the day that it names as its own, and how it was read.

    Raises:
        ArticleError: no text can be taken from it.
        OSError: it cannot be read.
    """
    data = paper.data
    if data is None:
        with paper.path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    article = extract(data, wish.encoding)
    published = article.proposals.get("published")
    text = article.text
    if wish.as_json:
        # Programs count places in the file that they gave, spaces at the ends of lines and all.
        raw = data.decode(errors="replace")
        text = raw if clean(raw).text == text else text
    return text, str(published.value) if published else "", article.notes
