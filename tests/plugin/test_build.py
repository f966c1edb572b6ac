"""A MkDocs build gives the site that `briefbook build` gives, or leaves the one that stands."""

import base64
import subprocess
import sys

import pytest
from jinja2 import TemplateNotFound

from tests import sites
from tests.plugin.hosts import HOSTS, change, copy_iraq, copy_river, run
from tests.sites import tree

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

pytestmark = pytest.mark.parametrize("host", HOSTS)


@pytest.fixture
def river(tmp_path):
    """The invented situation."""
    return copy_river(tmp_path / "river")


@pytest.mark.parametrize("directories", ["true", "false"])
@pytest.mark.parametrize("book", [copy_river, copy_iraq])
def test_site_is_the_one_that_briefbook_builds(host, book, directories, tmp_path):
    """Every file has the same bytes, and there is no other."""
    root = book(tmp_path / "book")
    change(root / "mkdocs.yml", "use_directory_urls: false", f"use_directory_urls: {directories}")

    status, said = run(host, root, "build", "--strict")

    assert 0 == status, said
    assert sites.build(root, tmp_path / "own") == tree(root / "build")
    assert ["build", "content", "mkdocs.yml", "seeds"] == sorted(path.name for path in root.iterdir())


def test_command_line_rules_over_the_settings(host, river, tmp_path):
    """`--use-directory-urls` and `-d` are heard: the pages stand as it says, in the folder that it names."""
    status, said = run(host, river, "build", "--use-directory-urls", "-d", tmp_path / "else where")

    assert 0 == status, said
    assert (tmp_path / "else where" / "actors" / "haddar" / "index.html").is_file()
    assert not (river / "build").exists()


def test_other_settings_file_is_read(host, river, tmp_path):
    """`-f` names the settings for us too, with what they inherit and take from the environment."""
    (river / "other.yml").write_text("INHERIT: mkdocs.yml\nsite_name: !ENV RIVER_NAME\nsite_dir: out/site\n")

    status, said = run(host, river, "build", "--strict", "-f", "other.yml", RIVER_NAME="Renamed")

    assert 0 == status, said
    assert b"Renamed" in (river / "out" / "site" / "index.html").read_bytes()


def test_what_is_left_out_is_said(host, river, tmp_path, monkeypatch):
    """Without the library for calendars the host's log says what the site lacks, and how to get it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    (tmp_path / "sitecustomize.py").write_text('import sys\nsys.modules["icalendar"] = None\n')

    status, said = run(host, river, "build", "--strict", PYTHONPATH=str(tmp_path))

    assert 0 == status, said
    assert "calendar.ics is left out" in said
    assert not (river / "build" / "calendar.ics").exists()


def test_dirty_build_is_a_whole_build(host, river):
    """`--dirty` gives the same site: nothing of the last one is built upon."""
    run(host, river, "build")
    before = tree(river / "build")

    status, said = run(host, river, "build", "--dirty")

    assert 0 == status, said
    assert before == tree(river / "build")


def test_links_of_free_pages_lead_to_content_files(host, river, tmp_path):
    """A link in the form that our check accepts passes MkDocs' strict one, and leads to the record's page."""
    with (river / "content" / "pages" / "about.md").open("a") as page:
        page.write(
            "\n[Haddar](../actors/haddar.yaml), [a brief](../briefs/2031-03-03-kelmet.md#claims), [[marn]], "
            f"[a source](../../seeds/{min((river / 'seeds').glob('*.yaml')).name})[^2]\n\n[^2]: word\n"
        )

    status, said = run(host, river, "build", "--strict")

    assert 0 == status, said
    assert b'href="./actors/haddar.html">Haddar</a>' in (river / "build" / "about.html").read_bytes()
    assert sites.build(river, tmp_path / "own") == tree(river / "build")


def test_picture_beside_a_free_page_stands_once(host, river, tmp_path):
    """It is published where the core puts it, and not a second time where MkDocs would copy it."""
    pages = river / "content" / "pages"
    (pages / "dot.png").write_bytes(PICTURE)
    with (pages / "about.md").open("a") as page:
        page.write("\n![A black dot](dot.png)\n")

    status, said = run(host, river, "build", "--strict")

    assert 0 == status, said
    assert (river / "build" / "files" / "pages" / "dot.png").is_file()
    assert sites.build(river, tmp_path / "own") == tree(river / "build")


def test_withheld_record_is_not_published(host, river, tmp_path):
    """A page above the ceiling is not built; a link to a draft is words, and no fault to strict."""
    pages = river / "content" / "pages"
    (pages / "inside.md").write_text("---\ntitle: Inside\ntlp: AMBER\n---\nCANARY\n")
    (pages / "open.md").write_text("---\ntitle: Open\n---\n[draft](../briefs/2031-03-12-rain.md)\n")

    status, said = run(host, river, "build", "--strict")

    site = tree(river / "build")
    assert 0 == status, said
    assert not any(b"CANARY" in data for data in site.values())
    assert sites.build(river, tmp_path / "own") == site


def test_unexpected_file_is_not_published(host, river):
    """MkDocs would copy whatever lies in docs_dir; the site holds what the book names."""
    (river / "content" / "pages" / "notes.txt").write_text("CANARY")

    status, said = run(host, river, "build")

    assert 0 == status, said
    assert "file-unexpected" in said
    assert not (river / "build" / "notes.txt").exists()


def test_page_that_mkdocs_is_told_to_exclude_is_published(host, river, tmp_path):
    """What is published is said in the book, for every host alike."""
    with (river / "mkdocs.yml").open("a") as settings:
        settings.write("exclude_docs: about.md\n")

    status, said = run(host, river, "build", "--strict")

    assert 0 == status, said
    assert sites.build(river, tmp_path / "own") == tree(river / "build")


@pytest.mark.parametrize(
    ("strict", "file", "old", "new", "told"),
    [
        ([], "content/pages/about.md", "[[gates-closed]]", "[gates](../briefs/gone.md)", "link-broken"),
        ([], "mkdocs.yml", "scale: icd-203", "skale: icd-203", "key-unknown"),
        (["--strict"], "mkdocs.yml", "theme:", "nav: [gone.md]\ntheme:", "gone.md"),
        (["--strict"], "content/actors/dellan.yaml", "name:", "note: x\nwikidata: Q1\nname:", None),
    ],
)
def test_failed_build_leaves_the_site_that_stands(host, river, strict, file, old, new, told):
    """An error in the content, and with --strict a warning of ours or of MkDocs, changes not a byte."""
    run(host, river, "build")
    before = tree(river / "build")
    if told is None:
        (river / "content" / "actors" / "stranger.yaml").write_text("name: Stranger\nkind: person\n")
        told = "unused"
    else:
        change(river / file, old, new)
    change(river / "content" / "briefs" / "2031-03-12-rain.md", "title:", "title: New")

    status, said = run(host, river, "build", *strict)

    assert 1 == status, said
    assert told in said
    assert "Traceback" not in said
    assert before == tree(river / "build")
    assert not list(river.glob(".build*"))


def test_warning_without_strict_builds(host, river):
    """It is printed, and the site is published."""
    (river / "content" / "actors" / "stranger.yaml").write_text("name: Stranger\nkind: person\n")

    status, said = run(host, river, "build")

    assert 0 == status, said
    assert "WARNING" in said
    assert (river / "build" / "actors" / "stranger.html").is_file()


def test_error_is_told_as_by_the_check(host, river):
    """What MkDocs prints of a mistake is what `briefbook check` prints."""
    change(river / "content" / "actors" / "dellan.yaml", "name:", "nmae: x\nname:")
    _, checked = sites.run("check", "--content", river / "content")

    _, said = run(host, river, "build")

    assert checked in said
    assert said.endswith("Nothing was built.\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("docs_dir: content/pages", "docs_dir: content", "write `docs_dir: content/pages`"),
        ("  name: briefbook", "  name: null\n  custom_dir: mine", "write `theme: briefbook`"),
        ("  name: briefbook", "  name: briefbook\n  custom_dir: mine", "leave it out"),
    ],
)
def test_settings_that_contradict_the_book_are_refused(host, river, old, new, told):
    """One line says what to write instead."""
    (river / "mine").mkdir()
    change(river / "mkdocs.yml", old, new)

    status, said = run(host, river, "build")

    assert 1 == status
    assert told in said
    assert "Traceback" not in said


def test_custom_dir_may_name_the_folder_of_templates(host, river):
    """It says what is so anyway: templates of the site's own stand in `templates/`, in every host."""
    (river / "templates").mkdir()
    (river / "templates" / "page.html").write_text(
        '{% extends "briefbook/page.html" %}{% block body %}{{ super() }}OURS{% endblock %}'
    )
    change(river / "mkdocs.yml", "  name: briefbook", "  name: briefbook\n  custom_dir: templates")

    status, said = run(host, river, "build", "--strict")

    assert 0 == status, said
    assert b"OURS" in (river / "build" / "about.html").read_bytes()


@pytest.mark.parametrize("template", ["page.html", "actor.html"])
def test_template_at_fault_is_named(host, river, template):
    """Its file and line are told without a traceback, whoever asked for the page."""
    (river / "templates").mkdir()
    (river / "templates" / template).write_text("{{ page.gone }}")

    status, said = run(host, river, "build")

    assert 1 == status
    assert f"{template}:1" in said
    assert "Traceback" not in said
    assert not list(river.glob(".build*"))


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("locale/en/LC_MESSAGES/briefbook.mo", "briefbook.mo: not a catalogue"),
        ("assets/logo.svg", "logo.svg: a link is never published"),
    ],
)
def test_other_file_of_the_templates_at_fault_is_named(host, river, file, told):
    """A catalogue that is none, or a link that could lead anywhere, ends the build in words."""
    (river / "templates" / file).parent.mkdir(parents=True)
    (river / "templates" / file).symlink_to(river / "mkdocs.yml")

    status, said = run(host, river, "build")

    assert 1 == status
    assert told in said
    assert "Traceback" not in said


def test_site_lies_beside_its_book(host, river):
    """A site_dir in the folder of the seeds would be read as one of them, and is refused."""
    change(river / "mkdocs.yml", "site_dir: build", "site_dir: seeds/site")

    status, said = run(host, river, "build")

    assert 1 == status
    assert "lie one in the other" in said
    assert not (river / "seeds" / "site").exists()


def test_folder_of_somebody_else_is_not_replaced(host, river):
    """A site_dir that holds other things is refused, and they stay."""
    (river / "build").mkdir()
    (river / "build" / "thesis.txt").write_text("three years")

    status, said = run(host, river, "build")

    assert 1 == status
    assert "something else" in said
    assert "three years" == (river / "build" / "thesis.txt").read_text()


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [("SOURCE_DATE_EPOCH", "tomorrow", "not a number"), ("BRIEFBOOK_TEXTS", "/nowhere", "no such folder")],
)
def test_environment_that_makes_no_sense_is_named(host, river, variable, value, told):
    """A wrong variable stops the build with its name."""
    status, said = run(host, river, "build", **{variable: value})

    assert 1 == status
    assert told in said


def test_environment_is_heard_as_by_briefbook(host, river, tmp_path):
    """SOURCE_DATE_EPOCH and BRIEFBOOK_TEXTS mean what they mean to `briefbook build`."""
    heard = {"SOURCE_DATE_EPOCH": "1930000000", "BRIEFBOOK_TEXTS": str(tmp_path)}
    status, said = run(host, river, "build", **heard)

    assert 0 == status, said
    sites.run("build", "--content", river / "content", "--out", tmp_path / "own", **heard)
    assert tree(tmp_path / "own") == tree(river / "build")


def test_moment_is_heard_as_by_briefbook(host, river, tmp_path):
    """BRIEFBOOK_AS_OF is a brief or a date here too, and its day goes before that of the environment."""
    heard = {"BRIEFBOOK_AS_OF": "2031-03-06-port-sele", "SOURCE_DATE_EPOCH": "1"}
    status, said = run(host, river, "build", **heard)

    assert 0 == status, said
    sites.run("build", "--content", river / "content", "--out", tmp_path / "own", **heard)
    assert tree(tmp_path / "own") == tree(river / "build")
    status, said = run(host, river, "build", BRIEFBOOK_AS_OF="2031-03-06-port")
    assert 1 == status
    assert "did you mean `2031-03-06-port-sele`?" in said


def test_gh_deploy_publishes_the_new_site(host, river, tmp_path):
    """What is pushed is the site just built, whole, with its sums."""
    _git(river, "init", "-q", "-b", "main")
    _git(river, "config", "user.name", "Desk")
    _git(river, "config", "user.email", "desk@example.org")
    _git(river, "commit", "-q", "--allow-empty", "-m", "start")
    _git(tmp_path, "init", "-q", "--bare", "far.git")
    _git(river, "remote", "add", "origin", str(tmp_path / "far.git"))

    status, said = run(host, river, "gh-deploy", "--force")

    assert 0 == status, said
    _git(tmp_path, "clone", "-q", "-b", "gh-pages", "far.git", "there")
    there = {path: data for path, data in tree(tmp_path / "there").items() if not path.startswith(".git/")}
    assert {**tree(river / "build"), ".nojekyll": b""} == there
    assert "SHA256SUMS" in there


def _git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def test_theme_without_its_plugin_says_what_is_missing(host, tmp_path):
    """Whoever names the theme alone is told in words what else the settings need."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Harbour Town\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Harbour Town\ntheme: {name: briefbook}\n")

    try:
        status, said = run(host, tmp_path, "build")
    except TemplateNotFound as error:  # MkDocs in this process
        status, said = 1, str(error)

    assert 0 != status
    assert "add `plugins: [{briefbook: {" in said
