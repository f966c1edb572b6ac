"""Feeds of what changed about one actor or one issue."""

import re

import feedparser
import pytest

from briefbook.derive.pages import iter_pages
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.export.exported import CLEARED, files_of, river
from tests.sites import RIVER, build

IRAN, VALE, TALKS = actor("iran", name="Iran & Co"), actor("vale"), issue(name="Talks <now>")
POSITION = {"actor": "iran", "issue": "talks", "stance": "supports"}


def entries(situation, path):
    """The entries of a feed, parsed."""
    feed = feedparser.parse(files_of(situation)[f"{path}/feed.xml"])
    assert not feed.bozo
    return feed.entries


def told(situation, path):
    """Titles of the entries of a feed."""
    return [entry.title for entry in entries(situation, path)]


@pytest.fixture
def situation():
    """Two briefs in which much changes."""
    question = {"id": "q", "text": "Who [[vale|came]]?", "due": "2014-06-12", "issues": ["talks"]}
    claim = {
        "id": "c",
        "text": "Ten came.",
        "by": "iran",
        "figures": [{"what": "came", "reported": "as many as ten"}],
    }
    figures = [{"what": "came", "reported": "at least six"}]
    correction = {"date": "2014-06-14", "entry": "iran/talks", "was": "a", "now": "b", "reason": "Misread."}
    return situation_of(
        IRAN,
        VALE,
        TALKS,
        source(),
        brief("one", "2014-06-10", positions=[POSITION], questions=[question], claims=[claim]),
        brief(
            "two",
            "2014-06-14",
            title="The second",
            authors=["A. Writer"],
            language="fr",
            positions=[{**POSITION, "stance": "mixed", "condition": "[[vale]] does", "reason": "They met."}],
            updates=[{"update": "c", "figures": figures}],
            corrections=[correction, {**correction, "was": "c"}],
        ),
        site_url="https://example.org/book",
    )


def test_feed_of_an_actor_tells_what_changed_about_it(situation):
    """Newest first, each change is an entry: what kind, about what, from what to what."""
    assert [
        "Moved: Iran & Co, Talks <now>: Supports -> Mixed",
        "Corrected: Iran & Co: Talks <now>: “c” now reads “b”.",
        "Corrected: Iran & Co: Talks <now>: “a” now reads “b”.",
        "Figure revised: Ten came: came, as many as ten -> at least six",
        "New position: Iran & Co, Talks <now>: Supports",
        "New claim: Ten came: Unverified",
        "New actor: Iran & Co",
    ] == told(situation, "actors/iran")


def test_feed_of_an_issue_tells_what_changed_about_it(situation):
    """Positions on it, its questions and what became overdue."""
    assert [
        "Moved: Iran & Co, Talks <now>: Supports -> Mixed",
        "Corrected: Iran & Co: Talks <now>: “c” now reads “b”.",
        "Corrected: Iran & Co: Talks <now>: “a” now reads “b”.",
        "Question overdue: Who came",
        "New position: Iran & Co, Talks <now>: Supports",
        "New question: Who came: Open",
    ] == told(situation, "issues/talks")


def test_entry_says_where_why_and_by_whom(situation):
    """An entry leads to the statement, and has its condition, reason, brief, author, language and kind."""
    first = entries(situation, "actors/iran")[0]

    assert "https://example.org/book/briefs/two/#iran.talks" == first.link
    assert ("A. Writer", "moved", "2014-06-14T00:00:00Z") == (first.author, first.tags[0].term, first.updated)
    assert "fr" == first.summary_detail.language
    said = first.content[0].value
    assert "<p>Condition: Vale does.</p><p>Reason: They met.</p><p>Reported in The second</p>" in said


def test_each_change_leads_to_its_entry(situation):
    """A claim or question has a page, a correction leads to what it mended, a new actor to its page."""
    links = [
        entry.link.removeprefix("https://example.org/book/") for entry in entries(situation, "actors/iran")
    ]

    assert [
        "briefs/two/#iran.talks",
        "briefs/two/#iran.talks",
        "briefs/two/#iran.talks",
        "claims/c/",
        "briefs/one/#iran.talks",
        "claims/c/",
        "actors/iran/",
    ] == links


def test_ids_stay_when_more_is_added(situation):
    """Ids are made of what a change is about, and those of two alike are told apart by number."""
    before = {entry.id for path in ("actors/iran", "issues/talks") for entry in entries(situation, path)}
    records = [*situation.released.actors.values(), TALKS, *situation.released.briefs.values()]
    later = brief("z", "2014-07-01", positions=[{**POSITION, "stance": "opposes"}])
    after = situation_of(*records, later, site_url="https://example.org/book")
    found = [entry.id for path in ("actors/iran", "issues/talks") for entry in entries(after, path)]

    assert 13 == len(before)
    assert before < set(found)
    assert len(found) == len(set(found))


def test_feed_names_its_page_and_itself(situation):
    """The feed leads to the page that it follows, and is called by the record and the site."""
    feed = feedparser.parse(files_of(situation)["issues/talks/feed.xml"]).feed

    assert "Talks <now> · Briefing book" == feed.title
    assert {
        ("self", "https://example.org/book/issues/talks/feed.xml"),
        ("alternate", "https://example.org/book/issues/talks/"),
    } == {(link.rel, link.href) for link in feed.links}


def test_quiet_record_has_an_empty_feed():
    """An issue about which nothing was said has a feed without entries, which is a feed all the same."""
    situation = situation_of(issue("dam"))

    assert [] == entries(situation, "issues/dam")


def test_only_the_matrix_and_the_issues_are_followed():
    """Actors without a place in the matrix have no feed, and a preview has none at all."""
    whole = {file for file in files_of(river()) if file.endswith("/feed.xml")}
    parties = {f"actors/{actor.id}/feed.xml" for actor in river().parties}

    assert parties | {f"issues/{id}/feed.xml" for id in river().issues} == whole
    assert not [file for file in files_of(river(statuses=CLEARED | {"draft"})) if "feed" in file]


def test_pages_name_the_feeds_that_are_there(tmp_path):
    """A page names its feed in its head and beneath what changed; pages without a feed name none."""
    site = build(RIVER, tmp_path / "site")
    named = set()
    for page in iter_pages(river()):
        html = site[page.file].decode()
        if (file := f"{page.file.removesuffix('.html')}/feed.xml") in site:
            depth = "../" * page.file.count("/")
            assert f'<link rel="alternate" type="application/atom+xml" href="{depth}{file}"' in html
            assert f'<a href="{depth}{file}" type="application/atom+xml">' in html
            named.add(file)
        else:
            assert not re.search(r"(actors|issues)/[\w-]+/feed\.xml", html)

    assert {file for file in site if file.endswith("/feed.xml")} == named
