"""What changed since a date: found with a script, and without one."""

import pytest

from tests.browser.conftest import build_book
from tests.browser.waits import wait_until

ROW = ".chg>li"


@pytest.fixture(scope="module")
def example(root, tmp_path_factory):
    """The invented situation of many briefs, built."""
    return build_book(root / "examples" / "juniper-pass", tmp_path_factory.mktemp("changes") / "site")


@pytest.fixture
def page(reader, example):
    """Its page of changes, opened from disk."""
    found = reader(viewport={"width": 1440, "height": 900})
    found.goto(f"{example.as_uri()}/changes/index.html")
    return found


def shown(page):
    """The kinds of the changes in sight."""
    return {each.get_attribute("data-is") for each in page.locator(ROW).all() if each.is_visible()}


def test_filter_by_kind_stands_in_the_address(page):
    """A kind leaves its changes and the briefs that brought some; a copy of the address shows the same."""
    assert len(shown(page)) > 1
    sections = page.locator("main section").count()

    page.locator("#_is").select_option("moved")
    wait_until(page, "location.hash === '#?is=moved'")

    assert {"moved"} == shown(page)
    visible = [each for each in page.locator("main section:has(.chg)").all() if each.is_visible()]
    assert 0 < len(visible) < sections
    assert all(each.locator(f"{ROW}:not([hidden])").count() for each in visible)
    copy = page.context.new_page()
    copy.goto(page.url)
    assert {"moved"} == shown(copy)


def test_months_are_reached_without_a_script(reader, example):
    """Each month of the list is a place on a page, and no filter is in sight."""
    page = reader(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.goto(f"{example.as_uri()}/changes/index.html")

    assert not page.locator(".sift").is_visible()
    links = [each.get_attribute("href") for each in page.locator(".months a").all()]
    assert len(links) > 1
    for link in links:
        page.goto(f"{example.as_uri()}/changes/index.html")
        page.locator(f'.months a[href="{link}"]').click()
        place = link.partition("#")[2]
        assert page.locator(f'h2[id="{place}"]').is_visible()
