"""What a reader meets in a browser, on every kind of page."""

import pytest

from tests.browser.access import SCREENS, faults_of

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1440, "height": 900}
LEFT = "net::ERR_ABORTED"
"""What a request ends with when the reader goes on to the next page before it is answered."""
WIDER = """() => [...document.querySelectorAll("body *")]
  .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(each => each.tagName + "." + each.className)
  .slice(0, 3)"""


def test_pages_are_quiet_and_ask_no_other_host(reader, address, kinds):
    """No page writes to the console, misses a file, or asks anyone but its own host."""
    page = reader(viewport=DESK)
    heard = []

    def hear(*words):
        heard.append((page.url, *words))

    page.on("console", lambda message: hear(message.text))
    page.on("pageerror", lambda error: hear(str(error)))
    page.on("requestfailed", lambda request: request.failure == LEFT or hear(request.url, request.failure))
    page.on("response", lambda reply: reply.status < 400 or hear(reply.url, reply.status))
    page.on("request", lambda request: request.url.startswith(f"{address}/") or hear(request.url))

    for path in kinds:
        page.goto(f"{address}/{path}", wait_until="load")

    assert [] == heard


@pytest.mark.parametrize("screen", SCREENS)
def test_pages_are_accessible(reader, address, kinds, screen):
    """axe-core finds no fault against WCAG 2.2 AA or good practice."""
    page = reader(**SCREENS[screen])
    faults = []
    for path in kinds:
        page.goto(f"{address}/{path}")
        faults += faults_of(page)

    assert [] == faults


def test_pages_fit_a_phone(reader, address, kinds):
    """At 360 pixels no page scrolls sideways."""
    page = reader(viewport=PHONE)
    wide = []
    for path in kinds:
        page.goto(f"{address}/{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wide.append((path, width, page.evaluate(WIDER)))

    assert [] == wide


def test_keyboard_skips_to_the_content(reader, address, kinds):
    """The first stop of the Tab key is a visible link that leads to the page's main part."""
    page = reader(viewport=DESK)
    for path in kinds:
        page.goto(f"{address}/{path}")
        page.keyboard.press("Tab")
        assert page.locator(":focus").is_visible(), path
        page.keyboard.press("Enter")
        assert page.locator("main:target, :target main, main :target").count() == 1, path


def test_pages_say_all_without_javascript(reader, address, kinds):
    """Without JavaScript each page reads the same, word for word, but for what filters a list.

    What only those without it are told is left out.
    """
    scripted, plain = reader(viewport=DESK), reader(viewport=DESK, java_script_enabled=False)
    for path in kinds:
        for page in (scripted, plain):
            page.goto(f"{address}/{path}")
        scripted.evaluate("document.querySelectorAll('.sift').forEach(each => each.remove())")
        said = plain.locator("main").inner_text()
        for note in plain.locator("main noscript").all_inner_texts():
            said = said.replace(note, "")
        assert scripted.locator("main").inner_text().split() == said.split(), path


def test_pages_print(reader, address, kinds):
    """Each page prints, with its main part on the paper."""
    page = reader(viewport=DESK)
    for path in kinds:
        page.goto(f"{address}/{path}")
        assert page.pdf(format="A4").startswith(b"%PDF"), path
        page.emulate_media(media="print")
        assert page.locator("main").is_visible(), path


def test_site_opens_without_a_server(reader, site):
    """From a folder on disk the home page opens, and so does a page that it links to."""
    page = reader(viewport=DESK)
    page.goto(f"{site.as_uri()}/index.html")
    heading = page.locator("h1").inner_text()

    page.locator("main a[href*='.html']").first.click()

    assert page.url.startswith(site.as_uri())
    assert page.locator("h1").inner_text() != heading
