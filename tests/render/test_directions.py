"""Words of another script inside sentences of ours: they turn nothing around them."""

import re
from html.parser import HTMLParser

import pytest

from briefbook.derive.pages import iter_pages, site_of
from briefbook.render.environment import render_bdi
from briefbook.render.render import Renderer
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.render import samples

ARABIC = "عين سدرة"
TO_SECOND = re.compile(rf'<a href="[^"#]*second/(?:#[^"]*)?"([^>]*)>{ARABIC}</a>')
LONE = ("a", "bdi", "blockquote", "h1", "h2", "h3", "option", "title", "text", "desc", "tspan")
"""Elements that hold a record's words alone, or isolate them; the stylesheet isolates links and speakers."""


class Apart(HTMLParser):
    """Finds Arabic words that share an element with words of ours."""

    def __init__(self):
        super().__init__()
        self.open, self.mixed = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "link", "input", "br", "path", "circle", "img", "rect"):
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        is_apart = any(tag in LONE or "dir" in attrs for tag, attrs in self.open[2:])
        is_apart |= {"figcaption", "b"} <= {tag for tag, _ in self.open}
        if ARABIC in data and data.strip() != ARABIC and not is_apart:
            self.mixed.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def pages():
    """Each page of a book in English whose records are named in Arabic; one of its briefs is Arabic."""
    said = {"described_as": ARABIC, "locator": ARABIC, "translation": ARABIC, "source": "paper"}
    claim = {"id": "c", "text": "It broke.", "by": "vale", "place": ARABIC, "quote": ARABIC, **said}
    claim["figures"] = [{"what": ARABIC, "unit": ARABIC, "reported": ARABIC, "by": "vale", "words": ARABIC}]
    claim["replies"] = [{"by": "board", "says": "denies", "speaker": "vale", "paraphrase": ARABIC}]
    mended = {"entry": "c", "date": "2014-06-18", "was": ARABIC, "now": ARABIC, "reason": ARABIC}
    situation = situation_of(
        source(publisher=ARABIC, title=ARABIC, authors=[ARABIC], note=ARABIC, language="ar"),
        issue(name=ARABIC),
        actor("board", "body", name=ARABIC),
        actor("vale", "person", name=ARABIC, aliases=[ARABIC], posts=[{"title": ARABIC, "at": "board"}]),
        brief(
            sources=["paper"],
            title=ARABIC,
            authors=[ARABIC],
            cleared_by=ARABIC,
            claims=[claim],
            questions=[{"id": "q", "text": "Why?", "owner": ARABIC, "due": "2014-06-16"}],
            events=[{"id": "e", "title": "They met.", "date": "2014-06-14", "place": ARABIC}],
            ties=[{"actor": "board", "tie": "backs", "other": "vale", "speaker": "vale", "words": ARABIC}],
            positions=[
                {"actor": "board", "issue": "talks", "stance": "opposes", "speaker": "vale", "words": "no"}
            ],
        ),
        brief(
            "second",
            "2014-06-18",
            language="ar",
            title=ARABIC,
            sources=["paper"],
            updates=[
                {"update": "q", "status": "answered", "answer": ARABIC, "outcome": "no", "note": ARABIC}
            ],
            corrections=[mended],
        ),
    )
    renderer = Renderer(site_of(situation))
    return {
        each.url: renderer.render(each.template, samples.encode(each.ask(situation)))
        for each in iter_pages(situation)
    }


def test_words_of_a_record_stand_apart_from_ours(pages):
    """A place, a name or an office in Arabic stands in an element of its own wherever ours surround it."""
    mixed = {}
    for url, html in pages.items():
        reader = Apart()
        reader.feed(html)
        if reader.mixed:
            mixed[url] = reader.mixed

    assert mixed == {}


def test_entry_keeps_the_language_in_which_it_was_written(pages):
    """What an Arabic brief changes in an English question names the question in English."""
    brief = pages["briefs/second/"]

    assert '<a href="../../questions/q/">Why?</a>' in brief
    assert f'<span lang="ar" dir="rtl">{ARABIC}</span>' in pages["questions/q/"]


def test_title_of_a_brief_says_its_language(pages):
    """Wherever a page names an Arabic brief by its title, the link says that the title is Arabic."""
    named = [link for html in pages.values() for link in TO_SECOND.findall(html)]

    assert len(named) > 4
    assert {' lang="ar" dir="auto"'} == set(named)


def test_nothing_is_set_apart_where_there_is_nothing():
    """Empty words give no element, and markup in words stays words."""
    assert "" == render_bdi("")
    assert "<bdi>&lt;b&gt;</bdi>" == render_bdi("<b>")
