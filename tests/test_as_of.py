"""The book as it stood: asked for at a terminal, in a preview and by MkDocs."""

import re
import shutil

import pytest

from briefbook.model.marking import Marking
from briefbook.pipeline import Request
from briefbook.preview import Preview
from briefbook.release import release
from briefbook.text.edtf import parse_when
from briefbook.then import MomentError, book_then, moment_of
from tests.derive.books import CLEARED, actor, book_of, brief, source
from tests.sites import RIVER, build, run

KELMET, SELE, RAIN = "2031-03-03-kelmet", "2031-03-06-port-sele", "2031-03-12-rain"


@pytest.fixture
def river(tmp_path):
    """A copy of the invented situation."""
    return shutil.copytree(RIVER, tmp_path / "book", ignore=shutil.ignore_patterns("expected"))


def without_banner(site: dict[str, bytes]) -> dict[str, bytes]:
    """The pages of a site without what says as of when it is."""
    banner = re.compile(rb'<aside class="edition".*?</aside>\n?', re.DOTALL)
    return {file: banner.sub(b"", data) for file, data in site.items() if file != "SHA256SUMS"}


def test_a_site_as_of_a_brief_is_that_of_a_book_without_the_later_ones(river, tmp_path):
    """Byte for byte, but for its banner; the source that came with a later brief is gone too."""
    then = build(river, tmp_path / "then", "--as-of", SELE)
    for path in (river / "content/briefs").iterdir():
        if path.stem > SELE:
            path.unlink()
    left = "".join(path.read_text() for path in (river / "content").rglob("*.*"))
    for path in (river / "seeds").iterdir():
        if path.stem not in left:
            path.unlink()

    assert build(river, tmp_path / "deleted") == {
        **without_banner(then),
        "SHA256SUMS": (tmp_path / "deleted" / "SHA256SUMS").read_bytes(),
    }


def test_a_site_as_of_the_last_brief_is_the_site(river, tmp_path):
    """Nothing is later, nothing is gone, and the banner knows no newer edition."""
    last = build(river, tmp_path / "last", "--as-of", "2031-03-10-kelmet")

    assert without_banner(build(river, tmp_path / "now")) == without_banner(last)
    assert b"The situation as of <time" in last["index.html"]
    assert b"newer edition" not in last["index.html"]


def test_a_banner_says_of_what_day_it_is_and_that_there_is_more(river, tmp_path):
    """A site as of a date names the date as it was asked, and that a later brief can be had."""
    page = build(river, tmp_path / "site", "--as-of", "2031-03-07")["index.html"].decode()

    assert "There is a newer edition." in page
    assert "7 March 2031" in page
    assert 'datetime="2031-03-07"' in page


def test_a_later_brief_that_nobody_may_see_is_not_told(river, tmp_path):
    """The banner knows no more than its audience: a later draft is no newer edition."""
    for path in (river / "content/briefs").glob("2031-03-1*"):
        path.write_text(path.read_text().replace("status: cleared", "status: draft"))

    site = build(river, tmp_path / "site", "--as-of", SELE)

    assert b"newer edition" not in site["index.html"]


def test_deadlines_are_judged_on_the_day_that_was_asked(river, tmp_path):
    """As of a date the deadlines are judged on that date, whatever day the machine's environment names."""
    out = tmp_path / "site"
    words = ("build", "--content", river / "content", "--out", out, "--as-of", "2031-04")

    assert 0 == run(*words, SOURCE_DATE_EPOCH="1")[0]
    assert 'Deadlines judged on <time datetime="2031-04-30"' in (out / "index.html").read_text()
    assert 0 == run(*words, "--today", "2031-03-10")[0]
    assert 'Deadlines judged on <time datetime="2031-03-10"' in (out / "index.html").read_text()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2031-03-06-port-sela", "did you mean `2031-03-06-port-sele`?"),
        (RAIN, "is no released brief and no date"),
        ("yesterday", "or write a date: 2014-06-15"),
    ],
)
@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_is_neither_a_brief_nor_a_date_is_wrong_use(river, tmp_path, command, asked, told):
    """The command ends with one line that names the nearest brief; one that is not released is none."""
    out = ("--out", tmp_path / "site") if command == "build" else ()
    status, said = run(command, "--content", river / "content", "--as-of", asked, *out)

    assert (2, 1) == (status, said.count("briefbook:"))
    assert told in said
    assert not (tmp_path / "site").exists()


def test_a_draft_is_a_moment_where_drafts_are_shown(river, tmp_path):
    """With --drafts a draft is a brief like the others."""
    site = build(river, tmp_path / "site", "--as-of", RAIN, "--drafts")

    assert f"as-of/{RAIN}.html" in site


def test_the_environment_is_heard(river, tmp_path):
    """BRIEFBOOK_AS_OF means what --as-of means."""
    out = tmp_path / "site"
    run("build", "--content", river / "content", "--out", out, BRIEFBOOK_AS_OF=SELE)

    assert b"newer edition" in (out / "index.html").read_bytes()


def test_a_preview_shows_the_book_as_it_stood(river):
    """Each page is that of the moment, until its brief is no more: then the mistake stands at every page."""
    preview = Preview(Request(content=river / "content", as_of=KELMET))
    shown = preview.find("")

    assert 200 == shown.status
    assert b"There is a newer edition." in shown.body

    (river / f"content/briefs/{KELMET}.md").rename(river / "content/briefs/2031-03-03-other.md")
    preview.refresh()

    assert 500 == preview.find("").status
    assert b"is no released brief" in preview.find("").body


def test_an_id_goes_before_a_date():
    """A brief may be called by its day; whoever writes that means the brief."""
    named = brief("2014-06-15", "2014-06-20")

    assert named is moment_of("2014-06-15", {named.id: named})
    assert parse_when("2014-06") == moment_of("2014-06", {})
    with pytest.raises(MomentError, match="no released brief"):
        moment_of("", {})


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("2014-06-14", []),
        ("2014-06-15", ["a"]),
        ("2014-06-16T11:00Z", ["a", "b"]),
        ("2014-06", ["a", "b", "c"]),
        ("2014-06-15/..", ["a", "b", "c"]),
    ],
)
def test_a_date_takes_in_every_brief_that_can_be_of_it(moment, left):
    """A brief of a whole day counts from its beginning; a date without an end leaves nothing out."""
    book = book_of(brief("a", "2014-06-15"), brief("b", "2014-06-16"), brief("c", "2014-06-16T12:00Z"))

    assert left == sorted(book_then(book, parse_when(moment)).briefs)


def test_briefs_of_one_instant_come_by_their_ids():
    """As of the first of two briefs of one day, the second is not there yet."""
    one, two = brief("a"), brief("b")

    assert ["a"] == list(book_then(book_of(two, one), one).briefs)


def test_a_source_stays_where_something_left_names_it():
    """A source goes with the later briefs that alone name it, and so does what only that source names."""
    book = book_of(
        brief("a", "2014-06-15", bottom_line="As [[linked]] says."),
        brief("b", "2014-06-20", sources=["brought", "wire", "linked", "office"]),
        source("brought", published="2014-06-10", via="wire"),
        source("wire", published="2014-06-10"),
        source("linked", published="2014-06-10"),
        source("office", published="2014-06-20"),
        source("idle", published="2014-06-10"),
        source("later", published="2014-06-20"),
        actor("iran", "state"),
        actor("khan", "person", posts=[{"title": "envoy", "at": "iran", "source": "office"}]),
    )

    then = release(book_then(book, parse_when("2014-06-15")), Marking.CLEAR, CLEARED)

    assert {"linked", "office"} == set(then.sources)


def test_a_release_knows_of_what_it_was_asked():
    """A release of now is as of no moment; one of then says whether there is more."""
    book = book_of(brief("a", "2014-06-15"), brief("b", "2014-06-20", tlp="GREEN"))
    moment = parse_when("2014-06-16")

    assert release(book, Marking.CLEAR, CLEARED).until is None
    assert not release(book, Marking.CLEAR, CLEARED, until=moment).has_newer
    assert release(book, Marking.GREEN, CLEARED, until=moment).has_newer
