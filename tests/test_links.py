"""Links within a site: each leads to a file of it, and each fragment to a place on that page."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from bench.corpus import make_corpus, write_corpus
from tests import crowded
from tests.sites import RIVER, build

LINK = re.compile(r'<[a-z]+ [^>]*?(?:href|src)="([^"]*)"')
ID = re.compile(r'<[a-z0-9]+ [^>]*?\bid="([^"]*)"')


@pytest.fixture(scope="module", params=["river", "iraq", "generated", "crowded"])
def site(request, root, tmp_path_factory):
    """All files of a site by output path."""
    if request.param == "crowded":
        return {**crowded.site(), "SHA256SUMS": b"written when a site is published"}
    folder = tmp_path_factory.mktemp("site")
    if request.param == "generated":
        write_corpus(make_corpus(60, seed=7), folder)
    return build({"river": RIVER, "iraq": root, "generated": folder}[request.param], folder / "out")


def broken(site: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Page and link, where it leads nowhere."""
    pages = {file: data.decode() for file, data in site.items() if file.endswith(".html")}
    places = {file: set(ID.findall(html)) for file, html in pages.items()}
    for file, html in pages.items():
        for link in set(LINK.findall(html)):
            url = urlsplit(link.replace("&amp;", "&"))
            if url.scheme or url.netloc or url.path.startswith("/"):
                continue
            target = target_of(file, unquote(url.path))
            if target not in site or (url.fragment and unquote(url.fragment) not in places.get(target, ())):
                yield file, link


def target_of(file: str, path: str) -> str:
    """The output path to which a relative path leads."""
    if not path:
        return file
    found = normpath(join(dirname(file), path))
    return normpath(join(found, "index.html")) if path.endswith(("/", "..")) or found == "." else found


def test_every_link_leads_somewhere(site):
    """To a file of the site, and where it names a place, to a place that is there."""
    assert [] == sorted(broken(site))


def test_no_place_is_taken_twice(site):
    """An id stands once on its page, so that a link to it leads to what it means."""
    twice = {}
    for file, data in site.items():
        found = ID.findall(data.decode()) if file.endswith(".html") else []
        if len(found) > len(set(found)):
            twice[file] = sorted({each for each in found if found.count(each) > 1})

    assert {} == twice


def test_a_broken_link_is_seen():
    """A page that is not there and a place that is not there are both found, a good link is not."""
    html = b'<a href="../b/#here">x</a><a class="y" href="../c/">x</a><a href="#gone">x</a><p id="i">'
    site = {"a/index.html": html, "b/index.html": b'<p class="z" id="here">'}

    assert {("a/index.html", "../c/"), ("a/index.html", "#gone")} == set(broken(site))
