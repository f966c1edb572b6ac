"""What authors may write in Markdown, and what readers get from either engine."""

from __future__ import annotations

import re
from functools import partial

import pytest

from briefbook.text import markdown
from briefbook.text.markdown import Prose, Target

EXTENSIONS = ("tables", "footnotes", "toc", "fenced_code")
NAMES = {"iran": "Iran", "us-government": "U.S. government", "iran/act-together": "Iran on acting together"}


def resolve(id: str, words: str | None) -> Target | None:
    return Target(f"../{id}/", words or NAMES[id]) if id in NAMES else None


@pytest.fixture(params=["pyromark", "python-markdown"])
def convert(request):
    return partial(markdown.convert, engine=request.param, extensions=EXTENSIONS, resolve=resolve)


def flat(prose: Prose) -> str:
    """HTML without the line breaks in which the engines differ."""
    return re.sub(r"\s*\n\s*", "", prose.html)


def test_a_reference_is_a_link_with_the_name_of_its_record(convert):
    """`[[id]]` prints the record's name, `[[id|words]]` the author's words."""
    page = convert("[[iran]] met the [[us-government|Americans]], see [[iran/act-together]].")

    assert flat(page) == (
        '<p><a href="../iran/">Iran</a> met the <a href="../us-government/">Americans</a>, '
        'see <a href="../iran/act-together/">Iran on acting together</a>.</p>'
    )


def test_a_reference_to_nothing_leaves_its_words(convert):
    """Where a reference leads nowhere, its words or its id stand as plain text."""
    assert flat(convert("Then [[gone]] and [[gone|the other]].")) == "<p>Then gone and the other.</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**[[iran]]**", '<strong><a href="../iran/">Iran</a></strong>'),
        ("*says [[iran|Tehran]]*", '<em>says <a href="../iran/">Tehran</a></em>'),
        ("[[iran|the *state*]]", '<a href="../iran/">the state</a>'),
        ("![[iran]]", '!<a href="../iran/">Iran</a>'),
        ("- [[iran]]", '<li><a href="../iran/">Iran</a></li>'),
        ("|a|\n|-|\n|[[iran\\|Tehran]]|", '<td><a href="../iran/">Tehran</a></td>'),
        ("`[[iran]]`", "<code>[[iran]]</code>"),
        ("\\[[iran]]", "[[iran]]"),
        ("    [[iran]]", "<code>[[iran]]</code>"),
        ("```\n[[iran]]\n```", "<code>[[iran]]</code>"),
    ],
)
def test_references_stand_in_running_text_and_not_in_code(convert, source, expected):
    """References are read inside emphasis, lists and table cells, but never in code."""
    assert expected in flat(convert(source))


def test_headings_begin_at_the_third_level_and_have_an_anchor(convert):
    """`#` and `##` are both h3, for the page has its own first and second; ids carry the prefix."""
    page = convert("# Situation\n\n## *What* changed?\n\n### [[iran]]\n\n###### Deep", prefix="b-")

    assert [tuple(heading) for heading in page.headings] == [
        (3, "b-h-situation", "Situation"),
        (3, "b-h-what-changed", "What changed?"),
        (4, "b-h-iran", "Iran"),
        (6, "b-h-deep", "Deep"),
    ]
    assert page.html.startswith(
        '<h3 id="b-h-situation">Situation '
        '<a class="anchor" href="#b-h-situation" aria-label="# Situation">#</a></h3>'
    )


def test_the_top_level_of_headings_can_be_chosen(convert):
    """A free page prints its headings from h2."""
    assert [heading.level for heading in convert("# A\n\n### B", top_level=2).headings] == [2, 3]


def test_headings_in_any_script_have_an_id(convert):
    """Letters of every script stay in an id, and a heading without letters still has one."""
    page = convert("# 边境会谈\n\n# !!!")

    assert [heading.id for heading in page.headings] == ["h-边境会谈", "h-section"]


def test_generated_ids_do_not_collide(convert):
    """A heading that looks like the second of its name takes the next number."""
    ids = [heading.id for heading in convert("# A\n\n# A 2\n\n# A\n\n# A").headings]

    assert len(set(ids)) == 4


def test_a_link_to_a_heading_finds_its_prefixed_id(convert):
    """`[words](#heading)` leads to the id that the heading got."""
    assert '<a href="#b-h-what-changed">up</a>' in convert("[up](#what-changed)", prefix="b-").html
    assert '<a href="#">top</a>' in convert("[top](#)").html


def test_external_links_are_marked(convert):
    """A link to another host says so and gives no referrer; it opens where the reader is."""
    page = convert(
        '[a](https://example.org/a_(b)?x=1&y=%20z#f "Title") <https://example.org/> <desk@example.org>'
    )

    assert (
        'href="https://example.org/a_(b)?x=1&amp;y=%20z#f" class="ext" rel="noopener noreferrer"' in page.html
    )
    assert page.html.count('class="ext"') == 2
    assert 'title="Title"' in page.html
    assert '<a href="mailto:desk@example.org">desk@example.org</a>' in page.html
    assert "target=" not in page.html


def test_relative_destinations_are_published_where_the_site_puts_them(convert):
    """Relative links and images are rewritten; one that is not published leaves its words."""

    def rewrite(url: str, is_image: bool) -> str | None:
        return f"/{'files' if is_image else 'pages'}/{url}" if url != "secret.md" else None

    page = convert('[a](a.md) [b](secret.md) ![Map](map.png "Drawn") <https://example.org/>', rewrite=rewrite)

    assert '<a href="/pages/a.md">a</a> b <img src="/files/map.png" alt="Map" title="Drawn">' in page.html
    assert 'href="https://example.org/"' in page.html


def test_without_a_rewrite_destinations_stand_as_written(convert):
    """By default a relative link is left alone."""
    assert '<a href="method.md">how</a>' in convert("[how](method.md)").html


def test_a_table_scrolls_by_itself_and_keeps_its_alignment(convert):
    """A wide table scrolls within the page, by keyboard too; columns are aligned by class, not style."""
    page = convert("| a | b | c |\n|:--|--:|:-:|\n| 1 \\| 2 | `x` | y |\n| 4 | 5 | 6 |")

    assert flat(page) == (
        '<div class="scroll" tabindex="0"><table>'
        '<thead><tr><th class="left">a</th><th class="right">b</th><th class="center">c</th></tr></thead>'
        '<tbody><tr><td class="left">1 | 2</td><td class="right"><code>x</code></td>'
        '<td class="center">y</td></tr>'
        '<tr><td class="left">4</td><td class="right">5</td><td class="center">6</td></tr>'
        "</tbody></table></div>"
    )


def test_footnotes_lead_there_and_back(convert):
    """A footnote's mark and its note link to each other, with prefixed ids; its text may hold a reference."""
    page = convert("Said[^a] so.\n\n[^a]: To [[iran]].\n", prefix="b-").html
    ids = set(re.findall(r'id="([^"]*)"', page))
    links = set(re.findall(r'href="#([^"]*)"', page))

    assert len(ids) == len(links) == 2
    assert ids == links
    assert all(id.startswith("b-fn") for id in ids)
    assert '<a href="../iran/">Iran</a>' in page


def test_a_footnote_mentioned_twice_has_two_ways_back(convert):
    """Each mention of a note can be returned to."""
    page = convert("One[^a], two[^a].\n\n[^a]: Note.\n").html

    assert page.count('class="footnote-backref"') == 2
    assert len(set(re.findall(r'id="([^"]*)"', page))) == 3


def test_a_mark_without_a_footnote_stays_as_typed(convert):
    """`[^x]` without a note is printed as it stands."""
    assert "Said[^x]." in convert("Said[^x].").html


def test_a_footnote_that_nothing_mentions_is_still_printed():
    """Text of an author does not vanish because its mark is missing, nor because its label stands twice."""
    page = markdown.convert("Text.\n\n[^a]: First.\n\n[^a]: - Second.\n", resolve=resolve).html

    assert "First." in page
    assert "<li>Second.</li>" in page


def test_quotations_keep_their_marks(convert):
    """No quotation mark, dash or ellipsis is changed: the words of a source stay as they are."""
    text = """"Don't" -- he said... 'no' --- 3 x 4"""

    assert flat(convert(text)) == f"<p>{text}</p>"


def test_task_lists_are_text(convert):
    """The boxes of a task list are printed as typed; a brief has no form fields."""
    assert "[x] done" in convert("- [x] done\n- [ ] open").html


def test_signs_and_entities_are_what_they_mean(convert):
    """Ampersands and angle signs are text, entities the characters they name."""
    page = convert("AT&T said 5 < 6 and 7 > 4; R&D &amp; more &copy; caf&eacute;")

    assert flat(page) == "<p>AT&amp;T said 5 &lt; 6 and 7 &gt; 4; R&amp;D &amp; more © café</p>"


@pytest.mark.parametrize(
    ("info", "attribute"),
    [("py", ' class="language-py"'), ("", ""), ('py"onx', ""), ("c++", "")],
)
def test_a_code_block_names_its_language_if_it_is_a_name(info, attribute):
    """The language of a code block becomes a class where it is letters, digits and hyphens."""
    page = markdown.convert(f"```{info}\n<a> & b\n```", resolve=resolve)

    assert page.html == f'<pre tabindex="0"><code{attribute}>&lt;a&gt; &amp; b\n</code></pre>\n'


def test_blocks_come_out_as_html():
    """Lists, quotations, rules, breaks and struck-out words have their elements."""
    text = "3. a\n4. b\n\n- c\n  1. d\n\n> e  \n> ~~f~~\n\n---\n"

    assert markdown.convert(text, resolve=resolve).html == (
        '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'
        "<ul>\n<li>c<ol>\n<li>d</li>\n</ol>\n</li>\n</ul>\n"
        "<blockquote>\n<p>e<br>\n<del>f</del></p>\n</blockquote>\n<hr>\n"
    )


def test_extensions_of_the_site_are_used_by_python_markdown():
    """The second engine has what the site's settings name; what it may print stays the same."""
    text = "!!! note\n    [[iran]]\n\nTerm\n: Meaning\n{: .evil onclick=x #me }\n"
    page = markdown.convert(
        text, resolve=resolve, engine="python-markdown", extensions=("extra", "admonition"), prefix="b-"
    )

    assert '<div class="admonition note">' in page.html
    assert "<dt" in page.html
    assert "evil" not in page.html
    assert "onclick" not in page.html
    assert "me" not in re.findall(r'id="([^"]*)"', page.html)


def test_an_unknown_extension_is_wrong_use():
    """A misspelt extension in the settings is told to whoever set it."""
    with pytest.raises(ModuleNotFoundError):
        markdown.convert("x", resolve=resolve, engine="python-markdown", extensions=("no_such_extension",))
