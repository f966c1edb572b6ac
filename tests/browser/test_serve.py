"""What an author sees in a browser while writing."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from briefbook.model.marking import Marking
from briefbook.pipeline import Request
from briefbook.preview import Preview
from briefbook.serve.run import serving
from tests.browser.access import SCREENS, faults_of
from tests.browser.waits import wait_until
from tests.sites import RIVER

BRIEF = "content/briefs/2031-03-10-kelmet.md"
PAGE = "briefs/2031-03-10-kelmet.html"


@pytest.fixture
def river(tmp_path):
    """The invented situation, to be edited."""
    return shutil.copytree(RIVER, tmp_path / "river", ignore=shutil.ignore_patterns("expected"))


@pytest.fixture
def preview_address(river):
    """Where it is served, with drafts and up to AMBER."""
    request = Request(content=river / "content", ceiling=Marking.AMBER, drafts=True)
    with serving(Preview(request), "127.0.0.1", 0) as address:
        yield address


def write(root, old, new):
    path = root / BRIEF
    path.write_text(path.read_text().replace(old, new, 1))


def test_page_follows_what_is_written(reader, river, preview_address):
    """Both open windows show an edit, then the error that breaks it, then the mended page, by themselves."""
    windows = [reader(), reader()]
    for window in windows:
        window.goto(preview_address + PAGE)
        expect(window.locator("h1")).to_contain_text("Gate three")

    write(river, "title: Gate three", "title: The third gate")
    for window in windows:
        expect(window.locator("h1")).to_contain_text("The third gate", timeout=20_000)

    write(river, "title: ", "titel: ")
    for window in windows:
        expect(window.locator("h1")).to_contain_text("keep this page away", timeout=20_000)
        expect(window.locator(".fault mark").first).to_have_text("titel")

    write(river, "titel: ", "title: ")
    for window in windows:
        expect(window.locator("h1")).to_contain_text("The third gate", timeout=20_000)


def test_place_on_the_page_is_kept(reader, river, preview_address):
    """A page that loads itself again stays where its reader has scrolled."""
    window = reader(viewport={"width": 360, "height": 740})
    window.goto(preview_address + PAGE)
    window.evaluate("scrollTo(0, 1500)")
    write(river, "title: Gate three", "title: The third gate")
    expect(window).to_have_title(re.compile("The third gate"), timeout=20_000)
    window.wait_for_load_state("load")

    assert abs(window.evaluate("scrollY") - 1500) < 200


def test_place_on_the_page_is_kept_over_an_error(reader, river, preview_address):
    """The page that comes back after an error stands where its reader had scrolled."""
    window = reader(viewport={"width": 360, "height": 740})
    window.goto(preview_address + PAGE)
    window.evaluate("scrollTo(0, 1500)")
    write(river, "title: ", "titel: ")
    expect(window.locator("h1")).to_contain_text("this page away", timeout=20_000)
    wait_until(window, "scrollY === 0")
    write(river, "titel: ", "title: ")
    expect(window).to_have_title(re.compile("Gate three"), timeout=20_000)
    wait_until(window, "Math.abs(scrollY - 1500) < 200")
    window.goto(preview_address)
    window.goto(preview_address + PAGE)
    window.wait_for_load_state("load")

    assert window.evaluate("new Promise((told) => setTimeout(() => told(scrollY), 50))") == 0
    window.evaluate("scrollTo(0, 700)")
    window.goto(preview_address)
    window.go_back()
    wait_until(window, "Math.abs(scrollY - 700) < 20")


def test_code_in_a_finding_is_shown_as_code(reader, river, preview_address):
    """What stands between backticks in a finding's words is code on the page, and the backticks are gone."""
    write(river, "title: ", "titel: ")
    window = reader()
    window.goto(preview_address + "-/findings")

    expect(window.locator(".fault h3 code", has_text="titel")).to_have_count(1, timeout=20_000)
    expect(window.locator("main")).not_to_contain_text("`")


def test_preview_that_comes_back_is_found_again(reader, river):
    """A window survives the end of the preview: it loads again as soon as there is a new one."""
    request = Request(content=river / "content")
    window = reader()
    with serving(Preview(request), "127.0.0.1", 0) as address:
        window.goto(address + PAGE)
        expect(window.locator("h1")).to_contain_text("Gate three")
    write(river, "title: Gate three", "title: The third gate")
    with serving(Preview(request), "127.0.0.1", int(address.rstrip("/").rpartition(":")[2])):
        expect(window.locator("h1")).to_contain_text("The third gate", timeout=30_000)
        window.goto("about:blank")


@pytest.mark.parametrize("screen", SCREENS)
def test_banner_and_error_page_are_accessible(reader, river, preview_address, screen):
    """The banner, the list of findings and the error page are accessible and fit the window."""
    window = reader(**SCREENS[screen])
    heard = []
    window.on("console", lambda message: heard.append(message.text))
    faults = []

    def look(path):
        window.goto(preview_address + path)
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
        faults.extend(faults_of(window))

    look("")
    look("-/findings")
    assert [] == heard
    write(river, "status: cleared", "status: cleard")
    expect(window.locator("h1")).to_contain_text("keep", timeout=20_000)
    look(PAGE)

    assert [] == faults
