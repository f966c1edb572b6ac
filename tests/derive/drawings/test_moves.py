"""The drawing of moves."""

from briefbook.derive.drawings.moves import MOST_ACTORS, MOST_STEPS, draw_moves, last_moved
from tests import drawn
from tests.derive.books import actor, brief, issue, situation_of, source


def position(stance, who="iran", on="talks", **fields):
    """A stated position."""
    return {
        "actor": who, "issue": on, "stance": stance, "source": "paper", "paraphrase": "So.", **fields
    }  # fmt: skip


def book(*briefs, kind="state"):
    """A book in which each brief holds these positions."""
    records = [actor(f"a{number}") for number in range(9)]
    made = [
        brief(f"b{day}", f"2031-03-{day:02d}", sources=["paper"], positions=positions)
        for day, positions in enumerate(briefs, 1)
    ]
    talks = [issue("talks", name="Talks"), issue("aid", name="Aid")]
    return situation_of(source(), actor("iran", kind), *records, *talks, *made)


def draw(*briefs, issue="talks", **fields):
    """The moves on an issue."""
    return draw_moves(issue, drawn.at(book(*briefs, **fields)))


def test_there_is_no_picture_where_nobody_moved():
    """Nor where an unnamed source says now this and now that: it is not one party over time."""
    assert draw([position("supports")], [position("supports")]) is None
    assert draw([position("supports")], [position("opposes")], kind="unnamed") is None
    assert draw([], issue="aid") is None


def test_a_track_leads_from_place_to_place():
    """A mark for each stance, with its date; what was only said again is no place."""
    drawing = draw([position("opposes")], [position("opposes")], [position("supports")])

    assert ["opposes", "supports"] == [mark.kind for mark in drawing.marks]
    assert drawing.marks[0].x < drawing.marks[1].x
    assert drawing.marks[0].y < drawing.marks[1].y
    assert {"Iran", "1 March 2031", "3 March 2031"} <= {text.words for text in drawing.texts}
    assert "Iran: Opposes, 1 March 2031; Supports, 3 March 2031." == drawing.description
    assert "Who moved: Talks" == drawing.title


def test_a_condition_stands_with_its_date():
    """Shortened where it is long, with the whole words under the pointer."""
    drawing = draw([position("supports")], [position("supports", condition="they come first " * 9)])

    (said,) = [text for text in drawing.texts if text.full]
    assert said.words.startswith("if \u2068they come")
    assert said.full.startswith("they come first they")


def test_neutral_stands_with_mixed_and_what_is_off_the_scale_beside_it():
    """The heading says so."""
    drawing = draw([position("neutral")], [position("mixed")], [position("unclear")])

    neutral, mixed, unclear = drawing.marks
    assert neutral.x == mixed.x < unclear.x
    words = [text.words for text in drawing.texts]
    assert {"Mixed,", "Neutral", "Unclear"} <= set(words)


def test_long_tracks_and_many_actors_are_cut_with_words():
    """The newest steps of those who moved last."""
    stances = ["opposes", "supports"] * MOST_STEPS
    everyone = [[position(stance, f"a{number}") for number in range(9)] for stance in stances]
    drawing = draw(*everyone)

    assert MOST_ACTORS * MOST_STEPS == len(drawing.marks)
    assert ("Older steps are left out.", "3 more moved.") == drawing.notes


def test_issues_come_by_their_newest_move():
    """Those without one are not among them."""
    situation = book(
        [position("supports"), position("supports", on="aid")],
        [position("opposes")],
        [position("opposes", on="aid")],
    )

    assert ["aid", "talks"] == last_moved(drawn.at(situation), 5)
    assert ["aid"] == last_moved(drawn.at(situation), 1)
    assert [] == last_moved(drawn.at(book([position("supports")])), 5)
