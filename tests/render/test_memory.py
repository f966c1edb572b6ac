"""Rendering thousands of pages keeps none of them."""

import gc

import pytest

from briefbook.derive.views.pages import VIEWS
from briefbook.render.render import Renderer
from tests.render import samples


@pytest.mark.parametrize("template", sorted(VIEWS))
def test_a_page_leaves_no_cycle(template):
    """A build keeps the collector still; a macro in a page's own template would tie the page into a cycle."""
    renderer = Renderer(samples.SITE)
    view = samples.encode(samples.full(VIEWS[template]))
    renderer.render(template, view)
    gc.collect()
    gc.disable()
    try:
        renderer.render(template, view)
        assert gc.collect() == 0
    finally:
        gc.enable()
