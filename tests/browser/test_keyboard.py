"""A reader with a keyboard, and one with a screen reader, on every kind of page."""

from itertools import pairwise

DESK = {"width": 1440, "height": 900}
STOPS = """() => {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = [...document.querySelectorAll(focusable)]
    .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true}));
  stops.forEach((each, number) => each.setAttribute("data-stop", number));
  window.seen = [];
  const look = each => (s => `${s.outlineStyle} ${s.outlineWidth}`)(getComputedStyle(each));
  document.addEventListener("focusin", event => {
    const box = event.target.getClientRects()[0];
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    window.seen.push([
      Number(event.target.dataset.stop),
      look(event.target),
      event.target.contains(hit) || hit?.contains(event.target) === true,
    ]);
  });
  return stops.length;
}"""
MOST_STOPS = 120
"""Stops of one page that are tried: further rows of a list are like the first."""
TREE_ROLES = {"link", "button", "heading", "image", "textbox", "searchbox", "combobox", "navigation"}


def test_tab_visits_everything_once_in_order(reader, address, kinds):
    """Tab goes to each link and control once, in the order of the page, in sight and with an outline."""
    page = reader(viewport=DESK)
    for path in kinds:
        page.goto(f"{address}/{path}")
        count = min(page.evaluate(STOPS), MOST_STOPS)
        for _ in range(count):
            page.keyboard.press("Tab")
        seen = page.evaluate("window.seen")

        assert list(range(count)) == [stop for stop, _, _ in seen], path
        assert {"solid 3px"} == {outline for _, outline, _ in seen}, path
        assert all(in_sight for _, _, in_sight in seen), (path, [each for each in seen if not each[2]][:3])


def test_everything_has_a_name(reader, address, kinds):
    """In Chromium's accessibility tree each link, control, heading, picture and landmark has a name."""
    page = reader(viewport=DESK)
    client = page.context.new_cdp_session(page)
    for path in kinds:
        page.goto(f"{address}/{path}")
        nodes = client.send("Accessibility.getFullAXTree")["nodes"]
        found = [
            (path, each["role"]["value"])
            for each in nodes
            if not each["ignored"]
            and each["role"]["value"] in TREE_ROLES
            and not each.get("name", {}).get("value", "").strip()
        ]
        assert [] == found
        assert 0 == page.locator("table:not(.prose table):not(:has(caption))").count(), path


def test_headings_go_down_a_level_at_a_time(reader, address, kinds):
    """A page has one first heading, and no heading skips a level."""
    page = reader(viewport=DESK)
    for path in kinds:
        page.goto(f"{address}/{path}")
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4, h5, h6",
            "all => all.filter(e => e.checkVisibility()).map(e => Number(e.tagName[1]))",
        )
        assert 1 == levels.count(1), path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (
            path,
            levels,
        )


def test_landmarks_are_told_apart(reader, address, kinds):
    """Two landmarks of one kind have different names."""
    page = reader(viewport=DESK)
    for path in kinds:
        page.goto(f"{address}/{path}")
        names = page.eval_on_selector_all(
            "nav, [role=search], aside", "all => all.map(e => e.ariaLabel ?? '')"
        )
        assert len(set(names)) == len(names), (path, names)


def test_foreign_words_say_their_language(reader, books):
    """In a book in English an Arabic quotation and an Arabic title say so, and run from right to left."""
    page = reader(viewport=DESK)
    page.goto((books["long"] / "books/river/briefs/2031-03-03-long.html").as_uri())

    assert page.locator("blockquote[lang=ar]").evaluate("e => e.matches(':dir(rtl)')")
    assert 1 == page.locator("bdi[lang=ar]").count()
    assert ["en", "ltr"] == page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
