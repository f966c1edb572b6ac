"""Entries over time: updates, deadlines, indexes and changes."""

import datetime as dt

from briefbook.derive.entries import is_overdue
from briefbook.derive.mentions import Mentions
from tests.derive.books import actor, brief, issue, situation_of, source

PEOPLE = (source(), issue(), actor("iran"), actor("iraq"))


def after(*updates, claim=None, question=None):
    """A situation with one claim and one question, and a brief for each update."""
    first = brief(
        claims=[{"id": "c", "text": "So.", "by": "iran", "words": "so", **(claim or {})}],
        questions=[{"id": "q", "text": "Why?", **(question or {})}],
        sources=["paper"],
    )
    later = [
        brief(f"b{number}", f"2014-06-{16 + number}", sources=["paper"], updates=[each])
        for number, each in enumerate(updates)
    ]
    return situation_of(*PEOPLE, first, *later)


def test_an_update_changes_only_its_fields():
    """The rest of the entry stays as it was."""
    now = after({"update": "c", "status": "disputed", "reason": "Iraq says no."}).entries.lives["c"].now

    assert (now.status, now.text, now.by) == ("disputed", "So.", "iran")


def test_replies_and_figures_are_added():
    """An update never takes away what was on record."""
    situation = after(
        {
            "update": "c",
            "replies": [{"by": "iraq", "says": "denies"}],
            "figures": [{"what": "dead", "reported": "9"}],
        },
        {"update": "c", "replies": [{"by": "iraq", "says": "partly"}]},
        claim={"replies": [{"by": "iran", "says": "supports"}]},
    )
    now = situation.entries.lives["c"].now

    assert [reply.says for reply in now.replies] == ["supports", "denies", "partly"]
    assert [reply.said.text for reply in now.replies if reply.said] == ["2014-06-16", "2014-06-17"]
    assert [figure.reported for figure in now.figures] == ["9"]


def test_indicators_seen_are_merged():
    """Each update may see another indicator."""
    situation = after(
        {"update": "q", "seen": {"venue": "2014-06-16"}},
        {"update": "q", "seen": {"photo": "2014-06-17"}, "indicators": {"third": "More."}},
        question={"indicators": {"venue": "A venue is named.", "photo": "A photo is taken."}},
    )
    now = situation.entries.lives["q"].now

    assert set(now.seen) == {"venue", "photo"}
    assert set(now.indicators) == {"venue", "photo", "third"}


def test_an_old_update_reported_late_does_not_become_the_present():
    """Updates apply in the order in which they were said."""
    situation = after(
        {"update": "c", "status": "confirmed"},
        {"update": "c", "status": "disputed", "said": "2014-06-15"},
    )
    life = situation.entries.lives["c"]

    assert life.now.status == "confirmed"
    assert [step.after.status for step in life.steps] == ["disputed", "confirmed"]


def test_a_question_is_overdue_the_day_after_its_deadline():
    """Not on the day itself, not once it is answered, and never without a deadline."""
    due = after(question={"due": "2014-06-20"}).entries.lives["q"].now
    month = after(question={"due": "2014-06"}).entries.lives["q"].now
    answered = after(question={"due": "2014-06-20", "status": "answered"}).entries.lives["q"].now
    undated = after().entries.lives["q"].now
    next_day = dt.date(2014, 6, 21)

    assert not is_overdue(due, dt.date(2014, 6, 20))
    assert is_overdue(due, next_day)
    assert not is_overdue(month, next_day)
    assert not is_overdue(answered, next_day)
    assert not is_overdue(undated, next_day)


def test_today_is_the_day_of_the_newest_brief_unless_it_is_given():
    """Two clocks: the site's as-of date, and the day by which deadlines are judged."""
    briefs = (brief("a", "2014-06-17T08:00"), brief("b", "2014-06-15"))

    assert situation_of(*briefs).as_of.text == "2014-06-17T08:00"
    assert situation_of(*briefs).today == dt.date(2014, 6, 17)
    assert situation_of(*briefs, today=dt.date(2015, 1, 1)).today == dt.date(2015, 1, 1)
    assert situation_of().today is None


def test_entries_are_found_by_all_whom_they_concern():
    """By maker, subject, issue and reply; by actor, issue and claim; and ties by both ends."""
    situation = situation_of(
        *PEOPLE,
        brief(
            claims=[
                {
                    "id": "c",
                    "text": "So.",
                    "by": "iran",
                    "actors": ["iraq"],
                    "issues": ["talks"],
                    "replies": [{"by": "iraq", "says": "denies"}],
                }
            ],
            events=[{"id": "e", "title": "It.", "date": "2014", "actors": ["iran"], "issues": ["talks"]}],
            questions=[{"id": "q", "text": "Why?", "about": ["c"], "actors": ["iraq"], "issues": ["talks"]}],
            ties=[{"actor": "iran", "tie": "backs", "other": "iraq", "words": "so"}],
        ),
    )
    entries = situation.entries
    found = [
        entries.claims_by["iran"],
        entries.claims_about["iraq"],
        entries.claims_on["talks"],
        [life for life, _ in entries.replies_by["iraq"]],
    ]

    assert [[life.id for life in lives] for lives in found] == [["c"]] * 4
    assert [life.id for life in entries.events_with["iran"] + entries.events_with["talks"]] == ["e", "e"]
    assert all(entries.questions_on[id][0].id == "q" for id in ("c", "iraq", "talks"))
    assert [tie.other for tie, _ in entries.ties_of["iran"] + entries.ties_of["iraq"]] == ["iraq", "iraq"]


def test_mentions_follow_entries_and_references():
    """A brief names what its entries name and what its texts link to."""
    first = brief(bottom_line="On [[iraq]].", sources=["paper"])
    second = brief(
        "second",
        "2014-06-16",
        sources=["paper"],
        positions=[{"actor": "iran", "issue": "talks", "stance": "mixed", "summary": "As [[first|before]]."}],
    )
    situation = situation_of(*PEOPLE, first, second)

    def names(id):
        return [each.id for each in situation.mentions.briefs.get(id, ())]

    assert names("iraq") == ["first"]
    assert names("iran") == names("talks") == names("first") == ["second"]
    assert names("paper") == ["first", "second"]
    assert situation.mentions.last("nobody") is None
    assert Mentions(()).briefs == {}


def kinds(situation, id):
    """The kinds of change that a brief brought."""
    return [delta.kind for delta in situation.changes(situation.released.briefs[id])[0]]


def test_changes_come_by_weight():
    """Moves first, then corrections and ratings, then new entries, then what is lightest."""
    stands = {"actor": "iran", "issue": "talks", "quote": "We do"}
    first = brief(
        sources=["paper"],
        positions=[{**stands, "stance": "opposes"}],
        claims=[{"id": "c", "text": "So."}],
        questions=[{"id": "q", "text": "Why?"}, {"id": "r", "text": "How?"}],
        corrections=[{"date": "2014-06-16", "entry": "c", "was": "a", "now": "b", "reason": "ours"}],
    )
    second = brief(
        "second",
        "2014-06-16",
        sources=["paper"],
        positions=[{**stands, "stance": "supports"}, {**stands, "actor": "iraq", "stance": "mixed"}],
        claims=[{"id": "d", "text": "No."}],
        events=[{"id": "e", "title": "It.", "date": "2014-07-01", "status": "scheduled"}],
        questions=[{"id": "s", "text": "Who?"}],
        updates=[
            {"update": "c", "status": "disputed", "reason": "so"},
            {"update": "q", "status": "answered", "answer": "Yes."},
            {"update": "r", "owner": "The desk"},
        ],
    )
    situation = situation_of(*PEOPLE, first, second)

    assert kinds(situation, "second") == [
        "moved",
        "correction",
        "claim-rated",
        "question-answered",
        "position-new",
        "claim-new",
        "question-new",
        "event-scheduled",
        "question-changed",
        "actor-new",
    ]
    assert "correction" not in kinds(situation, "first")


def test_a_repeated_position_is_counted_not_listed():
    """What was stated again as it was is a number."""
    stands = {"actor": "iran", "issue": "talks", "stance": "opposes", "quote": "We do not"}
    situation = situation_of(
        *PEOPLE,
        brief(sources=["paper"], positions=[stands]),
        brief("second", "2014-06-16", sources=["paper"], positions=[stands]),
    )

    assert situation.changes(situation.released.briefs["second"]) == ([], 1)
