"""The index of the search."""

import json
import re

import pytest

from briefbook.derive.pages.search import MOST_ROWS, search_page
from briefbook.export.search import iter_index
from briefbook.model.marking import Marking
from briefbook.words import load_words
from tests.derive.books import actor, brief, issue, page, situation_of, source
from tests.sites import RIVER, build

SCRIPT = re.compile(r'briefbookIndex\("([a-z]+)",(\[.*\])\);\n', re.DOTALL)

RECORDS = (
    source(authors=["A. Writer"]),
    issue(name="Talks"),
    issue("dam", proposition="Nobody spoke of it."),
    actor("iran", aliases=["Tehran", "Islamic  Republic"]),
    actor("usa", name="United States"),
    actor("kerry", "person", name="John Kerry", posts=[{"title": "secretary of state", "at": "usa"}]),
    actor("officials", "unnamed", of="usa"),
    brief(
        sources=["paper"],
        bottom_line="[[iran]] spoke of [[c|it]].",
        claims=[
            {"id": "c", "text": "[[usa]] did it.", "by": "iran", "actors": ["usa", "iran"], "place": "Vienna"}
        ],
        events=[
            {
                "id": "call",
                "title": "A call.",
                "date": "2014-06-14",
                "actors": ["kerry"],
                "issues": ["talks"],
            },
            {"id": "visit", "title": "A visit.", "date": "2014-06-20", "status": "scheduled"},
        ],
        questions=[{"id": "q", "text": "When?", "due": "2014-06-16"}, {"id": "why", "text": "Why?"}],
        judgements=[{"id": "j", "text": "It lasts.", "likelihood": "likely", "confidence": "low"}],
    ),
    brief(
        "second",
        "2014-06-18",
        product="flash-update",
        sources=["paper"],
        updates=[{"update": "c", "status": "confirmed", "reason": "Seen."}],
    ),
    brief("third", "2014-06-19", status="draft", sources=["paper"]),
    page("about", title="About"),
)


def index_of(situation):
    """The rows of each file of the index."""
    found = {}
    for file, make in iter_index(situation, load_words("en")):
        kind, rows = SCRIPT.fullmatch(make().decode()).groups()
        assert file.startswith(f"search/{kind}")
        found[file] = json.loads(rows)
    return found


@pytest.fixture(scope="module")
def index():
    return index_of(situation_of(*RECORDS, statuses=frozenset(("cleared", "draft"))))


def test_actor_is_found_by_aliases_offices_and_its_bodies(index):
    """A row of an actor has its other names and its offices, and names the bodies that it belongs to."""
    assert index["search/actors.js"] == [
        ["iran", "Iran", "Tehran\nIslamic Republic", "", "state", "", "", ""],
        ["usa", "United States", "", "", "state", "", "", ""],
        ["kerry", "John Kerry", "secretary of state", "", "person", "usa", "", ""],
        ["officials", "Officials", "", "", "unnamed", "usa", "", ""],
    ]


def test_entries_are_found_as_they_now_stand(index):
    """A claim has the status of its last update, its words without marks, and those whom it concerns."""
    assert index["search/claims.js"] == [
        ["c", "United States did it.", "Vienna", "15 June 2014", "confirmed", "iran usa", "", ""]
    ]


def test_newest_comes_first(index):
    """Events stand by their own date and briefs by theirs, the newest on top."""
    assert index["search/events.js"] == [
        ["visit", "A visit.", "", "20 June 2014", "scheduled", "", "first", ""],
        ["call", "A call.", "", "14 June 2014", "happened", "kerry talks", "first", ""],
    ]
    assert index["search/briefs.js"] == [
        ["third", "Third", "", "19 June 2014", "draft", "", "", ""],
        ["second", "Second", "", "18 June 2014", "flash-update", "", "", ""],
        ["first", "First", "Iran spoke of it.", "15 June 2014", "sitrep", "", "", ""],
    ]


def test_open_question_past_its_date_is_overdue(index):
    """The search shows what the page of the question shows."""
    assert [row[4] for row in index["search/questions.js"]] == ["open", "overdue"]


def test_other_kinds_are_found_too(index):
    """Issues, judgements, sources and free pages have a row each."""
    assert index["search/issues.js"] == [
        ["dam", "Nobody spoke of it.", "", "", "", "", "", ""],
        ["talks", "They should talk.", "Talks", "", "", "", "", ""],
    ]
    assert index["search/judgements.js"] == [
        ["j", "It lasts.", "likely", "15 June 2014", "", "", "first", ""]
    ]
    assert index["search/sources.js"] == [
        ["paper", "A headline", "The Paper\nA. Writer", "15 June 2014", "", "", "", ""]
    ]
    assert index["search/pages.js"] == [["about", "About", "", "", "", "", "", ""]]


def test_kind_without_records_has_no_file():
    """A book without anything has a search page that asks for nothing."""
    situation = situation_of()

    assert {} == index_of(situation)
    assert ((), ()) == (search_page(situation).kinds, search_page(situation).files)


def test_large_kind_is_cut_into_files():
    """The newest records of each kind are asked for before older ones of any."""
    pages = [page(f"p{number}") for number in range(MOST_ROWS * 2)]
    situation = situation_of(*pages, actor("iran"))
    index = index_of(situation)

    assert ["search/actors.js", "search/pages.js", "search/pages-2.js"] == list(index)
    assert [f"../{file}" for file in index] == list(search_page(situation).files)
    assert MOST_ROWS * 2 == len(index["search/pages.js"] + index["search/pages-2.js"])


def test_words_stay_words():
    """What a record says cannot end the script that it stands in."""
    name = '"]);alert(1)//</script>\\'

    assert name == index_of(situation_of(actor("x", name=name)))["search/actors.js"][0][1]


@pytest.mark.parametrize("directories", [True, False])
def test_patterns_lead_to_the_pages_of_records(directories):
    """Each kind says where its records stand, in the site's manner of addresses."""
    patterns = {
        kind.code: kind.pattern
        for kind in search_page(situation_of(*RECORDS, use_directory_urls=directories)).kinds
    }
    ending = "/" if directories else ".html"

    assert f"../actors/{{id}}{ending}" == patterns["actors"]
    assert f"../briefs/{{brief}}{ending}#{{id}}" == patterns["events"] == patterns["judgements"]
    assert f"../{{id}}{ending}" == patterns["pages"]


def test_page_carries_the_strictest_marking_of_what_it_finds():
    """The page of a search that can show an AMBER actor is marked AMBER."""
    situation = situation_of(actor("iran", tlp="AMBER"), actor("iraq"), ceiling=Marking.AMBER)

    assert "AMBER" == search_page(situation).head.marking


def test_withheld_records_are_not_in_the_index(tmp_path):
    """What an audience may not see is in no file of its index; with a higher ceiling it is."""

    def index(ceiling):
        files = build(RIVER, tmp_path / ceiling, "--ceiling", ceiling)
        return b"".join(data for file, data in files.items() if file.startswith("search/"))

    assert b"Halden" not in index("clear")
    assert b"Halden" in index("amber")
