"""The page on the data, and what each page of a site says of its data and feeds."""

import posixpath
import re

import pytest

from briefbook.derive.columns import TABLES
from briefbook.derive.pages.data import data_page
from tests.derive.books import brief, situation_of
from tests.export.exported import river
from tests.sites import RIVER, build, run

LINK = re.compile(r'<(?:a|link)\b[^>]*\bhref="([^"#]+)')
ALTERNATE = re.compile(r'<link rel="alternate" type="([^"]+)" href="([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of the invented situation."""
    return build(RIVER, tmp_path_factory.mktemp("river") / "site")


def resolved(page, url):
    """The file to which a link on a page leads."""
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page), url))
    return f"{file}/index.html" if url.endswith("/") else file


def test_links_of_the_data_page_lead_to_files(site):
    """Each table, example and list that the page names is there."""
    page = site["data/index.html"].decode()
    targets = {resolved("data/index.html", url) for url in LINK.findall(page)}

    assert {table.file for table in TABLES} <= targets
    assert {
        "data/index.json",
        "data/schema.json",
        "data/datapackage.json",
        "SHA256SUMS",
        "now.txt",
    } <= targets
    assert targets <= site.keys()


def test_every_page_names_its_feeds_and_its_data(site):
    """Alternates are files of the site: the feeds, a record's JSON, a brief's JSON-LD."""
    found = {
        name: {kind: resolved(name, url) for kind, url in ALTERNATE.findall(data.decode())}
        for name, data in site.items()
        if name.endswith(".html") and name != "404.html"
    }

    assert {each for alternates in found.values() for each in alternates.values()} <= site.keys()
    assert {("feed.xml", "feed.json")} == {
        (each["application/atom+xml"], each["application/feed+json"]) for each in found.values()
    }
    assert "data/actors/ommar.json" == found["actors/ommar.html"]["application/json"]
    assert "data/briefs/2031-03-03-kelmet.jsonld" == found["claims/river-fell.html"]["application/ld+json"]
    assert "application/json" not in found["actors/index.html"]


def test_every_record_page_links_to_its_data(site):
    """Each page of a record offers the record itself."""
    pages = [
        name
        for name in site
        if re.fullmatch(r"(actors|issues|briefs|claims|questions|sources)/[^/]+\.html", name)
    ]

    for name in pages:
        if not name.endswith("/index.html"):
            assert "This page as data" in site[name].decode()


def test_columns_are_explained_once(site):
    """Every column but the days beside a date stands in the dictionary of the page."""
    page = site["data/index.html"].decode()
    names = {column.name for table in TABLES for column in table.columns if column.type != "day"}

    assert names == set(re.findall(r"<dt><code>(\w+)</code>", page))


def test_licence_is_stated_or_its_absence():
    """The view carries the words of the setting, and who publishes."""
    view = data_page(river(licence="CC-BY-4.0", publisher="River desk", site_url="https://example.org/sarn"))

    assert ("CC-BY-4.0", "River desk", "https://example.org/sarn/") == (
        view.licence,
        view.publisher,
        view.address,
    )


def test_page_without_a_licence_says_whom_to_ask(site):
    """No licence means: ask."""
    assert (
        "No licence is stated. Ask the publisher before you use it again." in site["data/index.html"].decode()
    )


def test_empty_book_has_a_page_on_its_data():
    """Before the first brief there are tables and no records."""
    view = data_page(situation_of())

    assert () == view.kinds
    assert None is view.as_of
    assert len(TABLES) == len(view.tables)


def test_kinds_are_counted():
    """Only kinds that have records are listed."""
    view = data_page(situation_of(brief(claims=[{"id": "c", "text": "It rains."}])))

    assert [("briefs", 1, "../data/briefs/first.json"), ("claims", 1, "../data/claims/c.json")] == [
        (each.code, each.number, each.example) for each in view.kinds
    ]


def test_page_for_what_is_not_there_leads_home_from_any_depth(tmp_path):
    """Where the site knows its address, all links of its 404 page begin at the root of the host."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Ferry\nsite_url: https://example.org/ferry/\n"
        "plugins:\n- briefbook:\n    default_tlp: CLEAR\n"
    )
    status, words = run("build", "--content", tmp_path / "content", "--out", tmp_path / "site")
    page = (tmp_path / "site/404.html").read_text()

    assert 0 == status, words
    assert all(url.startswith(("/ferry/", "https://")) for url in LINK.findall(page))
