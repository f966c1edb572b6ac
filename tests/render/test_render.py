"""Pages are filled from views alone, escaped, and open to a site's own templates."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import html5lib
import pytest

from briefbook.derive.views.pages import VIEWS
from briefbook.derive.views.pages.briefs import BriefPage
from briefbook.derive.views.pages.free import NotFound
from briefbook.derive.views.pages.home import Home
from briefbook.derive.views.site import Head
from briefbook.render.render import Renderer, TemplateFaultError
from briefbook.words import theme_folder
from tests.render import samples

TEMPLATES = sorted(VIEWS)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(samples.SITE)


@pytest.mark.parametrize("template", TEMPLATES)
def test_full_view_of_each_kind_renders(renderer, template):
    """A page with something in every field has one h1, and no words of a field become markup."""
    html = renderer.render(template, samples.encode(samples.full(VIEWS[template])))

    assert html.count("<h1") == 1
    assert "<script>" not in html


@pytest.mark.parametrize("template", TEMPLATES)
def test_empty_view_of_each_kind_renders(renderer, template):
    """A page without entries still has its headings, and says in a sentence why a section is empty."""
    html = renderer.render(template, samples.encode(samples.empty(VIEWS[template])))

    assert html.count("<h1") == 1
    assert not re.search(r'<div class="txt[^"]*">\s*</div>', html)
    assert not re.search(r"<(ol|ul|dl)[^>]*>\s*</\1>", html)


@pytest.mark.parametrize("make", [samples.full, samples.empty])
@pytest.mark.parametrize("template", TEMPLATES)
def test_page_is_well_formed(renderer, template, make):
    """An HTML parser that forgives nothing reads the page to its end."""
    html = renderer.render(template, samples.encode(make(VIEWS[template])))

    assert html5lib.HTMLParser(strict=True).parse(html) is not None


@pytest.mark.parametrize("template", TEMPLATES)
def test_headings_do_not_jump(renderer, template):
    """Each heading is at most one level deeper than the one before it."""
    html = renderer.render(template, samples.encode(samples.full(VIEWS[template])))
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_markup_in_a_title_comes_out_as_text(renderer):
    """A title that holds a script tag is printed, not run."""
    view = samples.full(BriefPage, title="<script>alert(1)</script>")
    html = renderer.render("brief.html", samples.encode(view))

    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in html


def test_template_syntax_in_content_comes_out_as_text(renderer):
    """Content is never taken for a template."""
    view = samples.full(BriefPage, title="{{ 7 * 7 }} {% raw %}")

    assert "<h1>{{ 7 * 7 }} {% raw %}</h1>" in renderer.render("brief.html", samples.encode(view))


def test_override_replaces_one_block(tmp_path: Path):
    """A site's own file may extend the packaged template of the same name and change one block of it."""
    (tmp_path / "brief.html").write_text(
        '{% extends "briefbook/brief.html" %}{% block cite %}<p>Ask {{ site.name }} first.</p>{% endblock %}'
    )
    html = Renderer(samples.SITE, tmp_path).render("brief.html", samples.encode(samples.full(BriefPage)))

    assert "<p>Ask Iraq: Washington and Tehran first.</p>" in html
    assert 'id="_cite"' not in html
    assert 'id="_key"' in html


def test_overridden_layout_reaches_every_page(tmp_path: Path):
    """A site's own layout is the one that packaged pages extend."""
    (tmp_path / "layout.html").write_text(
        '{% extends "briefbook/layout.html" %}{% block foot %}<footer>Ours</footer>{% endblock %}'
    )

    html = Renderer(samples.SITE, tmp_path).render("404.html", samples.encode(samples.full(NotFound)))

    assert "<footer>Ours</footer>" in html


def test_site_whose_own_folder_is_the_theme_renders_the_same(renderer):
    """The packaged theme may serve as a site's own templates."""
    view = samples.encode(samples.full(Home))

    assert Renderer(samples.SITE, theme_folder()).render("home.html", view) == renderer.render(
        "home.html", view
    )


def test_unknown_field_names_template_and_line(tmp_path: Path):
    """A template that asks for what the view does not hold is named, with the line."""
    (tmp_path / "404.html").write_text("one\n{{ page.weather }}\n")

    with pytest.raises(TemplateFaultError, match=r"404\.html:2: .*weather"):
        Renderer(samples.SITE, tmp_path).render("404.html", samples.encode(samples.full(NotFound)))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"one\n{{ 1 / 0 }}", r"404\.html:2: ZeroDivisionError: division by zero"),
        (b'one\n{% include "weather.html" %}', r"404\.html:2: there is no template weather\.html"),
        (b'{% extends "404.html" %}', r"404\.html:1: RecursionError"),
        (b"\xff\xfe", r"404\.html: it is not UTF-8 text"),
        (b'one\n{{ _("Ask %(name)s") }}', r"404\.html: .*%\(name\)s, which nothing fills"),
        (b'one\n{{ ngettext("%(x)s owl", "%(x)s owls", 2) }}', r"404\.html:2: .*cannot be filled"),
    ],
)
def test_template_that_fails_in_another_way_is_named(tmp_path: Path, source: bytes, words: str):
    """Whatever a site's own template does wrong is said with its place, and is no fault of briefbook."""
    (tmp_path / "404.html").write_bytes(source)

    with pytest.raises(TemplateFaultError, match=words):
        Renderer(samples.SITE, tmp_path).render("404.html", samples.encode(samples.full(NotFound)))


@pytest.mark.parametrize("own", [None, Path("no-templates")])
def test_fault_of_briefbook_is_not_called_one_of_a_template(monkeypatch, own):
    """An error in the packaged theme is ours, whether or not the site has templates of its own."""
    renderer = Renderer(samples.SITE, own)
    renderer._environment.globals["policy"] = lambda *_: 1 / 0

    with pytest.raises(ZeroDivisionError):
        renderer.render("404.html", samples.encode(samples.full(NotFound)))


def test_link_among_the_assets_is_refused(tmp_path: Path):
    """A link could publish any file of the machine, so none is followed."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "logo.svg").symlink_to("/etc/hostname")

    with pytest.raises(TemplateFaultError, match=r"assets/logo\.svg: a link is never published"):
        list(Renderer(samples.SITE, tmp_path).assets())


def test_asset_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch):
    """A file that the system keeps back ends in words."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "logo.svg").touch()
    renderer = Renderer(samples.SITE, tmp_path)

    def keep_back(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", keep_back)
    with pytest.raises(TemplateFaultError, match=r"assets/.*: Permission denied"):
        list(renderer.assets())


def test_broken_template_is_named(tmp_path: Path):
    """A template that does not parse is named."""
    (tmp_path / "404.html").write_text("one\n{% if %}\n")

    with pytest.raises(TemplateFaultError, match=r"404\.html:2: "):
        Renderer(samples.SITE, tmp_path).render("404.html", samples.encode(samples.full(NotFound)))


def test_page_asks_nothing_of_other_hosts(renderer):
    """The policy allows a page its own style and pictures; the stylesheet is found from where it stands."""
    html = renderer.render("brief.html", samples.encode(samples.full(BriefPage)))

    policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in html
    assert '<link rel="stylesheet" href="../../assets/briefbook.css">' in html


def test_preview_says_so(renderer):
    """A page that holds drafts bears a banner and is kept out of search engines."""
    head = samples.full(Head, preview=True)
    html = renderer.render("brief.html", samples.encode(samples.full(BriefPage, head=head)))

    assert '<aside class="preview"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_release_bears_no_preview_banner(renderer):
    """A page of cleared briefs has neither."""
    head = samples.full(Head, preview=False)
    html = renderer.render("brief.html", samples.encode(samples.full(BriefPage, head=head)))

    assert "preview" not in html
    assert "noindex" not in html


def test_assets_are_the_theme_and_what_a_site_replaces(tmp_path: Path):
    """A site's own asset stands in for the packaged one of the same name; others come beside it."""
    (tmp_path / "assets" / "maps").mkdir(parents=True)
    (tmp_path / "assets" / "icon.svg").write_text("<svg/>")
    (tmp_path / "assets" / "maps" / "iraq.svg").write_text("<svg></svg>")

    assets = dict(Renderer(samples.SITE, tmp_path).assets())

    assert list(assets) == [
        "assets/briefbook.css",
        "assets/icon.svg",
        "assets/maps/iraq.svg",
        "assets/search.js",
        "assets/tables.js",
    ]
    assert assets["assets/icon.svg"] == b"<svg/>"


def test_every_section_of_the_site_has_a_word(renderer):
    """The navigation names each section of the site."""
    html = renderer.render("404.html", samples.encode(samples.full(NotFound)))
    nav = html[html.index('<nav class="tabs"') : html.index("</nav>")]

    assert re.findall(r">([^<>]+)</a>", nav) == [
        "Situation",
        "Briefs",
        "Positions",
        "Actors",
        "Issues",
        "Questions",
        "Claims",
        "Timeline",
        "Sources",
        "Changes",
    ]
