"""The matrix, the ledger and the timeline in a reader's hands: keys, frames, filters in the address."""

import pytest

from tests.browser.access import SCREENS, faults_of
from tests.browser.waits import wait_until

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}
PLACES = """() => {
  const [frame, head, name] = [".scroll", ".mx thead th:nth-child(3)", ".mx tbody tr:not(.grp) th"]
    .map(each => document.querySelector(each).getBoundingClientRect());
  return [head.top - frame.top, name.left - frame.left].map(Math.round);
}"""

SCROLLED = """() => new Promise(done => {
  const look = () => document.querySelector(".scroll").scrollLeft ? done(true) : requestAnimationFrame(look);
  look();
})"""


@pytest.fixture
def matrix(reader, address):
    """The page of positions at a desk, its table in sight."""
    page = reader(viewport={"width": 1000, "height": 600})
    page.goto(f"{address}/positions/index.html")
    page.locator(".scroll").scroll_into_view_if_needed()
    return page


def test_the_matrix_is_reached_scrolled_and_sorted_by_keys(matrix):
    """Tab goes from the filter to the frame, which arrows scroll, then to the heads; sorting keeps focus."""
    matrix.locator(".sift select").last.focus()
    matrix.keyboard.press("Tab")
    assert matrix.evaluate("document.activeElement.matches('.scroll[role=region][aria-labelledby]')")

    matrix.keyboard.press("ArrowRight")
    assert matrix.evaluate(SCROLLED)

    matrix.keyboard.press("Tab")
    matrix.keyboard.press("Enter")
    wait_until(matrix, "document.querySelector('[aria-sort=ascending]')")
    assert "Sort by Actor" == matrix.evaluate("document.activeElement.ariaLabel")
    matrix.keyboard.press("Tab")
    assert matrix.evaluate("document.activeElement.closest('thead th') !== null")


def test_both_heads_of_a_wide_matrix_stay_in_sight(matrix):
    """However far its frame is scrolled, the issues stand at its top and the actors at its side."""
    matrix.evaluate("document.querySelector('.scroll').scrollTo(400, 300)")
    assert matrix.evaluate(SCROLLED)

    assert [0, 0] == matrix.evaluate(PLACES)


def test_a_focused_cell_is_not_hidden_by_the_heads(matrix):
    """Going back through the table brings each cell out from beneath both heads."""
    matrix.locator(".mx td a").last.focus()
    hidden = matrix.evaluate(
        """() => [...document.querySelectorAll(".mx td a")].reverse().filter(each => {
          each.focus();
          const { left, right, top, bottom } = each.getBoundingClientRect();
          const across = [left + 4, (left + right) / 2, right - 4];
          return !across.some(x => each.contains(document.elementFromPoint(x, (top + bottom) / 2)));
        }).length"""
    )

    assert 0 == hidden


def test_the_frame_leaves_no_page_wider_than_the_window(reader, address):
    """The table scrolls, not the page; on a phone the list by issue takes its place."""
    for viewport in (DESK, {"width": 900, "height": 600}, PHONE):
        page = reader(viewport=viewport)
        page.goto(f"{address}/positions/index.html")
        assert viewport["width"] == page.evaluate("document.documentElement.scrollWidth")
        assert (viewport is not PHONE) == page.locator(".mx").is_visible()
        assert page.locator(".stand").first.is_visible()


@pytest.mark.parametrize(
    ("path", "rows", "key"),
    [
        ("claims", ".sift~.entry", "actor"),
        ("timeline", ".sifted .rows>li", "actor"),
        ("timeline", ".sifted .rows>li", "issue"),
        ("timeline", ".sifted .rows>li", "is"),
        ("positions", ".mx tbody>tr:not(.grp)", "is"),
    ],
)
def test_a_filter_outlives_a_reload(reader, address, path, rows, key):
    """What was chosen stands in the address, and the page shows the same when it is loaded again."""
    page = reader(viewport=DESK)
    page.goto(f"{address}/{path}/index.html")
    every = page.locator(f"{rows}:visible").count()
    code = page.locator(f"#_{key} option").nth(1).get_attribute("value")
    page.locator(f"#_{key}").select_option(code)
    wait_until(page, "location.hash !== ''")
    left = page.locator(f"{rows}:visible").all_inner_texts()

    page.reload()

    assert f"#?{key}={code}" in page.url
    assert left == page.locator(f"{rows}:visible").all_inner_texts()
    assert 0 < len(left) < every
    assert code == page.locator(f"#_{key}").input_value()


def test_two_choices_must_both_fit(reader, address):
    """An actor and a finding leave the claims that have both; a button takes both back."""
    page = reader(viewport=DESK)
    page.goto(f"{address}/claims/index.html")
    every = page.locator(".sift~.entry:visible").count()
    row = page.locator(".sift~.entry[data-actor]:not([data-actor=''])").first
    actor, status = row.get_attribute("data-actor").split()[0], row.get_attribute("data-is")
    page.locator("#_actor").select_option(actor)
    page.locator("#_is").select_option(status)
    wait_until(page, "location.hash.includes('is=')")

    for each in page.locator(".sift~.entry:visible").all():
        assert status == each.get_attribute("data-is")
        assert actor in each.get_attribute("data-actor").split()
    page.get_by_role("button", name="Show all").click()
    wait_until(page, "!location.hash.includes('=')")
    assert every == page.locator(".sift~.entry:visible").count()


@pytest.mark.parametrize("screen", SCREENS)
def test_ledger_and_matrix_are_accessible(reader, address, site, screen):
    """axe-core finds no fault in them."""
    paths = [f"{each}/index.html" for each in ("positions", "claims", "figures", "timeline")]
    longest = (
        max((site / each).glob("*.html"), key=lambda file: file.stat().st_size)
        for each in ("actors", "claims")
    )
    paths += [file.relative_to(site).as_posix() for file in longest]
    page = reader(**SCREENS[screen])
    faults = []
    for path in paths:
        page.goto(f"{address}/{path}")
        faults += faults_of(page)

    assert [] == faults
