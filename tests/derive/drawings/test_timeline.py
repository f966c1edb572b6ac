"""The drawing of the timeline."""

from briefbook.derive.drawings.timeline import MOST_PAST, draw_timeline
from tests import drawn
from tests.derive.books import brief, situation_of, source

EVIDENCE = {"source": "paper", "paraphrase": "So it was."}


def event(id, date, **fields):
    """An event."""
    return {"id": id, "title": id.title(), "date": date, **EVIDENCE, **fields}


def draw(events=(), claims=(), questions=(), as_of="2031-03-10", **fields):
    """The drawing of one brief with these entries."""
    made = brief(as_of=as_of, sources=["paper"], events=events, claims=claims, questions=questions, **fields)
    return draw_timeline(drawn.at(situation_of(source(), made), "timeline"))


def words(drawing):
    """All that is written in it."""
    return [text.words for text in drawing.texts]


def test_there_is_no_picture_of_less_than_two_dates():
    """An empty book, one event, or several on one day have nothing to set apart."""
    assert draw_timeline(drawn.at(situation_of())) is None
    assert draw() is None
    assert draw([event("flood", "2031-03-01"), event("storm", "2031-03-01")]) is None


def test_events_stand_above_the_line_and_claims_below():
    """Each with its mark, its words and, where it is more than what happened, its status."""
    claim = {"id": "rose", "text": "It rose.", "date": "2031-03-02", "status": "disputed", **EVIDENCE}
    drawing = draw([event("flood", "2031-03-01"), event("talks", "2031-03-20", status="scheduled")], [claim])

    marks = {mark.kind: mark.y for mark in drawing.marks}
    assert {"happened", "scheduled", "claim"} == set(marks)
    assert max(marks["happened"], marks["scheduled"]) < marks["claim"]
    assert {"Flood", "Talks", "Scheduled", "It rose.", "Claimed, disputed"} <= set(words(drawing))
    assert "2 events and deadlines above the line, 1 claim below it." == drawing.description
    assert "Timeline, 1 to 20 March 2031" == drawing.title


def test_deadlines_and_the_next_report_are_on_it():
    """Only of questions that wait for an answer, and not those passed: they are on another drawing."""
    questions = [
        {"id": "soon", "text": "How soon?", "due": "2031-03-15"},
        {"id": "late", "text": "How late?", "due": "2031-03-05"},
        {"id": "done", "text": "Done?", "due": "2031-03-16", "status": "answered"},
        {"id": "open", "text": "Open?"},
    ]
    found = words(draw(questions=questions, next_report="2031-03-12"))

    assert {"How soon?", "Question, answer due", "Next report"} <= set(found)
    assert not {"How late?", "Done?", "Open?"} & set(found)


def test_the_line_is_broken_where_it_is_still_to_come():
    """The day of the site stands beneath it; a line without a future is whole."""
    ahead = draw([event("flood", "2031-03-01"), event("talks", "2031-03-20", status="scheduled")])
    past = draw([event("flood", "2031-03-01"), event("storm", "2031-03-02")])

    assert {"ahead", "now"} <= {line.kind for line in ahead.lines}
    assert "10 March 2031" in words(ahead)
    assert not {"ahead", "now"} & {line.kind for line in past.lines}
    assert len(past.notes) < len(ahead.notes)


def test_a_line_that_is_all_ahead_is_broken_whole():
    """It begins after the day of the site."""
    ahead = [event(id, date, status="scheduled") for id, date in (("a", "2031-04-01"), ("b", "2031-05-01"))]

    assert "ahead" in {line.kind for line in draw(ahead).lines}


def test_what_lasts_has_a_bar_and_what_is_not_dated_to_the_day_a_lighter_one():
    """An open end has none."""
    drawing = draw(
        [
            event("talks", "2031-03-01/2031-03-04"),
            event("rain", "2031-03~"),
            event("war", "2031-03-02/.."),
            event("drought", "../2031-03-05"),
        ]
    )

    assert {"range", "span"} <= {line.kind for line in drawing.lines}
    assert 1 == "".join(line.d for line in drawing.lines if line.kind == "range").count("M")


def test_what_lies_far_off_is_left_to_the_list():
    """Where it is a few, and the rest would be crowded; a note says how many."""
    near = [event(f"e{day}", f"2031-03-0{day}") for day in range(1, 8)]
    earlier = draw([*near, event("old", "1990-01-01")])
    later = draw([*near, event("far", "2060-01-01", status="scheduled")])

    assert "Old" not in words(earlier)
    assert "1 entry is left out here." in earlier.notes
    assert "Far" not in words(later)


def test_a_long_timeline_shows_the_newest():
    """A note says how many it leaves out."""
    many = [event(f"e{day}", f"2031-02-{day:02d}") for day in range(1, 29)]
    drawing = draw(many)

    assert f"{28 - MOST_PAST} entries are left out here." in drawing.notes
    assert "28 February 2031" in words(drawing)
    assert "1 February 2031" not in words(drawing)


def test_marks_without_room_for_words_say_theirs_under_the_pointer():
    """Above the line and below it."""
    claims = [
        {"id": f"c{day}", "text": "It rose. " * 9, "date": f"2031-02-{day:02d}", **EVIDENCE}
        for day in range(20, 27)
    ]
    events = [event(f"e{day}", f"2031-02-{day:02d}", title="It fell. " * 9) for day in range(20, 27)]
    drawing = draw(events, claims)

    assert {"happened", "claim"} <= {mark.kind for mark in drawing.marks if mark.full}
    assert "Marks without words stand too close to others." in drawing.notes


def test_no_words_leave_the_drawing():
    """Whatever the names are."""
    for names in drawn.NAMES:
        drawing = draw_timeline(drawn.at(drawn.book(40, names)))
        assert all(0 < text.y < drawing.height and 0 <= text.x < drawing.width for text in drawing.texts)
