"""Files for programs: data, feeds, search, and what servers and crawlers ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefbook.derive.situation import Situation
from briefbook.export.calendar import iter_calendar
from briefbook.export.crawlers import iter_crawler_files
from briefbook.export.feeds import iter_feeds
from briefbook.export.followed import iter_followed
from briefbook.export.headers import PUBLISHED, SERVERS
from briefbook.export.linked import iter_linked
from briefbook.export.now import Now
from briefbook.export.package import Package
from briefbook.export.search import iter_index
from briefbook.words import Words

__all__ = ["Export", "iter_exports"]


class Export(NamedTuple):
    """One file of the site that is no page."""

    file: str
    """Its output path: `data/actors/iran.json`."""
    make: Callable[[], bytes]
    """Its bytes; nothing is worked out before they are asked for."""


def iter_exports(situation: Situation, words: Words) -> Iterator[Export]:
    """All files of the site that are made from its records and are no pages; they speak the site's words."""
    settings = situation.settings
    for server in settings.servers:
        yield Export(PUBLISHED[server], SERVERS[server](settings.site_url).encode)
    yield from (Export(file, make) for file, make in iter_index(situation, words))
    yield from (Export(file, make) for file, make in iter_machine_files(situation, words))


def iter_machine_files(situation: Situation, words: Words) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Data, linked data, feeds, the situation in plain text, and what crawlers ask for."""
    yield from Package(situation, words, iter_linked(situation, words)).iter_files()
    yield from iter_feeds(situation, words)
    yield from iter_followed(situation, words)
    yield from iter_calendar(situation, words)
    yield "now.txt", lambda: Now(situation, words).render()
    yield from iter_crawler_files(situation)
