"""Pages at each width and zoom, with words that do not break, from right to left, in forced colours."""

import pytest

from tests.browser.conftest import kinds_of, served
from tests.sites import CASES, build

WIDTHS = {"wide": 1440, "zoom 200": 720, "phone": 360, "zoom 400": 320}
WIDER = """() => [...document.querySelectorAll("body *")]
  .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(each => `${each.tagName}.${each.className}`).slice(0, 3)"""
CUT = """() => [...document.querySelectorAll("main *, footer *")].filter(each => {
  const style = getComputedStyle(each);
  return style.overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1 && !each.closest(".vh")
}).map(each => `${each.tagName}.${each.className}`)"""


SPLIT = r"""() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest(".vh, option")) continue;
    for (const word of node.data.matchAll(/[\p{L}\p{N}]{2,24}/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("book", ["long", "arabic"])
def test_no_page_scrolls_sideways(reader, books, book, width):
    """Names of 80 characters without a break, titles of 300 and a page in Arabic fit, and nothing is cut off.

    A screen of 1280 pixels enlarged four times is 320 wide: text flows anew, and nobody scrolls two ways.
    """
    page = reader(viewport={"width": width, "height": 800})
    with served(books[book]) as address:
        for path in kinds_of(books[book] / "books" / "river"):
            page.goto(f"{address}/books/river/{path}")
            assert width >= page.evaluate("document.documentElement.scrollWidth"), (
                path,
                page.evaluate(WIDER),
            )
            assert [] == page.evaluate(CUT), path


@pytest.mark.parametrize("width", [320, 720])
def test_real_pages_reflow(reader, address, kinds, width):
    """The site on Iraq fits at 200 and at 400 per cent."""
    page = reader(viewport={"width": width, "height": 800})
    for path in kinds:
        page.goto(f"{address}/{path}")
        assert width >= page.evaluate("document.documentElement.scrollWidth"), (path, page.evaluate(WIDER))


@pytest.mark.parametrize("width", [360, 1440])
def test_ordinary_words_stay_whole(reader, address, kinds, width):
    """Only a word too long for its line is broken: none of the words of the site on Iraq."""
    page = reader(viewport={"width": width, "height": 800})
    for path in kinds:
        page.goto(f"{address}/{path}")
        assert [] == page.evaluate(SPLIT), path


def test_a_page_in_arabic_is_the_mirror_of_one_in_english(reader, books):
    """Headings, chips and source notes change sides; dates keep their own direction."""
    page = reader(viewport={"width": 1440, "height": 900})
    page.goto((books["arabic"] / "books/river/briefs/2031-03-03-kelmet.html").as_uri())

    def middle(selector):
        box = page.locator(selector).first.bounding_box()
        return box["x"] + box["width"] / 2

    assert ["ar", "rtl"] == page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    assert middle(".sec>h2") > middle(".sec>.txt") > middle(".side")
    assert middle(".entry h4") > middle(".entry .st")
    assert page.locator("time").first.evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"


def test_high_contrast_keeps_every_edge(reader, address):
    """With the reader's own colours forced, chips, controls and the current tab still have an edge."""
    page = reader(viewport={"width": 1440, "height": 900}, forced_colors="active")
    page.goto(f"{address}/positions/index.html")
    for selector in (".st", ".sift input", ".sift select", ".tabs [aria-current]"):
        style = page.locator(selector).first.evaluate(
            "e => { const s = getComputedStyle(e); return [s.borderTopStyle, s.outlineStyle] }"
        )
        assert set(style) - {"none"}, selector
    page.goto(f"{address}/index.html")
    assert "none" == page.locator(".tlp").first.evaluate("e => getComputedStyle(e).forcedColorAdjust")


def test_nothing_moves(reader, address, kinds):
    """No page animates anything, so a reader who asks for less motion need not ask."""
    page = reader(reduced_motion="no-preference")
    for path in kinds:
        page.goto(f"{address}/{path}")
        assert 0 == page.evaluate("document.getAnimations().length")
        assert [] == page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => (s => parseFloat(s.transitionDuration) > 0"
            " || s.scrollBehavior === 'smooth')(getComputedStyle(e))).map(e => e.className)"
        )


def test_an_empty_book_has_no_empty_page(reader, tmp_path):
    """Each page of a book without a brief says in words that there is nothing yet."""
    build(CASES / "empty", tmp_path / "site")
    page = reader(viewport={"width": 360, "height": 740})
    for path in kinds_of(tmp_path / "site"):
        page.goto((tmp_path / "site" / path).as_uri())
        assert len(page.locator("main").inner_text().split()) > 4, path
        assert 360 >= page.evaluate("document.documentElement.scrollWidth"), path
