"""Questions and judgements as a browser shows them: bars, steps, boards, and tables on a phone."""

import shutil
from pathlib import Path

import pytest

from briefbook.pipeline import Site
from tests.browser.access import faults_of
from tests.browser.conftest import HERE
from tests.browser.test_contrast import MEASURE
from tests.derive.books import actor, brief, issue, situation_of

CHECK = (HERE / "drawings.js").read_text(encoding="utf-8")
PAGES = (
    "index.html",
    "questions/index.html",
    "questions/q/index.html",
    "questions/by/issue/index.html",
    "questions/by/actor/index.html",
    "judgements/index.html",
    "briefs/first/index.html",
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LANGUAGES = ("en", "fr", "ar")


def book(language):
    """A question and a judgement that went from one end of the scale to the other."""
    scale = "unlikely", "roughly even chance", "almost certain"
    steps = [
        brief(
            f"b{day}",
            f"2031-03-{day}",
            updates=[
                {"update": id, "likelihood": words, "reason": "Both observers have said so."}
                for id in ("q", "j")
            ],
        )
        for day, words in zip((12, 20, 28), scale, strict=True)
    ]
    asked = {
        "id": "q",
        "text": "Will the gates open before April?",
        "why": "Shipping waits.",
        "due": "2031-03-30",
        "likelihood": "almost no chance",
        "indicators": {"notice": "A notice is posted.", "crane": "A crane comes."},
        "seen": {"notice": "2031-03-05"},
        "issues": ["talks"],
        "actors": ["board"],
    }
    judged = {
        "id": "j",
        "text": "The gates stay shut.",
        "likelihood": "likely",
        "confidence": "low",
        "basis": "What was said.",
        "alternatives": ["They open."],
    }
    gaps = {"limitations": ["We have not seen the gates."], "assumptions": ["Nobody repairs them at night."]}
    closing = brief("last", "2031-03-31", questions=[{"id": "lone", "text": "Who pays?"}], **gaps)
    first = brief("first", "2031-03-05", questions=[asked], judgements=[judged])
    return situation_of(
        actor("board", name="Harbour board"), issue(), first, *steps, closing, language=language
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def folder(request, root, tmp_path_factory):
    """A folder with the pages in one language."""
    out = tmp_path_factory.mktemp("likelihoods")
    site = Site(book(request.param), Path("no-such-folder"))
    for file in PAGES:
        (out / file).parent.mkdir(parents=True, exist_ok=True)
        (out / file).write_bytes(site.find(file)())
    shutil.copytree(root / "templates" / "assets", out / "assets")
    return out


@pytest.mark.parametrize("width", [360, 1440])
def test_the_steps_have_room(reader, folder, width):
    """The words of the scale, the range and the dates are whole and apart, whatever they are called."""
    page = reader(viewport={"width": width, "height": 900})
    page.goto((folder / "questions/q/index.html").as_uri())
    drawings, texts, found = page.evaluate(CHECK)

    assert (1, []) == (drawings, found)
    assert texts > 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_questions_and_judgements_are_accessible(reader, folder, scheme):
    """On a phone nothing leaves the page, words can be read, and axe-core finds nothing."""
    page = reader(viewport={"width": 360, "height": 900}, color_scheme=scheme)
    for file in PAGES:
        page.goto((folder / file).as_uri())
        assert 0 == page.evaluate(OVERFLOW), file
        assert [] == page.evaluate(MEASURE)[1], file
        assert [] == faults_of(page)


def test_a_table_on_a_phone_stays_a_table(reader, folder):
    """Stacked on a narrow screen, its rows are still rows to a screen reader, each named by its date."""
    page = reader(viewport={"width": 360, "height": 900})
    page.goto((folder / "judgements/index.html").as_uri())

    assert 1 == page.get_by_role("table").count()
    assert 5 == page.get_by_role("row").count()
    assert 4 == page.get_by_role("rowheader").count()
    assert 4 == page.get_by_role("columnheader").count()


def test_a_bar_marks_the_range(reader, folder):
    """The dark part of a bar begins and ends where the words beside it say."""
    page = reader(viewport={"width": 1440, "height": 900})
    page.goto((folder / "judgements/index.html").as_uri())
    box = page.locator(".facts .bar .ln").evaluate("e => [e.getBBox().x, e.getBBox().width]")

    assert [97, 4] == box
