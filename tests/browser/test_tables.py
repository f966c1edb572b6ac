"""Filtering and sorting, which only change what is shown; the address holds how."""

import re

import pytest

from tests.browser.waits import wait_until

MATRIX = ".mx tbody>tr:not(.grp)"


def after_each(page):
    """For each voice, the body above it."""
    bodies, above = {}, ""
    for row in page.locator(MATRIX).all():
        name = row.locator("a").first.inner_text()
        if "of" in (row.get_attribute("class") or "").split():
            bodies[name] = above
        else:
            above = name
    return bodies


@pytest.fixture(params=["served", "from disk"])
def matrix(request, reader, address, site):
    """The page of positions, served or opened from disk."""
    page = reader(viewport={"width": 1440, "height": 900})
    page.goto(f"{address if request.param == 'served' else site.as_uri()}/positions/index.html")
    return page


def names(page, rows=MATRIX):
    """The first words of the rows in sight, from top to bottom."""
    return [each.locator("a").first.inner_text() for each in page.locator(rows).all() if each.is_visible()]


def test_words_filter_rows_and_the_address_keeps_them(matrix):
    """Typing leaves the rows with all the words and their bodies; a copy of the address shows the same."""
    all_names = names(matrix)

    matrix.locator("#_q").press_sequentially("OFFICIALS u.s.")
    wait_until(matrix, "location.hash.includes('u.s.')")

    left = names(matrix)
    found = [name for name in left if "U.S." in name and "officials" in name]
    bodies = names(matrix, f"{MATRIX}:has(+.of)")
    assert found == [name for name in all_names if "U.S." in name and "officials" in name]
    assert left == [name for name in all_names if name in (*found, *bodies)]
    assert f"{len(left)} of {len(all_names)} rows" == matrix.locator("output").inner_text()
    copy = matrix.context.new_page()
    copy.goto(matrix.url)
    assert left == names(copy)
    assert "OFFICIALS u.s." == copy.locator("#_q").input_value()


def test_back_takes_a_filter_back(matrix):
    """The Back button undoes all that was typed at once, then the choice before it."""
    all_names = names(matrix)
    matrix.locator("#_is").select_option("opposes")
    wait_until(matrix, "location.hash !== ''")
    opposed = names(matrix)
    matrix.locator("#_q").press_sequentially("iran")
    wait_until(matrix, "location.hash.includes('q=iran')")

    matrix.go_back()
    wait_until(matrix, "!location.hash.includes('q=')")
    assert opposed == names(matrix)
    assert "" == matrix.locator("#_q").input_value()
    matrix.go_back()
    wait_until(matrix, "location.hash === ''")
    assert all_names == names(matrix)


def test_nothing_that_matches_is_said_and_one_button_shows_all(matrix):
    """A filter that leaves nothing says so; the button beside it brings all rows back and the cursor too."""
    all_names = names(matrix)
    matrix.locator("#_q").fill("no such actor")
    wait_until(matrix, "document.querySelector('output').value !== ''")
    assert "Nothing matches." == matrix.locator("output").inner_text()
    assert [] == names(matrix)

    matrix.get_by_role("button", name="Show all").click()
    wait_until(matrix, "document.querySelector('output').value === ''")

    assert all_names == names(matrix)
    assert "_q" == matrix.evaluate("document.activeElement.id")


def test_columns_sort_up_down_and_back(matrix):
    """A column sorts from support to opposition, then the other way, the silent last; then back."""
    all_names = names(matrix)
    head = matrix.locator(".mx").first.locator("thead th").nth(2)
    order = ["Supports", "Leans support", "Mixed", "Neutral", "Leans oppose", "Opposes", "Unclear"]

    def column():
        cells = matrix.locator(".mx").first.locator("tbody>tr:not(.grp, .of)>td:nth-of-type(2)")
        words = [re.sub(r"^\W+", "", text) for text in cells.all_inner_texts()]
        stances = [next((each for each in order if word.startswith(each)), None) for word in words]
        return [order.index(each) for each in stances if each], stances

    for is_sorted, reverse in (("ascending", False), ("descending", True)):
        head.get_by_role("button").click()
        wait_until(matrix, f"!!document.querySelector('[aria-sort={is_sorted}]')")
        said, shown = column()
        assert said == sorted(said, reverse=reverse)
        assert all(each is None for each in shown[len(said) :])
        assert is_sorted == head.get_attribute("aria-sort")
        assert 0 == matrix.locator(".mx").first.locator(".grp:visible").count()
    head.get_by_role("button").click()
    wait_until(matrix, "!document.querySelector('[aria-sort=ascending], [aria-sort=descending]')")
    assert all_names == names(matrix)


def test_names_sort_by_the_alphabet(matrix):
    """The first column sorts by name, and each voice stays beneath its body."""
    voices = after_each(matrix)
    matrix.get_by_role("button", name="Sort by Actor").first.click()
    wait_until(matrix, "document.querySelector('[aria-sort=ascending]')")

    shown = names(matrix.locator(".mx").first, "tbody>tr:not(.grp, .of)")
    assert shown == sorted(shown, key=str.casefold)
    assert voices
    assert voices == after_each(matrix)


@pytest.mark.parametrize(
    ("path", "rows", "code"),
    [("actors", ".names>li", "armed-group"), ("claims", ".entry", "disputed")],
)
def test_lists_filter_by_kind_and_words(reader, address, path, rows, code):
    """Long lists filter by kind or status, and by words whatever their accents."""
    page = reader(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/{path}/index.html")
    count = len(names(page, rows))
    page.locator("#_is").select_option(code)
    wait_until(page, "location.hash !== ''")
    left = names(page, rows)
    assert page.locator("output").inner_text().startswith(f"{len(left)} of {count} ")

    page.locator("#_is").select_option("")
    page.locator("#_q").fill("ÍRAN")
    wait_until(page, "location.hash.includes('q=')")
    assert 0 < len(names(page, rows)) < count


def test_an_anchor_leaves_the_filter_alone(matrix):
    """Following a link within the page does not undo a filter."""
    matrix.locator("#_q").fill("iran")
    wait_until(matrix, "location.hash.includes('iran')")
    left = names(matrix)

    matrix.locator(".skip").focus()
    matrix.keyboard.press("Enter")
    wait_until(matrix, "location.hash === '#_main'")

    assert left == names(matrix)


def test_controls_are_there_only_with_the_script(reader, address):
    """Without JavaScript a page shows no control that does nothing."""
    page = reader(java_script_enabled=False)
    for path in ("positions", "actors", "claims", "questions"):
        page.goto(f"{address}/{path}/index.html")
        assert 0 == page.locator("button:visible, input:visible, select:visible").count(), path


def test_a_short_list_has_no_filter(reader, address):
    """A list of a few rows asks for no script and offers no filter."""
    page = reader()
    page.goto(f"{address}/sources/index.html")

    assert 0 == page.locator(".sift, script").count()
