"""The pages and their views."""

import re

import msgspec
import pytest

from briefbook.derive.pages import iter_pages, site_of
from briefbook.derive.pages.page import cut
from briefbook.derive.views.evidence import Citation
from briefbook.derive.views.pages import VIEWS
from briefbook.derive.views.site import Head
from briefbook.model.marking import Marking
from tests.derive.books import actor, brief, issue, page, situation_of, source

QUOTE = "We don't want that linked and mixed"

RECORDS = (
    source(authors=["A. Writer"], reliability="B", url="https://example.org/a"),
    issue(name="Talks", why="It matters to [[iran]]."),
    actor("iran", bloc="Iran", aliases=["Tehran"]),
    actor("usa", name="United States", bloc="West"),
    actor("kerry", "person", posts=[{"title": "secretary of state", "at": "usa", "source": "paper"}]),
    actor("officials", "unnamed", of="usa"),
    brief(
        sources=["paper"],
        bottom_line="Talks are near [[paper]]. See [[c|the claim]] & [[nobody|others]].",
        key_messages=["Washington wants them ([[usa/talks]])."],
        next_report="2014-06-17",
        body="On *[[iran]]*, [home](../actors/iran.yaml), [paper](../../seeds/paper.yaml), [gone](x.md).\n"
        "\n## Iran\n",
        positions=[
            {
                "actor": "usa",
                "issue": "talks",
                "stance": "leans-support",
                "condition": "Tehran asks",
                "speaker": "kerry",
                "quote": QUOTE,
            },
            {
                "actor": "usa",
                "issue": "talks",
                "stance": "supports",
                "speaker": "officials",
                "paraphrase": "Yes.",
            },
            {"actor": "officials", "issue": "talks", "stance": "mixed", "words": "opportunities and risks"},
        ],
        claims=[
            {
                "id": "c",
                "text": "It happened.",
                "by": "iran",
                "date": "2014-06-14",
                "words": "it happened",
                "figures": [{"what": "killed", "reported": "as many as 1,700", "high": 1700}],
                "replies": [{"by": "usa", "says": "disputes", "speaker": "kerry", "quote": QUOTE}],
            }
        ],
        events=[
            {
                "id": "call",
                "title": "A call.",
                "date": "2014-06-14",
                "actors": ["kerry"],
                "words": "by phone",
            },
            {
                "id": "meeting",
                "title": "A meeting.",
                "date": "2014-06-20",
                "status": "scheduled",
                "issues": ["talks"],
            },
        ],
        questions=[
            {
                "id": "q",
                "text": "When?",
                "due": "2014-06-16",
                "about": ["c"],
                "issues": ["talks"],
                "likelihood": "likely",
            }
        ],
        judgements=[{"id": "j", "text": "Soon.", "likelihood": "likely", "confidence": "low"}],
        ties=[{"actor": "usa", "tie": "backs", "other": "iran", "words": "backs", "speaker": "kerry"}],
    ),
    brief(
        "second",
        "2014-06-17",
        sources=["paper"],
        positions=[
            {"actor": "usa", "issue": "talks", "stance": "opposes", "speaker": "kerry", "quote": QUOTE}
        ],
        updates=[
            {"update": "c", "status": "disputed", "reason": "A reply.", "words": "no"},
            {"update": "q", "likelihood": "unlikely", "seen": {}},
        ],
        corrections=[{"date": "2014-06-17", "entry": "usa/talks", "was": "x", "now": "y", "reason": "ours"}],
    ),
    page("about", body="# About\n\nSee [[iran]] and [[paper]]."),
)


@pytest.fixture(scope="module")
def situation():
    return situation_of(*RECORDS, texts={"paper": f"{QUOTE}, he said. It offers opportunities and risks."})


@pytest.fixture(scope="module")
def views(situation):
    """Each page's view by its file."""
    return {each.file: each.ask(situation) for each in iter_pages(situation)}


def everything_in(value):
    """All values within a view."""
    yield value
    if isinstance(value, msgspec.Struct):
        value = tuple(getattr(value, field) for field in value.__struct_fields__)
    if isinstance(value, tuple):
        for each in value:
            yield from everything_in(each)


def links_in(view):
    """All relative links within a view, those of its texts included."""
    found = []
    for each in everything_in(view):
        if isinstance(each, str):
            found += re.findall(r'href="([^"]*)"', each)
        if isinstance(each, msgspec.Struct) and not isinstance(each, Head | Citation):
            found += [getattr(each, field, "") for field in ("url", "permalink", "newer", "older")]
    return [link for link in found if isinstance(link, str) and link]


@pytest.mark.parametrize("records", [(), (brief(),), RECORDS], ids=["empty", "bare", "whole"])
@pytest.mark.parametrize("directories", [True, False])
def test_each_view_reads_back_as_it_was_written(records, directories):
    """A view's bytes decode to the same view by its template's type, in an empty book too."""
    situation = situation_of(*records, use_directory_urls=directories)
    pages = list(iter_pages(situation))

    for each in pages:
        view = each.ask(situation)
        assert isinstance(view, VIEWS[each.template])
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(view), type=VIEWS[each.template]) == view
    assert len({each.file for each in pages}) == len(pages)


def test_there_is_a_page_for_each_kind_of_template():
    """A book with all kinds of records, one of whose lists goes on, uses every view but that of a preview."""
    events = [
        {"id": f"e{day}", "title": "So.", "date": f"2014-06-{day}", "actors": ["iran"]}
        for day in range(10, 29)
    ]
    situation = situation_of(*RECORDS, brief("third", "2014-06-28", events=events))

    assert {each.template for each in iter_pages(situation)} == set(VIEWS) - {"findings.html"}


@pytest.mark.parametrize("directories", [True, False])
def test_every_link_leads_to_a_page_of_the_site(directories):
    """Each relative link in each view resolves to a file that is built, and each anchor to a place on it."""
    situation = situation_of(*RECORDS, use_directory_urls=directories)
    pages = {each.file: each.ask(situation) for each in iter_pages(situation)}
    anchors = {file: set(anchors_in(view)) for file, view in pages.items()}

    for file, view in pages.items():
        for link in links_in(view):
            path, _, anchor = link.partition("#")
            target = resolved(file, path)
            assert target in pages, (file, link)
            assert not anchor or anchor in anchors[target], (file, link)


def anchors_in(view):
    """Anchors of entries, of source notes and of headings in a body."""
    for each in everything_in(view):
        if isinstance(each, str):
            yield from re.findall(r'id="([^"]*)"', each)
        if isinstance(each, msgspec.Struct):
            yield getattr(each, "anchor", "")
            yield f"_{getattr(each, 'month', '')}"
            if type(each).__name__ == "SourceNote":
                yield each.id


def resolved(file, path):
    """The file to which a relative link leads."""
    if not path:
        return file
    parts = file.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    if parts and parts[-1].endswith(".html"):
        return "/".join(parts)
    return "/".join(part for part in (*parts, "index.html") if part)


def test_anchors_are_unique_on_each_page(views):
    """No two entries of a page share a place."""
    for file, view in views.items():
        own = [
            each.anchor
            for each in everything_in(view)
            if isinstance(each, msgspec.Struct) and getattr(each, "anchor", "")
        ]
        assert len(own) == len(set(own)), file


def test_files_and_urls_follow_the_setting():
    """Directories with an index, or files that open without a server."""
    with_folders = {each.file: each.url for each in iter_pages(situation_of(*RECORDS))}
    with_files = {
        each.file: each.url for each in iter_pages(situation_of(*RECORDS, use_directory_urls=False))
    }

    assert with_folders["actors/iran/index.html"] == "actors/iran/"
    assert with_folders["index.html"] == ""
    assert with_files["actors/iran.html"] == "actors/iran.html"
    assert with_files["actors/index.html"] == "actors/index.html"
    assert with_files["404.html"] == with_folders["404.html"] == "404.html"


def test_a_reference_links_to_its_record_and_an_unknown_one_leaves_its_words(views):
    """Sources become numbered notes, records links with their name or the given words."""
    line = views["briefs/first/index.html"].bottom_line_html

    assert line == ('Talks are near <a href="#paper">[1]</a>. See <a href="#c">the claim</a> &amp; others.')


def test_a_reference_to_a_position_leads_to_the_brief_that_speaks(views):
    """In a brief to its own statement; on the front page the newest brief's text to the newest."""
    message = views["briefs/first/index.html"].key_messages_html[0]

    assert message == 'Washington wants them (<a href="#usa.talks">United States</a>).'


def test_a_body_links_content_files_to_their_pages(views):
    """A relative link between content files is published as a link between pages, or as its words."""
    body = views["briefs/first/index.html"].body_html

    assert '<a href="../../actors/iran/">home</a>' in body
    assert '<a href="../../sources/paper/">paper</a>' in body
    assert "x.md" not in body
    assert 'id="text_' in body


def test_evidence_says_how_it_was_checked(views):
    """By text where each passage stands in it, failed where one does not, and a paraphrase as what it is."""
    found = views["briefs/first/index.html"].positions[0].positions
    checked = {each.stance: each.evidence[0].checked for each in found}

    assert checked == {"leans-support": "text", "mixed": "text", "supports": "paraphrase"}
    assert views["claims/c/index.html"].claim.evidence[0].checked == "failed"


def test_evidence_without_a_text_is_not_called_checked():
    """Where the source's text is absent, its passages have no verdict."""
    situation = situation_of(*RECORDS)
    views = {each.file: each.ask(situation) for each in iter_pages(situation)}

    assert views["claims/c/index.html"].claim.evidence[0].checked == "none"
    assert views["briefs/first/index.html"].proved == 0


def test_a_speaker_is_named_with_the_post_for_which_they_speak(views):
    """The reader sees name and office."""
    piece = views["issues/talks/index.html"].groups[-1].positions.rows[0].current.evidence[0]

    assert (piece.speaker.name, piece.speaker.role) == ("Kerry", "secretary of state")


def test_source_notes_count_the_passages_of_the_page(views):
    """Quotations and words count, paraphrases apart."""
    view = views["briefs/first/index.html"]

    assert [(note.id, note.number, note.paraphrases) for note in view.sources] == [("paper", 1, 1)]
    assert view.passages == view.sources[0].passages == 6
    assert view.proved == view.sources[0].proved == 3


def test_a_brief_reads_as_it_was_and_notes_what_came_later(views):
    """A dated document keeps its status, and says what it is now."""
    claim = views["briefs/first/index.html"].claims[0]

    assert (claim.status, claim.status_now) == ("unverified", "disputed")
    assert views["claims/c/index.html"].claim.status == "disputed"
    assert [step.status for step in views["claims/c/index.html"].history.rows] == ["unverified", "disputed"]


def test_a_brief_judges_deadlines_by_its_own_date(views):
    """A question that became overdue later is so on its own page, which names the day, not in its brief."""
    page = views["questions/q/index.html"]

    assert not views["briefs/first/index.html"].questions[0].overdue
    assert page.question.overdue
    assert page.head.judged.iso == "2014-06-17"
    assert views["claims/index.html"].head.judged is None


def test_an_unnamed_actor_has_no_earlier_positions(views):
    """And what it says of a body is attributed there."""
    assert views["actors/officials/index.html"].stated.rows[0].earlier.rows == ()
    assert views["actors/usa/index.html"].others.rows[0].current.according_to == "Officials"


def test_a_state_shows_what_it_said_earlier_and_what_moved(views):
    """The latest position with the earlier one beneath it."""
    view = views["actors/usa/index.html"]

    assert [each.stance for each in view.stated.rows[0].earlier.rows] == ["leans-support"]
    assert view.stated.rows[0].current.was == "leans-support"
    assert [(each.kind, each.was, each.now) for each in view.changes.rows] == [
        ("moved", "leans-support", "opposes")
    ]
    assert [(voice.actor.id, voice.speaks_for) for voice in view.voices.rows] == [
        ("kerry", True),
        ("officials", False),
    ]


def test_the_front_page_counts_and_lists(views):
    """Figures of the book, who stands where, and who is silent."""
    home = views["index.html"]

    assert (home.facts.stated, home.facts.attributed, home.facts.questions_overdue) == (2, 0, 1)
    assert [(group.stance, group.attributed) for group in home.stand[0].groups] == [
        ("mixed", False),
        ("opposes", False),
    ]
    assert (home.silent, home.actors) == (1, 3)
    assert [(each.kind, each.date.iso) for each in home.coming.rows] == [("event", "2014-06-20")]
    assert home.changes.since.id == "first"
    assert home.changes.changes[0].kind == "moved"
    assert home.corrections.rows[0].entry.words == "United States: Talks"


def test_the_front_page_shows_first_the_claims_that_the_newest_brief_leans_on():
    """Its bottom line counts before its key messages, a dispute before replies; settled claims stay away."""
    reply = {"by": "iran", "says": "supports", "paraphrase": "Yes.", "source": "paper"}
    claims = [
        {"id": "plain", "text": "A."},
        {"id": "settled", "text": "B.", "status": "confirmed"},
        {"id": "replied", "text": "C.", "replies": [reply]},
        {"id": "disputed", "text": "D.", "status": "disputed"},
        {"id": "message", "text": "E."},
        {"id": "line", "text": "F."},
    ]
    situation = situation_of(
        source(),
        actor("iran"),
        brief(
            sources=["paper"],
            bottom_line="It is said ([[line]]).",
            key_messages=["And [[message|this]]."],
            claims=[{"by": "iran", "status": "unverified", **each} for each in claims],
        ),
    )
    home = next(iter_pages(situation)).ask(situation)

    assert [each.id for each in home.claims] == ["line", "message", "disputed", "replied", "plain"]
    assert home.claims_more == 0


def test_a_date_with_an_open_start_stands_where_it_ends():
    """What happened by 14 June comes after what happened in 2003, and before 15 June."""
    dates = {"late": "2014-06-15", "by": "../2014-06-14", "war": "2003/2014-06-15", "since": "2001/.."}
    events = [{"id": id, "title": id, "date": date, "status": "happened"} for id, date in dates.items()]
    situation = situation_of(brief(events=events))
    views = {each.url: each.ask(situation) for each in iter_pages(situation)}

    assert [each.title_html for each in views["timeline/"].rows] == ["late", "by", "war", "since"]
    assert [each.id for each in views["briefs/first/"].events] == ["since", "war", "by", "late"]


def test_the_matrix_shows_silence(views):
    """Actors with a position stand in it, by bloc, voices beneath their body; the silent are counted."""
    view = views["positions/index.html"]
    rows = [
        (row.actor.id, row.is_voice, row.cells[0] and row.cells[0].stance)
        for bloc in view.tables[0].blocs
        for row in bloc.rows
    ]

    assert [bloc.name for bloc in view.tables[0].blocs] == ["West"]
    assert rows == [("usa", False, "opposes"), ("officials", True, "mixed")]
    assert view.tables[0].silent == 1
    assert (view.actors, view.issues, view.on_record, view.cells) == (3, 1, 2, 3)


def test_a_brief_without_a_predecessor_has_nothing_to_compare(views):
    """The first brief says so; an empty book has no first brief."""
    assert views["briefs/first/index.html"].changes.is_first
    assert not views["briefs/second/index.html"].changes.is_first
    empty = situation_of()
    assert not next(iter_pages(empty)).ask(empty).changes.is_first


def test_a_page_carries_the_strictest_marking_that_it_shows():
    """A page with one GREEN entry is GREEN, others stay as they are; data and 404 have the mark of all."""
    situation = situation_of(
        issue(),
        actor("iran"),
        brief(positions=[{"actor": "iran", "issue": "talks", "stance": "mixed", "tlp": "GREEN"}]),
        brief("second", "2014-06-16"),
        ceiling=Marking.GREEN,
    )
    marks = {each.url: each.ask(situation).head.marking for each in iter_pages(situation)}

    assert marks["briefs/first/"] == marks["actors/iran/"] == marks["issues/talks/"] == "GREEN"
    assert marks["briefs/second/"] == "CLEAR"
    assert marks["data/"] == marks["404.html"] == "GREEN"


def test_what_all_pages_share_stays_when_a_brief_is_added(situation):
    """Navigation and names hold nothing of the briefs."""
    more = situation_of(
        *RECORDS, brief("third", "2014-06-18", actors=[{"id": "x", "name": "X", "kind": "state"}])
    )

    assert site_of(situation) == site_of(more)


def test_adding_a_brief_leaves_the_pages_of_others_alone():
    """Of the briefs that stand, only the one before the new one changes, since it now names its follower."""
    briefs = [brief(f"b{day}", f"2014-06-{day}", next_report="2014-07-01") for day in range(10, 20)]

    def bytes_of(count):
        situation = situation_of(*briefs[:count], page_size=4)
        return {each.file: msgspec.msgpack.encode(each.ask(situation)) for each in iter_pages(situation)}

    before, after = bytes_of(9), bytes_of(10)
    changed = {file for file in before if file.startswith("briefs/b") and before[file] != after[file]}

    assert changed == {"briefs/b18/index.html"}


@pytest.mark.parametrize(
    ("rows", "sizes"), [(0, [0]), (3, [3]), (4, [4]), (5, [5]), (6, [2, 4]), (9, [5, 4]), (12, [4, 4, 4])]
)
def test_older_sheets_stay_as_they_are(rows, sizes):
    """All sheets but the first are whole and counted from the end."""
    sheets = cut(range(rows), 4)

    assert [len(sheet) for sheet in sheets] == sizes
    assert [each for sheet in sheets for each in sheet] == list(range(rows))


def test_a_right_to_left_language_turns_the_page():
    """The direction follows the language of the record."""
    situation = situation_of(brief(language="ar"), page("about", language="ks-Arab"))
    heads = {each.url: each.ask(situation).head for each in iter_pages(situation)}

    assert (heads["briefs/first/"].dir, heads["about/"].dir, heads[""].dir) == ("rtl", "rtl", "ltr")


def test_data_are_as_strict_as_their_strictest_part():
    """One AMBER reply, figure, piece of evidence or source marks the page that leads to all data."""
    claim = {"id": "a-claim", "text": "It is so.", "by": "iran"}
    for strict in (
        {"replies": [{"by": "iran", "says": "denies", "tlp": "AMBER"}]},
        {"figures": [{"what": "ships", "reported": "two", "by": "iran", "tlp": "AMBER"}]},
        {"evidence": [{"paraphrase": "It is.", "source": "paper", "tlp": "AMBER"}]},
    ):
        situation = situation_of(
            source(), actor("iran"), brief(claims=[{**claim, **strict}]), ceiling=Marking.AMBER
        )
        assert (
            "AMBER"
            == next(each.ask(situation) for each in iter_pages(situation) if each.url == "data/").head.marking
        )


def test_positions_in_the_book_in_numbers_are_each_counted_once():
    """A position that is stated and attributed too counts as stated, so the numbers add up to the data."""
    said = {"issue": "talks", "stance": "mixed"}
    situation = situation_of(
        issue(),
        actor("iran"),
        actor("usa"),
        brief(
            positions=[
                {"actor": "iran", **said},
                {"actor": "iran", **said, "speaker": "usa", "stance": "supports"},
                {"actor": "usa", **said, "speaker": "iran"},
            ]
        ),
    )
    views = {each.url: each.ask(situation) for each in iter_pages(situation)}
    (positions,) = [each for each in views["data/"].kinds if each.code == "positions"]

    assert (1, 1) == (views[""].facts.stated, views[""].facts.attributed)
    assert 2 == positions.number
