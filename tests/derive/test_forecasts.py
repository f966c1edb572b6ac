"""How likely yes was held to be, what came of it, and how that is drawn and listed."""

import datetime as dt

import pytest

from briefbook.derive.at import At
from briefbook.derive.drawings.likelihoods import MOST_STEPS, Point, draw_likelihoods
from briefbook.derive.forecasts import Tally, before_outcome, closed, held, is_closed, tallies
from briefbook.derive.pages.page import Sheet
from briefbook.derive.pages.questions import by_deadline, question_page, questions_page
from briefbook.words import load_words
from tests.derive.books import brief, situation_of, source

ASKED = {"id": "q", "text": "Will they sign?", "due": "2014-06-30"}
ANSWER = {"update": "q", "status": "answered", "answer": "They did.", "outcome": "yes", "reason": "Seen."}


def situation(*updates, today=None, **asked):
    """A question and its updates, each in a brief of the next day."""
    briefs = [brief(questions=[{**ASKED, **asked}])]
    for number, update in enumerate(updates, 16):
        briefs.append(brief(f"b{number}", f"2014-06-{number}", updates=[{"update": "q", **update}]))
    return situation_of(*briefs, today=today)


def life(*updates, **asked):
    """The question over time."""
    return situation(*updates, **asked).entries.lives["q"]


def spans(life):
    """Words, beginning and end of each likelihood."""
    return [(each.words, each.since.text, each.until.text if each.until else "") for each in held(life)]


def test_a_likelihood_is_held_until_the_next():
    """Each likelihood stands from its own day until another takes its place, and the last one still does."""
    found = life({"likelihood": "unlikely"}, {"owner": "Ana"}, {"likelihood": "likely"}, likelihood="likely")

    assert [
        ("likely", "2014-06-15", "2014-06-16"),
        ("unlikely", "2014-06-16", "2014-06-18"),
        ("likely", "2014-06-18", ""),
    ] == spans(found)


def test_nothing_is_held_of_a_question_without_a_likelihood():
    """A question for which no likelihood was said has no history of them."""
    assert [] == spans(life(ANSWER))


def test_the_answer_ends_what_was_held():
    """A likelihood stands until the question is closed; one that comes with the answer was no forecast."""
    found = life({**ANSWER, "likelihood": "almost certain"}, likelihood="likely")

    assert [("likely", "2014-06-15", "2014-06-16"), ("almost certain", "2014-06-16", "")] == spans(found)
    assert "likely" == before_outcome(found)


def test_an_outcome_closes_a_question_whose_status_lags():
    """A question with its outcome is closed, whatever its status; one asked closed has no day of it."""
    lagging = life({"outcome": "no"}, likelihood="likely")

    assert is_closed(lagging.now)
    assert "2014-06-16" == closed(lagging).text
    assert closed(life(status="overtaken")) is None
    assert closed(life({"owner": "Ana"})) is None


def test_an_outcome_without_a_forecast_counts_nowhere():
    """Only a likelihood that was held before the outcome came can be compared with it."""
    assert "" == before_outcome(life(ANSWER))
    assert "" == before_outcome(life(outcome="yes", likelihood="likely"))
    assert [] == tallies([life(likelihood="likely"), life(ANSWER)], "icd-203")


def test_what_came_is_counted_by_likelihood():
    """For each likelihood, how many questions have an outcome and how many of these came out yes."""
    yes, no = life(ANSWER, likelihood="likely"), life({**ANSWER, "outcome": "no"}, likelihood="likely")
    rare = life({**ANSWER, "outcome": "no"}, likelihood="very unlikely")

    assert [Tally("very unlikely", 1, 0), Tally("likely", 2, 1)] == tallies([yes, no, rare], "icd-203")


@pytest.mark.parametrize(("number", "shown"), [(9, 0), (10, 1)])
def test_a_share_is_told_from_ten_on(number, shown):
    """With fewer than ten outcomes of one likelihood the list says only how many forecasts there were."""
    asked = [{**ASKED, "id": f"q{each}", "likelihood": "likely"} for each in range(number)]
    answered = [{**ANSWER, "update": f"q{each}"} for each in range(number)]
    found = situation_of(brief(questions=asked), brief("b", "2014-06-16", updates=answered))
    view = questions_page(found, rows=found.entries.questions, sheet=Sheet("questions", 1, 1, number))

    assert (number, shown) == (view.forecasts, len(view.calibration))
    assert all((each.answered, each.yes) == (10, 10) for each in view.calibration)


def test_a_resolved_question_shows_what_was_held():
    """The page of a question says what was held when the outcome came, and when that was."""
    view = question_page(situation({"likelihood": "unlikely"}, ANSWER, likelihood="likely"), id="q")

    assert ("unlikely", 20, 45) == (
        view.before_outcome.words,
        view.before_outcome.low,
        view.before_outcome.high,
    )
    assert "2014-06-17" == view.answered.text
    assert ["2014-06-16", "2014-06-17"] == [each.until.text for each in view.likelihoods.rows]


def test_an_open_question_holds_its_likelihood_still():
    """The last likelihood of an open question has no end; one that came with the answer has none either."""
    (now,) = question_page(situation(likelihood="likely"), id="q").likelihoods.rows
    late = question_page(situation({**ANSWER, "likelihood": "likely"}), id="q").likelihoods.rows[0]

    assert (None, True) == (now.until, now.is_now)
    assert (None, False) == (late.until, late.is_now)


def test_an_indicator_is_seen_with_its_ground():
    """What has been seen names its day, its brief, and the words it rests on, counted once."""
    seen = {
        "update": "q",
        "seen": {"pens": "2014-06-16"},
        "reason": "A photograph.",
        "words": "pens were laid out",
        "source": "paper",
    }
    asked = {
        **ASKED,
        "indicators": {"pens": "Pens are laid out.", "room": "A room.", "ink": "Ink."},
        "seen": {"ink": "2014-06-14"},
    }
    found = situation_of(
        source(), brief(questions=[asked]), brief("b", "2014-06-17", sources=["paper"], updates=[seen])
    )
    view = question_page(found, id="q")
    pens, room, ink = view.indicators

    assert ("2014-06-16", "A photograph.", "b") == (pens.seen.text, pens.reason_html, pens.brief.id)
    assert ["pens were laid out"] == [words for piece in pens.evidence for words in piece.words]
    assert (None, None, ()) == (room.seen, room.brief, room.evidence)
    assert ("2014-06-14", "first", ()) == (ink.seen.text, ink.brief.id, ink.evidence)
    assert [1] == [each.passages for each in view.sources]


def test_an_indicator_counts_where_the_history_leaves_it_out():
    """Beneath a long history the words of an old sighting are counted with the sighting itself."""
    seen = {"update": "q", "seen": {"pens": "2014-06-16"}, "words": "pens were laid out", "source": "paper"}
    asked = {**ASKED, "indicators": {"pens": "Pens are laid out."}}
    later = [
        brief(f"b{day}", f"2014-06-{day}", updates=[{"update": "q", "owner": str(day)}])
        for day in range(17, 29)
    ]
    found = situation_of(
        source(),
        brief(questions=[asked]),
        brief("b", "2014-06-16", sources=["paper"], updates=[seen]),
        *later,
    )

    assert [1] == [each.passages for each in question_page(found, id="q").sources]


def drawing(*points, end="2014-06-30", **settings):
    """The steps as they are drawn."""
    at = At(situation_of(brief(), **settings), "questions/q")
    return draw_likelihoods(
        "steps",
        [Point(dt.date.fromisoformat(day), words) for day, words in points],
        dt.date.fromisoformat(end),
        at,
    )


def test_steps_are_drawn_on_the_words_of_the_scale():
    """The likeliest stands on top, the range that is held at its end, the first and the last day beneath."""
    found = drawing(("2014-06-15", "likely"), ("2014-06-20", "unlikely"))
    height = {each.words: each.y for each in found.texts}

    assert height["almost certain"] < height["likely"] < height["unlikely"] < height["15 June 2014"]
    assert height["20 to 45%"] == height["unlikely"]
    assert height["15 June 2014"] < height["30 June 2014"]
    assert "From 15 June 2014: likely. From 20 June 2014: unlikely." == found.description
    assert {"strong"} == {each.kind for each in found.texts if each.words in ("likely", "unlikely")}


def test_one_day_or_one_likelihood_is_no_picture():
    """Nothing is drawn of a likelihood that never changed, of one day, or of words that no scale knows."""
    assert drawing(("2014-06-15", "likely")) is None
    assert drawing(("2014-06-15", "likely"), ("2014-06-15", "unlikely"), end="2014-06-15") is None
    assert drawing(("2014-06-15", "likely"), ("2014-06-20", "so so")) is None
    assert drawing(("2014-06-15", "likely"), ("2014-06-20", "unlikely"), scale="phia") is None


def test_the_same_likelihood_again_is_one_bar():
    """A likelihood that was confirmed leads nowhere else; one that comes after the end still has its day."""
    lines = {each.kind: each.d for each in drawing(("2014-06-15", "likely"), ("2014-06-20", "likely")).lines}
    late = drawing(("2014-06-15", "likely"), ("2014-07-20", "unlikely"))

    assert "track" not in lines
    assert "20 July 2014" in {each.words for each in late.texts}


def test_only_the_newest_steps_are_drawn():
    """A likelihood that changes every day does not grow a picture without end."""
    days = [dt.date(2014, 1, 1) + dt.timedelta(days=each) for each in range(MOST_STEPS + 5)]
    found = drawing(*((day.isoformat(), "likely") for day in days))

    assert "6 January 2014" in {each.words for each in found.texts}


def test_no_words_of_a_drawing_leave_it():
    """Each text lies within the drawing, however it is aligned."""
    from briefbook.derive.drawings.canvas import measure

    found = drawing(("2014-06-15", "roughly even chance"), ("2014-06-20", "almost no chance"))
    for each in found.texts:
        width = measure(each.words, each.kind)
        left = each.x - width if each.align == "end" else each.x
        assert 0 <= left
        assert left + width <= found.width
        assert each.y + 4 <= found.height


def test_words_of_the_scale_stand_whole_in_every_language():
    """Where a language has longer words for the scale they get more room, and none is cut."""
    at = At(situation_of(brief()), "questions/q")
    at.situation.words = load_words("fr")
    points = [Point(dt.date(2014, 6, 15), "likely"), Point(dt.date(2014, 6, 20), "roughly even chance")]
    found = draw_likelihoods("steps", points, dt.date(2014, 6, 30), at)

    assert drawing(("2014-06-15", "likely"), ("2014-06-20", "unlikely")).width < found.width
    assert not [each.words for each in found.texts if "…" in each.words]


def test_a_deadline_without_an_end_stands_where_it_is_judged():
    """A question that is due from a day on is listed by that day, among those that are overdue."""
    asked = [
        {"id": "end", "text": "By when?", "due": "2014-06-14"},
        {"id": "open", "text": "From when?", "due": "2014-06-13/.."},
    ]

    assert ["open", "end"] == [life.id for life in by_deadline(situation_of(brief(questions=asked)))]


def test_a_question_without_a_day_is_not_drawn():
    """A board of questions and its page stand without a picture where nothing changed."""
    assert question_page(situation(likelihood="likely"), id="q").drawing is None
    assert question_page(
        situation({"likelihood": "unlikely"}, likelihood="likely", today=dt.date(2014, 6, 20)), id="q"
    ).drawing
