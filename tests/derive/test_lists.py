"""Lists of a record: what its page shows, and where the whole stands."""

import msgspec
import pytest

from briefbook.derive.matrix import MOST_SPOKEN
from briefbook.derive.pages import iter_pages
from briefbook.derive.pages.issues import fair_share
from briefbook.derive.pages.lists import MOST_ROWS
from tests import crowded
from tests.derive.books import actor, brief, issue, situation_of, source


def views_of(*records, **settings):
    """Each page's view by its url."""
    situation = situation_of(*records, **settings)
    return {each.url: each.ask(situation) for each in iter_pages(situation)}


def said_by(*actors, stance="supports", **fields):
    """A position of each actor."""
    return [
        {"actor": each, "issue": "talks", "stance": stance, "quote": "We do", "source": "paper", **fields}
        for each in actors
    ]


@pytest.mark.parametrize("count", [0, 1, MOST_ROWS, MOST_ROWS + 1])
def test_a_list_goes_on_where_it_is_longer_than_its_place(count):
    """Up to ten rows stand on the page alone; of eleven the newest ten do, and a page has all of them."""
    claims = [{"id": f"c{number:02d}", "text": "So.", "by": "iran"} for number in range(count)]
    views = views_of(source(), actor("iran"), brief(sources=["paper"], claims=claims))
    made = views["actors/iran/"].claims_made
    whole = views.get("actors/iran/made/")

    assert (len(made.rows), made.count) == (min(count, MOST_ROWS), count)
    assert made.url == ("../../actors/iran/made/" if count > MOST_ROWS else "")
    assert [each.id for each in whole.claims] == [f"c{n:02d}" for n in range(count)][::-1] if whole else True
    assert (whole is not None) == (count > MOST_ROWS)


def test_a_whole_list_names_its_record_and_leads_back():
    """Its head and its crumbs name the record, and it counts all rows on its first page."""
    claims = [{"id": f"c{number}", "text": "So.", "by": "iran"} for number in range(30)]
    views = views_of(source(), actor("iran"), brief(sources=["paper"], claims=claims), page_size=12)
    first, second = views["actors/iran/made/"], views["actors/iran/made/page/2/"]

    assert [(each.url, each.words) for each in first.of] == [("../../../actors/iran/", "Iran")]
    assert first.head.crumbs[1:] == first.of
    assert (first.code, first.head.title, first.pager.total, second.pager.total) == ("made", "Iran", 30, 0)
    assert (len(first.claims), len(second.claims)) == (6, 12)
    assert second.pager.newer == "../../../../../actors/iran/made/"


def test_what_is_newest_last_shows_the_latest_rows():
    """Of eleven events an actor's page shows the last ten, oldest first; the whole begins with the newest."""
    events = [
        {"id": f"e{day}", "title": "So.", "date": f"2014-06-{day}", "actors": ["iran"]}
        for day in range(10, 21)
    ]
    views = views_of(actor("iran"), brief(events=events))

    shown = [each.date.iso[-2:] for each in views["actors/iran/"].events.rows]
    assert shown == [str(day) for day in range(11, 21)]
    assert [each.date.iso[-2:] for each in views["actors/iran/events/"].timeline][:2] == ["20", "19"]


@pytest.mark.parametrize(("times", "shown", "whole"), [(1, 0, None), (4, 3, None), (5, 3, 5)])
def test_earlier_statements_have_a_page_of_their_own(times, shown, whole):
    """Three stand beneath a position; where there are more, one page holds all that was said."""
    briefs = [
        brief(f"b{day}", f"2014-06-1{day}", sources=["paper"], positions=said_by("iran"))
        for day in range(times)
    ]
    views = views_of(source(), issue(), actor("iran"), *briefs)
    earlier = views["issues/talks/"].groups[0].positions.rows[0].earlier
    page = views.get("actors/iran/on/talks/")

    assert (len(earlier.rows), earlier.count) == (shown, times - 1)
    assert earlier.url == ("../../actors/iran/on/talks/" if whole else "")
    assert (len(page.statements) if page else None) == whole
    assert not page or [each.words for each in page.of] == ["Iran", "They should talk."]


def test_an_unnamed_actor_has_no_page_of_statements():
    """It may be somebody else each time."""
    briefs = [
        brief(f"b{day}", f"2014-06-1{day}", sources=["paper"], positions=said_by("aides")) for day in range(6)
    ]

    views = views_of(source(), issue(), actor("aides", "unnamed"), *briefs)

    assert "actors/aides/on/talks/" not in views


@pytest.mark.parametrize(("count", "shown", "also"), [(20, 20, 0), (21, 20, 1), (90, 20, 60)])
def test_an_issue_shows_twenty_positions_whole(count, shown, also):
    """Of more, the next sixty are named, and a page for the stance holds the words of all."""
    names = [f"a{number:02d}" for number in range(count)]
    views = views_of(
        source(), issue(), *map(actor, names), brief(sources=["paper"], positions=said_by(*names))
    )
    (group,) = views["issues/talks/"].groups

    assert (len(group.positions.rows), len(group.also), group.positions.count) == (shown, also, count)
    assert ("issues/talks/supports/" in views) == bool(also)
    assert all(each.url.startswith("../../briefs/first/#") for each in group.also)


def test_who_spoke_last_stands_first():
    """Of those who share a stance; at one moment states stand before persons, then it goes by name."""
    records = (
        *(actor(id) for id in ("chad", "benin")),
        actor("amara", "person"),
        brief(sources=["paper"], positions=said_by("amara", "chad", "benin")),
        brief("second", "2014-06-16", sources=["paper"], positions=said_by("chad")),
    )
    (group,) = views_of(source(), issue(), *records)["issues/talks/"].groups

    assert [each.current.actor.id for each in group.positions.rows] == ["chad", "benin", "amara"]


@pytest.mark.parametrize(
    ("counts", "share"),
    [([], 20), ([3], 20), ([20], 20), ([21], 20), ([300, 300], 10), ([300, 2, 1], 17), ([9] * 7, 2)],
)
def test_places_are_shared_out_evenly(counts, share):
    """No stance gets another place while one with less could have it."""
    assert fair_share(counts, 20) == share


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (5, 5), (6, 5)])
def test_a_claim_in_a_list_names_five_replies(count, shown):
    """The latest; more are counted, and its page holds them."""
    replies = [
        {"by": "iran", "says": "denies", "paraphrase": str(number), "source": "paper"}
        for number in range(count)
    ]
    views = views_of(
        source(),
        actor("iran"),
        brief(sources=["paper"], claims=[{"id": "c", "text": "So.", "replies": replies}]),
    )
    row = views["claims/"].rows[0].replies

    assert (len(row.rows), row.count, row.url) == (shown, count, "../claims/c/" if count > shown else "")
    assert (
        len(views["claims/c/"].claim.replies.rows)
        == len(views["briefs/first/"].claims[0].replies.rows)
        == count
    )


@pytest.mark.parametrize(("count", "tables"), [(0, []), (1, [1]), (60, [60]), (61, [60, 1])])
def test_a_table_holds_sixty_actors(count, tables):
    """The rest go on in a second table of the same issues; only the last counts who is silent."""
    names = [f"a{number:02d}" for number in range(count)]
    silent = actor("silent", bloc="West")
    views = views_of(
        source(), issue(), silent, *map(actor, names), brief(sources=["paper"], positions=said_by(*names))
    )
    found = views["positions/"].tables

    assert [sum(len(bloc.rows) for bloc in table.blocs) for table in found] == tables
    assert [table.silent for table in found] == [*([0] * (len(tables) - 1)), *([1] if tables else [])]


def test_many_positions_stand_on_several_pages():
    """The list by issue and the table stand apart, neither page is long, and no cell is lost."""
    situation = crowded.situation()
    views = {each.url: each.ask(situation) for each in iter_pages(situation) if "positions" in each.url}
    lists = [view for view in views.values() if view.stand]
    tables = [view for view in views.values() if view.tables]
    cells = [
        [cell for table in view.tables for bloc in table.blocs for row in bloc.rows for cell in row.cells]
        for view in tables
    ]

    assert not any(view.stand and view.tables for view in views.values())
    assert len(lists) > 1
    assert len(tables) > 1
    assert max(sum(map(bool, page)) for page in cells) <= MOST_SPOKEN
    assert sum(cell is not None for page in cells for cell in page) == len(situation.stances.cells)
    assert [each.issue.id for view in lists for each in view.stand] == list(situation.stances.by_issue)
    assert {view.table_url for view in lists} == {"../positions/table/", "../../../positions/table/"}
    assert all(view.list_url.endswith("/positions/") for view in tables)


def test_one_more_brief_leaves_old_sheets_alone():
    """Of a list whose first page takes in the new row, all further pages keep their bytes."""

    def sheets(count):
        situation = crowded.situation(count)
        return {
            each.url: msgspec.msgpack.encode(each.ask(situation))
            for each in iter_pages(situation)
            if each.template == "whole.html" and "/page/" in each.url and "mentioned" in each.url
        }

    before, after = sheets(-1), sheets(None)

    assert len(before) > 1
    assert before == after
