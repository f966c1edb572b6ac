"""Drawings as a browser draws them: nothing is cut, no words meet, all can be read."""

import shutil
from io import BytesIO

import pytest
from PIL import Image

from briefbook.derive.drawings.paper import sheets_of
from tests import drawn
from tests.browser.access import faults_of
from tests.browser.conftest import HERE
from tests.browser.test_contrast import MEASURE

CHECK = (HERE / "drawings.js").read_text(encoding="utf-8")
MARKS = (HERE / "marks.js").read_text(encoding="utf-8")
COLOURS = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const rgb = name => {
    probe.style.setProperty("color", `var(--${name})`);
    return getComputedStyle(probe).color.match(/\\d+/g).map(Number);
  };
  return { paper: rgb("paper"), pro: rgb("pro") };
}"""
PAGES = {
    "timeline/index.html": 1,
    "questions/index.html": 1,
    "positions/index.html": 7,
    "issues/i0/index.html": 1,
}
"""With how many drawings there are on each, where `dot` is."""


BOOKS = [(5, "plain"), (40, "plain"), (200, "plain"), (40, "long"), (40, "arabic")]
"""How many actors, and what everything is called."""


@pytest.fixture(scope="module")
def folders(root, tmp_path_factory):
    """For each book, a folder with those of its pages that have drawings."""
    assert shutil.which("dot"), "the drawings need Graphviz; on Debian: apt-get install graphviz"
    return {book: _write(book, root, tmp_path_factory.mktemp("drawn")) for book in BOOKS}


def _write(book, root, folder):
    situation = drawn.book(*book)
    for file in PAGES:
        (folder / file).parent.mkdir(parents=True)
        (folder / file).write_text(drawn.page_of(situation, file), encoding="utf-8")
    for sheet in (1, 2):
        (folder / f"sheet-{sheet}.html").write_text(
            '<!doctype html><title>Sheet</title><link rel="stylesheet" href="assets/briefbook.css">'
            f'<figure class="pic">{_sheet(situation, sheet)}</figure>',
            encoding="utf-8",
        )
    shutil.copytree(root / "templates" / "assets", folder / "assets")
    return folder


def _sheet(situation, number):
    """The file of a sheet for paper; where there are fewer, the last."""
    sheets = sheets_of(situation)
    file = sheets[min(number, len(sheets)) - 1].file
    return drawn.page_of(situation, file)


@pytest.mark.parametrize("book", BOOKS)
def test_words_of_sheets_for_paper_have_room(reader, folders, book):
    """Turned ones too."""
    page = reader(viewport={"width": 1440, "height": 900})
    for sheet in (1, 2):
        page.goto((folders[book] / f"sheet-{sheet}.html").as_uri())
        _, texts, found = page.evaluate(CHECK)
        assert texts > 10
        assert [] == found


@pytest.mark.parametrize("book", BOOKS)
def test_words_of_drawings_have_room(reader, folders, book):
    """At 5, 40 and 200 actors, with long and Arabic names: whole, apart, and clear of the marks."""
    for width in (360, 1440):
        page = reader(viewport={"width": width, "height": 900})
        for file, count in PAGES.items():
            page.goto((folders[book] / file).as_uri())
            drawings, texts, found = page.evaluate(CHECK)
            assert drawings == count, file
            assert texts > 5 * count, file
            assert [] == found, file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_can_be_read(reader, folders, scheme):
    """Words stand out from their ground by 4.5, lines and marks by 3."""
    page = reader(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    for file in PAGES:
        page.goto((folders[40, "plain"] / file).as_uri())
        assert [] == page.evaluate(MEASURE)[1], file
        marks, faint = page.evaluate(MARKS)
        assert marks > 4, file
        assert [] == faint, file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_take_the_scheme_of_the_reader(reader, folders, scheme):
    """What is drawn once and used often has the page's ground and ink: its pixels are looked at."""
    page = reader(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page.goto((folders[40, "plain"] / "positions/index.html").as_uri())
    colours = page.evaluate(COLOURS)
    mark = page.locator("use[href$='network_leans-support']").first
    pixels = Image.open(BytesIO(mark.screenshot())).convert("RGB")

    assert tuple(colours["paper"]) == pixels.getpixel((pixels.width // 2, pixels.height // 4))
    assert tuple(colours["pro"]) in {colour for _, colour in pixels.getcolors(9999)}


def test_drawings_are_accessible(reader, folders):
    """axe finds nothing wrong with them; each has a title, a description and the way to the same in words."""
    page = reader(viewport={"width": 1440, "height": 900})
    for file in PAGES:
        page.goto((folders[5, "plain"] / file).as_uri())
        assert [] == faults_of(page)
        for svg in page.locator("figure.pic svg").all():
            for named in ("aria-labelledby", "aria-describedby"):
                id = svg.get_attribute(named)
                assert id, file
                assert page.locator(f"#{id}").text_content(), file
        links = page.locator("figure.pic figcaption a[href^='#']")
        for number in range(links.count()):
            place = links.nth(number).get_attribute("href") or ""
            assert 1 == page.locator(place).count(), (file, place)


def test_drawings_are_whole_on_paper(reader, folders):
    """None is left out there, for a reader in dark mode neither."""
    page = reader(viewport={"width": 720, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for file in PAGES:
        page.goto((folders[40, "plain"] / file).as_uri())
        hidden = page.evaluate(
            "[...document.querySelectorAll('.pic')].filter(e => !e.checkVisibility()).length"
        )
        assert 0 == hidden, file
        assert [] == page.evaluate(CHECK)[2], file
        assert [] == page.evaluate(MEASURE)[1], file
