"""Briefs and other records as readers meet them: titles, bottom line, key messages."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import (
    Actor,
    Brief,
    Claim,
    Event,
    FreePage,
    Issue,
    Judgement,
    Question,
    Source,
)
from briefbook.text.characters import is_blank

_FEWEST, _MOST = 2, 5
Named = Source | Actor | Issue | Brief | FreePage | Claim | Event | Question | Judgement
"""What readers know by a title, a name or a sentence."""

_NAMES_OF: dict[type[Named], tuple[str, ...]] = {
    Source: ("publisher", "title"),
    Actor: ("name",),
    Issue: ("proposition",),
    Brief: ("title",),
    FreePage: ("title",),
    Claim: ("text",),
    Event: ("title",),
    Question: ("text",),
    Judgement: ("text",),
}
"""The fields that hold it."""


@rule("bottom-line-missing", draft=WARNING)
def bottom_line_missing(brief: Brief, _: At) -> Iterator[Finding]:
    """A brief without its bottom line.

    Why: most readers read nothing else.
    Bad: a brief that begins with its entries
    Good: `bottom_line: Tehran says it may help once Washington acts.`
    """
    if not brief.bottom_line:
        yield Finding((), "the brief has no bottom line", "add `bottom_line:`, two or three sentences")


@rule("key-messages-count", draft=WARNING)
def key_messages_count(brief: Brief, _: At) -> Iterator[Finding]:
    """A sitrep with fewer than two or more than five key messages.

    Why: one is the bottom line again, and nobody remembers six.
    Bad: seven `key_messages`
    Good: three
    """
    count = len(brief.key_messages)
    if brief.product == "sitrep" and not _FEWEST <= count <= _MOST:
        path = ("key_messages",) if count else ()
        help = (
            "move the lesser ones into the body" if count > _MOST else "add `key_messages:`, a sentence each"
        )
        yield Finding(path, f"a sitrep has {_FEWEST} to {_MOST} key messages, this one has {count}", help)


@rule("cleared-by-missing", WARNING)
def cleared_by_missing(brief: Brief, _: At) -> Iterator[Finding]:
    """A cleared brief that does not say who cleared it.

    Why: clearing is somebody's decision.
    Bad: `status: cleared` alone
    Good: `status: cleared` with `cleared_by: Middle East desk`
    """
    if brief.status == "cleared" and not brief.cleared_by:
        yield Finding(("status",), "the brief is cleared, but not by anybody", "add `cleared_by:`")


@rule("title-blank")
def title_blank(record: Named, _: At) -> Iterator[Finding]:
    """A title, name or text that shows nothing.

    Why: its links could not be seen or followed.
    Bad: a title of invisible characters
    Good: `title: Border talks`
    """
    for field in _NAMES_OF[type(record)]:
        if is_blank(getattr(record, field)):
            yield Finding((field,), f"the {field} shows nothing", "write words that can be seen")


@rule("title-too-long")
def title_too_long(record: Named, at: At) -> Iterator[Finding]:
    """A title, name, proposition or text longer than the site allows.

    Why: it stands in navigation, in lists and on a phone.
    Bad: a title of four hundred characters
    Good: a title of one line
    """
    limit = at.book.settings.limits.title_chars
    for field in _NAMES_OF[type(record)]:
        length = len(getattr(record, field))
        if length > limit:
            message = f"the {field} has {length} characters, more than {limit}"
            yield Finding((field,), message, "say it in one line; the rest belongs in the body")
