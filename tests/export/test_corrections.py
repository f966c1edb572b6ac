"""Corrections in files for machines."""

from tests.derive.books import actor, brief, issue, situation_of, source
from tests.export.exported import files_of, json_of, rows_of


def notice(entry, date="2014-06-19"):
    """A correction."""
    return {"date": date, "entry": entry, "was": "five", "now": "six", "reason": "A slip."}


SITUATION = situation_of(
    source(corrected_by="other"),
    source("other", published="2014-06-16"),
    issue(),
    actor("usa"),
    brief(
        sources=["paper"],
        positions=[{"actor": "usa", "issue": "talks", "stance": "supports", "words": "w"}],
        claims=[{"id": "c", "text": "Six came.", "by": "usa", "words": "w"}],
        ties=[{"actor": "usa", "tie": "fights", "other": "usa", "words": "w"}],
    ),
    brief(
        "second",
        "2014-06-18",
        corrections=[
            notice("c"),
            notice("c", "2014-06-20"),
            notice("usa"),
            notice("usa/talks"),
            notice("usa/fights/usa"),
        ],
    ),
    brief("third", "2014-06-21"),
)


def test_records_say_when_they_were_last_corrected():
    """An entry, a record, and each brief with the mistake or the notice, have the last day."""
    day = {
        path: json_of(SITUATION, f"data/{path}.json")["derived"]["corrected"]
        for path in "claims/c actors/usa issues/talks briefs/first briefs/second briefs/third".split()
    }

    assert {
        "claims/c": "2014-06-20",
        "actors/usa": "2014-06-19",
        "issues/talks": None,
        "briefs/first": "2014-06-20",
        "briefs/second": "2014-06-20",
        "briefs/third": None,
    } == day


def test_reports_of_positions_and_ties_say_so_too():
    """The report that was wrong has the day, whichever brief carries the notice."""
    for path in ("positions/usa/talks", "ties/usa/fights/usa"):
        (report,) = json_of(SITUATION, f"data/{path}.json")["reports"]
        assert "2014-06-19" == report["derived"]["corrected"]


def test_sources_that_correct_each_other_are_known_both_ways():
    """The corrected source names the one that corrects it, which names what it corrects."""
    assert "other" == json_of(SITUATION, "data/sources/paper.json")["record"]["corrected_by"]
    assert ["paper"] == json_of(SITUATION, "data/sources/other.json")["derived"]["corrects"]
    assert [] == json_of(SITUATION, "data/sources/paper.json")["derived"]["corrects"]


def test_table_says_where_a_mistake_stood_and_since_when():
    """A row has the brief that had it wrong beside the brief that tells; a record of its own has none."""
    rows = {row["entry"]: row for row in rows_of(SITUATION, "corrections")}

    assert ("first", "2014-06-15", "second") == tuple(
        rows["c"][name] for name in ("stood_in", "stood_since", "brief")
    )
    assert ("", "") == (rows["usa"]["stood_in"], rows["usa"]["stood_since"])


def test_sitemap_dates_a_brief_by_a_correction_in_a_later_one():
    """A crawler comes back to the page that was wrong."""
    situation = situation_of(
        brief(claims=[{"id": "c", "text": "Six came."}]),
        brief("second", "2014-06-18", corrections=[notice("c")]),
        site_url="https://example.org/",
    )
    sitemap = files_of(situation)["sitemap.xml"].decode()
    _, _, after = sitemap.partition("<loc>https://example.org/briefs/first/</loc>")

    assert after.lstrip().startswith("<lastmod>2014-06-19</lastmod>")


def test_linked_data_of_the_brief_that_was_wrong_has_the_correction():
    """The report says what was mended in it, though a later brief carries the notice."""
    report = json_of(SITUATION, "data/briefs/first.jsonld")["@graph"][0]

    assert "2014-06-20" == report["dateModified"]
    assert "Six came. “five” now reads “six”. A slip." in [each["text"] for each in report["correction"]]


def test_plain_text_has_the_latest_three():
    """`now.txt` says what was wrong, newest first, and once."""
    text = " ".join(files_of(SITUATION)["now.txt"].decode().split())
    told = text.partition("CORRECTIONS ")[2]

    assert told.startswith(
        "- Corrected on 20 June 2014: Six came. “five” now reads “six”. It stood in “First”"
    )
    assert 3 == text.count("now reads")
