"""What a reader is told of corrections: ours, and those of publishers."""

import html
import re

import pytest

from briefbook.derive.pages import iter_pages, site_of
from briefbook.render.render import Renderer
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.render import samples

POSITION = {"actor": "usa", "issue": "talks", "stance": "supports", "summary": "Yes.", "quote": "We do"}
NOTICE = {"date": "2014-06-18", "was": "no", "now": "yes", "reason": "We misread it."}


@pytest.fixture(scope="module")
def pages():
    """Each page by its url: a position and a claim were corrected by us, a source by its publisher."""
    situation = situation_of(
        source(corrected_by="other"),
        source("other", published="2014-06-17", title="We were wrong"),
        issue(),
        actor("usa", name="Washington"),
        brief(
            title="Early",
            sources=["paper"],
            positions=[POSITION],
            claims=[{"id": "c", "text": "Who came?", "by": "usa", "words": "w"}],
            questions=[{"id": "q", "text": "Is it so?", "about": ["c"]}],
        ),
        brief(
            "second",
            "2014-06-18",
            title="Late",
            corrections=[{**NOTICE, "entry": id} for id in ("usa/talks", "c", "second")],
        ),
    )
    renderer = Renderer(site_of(situation))
    return {
        each.url: renderer.render(each.template, samples.encode(each.ask(situation)))
        for each in iter_pages(situation)
    }


def words(text):
    """The words of markup."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def banners(text):
    """The words of each notice of ours."""
    found = re.finditer(r'(?s)<(p|div) class="banner">.*?</\1>', text)
    return [words(each[0]) for each in found]


CHANGED = "“no” now reads “yes”. We misread it."
STOOD = "It stood in “Early” from 15 June 2014 on."


@pytest.mark.parametrize(
    ("url", "notices"),
    [
        (
            "briefs/first/",
            [
                "A newer brief exists: Late, 18 June 2014.",
                (
                    f"Corrected 18 June 2014: Washington: They should talk. {CHANGED} "
                    f"Corrected 18 June 2014: Who came? {CHANGED}"
                ),
                f"Corrected 18 June 2014: {CHANGED}",
                f"Corrected 18 June 2014: {CHANGED}",
            ],
        ),
        (
            "briefs/second/",
            [
                (
                    f"Corrected 18 June 2014: Washington: They should talk. {CHANGED} {STOOD} "
                    f"Corrected 18 June 2014: {CHANGED} "
                    f"Corrected 18 June 2014: Who came? {CHANGED} {STOOD}"
                )
            ],
        ),
        (
            "actors/usa/",
            [
                (
                    f"Corrected 18 June 2014: Washington: They should talk. {CHANGED} {STOOD} "
                    f"Corrected 18 June 2014: Who came? {CHANGED} {STOOD}"
                ),
                f"Corrected 18 June 2014: {CHANGED} {STOOD}",
            ],
        ),
        (
            "issues/talks/",
            [
                f"Corrected 18 June 2014: Washington: They should talk. {CHANGED} {STOOD}",
                f"Corrected 18 June 2014: {CHANGED} {STOOD}",
            ],
        ),
        ("claims/c/", [f"Corrected 18 June 2014: {CHANGED} {STOOD}"]),
        ("questions/q/", [f"Corrected 18 June 2014: Who came? {CHANGED} {STOOD}"]),
        ("sources/paper/", []),
    ],
)
def test_notice_says_what_and_since_when(pages, url, notices):
    """At the head of each page that depended on it, and at the entry, in words that need no colour."""
    assert notices == banners(pages[url])


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", f"Corrected 18 June 2014: Who came? {CHANGED} {STOOD}"),
        ("", "Washington (corrected 18 June 2014)"),
        ("changes/", f"18 June 2014 Who came?{CHANGED} {STOOD} Told in Late."),
        ("claims/", "Corrected 18 June 2014."),
        ("actors/usa/", "They should talk. Corrected 18 June 2014."),
    ],
)
def test_lists_say_that_an_entry_was_corrected(pages, url, said):
    """The front page, the changes and lists have it in their own short way."""
    assert said in words(pages[url])


def test_words_of_a_correction_are_not_dressed_up(pages):
    """What a text said is quoted as it was, not printed like a status."""
    assert "“no” now reads “yes”." in words(pages["changes/"])
    assert "<b>No</b>" not in pages["changes/"]


def test_flag_stands_beneath_each_quotation_of_a_corrected_source(pages):
    """It says when the publisher corrected the article, and leads to the correction."""
    day = '<time datetime="2014-06-17">17 June 2014</time>'
    flag = f'<a href="../../sources/other/">The publisher corrected this on {day}.</a>'

    assert 2 == pages["briefs/first/"].count(flag)
    assert 1 == pages["issues/talks/"].count(flag)
    assert 0 == pages["sources/paper/"].count(flag)


def test_sources_lead_to_each_other(pages):
    """The corrected source names the correction and its day; the correction says what it corrects."""
    assert "Corrected by its publisher17 June 2014: The Paper: We were wrong" in words(
        pages["sources/paper/"]
    )
    assert "It correctsThe Paper: A headline" in words(pages["sources/other/"])
    assert "It corrects: The Paper: A headline." in words(pages["sources/"])
