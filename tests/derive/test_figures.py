"""Numbers side by side: on one scale where they count the same, never added up."""

import pytest

from briefbook.derive.at import At
from briefbook.derive.figures import figure, given_so_far, number
from briefbook.derive.pages import iter_pages
from tests.derive.books import actor, brief, situation_of, source


def book(*figures, later=(), by="ministry"):
    """A claim with these figures, and one update with the later ones."""
    claim = {"id": "dead", "text": "Many died.", "by": by, "paraphrase": "Many.", "figures": list(figures)}
    updates = [{"update": "dead", "reason": "More.", "paraphrase": "More.", "figures": list(later)}]
    return situation_of(
        source(),
        actor("ministry"),
        actor("un", "body"),
        brief(sources=["paper"], claims=[claim]),
        brief("second", "2014-06-17", sources=["paper"], updates=updates if later else []),
    )


def shown(situation):
    """The views of the claim's figures."""
    at = At(situation, "figures")
    return [figure(each, at) for each in given_so_far(situation.entries.lives["dead"])]


def dead(reported, **more):
    return {"what": "killed", "reported": reported, "paraphrase": "So many.", **more}


def test_figures_that_count_the_same_share_a_scale():
    """Its end is a round number that none of them passes."""
    one, other = shown(book(dead("700", best=700), dead("1,100 to 1,700", by="un", low=1100, high=1700)))

    assert (one.top, other.top) == ("2,000", "2,000")
    assert (one.bar.best, one.bar.has_low, one.bar.has_high) == (35, False, False)
    assert (other.bar.low, other.bar.high, other.bar.best) == (55, 85, None)


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ([dead("700", best=700)], "one number alone"),
        ([dead("700", best=700), dead("many")], "the other has no number"),
        ([dead("700", best=700), dead("5", what="hurt", best=5)], "they count two things"),
        ([dead("700", best=700), dead("7", unit="families", best=7)], "they count in two units"),
        ([dead("0", best=0), dead("none", best=0)], "there is nothing to see"),
        ([dead("5", best=5), dead("-5", best=-5)], "a scale begins at 0"),
    ],
)
def test_there_is_no_scale_where_nothing_can_be_compared(figures, reason):
    """Such figures stand in words alone."""
    assert {(each.top, each.bar) for each in shown(book(*figures))} == {("", None)}, reason


def test_words_without_a_number_have_no_bar_on_a_scale_of_others():
    """The scale is there for the rest."""
    bars = [each.bar for each in shown(book(dead("1", best=1), dead("2", best=2), dead("several")))]

    assert [bar is None for bar in bars] == [False, False, True]


def test_a_bound_that_the_source_does_not_give_stays_open():
    """`As many as 1,700` has no lower bound, `700 or more` no upper one."""
    most, least = shown(book(dead("as many as 1,700", high=1700), dead("at least 700", low=700)))

    assert (most.bar.low, most.bar.has_low, most.bar.has_high) == (0, False, True)
    assert (least.bar.high, least.bar.has_low, least.bar.has_high) == (100, True, False)


def test_a_number_that_was_given_anew_is_an_earlier_one():
    """The old one stays, and says so; another source's number takes nothing away from it."""
    rows = shown(book(dead("700"), dead("1,000", by="un"), later=[dead("800")]))

    assert [(each.reported, each.is_earlier) for each in rows] == [
        ("700", True),
        ("1,000", False),
        ("800", False),
    ]
    assert [each.date.text for each in rows] == ["2014-06-15", "2014-06-15", "2014-06-17"]
    assert [each.url for each in rows[1:]] == ["../briefs/first/#dead", "../briefs/second/#dead.update"]


def test_who_gives_a_number_is_the_claimant_where_nobody_is_named():
    """The article's own number has no actor."""
    rows = shown(book(dead("1"), dead("2", by="un")))
    (own,) = shown(book(dead("3"), by=""))

    assert [each.by and each.by.id for each in (*rows, own)] == ["ministry", "un", None]


def test_numbers_have_thousands_marks():
    """A whole number has no decimals."""
    assert [number(each) for each in (None, 1700.0, 2.5, 1234.5)] == ["", "1,700", "2.5", "1,234.5"]


def test_all_figures_have_a_page():
    """Claims and events with numbers, those that got one last first; who gives them can be chosen."""
    event = {"id": "fire", "title": "A fire", "date": "2014-06-10", "paraphrase": "It burnt."}
    counted = {"update": "c", "reason": "A count.", "paraphrase": "x", "figures": [dead("9")]}
    situation = situation_of(
        source(),
        actor("un", "body"),
        brief(
            sources=["paper"],
            events=[{**event, "figures": [dead("3", best=3, by="un")]}, {**event, "id": "bare"}],
            claims=[{"id": "c", "text": "So.", "paraphrase": "So."}],
        ),
        brief("late", "2014-06-18", sources=["paper"], updates=[counted]),
    )
    (page,) = [each for each in iter_pages(situation) if each.url == "figures/"]
    view = page.ask(situation)

    assert [(row.id, row.status, row.is_claim, row.count) for row in view.rows] == [
        ("c", "unverified", True, 1),
        ("fire", "happened", False, 1),
    ]
    assert [each.id for each in view.actors] == ["un"]


def test_a_book_without_figures_has_no_page_of_them():
    """And the list of claims does not lead to one."""
    views = {each.url: each for each in iter_pages(situation_of())}

    assert "figures/" not in views
    assert "" == views["claims/"].ask(situation_of()).figures_url
