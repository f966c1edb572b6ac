"""The benchmark's corpus: the same bytes each time, and a book that a desk could publish."""

import importlib

import pytest

from bench.corpus import make_corpus, write_corpus
from bench.peers import ours
from briefbook.pipeline import Request, build


def _files(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def corpus():
    return make_corpus(20, seed=7)


@pytest.fixture(scope="module")
def book(corpus, tmp_path_factory):
    root = tmp_path_factory.mktemp("book")
    write_corpus(corpus, root)
    return root


def test_one_number_and_seed_give_the_same_bytes(book, tmp_path):
    """Two makers that know nothing of each other write the same files."""
    write_corpus(make_corpus(20, seed=7), tmp_path)

    assert _files(book) == _files(tmp_path)


def test_another_seed_gives_another_book(corpus):
    """The seed reaches every brief."""
    other = make_corpus(20, seed=8)

    assert not any(own == another for own, another in zip(corpus.briefs, other.briefs, strict=True))


def test_the_book_has_no_finding_and_its_site_says_all_of_it(corpus, book, tmp_path):
    """The corpus passes the check, its quotations included, and each page holds the positions it should."""
    built = build(Request(book / "content"), tmp_path / "site")

    assert [] == built.diagnostics
    assert ours.expected(corpus) == ours.facts(tmp_path / "site")


def test_a_changed_quotation_is_found(corpus, tmp_path):
    """The texts of the sources are there, so that the check that is measured does its whole work."""
    write_corpus(corpus, tmp_path)
    brief = tmp_path / "content" / "briefs" / "b00012.md"
    quote = corpus.briefs[11]["positions"][0]["quote"]
    word = quote.split()[0]
    brief.write_text(brief.read_text().replace(f"quote: {word}", "quote: Never"))

    built = build(Request(tmp_path / "content"), tmp_path / "site")

    assert ["quote-not-verbatim"] == [each.rule for each in built.diagnostics]


@pytest.mark.parametrize("peer", ["hugo", "eleventy"])
def test_the_edit_reaches_title_and_stance(corpus, tmp_path, peer):
    """What is measured as an edit is one: the same two lines, in the form of each peer."""
    module = importlib.import_module(f"bench.peers.{peer}")
    site = tmp_path / "site"
    module.prepare(corpus, site, tmp_path)
    before = _files(site)

    module.edit(site, "b00010", "Another title")

    changed = [name for name, data in _files(site).items() if data != before[name]]
    assert 1 == len(changed)
    assert b"title: Another title\n" in _files(site)[changed[0]]
