"""How entries came to stand as they do."""

from briefbook.derive.pages import iter_pages
from tests.derive.books import actor, brief, issue, situation_of, source

STANDS = {"actor": "iran", "issue": "talks", "quote": "We do"}

SITUATION = situation_of(
    source(note="Repeats [[cable]]."),
    source("cable", via="paper"),
    issue(),
    actor("iran"),
    actor("iraq"),
    brief(
        sources=["paper"],
        claims=[{"id": "c", "text": "So.", "by": "iran"}, {"id": "d", "text": "No."}],
        events=[{"id": "e", "title": "A meeting.", "date": "2014-06-20", "status": "scheduled"}],
        questions=[
            {"id": "late", "text": "Late?", "due": "2014-06-16"},
            {"id": "undated", "text": "Undated?"},
            {
                "id": "soon",
                "text": "Soon?",
                "due": "2014-07-01",
                "indicators": {"venue": "A venue is named."},
            },
            {"id": "old", "text": "Old?", "status": "overtaken"},
        ],
        judgements=[{"id": "j", "text": "Soon.", "likelihood": "likely", "confidence": "low"}],
        positions=[{**STANDS, "stance": "mixed"}],
        corrections=[{"date": "2014-06-17", "entry": "c", "was": "a", "now": "b", "reason": "ours"}],
    ),
    brief(
        "second",
        "2014-06-17",
        sources=["paper"],
        positions=[{**STANDS, "stance": "mixed"}],
        ties=[{"actor": "iraq", "tie": "backs", "other": "iran", "words": "backs"}],
        updates=[
            {"update": "c", "status": "disputed", "reason": "Iraq says no.", "words": "no"},
            {"update": "c", "text": "So it was.", "place": "Basra"},
            {"update": "d", "place": "Mosul"},
            {"update": "e", "status": "postponed", "date": "2014-06-30"},
            {"update": "j", "likelihood": "unlikely", "reason": "Nothing came."},
            {"update": "soon", "seen": {"venue": "2014-06-17", "other": "2014-06-17"}, "due": "2014-07-02"},
        ],
    ),
)
VIEWS = {each.url: each.ask(SITUATION) for each in iter_pages(SITUATION)}


def test_a_history_begins_with_the_first_report():
    """Then each update with what it changed, why, and on what ground."""
    first, rated, reworded = VIEWS["claims/c/"].history.rows

    assert (first.is_first, first.status, first.brief.url) == (True, "unverified", "../../briefs/first/#c")
    assert (rated.was, rated.status, rated.reason_html) == ("unverified", "disputed", "Iraq says no.")
    assert rated.evidence[0].words == ("no",)
    assert [(each.field, each.was, each.now) for each in reworded.fields] == [
        ("text", "So.", "So it was."),
        ("place", "", "Basra"),
    ]


def test_updates_of_a_brief_have_places_of_their_own():
    """A second update of one entry in one brief is told apart, and the history leads to each."""
    updates = VIEWS["briefs/second/"].updates

    assert [(each.anchor, each.kind) for each in updates] == [
        ("c.update", "claim"),
        ("c.update..2", "claim"),
        ("d.update", "claim"),
        ("e.update", "event"),
        ("j.update", "judgement"),
        ("soon.update", "question"),
    ]
    assert VIEWS["claims/c/"].history.rows[2].brief.url == "../../briefs/second/#c.update..2"


def test_dates_and_indicators_are_told_in_words():
    """A changed date stays a date, an indicator reads as its sentence, an undeclared one as its name."""
    event, question = (VIEWS["briefs/second/"].updates[place].step for place in (3, 5))

    assert [(each.field, each.was, each.now) for each in event.fields] == [
        ("status", "scheduled", "postponed"),
        ("date", "2014-06-20", "2014-06-30"),
    ]
    assert question.seen == ("A venue is named.", "other")


def test_a_brief_lists_changes_of_all_kinds():
    """Each leads to its entry; a correction made since the last brief is among them."""
    view = VIEWS["briefs/second/"].changes

    assert [(each.kind, each.url) for each in view.changes] == [
        ("correction", "../../claims/c/"),
        ("claim-rated", "../../claims/c/"),
        ("question-overdue", "../../questions/late/"),
        ("event-changed", "../../briefs/first/#e"),
        ("question-changed", "../../questions/soon/"),
        ("judgement-changed", "../../briefs/first/#j"),
        ("claim-changed", "../../claims/c/"),
        ("claim-changed", "../../claims/d/"),
        ("actor-new", "../../actors/iraq/"),
    ]
    assert view.reaffirmed == 1


def test_the_first_brief_shows_what_its_events_and_judgements_became():
    """The reader of an old page is told that the world has changed."""
    view = VIEWS["briefs/first/"]

    assert view.coming[0].status_now == "postponed"
    assert view.judgements[0].likelihood_now == "unlikely"


def test_questions_come_in_the_order_in_which_readers_need_them():
    """Overdue, by deadline, without one, closed."""
    assert [row.id for row in VIEWS["questions/"].rows] == ["late", "soon", "undated", "old"]
    assert [row.overdue for row in VIEWS["questions/"].rows] == [True, False, False, False]


def test_a_note_that_cites_a_source_brings_its_note():
    """Every number on a page leads to a note on it."""
    notes = VIEWS["briefs/first/"].sources

    assert [(note.id, note.number) for note in notes] == [("paper", 1), ("cable", 2)]
    assert notes[0].note_html == 'Repeats <a href="#cable">[2]</a>.'
    assert notes[1].via.words == "The Paper: A headline"
