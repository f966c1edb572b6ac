"""Other plugins, and hooks of the site's own, work beside ours."""

import json

import pytest

from tests.plugin.hosts import HOSTS, change, copy_river, run
from tests.sites import tree

pytestmark = pytest.mark.parametrize("host", HOSTS)

HOOKS = """
from pathlib import Path
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

def on_config(config):
    config.extra["seen"] = [config.site_dir]

def on_files(files, config):
    files.append(File.generated(config, "desk/roster.txt", content="A, B"))
    files.append(File.generated(config, "desk/extra.md", content="# Extra\\n\\nFrom a *plugin*."))
    icon = files.get_file_from_path("assets/icon.svg")
    icon.content_string = icon.content_string + "<!-- desk -->"
    own = files.get_file_from_path("../actors/haddar.yaml")
    assert own.content_bytes.startswith(b"<!doctype html>") and own.abs_src_path.endswith("haddar.yaml")

def on_page_markdown(markdown, page, **_):
    return markdown.replace("one quarrel", "**one** quarrel") + "\\n\\nSee [[haddar]]."

def on_page_content(html, **_):
    return html + "<p>CONTENT</p>"

def on_post_page(output, **_):
    return output.replace("</body>", "<!-- POST --></body>")

@event_priority(-100)
def on_post_build(config):
    assert config.site_dir == config.extra["seen"][0] and not config.site_dir.endswith("build")
    (Path(config.site_dir) / "late.txt").write_text("late")
"""


@pytest.fixture
def river(tmp_path):
    """The invented situation."""
    return copy_river(tmp_path / "river")


def test_hooks_of_every_kind_are_heard(host, river):
    """What a hook does to a free page is in the page, and what it adds is in the site and in its sums."""
    (river / "hooks.py").write_text(HOOKS)
    change(river / "mkdocs.yml", "theme:", "hooks: [hooks.py]\ntheme:")

    status, said = run(host, river, "build", "--strict")

    site = tree(river / "build")
    assert 0 == status, said
    about = site["about.html"].decode()
    assert "<strong>one</strong> quarrel" in about
    assert '<a href="./actors/haddar.html">' in about
    assert "<p>CONTENT</p>" in about
    assert "<!-- POST --></body>" in about
    assert b"A, B" == site["desk/roster.txt"]
    assert b"late" == site["late.txt"]
    assert site["assets/icon.svg"].endswith(b"<!-- desk -->")
    sums = site["SHA256SUMS"].decode()
    assert all(name in sums for name in ("about.html", "desk/roster.txt", "late.txt", "desk/extra.html"))


def test_page_of_another_plugin_stands_in_our_layout(host, river):
    """A Markdown page that is not of the book is converted by MkDocs and printed like a free page."""
    (river / "hooks.py").write_text(HOOKS)
    change(river / "mkdocs.yml", "theme:", "hooks: [hooks.py]\ntheme:")

    status, said = run(host, river, "build", "--strict")

    assert 0 == status, said
    page = (river / "build" / "desk" / "extra.html").read_text()
    assert "From a <em>plugin</em>." in page
    assert '<link rel="stylesheet" href="../assets/briefbook.css">' in page


def test_mkdocs_own_search_indexes_free_pages(host, river):
    """The plugin `search` finds the text of free pages as our engine printed it."""
    change(river / "mkdocs.yml", "plugins:", "plugins:\n- search")

    status, said = run(host, river, "build", "--strict")

    index = json.loads((river / "build" / "search" / "search_index.json").read_text())
    assert 0 == status, said
    assert any("one quarrel over one dam" in each["text"] for each in index["docs"])
    assert (river / "build" / "search" / "lunr.js").is_file()


def test_error_of_another_plugin_leaves_the_site_that_stands(host, river):
    """A hook that fails late changes nothing, and nothing is left lying about."""
    run(host, river, "build")
    before = tree(river / "build")
    (river / "hooks.py").write_text(
        "from mkdocs.exceptions import PluginError\ndef on_post_build(config): raise PluginError('no luck')\n"
    )
    change(river / "mkdocs.yml", "theme:", "hooks: [hooks.py]\ntheme:")

    status, said = run(host, river, "build")

    assert 1 == status
    assert "no luck" in said
    assert before == tree(river / "build")
    assert not list(river.glob(".build*"))


def test_plugin_that_puts_a_link_into_the_site_is_refused(host, river):
    """A site holds plain files; what stands stays, and one line says what is wrong."""
    run(host, river, "build")
    before = tree(river / "build")
    (river / "hooks.py").write_text(
        "import os\ndef on_post_build(config): os.symlink('/etc/passwd', config.site_dir + '/way-out')\n"
    )
    change(river / "mkdocs.yml", "theme:", "hooks: [hooks.py]\ntheme:")

    status, said = run(host, river, "build")

    assert 1 == status
    assert "way-out" in said
    assert "Traceback" not in said
    assert before == tree(river / "build")


def test_footnotes_may_be_asked_for(host, river):
    """MkDocs' own pass reads footnotes as ours does, whether mkdocs.yml names the extension or not."""
    change(river / "mkdocs.yml", "theme:", "markdown_extensions: [footnotes]\ntheme:")

    status, said = run(host, river, "build", "--strict")

    assert 0 == status, said
