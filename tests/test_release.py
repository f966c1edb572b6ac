"""What an audience may see."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.derive.pages import iter_pages, site_of
from briefbook.derive.situation import Situation
from briefbook.model.marking import Marking
from briefbook.release import Released, release
from briefbook.release.earlier import Earlier
from tests.derive.books import CLEARED, actor, book_of, brief, issue, page, source

CANARY = "Nightjar"
"""A word that stands in restricted records alone."""


def release_of(*records, ceiling=Marking.CLEAR, statuses=CLEARED, **rest):
    return release(book_of(*records, **rest), ceiling, statuses)


def same(one: Released, other: Released) -> bool:
    """Whether two released books hold the same records."""
    names = ("sources", "actors", "issues", "briefs", "pages")
    return all(getattr(one, name) == getattr(other, name) for name in names) and set(one.entries) == set(
        other.entries
    )


def everything(released: Released) -> bytes:
    """All bytes that a renderer gets."""
    situation = Situation(released)
    views = [msgspec.msgpack.encode(page.ask(situation)) for page in iter_pages(situation)]
    return b"\n".join([msgspec.msgpack.encode(site_of(situation)), *views])


def position(**fields):
    return {"actor": "iran", "issue": "talks", "stance": "supports", "quote": "We do", **fields}


def test_only_release_makes_a_released_book():
    """A book cannot be passed off as released by building the type directly."""
    with pytest.raises(TypeError, match="only release"):
        Released(object(), book_of(), {}, Marking.RED, CLEARED)


def test_an_empty_book_is_released_empty():
    """Nothing in, nothing out, and no error."""
    released = release_of()

    assert not released.briefs
    assert not released.is_preview


def test_drafts_are_withheld_with_all_that_they_bring():
    """A draft takes the actors and entries that stand in it along."""
    draft = brief("second", status="draft", actors=[{"id": "iraq", "name": "Iraq", "kind": "state"}])

    released = release_of(brief(), draft)

    assert set(released.briefs) == {"first"}
    assert "iraq" not in released.actors


def test_drafts_are_there_for_a_preview():
    """A preview holds drafts and says so."""
    released = release_of(brief(status="draft"), statuses=frozenset(("cleared", "draft")))

    assert set(released.briefs) == {"first"}
    assert released.is_preview


def test_a_record_without_any_marking_is_withheld():
    """Where the site has no default, what is not marked is not published."""
    released = release_of(actor("iran"), actor("iraq", tlp="CLEAR"), default_tlp=None)

    assert set(released.actors) == {"iraq"}


def test_kept_records_carry_their_effective_marking():
    """The stricter of brief and entry, else the site's default, is filled in."""
    released = release_of(
        actor("iran"),
        issue(),
        brief(tlp="GREEN", positions=[position(tlp="CLEAR", evidence=[{"words": "so", "tlp": "AMBER"}])]),
        ceiling=Marking.AMBER,
    )
    kept = released.briefs["first"].positions[0]

    assert released.actors["iran"].tlp is Marking.CLEAR
    assert kept.tlp is Marking.GREEN
    assert [piece.tlp for piece in kept.evidence] == [Marking.GREEN, Marking.AMBER]


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("positions", position()),
        ("claims", {"id": "c", "text": "So.", "by": "iran"}),
        ("ties", {"actor": "iran", "tie": "backs", "other": "iraq"}),
        ("ties", {"actor": "iraq", "tie": "backs", "other": "iran"}),
        ("positions", position(actor="iraq", speaker="iran")),
        ("positions", {"actor": "iraq", "issue": "talks", "stance": "mixed", "speaker": "iran"}),
        ("events", {"id": "e", "title": "It.", "date": "2014", "words": "so", "speaker": "iran"}),
    ],
)
def test_an_entry_is_withheld_with_the_actor_that_it_needs(section, entry):
    """An entry whose actor, claimant, speaker or end is withheld cannot stand."""
    released = release_of(issue(), actor("iran", tlp="RED"), actor("iraq"), brief(**{section: [entry]}))

    assert getattr(released.briefs["first"], section) == ()


def test_an_entry_is_withheld_with_its_only_source():
    """What rests on a withheld source alone goes with it, also where the source was the default."""
    released = release_of(
        source(tlp="RED"), actor("iran"), issue(), brief(sources=["paper"], positions=[position()])
    )

    assert released.briefs["first"].sources == ()
    assert released.briefs["first"].positions == ()


def test_an_entry_stands_on_the_evidence_that_is_left():
    """Of two sources one is withheld: the entry stays with the passage of the other."""
    released = release_of(
        source(),
        source("cable", tlp="RED"),
        actor("iran"),
        issue(),
        brief(
            sources=["paper", "cable"],
            positions=[position(source="cable", evidence=[{"words": "wants talks", "source": "paper"}])],
        ),
    )
    kept = released.briefs["first"].positions[0]

    assert kept.quote == ()
    assert [(piece.words, piece.source) for piece in kept.evidence] == [(("wants talks",), "paper")]


def test_a_passage_never_changes_its_source_when_the_default_changes():
    """A piece without a source of its own keeps the one it had, though only one source is left."""
    released = release_of(source(), actor("iran"), issue(), brief(sources=["paper"], positions=[position()]))

    assert released.briefs["first"].positions[0].evidence[0].source == "paper"


def test_lists_no_longer_name_what_is_withheld():
    """Lists of actors, issues, claims, members, posts and sources hold released records alone."""
    secret = {"tlp": "AMBER"}
    released = release_of(
        source(via="cable", corrected_by="cable"),
        source("cable", **secret),
        issue(),
        issue("arms", **secret),
        actor("iran", member_of=["axis"], posts=[{"title": "guest", "at": "axis"}]),
        actor("axis", "coalition", **secret),
        actor("voices", "unnamed", of="axis"),
        brief(
            sources=["paper", "cable"],
            claims=[{"id": "c", "text": "So.", "actors": ["iran", "axis"], "issues": ["talks", "arms"]}],
            events=[{"id": "e", "title": "It.", "date": "2014", "actors": ["axis"]}],
            questions=[{"id": "q", "text": "Why?", "about": ["c", "d"], "issues": ["arms"]}],
            judgements=[
                {"id": "j", "text": "Yes.", "likelihood": "likely", "confidence": "low", "issues": ["arms"]}
            ],
        ),
        brief("second", claims=[{"id": "d", "text": "Hidden.", **secret}]),
    )
    first = released.briefs["first"]

    assert (released.sources["paper"].via, released.sources["paper"].corrected_by) == ("", "")
    assert (released.actors["iran"].member_of, released.actors["iran"].posts) == ((), ())
    assert released.actors["voices"].of == ""
    assert first.sources == ("paper",)
    assert (first.claims[0].actors, first.claims[0].issues) == (("iran",), ("talks",))
    assert first.events[0].actors == ()
    assert (first.questions[0].about, first.questions[0].issues) == (("c",), ())
    assert first.judgements[0].issues == ()


def test_replies_and_figures_are_sifted():
    """A reply by a withheld actor and a figure marked too strictly leave the claim."""
    released = release_of(
        actor("iran"),
        actor("iraq", tlp="RED"),
        brief(
            claims=[
                {
                    "id": "c",
                    "text": "So.",
                    "by": "iran",
                    "replies": [{"by": "iraq", "says": "denies"}, {"by": "iran", "says": "supports"}],
                    "figures": [
                        {"what": "dead", "reported": "9", "tlp": "RED"},
                        {"what": "hurt", "reported": "8"},
                    ],
                }
            ]
        ),
    )
    claim = released.briefs["first"].claims[0]

    assert [reply.by for reply in claim.replies] == ["iran"]
    assert [figure.what for figure in claim.figures] == ["hurt"]


def test_updates_and_corrections_go_with_their_entry():
    """An update or correction of a withheld entry is withheld."""
    released = release_of(
        brief("first", claims=[{"id": "c", "text": "So."}, {"id": "d", "text": "No.", "tlp": "RED"}]),
        brief(
            "second",
            "2014-06-16",
            updates=[{"update": id, "status": "confirmed"} for id in ("c", "d", "gone", "second")],
            corrections=[
                {"date": "2014-06-16", "entry": id, "was": "a", "now": "b", "reason": "ours"} for id in "cd"
            ],
        ),
    )
    second = released.briefs["second"]

    assert [each.update for each in second.updates] == ["c"]
    assert [each.entry for each in second.corrections] == ["c"]


def corrections_of(*records, **rest):
    """What the audience is told was wrong: the entries, by the brief that carries the notice."""
    briefs = release_of(source(), issue(), actor("iran"), *records, **rest).briefs.values()
    return {brief.id: [each.entry for each in brief.corrections] for brief in briefs if brief.corrections}


def wrong(entry, **fields):
    return {"date": "2014-06-20", "entry": entry, "was": "a", "now": "b", "reason": "ours", **fields}


def test_correction_of_a_withheld_position_is_not_taken_for_one_of_another_brief():
    """Of two reports of a position the last is withheld, and so is the notice that is about it."""
    told = corrections_of(
        brief(positions=[position(source="paper")]),
        brief("second", "2014-06-16", positions=[position(source="paper")], tlp="AMBER"),
        brief("third", "2014-06-17", corrections=[wrong("iran/talks")]),
        brief("other", "2014-06-15", corrections=[wrong("iran/talks")]),
    )

    assert {"other": ["iran/talks"]} == told


def test_correction_of_a_withheld_update_is_withheld():
    """A brief that updates an entry and corrects it means its update, whatever becomes of the entry."""
    first = brief(claims=[{"id": "c", "text": "So."}])
    update = {"update": "c", "credibility": 3}

    assert {} == corrections_of(
        first, brief("second", "2014-06-16", updates=[{**update, "tlp": "RED"}], corrections=[wrong("c")])
    )
    assert {} == corrections_of(
        first,
        brief("second", "2014-06-16", updates=[{**update, "tlp": "RED"}, update], corrections=[wrong("c")]),
    )
    assert {"second": ["c"]} == corrections_of(
        first, brief("second", "2014-06-16", updates=[update], corrections=[wrong("c")])
    )


def test_correction_of_a_withheld_record_is_withheld():
    """Actors, issues, sources and briefs take their corrections along, and nothing else does."""
    records = ("spy", "cable", "secret", "hidden", "draft", "paper", "iran", "talks", "third")

    assert {"third": ["paper", "iran", "talks", "third"]} == corrections_of(
        actor("spy", tlp="RED"),
        source("cable", tlp="RED"),
        issue("secret", tlp="RED"),
        brief("hidden", "2014-06-16", tlp="RED"),
        brief("draft", "2014-06-16", status="draft"),
        brief("third", "2014-06-17", corrections=[wrong(id) for id in records]),
    )


def test_correction_of_nothing_is_left_out():
    """A notice of an entry that is not there, which the check reports, is not published."""
    assert {} == corrections_of(brief(corrections=[wrong("gone"), wrong("iran/talks"), wrong("a/b/c")]))


def test_contradictions_name_only_claims_that_may_be_seen():
    """A claim, or an update to it, no longer names a contradicting claim that is withheld or not there."""
    released = release_of(
        brief("first", claims=[{"id": "c", "text": "So.", "contradicts": ["d", "e", "gone"]}]),
        brief("other", claims=[{"id": "d", "text": "Not so.", "tlp": "RED"}, {"id": "e", "text": "No."}]),
        brief("second", "2014-06-16", updates=[{"update": "c", "contradicts": ["d", "e"]}]),
    )

    assert released.briefs["first"].claims[0].contradicts == ("e",)
    assert released.briefs["second"].updates[0].contradicts == ("e",)


def test_a_contradiction_goes_and_comes_with_the_other_claim():
    """What was kept of a brief is not used where the claim that it names was withheld in between."""
    earlier = Earlier()
    first = brief("first", claims=[{"id": "c", "text": "So.", "contradicts": ["d"]}])
    kept = []
    for tlp in ("CLEAR", "RED", "CLEAR"):
        book = book_of(first, brief("other", claims=[{"id": "d", "text": "Not so.", "tlp": tlp}]))
        kept.append(release(book, Marking.CLEAR, CLEARED, earlier=earlier).briefs["first"])

    assert [each.claims[0].contradicts for each in kept] == [("d",), (), ("d",)]


def test_an_actor_that_two_briefs_bring_stays_with_the_released_one():
    """An inline actor is withheld with its brief unless another released brief knows it too."""
    inline = [{"id": "iran", "name": "Iran", "kind": "state"}]

    released = release_of(brief("first", status="draft", actors=inline), brief("second", actors=inline))

    assert set(released.actors) == {"iran"}


def test_verdicts_know_which_passages_stand_in_their_source():
    """Each released passage is looked up in its source's text; a text that is absent gives no verdict."""
    released = release_of(
        source(),
        source("other"),
        actor("iran"),
        issue(),
        brief(
            sources=["paper", "other"],
            positions=[
                position(quote=["We do", "We did not"], source="paper"),
                position(issue="talks", quote="Unseen", source="other"),
            ],
        ),
        texts={"paper": "“We do,” he said."},
    )

    proofs = released.proofs
    assert [proofs.proves("paper", words) for words in ("We do", "We did not")] == [True, False]
    assert (proofs.by("paper"), proofs.by("other")) == ("text", "")
    assert not proofs.proves("other", "Unseen")
    assert not released.texts


def test_a_source_that_only_a_draft_uses_is_withheld():
    """Its headline would tell what the desk is working on."""
    book = (source(), source("scoop"), brief("first", sources=["paper"]))
    draft = brief("second", status="draft", sources=["scoop"])

    assert set(release_of(*book, draft).sources) == {"paper"}
    assert set(release_of(*book, draft, statuses=frozenset(("cleared", "draft"))).sources) == {
        "paper",
        "scoop",
    }


RECORDS = (
    lambda tlp: source(tlp=tlp),
    lambda tlp: source("cable", tlp=tlp, via="paper"),
    lambda tlp: actor("iran", tlp=tlp, member_of=["axis"]),
    lambda tlp: actor("axis", "coalition", tlp=tlp),
    lambda tlp: actor("rouhani", "person", tlp=tlp, posts=[{"title": "president", "at": "iran"}]),
    lambda tlp: issue(tlp=tlp),
    lambda tlp: page("about", tlp=tlp, body="On [[iran]]."),
    lambda tlp: brief(
        tlp=tlp,
        sources=["paper", "cable"],
        positions=[position(speaker="rouhani", source="paper")],
        claims=[
            {
                "id": "c",
                "text": "So.",
                "by": "iran",
                "words": "so",
                "source": "cable",
                "replies": [{"by": "axis", "says": "denies"}],
            }
        ],
        questions=[{"id": "q", "text": "Why?", "about": ["c"], "actors": ["axis"]}],
        body="See [[c]] and [[iran/talks]].",
    ),
    lambda tlp: brief(
        "second",
        "2014-06-16",
        tlp=tlp,
        sources=["paper"],
        positions=[position(stance="opposes", reason="[[axis]]")],
        updates=[{"update": "c", "status": "disputed", "reason": "so", "words": "no"}],
        ties=[{"actor": "iran", "tie": "backs", "other": "axis", "words": "so"}],
    ),
)


@given(st.lists(st.booleans(), min_size=len(RECORDS), max_size=len(RECORDS)))
def test_withheld_is_as_if_deleted_by_hand(is_kept):
    """Marking any records too strictly gives the book that leaving their files out gives.

    Only sources are no such records, since with one source left the default of the others would be it.
    """
    kept = [kept or "paper" in str(make("CLEAR")) for kept, make in zip(is_kept, RECORDS, strict=True)]
    marked = [make("CLEAR" if kept else "RED") for kept, make in zip(kept, RECORDS, strict=True)]
    by_hand = [make("CLEAR") for kept, make in zip(kept, RECORDS, strict=True) if kept]

    assert same(release_of(*marked), release_of(*by_hand))


@given(st.lists(st.booleans(), min_size=len(RECORDS), max_size=len(RECORDS)))
def test_every_page_can_be_asked_of_any_released_book(is_kept):
    """Whatever is withheld, each page still has its view, and no marking above the ceiling shows in one."""
    marked = [make("CLEAR" if kept else "RED") for kept, make in zip(is_kept, RECORDS, strict=True)]

    assert msgspec.msgpack.encode("RED") not in everything(release_of(*marked))


def test_a_canary_in_restricted_records_is_nowhere():
    """A word that stands only in what is withheld is in no view."""
    secret = {"tlp": "AMBER"}
    records = (
        source(),
        source("cable", title=CANARY, publisher=CANARY, **secret),
        issue(),
        issue("arms", proposition=CANARY, **secret),
        actor("iran", member_of=["nightjar"]),
        actor("nightjar", "coalition", name=CANARY, aliases=[CANARY], **secret),
        page("hidden", title=CANARY, body=CANARY, **secret),
        brief(
            sources=["paper", "cable"],
            bottom_line="On [[nightjar]], [[nightjar|a group]], [[arms]] and [[iran/arms]].",
            body="See [[nightjar]] and [page](../pages/hidden.md).",
            positions=[
                position(quote=CANARY, source="cable"),
                position(issue="arms", source="paper"),
                position(
                    quote="We do", source="paper", evidence=[{"quote": CANARY, "source": "paper", **secret}]
                ),
            ],
            claims=[
                {
                    "id": "c",
                    "text": "So.",
                    "replies": [
                        {"by": "iran", "says": "denies", "words": CANARY, "source": "paper", **secret}
                    ],
                },
                {"id": "d", "text": CANARY, "by": "nightjar"},
            ],
            questions=[{"id": "q", "text": "Why?", "about": ["d"], "actors": ["nightjar"]}],
        ),
        brief(
            "draft", "2014-06-20", title=CANARY, status="draft", updates=[{"update": "c", "answer": CANARY}]
        ),
    )

    views = everything(release_of(*records, texts={"paper": f"We do. {CANARY}", "cable": CANARY}))

    assert CANARY.lower() not in views.decode("utf-8", "replace").lower()
    assert b"a group" in views


def test_figure_of_an_update_rests_on_the_source_of_the_update():
    """What a later brief adds to a claim never takes over the source that the claim was first read in."""
    first = {"id": "c", "text": "A claim.", "words": "so", "source": "paper"}
    later = {"update": "c", "figures": [{"what": "sacks", "reported": "two", "words": "two"}]}

    released = release_of(
        source("paper"),
        source("other"),
        brief("first", "2014-06-15", sources=["paper", "other"], claims=[first]),
        brief("second", "2014-06-16", sources=["other"], updates=[later]),
    )

    [figure] = released.briefs["second"].updates[0].figures
    assert [piece.source for piece in figure.evidence] == ["other"]
