"""Feeds of the newest briefs."""

import json
import re
from xml.etree import ElementTree as ET

import feedparser
import pytest

from briefbook.export.feeds import MOST, moment
from briefbook.text.edtf import parse_when
from tests.derive.books import brief, situation_of
from tests.export.exported import files_of, json_of, river

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SITE = "https://example.org/sarn"
CORRECTION = {
    "date": "2014-06-20",
    "entry": "c",
    "was": "five",
    "now": "six",
    "reason": "We misread <it>.",
}
CORRECTED = brief(
    bottom_line="Talks & <trade>.",
    authors=["A. Writer"],
    language="fr",
    claims=[{"id": "c", "text": "Six came."}],
    corrections=[CORRECTION],
)


def atom(situation):
    """The Atom feed, parsed."""
    return ET.fromstring(files_of(situation)["feed.xml"])


@pytest.mark.parametrize("site_url", ["", SITE])
def test_atom_is_read_without_a_fault(site_url):
    """A feed reader finds each brief and correction, newest first, with title, summary, date and author."""
    situation = river(site_url=site_url)
    feed = feedparser.parse(files_of(situation)["feed.xml"])

    assert not feed.bozo
    assert "atom10" == feed.version
    assert situation.settings.site_name == feed.feed.title
    dated = [(each.as_of.first, each.title) for each in situation.briefs]
    dated.append(
        (parse_when("2031-03-06").first, "Correction: The gates of the dam close and the filling begins")
    )
    assert [title for _, title in sorted(dated, reverse=True)] == [entry.title for entry in feed.entries]
    assert all(entry.summary and entry.updated_parsed and entry.author for entry in feed.entries)


@pytest.mark.parametrize("site_url", ["", SITE])
def test_atom_has_what_the_standard_demands(site_url):
    """Feed and entries have one id, title and date each; ids are absolute, and none comes twice."""
    feed = atom(river(site_url=site_url))
    entries = feed.findall(f"{ATOM}entry")
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]

    for each in (feed, *entries):
        assert [1, 1, 1] == [len(each.findall(f"{ATOM}{tag}")) for tag in ("id", "title", "updated")]
        assert RFC3339.fullmatch(each.findtext(f"{ATOM}updated"))
        assert each.findtext(f"{ATOM}author/{ATOM}name")
        assert each.find(f"{ATOM}link[@rel='alternate']").get("href")
    assert all(id.startswith("urn:uuid:") for id in ids)
    assert len(ids) == len(set(ids))


def test_ids_stay_when_urls_change():
    """A reader shows no brief twice because its page moved from `x/` to `x.html`."""
    ids = [
        [entry["id"] for entry in json_of(river(site_url=SITE, use_directory_urls=way), "feed.json")["items"]]
        for way in (True, False)
    ]

    assert ids[0] == ids[1]


def test_correction_makes_a_brief_new_again():
    """A correction dates its brief anew and stands in its entry, in both feeds."""
    feed = feedparser.parse(files_of(situation_of(CORRECTED))["feed.xml"])
    item = json_of(situation_of(CORRECTED), "feed.json")["items"][-1]
    entry = feed.entries[-1]

    assert ("2014-06-15T00:00:00Z", "2014-06-20T00:00:00Z") == (entry.published, entry.updated)
    assert "2014-06-20T00:00:00Z" == item["date_modified"]
    for html in (entry.content[0].value, item["content_html"]):
        assert "Corrected on 20 June 2014: Six came. “five” now reads “six”. We misread &lt;it&gt;." in html


def test_correction_is_an_item_of_its_own():
    """A feed tells of each correction: what it reads now, where the mistake stood and since when."""
    feed = feedparser.parse(files_of(situation_of(CORRECTED, site_url=SITE))["feed.xml"])
    item = json_of(situation_of(CORRECTED, site_url=SITE), "feed.json")["items"][0]
    told = "<p>“five” now reads “six”. We misread &lt;it&gt;. It stood in “First” from 15 June 2014 on.</p>"

    assert ("Correction: Six came", f"{SITE}/claims/c/", ["correction"], told) == (
        item["title"],
        item["url"],
        item["tags"],
        item["content_html"],
    )
    assert (
        item["date_published"] == item["date_modified"] == "2014-06-20T00:00:00Z" == feed.entries[0].updated
    )
    assert (item["id"], item["title"], item["url"]) == (
        feed.entries[0].id,
        feed.entries[0].title,
        feed.entries[0].link,
    )


def test_correction_keeps_its_name():
    """Its id stays when its words are mended and when others are added; each has its own."""

    def ids(*corrections):
        made = brief(claims=[{"id": "c", "text": "Six came."}], corrections=list(corrections))
        items = json_of(situation_of(made), "feed.json")["items"]
        return [item["id"] for item in items if item["tags"] == ["correction"]]

    mended = {**CORRECTION, "reason": "We misread it."}
    later = {**CORRECTION, "date": "2014-06-21"}

    assert ids(CORRECTION) == ids(mended) == ids(CORRECTION, later)[1:]
    assert 2 == len(set(ids(CORRECTION, mended)))


def test_correction_of_an_old_brief_is_news():
    """A brief that has left the feed comes back by its correction alone."""
    newer = [brief(f"b{number:03}", f"2015-01-{number % 28 + 1:02}") for number in range(MOST)]
    titles = [item["title"] for item in json_of(situation_of(CORRECTED, *newer), "feed.json")["items"]]

    assert "Correction: Six came" in titles
    assert "First" not in titles


def test_correction_in_a_later_brief_dates_the_one_that_was_wrong():
    """Both briefs are news: the one with the mistake and the one with the notice."""
    items = json_of(
        situation_of(
            brief(claims=[{"id": "c", "text": "Six came."}]),
            brief("second", "2014-06-18", corrections=[CORRECTION]),
        ),
        "feed.json",
    )["items"]

    assert 3 == [item["date_modified"] for item in items].count("2014-06-20T00:00:00Z")


def test_markup_in_content_is_text():
    """Angle brackets of an author are words in the feed."""
    feed = feedparser.parse(files_of(situation_of(CORRECTED))["feed.xml"])

    assert "Talks & <trade>." == feed.entries[-1].summary
    assert "fr" == feed.entries[-1].content[0].language


def test_json_feed_is_one():
    """Version, title and items are there; with an address of the site, so are all URLs."""
    feed = json_of(river(site_url=SITE, licence="CC0-1.0"), "feed.json")

    assert "https://jsonfeed.org/version/1.1" == feed["version"]
    assert f"{SITE}/feed.json" == feed["feed_url"]
    assert feed["home_page_url"].startswith(f"{SITE}/")
    assert all(item["id"] and item["content_html"] and item["url"].startswith(SITE) for item in feed["items"])


def test_json_feed_names_no_relative_url():
    """Its URLs must be absolute, so a site without an address has none."""
    feed = json_of(river(), "feed.json")

    assert not {"feed_url", "home_page_url"} & set(feed)
    assert all("url" not in item for item in feed["items"])


def test_feed_holds_the_newest():
    """Of many briefs, a feed has a readable number."""
    many = situation_of(
        *(brief(f"b{number:03}", f"2014-01-{number % 28 + 1:02}") for number in range(MOST + 1))
    )

    assert MOST == len(json_of(many, "feed.json")["items"])


def test_licence_is_in_the_feed():
    """Terms of use stand in the feed where there are any."""
    assert "CC0-1.0" == atom(river(licence="CC0-1.0")).findtext(f"{ATOM}rights")
    assert None is atom(river()).find(f"{ATOM}rights")


def test_preview_has_no_feed():
    """Nobody subscribes to drafts."""
    drafts = situation_of(brief(status="draft"), statuses=frozenset(("cleared", "draft")))

    assert not {"feed.xml", "feed.json"} & set(files_of(drafts))


def test_empty_book_has_a_feed():
    """The feed is there before the first brief, so that a reader can subscribe."""
    feed = feedparser.parse(files_of(situation_of())["feed.xml"])

    assert not feed.bozo
    assert [] == feed.entries


def test_characters_that_xml_cannot_hold_are_left_out():
    """A control character in a title does not break the feed."""
    feed = feedparser.parse(files_of(situation_of(brief(title="A\x01B")))["feed.xml"])

    assert not feed.bozo
    assert "AB" == feed.entries[0].title
    assert json.loads(files_of(situation_of(brief(title="A\x01B")))["feed.json"])["items"]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2014-06-15", "2014-06-15T00:00:00Z"),
        ("2014-06-15T18:00+02:00", "2014-06-15T16:00:00Z"),
        ("../2014-06-15", "2014-06-15T23:59:59Z"),
    ],
)
def test_moment_is_the_first_of_a_date(when, said):
    """Feeds want a moment: the first that a date can mean, in UTC."""
    assert said == moment(parse_when(when))
