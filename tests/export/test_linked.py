"""Linked data: what a search engine or a fact-check database may believe of us."""

import json

import pytest
from pyld import jsonld

from tests.derive.books import actor, brief, situation_of, source
from tests.export.exported import files_of, river

SCHEMA = "https://schema.org/"
SITE = "https://example.org/sarn"


def load_context(url, options):
    """The context of schema.org, as far as it matters: each term is a name there."""
    assert url == "https://schema.org"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": {"@vocab": SCHEMA}},
    }


def nodes_of(situation, id, base=f"{SITE}/data/briefs/x.jsonld"):
    """The nodes of a brief's file by type, in full, as a library reads them."""
    data = json.loads(files_of(situation)[f"data/briefs/{id}.jsonld"])
    found = {}
    for node in jsonld.expand(data, {"documentLoader": load_context, "base": base}):
        found.setdefault(node["@type"][0].removeprefix(SCHEMA), []).append(node)
    return found


def value(node, key):
    """The first value of a property."""
    return node[SCHEMA + key][0]["@value"]


@pytest.mark.parametrize("id", ["2031-03-03-kelmet", "2031-03-06-port-sele", "2031-03-10-kelmet"])
def test_every_brief_is_a_report(id):
    """A library reads the file of each brief and finds one report with its date, sources and actors."""
    report = nodes_of(river(site_url=SITE), id)["Report"][0]

    assert report["@id"].startswith(f"{SITE}/briefs/{id}")
    assert value(report, "datePublished").startswith(id[:10])
    assert report[SCHEMA + "isBasedOn"]
    assert report[SCHEMA + "about"]


@pytest.mark.parametrize("directories", [True, False])
def test_relative_names_lead_to_the_same_pages(directories):
    """Without an address of the site, names are relative to the file and resolve to the same pages."""
    with_address = nodes_of(river(site_url=SITE, use_directory_urls=directories), "2031-03-10-kelmet")
    without = nodes_of(river(use_directory_urls=directories), "2031-03-10-kelmet")

    assert with_address == without


def claims_of(*statuses):
    """What claims of these statuses become."""
    claims = [
        {
            "id": f"c{number}",
            "text": f"It rains {number}.",
            "by": "iran",
            "status": status,
            "words": "it rains",
        }
        for number, status in enumerate(statuses)
    ]
    return nodes_of(situation_of(source(), actor("iran"), brief(sources=["paper"], claims=claims)), "first")


def test_only_a_finding_is_a_review():
    """Claims with a finding are reviewed, without a number; unverified and disputed ones are just claims."""
    found = claims_of("unverified", "disputed", "corroborated", "confirmed", "refuted")

    assert 2 == len(found["Claim"])
    assert ["Corroborated", "Confirmed", "Refuted"] == [
        value(node[SCHEMA + "reviewRating"][0], "alternateName") for node in found["ClaimReview"]
    ]
    assert all(
        SCHEMA + "ratingValue" not in node[SCHEMA + "reviewRating"][0] for node in found["ClaimReview"]
    )
    assert all(value(node[SCHEMA + "reviewRating"][0], "ratingExplanation") for node in found["ClaimReview"])


def test_review_gives_the_reason_and_day_of_its_update():
    """A claim that was re-rated is dated by the brief that did so, and says why."""
    situation = situation_of(
        source(),
        brief(sources=["paper"], claims=[{"id": "c", "text": "It rains.", "words": "it rains"}]),
        brief(
            "second",
            "2014-06-20",
            sources=["paper"],
            updates=[{"update": "c", "status": "confirmed", "reason": "We saw [[c|it]].", "words": "wet"}],
        ),
    )
    review = nodes_of(situation, "first")["ClaimReview"][0]

    assert "2014-06-20" == value(review, "datePublished")
    assert "We saw it." == value(review[SCHEMA + "reviewRating"][0], "ratingExplanation")
    assert "It rains." == value(review, "claimReviewed")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("happened", "EventScheduled"),
        ("scheduled", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_event_has_its_status(status, said):
    """An event says whether it is on, with place and first day."""
    event = {
        "id": "e",
        "title": "A call.",
        "date": "2014-06-14/2014-06-16",
        "status": status,
        "place": "Vienna",
    }
    node = nodes_of(situation_of(brief(events=[event])), "first")["Event"][0]

    assert SCHEMA + said == value(node, "eventStatus")
    assert "2014-06-14" == value(node, "startDate")
    assert "Vienna" == value(node[SCHEMA + "location"][0], "name")


def test_doubtful_date_is_not_given_as_a_certain_one():
    """`about June 2014` is no date that ISO 8601 has; nor is a range without a start."""
    for date in ("2014-06~", "../2014-06-14"):
        event = {"id": "e", "title": "A call.", "date": date}
        assert SCHEMA + "startDate" not in nodes_of(situation_of(brief(events=[event])), "first")["Event"][0]


def test_report_carries_its_corrections_and_terms():
    """Whoever indexes the report learns what was mended, and on what terms it may be used."""
    correction = {"date": "2014-06-20", "entry": "c", "was": "five", "now": "six", "reason": "A slip."}
    first = brief(claims=[{"id": "c", "text": "Six came."}], corrections=[correction], authors=["A. Writer"])
    free = nodes_of(situation_of(first, licence="CC0-1.0"), "first")["Report"][0]
    bound = nodes_of(situation_of(first, licence="Ask us."), "first")["Report"][0]

    assert "Six came. “five” now reads “six”. A slip." == value(free[SCHEMA + "correction"][0], "text")
    assert "2014-06-20" == value(free, "dateModified")
    assert "https://spdx.org/licenses/CC0-1.0" == value(free, "license")
    assert "Ask us." == value(bound, "usageInfo")
    assert SCHEMA + "license" not in bound


def test_actor_is_known_by_its_number():
    """An actor with a Wikidata number is the one that the world knows; a person is a person."""
    situation = situation_of(
        actor("iran", wikidata="Q794"),
        actor("kerry", "person"),
        actor("officials", "unnamed"),
        source(url="https://example.org/a"),
        brief(
            sources=["paper"],
            events=[
                {"id": "e", "title": "A.", "date": "2014-06-14", "actors": ["iran", "kerry", "officials"]}
            ],
        ),
    )
    about = nodes_of(situation, "first")["Report"][0][SCHEMA + "about"]

    assert ["Organization", "Person", "Thing"] == [node["@type"][0].removeprefix(SCHEMA) for node in about]
    assert "http://www.wikidata.org/entity/Q794" == value(about[0], "sameAs")


def test_preview_has_no_linked_data():
    """Search engines learn nothing of drafts."""
    drafts = situation_of(brief(status="draft"), statuses=frozenset(("cleared", "draft")))

    assert [] == [file for file in files_of(drafts) if file.endswith(".jsonld")]
