"""The newest briefs and corrections as an Atom feed (RFC 4287) and a JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefbook.derive.at import At
from briefbook.derive.corrections import Mended
from briefbook.derive.links import entry_link, plain
from briefbook.derive.publication import publisher_of
from briefbook.derive.situation import Situation
from briefbook.export.address import Addresses
from briefbook.export.atom import Channel, Item, moment, render_atom, urn_of
from briefbook.export.mended import now_reads, sentence, stood
from briefbook.export.records import render_json
from briefbook.model.records import Brief
from briefbook.words import Words

ATOM, JSON_FEED = "feed.xml", "feed.json"
MOST = 30
"""Briefs in a feed, and as many corrections."""
CORRECTION = "correction"
"""The tag of a correction; a brief has that of its product."""


def iter_feeds(situation: Situation, words: Words) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path and maker of each feed; none in a preview."""
    if not situation.released.is_preview:
        yield ATOM, lambda: Feed(situation, words).atom()
        yield JSON_FEED, lambda: Feed(situation, words).json()


class Feed:
    """The feed of one situation."""

    def __init__(self, situation: Situation, words: Words) -> None:
        self.situation = situation
        self.settings = situation.settings
        self.addresses = Addresses(situation)
        self.at = At(situation, "")
        self.words = words
        briefs = map(self.item, situation.briefs[: -MOST - 1 : -1])
        corrections = map(self.correction, situation.corrections.all[:MOST])
        # The sort is stable: of one moment, a correction stands before the brief.
        self.items = tuple(sorted((*corrections, *briefs), key=lambda item: item.published, reverse=True))
        self.updated = max((item.updated for item in self.items), default=moment(None))

    def item(self, brief: Brief) -> Item:
        """A brief as the feed shows it."""
        corrections = self.situation.corrections.by_brief.get(brief.id, [])[::-1]
        dates = (brief.as_of, *(each.record.date for each in corrections))
        bottom_line = plain(brief.bottom_line, self.at)
        messages = tuple(plain(each, self.at) for each in brief.key_messages)
        return Item(
            id=self.urn(f"briefs/{brief.id}"),
            url=self.addresses.page(f"briefs/{brief.id}"),
            title=brief.title,
            published=moment(brief.as_of),
            updated=max(map(moment, dates)),
            authors=brief.authors or (publisher_of(self.situation),),
            language=brief.language or self.settings.language,
            tag=brief.product,
            summary=bottom_line,
            paragraphs=tuple(filter(None, (bottom_line, *messages, *map(self._notice, corrections)))),
        )

    def correction(self, mended: Mended) -> Item:
        """A correction as the feed shows it: by itself, so that readers learn of it however old the brief."""
        record, brief, _ = mended
        entry = entry_link(record.entry, self.at, mended.home)
        change = now_reads(self.words, record.was, record.now)
        told = " ".join(filter(None, (change, record.reason, stood(self.words, mended))))
        return Item(
            id=self.urn(f"briefs/{brief.id}/corrections/{self._name(mended)}"),
            url=self.addresses.site + entry.url.removeprefix("./"),
            title=self.words.gettext("Correction: %(entry)s") % {"entry": entry.words},
            published=moment(record.date),
            updated=moment(record.date),
            authors=brief.authors or (publisher_of(self.situation),),
            language=brief.language or self.settings.language,
            tag=CORRECTION,
            summary=change,
            paragraphs=tuple(filter(None, (told, plain(record.note, self.at)))),
        )

    def _notice(self, mended: Mended) -> str:
        """A correction in its brief."""
        record = mended.record
        heading = self.words.gettext("Corrected on %(date)s:") % {"date": self.words.date(record.date.text)}
        change = now_reads(self.words, record.was, record.now)
        entry = sentence(entry_link(record.entry, self.at, mended.home).words)
        return f"{heading} {entry} {change} {record.reason}"

    def _name(self, mended: Mended) -> str:
        """A correction's name in its brief, which stays when others are added or its words are mended."""
        entry, date = mended.record.entry, mended.record.date.text
        alike = [each for each in mended.brief.corrections if (each.entry, each.date.text) == (entry, date)]
        place = next(place for place, each in enumerate(alike) if each is mended.record)
        return f"{entry}/{date}" + (f"/{place + 1}" if place else "")

    def urn(self, path: str = "") -> str:
        """As `urn_of`."""
        return urn_of(self.situation, path)

    def atom(self) -> bytes:
        """`feed.xml`."""
        return render_atom(
            self.situation,
            Channel(
                id=self.urn(),
                title=self.settings.site_name,
                url=self.addresses.file(ATOM),
                home=self.addresses.home,
                updated=self.updated,
                items=self.items,
            ),
        )

    def json(self) -> bytes:
        """`feed.json`; without an address of the site it names no URLs, which may not be relative there."""
        feed: dict[str, object] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.settings.site_name,
            "language": self.settings.language,
            "authors": [{"name": publisher_of(self.situation)}],
            "items": [self._json_item(item) for item in self.items],
        }
        if self.addresses.site:
            feed |= {"home_page_url": self.addresses.home, "feed_url": self.addresses.file(JSON_FEED)}
        return render_json(feed)

    def _json_item(self, item: Item) -> dict[str, object]:
        found: dict[str, object] = {
            "id": item.id,
            "title": item.title,
            "summary": item.summary,
            "content_html": item.html,
            "date_published": item.published,
            "date_modified": item.updated,
            "authors": [{"name": name} for name in item.authors],
            "language": item.language,
            "tags": [item.tag],
        }
        return {**found, "url": item.url} if self.addresses.site else found
