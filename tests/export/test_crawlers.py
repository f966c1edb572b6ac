"""What crawlers find: a sitemap with pages that exist, and a robots.txt that names it."""

from xml.etree import ElementTree as ET

import pytest

from briefbook.derive.pages import iter_pages
from briefbook.export import crawlers
from tests.derive.books import actor, brief, situation_of
from tests.export.exported import files_of, river

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://example.org/sarn"
PREVIEW = frozenset(("cleared", "draft"))


def entries(data):
    """Address and day of each page in a sitemap."""
    return {each.findtext(f"{SPACE}loc"): each.findtext(f"{SPACE}lastmod") for each in ET.fromstring(data)}


@pytest.mark.parametrize("directories", [True, False])
def test_sitemap_names_every_page_once(directories):
    """The sitemap names all pages but the one for what is not there and those of earlier days."""
    situation = river(site_url=SITE, use_directory_urls=directories)
    found = entries(files_of(situation)["sitemap.xml"])
    pages = {page.url for page in iter_pages(situation) if not page.url.startswith("as-of/")}

    assert {f"{SITE}/{url}" for url in pages - {"404.html"}} == set(found)


@pytest.mark.parametrize("directories", [True, False])
def test_page_changed_with_the_last_brief_that_names_it(directories):
    """A record's day is that of its last brief or correction; lists have the newest day."""
    correction = {"date": "2014-06-20", "entry": "c", "was": "a", "now": "b", "reason": "r"}
    situation = situation_of(
        actor("iran"),
        actor("nobody"),
        brief(claims=[{"id": "c", "text": "It rains.", "by": "iran"}], corrections=[correction]),
        brief("second", "2014-07-01", questions=[{"id": "q", "text": "Why?"}]),
        site_url=SITE,
        use_directory_urls=directories,
    )
    found = entries(files_of(situation)["sitemap.xml"])
    end = "/" if directories else ".html"

    assert "2014-06-20" == found[f"{SITE}/actors/iran{end}"]
    assert "2014-06-20" == found[f"{SITE}/claims/c{end}"]
    assert "2014-06-20" == found[f"{SITE}/briefs/first{end}"]
    assert "2014-07-01" == found[f"{SITE}/questions/q{end}"]
    assert "2014-07-01" == found[f"{SITE}/{'' if directories else 'index.html'}"]
    assert "2014-07-01" == found[f"{SITE}/actors/{'' if directories else 'index.html'}"]
    assert None is found[f"{SITE}/actors/nobody{end}"]


def test_sheets_of_a_list_change_with_the_newest_brief():
    """The second page of a list is dated like the first."""
    briefs = [brief(f"b{number}", f"2014-01-0{number}") for number in range(1, 6)]
    found = entries(files_of(situation_of(*briefs, site_url=SITE, page_size=2))["sitemap.xml"])

    assert "2014-01-05" == found[f"{SITE}/briefs/page/2/"]


def test_free_page_has_no_day():
    """A page on method does not change with the situation."""
    for directories, url in ((True, "about/"), (False, "about.html")):
        situation = river(site_url=SITE, use_directory_urls=directories)
        assert None is entries(files_of(situation)["sitemap.xml"])[f"{SITE}/{url}"]


def test_sitemap_needs_an_address():
    """A sitemap holds whole addresses, so a site that does not know its own has none."""
    found = files_of(river())

    assert "sitemap.xml" not in found
    assert b"Sitemap" not in found["robots.txt"]


def test_robots_name_the_sitemap():
    """Crawlers may come and are told where to begin."""
    robots = files_of(river(site_url=SITE))["robots.txt"].decode()

    assert robots == f"User-agent: *\nDisallow:\n\nSitemap: {SITE}/sitemap.xml\n"


def test_preview_keeps_crawlers_out():
    """Drafts are nobody's to index."""
    found = files_of(situation_of(brief(status="draft"), statuses=PREVIEW, site_url=SITE))

    assert b"User-agent: *\nDisallow: /\n" == found["robots.txt"]
    assert "sitemap.xml" not in found


def test_long_sitemap_is_cut(monkeypatch):
    """Beyond the limit of the protocol there is a list of sitemaps, and together they name each page."""
    situation = river(site_url=SITE)
    whole = entries(files_of(situation)["sitemap.xml"])
    monkeypatch.setattr(crawlers, "MOST", 10)
    files = files_of(situation)
    names = [name.removeprefix(f"{SITE}/") for name in entries(files["sitemap.xml"])]
    parts = [entries(files[name]) for name in names]

    assert all(len(part) <= 10 for part in parts)
    assert whole == {url: day for part in parts for url, day in part.items()}


def test_empty_book_has_a_sitemap():
    """Before the first brief its pages have no day."""
    found = entries(files_of(situation_of(site_url=SITE))["sitemap.xml"])

    assert {None} == set(found.values())
