"""When questions become overdue, brief by brief, and what else briefs change."""

import pytest

from briefbook.derive.changes import WEIGHT
from tests.derive.books import actor, brief, issue, situation_of

IRAN, VALE, TALKS = actor("iran"), actor("vale"), issue()


def day(number, **fields):
    """A brief of a day in June."""
    return brief(f"b{number:02}", f"2014-06-{number:02}", **fields)


def asked(due="2014-06-12", **fields):
    """A question."""
    return {"id": "q", "text": "Who?", **({"due": due} if due else {}), **fields}


def update(**fields):
    """An update of it."""
    return {"update": "q", **fields}


def overdue(*briefs):
    """The briefs in which the question became overdue."""
    return [id for id, lives in situation_of(*briefs).fell_due.items() for _ in lives]


@pytest.mark.parametrize(
    ("first", "updates", "expected"),
    [
        (asked(), {}, ["b14"]),
        (asked(due="2014-06-14"), {}, ["b16"]),
        (asked(due=None), {}, []),
        (asked(due="2014-06-30"), {}, []),
        (asked(due="2014-06-01"), {}, []),
        (asked(status="answered"), {}, []),
        (asked(), {14: update(status="answered", reason="So.")}, []),
        (asked(), {20: update(status="answered", reason="So.")}, ["b14"]),
        (asked(), {14: update(due="2014-06-18")}, ["b20"]),
        (asked(), {16: update(due="2014-06-18")}, ["b14", "b20"]),
        (asked(due=None), {14: update(due="2014-06-12")}, ["b14"]),
        (asked(), {14: update(due="2014-06-13")}, ["b14"]),
        (asked(), {20: update(due="2014-06-01")}, ["b14"]),
    ],
)
def test_question_becomes_overdue_in_one_brief(first, updates, expected):
    """It is the first brief after the due date, by what was known then; and again, once it was put off."""
    briefs = [day(10, questions=[first])]
    briefs += [day(number, updates=[updates[number]] if number in updates else []) for number in (14, 16, 20)]

    assert expected == overdue(*briefs)


def test_answer_reported_late_leaves_what_was_overdue():
    """An answer that was given in time, but reported later, does not undo that the question was overdue."""
    told = update(status="answered", reason="So.", said="2014-06-11")
    early = update(why="It matters.", said="2014-06-20")
    briefs = [day(10, questions=[asked()]), day(14, updates=[early]), day(20, updates=[told])]

    assert ["b14"] == overdue(*briefs)


def changes(*records, of=-1):
    """The changes of the newest brief, each with before, after and what is counted."""
    situation = situation_of(IRAN, VALE, TALKS, *records)
    found, _ = situation.changes(situation.briefs[of])
    return [(each.kind, each.was, each.now, each.figure.by if each.figure else "") for each in found]


def test_overdue_question_is_told_by_the_brief():
    """A brief tells which questions had no answer by their date."""
    assert [("question-overdue", "", "", "")] == changes(day(10, questions=[asked()]), day(14))


def test_position_can_be_withdrawn():
    """Who takes its words back has withdrawn them and not moved; who speaks again has moved."""

    def stated(number, stance):
        position = {"actor": "iran", "issue": "talks", "stance": stance, "reason": "Talks failed."}
        return day(number, positions=[position])

    first, taken = stated(10, "supports"), stated(14, "withdrawn")
    assert [("withdrawn", "supports", "withdrawn", "")] == changes(first, taken)
    assert [("moved", "withdrawn", "opposes", "")] == changes(first, taken, stated(16, "opposes"))
    situation = situation_of(IRAN, TALKS, first, taken)
    assert "Talks failed." == situation.changes(situation.newest)[0][0].reason


FIGURE = {"what": "Came", "reported": "ten", "unit": "ships"}


def claimed(*figures):
    """A brief with a claim and its figures."""
    return day(10, claims=[{"id": "c", "text": "Ten came.", "by": "iran", "figures": list(figures)}])


@pytest.mark.parametrize(
    ("figure", "more", "expected"),
    [
        ({"reported": "twelve"}, {}, [("figure-revised", "ten", "twelve", "")]),
        ({"reported": "twelve", "what": "came"}, {}, [("figure-revised", "ten", "twelve", "")]),
        ({"reported": "twelve", "by": "iran"}, {}, [("figure-revised", "ten", "twelve", "iran")]),
        ({"reported": "twelve", "by": "vale"}, {}, [("claim-changed", "unverified", "unverified", "")]),
        ({"reported": "twelve", "unit": ""}, {}, [("claim-changed", "unverified", "unverified", "")]),
        ({}, {}, [("claim-changed", "unverified", "unverified", "")]),
        (
            {"reported": "twelve"},
            {"text": "Twelve came."},
            [("figure-revised", "ten", "twelve", ""), ("claim-changed", "unverified", "unverified", "")],
        ),
        (
            {"reported": "twelve"},
            {"status": "disputed", "reason": "So."},
            [("claim-rated", "unverified", "disputed", ""), ("figure-revised", "ten", "twelve", "")],
        ),
    ],
)
def test_figure_is_revised_by_who_gave_it(figure, more, expected):
    """The same voice with another number of the same thing revises it; all else changes the claim."""
    later = day(14, updates=[{"update": "c", "figures": [FIGURE | figure], **more}])

    assert expected == [each for each in changes(claimed(FIGURE), later) if each[0] != "actor-new"]


def test_each_change_concerns_its_actors_and_issues():
    """What changed is found by each actor and issue that it concerns, newest brief first."""
    position = {"actor": "iran", "issue": "talks", "stance": "supports"}
    correction = {"date": "2014-06-14", "was": "a", "now": "b", "reason": "So."}
    briefs = [
        day(10, positions=[position], questions=[asked(issues=["talks"], actors=["vale"])]),
        day(
            14,
            positions=[{**position, "stance": "opposes"}],
            corrections=[
                {**correction, "entry": "q"},
                {**correction, "entry": "iran/talks"},
                {**correction, "entry": "vale"},
            ],
        ),
    ]
    found = situation_of(IRAN, VALE, TALKS, *briefs).concerns
    kinds = {id: [(each.delta.kind, each.brief.id) for each in found[id]] for id in ("iran", "vale", "talks")}

    assert [
        ("moved", "b14"),
        ("correction", "b14"),
        ("position-new", "b10"),
        ("actor-new", "b10"),
    ] == kinds["iran"]
    assert [
        ("correction", "b14"),
        ("correction", "b14"),
        ("question-overdue", "b14"),
        ("question-new", "b10"),
        ("actor-new", "b10"),
    ] == kinds["vale"]
    assert [
        ("moved", "b14"),
        ("correction", "b14"),
        ("correction", "b14"),
        ("question-overdue", "b14"),
        ("position-new", "b10"),
        ("question-new", "b10"),
    ] == kinds["talks"]


def test_figures_concern_who_gives_them():
    """A revised figure is found by the actor who gives it, who may be another than the claim's."""
    later = day(14, updates=[{"update": "c", "figures": [{**FIGURE, "by": "vale", "reported": "six"}]}])
    found = situation_of(IRAN, VALE, TALKS, claimed({**FIGURE, "by": "vale"}), later).concerns

    assert ["figure-revised", "actor-new"] == [each.delta.kind for each in found["vale"]]


def test_kinds_of_change_have_one_weight_each():
    """No two kinds weigh the same, so that their order is the same everywhere."""
    assert len(WEIGHT) == len(set(WEIGHT.values()))
