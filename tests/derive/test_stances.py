"""Who stands where: stated or attributed, in order, and what moved."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.derive.situation import Situation
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.model.settings import Settings
from briefbook.release import release
from tests.derive.books import CLEARED, actor, brief, issue, situation_of, source

PEOPLE = (
    source(),
    issue(),
    actor("iran"),
    actor(
        "rouhani",
        "person",
        posts=[{"title": "president of Iran", "at": "iran", "since": "2013-08", "until": "2021-08-03"}],
    ),
    actor("leylaz", "person"),
    actor("officials", "unnamed", of="iran"),
)


def says(stance="supports", actor="iran", **fields):
    return {"actor": actor, "issue": "talks", "stance": stance, "quote": "We do", **fields}


def cell(*positions, actor="iran", **days):
    """The cell of an actor after a brief for each given position, one a day from 15 June."""
    briefs = [
        brief(f"b{number}", f"2014-06-{15 + number}", sources=["paper"], positions=[each])
        for number, each in enumerate(positions)
    ]
    return situation_of(*PEOPLE, *briefs).stances.cells[actor, "talks"]


@pytest.mark.parametrize(
    ("fields", "is_stated"),
    [
        ({}, True),
        ({"speaker": "iran"}, True),
        ({"speaker": "rouhani"}, True),
        ({"speaker": "rouhani", "capacity": "personal"}, False),
        ({"speaker": "rouhani", "said": "2013-07-01"}, False),
        ({"speaker": "rouhani", "said": "2013-08"}, True),
        ({"speaker": "rouhani", "said": "2021-08-03"}, True),
        ({"speaker": "rouhani", "said": "2022"}, False),
        ({"speaker": "leylaz"}, False),
        ({"speaker": "officials"}, False),
        ({"speaker": "article"}, False),
        ({"speaker": "leylaz", "evidence": [{"words": "so", "speaker": "rouhani"}]}, True),
    ],
)
def test_a_position_is_stated_by_the_actor_or_who_holds_its_post(fields, is_stated):
    """Stated is what the actor says itself or through the holder of a post at that time, not personally."""
    found = cell(says(**fields))

    assert bool(found.stated) is is_stated
    assert bool(found.attributed) is not is_stated


def test_a_person_states_under_their_own_name_in_a_personal_capacity():
    """What a person says for themselves is theirs, though it does not count for the body."""
    found = cell(says(actor="rouhani", speaker="rouhani", capacity="personal"), actor="rouhani")

    assert found.present.is_stated


def test_an_attributed_position_names_who_says_so():
    """By its speaker, or by nobody where that is the article."""
    by_person, by_article = (cell(says(speaker=speaker)) for speaker in ("leylaz", "article"))

    assert by_person.present.according_to == "leylaz"
    assert by_article.present.according_to == ""


def test_an_attributed_position_never_replaces_a_stated_one():
    """The present stays what the actor said, whatever others say later."""
    found = cell(says("opposes"), says("supports", speaker="leylaz"))

    assert found.present.position.stance == "opposes"
    assert found.attributed[-1].position.stance == "supports"
    assert found.attributed[-1].change == "attributed"


def test_a_changed_stance_is_a_move():
    """Against what was stated before, not against what others said."""
    found = cell(says("opposes"), says("supports", speaker="leylaz"), says("mixed"))

    assert [(each.change, each.was) for each in found.stated] == [("position-new", ""), ("moved", "opposes")]


def test_a_new_condition_is_no_move():
    """The same stance under another condition is told apart from a move and from a repetition."""
    found = cell(
        says("leans-support"),
        says("leans-support", condition="the U.S. acts first"),
        says("leans-support", condition="the U.S. acts first"),
    )

    assert [each.change for each in found.stated] == ["position-new", "condition", "reaffirmed"]


def test_unnamed_sources_never_move():
    """They are not one party over time: another stance is another statement."""
    found = cell(says("opposes", "officials"), says("supports", "officials"), actor="officials")

    assert [each.change for each in found.stated] == ["position-new", "position-new"]
    assert not found.has_history


def test_an_old_statement_reported_late_does_not_become_the_present():
    """It joins the history where it belongs."""
    found = cell(says("opposes", said="2014-06-10"), says("mixed"), says("supports", said="2014-06-12"))

    assert [each.position.stance for each in found.stated] == ["opposes", "supports", "mixed"]
    assert found.stated[1].change == "reported-late"
    assert found.present.position.stance == "mixed"


def test_two_statements_of_one_brief_have_anchors_of_their_own():
    """The stated one stands at `actor.issue`, what others say under the speaker's name."""
    first = brief(
        sources=["paper"],
        positions=[says(), says(speaker="leylaz"), says("mixed", speaker="leylaz"), says(speaker="article")],
    )
    found = situation_of(*PEOPLE, first).stances.by_brief["first"]

    assert [each.anchor for each in found] == [
        "iran.talks",
        "iran.talks.leylaz",
        "iran.talks.leylaz..2",
        "iran.talks.article",
    ]


STATEMENTS = st.lists(
    st.tuples(
        st.sampled_from(("supports", "opposes", "mixed")),
        st.sampled_from(("2014-06-01", "2014-06-02", "2014-06", None)),
        st.sampled_from(("2014-06-01", "2014-06-02", "2014-06-03")),
        st.sampled_from(("iran", "leylaz")),
    ),
    min_size=1,
    max_size=5,
)


@given(STATEMENTS, st.randoms(use_true_random=False))
def test_the_fold_is_independent_of_the_order_of_files(statements, random):
    """The same entries give the same cells in whatever order their files are read."""
    briefs = [
        brief(
            f"b{number}",
            as_of,
            sources=["paper"],
            positions=[says(stance, speaker=speaker, **({"said": said} if said else {}))],
            claims=[{"id": "c", "text": "So."}] if number == 0 else [],
            updates=[{"update": "c", "status": "disputed", "text": stance}] if number else [],
        )
        for number, (stance, said, as_of, speaker) in enumerate(statements)
    ]

    def fold(names):
        files = dict(zip(names, (*PEOPLE, *briefs), strict=True))
        book = Book(Settings(default_tlp=Marking.CLEAR), files)
        situation = Situation(release(book, Marking.CLEAR, CLEARED))
        found = situation.stances.cells["iran", "talks"]
        return found.stated, found.attributed, situation.entries.lives["c"].now

    names = [f"{number:02}" for number in range(len(PEOPLE) + len(briefs))]
    shuffled = list(names)
    random.shuffle(shuffled)

    assert fold(names) == fold(shuffled)


def test_order_is_by_saying_then_brief_date_then_brief_id():
    """Statements of one day are ordered by their briefs, and briefs of one day by id."""
    positions = [says("supports", said="2014-06-14")]
    orders = set()
    for ids in itertools.permutations(("a", "b")):
        briefs = [brief(id, "2014-06-15", sources=["paper"], positions=positions) for id in ids]
        found = situation_of(*PEOPLE, *briefs).stances.cells["iran", "talks"]
        orders.add(tuple(each.brief.id for each in found.stated))

    assert orders == {("a", "b")}
