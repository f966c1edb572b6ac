"""Golden sites: each case builds to its folder `expected`, byte for byte."""

import difflib
import os
import re
import shutil
from collections.abc import Iterator

import pytest

from briefbook.words import theme_folder
from tests.sites import CASES, RIVER, build, run, tree

ASSETS = "assets/"
FEW_FILES, FEW_LINES = 5, 12


def differences(expected: dict[str, bytes], built: dict[str, bytes]) -> Iterator[str]:
    """Files that are missing, unexpected or different, and the first lines in which they differ."""
    yield from (f"missing: {name}" for name in sorted(expected.keys() - built.keys()))
    yield from (f"unexpected: {name}" for name in sorted(built.keys() - expected.keys()))
    differing = [name for name in sorted(expected.keys() & built.keys()) if expected[name] != built[name]]
    for name in differing[:FEW_FILES]:
        before, after = (
            data.decode("utf-8", "backslashreplace").splitlines() for data in (expected[name], built[name])
        )
        lines = list(difflib.unified_diff(before, after, name, name, n=0, lineterm=""))
        yield "\n".join(lines[:FEW_LINES]) or f"different line ends: {name}"
    if differing[FEW_FILES:]:
        yield f"and {len(differing) - FEW_FILES} more files differ"


def write_expected(case: str, built: dict[str, bytes]) -> None:
    """Puts a built site in the place of the one that was expected."""
    expected = CASES / case / "expected"
    shutil.rmtree(expected, ignore_errors=True)
    for name, data in built.items():
        (expected / name).parent.mkdir(parents=True, exist_ok=True)
        (expected / name).write_bytes(data)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case_builds_to_the_site_expected(case, tmp_path, request):
    """The site of a case is its golden folder, file by file; `make update` writes it, CI never does."""
    options = CASES / case / "options"
    words = options.read_text().split() if options.exists() else []

    site = build(CASES / case, tmp_path / "site", *words)
    built = {name: data for name, data in site.items() if not name.startswith(ASSETS)}
    if request.config.option.update_snapshots and not os.environ.get("CI"):
        write_expected(case, built)

    found = "\n".join(differences(tree(CASES / case / "expected"), built))
    assert not found, f"{case} builds to another site; `make update` takes it over\n{found}"


def test_assets_are_those_of_the_theme(tmp_path):
    """Stylesheet and icon are published as they stand in the theme."""
    site = build(CASES / "one", tmp_path / "site")

    assert tree(theme_folder() / "assets") == {
        name.removeprefix(ASSETS): data for name, data in site.items() if name.startswith(ASSETS)
    }


def test_difference_names_files_and_lines():
    """A golden site that does not match says which files, and how the first lines read."""
    expected = {"same": b"1", "gone": b"1", "page": b"one\ntwo\n", "ends": b"a\r\n"}
    built = {"same": b"1", "new": b"1", "page": b"one\nthree\n", "ends": b"a\n"}

    assert [
        "missing: gone",
        "unexpected: new",
        "different line ends: ends",
        "--- page\n+++ page\n@@ -2 +2 @@\n-two\n+three",
    ] == list(differences(expected, built))


def test_river_is_clean():
    """Strictly checked, the invented situation brings notes alone: one question of the desk is overdue."""
    status, words = run("check", "--strict", "--content", RIVER / "content")

    assert 0 == status
    assert 1 == words.count("note[deadline-passed]")
    assert not re.search(r"(error|warning)\[", words)


def test_river_is_checked_by_text():
    """Each passage that the invented situation quotes is found in a text; none is taken on trust."""
    pages = tree(RIVER / "expected" / "sources")

    assert all(
        b"by text" in page and b"by lock" not in page for name, page in pages.items() if "2031" in name
    )


def test_override_replaces_one_block(tmp_path):
    """A site's own template changes the block that it names and leaves the rest of the page."""
    page = build(CASES / "override", tmp_path / "site")["briefs/2031-05-02-ferry.html"].decode()

    assert "The ferry desk" in page
    assert "Briefing book" not in page
    assert "The ferry runs again" in page


def test_content_is_no_template(tmp_path):
    """Braces in a brief stay what they are: words."""
    page = build(CASES / "override", tmp_path / "site")["briefs/2031-05-02-ferry.html"].decode()

    assert "{{ head.root }} and {% raw %} are only words." in page


def test_draft_says_so_on_every_page(tmp_path):
    """A site with drafts carries its banner and keeps search engines off, page by page."""
    site = build(CASES / "drafts", tmp_path / "site", "--drafts")
    pages = [data.decode() for name, data in site.items() if name.endswith(".html")]

    assert pages
    assert all('<meta name="robots" content="noindex">' in page for page in pages)
    assert all("Holds drafts that nobody has cleared" in page for page in pages)


def test_language_sets_the_direction_of_a_page(tmp_path):
    """An Arabic book reads from right to left, and the text of an English brief in it from left to right."""
    site = build(CASES / "drafts", tmp_path / "site", "--drafts")
    arabic, english = (site[f"briefs/2031-05-{day}-bridge.html"].decode() for day in ("02", "03"))

    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="ar" dir="rtl">' in english
    assert '<h1><bdi lang="en" dir="ltr">' in english
    assert "<h1><bdi" not in arabic


@pytest.fixture(scope="module")
def river(tmp_path_factory):
    """The pages of the invented situation as text."""
    site = build(RIVER, tmp_path_factory.mktemp("river") / "site")
    return {name: text_of(data.decode()) for name, data in site.items() if name.endswith(".html")}


def text_of(page: str) -> str:
    """The words of a page's main part, with single spaces."""
    main = page.partition("<main")[2].partition("</main>")[0]
    main = re.sub(r"</?bdi\b[^>]*>", "", main)
    return " ".join(re.sub(r"<[^>]*>", " ", f"<{main}").split()).replace(" .", ".").replace(" ,", ",")


def test_figure_of_an_update_is_dated_by_its_own_brief(river):
    """A count that a later brief brings stands beside the first ones, under the later date."""
    page = river["claims/river-fell.html"].partition("History")[0]

    assert "Lower Sarn Growers’ Union, said 3 March 2031 The Sarn Courier, 3 March 2031" in page
    assert "Ommar, said 10 March 2031 The Sarn Courier, 10 March 2031" in page


def test_correction_is_a_change_that_names_its_entry(river):
    """The brief after a correction says what was corrected, in the words of both texts."""
    page = river["briefs/2031-03-06-port-sele.html"]

    assert "The gates of the dam close and the filling begins “23 February 2031” now reads “24" in page


def test_old_statement_is_not_the_present(river):
    """What was said in February and learnt in March joins the history; the later word stays the present."""
    page = river["issues/publish-figures.html"]
    present, _, earlier = page.partition("Who is open to it")[2].partition("Earlier said")

    assert "They can go online the day the complaint is gone." in present
    assert "− Opposes 10 February 2031 (+) Leans support 2 March 2031" in present
    assert "said 10 February 2031" not in present
    assert "10 February 2031 − Opposes" in earlier


def test_attributed_position_does_not_move_anybody(river):
    """Two who speak about Vestrin disagree; that is no move, and each is named."""
    page = river["actors/vestrin.html"]

    assert "according to Wescott Lane" in page
    assert "according to Brann Oduya" in page
    assert "Mediation" not in page.partition("What changed")[2].partition("Positions it has stated")[0]


def test_personal_capacity_is_said(river):
    """The engineer speaks for himself, and the company takes no position by it."""
    assert "In a personal capacity, not for the body." in river["briefs/2031-03-06-port-sele.html"]
    assert "Kelmet Dam Company" in river["issues/pause-filling.html"].partition("Who has not said")[2]


def test_answered_question_says_what_was_seen(river):
    """A question that was answered gives the answer, the day and the sign that settled it."""
    page = river["questions/let-in.html"]

    assert "Yes. Two engineers from Ommar spent four hours at the gate on 9 March." in page
    assert "Seen 9 March 2031 Engineers from Ommar are seen on the dam." in page
    assert "Not seen Vestrin announces a visit." in page
