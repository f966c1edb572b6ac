"""What a reader on a slow line loads: each page with its files, of small books and of a crowded one."""

import gzip
import posixpath
import re
from operator import gt

import pytest

from tests import crowded
from tests.sites import RIVER, build

HTML_GZIP = 40_000
PAGE_GZIP = 60_000
"""With all that the page loads by itself."""
REQUESTS = 5
HTML_RAW = 120_000
"""A phone must build a tree of it."""

LOADED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon|preload|modulepreload|manifest)" [^>]*?href|(?:script|img) [^>]*?src)'
    r'="([^"]*)"'
)


@pytest.fixture(scope="module", params=["river", "iraq", "crowded"])
def site(request, root, tmp_path_factory):
    """All files of a site by output path."""
    if request.param == "crowded":
        return crowded.site()
    return build(RIVER if request.param == "river" else root, tmp_path_factory.mktemp("site") / "out")


def packed(data: bytes) -> int:
    """Its size on the line."""
    return len(gzip.compress(data, 6, mtime=0))


def loads(file: str, html: str) -> set[str]:
    """Output paths of the files that a page loads by itself."""
    folder = posixpath.dirname(file)
    return {posixpath.normpath(posixpath.join(folder, url)) for url in LOADED.findall(html)}


def test_every_page_keeps_to_the_budget(site):
    """40 KB of HTML and 60 KB with everything on the line, 120 KB unpacked, in five requests."""
    size = {file: packed(data) for file, data in site.items()}
    over = []
    for file, data in site.items():
        if file.endswith(".html"):
            parts = loads(file, data.decode())
            whole = size[file] + sum(size[part] for part in parts)
            found = len(data), size[file], whole, 1 + len(parts)
            most = HTML_RAW, HTML_GZIP, PAGE_GZIP, REQUESTS
            if any(map(gt, found, most)):
                over.append((file, found))

    assert len(site) > 30
    assert [] == over


def test_a_page_loads_its_stylesheet():
    """The search above for what a page loads finds it, and not what a reader must ask for."""
    loaded = '<link rel="icon" href="../a.svg"><script src="../b.js" defer></script>'
    html = f'{loaded}<link rel="canonical" href="x"><a href="y">z</a>'

    assert {"a.svg", "b.js"} == loads("actors/index.html", html)


def test_the_book_on_iraq_is_one_small_brief(root, tmp_path):
    """A brief is one document and is never cut: the longest here is over 100 KB, and packed under 16 KB."""
    html = build(root, tmp_path / "out")["briefs/2014-06-15-iraq.html"]

    assert len(html) > 100_000
    assert packed(html) < 16_384


def test_the_crowded_book_is_crowded():
    """It has an issue with 300 positions, a claim with 99 replies and a source with 400 passages and more."""
    lists = crowded.site().keys()
    situation = crowded.situation()

    assert len(situation.stances.by_issue["i0"]) >= 300
    assert len(situation.entries.lives["much-disputed"].now.replies) == 99
    assert len(situation.mentions.quoted["s0"]) > 400
    assert {"claims/much-disputed/replies/page/2/index.html", "positions/page/2/index.html"} <= lists
