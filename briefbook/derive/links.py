"""Text of authors as safe HTML, its `[[references]]` led to where their records stand."""

from __future__ import annotations

import posixpath
import re

from briefbook.derive.at import At, direction
from briefbook.derive.entries import Life
from briefbook.derive.stances import Cell, Statement
from briefbook.derive.views.base import Html, Link
from briefbook.model.book import address
from briefbook.model.records import Brief, Claim, Event, Judgement, Question, Record
from briefbook.text.destinations import target_of
from briefbook.text.markdown import Target, convert, find_references

PREFIX = "text_"
"""Opens every id of a body, so that no heading takes an entry's anchor."""
_NOTHING = Html("")
_SPECIAL = re.compile(r'[&<>"]|\[\[')


def escape(text: str) -> Html:
    """Plain text as HTML."""
    if _SPECIAL.search(text):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return Html(text)


def inline_html(text: str, at: At, brief: Brief | None = None) -> Html:
    """An inline field of `brief` (or of a record of its own) as HTML."""
    if not text:
        return _NOTHING
    if brief is not None and brief.language:
        return _in_language(brief.language, _inline(text, at, brief), at)
    return _inline(text, at, brief)


def _in_language(language: str, html: Html, at: At) -> Html:
    """The text, said to be in this language where the site is in another."""
    if language == at.situation.settings.language:
        return html
    return Html(f'<span lang="{escape(language)}" dir="{direction(language)}">{html}</span>')


def _inline(text: str, at: At, brief: Brief | None) -> Html:
    if not _SPECIAL.search(text):
        return Html(text)
    pieces: list[str] = []
    end = 0
    for reference in find_references(text):
        pieces += (
            escape(text[end : reference.start]),
            _link(resolve(reference.target, reference.words, at, brief)),
        )
        end = reference.end
    return Html("".join((*pieces, escape(text[end:]))))


def prose_html(text: str, at: At, file: str, brief: Brief | None = None) -> Html:
    """The Markdown body of a content file as HTML."""
    settings = at.situation.settings
    prose = convert(
        text,
        resolve=lambda target, words: resolve(target, words, at, brief),
        rewrite=lambda url, is_image: _picture(url, file, at) if is_image else _published(url, at),
        engine=settings.markdown,
        extensions=settings.markdown_extensions,
        prefix=PREFIX,
        nesting=settings.limits.markdown_nesting,
        seconds=settings.limits.page_seconds,
        top_level=2 if brief is None else 3,
    )
    return Html(prose.html)


def plain(text: str, at: At) -> str:
    """An inline field as plain words."""
    if "[[" not in text:
        return text
    pieces: list[str] = []
    end = 0
    for reference in find_references(text):
        pieces += text[end : reference.start], reference.words or _name(reference.target, at)
        end = reference.end
    return "".join((*pieces, text[end:]))


def resolve(id: str, words: str | None, at: At, brief: Brief | None = None) -> Target:
    """Where a reference leads and what it prints; one to a record that is not there, the given words."""
    if id in at.released.sources:
        return _citation(id, words, at)
    url = find_url(id, at, brief)
    return Target(url, words or (_name(id, at) if url else ""))


def find_url(id: str, at: At, brief: Brief | None = None) -> str:
    """The way to the record of an id, or to a position by its address; empty where there is none.

    A position is the one in `brief`, or else the last one before it, stated before attributed; without a
    brief, the present one.
    """
    released = at.released
    if id in released.actors:
        at.show(released.actors[id])
        return at.href(f"actors/{id}")
    if id in released.issues:
        at.show(released.issues[id])
        return at.href(f"issues/{id}")
    if id in released.briefs:
        return at.href(f"briefs/{id}")
    if id in released.pages:
        return at.href(id)
    if id in released.sources:
        return at.href(f"sources/{id}")
    if "/" in id:
        return _address_url(id, at, brief)
    life = at.situation.entries.lives.get(id)
    if life is None:
        return ""
    at.show(life.now)
    here = f"briefs/{life.brief.id}"
    if isinstance(life.first, (Claim, Question)) and at.path != here:
        return at.href(f"{'claims' if isinstance(life.first, Claim) else 'questions'}/{id}")
    return at.href(here, id)


def entry_link(key: str, at: At, brief: Brief | None) -> Link:
    """An entry by its text, or by the names of what it binds."""
    return Link(url=find_url(key, at, brief), words=_name(key, at, is_whole=True))


def text_of(record: Record) -> str:
    """The field that says what an entry is about, as it was written."""
    if isinstance(record, Event):
        return record.title
    return record.text if isinstance(record, (Claim, Question, Judgement)) else ""


def text_html(life: Life, at: At) -> Html:
    """What an entry is about, as it stands now, in the language of the brief that wrote it so."""
    return inline_html(text_of(life.now), at, life.worded_by)


def _address_url(written: str, at: At, brief: Brief | None) -> str:
    """The way to a position, or to a tie of `brief`."""
    actor, _, issue = written.partition("/")
    cell = at.situation.stances.cells.get((actor, issue))
    if cell is not None:
        return at.href_to(_find_statement(cell, at, brief))
    if brief is not None and any(address(tie) == written for tie in brief.ties):
        return at.href(f"briefs/{brief.id}", written.replace("/", "."))
    return ""


def _find_statement(cell: Cell, at: At, brief: Brief | None) -> Statement:
    if brief is None:
        return cell.present
    rank = at.situation.rank
    here = rank[brief.id]
    known = [each for each in (*cell.stated, *cell.attributed) if rank[each.brief.id] <= here]
    if not known:
        return cell.present
    return max(known, key=lambda each: (each.brief is brief, each.is_stated, rank[each.brief.id]))


def _name(id: str, at: At, *, is_whole: bool = False) -> str:
    """The name by which readers know a record; empty where there is none."""
    released = at.released
    if "/" in id:
        actor, _, rest = id.partition("/")
        name = released.actors[actor].name if actor in released.actors else ""
        other = _name(rest.rpartition("/")[2], at)
        return f"{name}: {other}" if is_whole and other and name else name
    life = at.situation.entries.lives.get(id)
    if life is not None:
        return _shallow(text_of(life.now), at).removesuffix(".")
    record = released.find(id)
    names = (getattr(record, field, "") for field in ("name", "title", "proposition", "publisher"))
    return next(filter(None, names), "")


def _shallow(text: str, at: At) -> str:
    """The text in plain words, without names of other entries: two could name each other for ever."""
    for reference in reversed(find_references(text)):
        is_entry = reference.target in at.situation.entries.lives
        words = reference.words or ("" if is_entry else _name(reference.target, at))
        text = text[: reference.start] + words + text[reference.end :]
    return text


def _citation(id: str, words: str | None, at: At) -> Target:
    source = at.released.sources[id]
    at.show(source)
    if not at.has_notes:
        return Target(at.href(f"sources/{id}"), words or source.publisher)
    return Target(f"#{id}", words or f"[{note_number(id, at)}]")


def note_number(id: str, at: At) -> int:
    """The number of a source's note on this page, which is given when it is first asked."""
    at.notes.setdefault(id, [0, 0, 0])
    return list(at.notes).index(id) + 1


def _link(target: Target) -> str:
    if not target.url:
        return escape(target.words)
    return f'<a href="{escape(target.url)}">{escape(target.words)}</a>'


def _picture(url: str, file: str, at: At) -> str | None:
    """Where a picture beside a content file stands on the site; None where it is not published."""
    picture = target_of(url, file)
    return f"{at.root}{published_picture(picture)}" if picture in at.released.pictures else None


def published_picture(file: str) -> str:
    """The output path of a picture: `files/briefs/map.png`."""
    return f"files/{'/'.join(file.split('/')[-2:])}"


def _published(url: str, at: At) -> str | None:
    """Where a relative link between content files leads on the site; None where nothing is published."""
    path, mark, fragment = url.partition("#")
    stem = posixpath.splitext(posixpath.basename(path))[0]
    found = find_url(stem, at)
    if not found:
        return None
    return found if "#" in found else f"{found}{mark}{fragment}"
