"""How it stood on an earlier day, cut from the histories of now."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.derive.at import At
from briefbook.derive.pages import iter_pages, site_of
from briefbook.derive.pages.asof import as_of_page
from briefbook.derive.pages.positions import iter_positions
from briefbook.derive.past import Past
from briefbook.derive.situation import Situation
from briefbook.derive.stood import stood
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.model.records import Brief, Source
from briefbook.model.settings import Settings
from briefbook.release import release
from briefbook.then import is_later
from tests.derive.books import CLEARED, actor, book_of, brief, issue, situation_of
from tests.derive.histories import books

encode = msgspec.msgpack.Encoder().encode


def views(situation: Situation) -> list[bytes]:
    """The bytes of the views that show a whole situation."""
    found = [as_of_page(situation), *(page.ask(situation) for page in iter_positions(situation))]
    return [encode(view) for view in found]


def everything(situation: Situation) -> list[bytes]:
    """The bytes of all views, and of what they share but the banner."""
    site = msgspec.structs.replace(site_of(situation), edition=None)
    return [encode(site), *(encode(page.ask(situation)) for page in iter_pages(situation))]


def shape(situation: Situation, brief: Brief) -> tuple[object, ...]:
    """What a brief changed, without the records that say so."""
    deltas, reaffirmed = situation.changes(brief)
    return reaffirmed, *((delta.kind, delta.date, delta.was, delta.now) for delta in deltas)


def released(book: Book, until=None) -> Situation:
    return Situation(release(book, Marking.CLEAR, CLEARED, until=until))


@given(books())
@settings(max_examples=25)
def test_as_of_the_last_brief_is_now(records):
    """Cut at its newest brief, a situation is the one that it was."""
    now = situation_of(*records)

    assert views(now) == views(Past(now, now.newest))


@given(books())
@settings(max_examples=25)
def test_a_past_is_a_book_that_ended_then(records):
    """Each earlier day shows what a release of the book as it stood then adds up to."""
    book = book_of(*records)
    now = released(book)

    for each in now.briefs:
        then, past = released(book, each), Past(now, each)
        assert views(then) == views(past)
        assert [shape(then, brief) for brief in then.briefs] == [shape(past, brief) for brief in past.briefs]


@given(books(), st.data())
@settings(max_examples=20)
def test_as_of_is_a_book_without_what_came_later(records, data):
    """A release as of a brief has the bytes of one of a book from which somebody deleted all later briefs."""
    moment = data.draw(st.sampled_from([each for each in records if isinstance(each, Brief)]))
    kept = [each for each in records if not isinstance(each, Brief) or not is_later(each, moment)]
    listed = {id for each in kept if isinstance(each, Brief) for id in each.sources}
    came = {
        id for each in records if isinstance(each, Brief) and is_later(each, moment) for id in each.sources
    }
    deleted = [
        each
        for each in kept
        if not isinstance(each, Source)
        or each.id in listed
        or (each.id not in came and each.published.first <= moment.as_of.last)
    ]

    assert everything(released(book_of(*deleted))) == everything(released(book_of(*records), moment))


@given(books(), st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_past_does_not_depend_on_the_order_of_files(records, dice):
    """Whatever its files are called and in whatever order they come, a book has one past."""
    numbers = list(range(len(records)))
    dice.shuffle(numbers)
    files = {f"content/{number:02d}": each for number, each in zip(numbers, records, strict=True)}
    other = released(Book(Settings(default_tlp=Marking.CLEAR), files))
    now = situation_of(*records)

    for each, its in zip(now.briefs, other.briefs, strict=True):
        assert views(Past(now, each)) == views(Past(other, its))


@given(books())
@settings(max_examples=25)
def test_an_old_statement_reported_late_is_not_the_present(records):
    """Of what had been reported by then, the statement that was made last is the one that stands."""
    now = situation_of(*records)

    for cell in now.stances.cells.values():
        for each in now.briefs:
            reported = [
                [one for one in said if now.rank[one.brief.id] <= now.rank[each.id]]
                for said in (cell.stated, cell.attributed)
            ]
            known = next(filter(None, reported), [])
            assert cell.then(each) == max(known, key=lambda one: one.order, default=None)


@given(books())
@settings(max_examples=25)
def test_an_unnamed_actor_never_moves(records):
    """Who has no name is not one party over time, so no day finds that it moved."""
    now = situation_of(*records)

    for cell in now.stances.by_actor.get("voice", ()):
        for one in (*cell.stated, *cell.attributed):
            assert one.change in ("position-new", "attributed", "reaffirmed")


def moves(*days):
    """A book in which Iran changes its mind on each of these days, and asks a question on the first."""
    stances = ("supports", "opposes", "mixed")
    return [
        brief(
            f"b{number}",
            on,
            positions=[{"actor": "iran", "issue": "talks", "stance": stances[number % 3]}],
            questions=[] if number else [{"id": "hold", "text": "Will it hold?", "due": "2014-06-17"}],
            updates=[{"update": "hold", "status": "answered", "reason": "It held."}] if number == 2 else [],
        )
        for number, on in enumerate(days)
    ]


def then_of(situation: Situation, id: str):
    return stood(situation.released.briefs[id], At(situation, f"briefs/{id}"))


def test_a_brief_says_how_it_stood_and_what_is_so_now():
    """Beside the stance and the status of that day stand those of now where they are others."""
    now = situation_of(actor("iran"), issue(), *moves("2014-06-15", "2014-06-18", "2014-06-20"))

    first = then_of(now, "b0")
    (row,) = first.issues[0].groups[0].rows

    assert ("supports", "mixed") == (row.stance, row.now)
    assert row.now_url.endswith("briefs/b2/#iran.talks")
    assert ("open", False, "answered") == (
        first.questions[0].status,
        first.questions[0].overdue,
        first.questions[0].now,
    )
    assert "" == then_of(now, "b2").issues[0].groups[0].rows[0].now


def test_an_only_brief_does_not_say_itself_again():
    """Where there is no other brief, all that was so then stands in the brief already."""
    (only,) = moves("2014-06-15")

    then = then_of(situation_of(actor("iran"), issue(), only), "b0")

    assert ((), (), ()) == (then.issues, then.actors, then.questions)


def test_a_deadline_is_judged_by_the_day_of_the_brief():
    """What was overdue then is overdue there, though it has been answered since."""
    named = {"bottom_line": "We still ask [[hold]]."}
    book = moves("2014-06-15", "2014-06-18", "2014-06-20")
    book[1] = msgspec.structs.replace(book[1], **named)
    now = situation_of(actor("iran"), issue(), *book)

    (asked,) = then_of(now, "b1").questions

    assert ("open", True, "answered") == (asked.status, asked.overdue, asked.now)
    assert 1 == as_of_page(Past(now, now.briefs[1])).overdue
    assert 0 == as_of_page(Past(now, now.briefs[2])).overdue


def test_what_is_attributed_now_is_not_what_was_stated():
    """A stance that was only attributed then and is stated now is told, though it is the same one."""
    said = {"actor": "iran", "issue": "talks", "stance": "supports"}
    one = brief("b0", "2014-06-15", positions=[{**said, "words": "They do", "speaker": "article"}])
    two = brief("b1", "2014-06-16", positions=[said])

    (row,) = then_of(situation_of(actor("iran"), issue(), one, two), "b0").issues[0].groups[0].rows

    assert (True, "supports", False) == (row.attributed, row.now, row.now_attributed)


def test_what_a_brief_names_is_cut_where_it_is_too_much():
    """What is beyond the measure of a page is counted, and whom the brief names comes first."""
    people = [actor(f"a{number}") for number in range(9)]
    topics = [issue(f"i{number}") for number in range(12)]
    held = [{"actor": each.id, "issue": "i0", "stance": "supports"} for each in people]
    wide = [{"actor": "a8", "issue": each.id, "stance": "opposes"} for each in topics[1:]]
    asked = [{"id": f"q{number}", "text": "Will it?"} for number in range(8)]
    one = brief("b0", "2014-06-15", positions=[*held, *wide], questions=asked)
    two = brief("b1", "2014-06-16", bottom_line="[[a8]] on [[i0]]", updates=[])
    now = situation_of(*people, *topics, one, two)

    group = then_of(now, "b1").issues[0].groups[0]
    first = then_of(now, "b0")

    assert ["a8", "a0", "a1", "a2", "a3"] == [row.actor.id for row in group.rows]
    assert 4 == group.more
    assert 7 == first.issues_more
    assert 3 == first.questions_more
    (elsewhere,) = then_of(now, "b1").actors
    assert (3, 8) == (len(elsewhere.rows), elsewhere.more)


def test_the_whole_situation_is_there_for_the_newest_and_for_month_ends():
    """Of older briefs, the last one of each month has a page as of it; others have none to link to."""
    days = [f"2014-{month:02d}-{on:02d}" for month in (1, 2) for on in (3, 20)]
    days += [f"2014-06-{on:02d}" for on in range(1, 25)]
    now = situation_of(*(brief(f"b{number:02d}", on) for number, on in enumerate(days)))

    assert ["b01", "b03", *(f"b{number:02d}" for number in range(4, 28))] == list(now.moments)
    assert "" == then_of(now, "b00").url
    assert then_of(now, "b01").url.endswith("as-of/b01/")


@pytest.mark.parametrize(("which", "ends"), [("b0", True), ("b1", False), ("b2", False)])
def test_the_last_brief_of_a_month_is_known_by_a_later_month(which, ends):
    """A month has ended when a brief of another one follows."""
    now = situation_of(brief("b0", "2014-05-30"), brief("b1", "2014-06-02"), brief("b2", "2014-06-03"))
    pages = {page.url: page for page in iter_pages(now)}

    rows = {row.brief.id: row.ends_month for row in pages["as-of/"].ask(now).rows}

    assert ends == rows[which]


def test_a_later_correction_is_told_in_the_past():
    """What was wrong then is mended on the page of that day, with the date of its notice."""
    wrong = {
        "date": "2014-06-18",
        "entry": "burst",
        "was": "It held.",
        "now": "It burst.",
        "reason": "Misread.",
    }
    one = brief("b0", "2014-06-15", claims=[{"id": "burst", "text": "It burst."}])
    two = brief("b1", "2014-06-18", corrections=[wrong])
    now = situation_of(one, two)

    (row,) = as_of_page(Past(now, now.briefs[0])).claims

    assert "It burst." == row.text_html
    assert "2014-06-18" == row.corrected.iso


def test_nothing_about_entries_or_people_of_later_briefs_is_in_the_past():
    """Who enters later is not among the silent, and what is asked later is not yet open."""
    new = {"id": "iraq", "name": "Iraq", "kind": "state", "bloc": "South"}
    later = brief("b1", "2014-06-16", actors=[new], questions=[{"id": "q", "text": "Will it?"}])
    now = situation_of(brief("b0", "2014-06-15"), later)

    was = as_of_page(Past(now, now.briefs[0]))

    assert (0, 0, 0) == (was.actors, was.silent, was.open)
    assert 1 == as_of_page(now).actors
