"""Drawings as files and in pages."""

from xml.etree import ElementTree as ET

import pytest

from briefbook.derive.drawings.paper import draw_sheet, sheets_of
from briefbook.derive.drawings.timeline import draw_timeline
from briefbook.derive.pages import site_of
from briefbook.graphs import order_nodes
from briefbook.render.render import Renderer
from tests import drawn

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 40_000
PAGES = ("timeline/index.html", "questions/index.html", "positions/index.html", "issues/i0/index.html")


@pytest.mark.parametrize("actors", [5, 40, 200])
def test_a_sheet_for_paper_is_xml(actors):
    """It stands alone: its fills are its own, it has no style, no script, and A4 lies on its side."""
    situation = drawn.book(actors)
    for sheet in sheets_of(situation):
        svg = Renderer(site_of(situation)).draw(draw_sheet(sheet, drawn.at(situation, sheet.file)))
        root = ET.fromstring(svg)
        assert ("297mm", "210mm") == (root.get("width"), root.get("height"))
        assert len(svg.encode()) < MOST_BYTES
        assert not {f"{SVG}style", f"{SVG}script"} & {each.tag for each in root.iter()}
        assert "style=" not in svg
        used = {each.get("href") for each in root.iter(f"{SVG}use")}
        assert used == {f"#{each.get('id')}" for each in root.iter(f"{SVG}g") if each.get("id")}


@pytest.mark.parametrize("actors", [5, 40, 200])
def test_drawings_of_a_page_are_small_and_named_once(actors):
    """Each is under 40 KB; no id stands twice on a page."""
    situation = drawn.book(actors)
    situation.lay_out = order_nodes
    for file in PAGES:
        html = drawn.page_of(situation, file)
        drawings = [f"<svg{part.split('</svg>')[0]}</svg>" for part in html.split("<svg")[1:]]
        assert drawings, file
        ids = []
        for svg in drawings:
            assert len(svg.encode()) < MOST_BYTES
            root = ET.fromstring(svg)
            assert root.findtext(f"{SVG}title")
            assert root.findtext(f"{SVG}desc")
            ids += [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids)), file


def test_names_are_text_and_no_markup():
    """Whatever an author writes."""
    situation = drawn.book(5)
    at = drawn.at(situation, "timeline")
    drawing = draw_timeline(at)
    assert drawing is not None
    marked = type(drawing)(
        **{each: getattr(drawing, each) for each in drawing.__struct_fields__} | {"title": "<b> & so"}
    )
    svg = Renderer(site_of(situation)).draw(marked)

    assert "<b> & so" == ET.fromstring(svg).findtext(f"{SVG}title")
