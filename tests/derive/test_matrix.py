"""The rows of the matrix: by bloc or kind, voices beneath their body, cut into tables."""

import pytest

from briefbook.derive.matrix import MOST_COLUMNS, MOST_LINES, MOST_SPOKEN, iter_pages, iter_units
from briefbook.derive.pages.positions import iter_positions
from tests.derive.books import actor, brief, issue, situation_of, source


def said(actor, on="talks", stance="supports", **more):
    return {"actor": actor, "issue": on, "stance": stance, "paraphrase": "So it said.", **more}


def book(*actors, positions=None, issues=("talks",), **fields):
    """A situation of these actors, each with a position unless it is said who has which."""
    given = [said(each.id) for each in actors] if positions is None else positions
    topics = [issue(each, name=each.title()) for each in issues]
    return situation_of(source(), *topics, *actors, brief(sources=["paper"], positions=given, **fields))


def units(situation):
    """The ids of the rows, body first, with the voices beneath it."""
    return [[line.actor.id for line in unit] for unit in iter_units(situation)]


def table(situation):
    """The first table of the page of positions."""
    return next(iter_positions(situation)).ask(situation).tables[0]


def test_voices_stand_beneath_their_body():
    """Officials, a holder of a post and a member each have a row beneath the body from which they speak."""
    situation = book(
        actor("usa"),
        actor("officials", "unnamed", of="usa"),
        actor("kerry", "person", posts=[{"title": "secretary", "at": "usa"}]),
        actor("backbencher", "person", member_of=["usa"]),
    )

    assert units(situation) == [["usa", "backbencher", "kerry", "officials"]]


def test_a_holder_of_a_post_who_speaks_for_the_body_is_not_doubled():
    """What a minister says for the body is the body's position; the minister has no row for it."""
    situation = book(
        actor("usa"),
        actor("kerry", "person", posts=[{"title": "secretary", "at": "usa"}]),
        positions=[said("usa", speaker="kerry")],
    )

    assert units(situation) == [["usa"]]


def test_a_body_that_is_silent_itself_heads_its_voices():
    """Its row is empty: silence is shown as silence."""
    situation = book(
        actor("usa"), actor("officials", "unnamed", of="usa"), positions=[said("officials", stance="mixed")]
    )

    assert units(situation) == [["usa", "officials"]]
    assert table(situation).blocs[0].rows[0].cells == (None,)


def test_a_voice_within_a_voice_stands_beneath_the_outermost_body():
    """The aides of a minister speak from within the state whose minister it is."""
    situation = book(
        actor("usa"),
        actor("kerry", "person", posts=[{"title": "secretary", "at": "usa"}]),
        actor("aides", "unnamed", of="kerry"),
    )

    assert units(situation) == [["usa", "kerry", "aides"]]


def test_who_has_left_a_body_speaks_from_outside_it():
    """A post counts while it is held."""
    situation = book(
        actor("usa"),
        actor("clinton", "person", posts=[{"title": "secretary", "at": "usa", "until": "2013-02-01"}]),
    )

    assert units(situation) == [["usa"], ["clinton"]]


def test_members_of_each_other_have_one_row_each():
    """Of two persons who are each a member of the other, one stands beneath the other."""
    situation = book(actor("one", "person", member_of=["two"]), actor("two", "person", member_of=["one"]))

    assert units(situation) == [["one", "two"]]


def test_rows_are_grouped_by_bloc_and_those_without_one_by_kind():
    """A voice stands in the group of its body, whatever its own."""
    situation = book(
        actor("usa", bloc="West"),
        actor("officials", "unnamed", of="usa", bloc="Elsewhere"),
        actor("ngo", "organisation"),
        actor("iraq"),
    )

    groups = [(bloc.name, bloc.kind, len(bloc.rows)) for bloc in table(situation).blocs]
    assert groups == [("West", "", 2), ("", "state", 1), ("", "organisation", 1)]


def test_a_cell_says_when_it_was_said_and_whether_it_moved():
    """Beside its stance it holds the day, the mark of a condition, of a move and of hearsay."""
    first = brief(
        "first", "2014-06-15", sources=["paper"], positions=[said("usa"), said("iraq", speaker="usa")]
    )
    then = brief(
        "then", "2014-06-17", sources=["paper"], positions=[said("usa", stance="opposes", condition="asked")]
    )
    situation = situation_of(source(), issue(), actor("usa"), actor("iraq"), first, then)

    cells = {row.actor.id: row.cells[0] for row in table(situation).blocs[0].rows}
    assert (cells["usa"].said, cells["usa"].moved, cells["usa"].conditional) == ("2014-06-17", True, True)
    assert (cells["iraq"].said, cells["iraq"].moved, cells["iraq"].according_to) == (
        "2014-06-15",
        False,
        "Usa",
    )


def test_sixty_actors_on_fifteen_issues_stand_in_one_table():
    """A third of all cells filled is no reason to cut it."""
    actors = [actor(f"a{number}") for number in range(60)]
    issues = [f"i{number}" for number in range(15)]
    positions = [
        said(a.id, i) for n, a in enumerate(actors) for m, i in enumerate(issues) if (n + m) % 3 == 0
    ]
    (page,) = iter_pages(book(*actors, positions=positions, issues=issues))
    (part,) = page

    assert (len(part.issues), len(part.lines), part.spoken) == (15, 60, 300)


@pytest.mark.parametrize(
    ("number", "widths"),
    [(MOST_COLUMNS, [MOST_COLUMNS]), (MOST_COLUMNS + 1, [8, 8])],
    ids=["most", "one more"],
)
def test_more_issues_than_a_table_takes_are_shared_out_evenly(number, widths):
    """One issue too many does not stand in a table alone."""
    issues = [f"i{each}" for each in range(number)]
    situation = book(actor("usa"), positions=[said("usa", each) for each in issues], issues=issues)

    assert [len(part.issues) for page in iter_pages(situation) for part in page] == widths


def test_a_body_with_many_voices_heads_each_table_of_them():
    """Where its voices go on in the next table, the body's row is said again."""
    voices = [actor(f"v{number}", "unnamed", of="usa") for number in range(MOST_LINES + 5)]
    situation = book(actor("usa"), *voices, actor("zambia"))
    parts = [part for page in iter_pages(situation) for part in page]

    assert [part.lines[0].actor.id for part in parts] == ["usa", "usa"]
    assert [len(part.lines) for part in parts] == [MOST_LINES, 8]


def test_no_page_holds_more_positions_than_it_can_bear():
    """A full table goes on on the next page, a body together with its voices."""
    issues = [f"i{each}" for each in range(10)]
    actors = [actor(f"a{number}") for number in range(45)]
    situation = book(*actors, positions=[said(a.id, each) for a in actors for each in issues], issues=issues)
    pages = list(iter_pages(situation))

    assert [sum(part.spoken for part in page) for page in pages] == [MOST_SPOKEN, 450 - MOST_SPOKEN]


def test_a_book_without_positions_has_one_page_without_a_table():
    """It has neither a list nor a way to a table."""
    (page,) = iter_positions(situation_of())
    view = page.ask(situation_of())

    assert (view.tables, view.stand, view.table_url, view.list_url) == ((), (), "", "")


def test_cell_says_when_its_position_was_corrected():
    """Who reads the table alone learns that we were wrong there."""
    notice = {"entry": "usa/talks", "date": "2014-06-17", "was": "no", "now": "yes", "reason": "Misread."}
    situation = book(actor("usa"), actor("iran"), corrections=[notice])

    cells = {row.actor.id: row.cells[0].corrected for bloc in table(situation).blocs for row in bloc.rows}

    assert cells == {"usa": "2014-06-17", "iran": ""}


def test_page_says_how_many_sheets_of_paper_are_left_out():
    """A table that would take more than 24 sheets is cut, and says so."""
    issues = tuple(f"i{number}" for number in range(16 * 24))
    actors = [actor(f"a{number}") for number in range(2)]
    positions = [said(each.id, topic) for each in actors for topic in issues]
    situation = book(*actors, positions=positions, issues=issues)

    view = next(iter_positions(situation)).ask(situation)

    assert (len(view.paper), view.paper_more) == (24, 2)
