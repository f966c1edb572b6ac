"""Corrections: at what was wrong, and on every page that depended on it."""

import msgspec
import pytest

from briefbook.derive.notices import MOST_NOTICES
from briefbook.derive.pages import iter_pages
from briefbook.derive.pages.briefs import MOST_NOTICES as MOST_IN_BRIEF
from tests.derive.books import actor, brief, issue, situation_of, source


def notice(entry, date="2014-06-19", **fields):
    """A correction."""
    return {"date": date, "entry": entry, "was": "five", "now": "six", "reason": "A slip.", **fields}


def views_of(*records, **settings):
    """Each page's view by its url."""
    situation = situation_of(*records, **settings)
    return {each.url: each.ask(situation) for each in iter_pages(situation)}


RECORDS = (
    source(),
    source("other", published="2014-06-16"),
    issue(),
    issue("aid"),
    actor("usa"),
    actor("iran"),
    actor("oman"),
    actor("qatar"),
)
FIRST = {
    "sources": ["paper"],
    "positions": [{"actor": "usa", "issue": "talks", "stance": "supports", "words": "w"}],
    "claims": [
        {
            "id": "c",
            "text": "Six came.",
            "by": "iran",
            "date": "2014-06-14",
            "issues": ["aid"],
            "replies": [{"by": "oman", "says": "denies", "words": "w"}],
            "words": "w",
        },
        {"id": "d", "text": "None came.", "contradicts": ["c"]},
    ],
    "events": [{"id": "e", "title": "They met.", "date": "2014-06-14", "actors": ["oman"], "words": "w"}],
    "questions": [{"id": "q", "text": "Who came?", "about": ["c"], "actors": ["qatar"]}],
    "judgements": [
        {"id": "j", "text": "More come.", "likelihood": "likely", "confidence": "low", "issues": ["aid"]}
    ],
    "ties": [{"actor": "usa", "tie": "backs", "other": "oman", "words": "w"}],
}
SECOND = {"bottom_line": "See [[c]] and [[usa/talks]].", "updates": [{"update": "q", "owner": "Desk"}]}


def corrected(*notices, **third):
    """The views of a book whose third brief carries the notices; the fourth comes after they were told."""
    return views_of(
        *RECORDS,
        brief(**FIRST),
        brief("second", "2014-06-16", **SECOND),
        brief("third", "2014-06-18", corrections=list(notices), **third),
        brief("fourth", "2014-06-20", bottom_line="See [[c]]."),
    )


def told_on(views):
    """Urls of the pages of records at whose head something is told."""
    heads = {"actors", "issues", "briefs", "questions"}
    return {
        url
        for url, view in views.items()
        if url.split("/")[0] in heads and getattr(getattr(view, "corrections", ()), "rows", ())
    }


def part(views, place):
    """What stands at a place: the url of a page, and the way into its view."""
    url, _, way = place.partition(" ")
    value = views[url]
    for step in way.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


@pytest.mark.parametrize(
    ("entry", "pages"),
    [
        ("usa/talks", "actors/usa issues/talks briefs/first briefs/second briefs/third"),
        (
            "c",
            "actors/iran actors/oman issues/aid questions/q briefs/first briefs/second briefs/third",
        ),
        ("e", "actors/oman briefs/first briefs/third"),
        ("q", "actors/qatar briefs/first briefs/second briefs/third"),
        ("j", "issues/aid briefs/first briefs/third"),
        ("usa/backs/oman", "actors/usa actors/oman briefs/first briefs/third"),
        ("usa", "actors/usa briefs/third"),
        ("talks", "issues/talks briefs/third"),
        ("first", "briefs/first briefs/third"),
        ("paper", "briefs/first briefs/third"),
    ],
)
def test_every_page_that_depended_on_it_says_so(entry, pages):
    """Actors, issues, questions and briefs that rested on what was wrong, until it was mended; no others."""
    assert {f"{page}/" for page in pages.split()} == told_on(corrected(notice(entry)))


def test_notice_says_what_was_wrong_where_and_since_when():
    """Words before and after, reason and day, and the brief that had it beside the one that tells."""
    (told,) = corrected(notice("c", note="See [[iran]]."))["actors/iran/"].corrections.rows

    assert ("five", "six", "A slip.", "19 June 2014") == (told.was, told.now, told.reason, _day(told.date))
    assert ("first", "15 June 2014") == (told.stood_in.id, _day(told.stood_in.as_of))
    assert ("third", "Six came", "../../claims/c/") == (told.brief.id, told.entry.words, told.entry.url)
    assert 'href="../../actors/iran/"' in told.note_html


def _day(date):
    return {"2014-06-15": "15 June 2014", "2014-06-19": "19 June 2014"}[date.text]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("usa/talks", "briefs/first/ positions.0.positions.0"),
        ("usa/talks", "actors/usa/ stated.rows.0.current"),
        ("usa/talks", "issues/talks/ groups.0.positions.rows.0.current"),
        ("c", "briefs/first/ claims.0"),
        ("c", "claims/c/ claim"),
        ("e", "briefs/first/ events.0"),
        ("q", "briefs/first/ questions.0"),
        ("q", "questions/q/ question"),
        ("j", "briefs/first/ judgements.0"),
        ("usa/backs/oman", "briefs/first/ ties.0"),
        ("usa/backs/oman", "actors/oman/ ties.rows.0"),
        ("paper", "sources/paper/ source"),
        ("paper", "briefs/first/ sources.0"),
    ],
)
def test_entry_carries_its_notice_wherever_it_is_printed(entry, place):
    """A notice of a later brief stands at the entry that it is about."""
    assert ["third"] == [each.brief.id for each in part(corrected(notice(entry)), place).corrections]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("usa/talks", "actors/usa/ short.rows.0"),
        ("usa/talks", " stand.0.groups.0.members.rows.0"),
        ("c", "claims/ rows.1"),
        ("c", "actors/oman/ replies.rows.0.claim"),
        ("c", "timeline/ rows.1"),
        ("e", "timeline/ rows.0"),
        ("q", "questions/ rows.0"),
        ("c", "claims/d/ claim.contradicts.rows.0"),
        ("e", "sources/paper/ quotations.rows.3"),
    ],
)
def test_lists_date_a_correction(entry, place):
    """A row of a list says when its entry was last corrected, or nothing."""
    twice = corrected(notice(entry, "2014-06-18"), notice(entry))

    assert "2014-06-19" == part(twice, place).corrected.text
    assert part(corrected(), place).corrected is None


def test_earlier_statement_keeps_its_correction():
    """A position that was corrected before it was stated anew says so among the earlier ones."""
    again = [{"actor": "usa", "issue": "talks", "stance": "mixed", "words": "w", "said": "2014-06-18"}]
    views = corrected(sources=["paper"], positions=again)
    assert views["actors/usa/"].stated.rows[0].earlier.rows[0].corrected is None

    views = views_of(
        *RECORDS,
        brief(**FIRST, corrections=[notice("usa/talks")]),
        brief("third", "2014-06-18", sources=["paper"], positions=again),
    )
    history = views["actors/usa/"].stated.rows[0]

    assert "2014-06-19" == history.earlier.rows[0].corrected.text
    assert () == history.current.corrections
    assert {"actors/usa/", "issues/talks/", "briefs/first/"} == told_on(views)


def test_correction_of_an_update_stands_with_the_update():
    """A brief that updates an entry and corrects it means its update; the entry's page shows it too."""
    updates = [{"update": "c", "credibility": 3}, {"update": "c", "credibility": 2}]
    views = corrected(notice("c"), updates=updates)

    assert [0, 1] == [len(each.corrections) for each in views["briefs/third/"].updates]
    assert () == views["briefs/first/"].claims[0].corrections
    assert "third" == views["claims/c/"].claim.corrections[0].stood_in.id
    assert "briefs/second/" not in told_on(views)


def test_brief_is_listed_as_corrected_for_what_stood_in_it():
    """The list marks the brief with the mistake and the one with the notice, not those that leant on it."""
    rows = corrected(notice("c"))["briefs/"].rows

    assert ["third", "first"] == [row.brief.id for row in rows if row.corrected]


def test_many_corrections_go_on_elsewhere():
    """A page shows the newest and leads to all of them."""
    many = [notice("c", f"2014-06-{number + 19}") for number in range(MOST_IN_BRIEF + 1)]
    views = corrected(*many)

    for url, most in (
        ("actors/iran/", MOST_NOTICES),
        ("issues/aid/", MOST_NOTICES),
        ("questions/q/", MOST_NOTICES),
        ("briefs/first/", MOST_IN_BRIEF),
    ):
        shown = views[url].corrections
        assert (most, len(many)) == (len(shown.rows), shown.count)
        assert "2014-06-26" == shown.rows[0].date.text
        assert len(many) == len(views[f"{url}corrections/"].corrections)


def test_all_corrections_stand_on_the_front_page_and_among_the_changes():
    """Newest first, whichever brief carries them."""
    views = corrected(notice("c", "2014-06-18"), notice("usa"))

    for view in (views[""], views["changes/"]):
        assert ["usa", "c"] == [each.key for each in view.corrections.rows]


def test_change_leads_to_the_entry_in_the_brief_that_had_it_wrong():
    """What changed since the last brief counts a correction, by the words of the brief with the mistake."""
    views = corrected(notice("usa/talks", "2014-06-20"))
    (change,) = [each for each in views["briefs/fourth/"].changes.changes if each.kind == "correction"]

    assert "../../briefs/first/#usa.talks" == change.url


def test_book_without_corrections_tells_of_none():
    """No page has a notice where nothing was wrong."""
    assert set() == told_on(corrected())


def source_book(**fields):
    """A book that quotes a source, and another one."""
    records = [source(**fields), *RECORDS[1:]]
    return views_of(*records, brief(**FIRST))


def test_quotation_from_a_corrected_source_is_flagged():
    """Beneath each piece of evidence stand the day of the publisher's correction and the way to it."""
    views = source_book(corrected_by="other")
    evidence = views["claims/c/"].claim.evidence[0].source

    assert "2014-06-16" == evidence.corrected.text
    assert "../../sources/other/" == evidence.corrected_by.url
    assert source_book()["claims/c/"].claim.evidence[0].source.corrected_by is None


def test_sources_name_each_other_when_one_corrects_the_other():
    """The corrected source leads to the correction and back, on their pages and in the list."""
    views = source_book(corrected_by="other")
    corrected, correcting = (views[f"sources/{id}/"].source for id in ("paper", "other"))

    assert ("../../sources/other/", "2014-06-16") == (corrected.corrected_by.url, corrected.corrected.text)
    assert ["../../sources/paper/"] == [link.url for link in correcting.corrects]
    assert () == corrected.corrects
    assert [1, 0] == [len(row.corrects) for row in views["sources/"].rows]


def test_withheld_correction_of_a_source_leaves_no_trace():
    """Where the audience may not see the source that corrects, nothing says that there is one."""
    hidden = source("other", published="2014-06-16", tlp="RED", title="Nightjar")
    with_it = views_of(source(corrected_by="other"), hidden, *RECORDS[2:], brief(**FIRST))
    without = views_of(source(), *RECORDS[2:], brief(**FIRST))

    assert {url: msgspec.msgpack.encode(view) for url, view in with_it.items()} == {
        url: msgspec.msgpack.encode(view) for url, view in without.items()
    }
