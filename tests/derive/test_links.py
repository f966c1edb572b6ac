"""Where references lead, and what they print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.derive.at import At
from briefbook.derive.figures import number
from briefbook.derive.links import entry_link, escape, inline_html, plain
from tests.derive.books import actor, brief, issue, page, situation_of, source

SITUATION = situation_of(
    source(),
    issue(name="Talks"),
    issue("arms", proposition="Arms should be sent."),
    actor("iran", name="Iran & co"),
    actor("iraq"),
    page("about"),
    brief(
        sources=["paper"],
        positions=[
            {"actor": "iran", "issue": "talks", "stance": "mixed"},
            {"actor": "iraq", "issue": "arms", "stance": "mixed", "speaker": "article", "words": "so"},
        ],
        claims=[{"id": "c", "text": "It happened, says [[iran]]."}],
        events=[{"id": "e", "title": "A call.", "date": "2014"}],
        questions=[{"id": "q", "text": "Why?"}],
        judgements=[{"id": "j", "text": "Soon.", "likelihood": "likely", "confidence": "low"}],
        ties=[{"actor": "iran", "tie": "backs", "other": "iraq", "words": "backs"}],
    ),
    brief("second", "2014-06-16", positions=[{"actor": "iran", "issue": "talks", "stance": "opposes"}]),
)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('a < b & "c"', "a &lt; b &amp; &quot;c&quot;"),
        ("[[iran]]", '<a href="../actors/iran/">Iran &amp; co</a>'),
        ("[[iran|<b>]]", '<a href="../actors/iran/">&lt;b&gt;</a>'),
        ("[[talks]]", '<a href="../issues/talks/">Talks</a>'),
        ("[[arms]]", '<a href="../issues/arms/">Arms should be sent.</a>'),
        ("[[paper]]", '<a href="../sources/paper/">The Paper</a>'),
        ("[[first]]", '<a href="../briefs/first/">First</a>'),
        ("[[about]]", '<a href="../about/">About</a>'),
        ("[[c]]", '<a href="../claims/c/">It happened, says Iran &amp; co</a>'),
        ("[[q]]", '<a href="../questions/q/">Why?</a>'),
        ("[[e]]", '<a href="../briefs/first/#e">A call</a>'),
        ("[[j]]", '<a href="../briefs/first/#j">Soon</a>'),
        ("[[iran/talks]]", '<a href="../briefs/second/#iran.talks">Iran &amp; co</a>'),
        ("[[iraq/arms]]", '<a href="../briefs/first/#iraq.arms.article">Iraq</a>'),
        ("[[iraq/talks]]", ""),
        ("so [[gone]] and [[gone|them]]", "so  and them"),
        ("in `[[iran]]` code", "in `[[iran]]` code"),
    ],
)
def test_a_reference_becomes_a_link_with_the_name_of_its_record(text, html):
    """Names and given words are escaped; what is not there leaves only the words."""
    assert inline_html(text, At(SITUATION, "claims")) == html


def test_a_reference_in_a_brief_leads_to_what_was_known_then():
    """To the brief's own statement, or the last one before it."""
    at, (first, second) = At(SITUATION, "briefs/first"), SITUATION.briefs

    assert inline_html("[[iran/talks|so]]", at, first) == '<a href="#iran.talks">so</a>'
    assert inline_html("[[iran/talks|so]]", at, second) == '<a href="../../briefs/second/#iran.talks">so</a>'
    assert inline_html("[[iraq/arms|so]]", at, second) == '<a href="#iraq.arms.article">so</a>'


def test_a_statement_made_later_is_better_than_none():
    """A brief that names a position which only a later brief has leads there."""
    later = brief("second", "2014-06-16", positions=[{"actor": "iran", "issue": "talks", "stance": "mixed"}])
    situation = situation_of(issue(), actor("iran"), brief(), later)
    at = At(situation, "briefs/first")

    assert "briefs/second/#iran.talks" in inline_html("[[iran/talks]]", at, situation.briefs[0])


def test_an_entry_is_named_by_its_text_or_by_what_it_binds():
    """Positions by actor and issue, ties by both ends."""
    at, first = At(SITUATION, "sources/paper"), SITUATION.briefs[0]
    links = [entry_link(key, at, first) for key in ("iran/talks", "iran/backs/iraq", "e")]

    assert [link.words for link in links] == ["Iran & co: Talks", "Iran & co: Iraq", "A call"]
    assert [link.url.partition("#")[2] for link in links] == ["iran.talks", "iran.backs.iraq", "e"]


def test_plain_words_have_no_markup():
    """For titles and descriptions."""
    assert plain("On [[iran]], [[c|it]] and [[gone]].", At(SITUATION, "")) == "On Iran & co, it and ."


def test_citations_are_numbered_in_the_order_of_the_page():
    """Each source has one number, however often it is cited."""
    situation = situation_of(source("a"), source("b"), brief(sources=["a", "b"]))
    at = At(situation, "briefs/x", has_notes=True)

    assert inline_html("[[b]] [[a]] [[b]]", at) == (
        '<a href="#b">[1]</a> <a href="#a">[2]</a> <a href="#b">[1]</a>'
    )


@given(st.text())
def test_no_text_can_open_a_tag(text):
    """Whatever an author writes, no markup of theirs reaches the page."""
    html = inline_html(text, At(SITUATION, ""))

    assert "<" not in html
    assert '"' not in escape(text)


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, ""), (0, "0"), (1700.0, "1,700"), (2.5, "2.5"), (1e15, "1,000,000,000,000,000")],
)
def test_numbers_are_grouped(value, words):
    """As figures are printed."""
    assert number(value) == words
