"""The page of changes: how a reader finds what has come since a date."""

from briefbook.derive.pages import iter_pages
from tests.derive.books import actor, brief, issue, situation_of

POSITION = {"actor": "iran", "issue": "talks", "stance": "supports"}


def views(*briefs, **settings):
    """The views of the pages of changes, by file."""
    situation = situation_of(actor("iran"), issue(), *briefs, **settings)
    pages = [page for page in iter_pages(situation) if page.template == "changes.html"]
    return {page.file: page.ask(situation) for page in pages}


def briefs_of(*days):
    """A brief of each day."""
    return [brief(f"b{day}", day) for day in days]


def test_months_lead_to_their_newest_brief():
    """Each month with briefs is named once, newest first, wherever in the pages its newest brief stands."""
    days = ["2013-12-30", "2014-01-05", "2014-03-01", "2014-03-09", "2014-03-20"]
    found = views(*briefs_of(*days), page_size=2)
    first, second, third = found.values()

    assert [
        ("2014-03", "#_2014-03"),
        ("2014-01", "../changes/page/3/#_2014-01"),
        ("2013-12", "../changes/page/3/#_2013-12"),
    ] == [(month.date.iso, month.url) for month in first.months]
    assert [["2014-03"], ["2014-03", ""], ["2014-01", "2013-12"]] == [
        [row.month for row in each.rows] for each in found.values()
    ]
    assert ((), ()) == (second.months, third.months)


def test_page_that_begins_within_a_month_names_it_again():
    """An older page stays as it is when its month goes on: what is newer stands on another page."""
    days = [f"2014-03-{day:02}" for day in range(1, 6)]
    rows = views(*briefs_of(*days), page_size=2)["changes/page/2/index.html"].rows

    assert [("b2014-03-04", "2014-03"), ("b2014-03-03", "")] == [(row.brief.id, row.month) for row in rows]


def test_kinds_are_those_of_the_page():
    """A filter offers the kinds of change that the page shows, heaviest first; none for a first brief."""
    first = brief("one", "2014-06-10", positions=[POSITION])
    second = brief(
        "two",
        "2014-06-14",
        positions=[{**POSITION, "stance": "mixed"}],
        claims=[{"id": "c", "text": "So."}],
    )

    assert () == views(first)["changes/index.html"].kinds
    assert ("moved", "claim-new") == views(first, second)["changes/index.html"].kinds


def test_book_without_briefs_has_no_months():
    """Nothing to jump to, and the page is there all the same."""
    assert () == views()["changes/index.html"].months


def test_changes_of_a_brief_stand_there_for_the_filter():
    """The briefs of a page share its 180 places, so that a filter by kind finds what is there."""
    claims = [{"id": f"c{number}", "text": "It broke.", "by": "iran"} for number in range(25)]
    many = [{**each, "id": f"d-{each['id']}-{number}"} for each in claims for number in range(8)]
    briefs = [brief("b1", "2014-03-01"), brief("b2", "2014-03-02", claims=claims)]
    [small] = views(*briefs).values()
    [full] = views(*briefs, brief("b3", "2014-03-03", claims=many)).values()

    assert [(26, 0)] == [(len(row.changes.changes), row.changes.more) for row in small.rows[:1]]
    assert [(154, 46), (26, 0)] == [(len(row.changes.changes), row.changes.more) for row in full.rows[:2]]
