"""No text can make a page unsafe, tell a secret, or take more than its time, with either engine."""

from __future__ import annotations

import re
import threading
import time
from functools import partial

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.text import markdown
from briefbook.text.markdown import Target

ENGINES = ["pyromark", "python-markdown"]
EXTENSIONS = ("extra", "toc", "attr_list", "md_in_html", "admonition")
TAGS = set(
    "a abbr b blockquote br caption cite code dd del details div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd "
    "li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead tr "
    "u ul".split()
)
ATTRIBUTES = set(
    "alt aria-label class colspan href id rel role rowspan scope src start tabindex title".split()
)
FRAME = {"html", "head", "body"}


def resolve(id: str, words: str | None) -> Target | None:
    return None if "gone" in id else Target("../known/", words or id)


@pytest.fixture(params=ENGINES)
def convert(request):
    return partial(
        markdown.convert, engine=request.param, extensions=EXTENSIONS, resolve=resolve, prefix="b-"
    )


def faults(html: str) -> list[str]:
    """What a browser would find in the HTML that may not be there."""
    found = []
    for element in html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            found.append("comment")
        elif element.tag not in TAGS | FRAME:
            found.append(element.tag)
        found += [f"{element.tag}[{name}]" for name in element.attrib if name not in ATTRIBUTES]
        if not element.get("id", "b-").startswith("b-"):
            found.append(f"id {element.get('id')}")
        url = re.sub(r"[\x00-\x20]", "", element.get("href", "")).lower()
        if re.match(r"[^/?#]*:", url) and not re.match(r"(https?|mailto|tel):", url):
            found.append(f"href {url}")
        source = re.sub(r"[\x00-\x20]", "", element.get("src", "")).replace("\\", "/").lower()
        if re.match(r"[^/?#]*:|//", source):
            found.append(f"src {source}")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "<script>steal()</script>",
        "<img src=x onerror=steal()>",
        "a <svg/onload=steal()> b",
        "<iframe src=//evil.invalid></iframe>",
        "<base href=//evil.invalid/>",
        "<form action=https://evil.invalid><input type=password></form>",
        "<style>body{display:none}</style>",
        '<p style="position:fixed">x</p>',
        "</div></main></body></html>\n\n<h1>Outside</h1>",
        '<div markdown="1" onclick="steal()">\n[go](javascript:steal())\n</div>',
        'A paragraph\n{: onclick="steal()" style="inset:0" }',
        '<a id="location"></a><img name="getElementById">\n\n## Cookie {#cookie}',
        '<a href="javascript:steal()">x</a> <a href="jav&#x09;ascript:steal()">x</a>',
        '<a href="briefbook-reference:0">x<b>y</b></a> <a href="briefbook-reference:x">x</a> [[gone]]',
        "<a href='x' title='\"><script>steal()</script>'>x</a>",
        "<math><mtext><table><mglyph><style><img src=x onerror=steal()></style></table></mtext></math>",
        "<noscript><p title='</noscript><img src=x onerror=steal()>'>",
        "x <![ y <![CDATA[ z ]]> <?php steal() ?> <!DOCTYPE html>",
        "klzzwxh:0000 wzxhzdk:0 \x02klzzwxh:0001\x03",
        "```<script>\nx\n```",
        "<meta http-equiv=refresh content='0;url=//evil.invalid'><link rel=stylesheet href=//evil.invalid>",
        "| <script></script> |\n|---|\n| <img src=//evil.invalid> |",
        "# <img src=x onerror=steal()>",
        "[[a|<script>steal()</script>]] [[<b onclick=x>]]",
        '![" onerror="steal()](p.png) [x](p "\\" onclick=\\"steal()")',
        '<h2><div><h2 id="x">a</h2></div></h2> <table><tr><td>b</table></a></table>',
    ],
)
def test_active_content_comes_out_dead(convert, text):
    """Scripts, handlers, frames, forms, styles and clobbering names do not survive; what follows does."""
    page = convert(f"Before.\n\n{text}\n\nAfterword.")

    assert faults(page.html) == []
    assert "Before." in page.html
    assert "Afterword." in page.html


@pytest.mark.parametrize(
    "url",
    [
        "javascript:steal()",
        "JaVaScRiPt:steal()",
        "&#106;avascript:steal()",
        "java&#10;script:steal()",
        "&amp;#106;avascript:steal()",
        "&#1;javascript:steal()",
        "java\x01script:steal()",
        "&#x200b;javascript:steal()",
        "data:text/html;base64,AA",
        "vbscript:steal()",
        "file:///etc/passwd",
        "nonsense:x",
    ],
)
@pytest.mark.parametrize("form", ["[go]({})", "[go][r]\n\n[r]: {}", "[go](<{}>)", '<a href="{}">go</a>'])
def test_a_forbidden_scheme_leaves_only_the_words(convert, url, form):
    """However a scheme is disguised, the link is dropped and its words are kept."""
    page = convert(form.format(url) + "\n\nAfterword.")

    assert faults(page.html) == []
    assert "go" in page.html
    assert "<a" not in page.html


@pytest.mark.parametrize(
    "url", ["https://evil.invalid/p.gif", "//evil.invalid/p.gif", "/\\evil.invalid/p.gif", "data:image/png,A"]
)
@pytest.mark.parametrize("form", ["![pixel]({})", '<img alt="pixel" src="{}">'])
def test_no_image_comes_from_another_host(convert, url, form):
    """Reading a page tells no other host about it; the image's words stand in its place."""
    page = convert(form.format(url))

    assert "<img" not in page.html
    assert "pixel" in page.html


@pytest.mark.parametrize(
    "text",
    [
        "<!-- CANARY -->",
        "a\nb  \nc <!-- CANARY --> d",
        "<!-- CANARY\n\nCANARY -->",
        "a <!-- CANARY\n\n# CANARY\n\n- CANARY --> b",
        "<!-- CANARY",
        "a <!-- CANARY\n\nCANARY",
        "    <!-- CANARY -->",
        "<div>\n<!-- x\n\nCANARY -->\n</div>",
        "\\<!-- CANARY -->",
        "a <!-- \n```\n--> b <!-- CANARY -->",
        "<!-- c --> x\n    <!-- CANARY -->",
        "<!-- ` --> <!-- CANARY --> `",
        "<!-- > CANARY -- > CANARY --!> CANARY -->",
        "- a\n\n  <!--\n  CANARY\n  -->\n\n  b",
        "> <!-- CANARY\n> CANARY -->\n",
        "[a](b '<!-- CANARY -->') [c]\n\n[c]: d '<!-- CANARY -->'",
        "# a <!-- CANARY -->",
        "| a |\n|---|\n| <!-- CANARY --> |",
        "[[a|<!-- CANARY -->b]] [[<!-- CANARY -->c]]",
        "[^1]\n\n[^1]: <!-- CANARY\n\n    CANARY -->",
        "a <!-- \n~~~\n--> b <!-- \n~~~\n-->" * 12 + " <!-- CANARY -->",
        "<!-- CANARY\n" + "> " * 40 + "CANARY -->",
    ],
)
def test_comments_are_never_published(convert, text):
    """Nothing of an editor's comment comes out: closed or not, in whatever block, split by blank lines."""
    page = convert(f"Before.\n\n{text}")

    assert "CANARY" not in page.html
    assert "CANARY" not in str(page.headings)
    assert "Before." in page.html


def test_an_empty_comment_ends_where_it_stands(convert):
    """`<!-->` hides nothing."""
    assert "after" in convert("<!--> after").html


def test_a_comment_shown_as_code_is_code(convert):
    """In backticks a comment is an example, and visible."""
    assert "<code>&lt;!-- x --&gt;</code>" in convert("Write `<!-- x -->` for notes.").html


def test_a_comment_does_not_change_what_follows_it():
    """A comment on its own lines leaves the table, list or heading beneath it as it is."""
    plain, secret = "| a |\n|---|\n| b |\n", "<!-- note\nto editors -->\n"
    without = markdown.convert(plain, resolve=resolve)

    assert markdown.convert(secret + plain, resolve=resolve) == without
    assert markdown.convert(f"x\n\n{secret}{plain}", resolve=resolve).html.endswith(without.html)
    assert "<pre" not in markdown.convert("<!-- c -->text", resolve=resolve).html


def test_control_characters_are_not_printed(convert):
    """What HTML cannot hold is left out, and half a surrogate pair stops nothing."""
    page = convert("a\x00b\x07c &#1; \ud800 # d\n\n# h\x01")

    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800]", page.html)
    assert page.headings[0].words == "h"


@pytest.mark.parametrize("mark", ["> ", "- ", "*a **b "])
def test_what_lies_too_deep_is_printed_as_text(convert, mark):
    """Beyond the limit lists and quotations are flattened; their words stay."""
    page = convert(mark * 60 + "words" + " b** a*" * (60 if "*" in mark else 0))
    opened = page.html.count("<blockquote") + page.html.count("<ul") + page.html.count("<em")

    assert "words" in page.html
    assert opened <= 24


def test_a_note_that_lies_too_deep_is_text_too():
    """The mark of a note that was flattened stays as it was typed; in flattened text there are no marks."""
    deep = "> " * 30
    page = markdown.convert(f"Said[^a].\n\n{deep}[^a]: Note.\n\n{deep}Deep[^b].\n\n[^b]: B", resolve=resolve)

    assert "Said[^a]." in page.html
    assert "Note." in page.html
    assert "Deep." in page.html


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[[" * 20_000,
        "[[a|" * 20_000,
        "[a](" * 20_000,
        "![" * 20_000,
        "<![" * 20_000,
        "<!--" * 20_000,
        "<!-- --> " * 10_000,
        "`<!--` " * 10_000,
        "<!--\n```\n-->" * 3_000,
        "<http://" * 20_000,
        "- " * 5_000 + "x",
        "> " * 5_000 + "x",
        "*a_ " * 20_000,
        "**a " * 20_000,
        "".join("`" * (length % 200) + "x" for length in range(3_000)),
        "".join(f"[^{n}] " for n in range(5_000)) + "\n\n" + "".join(f"[^{n}]: x\n" for n in range(5_000)),
        "# a\n" * 10_000,
        "```a\n" * 10_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b" * 5_000,
        "word " * 100_000,
        "&" * 50_000,
        "<div>" * 20_000,
    ],
    ids=lambda text: f"{text[:12]!r} to {len(text)}",
)
def test_hostile_repetition_takes_linear_time(text):
    """The default engine converts, and scans, any pattern of some 100 KB in well under two CPU seconds."""
    started = time.process_time()
    page = markdown.convert(text, resolve=resolve)
    markdown.scan(text)
    markdown.find_references(text)

    assert time.process_time() - started < 2
    assert page.html is not None


@pytest.mark.parametrize("text", ["[" * 4_000, "<![" * 4_000, "[a](" * 4_000])
def test_python_markdown_gives_way_to_pyromark_in_time(text):
    """A text that the second engine cannot convert in its CPU time is printed by the first."""
    started = time.process_time()
    page = markdown.convert(f"{text}\n\nAfterword.", resolve=resolve, engine="python-markdown", seconds=0.2)

    assert time.process_time() - started < 2
    assert page == markdown.convert(f"{text}\n\nAfterword.", resolve=resolve)


def test_html_nested_too_deep_is_not_sanitised_at_all():
    """nh3 is quadratic in open elements, so such a page is printed by the first engine, as text."""
    page = markdown.convert("<div>" * 1_500, resolve=resolve, engine="python-markdown")

    assert page.html.startswith("<p>&lt;div&gt;")


def test_an_extension_that_fails_costs_only_the_extension(monkeypatch):
    """Whatever Python-Markdown raises on a text, the page is printed by the first engine."""

    def fail(self: object, text: str) -> str:
        raise AssertionError(text)

    monkeypatch.setattr("markdown.core.Markdown.convert", fail)

    assert markdown.convert("x", resolve=resolve, engine="python-markdown").html == "<p>x</p>\n"


def test_python_markdown_works_in_another_thread():
    """Outside the main thread, where no timer can reach, a text is converted all the same."""
    pages = []
    thread = threading.Thread(
        target=lambda: pages.append(markdown.convert("*x*", resolve=resolve, engine="python-markdown"))
    )
    thread.start()
    thread.join()

    assert pages[0].html == "<p><em>x</em></p>"


PIECES = st.sampled_from(
    [
        *(
            "[",
            "]",
            "(",
            ")",
            "[[",
            "]]",
            "|",
            "\\",
            "`",
            "```\n",
            "~~~\n",
            "*",
            "**",
            "_",
            "~~",
            "#",
            "# ",
            "> ",
        ),
        *(
            "- ",
            "1. ",
            "    ",
            "\n",
            "\n\n",
            "<",
            ">",
            "<!--",
            "-->",
            "&",
            ";",
            "&#106;",
            "!",
            "^",
            "[^1]",
            ":",
        ),
        *(
            "[^1]: ",
            "|a|b|\n|-|-|\n",
            "<div>",
            "</div>",
            "<p>",
            "<a href=",
            "<script>",
            "</script>",
            '"',
            "'",
            "=",
        ),
        *(
            "javascript:",
            "https://x.org",
            "//x.org",
            "data:",
            "<h2>",
            "</h2>",
            "<table>",
            "<td>",
            "<svg>",
            "<b>",
        ),
        *(
            "</b>",
            "<a>",
            "</a>",
            "id=",
            "{#",
            "}",
            "a",
            "b ",
            "é",
            "中",
            "\x00",
            "\x01",
            "\x02",
            "\x03",
            "\r",
            "\t",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join), st.text(st.characters(exclude_categories=()), max_size=80)
)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_any_text_becomes_safe_html(engine, text):
    """Converting never raises, and a browser finds nothing in the result that is not on the list."""
    page = markdown.convert(text, resolve=resolve, engine=engine, extensions=EXTENSIONS, prefix="b-")

    assert faults(page.html) == []
    assert [heading.id for heading in page.headings] == list(
        dict.fromkeys(heading.id for heading in page.headings)
    )


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_any_text_can_be_scanned(text):
    """Scanning never raises, and every place it names lies within the text."""
    found = markdown.scan(text)

    for each in (*found.references, *found.destinations, *found.problems):
        assert 0 <= each.start < each.end <= len(text)
    for reference in (*found.references, *markdown.find_references(text)):
        assert text[reference.start : reference.start + 2] == "[["
        assert text[reference.end - 2 : reference.end] == "]]"
