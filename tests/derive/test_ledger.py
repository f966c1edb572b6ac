"""The ledger of claims, the timeline and the tracks of positions: what stood when, and against what."""

from briefbook.derive.pages import iter_pages
from briefbook.derive.statements import MOST_TURNS
from tests.derive.books import actor, brief, issue, situation_of, source


def views_of(*records, **settings):
    """Each page's view by its url."""
    situation = situation_of(source(), *records, **settings)
    return {each.url: each.ask(situation) for each in iter_pages(situation)}


def claim(id, **fields):
    return {"id": id, "text": f"It is {id}.", "paraphrase": "So it is.", **fields}


def test_a_claim_in_a_list_tells_its_findings_with_their_days():
    """An update that leaves the finding alone adds none."""
    updates = [
        {"update": "a", "status": "disputed", "reason": "A reply.", "paraphrase": "x"},
        {"update": "b", "place": "Mosul", "reason": "Found.", "paraphrase": "x"},
    ]
    views = views_of(
        brief(sources=["paper"], claims=[claim("a"), claim("b")]),
        brief("then", "2014-06-17", sources=["paper"], updates=updates),
    )

    rows = {row.id: row for row in views["claims/"].rows}
    assert [(each.date.text, each.status) for each in rows["a"].ratings] == [
        ("2014-06-15", "unverified"),
        ("2014-06-17", "disputed"),
    ]
    assert () == rows["b"].ratings


def test_contradictions_stand_two_by_two_the_older_first():
    """Each pair once, whichever of the two says so, the newest pair first."""
    views = views_of(
        brief(sources=["paper"], claims=[claim("a"), claim("b", contradicts=["a"], credibility=2)]),
        brief("then", "2014-06-17", sources=["paper"], claims=[claim("c", contradicts=["b", "a"])]),
    )

    def id(side):
        return side.claim.url.split("/")[-2]

    page = views["claims/"]
    assert [(id(each.one), id(each.other)) for each in page.pairs.rows] == [
        ("b", "c"),
        ("a", "c"),
        ("a", "b"),
    ]
    assert (page.pairs.rows[0].one.credibility, page.pairs.rows[0].one.reported.text) == (2, "2014-06-15")
    assert "It is a" == views["claims/a/"].this.claim.words


def test_filters_offer_whom_and_what_the_rows_concern():
    """By name, each once; who makes a claim is among them."""
    views = views_of(
        issue("talks", name="Talks"),
        actor("iran"),
        actor("usa", name="America"),
        brief(
            sources=["paper"],
            claims=[claim("a", by="iran", actors=["usa", "iran"], issues=["talks"], date="2014-06-10")],
            events=[{"id": "e", "title": "Met", "date": "2014-06-14", "actors": ["iran"], "paraphrase": "x"}],
        ),
    )

    for url in ("claims/", "timeline/"):
        assert [each.id for each in views[url].actors] == ["usa", "iran"]
        assert [each.id for each in views[url].issues] == ["talks"]
    assert ("iran", "usa") == views["claims/"].rows[0].actor_ids


def test_the_timeline_tells_when_a_thing_was_reported_where_that_was_later():
    """A day later is the next paper; two days later is news about the past."""
    event = {"paraphrase": "x", "title": "A thing"}
    views = views_of(
        brief(
            sources=["paper"],
            events=[
                {**event, "id": "old", "date": "2014-06-13"},
                {**event, "id": "fresh", "date": "2014-06-14"},
                {**event, "id": "ahead", "date": "2014-06-20", "status": "scheduled"},
                {**event, "id": "off", "date": "2014-06-01", "status": "cancelled"},
                {**event, "id": "month", "date": "2014-05"},
            ],
        ),
    )

    page = views["timeline/"]
    found = {row.url.split("#")[1]: row.reported and row.reported.text for row in page.rows}
    assert found == {"fresh": None, "old": "2014-06-15", "off": None, "month": "2014-06-15"}
    assert page.coming.rows[0].reported is None


def test_deadlines_stand_on_the_timeline():
    """Those that wait are ahead; those that passed stand with what became of them."""
    asked = [
        {"id": "soon", "text": "Soon?", "due": "2014-06-20"},
        {"id": "known", "text": "Known?", "due": "2014-06-20", "status": "answered", "answer": "Yes."},
        {"id": "late", "text": "Late?", "due": "2014-06-10"},
        {"id": "done", "text": "Done?", "due": "2014-06-09", "status": "answered", "answer": "Yes."},
        {"id": "never", "text": "Ever?"},
    ]
    views = views_of(brief(sources=["paper"], next_report="2014-06-17", questions=asked))

    page = views["timeline/"]
    assert [(row.kind, row.status, row.url) for row in page.coming.rows] == [
        ("report", "scheduled", ""),
        ("due", "open", "../questions/soon/"),
    ]
    assert [(row.kind, row.status, row.url) for row in page.rows] == [
        ("due", "overdue", "../questions/late/"),
        ("due", "answered", "../questions/done/"),
    ]


def position(stance, **fields):
    return {"actor": "iran", "issue": "talks", "stance": stance, "paraphrase": f"It {stance}.", **fields}


def histories(*stated, kind="state"):
    """The history of an actor's position, one brief for each statement."""
    briefs = [
        brief(f"b{day}", f"2014-06-{day:02d}", sources=["paper"], positions=[each])
        for day, each in enumerate(stated, 1)
    ]
    return views_of(issue("talks"), actor("iran", kind), *briefs)["actors/iran/"].stated.rows[0]


def test_a_track_has_the_turns_and_not_what_was_said_again():
    """A new condition is a turn like a new stance."""
    found = histories(
        position("opposes"),
        position("opposes"),
        position("leans-support", condition="asked"),
        position("leans-support"),
    )

    assert [(each.said.text, each.stance, each.conditional) for each in found.track] == [
        ("2014-06-01", "opposes", False),
        ("2014-06-03", "leans-support", True),
        ("2014-06-04", "leans-support", False),
    ]


def test_a_track_tells_the_latest_turns():
    """What went back and forth often shows its end, the present."""
    found = histories(*(position(("supports", "opposes")[each % 2]) for each in range(MOST_TURNS + 2)))

    assert len(found.track) == MOST_TURNS
    assert found.track[-1].stance == found.current.stance


def test_what_conflicts_with_the_present_stands_beside_it():
    """The latest words on another side, not those that only lean."""
    found = histories(position("opposes", reason=""), position("leans-support"), position("supports"))

    assert found.against.stance == "opposes"
    assert [piece.paraphrase for piece in found.against.evidence] == ["It opposes."]
    assert "b1" == found.against.brief.id


def test_what_was_only_said_again_conflicts_with_nothing():
    """Nor do words that lean to the same side."""
    found = histories(position("leans-support"), position("supports"), position("supports"))

    assert found.against is None
    assert len(found.earlier.rows) == 2


def test_unnamed_sources_have_no_track():
    """They may be somebody else each time."""
    found = histories(position("opposes"), position("supports"), kind="unnamed")

    assert (found.track, found.against) == ((), None)
