"""Lists as pages show them: whole, or cut with the way to where they stand whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from briefbook.derive.at import At
from briefbook.derive.views.base import Listed, View

T = TypeVar("T")
V = TypeVar("V", bound=View)


NOTHING: Listed[Any] = Listed(rows=(), count=0, url="")
"""A list without a row; most lists of most records are that."""


def whole(rows: Iterable[V]) -> Listed[V]:
    """A list that stands here in full."""
    shown = tuple(rows)
    return Listed(rows=shown, count=len(shown), url="")


def first(rows: Sequence[T], row: Callable[[T, At], V], most: int, at: At, path: str) -> Listed[V]:
    """At most the first `most` rows; where there are more, `path` is that of the page with all of them."""
    if not rows:
        return NOTHING
    shown = tuple([row(each, at) for each in rows[:most]])
    return Listed(rows=shown, count=len(rows), url=at.href(path) if len(rows) > most else "")


def last(rows: Sequence[T], row: Callable[[T, At], V], most: int, at: At, path: str) -> Listed[V]:
    """At most the last `most` rows."""
    if not rows:
        return NOTHING
    shown = tuple([row(each, at) for each in rows[-most:]])
    return Listed(rows=shown, count=len(rows), url=at.href(path) if len(rows) > most else "")
