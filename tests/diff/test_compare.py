"""Two states of a book, compared."""

import pytest

from briefbook.diff import compare
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.text.lock import Proof, digest_of, make_lock
from tests.check.books import STANDARD, make_book
from tests.check.test_cases import lay_out
from tests.derive.books import actor, book_of, brief, issue, source
from tests.diff.repositories import between, load

KNOWN = (actor("iran"), actor("vale"), issue("talks", name="Talks"), issue("dam"), source())


def brief_of(id="first", **fields):
    """A brief that rests on the one source."""
    return brief(id, **{"sources": ["paper"], **fields})


def changed(old, new, **settings):
    """What lies between two lists of records."""
    return between(book_of(*KNOWN, *old, **settings), book_of(*KNOWN, *new, **settings))


def claim(**fields):
    """A claim."""
    return {"id": "c", "text": "Ten came.", "by": "iran", **fields}


def markings(comparison):
    """Each change of a marking in one line."""
    return [
        f"{'loosened' if each.loosened else 'tightened'} {each.was}>{each.now} "
        f"{each.what} {each.id} +{each.also}"
        for each in comparison.markings
    ]


def test_loosened_markings_come_first():
    """Of two changed markings, the loosened one stands first, whatever it is."""
    tight = brief_of(claims=[claim(tlp="CLEAR")], judgements=[judged(tlp="RED")])
    loose = brief_of(claims=[claim(tlp="AMBER")], judgements=[judged(tlp="GREEN")])

    assert ["loosened RED>GREEN judgement j +0", "tightened CLEAR>AMBER claim c +0"] == markings(
        changed([tight], [loose])
    )


def judged(**fields):
    """A judgement."""
    return {"id": "j", "text": "It holds.", "likelihood": "likely", "confidence": "low", **fields}


def test_records_that_follow_their_brief_are_counted_with_it():
    """A brief marked less strictly takes along what has no marking of its own, and nothing else."""

    def book(of_brief, of_claim):
        piece = {"quote": "We came", "source": "paper"}
        parts = {"replies": [{"by": "vale", "says": "denies"}], "evidence": [piece]}
        claims = [claim(tlp=of_claim, **parts)]
        return [
            brief_of(tlp=of_brief, claims=claims, judgements=[judged()], actors=[new()], issues=[asked()])
        ]

    def new():
        return {"id": "new", "name": "New", "kind": "state"}

    def asked():
        return {"id": "asked", "proposition": "It is asked."}

    whole = changed(book("AMBER", None), book("CLEAR", None))
    assert ["loosened AMBER>CLEAR brief first +6"] == markings(whole)
    assert ["loosened AMBER>CLEAR brief first +3", "loosened RED>GREEN claim c +2"] == markings(
        changed(book("AMBER", "RED"), book("CLEAR", "GREEN"))
    )


def test_default_of_the_site_takes_along_all_that_follows_it():
    """Another `default_tlp` is one change, with how many records follow it; without one, all is withheld."""
    records = [*KNOWN, brief_of(claims=[claim()])]
    old, new = book_of(*records, default_tlp=None), book_of(*records, default_tlp=Marking.GREEN)

    assert ["loosened >GREEN setting default_tlp +7"] == markings(between(old, new))
    assert ["tightened GREEN> setting default_tlp +7"] == markings(between(new, old))


def test_higher_ceiling_lets_more_be_seen():
    """A raised ceiling counts as loosened, a lowered one as tightened."""
    low, high = book_of(*KNOWN), book_of(*KNOWN, ceiling=Marking.GREEN)

    assert ["loosened CLEAR>GREEN setting ceiling +0"] == markings(between(low, high))
    assert ["tightened GREEN>CLEAR setting ceiling +0"] == markings(between(high, low))


def test_parts_of_an_entry_are_told_apart():
    """Replies, figures, their evidence and entries alike are named by what they say; two alike by number."""
    quoted = {"source": "paper", "words": "words"}

    def book(tlp):
        reply = {"by": "vale", "says": "denies", "tlp": tlp, "evidence": [{**quoted, "tlp": tlp}]}
        count = {"what": "came", "reported": "ten", "tlp": tlp}
        position = {"actor": "iran", "issue": "talks", "stance": "mixed", "tlp": tlp}
        return [brief_of(claims=[claim(replies=[reply], figures=[count, count])], positions=[position] * 2)]

    assert [
        "loosened RED>CLEAR claim c, figure “came” +0",
        "loosened RED>CLEAR claim c, figure “came” (2) +0",
        "loosened RED>CLEAR claim c, reply by vale +0",
        "loosened RED>CLEAR claim c, reply by vale, evidence “words” +0",
        "loosened RED>CLEAR position iran/talks in first +0",
        "loosened RED>CLEAR position iran/talks in first (2) +0",
    ] == markings(changed(book("RED"), book("CLEAR")))


def test_what_the_release_hid_becomes_new():
    """A claim that was AMBER and is CLEAR is loosened, and new for readers."""
    found = changed([brief_of(claims=[claim(tlp="AMBER")])], [brief_of(claims=[claim()])])

    assert ["loosened AMBER>CLEAR claim c +0"] == markings(found)
    assert ["claim-new: “Ten came.”: >unverified", "actor-new: Iran: >"] == told(found)


def test_marking_beneath_the_ceiling_is_told_once():
    """A marking that readers may see changes nothing else for them."""
    tight, loose = ([brief_of(claims=[claim(tlp=tlp)])] for tlp in ("GREEN", "CLEAR"))
    found = changed(tight, loose, ceiling=Marking.GREEN)

    assert (["loosened GREEN>CLEAR claim c +0"], ()) == (markings(found), found.changes)


def test_drafts_are_told_when_their_status_changes():
    """A draft that is cleared, one that is new, and a brief that becomes a draft again; no others."""
    old = [brief_of("a", status="draft"), brief_of("b"), brief_of("d", status="draft")]
    new = [brief_of("a"), brief_of("b", status="draft"), brief_of("c", status="draft"), brief_of("e")]
    found = changed(old, [*new, brief_of("d", status="draft")])

    assert [("a", "draft", "cleared"), ("b", "cleared", "draft"), ("c", "", "draft")] == [
        (each.brief, each.was, each.now) for each in found.drafts
    ]
    assert {"brief-gone": "brief/b", "brief-new": "brief/e"} == {
        row.kind: row.key for row in found.changes if row.key != "brief/a"
    }


def test_quotations_are_removed_altered_and_added():
    """Passages are compared within their entry and source; one that is much like another is it, altered."""
    old = claim(quote=["We came early", "We left"], words="The dam holds", speaker="iran")
    new = claim(quote=["We came very early", "Nobody asked us"], words="The dam holds", speaker="iran")
    found = changed([brief_of(claims=[old])], [brief_of(claims=[new])])

    assert [
        ("removed", "We left", ""),
        ("altered", "We came early", "We came very early"),
        ("added", "", "Nobody asked us"),
    ] == [(each.kind, each.was, each.now) for each in found.quotations]
    assert {("paper", "c", "first", "quote", "iran")} == {
        (each.source, each.entry, each.brief, each.form, each.speaker) for each in found.quotations
    }


def test_same_words_of_another_speaker_are_altered():
    """Words that are laid in another mouth are told with both speakers."""
    old, new = ([brief_of(claims=[claim(quote="We came", speaker=by)])] for by in ("iran", "vale"))
    (found,) = changed(old, new).quotations

    assert ("altered", "iran", "vale") == (found.kind, found.was_speaker, found.speaker)


def test_sources_are_told_when_something_else_proves_them():
    """Another text, another lock or a passage less in it is told; that a text is absent here is not."""

    def book(**rest):
        records = (*KNOWN, source("other"))
        files = {f"seeds/{each.id}": each for each in records}
        return Book(book_of().settings, files, **rest)

    def lock(text, *passages):
        proofs = [(digest_of(each), Proof(((0, 2),), "exact")) for each in passages]
        return make_lock(text, 9, proofs)

    def told(old, new):
        return [(each.source, each.what, each.now) for each in between(old, new).sources]

    one, two = lock("a" * 64, "x", "y", "z"), lock("b" * 64, "z")
    both = {"paper": one, "other": one}
    assert [] == told(book(texts={"paper": "x"}, digests={"paper": "a" * 64}), book())
    assert [("paper", "text", "other words than before")] == told(
        book(texts={"paper": "x"}, digests={"paper": "c" * 64}, locks={"paper": one}),
        book(locks={"paper": one}),
    )
    assert [("other", "lock", "removed")] == told(book(locks=both), book(locks={"paper": one}))
    assert [("other", "lock", "added")] == told(book(locks={"paper": one}), book(locks=both))
    assert [
        ("paper", "text", "other words than before"),
        ("paper", "lock", "2 passages are no longer proved"),
    ] == told(book(locks={"paper": one}), book(locks={"paper": two}))
    assert [("paper", "lock", "1 passage is no longer proved")] == told(
        book(locks={"paper": one}), book(locks={"paper": lock("a" * 64, "x", "z")})
    )


def told(comparison):
    """Each row in one line."""
    return [
        f"{row.kind}: {row.subject}: {row.was}>{row.now}"
        + "".join(f"; {each.field}: {each.was}>{each.now}" for each in row.fields)
        for row in comparison.changes
    ]


POSITION = {"actor": "iran", "issue": "talks", "stance": "supports", "summary": "It wants to."}
TIE = {"actor": "iran", "tie": "backs", "other": "vale"}
FIGURE = {"what": "came", "reported": "ten", "best": 10}
LATER = {"id": "second", "as_of": "2014-06-16"}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            {"positions": [POSITION]},
            {"positions": [{**POSITION, "stance": "leans-support", "condition": "[[vale]] does"}]},
            "moved: Iran on Talks: supports>leans-support; condition: >Vale does",
        ),
        (
            {},
            {"positions": [{**POSITION, "stance": "mixed", "condition": "all do"}]},
            "position-new: Iran on Talks: >mixed; condition: >all do",
        ),
        (
            {},
            {"positions": [{**POSITION, "issue": "dam", "speaker": "article"}]},
            "attributed: Iran on “They should talk.”, according to the article: >supports",
        ),
        (
            {},
            {"positions": [{**POSITION, "speaker": "vale"}]},
            "attributed: Iran on Talks, according to Vale: >supports",
        ),
        ({"positions": [POSITION]}, {}, "position-gone: Iran on Talks: supports>"),
        (
            {"positions": [POSITION]},
            {"positions": [{**POSITION, "summary": "It has to."}]},
            "position-changed: Iran on Talks: >; summary: It wants to.>It has to.",
        ),
        ({}, {"ties": [TIE]}, "tie-new: Iran backs Vale: >"),
        (
            {"claims": [claim()]},
            {"claims": [claim(credibility=2, actors=["vale", "iran"])]},
            "claim-changed: “Ten came.”: >; credibility: >2; actors: >vale, iran",
        ),
        (
            {"claims": [claim(figures=[FIGURE])]},
            {"claims": [claim(figures=[{**FIGURE, "reported": "1.5 million", "best": 1_500_000}])]},
            "figure-revised: came, by Iran: “Ten came”: ten>1.5 million; best: 10>1,500,000",
        ),
        (
            {"claims": [claim()]},
            {
                "claims": [claim()],
                "corrections": [
                    {"date": "2014-06-20", "entry": "c", "was": "Nine", "now": "Ten", "reason": "Misread."}
                ],
            },
            "correction: “Ten came”: Nine>Ten",
        ),
        (
            {"body": "One two."},
            {"body": "One two three."},
            "brief-changed: First: >; body: >written anew",
        ),
        (
            {"questions": [{"id": "q", "text": "Who?", "due": "2014-06-20"}]},
            {"questions": [{"id": "q", "text": "Who?", "due": "2014-06-10"}]},
            "question-overdue: “Who?”: >; due: 2014-06-20>2014-06-10",
        ),
    ],
)
def test_rows_say_what_readers_will_see(old, new, line):
    """Each change of the published picture is said in words: subject, before and after, and its fields."""
    found = told(changed([brief_of(**old)], [brief_of(**new)]))

    assert line in [each for each in found if not each.startswith(("actor-", "figure-gone"))]


def test_sources_actors_and_pages_are_named():
    """A new source, actor or issue is called by its name."""
    records = (actor("new"), source("wire"), issue("water", proposition="It flows.", name=""))
    one, two = brief_of(), brief_of(sources=["paper", "wire"])

    assert [
        "actor-new: New: >state",
        "brief-changed: First: >; sources: paper>paper, wire",
        "issue-new: It flows.: >",
        "source-new: The Paper, “A headline”: >",
    ] == told(between(book_of(*KNOWN, one), book_of(*KNOWN, *records, two)))


def test_report_anew_leaves_out_what_every_report_has():
    """A position that a later brief states anew is told by what changed, not by its date and summary."""
    first = brief_of(positions=[POSITION])
    again = {**POSITION, "summary": "It still does."}

    def later(**fields):
        return brief_of(**LATER, positions=[{**again, **fields}])

    assert "moved: Iran on Talks: supports>mixed" in told(changed([first], [first, later(stance="mixed")]))
    assert "reaffirmed: Iran on Talks: >" in told(changed([first], [first, later()]))


def test_entry_whose_figures_alone_changed_is_told_by_them():
    """An update that brings a figure is one row, with its reason and its brief."""
    first = brief_of(claims=[claim(figures=[FIGURE])])
    update = {"update": "c", "reason": "A count.", "figures": [{**FIGURE, "reported": "twelve"}]}
    rows = [
        row
        for row in changed([first], [first, brief_of(**LATER, updates=[update])]).changes
        if row.kind != "brief-new"
    ]

    assert [("figure-revised", "A count.", "second")] == [(row.kind, row.reason, row.brief) for row in rows]


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_rows_lead_to_the_site(use_directory_urls):
    """Where the settings name the site's address, a row leads to the entry; what is gone leads nowhere."""
    settings = {"site_url": "https://example.org/book", "use_directory_urls": use_directory_urls}
    found = {
        row.key: row.url
        for row in changed(
            [brief_of(claims=[claim(id="old")], ties=[TIE])],
            [brief_of(claims=[claim()], positions=[POSITION], ties=[{**TIE, "since": "2014"}])],
            **settings,
        ).changes
    }
    slash = "/" if use_directory_urls else ".html"

    assert {
        "claim/old": "",
        "claim/c": f"https://example.org/book/claims/c{slash}",
        "position/iran/talks": f"https://example.org/book/briefs/first{slash}#iran.talks",
        "tie/iran/backs/vale": f"https://example.org/book/briefs/first{slash}#iran.backs.vale",
    } == found
    assert not any(row.url for row in changed([], [brief_of(claims=[claim()])]).changes)


def test_mistakes_are_told_with_their_state(tmp_path):
    """A file that cannot be read is named with its line and the state that holds it; warnings are not."""
    broken = {"content/actors/vale.yaml": "name: [\n", "content/odd.txt": "x"}
    good, bad = load(make_book(tmp_path / "good", {})), load(make_book(tmp_path / "bad", broken))
    found = compare(good._replace(label="main"), bad._replace(label="work"))

    assert {("work", "content/actors/vale.yaml", 1)} == {(f.state, f.file, f.line) for f in found.faults}
    assert {"actor/vale"} <= {row.key for row in found.changes if row.kind == "actor-gone"}


CASES = [case for case in sorted((STANDARD.parent / "cases").iterdir()) if ".bad" in case.name]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_any_mistaken_book_can_be_compared(case, tmp_path):
    """A book with any mistake in its content is compared as far as it loads, and differs both ways."""
    good, bad = load(STANDARD), load(lay_out(case, tmp_path, "cleared"))
    there, back = compare(good, bad), compare(bad, good)

    assert {each.id for each in there.markings} == {each.id for each in back.markings}
    assert {row.key for row in there.changes} == {row.key for row in back.changes}


def test_same_book_has_no_differences():
    """A book compared with itself differs in nothing."""
    book = load(STANDARD).book
    found = between(book, book)

    assert not any(
        (found.markings, found.faults, found.drafts, found.changes, found.sources, found.quotations)
    )
