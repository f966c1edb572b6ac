"""The published picture, and what is different between two of them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.derive.differences import apply, diff
from briefbook.derive.picture import picture_of
from briefbook.derive.situation import Situation
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.release import release
from tests.derive.books import CLEARED, actor, book_of, brief, issue, page, situation_of, source

KNOWN = (actor("iran"), actor("vale"), actor("officials", "unnamed"), issue("talks"), issue("dam"))
STANCES = ("supports", "opposes", "mixed", "withdrawn")
DAYS = 12


def day(number):
    """A day of the invented month."""
    return f"2014-06-{number:02}"


@st.composite
def positions(draw, number):
    """A position of a brief of this day: stated or attributed, of its day or of an earlier one."""
    said = draw(st.one_of(st.none(), st.integers(1, number)))
    made = {
        "actor": draw(st.sampled_from(["iran", "vale", "officials"])),
        "issue": draw(st.sampled_from(["talks", "dam"])),
        "stance": draw(st.sampled_from(STANCES)),
        "condition": draw(st.sampled_from(["", "the others do"])),
        "speaker": draw(st.sampled_from(["", "article", "vale"])),
    }
    made["condition"] = "" if made["stance"] == "supports" else made["condition"]
    return made | ({"said": day(said)} if said else {})


@st.composite
def briefs(draw):
    """Briefs of one day each, oldest first, the later ones with updates of what earlier ones brought."""
    numbers = sorted(draw(st.sets(st.integers(1, DAYS), min_size=1, max_size=5)))
    made, known = [], []
    for number in numbers:
        updates = []
        for id in draw(st.lists(st.sampled_from(known), unique=True, max_size=3)) if known else ():
            statuses = ["", "disputed", "confirmed"] if id[0] == "c" else ["", "answered", "open"]
            status = draw(st.sampled_from(statuses))
            update = {"update": id, "status": status, "reason": "so" if status else ""}
            if id[0] == "c" and draw(st.booleans()):
                reported = draw(st.sampled_from(["ten", "twelve"]))
                update["figures"] = [{"what": "killed", "reported": reported}]
            updates.append(update | draw(st.sampled_from([{}, {"said": day(draw(st.integers(1, number)))}])))
        due = draw(st.one_of(st.none(), st.integers(1, DAYS)))
        fields = {
            "positions": draw(st.lists(positions(number), max_size=3)),
            "claims": [
                {"id": f"c{number}", "text": "It is so.", "by": "iran", "contradicts": known_claims(known)}
            ],
            "questions": [{"id": f"q{number}", "text": "Is it?", **({"due": day(due)} if due else {})}],
            "judgements": [{"id": f"j{number}", "text": "Yes.", "likelihood": "likely", "confidence": "low"}],
            "updates": updates,
        }
        fields["claims"][0]["figures"] = [{"what": "killed", "reported": "nine"}]
        if draw(st.booleans()):
            fields["ties"] = [{"actor": "iran", "tie": "backs", "other": "vale", "paraphrase": "It backs."}]
        if known and draw(st.booleans()):
            told = {"date": day(number), "was": "one", "now": "two", "reason": "Misread."}
            fields["corrections"] = [{"entry": draw(st.sampled_from(known)), **told}]
        made.append(brief(f"b{number:02}", day(number), **fields))
        known += [f"c{number}", f"q{number}"]
    return made


def known_claims(known):
    """The first claim of all, where there is one."""
    return [each for each in known[:1] if each[0] == "c"]


def states(made):
    """The picture as of each brief, oldest first."""
    return [picture_of(situation_of(*KNOWN, *made[:count])) for count in range(1, len(made) + 1)]


@settings(max_examples=60, deadline=None)
@given(briefs(), briefs())
def test_differences_applied_give_the_second_picture(one, other):
    """What is different between any two pictures, done to the first, gives the second; and back again."""
    first, second = (picture_of(situation_of(*KNOWN, *made)) for made in (one, other))

    assert second == apply(first, diff(first, second))
    assert first == apply(second, diff(second, first))
    assert () == diff(first, first)


@settings(max_examples=60, deadline=None)
@given(briefs())
def test_sum_of_all_differences_is_the_ledger(made):
    """Brief after brief, the differences from nothing on add up to what is published; nothing is gone."""
    picture = {}
    for state in states(made):
        found = diff(picture, state)
        assert not [each.key for each in found if each.kind.endswith("-gone")]
        picture = apply(picture, found)

    assert picture_of(situation_of(*KNOWN, *made)) == picture
    assert list(picture) == sorted(picture)


@settings(max_examples=60, deadline=None)
@given(briefs())
def test_differences_are_what_briefs_say_that_they_changed(made):
    """Positions of parties new, moved and withdrawn, and questions overdue: as on the pages of the briefs."""
    whole = situation_of(*KNOWN, *made)
    before = {}
    for each, state in zip(whole.briefs, states(made), strict=True):
        deltas, _ = whole.changes(each)
        told = {(kind, f"question/{delta.life.id}") for delta in deltas if (kind := delta.kind) in OVERDUE}
        cells = [(position.actor, position.issue) for position in each.positions]
        told |= {
            (delta.kind, f"position/{cell[0]}/{cell[1]}")
            for delta in deltas
            if delta.kind in ("moved", "withdrawn", "position-new", "condition")
            and delta.statement.position.actor != "officials"
            and cells.count(cell := (delta.statement.position.actor, delta.statement.position.issue)) == 1
        }
        found = diff(before, state)
        seen = {(found_.kind, found_.key) for found_ in found}
        assert told <= seen
        asked = {key for kind, key in seen if kind in OVERDUE}
        assert asked == {key for kind, key in told if kind in OVERDUE}
        before = state


OVERDUE = ("question-overdue",)


@settings(max_examples=60, deadline=None)
@given(briefs())
def test_unnamed_source_never_moves(made):
    """What unnamed officials say is new each time: they may be others."""
    pictures = [{}, *states(made)]

    for one, other in pairwise(pictures):
        kinds = {each.kind for each in diff(one, other) if each.key.startswith("position/officials/")}
        assert kinds <= {"position-new", "reaffirmed"}


@settings(max_examples=60, deadline=None)
@given(briefs(), st.randoms(use_true_random=False))
def test_picture_does_not_depend_on_the_order_of_files(made, random):
    """The same records in any order of files give the same picture, in the same order of keys."""
    files = {f"content/{each.id}": each for each in (*KNOWN, *made)}
    shuffled = random.sample(sorted(files), len(files))
    book = Book(book_of().settings, {file: files[file] for file in shuffled})
    picture = picture_of(Situation(release(book, Marking.CLEAR, CLEARED)))

    assert list(picture_of(situation_of(*KNOWN, *made)).items()) == list(picture.items())


@settings(max_examples=60, deadline=None)
@given(briefs(), st.sampled_from(STANCES))
def test_old_statement_reported_late_never_becomes_the_present(made, stance):
    """A newest brief that reports what was said before all else leaves every standing position alone."""
    late = brief("z", day(28), positions=[said_before(stance, actor) for actor in ("iran", "vale")])
    before, after = (picture_of(situation_of(*KNOWN, *each)) for each in (made, [*made, late]))
    stood = {key for key in before if key.startswith("position/")}

    assert not stood & {each.key for each in diff(before, after)}


def said_before(stance, actor):
    """A position older than all others."""
    return {"actor": actor, "issue": "talks", "stance": stance, "said": "2013-01-01"}


def kinds(one, other):
    """The kinds of difference between the pictures of two lists of records, by key."""
    found = diff(picture_of(situation_of(*one)), picture_of(situation_of(*other)))
    return {each.key: each.kind for each in found}


BEFORE = brief(
    "b1",
    "2014-06-15",
    positions=[
        {"actor": "iran", "issue": "talks", "stance": "supports"},
        {"actor": "vale", "issue": "talks", "stance": "opposes", "speaker": "article"},
    ],
    claims=[
        {
            "id": "c",
            "text": "Ten came.",
            "by": "iran",
            "figures": [{"what": "Came", "reported": "ten"}],
            "replies": [{"by": "vale", "says": "denies"}],
        }
    ],
    events=[{"id": "e", "title": "They meet", "date": "2014-07-01", "status": "scheduled"}],
    ties=[{"actor": "iran", "tie": "backs", "other": "vale"}],
)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"positions": [{"actor": "iran", "issue": "talks", "stance": "supports"}]}, "reaffirmed"),
        ({"positions": [{"actor": "iran", "issue": "talks", "stance": "withdrawn"}]}, "withdrawn"),
        ({"positions": [{"actor": "iran", "issue": "talks", "stance": "mixed"}]}, "moved"),
        (
            {"positions": [{"actor": "iran", "issue": "talks", "stance": "supports", "condition": "if"}]},
            "condition",
        ),
        ({"positions": [{"actor": "iran", "issue": "dam", "stance": "mixed"}]}, "position-new"),
        (
            {"positions": [{"actor": "vale", "issue": "talks", "stance": "opposes", "speaker": "article"}]},
            "reaffirmed",
        ),
        (
            {"positions": [{"actor": "vale", "issue": "talks", "stance": "mixed", "speaker": "article"}]},
            "attributed",
        ),
        ({"updates": [{"update": "c", "status": "disputed", "reason": "So."}]}, "claim-rated"),
        ({"updates": [{"update": "c", "text": "Nine came."}]}, "claim-changed"),
        ({"updates": [{"update": "e", "status": "cancelled", "reason": "So."}]}, "event-changed"),
        ({"events": [{"id": "f", "title": "They met", "date": "2014-06-16"}]}, "event-new"),
        ({"ties": [{"actor": "iran", "tie": "backs", "other": "vale"}]}, "reaffirmed"),
        (
            {"ties": [{"actor": "iran", "tie": "backs", "other": "vale", "since": "2014"}]},
            "tie-changed",
        ),
    ],
)
def test_kinds_are_those_of_analysts(fields, told):
    """A later brief that says one thing makes a difference of one kind, beside itself."""
    found = kinds([*KNOWN, BEFORE], [*KNOWN, BEFORE, brief("b2", "2014-06-16", **fields)])

    assert {told, "brief-new"} == set(found.values())


def test_figure_revised_keeps_what_was_given_before():
    """The same voice with another number revises its figure; another voice's number stands beside it."""
    figures = [
        {"what": "came", "reported": "twelve"},
        {"what": "came", "reported": "two", "by": "vale"},
    ]
    after = brief("b2", "2014-06-16", updates=[{"update": "c", "figures": figures}])
    found = kinds([*KNOWN, BEFORE], [*KNOWN, BEFORE, after])
    picture = picture_of(situation_of(*KNOWN, BEFORE, after))

    assert "figure-revised" == found["figure/c/iran/came"]
    assert "figure-new" == found["figure/c/vale/came"]
    assert ("twelve", ("ten",)) == tuple(picture["figure/c/iran/came"][f] for f in ("reported", "earlier"))


def test_mended_records_are_changed_and_removed_ones_gone():
    """What is written otherwise in the same brief is changed; what is no longer there is gone."""
    first = [actor("iran", about="A state."), issue("talks"), source(), page("method", body="How.")]
    other = [
        actor("iran", about="A republic."),
        issue("talks", why="It matters."),
        page("method", body="So."),
    ]
    position = {"actor": "iran", "issue": "talks", "stance": "supports"}
    one = brief(positions=[{**position, "summary": "It wants to."}], sources=["paper"])
    two = brief(positions=[{**position, "summary": "It does."}])

    assert {
        "actor/iran": "actor-changed",
        "brief/first": "brief-changed",
        "issue/talks": "issue-changed",
        "page/method": "page-changed",
        "position/iran/talks": "position-changed",
        "source/paper": "source-gone",
    } == kinds([*first, one], [*other, two])


def test_attributed_position_worded_otherwise_is_changed():
    """What others say of an actor, in other words of ours, is changed and not said again."""
    position = {"actor": "iran", "issue": "talks", "stance": "mixed", "speaker": "article"}
    one, two = (brief(positions=[{**position, "summary": words}]) for words in ("One.", "Two."))

    assert {"attributed/iran/talks/article": "attributed-changed"} == kinds([*KNOWN, one], [*KNOWN, two])


def test_actor_first_named_is_new():
    """An actor with a file of its own is new when a brief first names it."""
    assert "actor-new" == kinds([*KNOWN], [*KNOWN, BEFORE])["actor/iran"]


def test_marking_by_itself_is_loosened_or_tightened():
    """Where nothing but the marking is otherwise, the difference says in which direction."""
    ceiling = Marking.GREEN
    one, two = (
        picture_of(situation_of(actor("iran", tlp=tlp), ceiling=ceiling)) for tlp in ("GREEN", "CLEAR")
    )

    assert ["marking-loosened"] == [each.kind for each in diff(one, two)]
    assert ["marking-tightened"] == [each.kind for each in diff(two, one)]


def test_difference_names_its_fields_reason_and_brief():
    """A difference says what it is about, which fields are otherwise, why, and by which brief."""
    after = brief("b2", "2014-06-16", updates=[{"update": "c", "status": "disputed", "reason": "So."}])
    one, two = (picture_of(situation_of(*KNOWN, BEFORE, *more)) for more in ((), (after,)))
    rated = next(each for each in diff(one, two) if each.key == "claim/c")
    gone = next(each for each in diff(two, one) if each.key == "brief/b2")

    assert ("claim", ("status", "brief", "reason")) == (rated.thing, rated.fields)
    assert ("So.", "b2") == (rated.reason, rated.brief)
    assert ("", "", ()) == (gone.reason, gone.brief, gone.fields)
