"""What axe-core finds wrong with a page, and the two screens that each page is looked at on."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
SCREENS = {
    "light desk": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "dark phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}
"""Both schemes and both widths in two looks; `test_contrast.py` measures colours in every scheme."""


def faults_of(page: Page) -> list[tuple[str, str, str]]:
    """The page's faults against WCAG 2.2 AA and good practice: where, which rule, the first element."""
    found = _AXE.run(page, options=_RULES).response["violations"]
    return [(page.url, fault["id"], fault["nodes"][0]["html"][:200]) for fault in found]
