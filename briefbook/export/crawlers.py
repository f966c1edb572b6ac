"""What tells crawlers where to go: `robots.txt`, and a sitemap where the site has an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from xml.sax.saxutils import escape

from briefbook.derive.dates import last_day
from briefbook.derive.pages import iter_pages
from briefbook.derive.place import AS_OF, HOME, INDEXES, NOT_FOUND, url_of
from briefbook.derive.publication import site_address
from briefbook.derive.situation import Situation
from briefbook.model.records import Brief

SITEMAP = "sitemap.xml"
MOST = 50_000
"""Addresses in one file, after the protocol of sitemaps.org."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def iter_crawler_files(situation: Situation) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path and maker of each file."""
    has_map = bool(site_address(situation)) and not situation.released.is_preview
    yield "robots.txt", partial(render_robots, situation, has_map=has_map)
    if has_map:
        urls = tuple(iter_urls(situation))
        parts = [urls[start : start + MOST] for start in range(0, len(urls), MOST)]
        if len(parts) == 1:
            yield SITEMAP, partial(render_sitemap, situation, parts[0])
        else:
            names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
            yield SITEMAP, partial(render_list, situation, names)
            for name, part in zip(names, parts, strict=True):
                yield name, partial(render_sitemap, situation, part)


def render_robots(situation: Situation, *, has_map: bool) -> bytes:
    """`robots.txt`: a preview is nobody's to index."""
    lines = ["User-agent: *", "Disallow: /" if situation.released.is_preview else "Disallow:"]
    if has_map:
        lines += ["", f"Sitemap: {site_address(situation)}{SITEMAP}"]
    return "".join(f"{line}\n" for line in lines).encode()


def iter_urls(situation: Situation) -> Iterator[str]:
    """The URL of each page that is to be found, relative to the root.

    What the situation was on an earlier day is led to by its list; such pages come and go with new briefs.
    """
    missing = url_of(NOT_FOUND, situation.settings.use_directory_urls)
    urls = (page.url for page in iter_pages(situation) if page.url != missing)
    return (url for url in urls if not url.startswith(f"{AS_OF}/"))


def render_sitemap(situation: Situation, urls: tuple[str, ...]) -> bytes:
    """A sitemap; each page changed last with the newest brief that names its record."""
    site, changed = site_address(situation), LastChanges(situation)
    rows = []
    for url in urls:
        day = changed.day(url)
        rows.append(
            f"<url><loc>{escape(site + url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        )
    return f"{_HEAD.format('urlset')}{''.join(rows)}</urlset>\n".encode()


def render_list(situation: Situation, names: list[str]) -> bytes:
    """A list of sitemaps."""
    rows = "".join(
        f"<sitemap><loc>{escape(site_address(situation) + name)}</loc></sitemap>\n" for name in names
    )
    return f"{_HEAD.format('sitemapindex')}{rows}</sitemapindex>\n".encode()


class LastChanges:
    """The day on which each page last changed."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._newest = self._day(situation.newest)

    def day(self, url: str) -> str:
        """The day of the last brief that names the page's record; of lists, the newest brief's."""
        parts = url.removesuffix("index.html").removesuffix(".html").strip("/").split("/")
        if len(parts) > 1 and parts[1] != "page":
            return self._day(self._last(parts[1]))
        return self._newest if parts[0] in (HOME, *INDEXES) else ""

    def _last(self, id: str) -> Brief | None:
        return self._situation.released.briefs.get(id) or self._situation.mentions.last(id)

    def _day(self, brief: Brief | None) -> str:
        """The brief's day, or that of its latest correction."""
        if brief is None:
            return ""
        corrected = self._situation.corrections.last_of(brief)
        return max(map(last_day, filter(None, (brief.as_of, corrected)))).isoformat()
