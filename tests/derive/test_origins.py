"""Origins and contradictions of claims as pages show them."""

import msgspec
import pytest

from briefbook.derive.pages import iter_pages
from briefbook.derive.pages.lists import MOST_ROWS
from briefbook.model.marking import Marking
from tests.derive.books import actor, brief, situation_of, source

SOURCES = (
    source("wire", publisher="The Wire", reliability="C"),
    source("herald", publisher="The Herald", reliability="B", via="wire"),
    source("courier", publisher="The Courier"),
)
PEOPLE = (actor("iran"), actor("iraq"))


def said(source, speaker="iran", **fields):
    """A piece of evidence."""
    return {"source": source, "speaker": speaker, "words": "so", **fields}


def claim(*evidence, id="c", **fields):
    """A claim that rests on these pieces."""
    return {"id": id, "text": f"So says {id}.", "by": "iran", "evidence": list(evidence), **fields}


def views_of(*claims, updates=(), sources=SOURCES, **settings):
    """Each page's view by its url, of a brief with these claims and one with updates to them."""
    ids = [each.id for each in sources]
    first = brief(sources=ids, claims=list(claims))
    second = brief("second", "2014-06-16", sources=ids, updates=list(updates))
    situation = situation_of(*sources, *PEOPLE, first, *([second] if updates else []), **settings)
    return {each.url: each.ask(situation) for each in iter_pages(situation)}


def told(origins):
    """Each origin as `root < sources that repeat it`."""
    return [
        " < ".join([each.source.publisher, *(source.publisher for source in each.repeated_by)])
        for each in origins.rows
    ]


def test_a_claim_page_shows_each_origin_with_what_repeats_it():
    """Two sources with one root are one origin; each source keeps its own reliability."""
    found = views_of(claim(said("wire"), said("herald"), said("courier")))["claims/c/"].claim.origins

    assert (found.sources, told(found)) == (3, ["The Wire < The Herald", "The Courier"])
    assert [each.source.reliability for each in found.rows] == ["C", ""]
    assert found.rows[0].repeated_by[0].reliability == "B"
    assert found.rows[0].source.url == "../../sources/wire/"


def test_an_origin_that_is_not_quoted_itself_says_so():
    """A report that is known by those that repeat it is shown, and not counted as a source that was read."""
    found = views_of(claim(said("herald")))["claims/c/"].claim.origins

    assert (found.sources, told(found), found.rows[0].quoted) == (1, ["The Wire < The Herald"], False)


def test_speakers_are_counted_apart_from_origins():
    """One actor in two reports is one speaker; a report that speaks for itself is counted beside."""
    pieces = said("wire"), said("courier"), said("courier", "article")
    found = views_of(claim(*pieces))["claims/c/"].claim.origins

    assert len(found.rows) == 2
    assert ([each.name for each in found.speakers], found.reporters) == (["Iran"], ("The Courier",))


def test_a_claim_without_evidence_has_no_origin():
    """Nothing is shown where nothing is on record."""
    views = views_of({"id": "c", "text": "So.", "by": "iran"})
    found = views["claims/c/"].claim.origins

    assert (found.sources, found.rows, found.speakers, found.reporters) == (0, (), (), ())
    assert (views["claims/"].rows[0].sources, views["claims/"].rows[0].origins) == (0, 0)


def test_a_brief_shows_the_origins_that_it_knew():
    """Its page keeps the origins of the first report; the claim's page and lists have those of today."""
    views = views_of(
        claim(said("wire")),
        updates=[{"update": "c", "status": "corroborated", "reason": "so", "evidence": [said("courier")]}],
    )

    assert told(views["briefs/first/"].claims[0].origins) == ["The Wire"]
    assert told(views["claims/c/"].claim.origins) == ["The Wire", "The Courier"]
    assert (views["claims/"].rows[0].sources, views["claims/"].rows[0].origins) == (2, 2)


def test_a_withheld_source_is_neither_counted_nor_named():
    """Evidence from a source above the ceiling goes, and so does the root of a chain."""
    secret = source("wire", publisher="Nightjar", tlp="RED")
    pages = views_of(claim(said("wire"), said("herald")), sources=(secret, *SOURCES[1:]))
    found = pages["claims/c/"].claim.origins

    assert (found.sources, told(found)) == (1, ["The Herald"])
    assert b"Nightjar" not in msgspec.msgpack.encode(list(pages.values()))


def test_a_marking_of_a_source_counts_for_the_page_that_names_it():
    """A page that names a GREEN root is GREEN, though no passage of the root is on it."""
    sources = (
        source("wire", tlp="GREEN"),
        source("herald", via="wire", tlp="GREEN"),
    )
    view = views_of(claim(said("herald")), sources=sources, ceiling=Marking.AMBER)["claims/c/"]

    assert view.head.marking == "GREEN"


@pytest.mark.parametrize(("named_by", "other"), [("a", "b"), ("b", "a")])
def test_a_contradiction_shows_on_both_claims(named_by, other):
    """Whichever claim says so, both pages, both rows and both briefs' entries name the other."""
    claims = {"a": {}, "b": {"status": "disputed"}}
    claims[named_by]["contradicts"] = [other]
    views = views_of(*(claim(said("wire"), id=id, **fields) for id, fields in claims.items()))

    for id, contrary in (("a", "b"), ("b", "a")):
        (row,) = [each for each in views["claims/"].rows if each.id == id]
        (entry,) = [each for each in views["briefs/first/"].claims if each.id == id]
        page = views[f"claims/{id}/"].claim
        shown = [each.contradicts.rows[0] for each in (page, row, entry)]

        assert [each.claim.words for each in shown] == [f"So says {contrary}"] * 3
        assert {each.status for each in shown} == {claims[contrary].get("status", "unverified")}
    assert views["claims/a/"].claim.contradicts.rows[0].claim.url == "../../claims/b/"


def test_two_claims_that_name_each_other_contradict_once():
    """A contradiction that is written on both claims is one contradiction."""
    views = views_of(claim(id="a", contradicts=["b"]), claim(id="b", contradicts=["a"]))

    assert [views[f"claims/{id}/"].claim.contradicts.count for id in "ab"] == [1, 1]


def test_updates_add_contradictions():
    """What an update finds to contradict a claim is added to what was known, and stands in its history."""
    views = views_of(
        claim(id="a", contradicts=["b"]),
        claim(id="b"),
        {"id": "d", "text": "So says d.", "words": "so", "source": "wire"},
        updates=[{"update": "a", "contradicts": ["d", "b"], "reason": "so"}],
    )
    page = views["claims/a/"]

    assert [each.claim.words for each in page.claim.contradicts.rows] == ["So says b", "So says d"]
    assert [each.by and each.by.name for each in page.claim.contradicts.rows] == ["Iran", None]
    assert [each.words for each in page.history.rows[-1].contradicts] == ["So says d", "So says b"]
    assert views["claims/d/"].claim.contradicts.rows[0].claim.words == "So says a"


def test_many_contradictions_go_on_elsewhere():
    """A claim that many contradict shows ten, and a page has all of them; a list names five."""
    many = [claim(id=f"c{number:02d}", contradicts=["a"]) for number in range(MOST_ROWS + 1)]
    views = views_of(claim(id="a"), *many)
    page, (row,) = views["claims/a/"].claim, [each for each in views["claims/"].rows if each.id == "a"]

    assert (len(page.contradicts.rows), page.contradicts.count) == (MOST_ROWS, MOST_ROWS + 1)
    assert page.contradicts.url == "../../claims/a/contradicts/"
    assert len(views["claims/a/contradicts/"].contradicts) == MOST_ROWS + 1
    assert (len(row.contradicts.rows), row.contradicts.url) == (5, "../claims/a/")


def test_a_withheld_claim_contradicts_nothing():
    """A claim above the ceiling is not named by the claims that contradict it."""
    views = views_of(
        claim(id="a", contradicts=["b"]),
        claim(id="b", tlp="RED"),
        updates=[{"update": "a", "contradicts": ["b"], "reason": "so", "evidence": [said("wire")]}],
    )

    assert views["claims/a/"].claim.contradicts.count == 0
    assert views["claims/a/"].history.rows[-1].contradicts == ()
