"""Each brief as linked data: schema.org in JSON-LD, for search engines and fact-check databases.

A claim on which the desk has a finding is a `ClaimReview`; one that is unverified or only disputed is a
`Claim`, because nobody has rated it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from briefbook.derive import dates
from briefbook.derive.at import At
from briefbook.derive.corrections import Mended
from briefbook.derive.entries import Life
from briefbook.derive.links import entry_link, plain
from briefbook.derive.publication import publisher_of, site_address
from briefbook.derive.situation import Situation
from briefbook.export.address import Addresses
from briefbook.export.fields import Fields
from briefbook.export.inert import inert
from briefbook.export.mended import now_reads, sentence
from briefbook.export.package import is_spdx
from briefbook.export.records import DataFile
from briefbook.model.book import iter_entries
from briefbook.model.records import Actor, Brief, Claim, Event, Source
from briefbook.text.edtf import When, parse_when
from briefbook.words import Words

CONTEXT = "https://schema.org"
RATED = ("corroborated", "confirmed", "refuted")
"""Findings of the desk on whether a claim is true."""

_STATUSES = {
    "happened": "EventScheduled",
    "scheduled": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
"""By schema.org, an event that took place when it should have is `EventScheduled`."""


def iter_linked(situation: Situation, words: Words) -> Iterator[DataFile]:
    """A file for each brief; none in a preview."""
    if not situation.released.is_preview:
        graph = Graph(situation, words)
        for id in sorted(situation.released.briefs):
            make: Callable[[], bytes] = partial(graph.render, situation.released.briefs[id])
            yield DataFile("linked-data", id, f"briefs/{id}.jsonld", make)


class Graph:
    """What the briefs of one situation say, as nodes."""

    def __init__(self, situation: Situation, words: Words) -> None:
        self.situation = situation
        self.settings = situation.settings
        self.addresses = Addresses(situation)
        self.at = At(situation, "")
        self.words = words
        self.publisher: Fields = {"@type": "Organization", "name": publisher_of(situation)}
        self.root = "" if site_address(situation) else "../../"
        """What leads from the file to the root, where the site has no address."""

    def render(self, brief: Brief) -> bytes:
        """The file of a brief: the report, its events and its claims as they now stand."""
        lives = self.situation.entries.lives
        nodes = [self.report(brief)]
        nodes += [self.event(lives[each.id]) for each in brief.events]
        nodes += [self.claim(lives[each.id]) for each in brief.claims]
        return inert(msgspec.json.encode({"@context": CONTEXT, "@graph": nodes}, order="sorted")) + b"\n"

    def report(self, brief: Brief) -> Fields:
        """The brief itself."""
        corrections = self.situation.corrections.by_brief.get(brief.id, [])[::-1]
        return _filled(
            {
                "@id": self._page(f"briefs/{brief.id}"),
                "@type": "Report",
                "name": brief.title,
                "abstract": plain(brief.bottom_line, self.at),
                "datePublished": _iso(brief.as_of),
                "dateModified": max((_iso(each.record.date) for each in corrections), default=""),
                "correction": list(map(self.correction, corrections)),
                "inLanguage": brief.language or self.settings.language,
                "author": [{"@type": "Person", "name": name} for name in brief.authors] or self.publisher,
                "publisher": self.publisher,
                "about": [self.actor(id) for id in self._actors(brief)],
                "isBasedOn": [self.source(self.situation.released.sources[id]) for id in brief.sources],
                "isPartOf": {"@id": self._page(""), "@type": "WebSite", "name": self.settings.site_name},
                "license": self._licence(),
                "usageInfo": "" if is_spdx(self.settings.licence) else self.settings.licence,
            }
        )

    def _actors(self, brief: Brief) -> list[str]:
        named = (entry.record for entry in iter_entries(brief))
        ids = {
            id
            for record in named
            for id in (
                getattr(record, "actor", ""),
                getattr(record, "by", ""),
                *getattr(record, "actors", ()),
            )
        }
        return sorted(ids - {""})

    def _licence(self) -> str:
        licence = self.settings.licence
        return f"https://spdx.org/licenses/{licence}" if is_spdx(licence) else ""

    def correction(self, mended: Mended) -> Fields:
        """What was mended."""
        record = mended.record
        change = now_reads(self.words, record.was, record.now)
        entry = entry_link(record.entry, self.at, mended.home).words
        return _filled(
            {
                "@type": "CorrectionComment",
                "datePublished": _iso(record.date),
                "text": f"{sentence(entry)} {change} {record.reason}",
            }
        )

    def actor(self, id: str) -> Fields:
        """An actor by name; an unnamed source is nobody in particular."""
        actor: Actor = self.situation.released.actors[id]
        kind = {"person": "Person", "unnamed": "Thing"}.get(actor.kind, "Organization")
        known = f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else ""
        return _filled(
            {"@id": self._page(f"actors/{id}"), "@type": kind, "name": actor.name, "sameAs": known}
        )

    def _actor_id(self, id: str) -> Fields:
        """The name of an actor's node, which the report holds."""
        return {"@id": self._page(f"actors/{id}")}

    def source(self, source: Source) -> Fields:
        """What a brief or a claim rests on."""
        return _filled(
            {
                "@id": self._page(f"sources/{source.id}"),
                "@type": "CreativeWork",
                "name": source.title,
                "publisher": {"@type": "Organization", "name": source.publisher},
                "author": [{"@type": "Person", "name": name} for name in source.authors],
                "datePublished": _iso(source.published),
                "url": source.url if source.url.startswith(("http://", "https://")) else "",
            }
        )

    def event(self, life: Life) -> Fields:
        """An event as it now stands."""
        event = life.now
        assert isinstance(event, Event)
        return _filled(
            {
                "@id": self._page(f"briefs/{life.brief.id}", life.id),
                "@type": "Event",
                "name": plain(event.title, self.at),
                "startDate": _iso(event.date),
                "eventStatus": f"https://schema.org/{_STATUSES[event.status]}",
                "location": {"@type": "Place", "name": event.place} if event.place else "",
                "about": [self._actor_id(id) for id in event.actors],
            }
        )

    def claim(self, life: Life) -> Fields:
        """A claim, or the desk's review of it."""
        record = life.now
        assert isinstance(record, Claim)
        sources = dict.fromkeys(piece.source for piece in record.evidence if piece.source)
        page = self._page(f"claims/{life.id}")
        claim = _filled(
            {
                "@id": page,
                "@type": "Claim",
                "text": plain(record.text, self.at),
                "author": self._actor_id(record.by) if record.by else "",
                "appearance": [{"@id": self._page(f"sources/{id}")} for id in sources],
            }
        )
        return claim if record.status not in RATED else self.review(life, claim, page)

    def review(self, life: Life, claim: Fields, page: str) -> Fields:
        """The desk's finding on a claim, with its reason."""
        status = str(getattr(life.now, "status", ""))
        rated = next((step for step in reversed(life.steps) if step.update.status), None)
        reason = plain(rated.update.reason, self.at) if rated else ""
        return _filled(
            {
                "@id": f"{page}#_review",
                "@type": "ClaimReview",
                "url": page,
                "claimReviewed": claim["text"],
                "itemReviewed": claim,
                "author": self.publisher,
                "datePublished": _iso(rated.brief.as_of if rated else life.brief.as_of),
                "reviewRating": _filled(
                    {
                        "@type": "Rating",
                        "alternateName": self.words.gettext(status.capitalize()),
                        "ratingExplanation": reason
                        or self.words.gettext("The desk’s finding on the evidence that its page shows."),
                    }
                ),
            }
        )

    def _page(self, path: str, anchor: str = "") -> str:
        return f"{self.root}{self.addresses.page(path, anchor)}"


def _iso(when: When) -> str:
    """The date, where ISO 8601 can say it; of a range, its first day."""
    return dates.date(when).iso or dates.date(_start(when)).iso


def _start(when: When) -> When:
    start, slash, _ = when.text.partition("/")
    return parse_when(start) if slash and start not in ("", "..") else when


def _filled(node: Fields) -> Fields:
    return {key: value for key, value in node.items() if value not in ("", [], None)}
