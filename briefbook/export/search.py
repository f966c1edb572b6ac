"""The index that the search page asks for once a reader looks for something.

Each file is a script: a page that was opened from a folder may load nothing else. It holds the words as
readers see them, so that they are folded in one place only, `assets/search.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import msgspec

from briefbook.derive.at import At
from briefbook.derive.entries import Life, is_overdue
from briefbook.derive.links import plain, text_of
from briefbook.derive.pages.search import SEARCH, Part, iter_parts
from briefbook.derive.situation import Situation
from briefbook.export.inert import inert
from briefbook.model.records import Actor, Brief, Claim, Event, Issue, Judgement, Question, Record, Source
from briefbook.text.edtf import When
from briefbook.words import Words

RECEIVER = "briefbookIndex"
"""The function of `search.js` that takes the rows of a kind."""


class Row(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One record as the search knows it."""

    id: str
    text: str
    """Its name, title or sentence."""
    more: str = ""
    """What else it is found by, a line each: aliases and offices, a bottom line, a publisher, a place."""
    date: str = ""
    """In words."""
    code: str = ""
    """Its status or kind, which the page has words for."""
    about: str = ""
    """Ids of actors and issues by whose names it is found too, a space between them."""
    brief: str = ""
    """The brief that holds it, where it has no page of its own."""
    corrected: str = ""
    """When we last corrected it, as a sentence."""


def iter_index(situation: Situation, words: Words) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path of each file of the index, and what makes its bytes."""
    for part in iter_parts(situation):
        yield part.file, partial(index_file, situation, words, part)


def index_file(situation: Situation, words: Words, part: Part) -> bytes:
    """A script that hands over the rows of one part of the index."""
    at = At(situation, SEARCH)
    rows = (inert(msgspec.json.encode(row_of(each, at, words))) for each in part.records)
    return b'%s("%s",[\n%s\n]);\n' % (RECEIVER.encode(), part.kind.encode(), b",\n".join(rows))


def row_of(found: Record | Life, at: At, words: Words) -> Row:
    """The row of a record, or of an entry as it now stands."""
    match found:
        case Life():
            return _entry(found, at, words)
        case Actor():
            bodies = (*(post.at for post in found.posts), *found.member_of, found.of)
            return Row(
                id=found.id,
                text=found.name,
                more=_lines(*found.aliases, *(post.title for post in found.posts)),
                code=found.kind,
                about=_ids(bodies),
            )
        case Issue():
            return Row(id=found.id, text=found.proposition, more=_lines(found.name))
        case Brief():
            return Row(
                id=found.id,
                text=found.title,
                more=_lines(plain(found.bottom_line, at)),
                date=words.date(found.as_of.text),
                code=found.product if found.status == "cleared" else found.status,
                corrected=_corrected(at.situation.corrections.last_of(found), words),
            )
        case Source():
            return Row(
                id=found.id,
                text=found.title,
                more=_lines(found.publisher, *found.authors),
                date=words.date(found.published.text),
                corrected=_corrected(_last(found.id, at), words),
            )
    return Row(id=getattr(found, "id", ""), text=getattr(found, "title", ""))


def _entry(life: Life, at: At, words: Words) -> Row:
    now = life.now
    by = now.by if isinstance(now, Claim) else ""
    return Row(
        id=life.id,
        text=plain(text_of(now), at),
        more=now.likelihood if isinstance(now, Judgement) else getattr(now, "place", ""),
        date=words.date((now.date if isinstance(now, Event) else life.brief.as_of).text),
        code="overdue" if _is_overdue(life, at.situation) else getattr(now, "status", ""),
        about=_ids((by, *getattr(now, "actors", ()), *now.issues)),
        brief="" if isinstance(now, (Claim, Question)) else life.brief.id,
        corrected=_corrected(_last(life.id, at), words),
    )


def _last(id: str, at: At) -> When | None:
    """When an entry or a source was last corrected."""
    found = at.situation.corrections.of.get(id)
    return found[-1].record.date if found else None


def _corrected(date: When | None, words: Words) -> str:
    return words.gettext("Corrected %(date)s.") % {"date": words.date(date.text)} if date else ""


def _is_overdue(life: Life, situation: Situation) -> bool:
    return isinstance(life.now, Question) and is_overdue(life.now, situation.today)


def _ids(ids: Iterable[str]) -> str:
    return " ".join(filter(None, dict.fromkeys(ids)))


def _lines(*words: str) -> str:
    return "\n".join(filter(None, dict.fromkeys(" ".join(each.split()) for each in words)))
