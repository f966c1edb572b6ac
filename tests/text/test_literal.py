"""Words of others in Markdown stay words."""

import html
import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.literal import code, inert

SIGNS = "\\`*_{}[]()<>#+-.!|~&$=@:/1 aW"
OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_MATH
)


def printed(markdown):
    """What a reader sees, and the elements in which it stands."""
    made = pyromark.html(markdown, options=OPTIONS).replace("<!-- -->", "")
    return html.unescape(re.sub(r"<[^>]*>", "", made)).strip(), set(re.findall(r"<(\w+)", made))


@given(st.text(SIGNS, min_size=1).map(str.strip).filter(bool).map(lambda text: " ".join(text.split())))
def test_any_line_is_printed_as_it_is(text):
    """No line of signs becomes a heading, a list, a link, markup or another text."""
    assert (text, {"p"}) == printed(inert(text))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![](https://example.org/a.png)",
        "https://example.org and www.example.org",
        "# not a heading",
        "1. not a list",
        "- [ ] not a box",
        "&lt;b&gt; stays",
        "| a | b |",
    ],
)
def test_hostile_line_is_words(text):
    """Markup in an article is printed, not obeyed."""
    assert (text, {"p"}) == printed(inert(text))


def test_lines_become_one():
    """A line end cannot begin a new block."""
    assert "Vale # not a heading" == inert("Vale\n# not a heading\n")


def test_nobody_is_called():
    """A name after `@` and a number after `#` are no link on GitHub, where a backslash would not help."""
    assert "ask @<!-- -->vale about #<!-- -->12, or @ noon" == inert("ask @vale about #12, or @ noon")


def test_address_on_the_web_is_no_link():
    """GitHub makes links of bare addresses, but not of these."""
    assert r"http\://a.org, www\.a.org" == inert("http://a.org, www.a.org")


def test_id_is_code_and_anything_else_is_words():
    """What no id can hold is not put into code, where a backtick would end it."""
    assert "`iran/act-together`" == code("iran/act-together")
    assert r"a\`b" == code("a`b")
