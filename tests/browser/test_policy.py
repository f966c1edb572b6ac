"""What a page may load and do, read from every file of two sites."""

import re
from html.parser import HTMLParser

import pytest

from briefbook.render.environment import theme_folder
from briefbook.text.policy import header_policy, page_policy

LOADS = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "srcset"), ("iframe", "src")}
LOADING = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right)(?:-\w+)*\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


class _Reader(HTMLParser):
    """Notes what a strict policy would refuse, what is loaded, and the policy itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.loaded: list[str] = []
        self.policies: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "style" or (tag == "script" and not found.get("src")):
            self.faults.append(f"<{tag}>")
        self.faults += [name for name in found if name == "style" or name.startswith("on")]
        self.faults += [
            value
            for value in found.values()
            if value and re.match(r"\s*(javascript|data):", value, re.IGNORECASE)
        ]
        if tag != "link" or LOADING & set(found.get("rel", "").split()):
            self.loaded += [found[name] for name in found if (tag, name) in LOADS]
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(found["content"])


@pytest.fixture(params=["site", "river"])
def pages(request):
    """By path, what is in each page and each picture of a site."""
    site = request.getfixturevalue(request.param)
    files = sorted(path for path in site.rglob("*") if path.suffix in (".html", ".svg"))
    return {path.relative_to(site).as_posix(): _Reader(path.read_text(encoding="utf-8")) for path in files}


def test_nothing_is_inline(pages):
    """No page and no picture holds a script, a style or a handler of its own."""
    assert [] == [(path, page.faults) for path, page in pages.items() if page.faults]


def test_all_that_is_loaded_is_the_sites_own(pages):
    """Scripts, styles and pictures are named by relative addresses."""
    foreign = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)

    assert [] == [(path, each) for path, page in pages.items() for each in page.loaded if foreign.match(each)]


def test_every_page_has_one_policy_and_a_script_only_where_it_says_so(pages):
    """A page allows scripts if and only if it has one."""
    for path, page in pages.items():
        if path.endswith(".html"):
            assert 1 == len(page.policies), path
            has_script = any(each.endswith(".js") for each in page.loaded)
            assert has_script is ("script-src 'self'" in page.policies[0]), path
            assert page.policies[0].startswith("default-src 'none'; "), path


def test_header_allows_what_any_page_allows(pages):
    """A server's policy forbids nothing that a page needs, and forbids framing beside."""
    header = set(header_policy().split("; "))
    for page in pages.values():
        for policy in page.policies:
            assert set(policy.split("; ")) - {"form-action 'none'"} <= header

    assert "frame-ancestors 'none'" in header
    assert "form-action 'none'" in page_policy()


def test_stylesheet_knows_no_left_and_no_right():
    """The theme's stylesheets use logical properties alone, so that a page in Arabic is its mirror image."""
    for sheet in (theme_folder() / "assets").glob("*.css"):
        lines = [
            line for line in sheet.read_text(encoding="utf-8").splitlines() if not line.startswith("@page")
        ]
        found = [(line, match[0]) for line in lines for match in PHYSICAL.finditer(line)]
        assert [] == found
        assert "url(" not in sheet.read_text(encoding="utf-8")


def test_a_link_to_a_page_shows_what_it_says(river, books):
    """A page carries its title, its first sentence and its kind for programs that show links.

    It names its own address only where the settings do.
    """
    brief = river / "briefs" / "2031-03-03-kelmet.html"
    card = _card(brief)
    assert "Ommar asks for a pause, and Vestrin fills on" == card["og:title"]
    assert card["og:description"].startswith("Ommar wants the filling of the Kelmet reservoir to pause")
    assert ("article", "2031-03-03") == (card["og:type"], card["article:published_time"])
    assert "The Sarn: filling the Kelmet dam" == card["og:site_name"]
    assert not {"og:url", "canonical"} & set(card)

    for path in ("index.html", "actors/long.html"):
        card = _card(books["long"] / "books" / "river" / path)
        assert f"https://desk.example/books/river/{path}" == card["og:url"] == card["canonical"]
        assert "website" == card["og:type"]
    assert "og:title" not in _card(river / "404.html")


def _card(page):
    head = page.read_text(encoding="utf-8").partition("</head>")[0]
    found = dict(re.findall(r'<meta (?:name="description" )?property="([^"]+)" content="([^"]*)"', head))
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', head)
    return found | ({"canonical": canonical[1]} if canonical else {})
