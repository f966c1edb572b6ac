"""The drawing of deadlines."""

import datetime as dt

from briefbook.derive.drawings.deadlines import MOST, draw_deadlines
from tests import drawn
from tests.derive.books import brief, situation_of


def draw(*dues, today="2031-03-10", **fields):
    """The deadlines of questions that are due then."""
    questions = [{"id": f"q{number}", "text": f"Q{number}?", **due} for number, due in enumerate(dues)]
    situation = situation_of(brief(questions=questions), today=dt.date.fromisoformat(today))
    return draw_deadlines(drawn.at(situation, "questions"))


def test_there_is_no_picture_of_less_than_two_deadlines():
    """Closed questions and those without a date count for none; an empty book has no day either."""
    closed = {"due": "2031-03-12", "status": "answered"}

    assert draw({"due": "2031-03-12"}, {}, closed) is None
    assert draw_deadlines(drawn.at(situation_of())) is None


def test_what_is_overdue_leads_to_the_day_and_what_is_not_leads_from_it():
    """By deadline, and in words how late."""
    drawing = draw({"due": "2031-03-20"}, {"due": "2031-03-09"}, {"due": "2031-03-01"})

    assert ["overdue", "overdue", "due"] == [mark.kind for mark in drawing.marks]
    assert sorted(mark.x for mark in drawing.marks) == [mark.x for mark in drawing.marks]
    words = [text.words for text in drawing.texts]
    assert {"1 March 2031, 9 days late", "9 March 2031, 1 day late", "20 March 2031"} <= set(words)
    assert words.index("Q2?") < words.index("Q1?") < words.index("Q0?")
    assert "3 questions wait for an answer; 2 are overdue." == drawing.description


def test_the_day_of_the_site_stands_above_and_other_dates_keep_away_from_it():
    """One line goes through all rows."""
    drawing = draw({"due": "2031-03-08"}, {"due": "2031-07-30"})

    strong = [text for text in drawing.texts if text.kind == "strong"]
    assert ["10 March 2031"] == [text.words for text in strong]
    assert len(drawing.texts) > 5


def test_the_soonest_are_drawn_and_the_others_counted():
    """A note says that more are due later."""
    drawing = draw(*({"due": f"2031-04-{day:02d}"} for day in range(1, MOST + 3)))

    assert MOST == len(drawing.marks)
    assert "2 more are due later." in drawing.notes
