"""Contrast, measured in the page: text, borders of controls, the focus ring; in each scheme and on paper."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
MEASURE = (HERE / "contrast.js").read_text(encoding="utf-8")
EVERY_CHIP = (HERE / "chips.js").read_text(encoding="utf-8")
SCHEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_on_a_screen(reader, address, kinds, scheme):
    """Text stands out by 4.5 (large: 3), borders of chips and controls and the focus ring by 3."""
    page = reader(viewport={"width": 1440, "height": 900}, **SCHEMES[scheme])
    for path in kinds:
        page.goto(f"{address}/{path}")
        texts, found = page.evaluate(MEASURE)
        assert texts > 10, path
        assert [] == found, path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contrast_of_every_chip_is_enough(reader, address, scheme):
    """Each stance, status, verdict, marking and picture colour is readable on each ground."""
    page = reader(viewport={"width": 1440, "height": 900}, **SCHEMES[scheme])
    page.goto(f"{address}/index.html")
    page.evaluate(EVERY_CHIP)

    assert [] == page.evaluate(MEASURE)[1]


def test_contrast_is_enough_on_paper(reader, address, kinds):
    """On paper too, for a reader who is in dark mode: ink on white."""
    page = reader(viewport={"width": 720, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for path in kinds:
        page.goto(f"{address}/{path}")
        assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert [] == page.evaluate(MEASURE)[1], path


def test_measure_finds_what_is_too_faint(reader, address):
    """A control: grey on white is found, in text and in a picture."""
    page = reader(color_scheme="light")
    page.goto(f"{address}/about.html")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', "
        '\'<p class=faint>faint</p><svg viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/>'
        '<text class=faint x="1" y="5" fill="#aaa">a</text></svg>\'); '
        "document.querySelector('p.faint').style.color = '#aaa'"
    )

    assert [["text", "P.faint"], ["text", "text.faint"]] == [each[:2] for each in page.evaluate(MEASURE)[1]]
