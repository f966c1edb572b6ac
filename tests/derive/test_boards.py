"""The questions by issue and by actor, and the list of judgements."""

from briefbook.derive.pages import iter_pages
from briefbook.derive.pages.boards import group
from briefbook.derive.pages.home import home_page
from tests.derive.books import actor, brief, issue, situation_of

QUESTIONS = [
    {"id": "soon", "text": "Soon?", "due": "2014-06-16", "issues": ["talks"], "actors": ["iran"]},
    {"id": "late", "text": "Late?", "due": "2014-06-01", "issues": ["border", "talks"]},
    {"id": "lone", "text": "Lone?"},
    {"id": "done", "text": "Done?", "issues": ["border"], "status": "overtaken", "due": "2014-06-01"},
]
RECORDS = actor("iran"), issue(), issue("border")
JUDGED = {"id": "j", "text": "They will sign.", "likelihood": "likely", "confidence": "low"}


def pages_of(situation):
    """The views of the pages by URL."""
    return {page.url: page.ask(situation) for page in iter_pages(situation)}


def test_questions_stand_under_all_that_they_name():
    """What has the most urgent question comes first, and questions that name nothing come last."""
    situation = situation_of(*RECORDS, brief(questions=QUESTIONS))

    assert [("border", "late"), ("border", "done"), ("talks", "late"), ("talks", "soon"), ("", "lone")] == [
        (row.key, row.life.id) for row in group(situation, "issue")
    ]
    assert [("iran", "soon"), ("", "late"), ("", "lone"), ("", "done")] == [
        (row.key, row.life.id) for row in group(situation, "actor")
    ]


def test_the_boards_lead_to_each_other():
    """Each board names itself and leads to the other two, and says by which day it judges."""
    pages = pages_of(situation_of(*RECORDS, brief(questions=QUESTIONS)))
    board = pages["questions/by/issue/"]

    assert [
        ("deadline", "../../../questions/"),
        ("issue", ""),
        ("actor", "../../../questions/by/actor/"),
    ] == [(each.code, each.url) for each in board.boards]
    assert [("deadline", ""), ("issue", "../questions/by/issue/"), ("actor", "../questions/by/actor/")] == [
        (each.code, each.url) for each in pages["questions/"].boards
    ]
    assert "2014-06-15" == board.head.judged.text
    assert ["border", "talks", None] == [each.issue.id if each.issue else None for each in board.groups]
    assert ["iran", None] == [
        each.actor.id if each.actor else None for each in pages["questions/by/actor/"].groups
    ]
    assert [True, False] == [row.overdue for row in board.groups[0].rows]


def test_a_long_board_goes_on_under_the_same_name():
    """An issue with more questions than a page takes goes on, and says how many there are in all."""
    many = [{"id": f"q{each:03}", "text": "So?", "issues": ["talks"]} for each in range(7)]
    pages = pages_of(situation_of(*RECORDS, brief(questions=many), page_size=3))
    first, last = pages["questions/by/issue/"], pages["questions/by/issue/page/2/"]

    assert [(False, 7, 4)] == [(each.goes_on, each.count, len(each.rows)) for each in first.groups]
    assert [(True, 7, 3)] == [(each.goes_on, each.count, len(each.rows)) for each in last.groups]
    assert all(each.url for each in last.boards)


def test_questions_and_timeline_lead_to_the_calendar():
    """Where the host can write a calendar the first page of each leads to it, and elsewhere none does."""
    situation = situation_of(*RECORDS, brief(questions=QUESTIONS))
    situation.has_calendar = True
    pages = pages_of(situation)

    assert "../calendar.ics" == pages["questions/"].calendar == pages["timeline/"].calendar
    assert "" == pages_of(situation_of(*RECORDS, brief(questions=QUESTIONS)))["questions/"].calendar


def test_without_a_question_there_is_no_board():
    """A book without questions has the list alone, which leads to no board."""
    pages = pages_of(situation_of(brief()))

    assert not [url for url in pages if url.startswith("questions/by/")]
    assert () == pages["questions/"].boards


def test_a_judgement_stands_as_it_does_now():
    """The list shows what updates made of a judgement, each step with its reason; its brief shows both."""
    update = {"update": "j", "likelihood": "unlikely", "confidence": "high", "reason": "They left."}
    pages = pages_of(
        situation_of(brief(judgements=[JUDGED]), brief("second", "2014-06-17", updates=[update]))
    )
    (now,) = pages["judgements/"].rows
    (then,) = pages["briefs/first/"].judgements

    assert ("unlikely", "high", "") == (now.likelihood.words, now.confidence, now.likelihood_now)
    assert ("likely", "low") == (then.likelihood.words, then.confidence)
    assert ("unlikely", "high") == (then.likelihood_now, then.confidence_now)
    steps = [
        (each.date.text, each.likelihood.words, each.confidence, each.reason_html)
        for each in now.history.rows
    ]
    assert [("2014-06-15", "likely", "low", ""), ("2014-06-17", "unlikely", "high", "They left.")] == steps
    assert steps == [
        (each.date.text, each.likelihood.words, each.confidence, each.reason_html)
        for each in then.history.rows
    ]


def test_a_judgement_that_never_changed_has_no_history():
    """One step is no history, and says nothing that the judgement does not."""
    pages = pages_of(situation_of(brief(judgements=[JUDGED])))

    assert 0 == pages["judgements/"].rows[0].history.count
    assert "" == pages["briefs/first/"].judgements[0].confidence_now


def test_a_long_history_of_a_judgement_goes_on():
    """What the list cuts stands whole on a page of its own, the newest first."""
    updates = [
        brief(f"b{day}", f"2014-06-{day}", updates=[{"update": "j", "confidence": "high"}])
        for day in range(16, 28)
    ]
    pages = pages_of(situation_of(brief(judgements=[JUDGED]), *updates))
    history = pages["judgements/"].rows[0].history

    assert (10, 13, "../judgements/j/history/") == (len(history.rows), history.count, history.url)
    whole = pages["judgements/j/history/"]
    assert ("2014-06-27", "2014-06-15") == (whole.revisions[0].date.text, whole.revisions[-1].date.text)
    assert "judgements" == whole.head.tab


def test_the_front_page_says_what_we_think_and_do_not_know():
    """The newest judgements, limitations and assumptions stand there in short, and lead to the whole."""
    judged = [{**JUDGED, "id": f"j{each}"} for each in range(4)]
    update = {"update": "j3", "likelihood": "unlikely"}
    gaps = ["One.", "Two.", "Three.", "Four."]
    situation = situation_of(
        brief(judgements=judged),
        brief("second", "2014-06-17", updates=[update], limitations=gaps, assumptions=["It holds."]),
    )
    home = home_page(situation)

    assert (3, 4) == (len(home.judgements.rows), home.judgements.count)
    first, second, _ = home.judgements.rows
    assert ("unlikely", "2014-06-17") == (first.likelihood.words, first.revised.text)
    assert ("2014-06-15", None) == (second.made.text, second.revised)
    assert ("One.", "Two.", "Three.") == home.limitations.rows
    assert "./briefs/second/#_unknown" == home.limitations.url
    assert (("It holds.",), "") == (home.assumptions.rows, home.assumptions.url)


def test_the_front_page_of_an_empty_book_thinks_nothing():
    """Without a brief there is nothing that we judge or do not know."""
    home = home_page(situation_of())

    assert (0, 0, 0) == (home.judgements.count, home.limitations.count, home.assumptions.count)
